"""Where the numbers of hidden units find room."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics

from bpviz.network.types import Floats
from bpviz.ui.panels.decision_boundary.unit_labels import _CELL, MOST, Crowd, edges, free_places

AREA = QRect(31, 17, 300, 140)
NONE = edges([])
MARKS = st.lists(st.tuples(st.floats(25, 340), st.floats(10, 165)), max_size=40)


def distance(box: Floats, x: Floats, y: Floats) -> Floats:
    """From each point to a box, 0 within it."""
    left, top, right, bottom = box
    return np.hypot(
        np.maximum(left - x, x - right).clip(0), np.maximum(top - y, y - bottom).clip(0)
    )


@given(MARKS, st.floats(1, 12), st.floats(31, 300), st.floats(17, 140))
def test_that_a_box_is_free_where_no_mark_reaches_it_and_only_there(
    marks: list[tuple[float, float]], reach: float, left: float, top: float
) -> None:
    x, y = np.array(marks).reshape(-1, 2).T
    near = distance(edges([QRectF(AREA)])[0], x, y) < reach
    x, y = x[near], y[near]  # the others are out of sight
    crowd = Crowd.of(AREA, reach, x, y)
    box = np.array([left, top, left + 20.0, top + 13.0])
    nearest = distance(box, x, y).min(initial=np.inf)
    free = bool(crowd.free(box, NONE))
    if nearest < reach:
        assert not free
    if nearest > 1.5 * (reach + _CELL):  # corners, and squares that are counted as a whole
        assert free
    assert not crowd.free(box, edges([QRectF(left + 19, top + 12, 5, 5)]))


@pytest.mark.usefixtures("qapp")
@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(1, 150))
def test_that_labels_cover_neither_marks_nor_each_other(seed: int, m: int, units: int) -> None:
    rng = np.random.default_rng(seed)
    x = AREA.left() + AREA.width() * rng.random(m)
    y = AREA.top() + AREA.height() * rng.random(m)
    offered = rng.permutation(units).tolist()
    middles = rng.uniform([20, 10], [340, 170], (units, 5, 2))
    middles[rng.random((units, 5)) < 0.2] = np.nan
    taken = QRectF(100, 60, 30, 30)
    metrics = QFontMetrics(QFont())
    crowd = Crowd.of(AREA, 4.0, x, y)
    found = free_places(
        metrics, offered, lambda asked, height: middles[asked], crowd, edges([taken])
    )
    assert len(found) <= MOST
    assert list(found) == [k for k in offered if k in found]  # the foremost first
    boxes = list(found.values())
    for i, box in enumerate(boxes):
        assert QRectF(AREA).contains(box)
        assert not box.intersects(taken)
        assert not any(box.intersects(other) for other in boxes[:i])
        assert (distance(edges([box])[0], x, y) >= 4.0).all()


@pytest.mark.usefixtures("qapp")
def test_that_what_finds_no_room_is_left_out_and_the_foremost_finds_it() -> None:
    metrics, nothing = QFontMetrics(QFont()), Crowd.of(AREA, 4.0, np.zeros(0), np.zeros(0))
    same = np.full((9, 1, 2), 90.0)
    assert list(free_places(metrics, [5, 3], lambda asked, _: same[asked], nothing, NONE)) == [5]
    there = Crowd.of(AREA, 4.0, np.array([90.0]), np.array([90.0]))
    assert free_places(metrics, [5, 3], lambda asked, _: same[asked], there, NONE) == {}
    assert free_places(metrics, [], lambda asked, _: same[asked], nothing, NONE) == {}
