"""Frames: what the session has, read-only, with nothing gathered twice."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from unittest.mock import Mock, patch

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, Part
from bpviz.network import kernels, trace
from bpviz.training import Session, Settings
from bpviz.training.commands import NewRun, Subscribe
from bpviz.training.evaluation.results import Scan
from bpviz.training.events import Frame, Progress, State
from bpviz.training.infos import TestInfo
from bpviz.training.quantities import SCAN, TEST_CURVE, TRAIN_CURVE, Need
from bpviz.worker.frames import FrameBuilder, Situation
from bpviz.worker.runs import Run, Runs

SETTINGS = Settings(n_hidden=4)


def situation(**changes: object) -> Situation:
    values: dict[str, object] = {
        "acknowledged": 7,
        "state": State.PAUSED,
        "reason": "",
        "progress": None,
        "compiling": None,
        "selected": None,
        "results": {},
        "switched_off": (),
        "comparison": None,
        "check": None,
        "checking": None,
        "steps_per_second": 0.0,
    }
    return Situation(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def session(sparse: Dataset) -> Session:
    session = Session(SETTINGS, sparse)
    session.advance(40)
    return session


def frame(builder: FrameBuilder, session: Session, **changes: object) -> Frame:
    runs = Runs()
    runs.current, runs.number = Run(DataRequest("sparse"), session.dataset, session), 3
    return builder.frame(runs, situation(**changes))


def arrays(thing: object, seen: set[int] | None = None) -> Iterator[np.ndarray]:
    """Every array inside."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, np.ndarray):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from arrays(item, seen)
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from arrays(item, seen)
    elif dataclasses.is_dataclass(thing):
        for item in dataclasses.fields(thing):
            yield from arrays(getattr(thing, item.name), seen)


def test_that_a_frame_tells_what_the_session_is(session: Session) -> None:
    session.back(15)
    made = frame(FrameBuilder(), session, reason="because", steps_per_second=5.0)
    assert (made.run, made.state, made.reason) == (3, State.PAUSED, "because")
    assert (made.step, made.tip, made.epoch) == (25, 40, 25 / 24)
    assert made.network is session.network
    assert made.sample == session.sample_index(25)
    assert made.preview is not None
    np.testing.assert_array_equal(made.preview.delta1, session.preview.delta1)
    assert made.last_change is not None
    assert made.last_change.step == 24
    losses = session.history.loss(0, 40)
    assert made.loss == losses[24]
    assert made.mean_loss == pytest.approx(losses[:25].mean())
    assert made.history is not None
    np.testing.assert_array_equal(made.history.loss.mean, losses)
    assert made.learning_rate == 0.1
    assert made.dataset is session.dataset
    assert made.steps_per_second == 5.0
    np.testing.assert_array_equal(made.keyframes, session.keyframes)


def test_that_at_step_0_the_loss_is_that_of_the_pair_to_come(sparse: Dataset) -> None:
    session = Session(SETTINGS, sparse)
    made = frame(FrameBuilder(), session)
    assert made.loss == session.preview.loss
    assert math.isnan(made.mean_loss)
    assert made.last_change is None


def test_that_the_loss_of_a_step_long_ago_is_its_own(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = session.history.loss(0, 40)
    session.seek(7)
    monkeypatch.setattr(type(session.branch.record), "exact_from", 30)
    assert frame(FrameBuilder(), session).loss == losses[6]


def test_that_every_array_in_a_frame_is_read_only(session: Session) -> None:
    scan = Scan(step=40, magnitudes=np.zeros((24, 2)), losses=np.zeros(24))
    for quantity in (TRAIN_CURVE, TEST_CURVE):
        session.branch.curves[quantity].add(40, 0.5, None)
    for array in (scan.magnitudes, scan.losses):
        array.flags.writeable = False
    made = frame(FrameBuilder(), session, selected=(Part.TRAIN, 3), results={SCAN: scan})
    found = [*arrays(made), *arrays(made.preview), *arrays(made.trace), *arrays(made.shown)]
    assert len(found) > 60
    assert not [array for array in found if array.flags.writeable]
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.step = 3  # type: ignore[misc]


def test_that_a_frame_that_nobody_looks_into_costs_no_step(session: Session) -> None:
    """At full speed the trainer makes sixty a second, and the interface does not draw them all."""
    with patch.object(kernels, "trace_pair", Mock(wraps=kernels.trace_pair)) as opened:
        made = frame(FrameBuilder(), session)
        session.advance(5)
        assert opened.call_count == 0
        assert made.preview is made.preview
        assert made.shown is not None
        assert opened.call_count == 1
    data = session.dataset
    expected = trace(made.network, data.x(made.sample), data.Y[made.sample])
    np.testing.assert_array_equal(made.preview.grad_W1, expected.grad_W1)


def test_that_a_selected_sample_has_a_trace_of_its_own(session: Session) -> None:
    made = frame(FrameBuilder(), session, selected=(Part.TRAIN, 11))
    assert made.selected == 11
    assert made.selected_trace is not None
    np.testing.assert_array_equal(made.selected_trace.x, session.dataset.x(11))
    assert frame(FrameBuilder(), session).selected_trace is None


def test_that_no_history_is_gathered_for_nobody(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = FrameBuilder()
    builder.watch = Subscribe(frozenset({Need.SCAN, Need.EVALUATION}))
    monkeypatch.setattr(type(session.history), "view", lambda *_: pytest.fail("gathered"))
    assert frame(builder, session).history is None


def test_that_a_range_of_the_history_can_be_asked_for(session: Session) -> None:
    builder = FrameBuilder()
    builder.watch = Subscribe(history_range=(10, 30), history_buckets=100)
    shown = frame(builder, session).history
    assert shown is not None
    assert shown.starts.tolist() == list(range(10, 30))
    builder.watch = Subscribe(history_buckets=5)
    shown = frame(builder, session).history
    assert shown is not None
    assert (shown.starts[0], shown.width) == (0, 8)


def test_that_the_history_is_gathered_again_only_when_it_is_another(session: Session) -> None:
    builder = FrameBuilder()
    first = frame(builder, session).history
    session.back(5)
    assert frame(builder, session).history is first  # the tip is the same
    session.set_learning_rate(2.0)
    session.advance(5)  # the same tip again, on another branch
    other = frame(builder, session).history
    assert other is not first
    assert other is not None
    np.testing.assert_array_equal(other.loss.mean, session.history.loss(0, 40))


def test_that_a_running_run_gathers_its_history_not_at_every_frame(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bpviz.worker import frames as module

    monkeypatch.setattr(module, "_HISTORY_SPACING", 1e9)
    builder = FrameBuilder()
    first = frame(builder, session, state=State.RUNNING).history
    session.advance(3)
    assert frame(builder, session, state=State.RUNNING).history is first
    paused = frame(builder, session).history
    assert paused is not None
    assert paused.tip == 43


def test_that_notes_tell_every_change_of_the_rate_on_this_branch(session: Session) -> None:
    builder = FrameBuilder()
    assert frame(builder, session).journal == ()
    session.set_learning_rate(0.25)
    session.advance(10)
    session.set_learning_rate(0.5)
    notes = frame(builder, session).journal
    assert [(note.step, note.text) for note in notes] == [
        (40, "λ = 0.25"),
        (50, "λ = 0.5"),
    ]
    assert frame(builder, session).journal is notes


def test_that_notes_of_another_branch_with_the_same_end_are_not_shown(session: Session) -> None:
    builder = FrameBuilder()
    session.set_learning_rate(0.25)
    session.advance(10)
    session.set_learning_rate(0.5)
    frame(builder, session)
    session.seek(20)
    session.set_learning_rate(0.75)
    session.seek(50)
    session.set_learning_rate(0.5)
    notes = frame(builder, session).journal
    assert [note.step for note in notes] == [20, 50]


def test_that_a_branch_tells_its_newest_change_and_not_where_it_was(session: Session) -> None:
    builder = FrameBuilder()
    session.seek(20)
    session.set_learning_rate(0.75)
    assert frame(builder, session).branches[1].change == "λ = 0.75"
    session.set_learning_rate(0.5)
    assert frame(builder, session).branches[1].change == "λ = 0.5"
    session.advance(5)
    session.back(5)
    session.edit_weight("W2", 1, 2, 3.0)
    note = frame(builder, session).branches[2]
    assert (note.change, note.parent, note.fork) == ("W₂[1, 2] = 3", 1, 20)
    first = frame(builder, session).branches[0]
    assert first.change == ""
    assert first.run is not None
    assert (first.run.title, first.run.settings) == ("sparse", SETTINGS)


def test_that_a_branch_whose_change_was_taken_back_says_so(session: Session) -> None:
    builder = FrameBuilder()
    session.skip()
    session.set_learning_rate(0.5)
    session.advance(10)
    session.undo()
    note = frame(builder, session).branches[-1]
    assert (note.fork, note.change) == (40, "a change taken back")


@pytest.mark.parametrize(
    ("name", "shape"), [("mnist", (32, 784)), ("xor", (32, 3)), ("no such data", (32, 1))]
)
def test_that_a_run_that_is_loading_has_a_frame_of_its_shape(
    name: str, shape: tuple[int, int]
) -> None:
    builder = FrameBuilder()
    request = NewRun(DataRequest(name), Settings(learning_rate=0.5))
    now = situation(state=State.LOADING, progress=Progress("Loading", 0.5))
    made = builder.placeholder(request, now)
    assert made.network.W1.shape == shape
    assert (made.state, made.dataset, made.trace, made.step) == (State.LOADING, None, None, 0)
    assert made.progress == Progress("Loading", 0.5)
    assert (made.learning_rate, made.dataset_name, made.epoch) == (0.5, name, 0.0)
    assert builder.placeholder(request, now).network is made.network
    assert not [array for array in arrays(made) if array.flags.writeable]


def test_that_a_branch_tells_what_holds_at_its_end(session: Session) -> None:
    builder = FrameBuilder()
    session.seek(20)
    session.set_learning_rate(0.75)
    session.set_gradient_rule("as_printed")
    notes = frame(builder, session).branches
    assert [note.learning_rate for note in notes] == [SETTINGS.learning_rate, 0.75]
    assert [note.gradient_rule for note in notes] == ["exact", "as_printed"]


def test_that_a_test_accuracy_is_of_a_step_that_is_the_branchs_own(session: Session) -> None:
    builder, curve = FrameBuilder(), session.branch.curves[TEST_CURVE]
    assert frame(builder, session).branches[0].test is None
    curve.add(10, 0.5, 0.75)
    assert frame(builder, session).branches[0].test == TestInfo(10, 0.5, 0.75)
    session.seek(20)
    session.set_learning_rate(0.75)
    assert session.branch.number == 1
    assert frame(builder, session).branches[1].test is None  # that was before the fork
    session.branch.curves[TEST_CURVE].add(20, 0.25, 0.5)
    assert frame(builder, session).branches[1].test == TestInfo(20, 0.25, 0.5)
    session.advance(3)
    assert frame(builder, session).branches[1].test is None
    session.branch.curves[TEST_CURVE].add(22, 0.2, 0.5)
    notes = frame(builder, session).branches
    assert notes[1].test == TestInfo(22, 0.2, 0.5)
    assert notes[0].test == TestInfo(10, 0.5, 0.75)


def test_that_branches_that_are_compared_have_curves_only_where_these_are_watched(
    session: Session,
) -> None:
    builder = FrameBuilder()
    session.seek(20)
    session.set_learning_rate(0.75)
    session.advance(5)
    found = session.compare(0, 1)
    made = frame(builder, session, comparison=found)
    assert made.comparison is found
    builder.watch = Subscribe(frozenset({Need.BRANCHES}))
    made = frame(builder, session, comparison=found)
    assert made.comparison is not None
    assert made.comparison.curves is not None
    for number, curves in enumerate(made.comparison.curves):
        assert curves.loss is not None
        assert curves.loss.starts[0] == 0  # what both share is drawn of both
        losses = session._run.replayer.values(session.branch_of(number), 0, 25)[0]
        np.testing.assert_array_equal(curves.loss.loss[:25], losses)
    again = frame(builder, session, comparison=found)
    assert again.comparison is made.comparison
    session.advance(5)
    later = frame(builder, session, comparison=found).comparison
    assert later is not None
    assert later.curves is not None
    assert later.W1 is found.W1
    assert later.curves[1].loss is not None
    assert len(later.curves[1].loss.starts) == 30
