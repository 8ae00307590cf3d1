"""A run whose numbers stop being finite: paused on that step, explained, undone by going back."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, StopReason
from bpviz.training.outcome import without_a_window
from tests.training.conftest import small_world
from tests.training.oracle import bits

RELU = Settings(n_hidden=5, learning_rate=1e9, sigma1="relu", sigma2="identity")  # type: ignore[arg-type]
BOTH = Settings(n_hidden=1, sigma1="identity", sigma2="identity")  # type: ignore[arg-type]


def finite(session: Session) -> bool:
    net = session.network
    return bool(np.isfinite(net.W1).all() and np.isfinite(net.W2).all())


def test_that_an_exploding_run_pauses_before_the_update_that_cannot_be(sparse: Dataset) -> None:
    session = Session(RELU, sparse)
    outcome = session.advance(10_000)
    assert outcome.reason is StopReason.NOT_FINITE
    step = outcome.step
    assert 0 < step < 100
    assert step == session.step == session.tip
    assert finite(session)
    assert np.isfinite(session.history.loss(0, step)).all()
    assert f"Paused at step {step}, before its update" in outcome.message
    assert "λ = 1e+09" in outcome.message
    assert "Go back" in outcome.message
    assert session.last_change is not None
    assert session.last_change.step == step - 1


def test_that_it_pauses_on_the_same_step_with_the_same_words_however_it_comes_there(
    sparse: Dataset,
) -> None:
    first = Session(RELU, sparse)
    outcome = first.advance(10_000)
    again = first.advance(5)
    singly = Session(RELU, sparse)
    while (one := singly.advance()).reason is StopReason.COUNT:
        pass
    sought = Session(RELU, sparse)
    assert one == again == outcome == sought.seek(10_000) == first.seek(12_345)
    first.restart()
    assert first.advance(10_000) == outcome
    assert len({bits(s.network) for s in (first, singly, sought)}) == 1
    assert first.tip == outcome.step


def test_that_one_can_go_back_and_on_with_a_smaller_rate(sparse: Dataset) -> None:
    session = Session(RELU, sparse)
    end = session.advance(10_000).step
    old = session.history.loss(0, end)
    session.restart()
    session.set_learning_rate(1e-3)
    assert session.advance(200).reason is StopReason.COUNT
    assert session.tip == 200
    assert session.branches[0].tip == end
    assert session.branches[0].record.raw(0, end)[0].tolist() == old.tolist()
    assert finite(session)


def test_that_a_smaller_rate_on_the_very_step_goes_on_if_only_the_update_was_too_large() -> None:
    data = Dataset.from_arrays("one", [[1.0]], [[0.5]])
    session = Session(BOTH.replace(learning_rate=1e308, seed=3), data)
    stuck = session.advance(5)
    assert stuck.reason is StopReason.NOT_FINITE
    assert stuck.step == session.tip == 0
    session.set_learning_rate(0.1)
    assert session.advance(500).reason is StopReason.COUNT
    assert session.loss < 1e-6


def one(x: float, y: float, rate: float, W1: float = 1.0, W2: float = 1.0) -> tuple[str, int]:
    """The message, and the step, of a network with two given weights on one pair."""
    data = Dataset.from_arrays("one", [[x]], [[y]])
    session = Session(BOTH.replace(learning_rate=rate), data)
    engine = session._run.engine
    engine.W1T[:], engine.W2[:] = W1, W2
    outcome = session.advance(3)
    assert outcome.reason is StopReason.NOT_FINITE
    assert finite(session)
    return outcome.message, outcome.step


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"x": 1e200, "y": 0, "rate": 1, "W1": -1e200}, "z1[0] is −∞"),
        ({"x": np.nan, "y": 0, "rate": 1}, "z1[0] is NaN"),
        ({"x": np.inf, "y": 0, "rate": 1}, "z1[0] is ∞"),
        ({"x": 1e200, "y": 0, "rate": 1, "W2": 1e200}, "z2[0] is ∞"),
        ({"x": 1e200, "y": 0, "rate": 1}, "loss is ∞"),
        ({"x": 1, "y": -1e153, "rate": 1, "W1": 1e-200, "W2": 1e160}, "δ1[0] is ∞"),
        ({"x": 1, "y": -1e3, "rate": 1e308}, "λ·δ2[0] is ∞"),
        ({"x": 1, "y": -3, "rate": 1e300, "W1": 1e-9, "W2": -1e9}, "λ·δ1[0] is −∞"),
        ({"x": 1e150, "y": 0, "rate": 1e160, "W1": 1e-150, "W2": 0.1}, "new W₁[0, 0] is −∞"),
        ({"x": 1e11, "y": 0, "rate": 1e300, "W2": 1e-12}, "new W₂[0, 0] is −∞"),
    ],
)
def test_that_the_first_quantity_that_overflows_is_named(
    arguments: dict[str, float], words: str
) -> None:
    message, step = one(**arguments)
    assert step == 0
    assert f": {words}, no longer a finite number" in message


@pytest.mark.parametrize(
    ("X", "Y", "names", "words"),
    [
        ([[1, 2], [3, np.nan]], [[0], [1]], (), "x[1] of sample 1 is NaN"),
        ([[1, 2], [-np.inf, 4]], [[0], [1]], ("age", "size"), "x[0] (age) of sample 1 is −∞"),
        ([[1, 2], [3, 4]], [[0], [np.nan]], (), "y[0] of sample 1 is NaN"),
    ],
)
def test_that_data_that_is_not_finite_is_blamed_and_no_step_size(
    X: list[list[float]], Y: list[list[float]], names: tuple[str, ...], words: str
) -> None:
    data = Dataset.from_arrays("bad", X, Y, input_names=names)
    outcome = Session(BOTH.replace(order="sequential"), data).advance(5)
    assert (outcome.reason, outcome.step) == (StopReason.NOT_FINITE, 1)
    assert words in outcome.message
    assert "λ" not in outcome.message
    assert "finite" in without_a_window(outcome.message)


def test_that_what_a_window_could_do_is_not_told_where_there_is_none(sparse: Dataset) -> None:
    message = Session(RELU, sparse).advance(10_000).message
    assert message.endswith("Go back and choose a smaller λ.")
    assert without_a_window(message).endswith("(λ = 1e+09). Choose a smaller λ.")
    assert without_a_window("Something else.") == "Something else."


def test_that_of_several_entries_the_first_is_named_with_its_own_value() -> None:
    data = Dataset.from_arrays("one", [[1e200]], [[0.0]])
    session = Session(BOTH.replace(n_hidden=4), data)
    for row, weight in enumerate((1.0, 1e200, 1e200, -1e200)):
        session.edit_weight("W1", row, 0, weight)
    assert ": z1[1] is ∞, no longer a finite number" in session.advance().message


def test_that_huge_but_finite_steps_are_taken() -> None:
    data = Dataset.from_arrays("one", [[1.0]], [[0.0]])
    session = Session(BOTH.replace(learning_rate=1e140), data)
    assert session.advance(1).reason is StopReason.COUNT
    assert finite(session)
    assert np.abs(session.network.W2).max() > 1e130


@pytest.mark.parametrize("way", ["advance", "seek"])
def test_that_the_last_step_is_known_where_a_run_is_stuck_at_a_keyframe(
    sparse: Dataset, way: str
) -> None:
    """No step runs from there, and a keyframe does not hold what led to it."""
    with small_world(8):
        session = Session(RELU.replace(learning_rate=0.01), sparse)
        session.advance(16)
        loss, before = session.loss, session.network
        assert 16 in session.keyframes
        session.edit_weight("W2", 0, 0, 1e308)
        session.edit_weight("W2", 1, 0, 1e308)
        session.hold(1)  # the dense one
        session.edit_weight("W1", 0, 0, 1e9 * (1 if sparse.x(1)[0] > 0 else -1))
        for place in (16, 3):
            session.seek(place)
            outcome = session.advance(20) if way == "advance" else session.seek(20)
            assert (outcome.reason, outcome.step) == (StopReason.NOT_FINITE, 16)
            assert session.loss == loss
            assert session.last_change is not None
            assert session.last_change.step == 15
        for _ in range(4):
            session.undo()
        assert bits(session.network) == bits(before)
