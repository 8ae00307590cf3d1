"""What a frame has to show of a weight matrix, at every place inside a step."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.network.rules import GradientRule
from bpviz.training.step.phases import Phase
from bpviz.ui.panels.weights.shown_matrix import at_hand, change, gradient, rows_updated
from tests.ui.frames import make_frame
from tests.ui.updating import mid_update

D, L = 10, 8


@pytest.mark.parametrize(
    ("phase", "row", "first", "second"),
    [
        (Phase.DRAW, 0, L, D),  # between two steps the whole step is looked at
        (Phase.Z1, 0, 0, 0),
        (Phase.LOSS, 0, 0, 0),
        (Phase.GRAD_W2, 0, 0, 0),
        (Phase.GRAD_W2, 3, 0, 3),
        (Phase.GRAD_W1, 0, 0, D),
        (Phase.GRAD_W1, 5, 5, D),
        (Phase.UPDATE, 0, L, D),
    ],
)
def test_that_the_rows_of_the_gradient_come_one_by_one(
    phase: Phase, row: int, first: int, second: int
) -> None:
    frame = make_frame(phase=phase, row=row)
    assert frame.preview is not None
    for matrix, known, whole in (
        ("W1", first, frame.preview.grad_W1),
        ("W2", second, frame.preview.grad_W2),
    ):
        shown = gradient(frame, matrix)  # type: ignore[arg-type]
        assert shown.known == known
        assert np.array_equal(shown.values[:known], whole[:known])
        assert np.isnan(shown.values[known:]).all()
        assert (shown.norm() is None) == (known < len(whole))


def test_that_a_gradient_that_is_not_a_number_counts_as_computed() -> None:
    base = make_frame()
    W2 = base.network.W2.copy()
    W2[:] = np.nan
    network = type(base.network)(base.network.W1, W2)
    shown = gradient(make_frame(network=network, phase=Phase.GRAD_W2, row=2), "W2")
    assert shown.known == 2
    assert np.isnan(shown.values).all()


def test_that_colours_of_the_first_rows_are_those_of_the_whole_gradient() -> None:
    frame = make_frame(phase=Phase.GRAD_W1, row=1)
    assert frame.preview is not None
    peak = gradient(frame, "W1").whole_peak
    assert peak == pytest.approx(np.abs(frame.preview.grad_W1).max())
    assert gradient(make_frame(), "W1").whole_peak is None


@pytest.mark.parametrize("row", [1, 4, D, D + 3, D + L])
def test_that_the_change_of_an_update_is_what_its_finished_rows_moved_by(row: int) -> None:
    frame = mid_update(row)
    assert frame.network_before is not None
    for matrix, known in (("W1", max(row - D, 0)), ("W2", min(row, D))):
        shown = change(frame, matrix)  # type: ignore[arg-type]
        moved = getattr(frame.network, matrix) - getattr(frame.network_before, matrix)
        assert rows_updated(frame, matrix) == shown.known == known  # type: ignore[arg-type]
        assert np.allclose(shown.values[:known], moved[:known], rtol=0, atol=1e-15)
        assert np.isnan(shown.values[known:]).all()


def test_that_before_an_update_the_change_is_that_of_the_last_step() -> None:
    frame = make_frame(step=7, phase=Phase.UPDATE, row=0)
    assert frame.last_change is not None
    assert np.array_equal(change(frame, "W1").values, frame.last_change.W1())
    assert change(make_frame(step=0), "W2").known == 0


WHOLE = (None, None)


@pytest.mark.parametrize(
    ("phase", "row", "first", "second"),
    [
        (Phase.DRAW, 0, None, None),
        (Phase.Z1, 0, WHOLE, None),
        (Phase.H, 0, None, None),
        (Phase.Z2, 0, None, WHOLE),
        (Phase.F, 0, None, None),
        (Phase.LOSS, 0, None, None),
        (Phase.GRAD_W2, 3, None, (3, None)),
        (Phase.GRAD_W2, D, None, None),
        (Phase.GRAD_W1, 5, (5, None), (None, 5)),  # N7 reads column k of W₂
        (Phase.GRAD_W1, L, None, None),
        (Phase.UPDATE, 0, None, (0, None)),
        (Phase.UPDATE, D - 1, None, (D - 1, None)),
        (Phase.UPDATE, D, (0, None), None),
        (Phase.UPDATE, D + L - 1, (L - 1, None), None),
        (Phase.UPDATE, D + L, None, None),
    ],
)
def test_that_it_says_which_part_the_step_is_at(
    phase: Phase, row: int, first: Any, second: Any
) -> None:
    frame = make_frame(phase=phase, row=row)
    assert (at_hand(frame, "W1"), at_hand(frame, "W2")) == (first, second)


def test_that_the_printed_rule_reads_no_column_of_w2() -> None:
    frame = make_frame(phase=Phase.GRAD_W1, row=5, gradient_rule=GradientRule.AS_PRINTED)
    assert at_hand(frame, "W1") == (5, None)
    assert at_hand(frame, "W2") is None
