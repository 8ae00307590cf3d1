"""Results by quantity, and what is measured along a branch."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from bpviz.training import quantities
from bpviz.training.quantities import (
    COSINES,
    SCAN,
    TEST_CURVE,
    TRAIN_CURVE,
    CurveQuantity,
    Curves,
    Quantity,
    Results,
)

ALL = [each for each in vars(quantities).values() if isinstance(each, Quantity)]


def test_that_before_there_is_a_result_its_nothing_stands_there() -> None:
    results = Results()
    assert results[SCAN] is None
    assert len(results[TRAIN_CURVE].steps) == len(results[COSINES].steps) == 0
    assert len(ALL) >= 7
    for quantity in ALL:
        assert results[quantity] is quantity.nothing
    with pytest.raises(FrozenInstanceError):
        results.found = {}  # type: ignore[misc]


def test_that_each_quantity_has_a_result_of_its_own() -> None:
    results = Results({each: i for i, each in enumerate(ALL)})
    assert [results[each] for each in ALL] == list(range(len(ALL)))


def test_that_a_fork_has_the_past_of_every_curve_and_adds_to_its_own() -> None:
    curves = Curves()
    for step in (2, 4, 6):
        curves[TRAIN_CURVE].add(step, 1.0, None)
    fork = curves.cut(4)
    fork[TRAIN_CURVE].add(5, 0.5, None)
    fork[TEST_CURVE].add(5, 0.5, None)
    assert fork.shown()[TRAIN_CURVE].steps.tolist() == [2, 4, 5]  # type: ignore[attr-defined]
    assert curves.shown()[TRAIN_CURVE].steps.tolist() == [2, 4, 6]  # type: ignore[attr-defined]
    assert TEST_CURVE not in curves.shown()


@pytest.mark.parametrize("quantity", [q for q in ALL if isinstance(q, CurveQuantity)])
def test_that_every_curve_shows_the_same_object_while_nothing_is_put_in(
    quantity: CurveQuantity[object, quantities.MeasuredCurve],
) -> None:
    curve = Curves()[quantity]
    assert curve.shown() is curve.shown()
    assert type(curve.cut(0)) is type(curve)


def test_that_what_was_measured_from_a_step_on_can_be_forgotten() -> None:
    curves = Curves()
    for step in (0, 5, 10, 15):
        curves[TRAIN_CURVE].add(step, 1.0, None)
    other = curves.cut(15)
    curves.forget(10)
    assert curves[TRAIN_CURVE].shown().steps.tolist() == [0, 5]
    assert other[TRAIN_CURVE].shown().steps.tolist() == [0, 5, 10, 15]
    curves[TRAIN_CURVE].add(10, 2.0, None)
    assert curves[TRAIN_CURVE].shown().loss.tolist() == [1.0, 1.0, 2.0]
