"""Pointing, selecting, keys and marks in the graph."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.network_graph.error_flow import PERIOD
from bpviz.ui.panels.network_graph.model import MATRICES, Item, Layer, Unit
from bpviz.ui.panels.network_graph.view import GraphView
from tests.ui.frames import make_network
from tests.ui.panels.network_graph.views import Now, count_colour, grab, middle, place, show
from tests.ui.themes import use_theme


def test_that_hovering_tells_what_is_there(view: GraphView, iris: Dataset, qtbot: QtBot) -> None:
    show(view, iris)
    told: list[Item | None] = []
    view.pointed.connect(told.append)
    for item in (Unit(Layer.HIDDEN, 3), Selection("W2", 1, 4), Unit(Layer.TARGET, 2)):
        qtbot.mouseMove(view, middle(view, item))
        assert told[-1] == item
        assert view.item == item
    QGuiApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told[-1] is None


def test_that_a_click_on_a_connection_selects_it(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    show(view, iris)
    wanted = Selection("W1", 6, 0)
    before = grab(view)
    with qtbot.waitSignal(view.connection_clicked) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, wanted))
    assert clicked.args == [wanted]
    accent = QColor(LIGHT.accent)
    assert count_colour(grab(view), accent, 30) > count_colour(before, accent, 30) + 20
    assert not view.hasFocus()  # the arrows still step


def test_that_a_click_on_a_unit_keeps_its_values_until_the_next(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    show(view, iris)
    selected: list[object] = []
    view.connection_clicked.connect(selected.append)
    unit = Unit(Layer.HIDDEN, 2)
    before = grab(view)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, unit))
    assert view.pinned == unit
    pinned = grab(view)
    assert pinned != before
    show(view, iris, sample=60)
    assert view.pinned == unit
    assert grab(view) != pinned  # its values of now
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, unit))
    assert view.pinned is None
    assert selected == []


def test_that_another_network_forgets_what_was_pinned(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    show(view, iris)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, Unit(Layer.HIDDEN, 7)))
    show(view, iris, n_hidden=3)
    assert view.pinned is None
    assert place(view).shape.n_hidden == 3
    grab(view)


def test_that_a_selection_that_the_network_does_not_have_marks_nothing(
    view: GraphView, iris: Dataset
) -> None:
    show(view, iris)
    before = grab(view)
    view.set_selection(Selection("W1", 700, 20))
    assert view.item is None
    assert grab(view) == before
    view.set_selection(Selection("W1", 7, 2))
    assert view.item == Selection("W1", 7, 2)
    assert grab(view) != before
    show(view, iris, n_hidden=3)
    assert view.item is None
    view.set_selection(None)


@pytest.mark.parametrize(
    "highlight",
    [
        Highlight(W1=(2, 1)),
        Highlight(W2=(None, 3)),
        Highlight(input=2),
        Highlight(hidden=-1),
        Highlight(output=1),
    ],
)
def test_that_what_is_pointed_at_elsewhere_is_marked_and_let_go(
    view: GraphView, iris: Dataset, highlight: Highlight
) -> None:
    show(view, iris)
    before = grab(view)
    view.set_highlight(highlight)
    assert grab(view) != before
    view.set_highlight(None)
    assert grab(view) == before


def test_that_a_highlight_beyond_the_network_is_no_fault(view: GraphView, iris: Dataset) -> None:
    show(view, iris)
    before = grab(view)
    view.set_highlight(Highlight(W1=(500, None), W2=(0, 99), input=783, hidden=50, output=9))
    assert grab(view) == before


def test_that_arrows_walk_and_enter_does_what_a_click_does(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    show(view, iris)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.item == Unit(Layer.INPUT, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.item == Unit(Layer.INPUT, 1)
    assert iris.input_names[1] in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.pinned == Unit(Layer.INPUT, 1)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    item = view.item
    assert isinstance(item, Selection)
    assert "∂W₁" in view.accessibleDescription()
    with qtbot.waitSignal(view.connection_clicked) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert chosen.args == [item]


def test_that_keys_it_has_no_use_for_are_left_to_the_window(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    show(view, iris)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_F10, Qt.Key.Key_MediaPlay):
        QTest.keyClick(view, key)
        assert view.item == Unit(Layer.INPUT, 0)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.item == Unit(Layer.INPUT, 0)


def test_that_marks_move_with_the_clock_and_only_then(
    view: GraphView, iris: Dataset, now: Now
) -> None:
    show(view, iris, Phase.UPDATE, 2)
    first = grab(view)
    assert grab(view) == first
    now.seconds = PERIOD / 3
    second = grab(view)
    assert second != first
    now.seconds = PERIOD
    assert grab(view) == first


def test_that_the_timer_runs_on_the_way_back_only_and_only_while_visible(
    view: GraphView, iris: Dataset, qtbot: QtBot
) -> None:
    for phase in (Phase.DRAW, Phase.Z1, Phase.F):
        show(view, iris, phase)
        assert not view.flowing
    show(view, iris, Phase.GRAD_W2, 1)
    assert view.flowing
    view.hide()
    assert not view.flowing
    show(view, iris, Phase.GRAD_W1, 1)
    assert not view.flowing
    view.show()
    qtbot.waitUntil(lambda: view.flowing)
    show(view, iris)
    assert not view.flowing


def test_that_a_change_of_theme_font_or_size_draws_everything_anew(
    view: GraphView, iris: Dataset
) -> None:
    show(view, iris, Phase.UPDATE)
    light = grab(view)
    use_theme(DARK)
    assert count_colour(grab(view), QColor(DARK.base)) > 0.5 * view.width() * view.height()
    use_theme(LIGHT)
    assert grab(view) == light
    old = place(view)
    font = view.font()
    font.setPointSize(24)
    view.setFont(font)
    assert place(view).line > 1.5 * old.line
    view.resize(300, 250)
    QGuiApplication.processEvents()
    assert place(view).body.width() < 300
    grab(view)


@pytest.mark.parametrize("size", [(1, 1), (60, 60), (300, 20), (20, 300)])
def test_that_hardly_any_room_is_no_fault(
    view: GraphView, iris: Dataset, size: tuple[int, int], qtbot: QtBot
) -> None:
    show(view, iris, Phase.UPDATE, 3)
    view.set_selection(Selection("W2", 0, 1))
    view.resize(*size)
    QGuiApplication.processEvents()
    qtbot.mouseMove(view, QPoint(0, 0))
    grab(view)


def test_that_every_connection_can_be_pointed_at(view: GraphView, iris: Dataset) -> None:
    show(view, iris)
    for matrix in MATRICES:
        for row, column in np.ndindex(make_network(4, 8, 3).W1.shape if matrix == "W1" else (3, 8)):
            middle(view, Selection(matrix, row, column))


def test_that_without_a_network_it_is_empty(view: GraphView) -> None:
    assert view.item is None
    assert view.item_at(QPointF(10, 10)) is None
    assert count_colour(grab(view), QColor(LIGHT.base)) == view.width() * view.height()
