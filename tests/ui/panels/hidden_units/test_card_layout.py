"""Where the cards of hidden units lie, what a point lies on, and how keys walk."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics

from bpviz.ui.panels.hidden_units.card_layout import (
    CardLayout,
    UnitPart,
    bar_at,
    picture_rect,
    pixel_at,
)


@pytest.fixture
def metrics(qapp: object) -> QFontMetrics:
    return QFontMetrics(QFont())


def layout(
    metrics: QFontMetrics, width: int, shape: tuple[int, int] | None = (28, 28)
) -> CardLayout:
    return CardLayout.fitting(metrics, width, ("saturated", "−0.01000 pp"), "off", shape)


@pytest.mark.parametrize("width", [80, 150, 280, 446, 660, 1900])
@pytest.mark.parametrize("shape", [(28, 28), (8, 8), (3, 40), None])
def test_that_all_parts_lie_within_the_card_and_apart(
    metrics: QFontMetrics, width: int, shape: tuple[int, int] | None
) -> None:
    found = layout(metrics, width, shape)
    card = QRect(0, 0, found.width, found.height)
    parts = [found.title, found.toggle, found.picture, found.figures]
    parts += [found.output_room, found.values.adjusted(0, 0, 0, found.line)]
    for i, part in enumerate(parts):
        assert card.contains(part)
        for other in parts[i + 1 :]:
            assert not part.intersects(other)
    assert found.columns * (found.width + found.gap) + found.gap <= max(width, 5 * found.line)


def test_that_a_single_wide_column_is_flat_and_has_room_for_the_figures(
    metrics: QFontMetrics,
) -> None:
    single = [
        found for found in map(partial(layout, metrics), range(60, 600)) if found.columns == 1
    ]
    widest, half = single[-1], single[len(single) // 2]
    assert widest.height < half.height
    assert widest.outputs.left() > widest.figures.right()
    assert half.outputs.top() > half.figures.bottom()


def test_that_where_it_is_narrow_the_figures_stand_below_the_picture(
    metrics: QFontMetrics,
) -> None:
    found = layout(metrics, 150)
    assert found.figures.top() > found.picture.bottom()


@given(
    count=st.integers(1, 5000),
    width=st.integers(60, 2000),
    top=st.integers(0, 90_000),
    height=st.integers(1, 900),
)
def test_that_just_the_cards_in_sight_are_found(
    qapp: object, count: int, width: int, top: int, height: int
) -> None:
    found = layout(QFontMetrics(QFont()), width)
    places = found.places(top, top + height, count)
    seen = QRect(0, top, width, height)
    for place in {0, places.start - 1, places.stop, count - 1} & set(range(count)):
        if place not in places:
            assert not found.card(place).intersects(seen)
    assert found.card(count - 1).bottom() < found.total_height(count)
    if found.card(0).intersects(seen):
        assert 0 in places
    if places:
        place = places[len(places) // 2]
        assert found.place_at(found.card(place).center(), count) == place


def test_that_between_cards_and_behind_the_last_there_is_none(metrics: QFontMetrics) -> None:
    found = layout(metrics, 660)
    count = 2 * found.columns - 1
    assert found.columns > 1
    assert found.place_at(QPoint(1, 1), count) is None
    assert found.place_at(found.card(count).center(), count) is None
    assert found.place_at(QPoint(5000, found.card(0).center().y()), count) is None


def test_that_each_part_of_a_card_is_found(metrics: QFontMetrics) -> None:
    found = layout(metrics, 660)
    assert found.part_at(found.toggle.center()) is UnitPart.TOGGLE
    assert found.part_at(found.picture.center()) is UnitPart.PICTURE
    assert found.part_at(found.figures.center()) is UnitPart.FIGURE
    assert found.part_at(found.outputs.center()) is UnitPart.OUTPUTS
    assert found.part_at(found.values.center()) is UnitPart.VALUES
    assert found.part_at(found.title.center()) is UnitPart.CARD


def test_that_pictures_have_square_pixels_all_alike() -> None:
    room = QRect(10, 20, 60, 60)
    assert picture_rect(room, (28, 28)) == QRectF(10, 20, 56, 56)
    assert picture_rect(room, (10, 30)) == QRectF(10, 20, 60, 20)
    small = picture_rect(room, (100, 100))
    assert (small.width(), small.height()) == (60, 60)


def test_that_a_point_of_a_picture_is_an_entry() -> None:
    room = QRect(10, 20, 60, 60)
    assert pixel_at(room, (28, 28), 784, QPointF(10.5, 20.5)) == 0
    assert pixel_at(room, (28, 28), 784, QPointF(10.5 + 2 * 5, 20.5 + 2 * 3)) == 3 * 28 + 5
    assert pixel_at(room, (28, 28), 784, QPointF(67.0, 20.5)) is None
    assert pixel_at(room, (6, 6), 33, QPointF(69.0, 79.0)) is None  # the last of them are none


def test_that_a_point_beside_bars_is_the_nearest_bar() -> None:
    room = QRect(10, 0, 100, 20)
    assert [bar_at(room, 10, QPointF(x, 5)) for x in (0, 10, 19, 21, 109, 500)] == [
        0,
        0,
        0,
        1,
        9,
        9,
    ]
    assert bar_at(room, 0, QPointF(10, 5)) is None
