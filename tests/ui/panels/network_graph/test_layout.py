"""Where units, names and titles of the network graph stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import MATRICES, Layer, Shape, Unit

IRIS = ("sepal length", "sepal width", "petal length", "petal width", "setosa", "virginica")


def lay_out(
    shape: Shape, width: float, height: float, points: int = 9, names: tuple[str, ...] = IRIS
) -> GraphLayout:
    font = QFont()
    font.setPointSize(points)
    return GraphLayout.fitting(shape, QSizeF(width, height), QFontMetricsF(font), names)


def units(layout: GraphLayout) -> list[Unit]:
    return [Unit(layer, i) for layer in Layer for i in range(layout.shape.count(layer))]


SIZES = [(300, 170), (300, 250), (700, 420), (1200, 700)]
SHAPES = [Shape(3, 2, 1), Shape(4, 8, 3), Shape(16, 20, 4), Shape(1, 1, 38), Shape(38, 1, 1)]


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize(("size", "shape"), list(itertools.product(SIZES, SHAPES)))
def test_that_no_unit_lies_upon_another_or_outside(
    qtbot: QtBot, size: tuple[int, int], shape: Shape, points: int
) -> None:
    layout = lay_out(shape, *size, points=points)
    whole = QRectF(0, 0, *size)
    rects = [layout.unit(unit) for unit in units(layout)]
    assert all(whole.contains(rect) for rect in rects)
    for a, b in itertools.combinations(rects, 2):
        assert not a.intersects(b)


def test_that_the_layers_stand_from_left_to_right_with_room_for_connections(qtbot: QtBot) -> None:
    layout = lay_out(Shape(4, 8, 3), 300, 250)
    rects = [layout.unit(Unit(layer, 0)) for layer in Layer]
    for left, right in itertools.pairwise(rects[:3]):
        assert right.left() - left.right() >= 25


def test_that_values_have_room_where_there_is_any_and_dots_remain_where_not(qtbot: QtBot) -> None:
    lines = {layer: c.lines for layer, c in lay_out(Shape(4, 8, 3), 700, 420).columns.items()}
    assert lines == {Layer.INPUT: 1, Layer.HIDDEN: 2, Layer.OUTPUT: 2, Layer.TARGET: 1}
    assert lay_out(Shape(4, 8, 3), 300, 250).columns[Layer.HIDDEN].lines == 1
    assert lay_out(Shape(16, 20, 4), 300, 250).columns[Layer.HIDDEN].lines == 0


def test_that_names_stand_beside_the_units_where_it_is_wide_else_above(qtbot: QtBot) -> None:
    wide = lay_out(Shape(4, 8, 3), 700, 420)
    first, name = wide.unit(Unit(Layer.INPUT, 0)), wide.name(Unit(Layer.INPUT, 0))
    assert name.right() <= first.left()
    last, name = wide.unit(Unit(Layer.TARGET, 2)), wide.name(Unit(Layer.OUTPUT, 2))
    assert name.left() >= last.right()
    narrow = lay_out(Shape(4, 8, 3), 300, 420)
    first, name = narrow.unit(Unit(Layer.INPUT, 0)), narrow.name(Unit(Layer.INPUT, 0))
    assert name.bottom() <= first.top()
    assert not name.isEmpty()


def test_that_names_above_are_whole_where_there_is_room_up_to_the_next_layer(
    qtbot: QtBot,
) -> None:
    font = QFont()
    font.setPointSize(14)
    wide = QFontMetricsF(font).horizontalAdvance
    layout = lay_out(Shape(4, 8, 3), 620, 540, points=14)  # of a presentation
    for index, name in enumerate(IRIS[:4]):
        assert layout.columns[Layer.INPUT].name_above
        assert layout.name(Unit(Layer.INPUT, index)).width() >= wide(name)


def test_that_a_name_covers_no_unit(qtbot: QtBot) -> None:
    for size, shape in itertools.product(SIZES, SHAPES):
        layout = lay_out(shape, *size)
        rects = [layout.unit(unit) for unit in units(layout)]
        for unit in units(layout):
            name = layout.name(unit).adjusted(1, 1, -1, -1)
            assert name.isEmpty() or not any(name.intersects(rect) for rect in rects)


def test_that_titles_do_not_touch(qtbot: QtBot) -> None:
    for size, shape in itertools.product(SIZES, SHAPES):
        layout = lay_out(shape, *size)
        for a, b in itertools.pairwise(layout.title(layer, 0) for layer in Layer):
            assert a.right() < b.left()


@pytest.mark.parametrize("size", SIZES)
def test_that_every_connection_is_found_near_its_ends(qtbot: QtBot, size: tuple[int, int]) -> None:
    layout = lay_out(Shape(3, 4, 2), *size)
    for matrix in MATRICES:
        rows, columns = layout.ends[matrix].shape[:2]
        for row, column in itertools.product(range(rows), range(columns)):
            place = Selection(matrix, row, column)
            a, b = layout.line_of(place)
            found = {layout.item_at(a + (b - a) * share) for share in (0.43, 0.57, 0.3, 0.7)}
            assert place in found


def test_that_units_come_before_connections_and_empty_ground_is_nothing(qtbot: QtBot) -> None:
    layout = lay_out(Shape(4, 8, 3), 700, 420)
    for unit in units(layout):
        assert layout.item_at(layout.unit(unit).center()) == unit
    assert layout.item_at(QPointF(1, 1)) is None
    assert layout.item_at(QPointF(350, 415)) is None


@given(
    n=st.integers(1, 38),
    hidden=st.integers(1, 38),
    d=st.integers(1, 38),
    width=st.integers(1, 1500),
    height=st.integers(1, 900),
    x=st.integers(-5, 1505),
    y=st.integers(-5, 905),
)
def test_that_any_size_can_be_laid_out_and_pointed_at(
    qapp: object, n: int, hidden: int, d: int, width: int, height: int, x: int, y: int
) -> None:
    layout = lay_out(Shape(n, hidden, d), width, height)
    item = layout.item_at(QPointF(x, y))
    assert item is None or layout.shape.has(item)
    for unit in units(layout):
        assert layout.unit(unit).isValid()
