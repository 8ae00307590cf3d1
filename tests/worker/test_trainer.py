"""The trainer, turn by turn, by a script: every command and every way they meet."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Session, Settings, StoppingRule
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.message import Message
from bpviz.training.phases import Phase
from bpviz.worker import drive, runs
from bpviz.worker import trainer as module
from bpviz.worker.background import Background
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
NEW = c.NewRun(DataRequest("sparse"), SETTINGS)
QUIET = c.Watch(history_buckets=100, scan=False, evaluation=False)

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.fixture
def straight(sparse: Dataset) -> Callable[[int], bytes]:
    """The bits that a run of SETTINGS has after some steps."""

    def after(step: int) -> bytes:
        session = Session(SETTINGS, sparse)
        session.advance(step)
        return bits(session.network)

    return after


def until_paused(box: Box) -> Script:
    for _ in range(10_000):
        if box.frame.state is not State.RUNNING:
            return
        yield []
    raise AssertionError("it never came to rest")


def during_advance(monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
    """Do something once, at the moment when the trainer begins its next chunk of steps."""
    real, pending = Session.advance, [what]

    def advance(self: Session, *arguments: object) -> object:
        if pending:
            pending.pop()()
        return real(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "advance", advance)


# ---- starting


def test_that_a_new_run_is_shown_while_it_loads_and_then_stands(
    straight: Callable[[int], bytes],
) -> None:
    def script(box: Box) -> Script:
        yield [NEW]
        assert box.frames[0].state is State.LOADING
        assert box.frames[0].dataset is None
        told = [frame.progress for frame in box.frames if frame.progress is not None]
        states = [frame.state for frame in box.frames]
        loading = states.index(State.PAUSED)
        assert set(states[:loading]) == {State.LOADING}
        assert set(states[loading:]) == {State.PAUSED}
        assert [p.fraction for p in told if p.what == "Loading sparse"] == [0.0, 0.5, 1.0]
        assert any("compiled code" in p.what for p in told)
        frame = box.frame
        assert (frame.state, frame.run, frame.step, frame.progress) == (State.PAUSED, 1, 0, None)
        assert bits(frame.network) == straight(0)

    assert play(script).notified >= 2


@pytest.mark.parametrize(
    ("commands", "state"),
    [
        ([c.Run()], State.RUNNING),
        ([c.Run(), c.Pause()], State.PAUSED),
        ([], State.PAUSED),
    ],
)
def test_that_run_and_pause_count_while_the_data_is_loading(
    shelf: Shelf, commands: list[c.Command], state: State
) -> None:
    def script(box: Box) -> Script:
        shelf.meanwhile = lambda: [box.post(command) for command in commands]
        yield [QUIET, NEW]
        yield []
        assert box.frame.state is state

    play(script)


def test_that_run_before_the_first_data_set_starts_it_as_soon_as_it_is_there() -> None:
    def script(box: Box) -> Script:
        yield [c.Run()]
        yield [QUIET, NEW]
        yield []
        assert box.frame.state is State.RUNNING

    play(script)


def test_that_commands_before_any_run_do_no_harm() -> None:
    def script(box: Box) -> Script:
        yield [
            c.Pause(), c.Advance(3), c.Back(1), c.Seek(5), c.CancelMove(), c.Restart(),
            c.SetLearningRate(1.0), c.SetSpeed(None), c.SelectSample(1), QUIET,
        ]  # fmt: skip
        assert box.frames == []
        yield [NEW]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 0)

    play(script)


# ---- running and pausing


def test_that_pausing_acts_after_the_step_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        assert before > 10
        during_advance(monkeypatch, lambda: box.post(c.Pause()))
        yield []  # one step, and no more, though the chunk was longer
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, before + 1)
        assert box.frame.steps_per_second == 0.0

    play(script)


def test_that_a_new_rate_acts_from_the_next_step_on(
    monkeypatch: pytest.MonkeyPatch, sparse: Dataset
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        during_advance(monkeypatch, lambda: box.post(c.SetLearningRate(0.01)))
        yield []
        yield []
        yield []
        yield [c.Pause()]
        yield []
        frame = box.frame
        assert frame.learning_rate == 0.01
        assert [note.step for note in frame.journal] == [before + 1]
        session = Session(SETTINGS, sparse)
        session.advance(before + 1)
        session.set_learning_rate(0.01)
        session.advance(frame.step - before - 1)
        assert bits(session.network) == bits(frame.network)

    play(script)


def test_that_the_trajectory_is_that_of_a_session_alone(straight: Callable[[int], bytes]) -> None:
    """With looks at all samples, frames and histories at every turn."""

    def script(box: Box) -> Script:
        yield [NEW, c.SelectSample(3)]
        yield [c.Run()]
        for _ in range(40):
            yield []
        yield [c.Pause()]
        for _ in range(5):
            yield []
        assert box.frame.step > 1000
        assert bits(box.frame.network) == straight(box.frame.step)
        assert box.frame.scan is not None
        assert box.frame.scan.step == box.frame.step
        assert len(box.frame.train_curve.steps) >= 1
        assert len(box.frame.test_curve.steps) >= 1

    play(script)


def test_that_pausing_what_stands_and_running_what_runs_change_nothing() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Pause()]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 0)
        yield [c.Run(), c.Run()]
        yield [c.Run()]
        assert box.frame.state is State.RUNNING
        yield [c.Pause(), c.Pause()]
        assert box.frame.state is State.PAUSED

    play(script)


def test_that_every_change_of_state_is_told_at_once() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield []
        for command, state in ((c.Run(), State.RUNNING), (c.Pause(), State.PAUSED)):
            before = box.notified
            yield [command]
            yield []
            assert box.frame.state is state
            assert box.notified > before

    play(script)


def test_that_the_trainer_sleeps_while_there_is_nothing_to_do() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield []
        yield []
        assert box.timeouts[-1] is None
        yield [c.SetSpeed(0.01), c.Run()]
        for _ in range(3):
            yield []
        assert (box.frame.step, box.frame.phase) == (0, Phase.DRAW)
        timeout = box.timeouts[-1]
        assert timeout is not None
        assert 5 < timeout <= 10  # a tenth of the step is for its draw

    play(script)


# ---- steps


@pytest.mark.parametrize(
    ("batches", "step"),
    [
        ([[c.Advance()]], 1),
        ([[c.Advance(5), c.Advance(7)]], 12),
        ([[c.Advance(50_000)], [c.Advance(1)], [c.Advance(2)]], 50_003),
        ([[c.Advance(0)]], 0),
        ([[c.Advance(9), c.Back(4)]], 5),
        ([[c.Advance(3)], [c.Advance(0)]], 3),
    ],
)
def test_that_steps_asked_for_add_up(
    batches: list[list[c.Command]], step: int, straight: Callable[[int], bytes]
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from batches
        yield []
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, step)
        assert bits(box.frame.network) == straight(step)

    play(script)


@pytest.mark.parametrize(
    ("batch", "where"),
    [
        ([c.Advance(1), c.Advance(1), c.AdvancePhase()], (2, Phase.Z1, 0)),
        ([c.Advance(3), c.Back(1)], (2, Phase.DRAW, 0)),
        ([c.Advance(2), c.BackPhase(), c.AdvanceRow()], (1, Phase.UPDATE, 1)),
        ([c.Advance(2), QUIET, c.AdvancePhase(), c.Advance(1)], (3, Phase.DRAW, 0)),
        ([c.Advance(5), c.Seek(3)], (3, Phase.DRAW, 0)),
        ([c.AdvancePhase(), c.Advance(1), c.FinishStep()], (2, Phase.DRAW, 0)),
    ],
)
def test_that_a_move_begins_where_the_steps_asked_for_before_it_end(
    batch: list[c.Command], where: tuple[int, Phase, int]
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield batch
        for _ in range(4):
            yield []
        assert box.frame.state is State.PAUSED
        assert (box.frame.step, box.frame.phase, box.frame.row) == where

    play(script)


def test_that_a_change_begins_where_the_steps_asked_for_before_it_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(4), c.SetLearningRate(0.25), c.EditWeight("W1", 0, 0, 2.0)]
        for _ in range(3):
            yield []
        assert [note.step for note in box.frame.journal] == [4, 4]
        assert box.frame.network.W1[0, 0] == 2.0

    play(script)


def test_that_a_move_does_not_wait_for_the_end_of_an_endless_advance() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(2**62), c.AdvancePhase()]
        for _ in range(3):
            yield []
        assert (box.frame.state, box.frame.phase) == (State.PAUSED, Phase.Z1)

    play(script)


def test_that_advancing_while_running_takes_so_many_more_and_stands() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        yield [c.Advance(5)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, before + 5)

    play(script)


def test_that_running_on_from_a_long_advance_forgets_its_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(10**9)]
        yield [c.Run()]
        yield [c.Pause()]
        yield []
        assert box.frame.step < 10**8
        before = box.frame.step
        yield [c.Advance(2)]
        yield []
        assert box.frame.step == before + 2

    play(script)


def test_that_pausing_a_long_advance_forgets_its_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(10**9)]
        yield [c.Pause()]
        yield []
        before = box.frame.step
        yield [c.Advance(2)]
        yield []
        assert box.frame.step == before + 2

    play(script)


def test_that_an_endless_advance_can_be_asked_for() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(2**63 - 1), c.Advance(2**63 - 1)]
        yield []
        assert box.frame.state is State.RUNNING
        yield [c.Pause()]
        yield []
        assert box.frame.state is State.PAUSED

    play(script)


# ---- moves through time


def test_that_going_back_and_forth_shows_the_bits_of_then(
    straight: Callable[[int], bytes],
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(500)]
        yield from until_paused(box)
        steps = ((c.Back(), 499), (c.Back(99), 400), (c.Seek(123), 123), (c.Back(10**9), 0))
        for command, step in (*steps, (c.Seek(321), 321), (c.Restart(), 0)):
            yield [command]
            yield []
            assert (box.frame.state, box.frame.step, box.frame.tip) == (State.PAUSED, step, 500)
            assert bits(box.frame.network) == straight(step)

    play(script)


def test_that_steps_back_add_up_even_while_one_is_carried_out() -> None:
    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: box.post(c.Back()), lambda: box.post(c.Back())]
            yield [c.Back(), c.Back()]
            yield []
            yield []
            assert box.frame.step == 496

    play(script)


def test_that_what_depends_on_where_a_move_ends_waits_for_it() -> None:
    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: [box.post(c.SetLearningRate(3.0)), box.post(c.Seek(450))]]
            yield [c.Seek(300)]
            yield []
            yield []
            assert (box.frame.step, box.frame.tip) == (450, 450)
            assert [note.step for note in box.frame.journal] == [300]
            box.looks = [lambda: box.post(c.Advance(5))]
            yield [c.Seek(200)]
            yield []
            yield []
            assert box.frame.step == 205

    play(script)


@pytest.mark.parametrize("newer", [c.Seek(40), c.Restart(), c.CancelMove(), NEW])
def test_that_a_newer_place_makes_a_move_under_way_void(
    newer: c.Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = {c.Seek: 40, c.Restart: 0, c.CancelMove: 500, c.NewRun: 0}

    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: box.post(newer)]
            yield [c.Seek(100_000)]
            yield []
            yield []
            assert (box.frame.state, box.frame.step) == (State.PAUSED, ends[type(newer)])
            assert box.frame.tip < 5000
            assert box.frame.reason == ""

    play(script)


def test_that_of_seeks_in_a_row_only_the_last_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[int] = []
    real = Session.seek

    def seek(self: Session, step: int, *rest: object) -> object:
        sought.append(step)
        return real(self, step, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "seek", seek)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [*(c.Seek(step) for step in range(100)), c.Pause(), c.Seek(7), c.Seek(9)]
        yield []
        assert sought == [99, 9]
        assert box.frame.step == 9

    play(script)


def test_that_a_seek_takes_the_run_along_only_if_asked_to() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(500)]
        yield from until_paused(box)
        yield [c.Seek(100, resume=True)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 100)  # it was not running
        yield [c.Run()]
        yield [c.Seek(50, resume=True)]
        yield []
        assert box.frame.state is State.RUNNING
        assert box.frame.step >= 50
        yield [c.Seek(50)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 50)

    play(script)


def test_that_a_long_move_shows_how_far_it_is_and_where_the_run_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drive, "_SILENT_MOVE", 0.0)

    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            before = len(box.frames)
            yield [c.Seek(2000)]
            told = [frame for frame in box.frames[before:] if frame.progress is not None]
            fractions = [frame.progress.fraction for frame in told if frame.progress]
            assert len(told) > 10
            assert fractions == sorted(fractions)
            assert fractions[-1] == 1.0
            words = {frame.progress.what for frame in told if frame.progress}
            assert words == {"On the way to the step"}
            assert {frame.step for frame in told} == {500}
            assert box.frame.progress is None
            assert box.frame.step == 2000

    play(script)


def test_that_a_change_before_the_end_forks_and_drops_what_was_seen_beyond() -> None:
    def script(box: Box) -> Script:
        yield [NEW, c.Advance(500)]
        yield from until_paused(box)
        for _ in range(4):
            yield []
        assert box.frame.scan is not None
        assert box.frame.train_curve.steps[-1] == box.frame.test_curve.steps[-1] == 500
        yield [c.Watch(scan=False, evaluation=False), c.Seek(100), c.SetLearningRate(0.7)]
        yield []
        assert box.frame.scan is None
        assert (box.frame.step, box.frame.tip) == (100, 100)
        curves = (box.frame.train_curve, box.frame.test_curve)
        assert all((curve.steps <= 100).all() for curve in curves)
        assert box.frame.run == 1

    play(script)


# ---- the ends of a run


def test_that_the_stopping_rule_stops_with_its_reason_and_run_goes_on() -> None:
    rule = StoppingRule(window=20, tolerance=0.9, patience=2)

    def script(box: Box) -> Script:
        yield [QUIET, c.NewRun(DataRequest("sparse"), SETTINGS.replace(stopping=rule)), c.Run()]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 60)
        assert box.frame.reason.startswith("Stopped by the stopping rule after step 60")
        assert isinstance(box.frame.reason, Message)
        yield [c.Seek(10)]
        yield []
        assert (box.frame.state, box.frame.reason) == (State.PAUSED, "")
        yield [c.Advance(1000)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 60)
        yield [c.Run()]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 80)

    play(script)


def test_that_a_run_that_explodes_pauses_says_why_and_can_go_back() -> None:
    wild = Settings(n_hidden=4, learning_rate=1e9, sigma1="relu", sigma2="identity")  # type: ignore[arg-type]

    def script(box: Box) -> Script:
        yield [NEW, c.NewRun(DataRequest("sparse"), wild), c.Run()]
        yield from until_paused(box)
        step = box.frame.step
        assert box.frame.state is State.PAUSED
        assert f"Paused at step {step}, before its update" in box.frame.reason
        yield [c.Restart(), c.SetLearningRate(1e-3), c.Advance(300)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step, box.frame.reason) == (State.PAUSED, 300, "")
        assert np.isfinite(box.frame.network.W1).all()

    play(script)


# ---- new runs


def test_that_a_new_run_counts_up_and_runs_on_if_the_old_one_ran() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield [c.NewRun(DataRequest("xor"), SETTINGS.replace(n_hidden=9))]
        yield []
        frame = box.frame
        assert (frame.run, frame.state, frame.dataset_name) == (2, State.RUNNING, "xor")
        assert frame.network.W1.shape == (9, 3)
        yield [c.Advance(1)]
        yield []
        yield [c.NewRun(DataRequest("xor"), SETTINGS)]
        yield []
        assert (box.frame.run, box.frame.state, box.frame.step) == (3, State.PAUSED, 0)

    runs = [frame.run for frame in play(script).frames]
    assert runs == sorted(runs)


def test_that_the_data_is_loaded_once_while_only_settings_change(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        for hidden in (4, 5, 6):
            yield [QUIET, c.NewRun(DataRequest("sparse"), SETTINGS.replace(n_hidden=hidden))]
        yield [c.NewRun(DataRequest("xor"), SETTINGS)]
        yield []
        assert box.frame.run == 4

    play(script)
    assert shelf.loaded == ["sparse", "xor"]


def test_that_a_hundred_new_runs_while_running_end_on_the_last() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        yield []
        for number in range(100):
            name = ("sparse", "xor")[number % 2]
            request = c.NewRun(DataRequest(name), SETTINGS.replace(n_hidden=1 + number))
            yield [request] * (1 + number % 3)
        yield []
        frame = box.frame
        assert (frame.state, frame.run) == (State.RUNNING, 101)
        assert (frame.dataset_name, frame.settings.n_hidden) == ("xor", 100)

    play(script)


def test_that_of_new_runs_waiting_together_only_the_last_is_begun(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        requests = [
            c.NewRun(DataRequest(name), SETTINGS.replace(n_hidden=1 + i))
            for i, name in enumerate(("xor", "digits", "sparse"))
        ]
        yield [QUIET, *requests]
        yield []
        assert (box.frame.run, box.frame.settings.n_hidden) == (1, 3)

    play(script)
    assert shelf.loaded == ["sparse"]


@pytest.mark.parametrize("running", [False, True])
def test_that_a_newer_run_gives_up_a_loading_and_begins_as_that_would_have(
    shelf: Shelf, running: bool
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, *([c.Run()] if running else [])]
        yield []

        def change_of_mind() -> None:
            shelf.meanwhile = lambda: None
            box.post(c.NewRun(DataRequest("xor"), SETTINGS))

        shelf.meanwhile = change_of_mind
        yield [c.NewRun(DataRequest("digits"), SETTINGS)]
        yield []
        yield []
        assert box.frame.dataset_name == "xor"
        assert box.frame.state is (State.RUNNING if running else State.PAUSED)
        assert box.frame.run == 2

    play(script)
    assert shelf.loaded == ["sparse", "digits", "xor"]


@pytest.mark.parametrize("state", [State.PAUSED, State.RUNNING])
def test_that_data_that_cannot_be_loaded_leaves_the_run_as_it_was(state: State) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(100)]
        yield from until_paused(box)
        if state is State.RUNNING:
            yield [c.Run()]
        yield [c.NewRun(DataRequest("gone"), SETTINGS)]
        yield []
        frame = box.frame
        assert (frame.state, frame.run, frame.dataset_name) == (state, 1, "sparse")
        assert frame.step >= 100
        assert frame.progress is None
        assert [problem.message for problem in box.told] == ["gone is missing."]

    play(script, problems=1)


def test_that_a_loading_given_up_for_one_that_fails_leaves_the_run_as_it_was(
    shelf: Shelf,
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(10**9)]

        def change_of_mind() -> None:
            shelf.meanwhile = lambda: None
            box.post(c.NewRun(DataRequest("gone"), SETTINGS))

        shelf.meanwhile = change_of_mind
        yield [c.NewRun(DataRequest("digits"), SETTINGS)]
        yield []
        yield []
        assert (box.frame.state, box.frame.run) == (State.RUNNING, 1)
        yield [c.Pause()]
        yield []
        before = box.frame.step
        yield [c.Advance(3)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, before + 3)

    play(script, problems=1)


def test_that_a_first_data_set_that_cannot_be_loaded_is_told_and_another_can_be_chosen() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, c.NewRun(DataRequest("gone"), SETTINGS)]
        yield []
        assert (box.frame.state, box.frame.reason) == (State.FAILED, "gone is missing.")
        yield [NEW]
        yield []
        assert (box.frame.state, box.frame.reason, box.frame.run) == (State.PAUSED, "", 1)

    play(script, problems=1)


def test_that_a_network_too_large_for_the_memory_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]

        def full(*_: object) -> None:
            raise MemoryError

        monkeypatch.setattr(runs, "Session", full)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(n_hidden=4096))]
        yield []
        assert (box.frame.state, box.frame.run) == (State.PAUSED, 1)
        assert "not enough memory" in box.told[0].message

    play(script, problems=1)


# ---- small things


def test_that_a_bad_rate_is_refused_in_words_and_the_run_goes_on() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        for value in (0.0, -1.0, float("nan"), float("inf")):
            yield [c.SetLearningRate(value)]
        yield []
        assert (box.frame.state, box.frame.learning_rate) == (State.RUNNING, 0.5)
        assert all("must be a finite number above 0" in told.message for told in box.told)

    play(script, problems=4)


def test_that_a_sample_is_selected_while_it_exists() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.SelectSample(20)]
        yield []
        assert box.frame.selected == 20
        assert box.frame.selected_trace is not None
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(seed=5))]
        yield []
        assert box.frame.selected == 20
        for wrong in (24, -1, 10**12):
            yield [c.SelectSample(20), c.SelectSample(wrong)]
            yield []
            assert box.frame.selected is None
        yield [c.SelectSample(20), c.NewRun(DataRequest("xor"), SETTINGS)]
        yield []
        assert box.frame.selected is None
        assert box.frame.selected_trace is None

    play(script)


def test_that_hidden_panels_cost_nothing() -> None:
    def script(box: Box) -> Script:
        yield [c.Watch(history_buckets=0, scan=False, evaluation=False), NEW, c.Advance(50)]
        yield from until_paused(box)
        assert box.frame.history is None
        assert box.frame.scan is None
        assert len(box.frame.test_curve.steps) == 0
        yield [c.Watch()]
        for _ in range(6):
            yield []
        assert box.frame.history is not None
        assert box.frame.scan is not None
        assert box.frame.test_curve.steps.tolist() == [50]

    play(script)


def test_that_all_samples_are_looked_at_while_steps_come_slowly() -> None:
    def script(box: Box) -> Script:
        yield [c.SetSpeed(200.0), c.NewRun(DataRequest("digits"), SETTINGS), c.Run()]
        for _ in range(100_000):
            if box.frame.scan is not None and box.frame.scan.step > 3:
                break
            yield []
        assert box.frame.state is State.RUNNING
        assert box.frame.scan is not None

    play(script)


# ---- faults


def test_that_an_error_of_the_trainers_own_is_told_once_and_one_can_go_on(
    monkeypatch: pytest.MonkeyPatch, straight: Callable[[int], bytes]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [NEW, c.Advance(100)]
        yield from until_paused(box)
        with monkeypatch.context() as patch:
            patch.setattr(Session, "advance", broken)
            yield [c.Run()]
            for _ in range(20):
                yield []
        assert box.frame.state is State.FAILED
        assert "ZeroDivisionError: on purpose" in box.frame.reason
        assert box.frame.step == 100
        assert "Traceback" in box.told[0].details
        assert len(box.told) == 1
        yield [c.Advance(50)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step, box.frame.reason) == (State.PAUSED, 150, "")
        assert bits(box.frame.network) == straight(150)

    play(script, problems=1)


def test_that_the_commands_behind_one_that_fails_still_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(100)]
        yield from until_paused(box)
        monkeypatch.setattr(Session, "back", broken)
        yield [c.Back(), c.Advance(7)]
        yield []
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 107)

    play(script, problems=1)


def test_that_a_look_that_fails_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        monkeypatch.setattr(Background, "work", broken)
        yield [c.Watch()]
        for _ in range(20):
            yield []
        assert box.frame.state is State.FAILED
        assert box.timeouts[-1] is None

    play(script, problems=1)


def test_that_a_frame_that_cannot_be_made_does_not_end_the_trainer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        with monkeypatch.context() as patch:
            patch.setattr(module.FrameBuilder, "frame", broken)
            yield [c.Advance(5)]
            for _ in range(10):
                yield []
            assert len(box.told) == 1
        yield [c.Advance(5)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 10)

    play(script, problems=1)


def test_that_an_unforeseen_error_while_loading_keeps_the_run(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(100)]
        yield from until_paused(box)
        shelf.meanwhile = lambda: 1 // 0
        yield [c.NewRun(DataRequest("digits"), SETTINGS)]
        yield []
        assert (box.frame.state, box.frame.step, box.frame.run) == (State.FAILED, 100, 1)
        yield [c.Back(10)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 90)

    play(script, problems=1)


# ---- closing


@pytest.mark.parametrize("moment", ["loading", "seeking", "running", "paused"])
def test_that_closing_at_any_moment_ends_the_loop(
    moment: str, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script(box: Box) -> Script:
        if moment == "loading":
            shelf.meanwhile = box.close
        yield [QUIET, NEW]
        if moment == "seeking":
            box.looks = [box.close]
            yield [c.Seek(10**15)]
        if moment == "running":
            during_advance(monkeypatch, box.close)
            yield [c.Advance(10**15)]
        box.close()
        yield []
        raise AssertionError("it went on")

    box = play(lambda box: itertools.islice(script(box), 3))  # type: ignore[arg-type, return-value]
    assert box.closed


def test_that_closing_while_the_kernels_are_prepared_ends_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bpviz.worker import loading

    steps: list[int] = []

    def script(box: Box) -> Script:
        def warm_up(progress: Callable[[int, int], None]) -> None:
            for ready in range(5):
                steps.append(ready)
                if ready == 2:
                    box.close()
                progress(ready, 4)

        monkeypatch.setattr(loading, "warm_up", warm_up)
        yield [NEW]

    assert play(script).frames[-1].state is State.LOADING
    assert steps == [0, 1, 2]
