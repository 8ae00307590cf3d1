"""The compiled loop at its edges: updates that leave the doubles, and windows of a single step."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Phase, Session, Settings, StoppingRule, StopReason

LINEAR = Settings(n_hidden=1, learning_rate=1e150, sigma1="identity", sigma2="identity")  # type: ignore[arg-type]


@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_a_weight_of_either_matrix_that_would_leave_the_doubles_is_seen(matrix: str) -> None:
    """f = 1 and y = 0, so δ2 = 2: ∂W₁ = 2·W₂·x and ∂W₂ = 2·h; one of them is 2·10¹⁶⁰."""
    x = 1e160 if matrix == "W1" else 1.0
    session = Session(LINEAR, Dataset.from_arrays("one", [[x]], [[0.0]]))
    h = 1.0 if matrix == "W1" else 1e160
    session.edit_weight("W1", 0, 0, h / x)
    session.edit_weight("W2", 0, 0, 1.0 / h)
    t = session.preview
    assert np.isfinite([t.f[0], t.loss, t.delta1[0] * 1e150, t.delta2[0] * 1e150]).all()
    outcome = session.advance(1)
    assert outcome.reason is StopReason.NOT_FINITE
    name = "new W₁" if matrix == "W1" else "new W₂"
    assert f"{name}[0, 0] is −∞" in outcome.message
    assert (session.step, session.phase) == (0, Phase.UPDATE)


@pytest.mark.parametrize("patience", [1, 3])
def test_that_a_window_may_be_a_single_step(patience: int) -> None:
    """With λ so small that nothing is learned: the first step is the best one."""
    rule = StoppingRule(window=1, tolerance=0.5, patience=patience)
    data = Dataset.from_arrays("one", [[1.0]], [[0.5]])
    session = Session(Settings(n_hidden=1, learning_rate=1e-9, stopping=rule), data)
    outcome = session.advance(100)
    assert (outcome.reason, outcome.step) == (StopReason.STOPPING_RULE, 1 + patience)


def test_that_a_loss_beyond_the_doubles_is_seen_where_all_else_is_finite() -> None:
    """f = 10¹⁶⁰, and λ so small that every weight would hardly move."""
    session = Session(
        LINEAR.replace(learning_rate=1e-300), Dataset.from_arrays("one", [[1e160]], [[0.0]])
    )
    session.edit_weight("W1", 0, 0, 1.0)
    session.edit_weight("W2", 0, 0, 1.0)
    outcome = session.advance(1)
    assert outcome.reason is StopReason.NOT_FINITE
    assert "loss is ∞" in outcome.message


@pytest.mark.parametrize("layer", ["z1", "z2"])
def test_that_an_infinite_sum_is_seen_behind_a_sigmoid_that_hides_it(layer: str) -> None:
    """σ(∞) = 1 and σ′(∞) = 0: all that comes after is finite, and every gradient tame."""
    session = Session(
        Settings(n_hidden=1, learning_rate=1e-3), Dataset.from_arrays("one", [[10.0]], [[0.0]])
    )
    if layer == "z1":
        session.edit_weight("W1", 0, 0, 1e308)
    else:
        session = Session(
            Settings(n_hidden=1, learning_rate=1e-3, sigma1="identity"),  # type: ignore[arg-type]
            Dataset.from_arrays("one", [[10.0]], [[0.0]]),
        )
        session.edit_weight("W1", 0, 0, 1e10)
        session.edit_weight("W2", 0, 0, 1e300)
    outcome = session.advance(1)
    assert outcome.reason is StopReason.NOT_FINITE
    assert f"{layer}[0] is ∞" in outcome.message
