"""The engine by itself: what it says of the last step that ran, and how it is loaded."""

from __future__ import annotations

import math
from unittest.mock import Mock, patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, kernels, trace
from bpviz.network.watchpoints import LOSS_ABOVE, STOP, Watchpoints
from bpviz.training import Breakpoint, Session, Settings, StoppingRule, StopReason
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.record.keyframes import KeyframePool
from bpviz.training.run.engine import Engine
from bpviz.training.step.computed_step import ComputedStep
from tests.training.oracle import initial

SMALL = Settings(n_hidden=4, learning_rate=0.5)
FRESH = [0.0, 0.0, math.inf, 0.0, 0.0]


@pytest.fixture
def engine(sparse: Dataset) -> Engine:
    engine = Engine(SMALL, Pairs(sparse))
    engine.load(initial(SMALL, sparse))
    return engine


def run(engine: Engine, *samples: int, rate: float = 0.5) -> tuple[int, int]:
    pairs = np.array(samples, np.int64)
    pairs.flags.writeable = False  # others would be compiled first, which takes ten seconds
    return engine.run(pairs, rate, GradientRule.EXACT, np.empty((3, len(samples))))


def test_that_it_says_which_step_its_quantities_are_of(engine: Engine) -> None:
    assert (engine.step, engine.applied) == (0, None)
    assert math.isnan(engine.loss)
    assert run(engine, 3, 1, 4)[0] == 3
    assert (engine.step, engine.applied) == (3, 2)
    right = trace(initial(SMALL, engine.pairs.dataset), engine.pairs.x(3), engine.pairs.y(3))
    again = Engine(SMALL, engine.pairs)
    again.load(initial(SMALL, engine.pairs.dataset))
    run(again, 3)
    assert (again.step, again.applied, again.loss) == (1, 0, right.loss)
    np.testing.assert_array_equal(again.ws.delta1, right.delta1)
    assert run(again) == (0, 0)
    assert (again.step, again.applied, again.loss) == (1, 0, right.loss)


def test_that_a_step_that_is_not_applied_takes_the_quantities_away(engine: Engine) -> None:
    run(engine, 3, 1)
    loss = engine.loss
    done, _ = run(engine, 4, rate=math.inf)
    assert done == 0
    assert (engine.step, engine.applied, engine.loss) == (2, None, loss)


def test_that_loading_forgets_the_last_step(engine: Engine, sparse: Dataset) -> None:
    pool = KeyframePool(sparse.n_inputs, 4, sparse.n_outputs, 10**5)
    run(engine, 3, 1)
    pool.put(0, 2, engine.W1T, engine.W2, engine.stop)
    two, stop = engine.network(), engine.stop.copy()
    run(engine, 5)
    engine.load_keyframe(pool, 0, 2)
    assert (engine.step, engine.applied) == (2, None)
    assert math.isnan(engine.loss)
    np.testing.assert_array_equal(engine.W1T, two.W1T)
    np.testing.assert_array_equal(engine.W2, two.W2)
    np.testing.assert_array_equal(engine.stop, stop)
    run(engine, 5)
    engine.load(two)
    assert (engine.step, engine.applied) == (0, None)
    assert math.isnan(engine.loss)
    np.testing.assert_array_equal(engine.stop, FRESH)
    np.testing.assert_array_equal(engine.W1T, two.W1T)


def test_that_a_copy_stands_alone(engine: Engine) -> None:
    run(engine, 3, 1)
    copy = Engine(SMALL, engine.pairs)
    copy.load_copy(engine)
    assert (copy.step, copy.applied, copy.loss) == (2, 1, engine.loss)
    before = engine.network()
    for mine, other in zip(copy.ws, engine.ws, strict=True):
        np.testing.assert_array_equal(mine, other)
        assert not np.shares_memory(mine, other)
    run(copy, 6)
    np.testing.assert_array_equal(engine.W1T, before.W1T)
    np.testing.assert_array_equal(engine.W2, before.W2)


def test_that_what_a_step_is_asked_for_changes_neither_its_trace_nor_the_engine(
    engine: Engine,
) -> None:
    """The trace goes to the interface, which may be reading it."""
    run(engine, 3, 1)
    opened = ComputedStep(engine.network(), engine.pairs, 5, GradientRule.EXACT)
    found = opened.trace
    arrays = {name: value for name, value in vars(found).items() if isinstance(value, np.ndarray)}
    before = {name: value.copy() for name, value in arrays.items()}
    mine = [engine.W1T, engine.W2, engine.stop, *engine.ws]
    kept = [each.copy() for each in mine]
    watch = Watchpoints.empty(1)
    watch.codes[0], watch.mode[0] = LOSS_ABOVE, STOP
    for rate in (0.5, -3.0):
        assert engine.can_take(found, 5, rate)
        assert engine.meets(watch, 5, rate, GradientRule.EXACT)
        engine.half_updated(found, 5, rate, 3)
    assert (engine.step, engine.applied) == (2, 1)
    for each, then in zip(mine, kept, strict=True):
        np.testing.assert_array_equal(each, then)
    assert len(arrays) == 10
    for name, value in arrays.items():
        assert not value.flags.writeable
        np.testing.assert_array_equal(value, before[name])


@pytest.mark.parametrize("sample", [1, 0, 4])
def test_that_any_rows_of_an_update_are_applied_and_no_others(engine: Engine, sample: int) -> None:
    old = engine.network()
    step = trace(old, engine.pairs.x(sample), engine.pairs.y(sample))
    halves = [engine.half_updated(step, sample, 0.7, rows) for rows in range(3 + 4 + 1)]
    run(engine, sample, rate=0.7)
    new = engine.network()
    for rows, half in enumerate(halves):
        done = np.arange(3 + 4) < rows
        np.testing.assert_array_equal(half.W2, np.where(done[:3, None], new.W2, old.W2))
        np.testing.assert_array_equal(half.W1, np.where(done[3:, None], new.W1, old.W1))


@pytest.mark.parametrize(
    ("rate", "taken"), [(0.5, True), (math.inf, False), (1e308, True), (-1e3, True)]
)
def test_that_a_step_can_be_taken_where_a_run_takes_it(
    engine: Engine, rate: float, taken: bool
) -> None:
    step = trace(engine.network(), engine.pairs.x(4), engine.pairs.y(4))
    assert engine.can_take(step, 4, rate) == taken
    assert run(engine, 4, rate=rate)[0] == taken


def test_that_the_rule_of_the_settings_reaches_the_kernels(sparse: Dataset) -> None:
    """A window of 5 and a tolerance that nothing satisfies: the second window is one too many."""
    rule = StoppingRule(window=5, tolerance=0.99, patience=1)
    session = Session(SMALL.replace(stopping=rule), sparse)
    outcome = session.advance(100)
    assert (outcome.reason, outcome.step) == (StopReason.STOPPING_RULE, 10)


def test_that_the_last_change_is_right_where_a_breakpoint_wrote_over_it(sparse: Dataset) -> None:
    session, plain = Session(SMALL, sparse), Session(SMALL, sparse)
    session.breakpoints.add(Breakpoint.every(7))
    assert session.advance(50).reason is StopReason.BREAKPOINT
    plain.advance(session.step)
    found, right = session.last_change, plain.last_change
    assert found is not None
    assert right is not None
    assert found.step == right.step == session.step - 1
    for name in ("scaled_delta1", "scaled_delta2", "x", "h"):
        np.testing.assert_array_equal(getattr(found, name), getattr(right, name))
    before = plain.network_at(0, session.step - 1)
    np.testing.assert_array_equal(before.W2 + found.W2(), session.network.W2)


def test_that_the_change_of_the_step_just_taken_is_not_replayed(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(SMALL, sparse)
    session.advance(7)
    monkeypatch.setattr(session._run.replayer, "run", None)
    change = session.last_change
    assert change is not None
    assert change.step == 6
    assert session.last_change is change


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("held", [False, True])
def test_that_pairs_go_to_the_kernels_in_arrays_that_cannot_be_written_to(
    sparse: Dataset, own: bool, held: bool
) -> None:
    """Others would have the kernels compiled a second time, in the middle of a run."""
    session = Session(SMALL, sparse)
    number = 3
    if own:
        number = session.train_own(CustomPair(sparse.x(2) + 1.0, sparse.Y[2], 0, ""))
    if held:
        session.hold(number)
    with patch.object(kernels, "run", Mock(wraps=kernels.run)) as run:
        session.advance(9)
    drawn = [call.args[7] for call in run.call_args_list]
    assert sum(map(len, drawn)) == 9
    for samples in drawn:
        assert (samples.dtype, samples.flags.writeable) == (np.int64, False)
