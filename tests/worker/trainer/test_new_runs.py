"""New runs: other data, other sizes, and what fails."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.network import Network
from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.events import Problem, State
from bpviz.training.start_weights import StartWeights
from bpviz.worker import loading, runs
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


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


def test_that_data_of_a_run_that_is_kept_is_not_loaded_again_unless_asked(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        for data in ("sparse", "xor", "sparse"):
            yield [QUIET, c.NewRun(DataRequest(data), SETTINGS), c.Advance(1)]
            yield from until_paused(box)
        assert box.frame.dataset is shelf.data["sparse"]
        assert shelf.loaded == ["sparse", "xor"]
        yield [c.NewRun(DataRequest("sparse"), SETTINGS, reload=True)]
        yield []
        assert box.frame.run == 4

    play(script)
    assert shelf.loaded == ["sparse", "xor", "sparse"]


@pytest.mark.parametrize("kind", ["regression", "classes"])
def test_that_the_targets_of_a_regression_follow_the_output_activation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,y\n" + "".join(f"{i % 4}.5,{i % 2}\n" for i in range(20)))
    monkeypatch.setattr(loading, "load", load)
    data = DataRequest.of(path, kind=kind, test_share=0.0)
    lowest = []

    def script(box: Box) -> Script:
        for sigma2 in ("sigmoid", "relu", "tanh", "identity"):
            yield [QUIET, c.NewRun(data, SETTINGS.replace(sigma2=sigma2))]
            yield []
            frame = box.frame
            assert frame.dataset is not None
            assert frame.data_request == data
            lowest.append(frame.dataset.Y.min())

    play(script)
    assert lowest == pytest.approx([0.1, 0.1, -0.8, -1] if kind == "regression" else [0] * 4)


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
        assert box.told == [Problem("gone is missing.", of_start=True)]

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

        def full(*_: object, **__: object) -> None:
            raise MemoryError

        monkeypatch.setattr(runs, "Session", full)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(n_hidden=4096))]
        yield []
        assert (box.frame.state, box.frame.run) == (State.PAUSED, 1)
        assert "Not enough memory" in box.told[0].message

    play(script, problems=1)


def test_that_a_new_run_begins_with_few_steps_however_fast_the_old_one_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thousand times as large a network would take a thousand times as long for as many."""
    counts: list[int] = []
    advance = Session.advance

    def noted(session: Session, count: int, *arguments: object) -> object:
        counts.append(count)
        return advance(session, count, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "advance", noted)

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        for _ in range(1000):
            if max(counts, default=0) > 1000:
                break
            yield []
        assert counts[-1] > 1000
        counts.clear()
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(n_hidden=8))]
        yield []
        assert 0 < counts[0] <= 200

    play(script)


def test_that_training_takes_time_on_the_branch_that_is_trained_and_going_back_takes_none() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield []
        assert [note.seconds for note in box.frame.branches] == [0]
        yield [c.Advance(500)]
        yield from until_paused(box)
        first = box.frame.branches[0].seconds
        assert first > 0
        yield [c.Seek(100)]
        yield [c.Advance(200)]  # over what is recorded already
        yield from until_paused(box)
        assert box.frame.step == 300
        yield [c.SetLearningRate(0.25)]
        yield [c.Advance(50)]
        yield from until_paused(box)
        seconds = [note.seconds for note in box.frame.branches]
        assert seconds[0] == first
        assert seconds[1] > 0

    play(script)


def test_that_data_that_was_only_looked_at_leaves_no_branch() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.AdvanceRow()]
        for name in ("xor", "sparse", "xor"):
            yield [c.NewRun(DataRequest(name), SETTINGS)]
            yield []
            assert [note.name for note in box.frame.branches] == ["Branch 1"]
        yield [c.Advance(1)]
        yield from until_paused(box)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS)]
        yield []
        assert [note.name for note in box.frame.branches] == ["Branch 1", "Branch 2"]
        yield [c.SwitchBranch(0)]
        yield []
        assert [note.name for note in box.frame.branches] == ["Branch 1"]

    play(script)


def test_that_deleted_branches_come_back(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(20)]
        yield from until_paused(box)
        yield [c.NewRun(DataRequest("xor"), SETTINGS), c.Advance(5)]
        yield from until_paused(box)
        yield [c.CompareBranches(0, 1)]
        yield [c.DeleteBranches((0,))]
        yield []
        assert [note.number for note in box.frame.branches] == [1]
        assert box.frame.comparison is None
        assert box.frame.deleted
        yield [c.RestoreBranches()]
        yield []
        assert [(note.number, note.tip) for note in box.frame.branches] == [(0, 20), (1, 5)]
        assert not box.frame.deleted
        yield [c.DeleteBranches((0,))]
        yield []
        assert [note.number for note in box.frame.branches] == [1]
        assert box.frame.undo == "deletion of “Branch 1”"
        yield [c.Undo()]
        yield []
        assert [(note.number, note.tip) for note in box.frame.branches] == [(0, 20), (1, 5)]
        assert (box.frame.undo, box.frame.deleted, box.frame.step) == ("", False, 5)

    play(script)


def test_that_start_weights_stay_with_their_run_whatever_becomes_of_it(sparse: Dataset) -> None:
    rng = np.random.default_rng(3)
    net = Network(rng.normal(size=(4, sparse.n_inputs)), rng.normal(size=(sparse.n_outputs, 4)))
    own = StartWeights("/somewhere/w.npz", net)
    new = c.NewRun(DataRequest("sparse"), SETTINGS, weights=own)
    wide = Network(np.ones((4, sparse.n_inputs + 1)), net.W2)

    def is_own(box: Box, run: int, step: int = 0) -> None:
        frame = box.frame
        assert (frame.run, frame.step, frame.start_weights) == (run, step, own)
        note = next(each for each in frame.branches if each.number == frame.branch)
        assert note.run is not None
        assert note.run.weights == "w.npz"
        if step == 0:
            assert bits(frame.network) == bits(net)

    def script(box: Box) -> Script:
        yield [QUIET, new]
        yield []
        assert box.frames[0].state is State.LOADING
        assert bits(box.frames[0].network) == bits(net)
        is_own(box, 1)
        yield [c.Advance(30)]
        yield from until_paused(box)
        is_own(box, 1, 30)
        yield [c.Restart()]
        yield []
        is_own(box, 1)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS)]
        yield []
        assert (box.frame.run, box.frame.start_weights) == (2, None)
        assert bits(box.frame.network) != bits(net)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS, weights=StartWeights("/wide.npz", wide))]
        yield []
        assert "columns" in box.told[-1].message
        assert (box.frame.run, box.frame.start_weights) == (2, None)  # the run before stays
        yield [c.SwitchBranch(0, 0)]
        yield []
        is_own(box, 3)
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(sigma1="tanh"), weights=own)]
        yield []
        is_own(box, 4)
        assert box.frame.network.sigma1 == "tanh"
        yield [c.CompareRules(5)]
        yield from until_paused(box)
        yield [c.Seek(0)]
        yield []
        is_own(box, 4)

    play(script, problems=1)
