"""The breakpoint on numbers that are not finite: what it names, and that nothing goes on."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Phase, Session, Settings, StopReason
from tests.training.oracle import bits

B = Breakpoint
LINEAR = Settings(n_hidden=1, sigma1="identity", sigma2="identity")  # type: ignore[arg-type]


def single(x: float, y: float, W1: float, W2: float, rate: float = 1.0) -> Session:
    data = Dataset.from_arrays("one", [[x]], [[y]])
    session = Session(LINEAR.replace(learning_rate=rate), data)
    session.edit_weight("W1", 0, 0, W1)
    session.edit_weight("W2", 0, 0, W2)
    session.breakpoints.add(B.not_finite())
    return session


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((1e200, 0, -1e200, 1), "z1[0] is −∞"),
        ((math.nan, 0, 1, 1), "z1[0] is NaN"),
        ((1e200, 0, 1, 1e200), "z2[0] is ∞"),
        ((1e200, 0, 1, 1), "loss is ∞"),
        ((1, -1e153, 1e-200, 1e160), "δ1[0] is ∞"),
        ((1, -1e3, 1, 1, 1e308), "λ·δ2[0] is ∞"),
        ((1e150, 0, 1e-150, 0.1, 1e160), "new W₁[0, 0] is −∞"),
        ((1e11, 0, 1, 1e-12, 1e300), "new W₂[0, 0] is −∞"),
    ],
)
def test_that_not_finite_names_the_first_quantity_and_the_run_cannot_go_on(
    arguments: tuple[float, ...], words: str
) -> None:
    session = single(*arguments)
    before = bits(session.network)
    outcome = session.advance(5)
    assert (outcome.reason, outcome.step) == (StopReason.BREAKPOINT, 0)
    assert outcome.message == f"Stopped before the update of step 0: not finite: {words}."
    assert [hit.text for hit in session.branch.hits.shown] == [f"not finite: {words}"]
    for go_on in (session.advance, session.finish_step, session.advance_phase, session.advance_row):
        outcome = go_on()
        assert (outcome.reason, outcome.step) == (StopReason.NOT_FINITE, 0)
        assert f": {words}, no longer a finite number" in outcome.message
        assert (session.phase, session.row, session.tip) == (Phase.UPDATE, 0, 0)
        assert bits(session.network) == before
    assert session.advance_to(Phase.UPDATE, 1).reason is StopReason.NOT_FINITE
    session.restart()
    assert session.advance_to(Phase.GRAD_W1).reason is StopReason.COUNT  # one may look at it
    assert session.advance_to(Phase.UPDATE, 1).reason is StopReason.BREAKPOINT
    assert [note.hits for note in session.breakpoints] == [2]


def test_that_not_finite_looks_at_values_and_not_at_their_squares() -> None:
    """h is 1e200, and everything else is of an ordinary size."""
    data = Dataset.from_arrays("one", [[1e200]], [[0.5]])
    chosen = LINEAR.replace(sigma1="relu", sigma2="sigmoid", learning_rate=1e-250)
    session = Session(chosen, data)
    session.edit_weight("W1", 0, 0, 1.0)
    session.edit_weight("W2", 0, 0, 1e-200)
    session.breakpoints.add(B.not_finite())
    assert session.preview.h[0] == 1e200
    assert 0 < session.preview.loss < 1
    assert session.advance(5).reason is StopReason.COUNT
    assert np.isfinite(session.history.gradient_W2(0, 5)).all()
    assert session.history.gradient_W2(0, 5)[0] > 1e198


@pytest.mark.parametrize("walked", [False, True])
def test_that_a_small_update_that_leaves_the_range_is_seen(walked: bool) -> None:
    """The largest double is but 1e292 away from what is rounded to infinity."""
    largest = float(np.finfo(float).max)
    data = Dataset.from_arrays("two", [[1.0, 1.0]], [[1e100]])
    session = Session(LINEAR.replace(learning_rate=1e195), data)
    for matrix, column, value in (("W1", 0, largest), ("W1", 1, -largest), ("W2", 0, 1.0)):
        session.edit_weight(matrix, 0, column, value)  # type: ignore[arg-type]
    before = bits(session.network)
    outcome = session.advance_to(Phase.UPDATE, 1) if walked else session.advance(1)
    assert outcome.reason is StopReason.NOT_FINITE
    assert "new W₁[0, 0] is ∞" in outcome.message
    assert bits(session.network) == before
