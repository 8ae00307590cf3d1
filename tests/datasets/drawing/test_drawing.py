"""Strokes, the ink that they make, and what can be undone."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets.drawing.drawing import Drawing
from bpviz.datasets.drawing.strokes import Ink, Stroke, curve
from tests.datasets.drawing.handwriting import drawn, handwritten

POINTS = st.lists(st.tuples(*[st.floats(-0.5, 1.5)] * 2), min_size=1, max_size=8)


def dot(x: float = 0.5, y: float = 0.5, width: float = 0.2, erase: bool = False) -> Stroke:
    return Stroke(np.array([[x, y]]), width, erase)


# ---- strokes and ink


@pytest.mark.parametrize("points", [np.zeros((0, 2)), np.zeros(2), [[0.1, math.nan]], [[1, 2, 3]]])
def test_that_a_stroke_needs_points_that_are_numbers(points: object) -> None:
    with pytest.raises(ValueError, match="point"):
        Stroke(points, 0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [0.0, -0.1, math.inf, math.nan])
def test_that_a_stroke_needs_a_width_above_zero(width: float) -> None:
    with pytest.raises(ValueError, match="width"):
        Stroke(np.zeros((1, 2)), width)


def test_that_nobody_changes_a_stroke_afterwards() -> None:
    points = np.array([[0.1, 0.2]])
    stroke = Stroke(points, 0.1)
    points[0, 0] = 0.9
    assert stroke.points[0, 0] == 0.1
    with pytest.raises(ValueError, match="read-only"):
        stroke.points[0, 0] = 0.5


def test_that_a_dot_is_a_disc_with_a_smooth_edge() -> None:
    drawing = Drawing(28, 28)
    drawing.add(dot(0.4, 0.6, 0.25))
    side = len(drawing.ink)
    y, x = np.mgrid[:side, :side] + 0.5
    away = np.hypot(x - 0.4 * side, y - 0.6 * side)
    radius = 0.125 * side
    assert (drawing.ink[away < radius - 1] == 1).all()
    assert (drawing.ink[away > radius + 1] == 0).all()
    assert drawing.ink.sum() == pytest.approx(math.pi * radius**2, rel=1e-3)


def test_that_a_line_is_as_thick_as_its_pen() -> None:
    ink = Ink(28, 28)
    ink.draw(Stroke(np.array([[0.2, 0.5], [0.8, 0.5]]), 0.1))
    side = len(ink.values)
    assert ink.values[:, side // 2].sum() == pytest.approx(0.1 * side, abs=0.01)
    assert ink.values.sum() == pytest.approx(side**2 * (0.6 * 0.1 + math.pi * 0.05**2), rel=2e-3)


def test_that_a_canvas_has_the_proportions_of_its_pictures() -> None:
    drawing = Drawing(10, 20)
    drawing.add(dot(width=0.1))  # of the longer side
    height, width = drawing.ink.shape
    assert width == 2 * height
    inked = np.argwhere(drawing.ink > 0.5)
    assert np.ptp(inked[:, 0]) == np.ptp(inked[:, 1])
    assert np.ptp(inked[:, 1]) == pytest.approx(0.1 * width, abs=1.5)


@given(POINTS)
def test_that_a_curve_joins_its_ends_without_a_gap(points: list[tuple[float, float]]) -> None:
    path = curve(np.array(points))
    assert np.array_equal(path[0], points[0])
    assert np.array_equal(path[-1], points[-1])
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    assert (path >= low - 1e-12).all()
    assert (path <= high + 1e-12).all()


@given(POINTS, st.booleans())
def test_that_a_stroke_grows_into_what_it_is_at_once(
    points: list[tuple[float, float]], erase: bool
) -> None:
    growing, whole = Drawing(7, 5), Drawing(7, 5)
    for drawing in (growing, whole):
        drawing.paste(np.full((7, 5), 0.75 * erase))
    growing.begin(*points[0], 0.1, erase)
    for point in points[1:]:
        growing.extend(*point)
    before = growing.ink.copy()
    growing.end()
    assert np.array_equal(growing.ink, before)
    whole.add(Stroke(np.array(points), 0.1, erase))
    assert np.abs(growing.ink - whole.ink).max() < 1e-3
    assert np.array_equal(growing.strokes[0].points, points)


def test_that_crossing_lines_do_not_add_up_and_the_eraser_takes_all() -> None:
    drawing = Drawing(28, 28)
    line = Stroke(np.array([[0.2, 0.2], [0.8, 0.8]]), 0.1)
    drawing.add(line)
    once = drawing.ink.copy()
    drawing.add(line)
    assert np.array_equal(drawing.ink, once)
    drawing.add(Stroke(line.points, 0.2, erase=True))
    assert drawing.blank


def test_that_an_eraser_along_a_stroke_leaves_no_rim_of_it() -> None:
    drawing = Drawing(28, 28)
    line = Stroke(np.array([[0.21, 0.2], [0.5, 0.43], [0.8, 0.83]]), 0.1)
    drawing.add(line)
    drawing.add(Stroke(line.points, line.width, erase=True))
    assert drawing.blank


def test_that_what_leaves_the_canvas_is_cut_off() -> None:
    drawing = Drawing(28, 28)
    drawing.add(Stroke(np.array([[-1e6, 0.5], [1e6, 0.5]]), 0.1))
    assert drawing.ink[:, 0].sum() == pytest.approx(0.1 * len(drawing.ink), abs=0.5)
    drawing.clear()
    drawing.add(dot(3.0, -4.0))
    assert drawing.blank


# ---- undo and redo


def test_that_undo_and_redo_go_through_every_deed() -> None:
    drawing = Drawing(28, 28)
    pictures = [drawing.ink.copy()]
    deeds = [
        lambda: drawing.add(dot(0.3)),
        lambda: drawing.add(dot(0.3, erase=True, width=0.1)),
        lambda: drawing.paste(np.full((28, 28), 0.5)),
        lambda: drawing.add(dot(0.7)),
        drawing.clear,
        lambda: drawing.add(dot(0.1)),
    ]
    for deed in deeds:
        deed()
        pictures.append(drawing.ink.copy())
    for picture in reversed(pictures[:-1]):
        assert drawing.undo()
        assert np.array_equal(drawing.ink, picture)
    assert not drawing.undo()
    assert not drawing.can_undo
    for picture in pictures[1:]:
        assert drawing.redo()
        assert np.array_equal(drawing.ink, picture)
    assert not drawing.redo()


def test_that_a_new_stroke_ends_what_could_be_redone() -> None:
    drawing = Drawing(28, 28)
    drawing.add(dot(0.2))
    drawing.undo()
    assert drawing.can_redo
    drawing.add(dot(0.8))
    assert not drawing.can_redo


def test_that_a_stroke_can_be_given_up_midway() -> None:
    drawing = Drawing(28, 28)
    drawing.add(dot(0.2))
    before = drawing.ink.copy()
    drawing.begin(0.5, 0.5, 0.1)
    drawing.extend(0.9, 0.9)
    assert drawing.at_work
    assert drawing.pen == (0.9, 0.9)
    drawing.cancel()
    assert np.array_equal(drawing.ink, before)
    assert len(drawing.strokes) == 1
    assert drawing.pen is None


def test_that_undo_in_the_midst_of_a_stroke_takes_that_stroke() -> None:
    drawing = Drawing(28, 28)
    drawing.begin(0.5, 0.5, 0.1)
    assert drawing.can_undo
    drawing.undo()
    assert drawing.blank
    assert drawing.redo()
    assert not drawing.blank


def test_that_strokes_and_ground_are_those_since_the_canvas_was_covered() -> None:
    drawing = Drawing(28, 28)
    drawing.add(dot(0.2))
    assert drawing.ground is None
    sample = np.zeros((28, 28))
    sample[3, 4] = 2.0  # no ink is more than full
    drawing.paste(sample)
    drawing.add(dot(0.8))
    assert len(drawing.strokes) == 1
    assert drawing.ground is not None
    assert drawing.ground.max() == 1.0
    drawing.clear()
    assert drawing.strokes == ()
    assert drawing.ground is None
    with pytest.raises(ValueError, match="shape"):
        drawing.paste(np.zeros((8, 8)))


def test_that_there_are_two_handwritten_digits_of_every_class() -> None:
    digits = handwritten()
    assert sorted(label for label, _ in digits) == sorted([*range(10)] * 2)
    assert all(not drawn(strokes).blank for _, strokes in digits)
