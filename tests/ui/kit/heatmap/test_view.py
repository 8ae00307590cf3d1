"""The heatmap: exact numbers, tiles, the mouse, what is not a number, and odd sizes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from pytestqt.qtbot import QtBot

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.charts.colour_range import ColourRange
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap
from tests.ui.themes import use_theme


@pytest.fixture
def view(qtbot: QtBot) -> Heatmap:
    view = Heatmap("matrix")
    qtbot.addWidget(view)
    view.set_titles("row k", "column i", "tiles")
    view.describe = lambda row, column: f"{row},{column}"
    view.numbers.set_on(False)  # they would stand where colours are looked at
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def show(view: Heatmap, matrix: Any, limit: float = 2.0) -> None:
    matrix = np.array(matrix, dtype=np.float64)
    view.set_matrix(matrix, as_image(matrix), limit)
    QGuiApplication.processEvents()


def grab(view: Heatmap) -> QImage:
    return view.plot.grab().toImage()


def colour_at(view: Heatmap, row: int, column: int) -> QColor:
    return grab(view).pixelColor(view.widget_position(row, column))


def wheel(view: Heatmap, position: QPoint) -> None:
    viewport = view.plot.viewport()
    event = QWheelEvent(
        QPointF(position),
        QPointF(viewport.mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(viewport, event)


def ramp(rows: int, columns: int) -> np.ndarray[Any, Any]:
    return np.linspace(-2, 2, rows * columns).reshape(rows, columns)


def test_that_the_image_holds_exactly_the_float32_of_the_matrix(view: Heatmap) -> None:
    matrix = np.random.default_rng(0).normal(size=(784, 32)).T
    show(view, matrix)
    assert view.image_item.image.dtype == np.float32
    assert np.array_equal(view.image_item.image, matrix.astype(np.float32))
    assert np.array_equal(view.matrix, matrix)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_each_entry_is_drawn_in_the_colour_of_its_value(view: Heatmap, theme: Any) -> None:
    use_theme(theme)
    show(view, ramp(3, 4))
    table = theme.signed.getLookupTable(0.0, 1.0, 256)
    for row in range(3):
        for column in range(4):
            index = min(int((view.matrix[row, column] + 2) / 4 * 256), 255)
            drawn = colour_at(view, row, column)
            steps = np.abs(table[:, :3].astype(int) - drawn.getRgb()[:3]).sum(axis=1)
            assert abs(int(steps.argmin()) - index) <= 1


def test_that_the_first_row_is_on_top(view: Heatmap) -> None:
    show(view, ramp(5, 3))
    first, last = view.widget_position(0, 0), view.widget_position(4, 2)
    assert first.y() < last.y()
    assert first.x() < last.x()


@pytest.mark.parametrize("tiles", [None, (2, 3)])
def test_that_a_click_names_the_entry_under_it(
    view: Heatmap, qtbot: QtBot, tiles: tuple[int, int] | None
) -> None:
    view.set_tile_shape(tiles)
    show(view, ramp(7, 6))
    for cell in [(0, 0), (6, 5), (3, 4)]:
        with qtbot.waitSignal(view.clicked) as clicked:
            qtbot.mouseClick(
                view.plot.viewport(), Qt.MouseButton.LeftButton, pos=view.widget_position(*cell)
            )
        assert tuple(clicked.args) == cell
        qtbot.wait(0)


def test_that_a_click_beside_the_matrix_names_nothing(view: Heatmap, qtbot: QtBot) -> None:
    show(view, ramp(7, 6))
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_that_the_line_below_reads_what_is_under_the_mouse(view: Heatmap, qtbot: QtBot) -> None:
    view.hint = "nothing"
    show(view, ramp(7, 6))
    assert view.readout.text() == "nothing"
    before = view.plot.geometry()
    qtbot.mouseMove(view.plot.viewport(), view.widget_position(2, 5))
    qtbot.waitUntil(lambda: view.readout.text() == "2,5")
    qtbot.mouseMove(view.plot.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: view.readout.text() == "nothing")
    view.set_mark(1, 1)
    assert view.readout.text() == "1,1"
    assert view.plot.geometry() == before


def test_that_the_line_below_never_widens_the_window(view: Heatmap) -> None:
    show(view, ramp(7, 6))
    view.describe = lambda row, column: "long " * 200
    view.set_mark(0, 0)
    assert view.minimumSizeHint().width() < 300


def test_that_tiles_show_the_same_numbers(view: Heatmap) -> None:
    show(view, ramp(7, 6))
    plain = {(r, c): colour_at(view, r, c).name() for r in range(7) for c in range(6)}
    view.set_tile_shape((2, 3))
    QGuiApplication.processEvents()
    assert view.grid is not None
    assert {(r, c): colour_at(view, r, c).name() for r, c in plain} == plain
    assert np.array_equal(view.image_item.image, as_image(view.matrix))


def test_that_tiles_have_square_pixels_and_follow_the_window(view: Heatmap) -> None:
    view.set_tile_shape((2, 3))
    show(view, ramp(12, 6))
    wide = view.grid
    corner, across = view.widget_position(0, 0), view.widget_position(0, 2)
    below = view.widget_position(0, 3)
    assert abs((across.x() - corner.x()) / 2 - (below.y() - corner.y())) <= 1.5
    view.resize(200, 600)
    QGuiApplication.processEvents()
    assert view.grid is not None
    assert wide is not None
    assert view.grid.columns < wide.columns


def test_that_a_shape_that_does_not_fit_draws_the_matrix(view: Heatmap) -> None:
    view.set_tile_shape((5, 5))
    show(view, ramp(3, 6))
    assert view.grid is None


@pytest.mark.parametrize("tiles", [None, (2, 3)])
def test_that_what_is_not_finite_is_drawn_in_the_warning_colour(
    view: Heatmap, tiles: tuple[int, int] | None
) -> None:
    view.set_tile_shape(tiles)
    matrix = ramp(4, 6)
    matrix[1, 2], matrix[2, 3], matrix[3, 4], matrix[0, 5] = np.nan, np.inf, -np.inf, 1e300
    show(view, matrix)
    for cell in [(1, 2), (2, 3), (3, 4), (0, 5)]:
        assert colour_at(view, *cell).name() == LIGHT.warning
    assert colour_at(view, 1, 1).name() != LIGHT.warning
    show(view, ramp(4, 6))
    assert colour_at(view, 1, 2).name() != LIGHT.warning


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 0.0, 1e38, 1e-40])
def test_that_a_matrix_of_one_extreme_value_can_be_drawn(view: Heatmap, value: float) -> None:
    show(view, np.full((3, 3), value), 1e37 if value == 1e38 else 1e-30)
    assert not grab(view).isNull()


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (4096, 3), (3, 4096), (2, 40000)])
@pytest.mark.parametrize("size", [(600, 300), (1, 1), (0, 0), (30, 400), (1600, 20)])
def test_that_any_shape_can_be_drawn_at_any_size(
    view: Heatmap, shape: tuple[int, int], size: tuple[int, int]
) -> None:
    for tiles in (None, (1, shape[1])):
        view.resize(*size)
        view.set_tile_shape(tiles)
        show(view, ramp(*shape))
        grab(view)
        view.resize(400, 200)
        QGuiApplication.processEvents()
        assert view.image_item.image.shape == shape


def test_that_a_view_without_room_for_its_entries_has_none_under_the_mouse(
    view: Heatmap,
) -> None:
    show(view, ramp(7, 6))
    assert view.cell_at(view.box.sceneBoundingRect().center()) is not None
    view.resize(120, 50)
    QGuiApplication.processEvents()
    assert view.cell_at(view.box.sceneBoundingRect().center()) is None


@pytest.mark.parametrize(
    ("mark", "framed"),
    [((2, 3), (2, 3)), ((2, None), None), ((None, 3), None), ((99, 0), None), ((0, 99), None)],
)
@pytest.mark.parametrize("tiles", [None, (2, 3)])
def test_that_marks_are_taken_as_far_as_they_exist(
    view: Heatmap, mark: Any, framed: Any, tiles: Any
) -> None:
    view.hint = "nothing"
    view.set_tile_shape(tiles)
    show(view, ramp(7, 6))
    plain = grab(view)
    view.set_mark(*mark)
    QGuiApplication.processEvents()
    assert view.readout.text() == ("2,3" if framed else "nothing")
    exists = mark in [(2, 3), (2, None), (0, 99)] or (mark == (None, 3) and tiles is None)
    assert (grab(view) != plain) == exists
    view.set_mark(None, None)
    assert grab(view) == plain


def test_that_a_mark_outlives_another_shape(view: Heatmap) -> None:
    show(view, ramp(7, 6))
    view.set_mark(5, 5)
    show(view, ramp(2, 2))
    assert view.readout.text() == ""
    show(view, ramp(7, 6))
    assert view.readout.text() == "5,5"


def test_that_zooming_can_be_undone(view: Heatmap, qtbot: QtBot) -> None:
    show(view, ramp(7, 6))
    whole = view.box.viewRect()
    layout = view.plot.geometry()
    assert not view.show_all_button.isVisible()
    wheel(view, view.widget_position(3, 3))
    qtbot.waitUntil(view.show_all_button.isVisible)
    assert view.zoom_hint.isVisible()
    assert "Show all" in view.zoom_hint.text()
    show(view, ramp(7, 6) / 2)
    assert view.box.viewRect() != whole
    qtbot.mouseClick(view.show_all_button, Qt.MouseButton.LeftButton)
    assert view.box.viewRect() == whole
    assert view.plot.geometry() == layout
    assert not view.show_all_button.isVisible()
    assert not view.zoom_hint.isVisible()


def test_that_its_values_and_picture_can_be_copied(view: Heatmap) -> None:
    show(view, [[0.1, -2.0], [np.pi, 1e-300]])
    actions = {action.text(): action for action in view.build_menu().actions()}
    actions["Copy values"].trigger()
    text = QGuiApplication.clipboard().text()
    assert [[float(v) for v in line.split("\t")] for line in text.split("\n")] == [
        [0.1, -2.0],
        [np.pi, 1e-300],
    ]
    actions["Copy picture"].trigger()
    assert QGuiApplication.clipboard().image().size() == view.plot.size()


def test_that_fitting_the_colours_is_asked_for(view: Heatmap, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in view.build_menu().actions()}
    with qtbot.waitSignal(view.fit_wanted):
        actions["Fit colours to these values"].trigger()


def test_that_the_colour_bar_names_both_ends(view: Heatmap) -> None:
    show(view, ramp(3, 3), 0.25)
    assert view.bar.labels() == ("+0.25", "0", "−0.25")


def test_that_numbers_and_titles_follow_the_font(view: Heatmap) -> None:
    show(view, ramp(3, 3))
    before = view.bar.size().width(), view.readout.height()
    font = view.font()
    font.setPointSize(24)
    view.setFont(font)
    QGuiApplication.processEvents()
    assert view.bar.size().width() > 1.5 * before[0]
    assert view.readout.height() > 1.5 * before[1]
    assert not grab(view).isNull()


@pytest.mark.parametrize("size", [3.4e38, 1e38, 1e30, 1e-30, 1e-45])
def test_that_the_largest_and_smallest_floats_are_drawn_without_a_warning(
    view: Heatmap, size: float
) -> None:
    matrix = np.array([[size, -size], [0.5 * size, 0.0]])
    show(view, matrix, ColourRange().fit(size))
    grab(view)
    assert np.array_equal(view.image_item.image, matrix.astype(np.float32))
