"""Watched numbers at the edges of the range of a double."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.network import watches as w
from bpviz.training import Breakpoint, Session, Settings, StopReason, Watch
from bpviz.training.watch_text import watch_of

DATA = Dataset.from_arrays("some", np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]]), np.ones((2, 2)))


def with_weights(W1: np.ndarray, W2: np.ndarray) -> Session:
    return Session(Settings(n_hidden=len(W1)), DATA, network=Network(W1, W2))


@pytest.mark.parametrize("scale", [1e-200, 1e-160, 1.0, 1e150, 1e160, 1e300])
@pytest.mark.parametrize("hidden", [1, 4, 7])
def test_that_a_norm_has_the_range_of_its_weights(scale: float, hidden: int) -> None:
    rng = np.random.default_rng(hidden)
    W1, W2 = scale * rng.normal(size=(hidden, 3)), scale * rng.normal(size=(2, hidden))
    session = with_weights(W1, W2)
    for text, part in (
        ("norm W1", W1), ("norm W1[0, :]", W1[0]), ("norm W1[:, 2]", W1[:, 2]),
        ("norm W2", W2), ("norm W2[1, :]", W2[1]), ("norm W2[:, 0]", W2[:, 0]),
    ):  # fmt: skip
        assert session.watch(text).value == pytest.approx(
            math.hypot(*part.ravel().tolist()), rel=1e-14
        )
    assert with_weights(0 * W1, W2).watch("norm W1").value == 0


@pytest.mark.parametrize("tiny", [0.0, 5e-324, 1e-310])
def test_that_the_smallest_move_is_one(tiny: float) -> None:
    """The shortcut by ‖x‖ knows nothing of numbers that are rounded to a few bits."""
    session = with_weights(np.full((1, 3), 0.5), np.full((2, 1), 0.5))
    session.set_learning_rate(max(tiny, 5e-324))
    watch = Watch.weight("W1", 0, 2)
    session.advance(20)
    moves = [session.largest(watch, 1, step, step + 1, of="move")[1][0] for step in range(20)]
    found = session.find(Breakpoint.moves(watch, tiny)).tolist()
    assert found == [step for step in range(20) if moves[step] > tiny]


def test_that_an_edit_by_hand_is_no_step() -> None:
    session = with_weights(np.full((2, 3), 0.5), np.full((2, 2), 0.5))
    session.set_learning_rate(1e-6)
    for text in ("W1[0, 0] changes sign", "norm W1 moves by > 1", "W1[0, 0] moves by > 0.1"):
        assert session.find(text, stop=session.tip + 1).size == 0
    session.breakpoints.add(Breakpoint.changes_sign(watch_of("W1[0, 0]")))
    session.breakpoints.add(Breakpoint.moves(watch_of("norm W1"), 1.0))
    session.advance(5)
    session.edit_weight("W1", 0, 0, -9.0)
    assert session.advance(5).reason is StopReason.COUNT
    assert session.watch("W1[0, 0]").values(4, 5).tolist() == pytest.approx([0.5, -9.0], rel=1e-3)


def test_that_no_sign_changes_with_what_is_no_number() -> None:
    watches = w.Watches.empty(1)
    assert np.isnan(watches.state[0, w.NOW])
    session = with_weights(np.full((2, 3), 0.5), np.full((2, 2), 0.5))
    assert session.find("delta2[0] changes sign", stop=1).tolist() == []
    assert session.find("delta2[0] moves by > -1", stop=1).tolist() == []  # there is no step before
