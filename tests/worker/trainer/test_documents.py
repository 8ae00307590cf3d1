"""Runs that are saved, and brought back."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.network import Network
from bpviz.training import Breakpoint, Phase, Session
from bpviz.training import commands as c
from bpviz.training.document import kept
from bpviz.training.events import State
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def until_saved(box: Box) -> Script:
    yield []
    for _ in range(10**6):
        if not box.frame.document.saving:
            return
        yield []
    raise AssertionError("it was never saved")


def advanced(box: Box, steps: int) -> Script:
    yield [c.Advance(steps)]
    yield from until_paused(box)


def test_that_a_run_is_saved_and_brought_back_where_it_stood(tmp_path: Path) -> None:
    path = str(tmp_path / "run.bpviz")
    view = json.dumps({"speed": 3})

    def save(box: Box) -> Script:
        yield [QUIET, NEW]
        assert not box.frame.document.changed  # it was only looked at
        yield from advanced(box, 300)
        yield [c.Seek(100), c.SetLearningRate(0.25), c.AddBreakpoint(Breakpoint.every(1000))]
        yield from advanced(box, 50)
        yield [c.AdvancePhase(), c.AdvancePhase()]
        assert box.frame.document.changed
        yield [c.SaveRun(path, view)]
        yield from until_saved(box)
        assert (box.frame.document.path, box.frame.document.changed) == (path, False)
        yield [c.Seek(20)]
        assert not box.frame.document.changed  # to look elsewhere is no change
        yield [c.Seek(150), c.AdvancePhase(), c.AdvancePhase()]

    def open_(box: Box) -> Script:
        yield [QUIET, c.OpenRun(path)]
        yield []
        frame = box.frame
        assert (frame.state, frame.step, frame.tip) == (State.PAUSED, 150, 150)
        assert (frame.phase, len(frame.branches)) == (Phase.H, 2)
        assert frame.document.path == path
        assert json.loads(frame.document.view) == {"speed": 3}
        assert (frame.document.changed, frame.document.opened > 0) == (False, True)
        assert [note.breakpoint for note in frame.breakpoints] == [Breakpoint.every(1000)]
        yield from advanced(box, 60)
        assert box.frame.document.changed

    before, after = play(save), play(open_)
    saved = next(frame for frame in reversed(before.frames) if frame.step == 150)
    found = next(frame for frame in after.frames if frame.step == 150)
    assert bits(found.network) == bits(saved.network)
    assert found.settings == saved.settings


def test_that_its_branches_take_no_number_of_another_run(tmp_path: Path) -> None:
    path = str(tmp_path / "run.bpviz")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 50)
        yield [c.Seek(20), c.SetLearningRate(0.25), c.SaveRun(path)]
        yield from until_saved(box)
        yield [c.OpenRun(path)]
        yield []
        numbers = [branch.number for branch in box.frame.branches]
        assert numbers == [0, 1, 2, 3]
        assert box.frame.branch == 3
        assert box.frame.branches[3].parent == 2
        yield [c.SwitchBranch(1)]
        yield []
        assert box.frame.branch == 1
        assert box.frame.document.opened == 0

    play(script)


def test_that_a_recipe_is_computed_and_has_no_file_yet(digits: Dataset) -> None:
    session = Session(NEW.settings, replace(digits, request=DataRequest("digits")))
    session.advance(400)
    session.seek(200)
    session.set_learning_rate(0.2)
    session.advance(10)
    text = session.recipe()

    def script(box: Box) -> Script:
        yield [QUIET, c.OpenRun(recipe=text)]
        yield []
        assert (box.frame.step, len(box.frame.branches)) == (210, 2)
        assert bits(box.frame.network) == bits(session.network)
        assert (box.frame.document.path, box.frame.document.changed) == ("", True)

    play(script)


@pytest.mark.parametrize("running", [False, True])
def test_that_what_cannot_be_opened_leaves_the_run_that_is_there(
    tmp_path: Path, running: bool
) -> None:
    bad = tmp_path / "bad.bpviz"
    bad.write_bytes(b"PK\x03\x04 nonsense")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, *([c.Run()] if running else [])]
        yield []
        for command in (
            c.OpenRun(str(bad)),
            c.OpenRun(str(tmp_path / "none.bpviz")),
            c.OpenRun(recipe="bpviz1:xxxx"),
        ):
            yield [command]
            yield []
            assert box.frame.run == 1
            assert box.frame.state is (State.RUNNING if running else State.PAUSED)
        yield [c.Pause()]

    box = play(script, problems=3)
    said = [problem.message for problem in box.told]
    assert [words.endswith(".") for words in said] == [True] * 3
    assert "bad.bpviz" in said[0]


def test_that_the_usual_run_begins_where_the_first_cannot_be_opened(tmp_path: Path) -> None:
    bad = tmp_path / "bad.bpviz"
    bad.write_bytes(b"PK\x03\x04 nonsense")

    def script(box: Box) -> Script:
        yield [QUIET, c.OpenRun(str(bad), otherwise=NEW), c.Advance(10)]
        yield from until_paused(box)
        assert box.frame.dataset is not None
        assert (box.frame.settings, box.frame.step, box.frame.run) == (SETTINGS, 10, 1)
        yield [c.OpenRun(str(bad), otherwise=NEW)]  # where there is one, that one stays
        yield []
        assert (box.frame.step, box.frame.run) == (10, 1)

    box = play(script, problems=2)
    assert "bad.bpviz" in box.told[0].message
    # Of the first the window shows it as long as a person wants, of the others until another run.
    assert [problem.of_start for problem in box.told] == [False, True]


def test_that_a_run_that_gave_way_unsaved_is_counted(tmp_path: Path) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 10)
        assert box.frame.document.others == 0
        yield [NEW]
        yield []
        assert (box.frame.document.changed, box.frame.document.others) == (False, 1)

    play(script)


def test_that_a_run_that_cannot_be_saved_stays_unsaved_and_goes_on(tmp_path: Path) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 10)
        yield [c.SaveRun(str(tmp_path / "gone" / "run.bpviz"))]
        yield from until_saved(box)
        assert (box.frame.document.path, box.frame.document.changed) == ("", True)
        yield from advanced(box, 10)
        assert box.frame.step == 20

    box = play(script, problems=1)
    assert "no such folder" in box.told[0].message


def test_that_a_save_need_not_wait_for_the_digest_of_the_data(shelf: Shelf) -> None:
    shelf.data["sparse"] = replace(shelf.data["sparse"])  # of which nothing is known yet

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        for _ in range(10**6):
            if "digest" in vars(box.frame.dataset):
                return
            yield []
        raise AssertionError("nobody looked for it")

    play(script)


def test_that_a_run_whose_data_is_gone_says_which_and_opens_with_it_from_elsewhere(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "EMBEDDED_BYTES", 0)
    path = str(tmp_path / "run.bpviz")
    data = replace(shelf.data["sparse"], request=DataRequest(str(tmp_path / "gone.csv")))
    session = Session(NEW.settings, data)
    session.advance(20)
    session.save(path)

    def script(box: Box) -> Script:
        yield [QUIET, c.OpenRun(path)]
        yield []
        wanted = box.frame.document.wanted
        assert wanted is not None
        assert (wanted.path, wanted.number) == (path, 1)
        assert wanted.source.endswith("gone.csv")
        yield [c.OpenRun(path, data="xor")]  # which is other data
        yield []
        assert box.frame.document.wanted == replace(wanted, number=2)  # still the one it had
        yield [c.OpenRun(path, data="sparse")]
        yield []
        assert (box.frame.step, box.frame.document.path) == (20, path)
        assert bits(box.frame.network) == bits(session.network)

    play(script, problems=2)


def test_that_a_copy_leaves_the_run_with_its_own_file(tmp_path: Path) -> None:
    path, copy = str(tmp_path / "run.bpviz"), str(tmp_path / "copy.bpviz")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 10)
        yield [c.SaveRun(path)]
        yield from until_saved(box)
        yield from advanced(box, 10)
        yield [c.SaveRun(copy, copy=True)]
        yield from until_saved(box)
        assert (box.frame.document.path, box.frame.document.changed) == (path, True)

    play(script)
    assert Session.load(copy).step == 20


def test_that_a_run_that_trains_is_saved_whole_at_one_step(tmp_path: Path) -> None:
    path = str(tmp_path / "run.bpviz")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        yield []
        yield [c.SaveRun(path)]
        yield from until_saved(box)
        assert box.frame.state is State.RUNNING
        yield [c.Pause()]
        box.looks.clear()

    box = play(script)
    with warnings.catch_warnings(action="error"):
        loaded = Session.load(path)
    assert 0 < loaded.step <= box.frame.step
    fresh = Session(loaded.settings, loaded.dataset)
    fresh.advance(loaded.step)
    assert bits(fresh.network) == bits(loaded.network)
    assert np.array_equal(fresh.dataset.Y, loaded.dataset.Y)


def test_that_data_of_a_run_that_is_there_is_not_loaded_again(tmp_path: Path, shelf: Shelf) -> None:
    path = str(tmp_path / "run.bpviz")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from advanced(box, 10)
        dataset = box.frame.dataset
        yield [c.SaveRun(path)]
        yield from until_saved(box)
        yield [c.OpenRun(path)]
        yield []
        assert box.frame.dataset is dataset

    play(script)
    assert shelf.loaded == ["sparse"]


def test_that_a_run_from_own_weights_opens_with_them(tmp_path: Path, sparse: Dataset) -> None:
    rng = np.random.default_rng(3)
    net = Network(rng.normal(size=(4, sparse.n_inputs)), rng.normal(size=(sparse.n_outputs, 4)))
    path = tmp_path / "run.bpviz"
    run = Session(SETTINGS, sparse, network=net)
    run.advance(20)
    run.save(path)

    def script(box: Box) -> Script:
        yield [QUIET, c.OpenRun(str(path))]
        yield []
        own = box.frame.start_weights
        assert own is not None
        assert (own.name, own.network.W1.tolist()) == ("run.bpviz", net.W1.tolist())
        yield [c.Restart()]
        yield []
        assert (box.frame.step, bits(box.frame.network)) == (0, bits(net))

    play(script)
