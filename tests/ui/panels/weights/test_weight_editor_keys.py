"""Walking through the weights by keys, and room for the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK
from tests.ui.frames import make_frame, make_images
from tests.ui.panels.weights.bench import Bench
from tests.ui.themes import use_theme


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
    use_theme(DARK)
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
