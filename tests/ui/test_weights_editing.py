"""Editing a weight in its heatmap: by mouse, by keys, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bpviz.network import Network
from bpviz.training.commands import Command, EditWeight
from bpviz.training.events import Frame, State
from bpviz.ui.panels.weights import WeightsPanel
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.selection import Selection
from tests.ui.frames import make_frame, make_images, make_network

LEFT = Qt.MouseButton.LeftButton


class Bench:
    """A panel beside something else that can have the focus."""

    def __init__(self, qtbot: QtBot, matrix: Any) -> None:
        self.qtbot = qtbot
        self.sent: list[Command] = []
        self.window = QWidget()
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = WeightsPanel(matrix, self.send)
        self.panel.set_theme(LIGHT)
        self.other = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.panel)
        column.addWidget(self.other)
        qtbot.addWidget(self.window)
        self.window.resize(700, 400)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.window.setFocus()

    def send(self, command: Command) -> int:
        self.sent.append(command)
        return len(self.sent)

    @property
    def line(self) -> QLineEdit:
        found = self.window.findChild(QLineEdit, f"weights{self.panel.matrix[1]}_value_edit")
        assert isinstance(found, QLineEdit)
        return found

    @property
    def said(self) -> str:
        editor = self.panel.editor
        return editor.sentence.text() if editor.sentence.isVisible() else ""

    def show(self, frame: Frame) -> Frame:
        self.panel.show_frame(frame)
        QGuiApplication.processEvents()
        return frame

    def double_click(self, row: int, column: int) -> None:
        view = self.panel.view
        place = view.widget_position(row, column)
        self.qtbot.mouseClick(view.plot.viewport(), LEFT, pos=place)
        self.qtbot.mouseDClick(view.plot.viewport(), LEFT, pos=place)
        QGuiApplication.processEvents()

    def type(self, text: str) -> None:
        self.line.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(self.line, text)
        else:  # as an input method does; test keys know ASCII alone
            self.line.insert(text)

    def press(self, key: Any) -> None:
        self.qtbot.keyClick(QGuiApplication.focusObject(), key)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, "W2")


def weight(frame: Frame, row: int, column: int) -> float:
    return float(frame.network.W2[row, column])


@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_a_double_click_edits_the_weight_under_it(qtbot: QtBot, matrix: Any) -> None:
    bench = Bench(qtbot, matrix)
    frame = bench.show(make_frame(make_images(shape=(8, 8))))
    bench.double_click(3, 5)
    assert bench.line.isVisible()
    assert bench.line.hasFocus()
    assert float(bench.line.text()) == getattr(frame.network, matrix)[3, 5]
    assert bench.line.selectedText() == bench.line.text()
    bench.type("-0.25")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight(matrix, 3, 5, -0.25)]
    assert not bench.line.isVisible()
    assert bench.window.hasFocus()


def test_that_a_double_click_selects_and_neither_zooms_nor_moves(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    sight = view.box.viewRect()
    with qtbot.waitSignal(bench.panel.weight_selected) as selected:
        bench.double_click(3, 5)
    assert selected.args == [Selection("W2", 3, 5)]
    assert view.box.viewRect() == sight
    view.box.scaleBy((0.5, 0.5))
    sight = view.box.viewRect()
    bench.panel.editor.close_editor()
    bench.double_click(5, 4)
    assert view.box.viewRect() == sight


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" 1e-3 ", 1e-3),
        ("−2,5E+2", -250.0),
        ("1e308", 1e308),
        ("-1e308", -1e308),
        ("0", 0.0),
        ("5e-324", 5e-324),
    ],
)
def test_that_every_way_to_write_a_finite_number_is_understood(
    bench: Bench, typed: str, value: float
) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type(typed)
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, value)]


@pytest.mark.parametrize("typed", ["text", "nan", "inf", "-Infinity", "1e309", "", "1,000.5", "½"])
def test_that_what_is_no_finite_number_is_refused_in_a_sentence_and_stays_open(
    bench: Bench, typed: str
) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.line.clear()
    bench.type(typed)
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == []
    assert bench.line.isVisible()
    assert bench.line.hasFocus()
    assert "not a finite number" in bench.said
    assert typed in bench.said
    bench.type("0.125")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.125)]
    bench.double_click(1, 2)
    assert bench.said == ""


def test_that_escape_leaves_the_weight_as_it_is(bench: Bench) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type("0.5")
    bench.press(Qt.Key.Key_Escape)
    assert not bench.line.isVisible()
    assert bench.window.hasFocus()
    assert bench.sent == []


def test_that_enter_on_the_same_value_changes_nothing(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.double_click(1, 2)
    bench.press(Qt.Key.Key_Return)
    bench.double_click(1, 2)
    bench.type(repr(weight(frame, 1, 2)))
    bench.press(Qt.Key.Key_Return)
    assert not bench.line.isVisible()
    assert bench.sent == []


@pytest.mark.parametrize(("typed", "taken"), [("0.5", True), ("text", False)])
def test_that_leaving_takes_a_good_number_over(bench: Bench, typed: str, taken: bool) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type(typed)
    bench.other.setFocus()
    assert bench.sent == ([EditWeight("W2", 1, 2, 0.5)] if taken else [])
    assert not bench.line.isVisible()
    assert bench.other.hasFocus()


def test_that_another_entry_can_be_edited_right_away(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type("0.5")
    bench.double_click(8, 6)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.5)]
    assert float(bench.line.text()) == weight(frame, 8, 6)
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.hasFocus()


@pytest.mark.parametrize("state", [State.RUNNING, State.LOADING, State.FAILED])
def test_that_while_the_run_does_not_stand_it_says_so(bench: Bench, state: State) -> None:
    bench.show(make_frame(state=state))
    bench.double_click(1, 2)
    assert not bench.line.isVisible()
    assert "pause" in bench.said
    assert bench.said.count(".") == 1
    bench.show(make_frame(state=State.STOPPED))
    bench.double_click(1, 2)
    assert bench.line.isVisible()
    assert bench.said == ""


@pytest.mark.parametrize("quantity", ["G", "dW"])
def test_that_only_weights_can_be_edited(bench: Bench, quantity: str) -> None:
    bench.show(make_frame(step=3))
    bench.panel.quantity.button(quantity).click()
    bench.double_click(1, 2)
    assert not bench.line.isVisible()
    assert "W" in bench.said


def test_that_a_run_that_goes_on_or_another_run_closes_the_line(bench: Bench) -> None:
    for frame in (make_frame(state=State.RUNNING), make_frame(run=2, n_hidden=3)):
        bench.show(make_frame())
        bench.double_click(1, 2)
        bench.type("0.5")
        bench.show(frame)
        assert not bench.line.isVisible()
    assert bench.sent == []


def test_that_the_line_follows_its_weight_until_somebody_types(bench: Bench) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    other = bench.show(make_frame(network=make_network(784, 8, 10, seed=5), step=1))
    assert float(bench.line.text()) == weight(other, 1, 2)
    bench.type("0.5")
    bench.show(make_frame(step=2))
    assert bench.line.text() == "0.5"


def test_that_a_weight_that_is_no_number_can_be_mended(bench: Bench) -> None:
    network = make_network(784, 8, 10)
    W2 = network.W2.copy()
    W2[1, 2] = np.nan
    bench.show(make_frame(network=Network(network.W1, W2)))
    bench.double_click(1, 2)
    assert bench.line.text() == "NaN"
    bench.type("0.5")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.5)]


def test_that_digits_stand_in_the_decimal_mark_of_the_locale(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.panel.setLocale(QLocale(QLocale.Language.German))
    bench.double_click(1, 2)
    assert bench.line.text() == repr(weight(frame, 1, 2)).replace(".", ",")


# By keys --------------------------------------------------------------------------------------


def test_that_a_click_leaves_the_focus_where_it_is(bench: Bench, qtbot: QtBot) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    qtbot.mouseClick(view.plot.viewport(), LEFT, pos=view.widget_position(1, 2))
    assert bench.window.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_the_selected_weight_is_edited_by_keys_alone(bench: Bench, key: Any) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    view.setFocus()
    bench.press(Qt.Key.Key_Return)  # selects an entry to begin with
    assert view.marks.selected == (0, 0)
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Down)
    bench.press(key)
    assert bench.line.hasFocus()
    bench.type("2")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 1, 2.0)]
    assert view.hasFocus()


@pytest.mark.parametrize(
    ("layout", "places"),
    [("tiles", [(1, 0), (1, 4), (0, 7)]), ("matrix", [(0, 4), (1, 4), (1, 3)])],
)
def test_that_arrow_keys_move_the_selection_as_it_is_drawn(
    qtbot: QtBot, layout: str, places: list[tuple[int, int]]
) -> None:
    bench = Bench(qtbot, "W1")
    panel = bench.panel
    bench.show(make_frame(make_images(shape=(4, 4)), n_hidden=6))
    panel.layout_choice.button(layout).click()
    panel.select(Selection("W1", 0, 3))  # the upper right pixel of its tile
    panel.view.setFocus()
    for key, place in zip(
        (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left), places, strict=True
    ):
        bench.press(key)
        assert panel.view.marks.selected == place


def test_that_arrow_keys_stop_at_the_edge_and_are_left_alone_without_a_selection(
    bench: Bench,
) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    left: list[int] = []
    bench.window.keyPressEvent = lambda event: left.append(event.key())  # type: ignore
    view.setFocus()
    bench.press(Qt.Key.Key_Right)
    assert left == [Qt.Key.Key_Right]
    bench.panel.select(Selection("W1", 3, 400))  # of the other matrix: a column here
    bench.press(Qt.Key.Key_Right)
    assert len(left) == 2
    bench.panel.select(Selection("W2", 9, 7))
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Down)
    assert view.marks.selected == (9, 7)
    assert len(left) == 2


def test_that_the_selection_is_brought_into_sight(bench: Bench) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    bench.panel.select(Selection("W2", 0, 0))
    view.box.setRange(xRange=(-0.5, 2.5), yRange=(-0.5, 2.5), padding=0)
    view.setFocus()
    for _ in range(5):
        bench.press(Qt.Key.Key_Down)
    assert view.marks.selected == (5, 0)
    assert view.box.viewRect().contains(0, 5)


@pytest.mark.parametrize("size", [(300, 250), (120, 90), (1200, 900)])
@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("cell", [(0, 0), (9, 7), (4, 0)])
def test_that_the_line_stays_inside_of_the_panel(
    bench: Bench, size: tuple[int, int], points: int, cell: tuple[int, int]
) -> None:
    font = bench.panel.font()
    font.setPointSize(points)
    bench.panel.setFont(font)
    bench.panel.set_theme(DARK)
    bench.panel.setFixedSize(*size)
    bench.show(make_frame())
    bench.double_click(*cell)
    bench.panel.editor.edit("W₂", 0.5, bench.panel._cell_rect())
    bench.type("text")
    bench.press(Qt.Key.Key_Return)
    bench.panel.setFixedSize(size[0] + 1, size[1])
    QGuiApplication.processEvents()
    editor = bench.panel.editor
    assert editor.isVisible()
    assert editor.x() >= 0
    assert editor.x() + editor.width() <= bench.panel.width()
    assert editor.y() >= 0
    assert not bench.panel.grab().isNull()
