"""Lines of numbers: how they wrap, and how one points at them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.debugger.formulas.phase_lines import phase_lines
from bpviz.ui.panels.debugger.formulas.pieces import Line, Piece, Role, plain
from bpviz.ui.panels.debugger.formulas.step_numbers import StepNumbers
from bpviz.ui.panels.debugger.number_lines import NumberLines, colour_of, lay_out
from tests.ui.panels.debugger.formulas.steps import kernel_frame, make_data, some_network
from tests.ui.themes import use_theme

NUMBERS = StepNumbers(kernel_frame(make_data(9, 3), some_network(9, 4, 3)))


@pytest.fixture
def widget(qtbot: QtBot) -> NumberLines:
    widget = NumberLines("lines", "Numbers")
    qtbot.addWidget(widget)
    widget.resize(420, 300)
    widget.set_lines(phase_lines(NUMBERS, Phase.GRAD_W2, 1))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def centre(widget: NumberLines, name: str) -> QPoint:
    rect = widget.place_of(name)
    assert rect.isValid(), name
    return rect.center().toPoint()


def hover(widget: NumberLines, qtbot: QtBot, name: str) -> None:
    qtbot.mouseMove(widget, QPoint(widget.width() - 1, widget.height() - 1))
    qtbot.mouseMove(widget, centre(widget, name))


def said(widget: NumberLines) -> list[Highlight | None]:
    found: list[Highlight | None] = []
    widget.pointed.connect(found.append)
    return found


def test_that_signs_of_equality_stand_in_a_column() -> None:
    lines = [
        Line((plain("a long name"),), (plain("1"),)),
        Line((plain("b"),), (plain("2"),)),
        Line((), (plain("3"),)),
    ]
    places, height = lay_out(lines, 400, 20, lambda piece: 8.0 * len(piece.text), 5)
    signs = [placed.rect for placed in places if placed.piece.text == "="]
    assert len({rect.x() for rect in signs}) == 1
    assert [rect.y() for rect in signs] == [0, 20, 40]
    assert height == 60


@pytest.mark.parametrize("width", [60, 150, 300, 1000])
def test_that_nothing_overlaps_at_any_width(width: int) -> None:
    for phase in (Phase.Z1, Phase.GRAD_W1, Phase.UPDATE):
        lines = phase_lines(NUMBERS, phase, 1)
        places, height = lay_out(lines, width, 20, lambda piece: 7.0 * len(piece.text), 5)
        for first, second in pairwise(places):
            lower = second.rect.y() > first.rect.y()
            assert lower or second.rect.left() >= first.rect.right() - 1e-6
        assert height == max(placed.rect.bottom() for placed in places)
        count = sum(len(line.left) + len(line.right) + 1 for line in lines)
        assert len(places) == count


def test_that_lines_break_before_their_signs(widget: NumberLines) -> None:
    terms = [plain("11111"), plain(" + ", breaks=True), plain("22222")]
    places, height = lay_out([Line((), tuple(terms))], 80, 20, lambda p: 8.0 * len(p.text), 2)
    assert [placed.rect.y() for placed in places] == [0, 0, 20, 20]
    assert height == 40


def test_that_the_mouse_points_at_a_number(widget: NumberLines, qtbot: QtBot) -> None:
    found = said(widget)
    hover(widget, qtbot, "f[1]")
    assert found == [Highlight(output=1)]
    qtbot.mouseMove(widget, QPoint(widget.width() - 1, widget.height() - 1))
    assert found == [Highlight(output=1), None]


def test_that_leaving_points_at_nothing(widget: NumberLines, qtbot: QtBot) -> None:
    hover(widget, qtbot, "f[1]")
    found = said(widget)
    widget.hide()
    assert found == [None]


def test_that_keys_go_from_number_to_number(widget: NumberLines, qtbot: QtBot) -> None:
    found = said(widget)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    # f[1] and y[1] live in the same place, and so does σ₂′(z2[1])
    assert found == [Highlight(output=1)]
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert found[-1] is not None
    assert found[-1].W2 is not None
    assert found[-1].W2[0] == 1
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert found[-1] == Highlight(output=1)
    widget.clearFocus()
    assert found[-1] is None


def test_that_other_keys_are_left_to_the_window(widget: NumberLines, qtbot: QtBot) -> None:
    widget.setFocus()
    for key, used in ((Qt.Key.Key_Space, False), (Qt.Key.Key_Right, True)):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted() == used


def test_that_a_click_and_enter_choose_a_number(widget: NumberLines, qtbot: QtBot) -> None:
    chosen: list[Highlight] = []
    widget.chosen.connect(chosen.append)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=centre(widget, "f[1]"))
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert chosen == [Highlight(output=1), Highlight(output=1)]


def test_that_what_is_pointed_at_follows_new_numbers(widget: NumberLines, qtbot: QtBot) -> None:
    hover(widget, qtbot, "f[1]")
    found = said(widget)
    widget.set_lines(phase_lines(NUMBERS, Phase.GRAD_W2, 2))
    assert found == [Highlight(output=2)]
    widget.set_lines([])
    assert found[-1] is None


def test_that_a_number_is_described_with_all_its_digits(widget: NumberLines) -> None:
    trace = NUMBERS.trace
    assert trace.f is not None
    piece = next(p for line in widget.lines for p in line.right if p.name == "f[1]" and p.exact)
    assert widget.describe(piece) == f"f[1] = {float(trace.f[1])!r}"
    missing = Piece("δ2[1]", Role.MISSING, "δ2[1]")
    assert widget.describe(missing) == "δ2[1] is not yet computed"


def test_that_its_height_follows_its_width_and_the_font(widget: NumberLines) -> None:
    assert widget.heightForWidth(150) > widget.heightForWidth(600)
    before = widget.heightForWidth(600)
    large = QFont(widget.font())
    large.setPointSize(24)
    widget.setFont(large)
    assert widget.heightForWidth(600) > 1.5 * before


def test_that_it_is_read_aloud(widget: NumberLines) -> None:
    assert widget.accessibleName() == "Numbers"
    assert "δ2[1] = 2 · (" in widget.accessibleDescription()


def test_that_what_is_not_a_number_has_the_warning_colour() -> None:
    assert colour_of(Piece("∞", Role.RESULT), LIGHT) == LIGHT.warning
    assert colour_of(Piece("NaN", Role.FACTOR), DARK) == DARK.warning
    assert colour_of(Piece("1.0", Role.FACTOR), DARK) == DARK.text
    assert colour_of(Piece("h", Role.MISSING), DARK) == DARK.muted


def test_that_it_is_drawn_in_the_themes_colours(widget: NumberLines) -> None:
    for theme in (LIGHT, DARK):
        use_theme(theme)
        image = widget.grab().toImage()
        wanted = QColor(theme.text)
        near = [
            True
            for y in range(image.height())
            for x in range(image.width())
            if abs(image.pixelColor(x, y).lightness() - wanted.lightness()) < 12
        ]
        assert len(near) > 20
