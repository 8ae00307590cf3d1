"""A trainer whose program ends without anybody being asked, and the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bpviz.training import Phase
from bpviz.training import commands as c
from bpviz.training.events import Frame, State
from bpviz.worker import autosave as module
from bpviz.worker.autosave import Autosave
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "LOOKING_SECONDS", 0.0)
    return tmp_path / "autosave"


def until_kept(box: Box, autosave: Autosave) -> Script:
    for _ in range(10**6):
        runs = autosave._runs
        if runs and all(autosave.has(run) or not run.changed for run in runs):
            return
        yield []
    raise AssertionError("it was never kept")


def ended(folder: Path, file: Path | None = None) -> Frame:
    """Train on two branches of a run, behind another one, and end; return the last frame."""
    autosave = Autosave(folder)

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(30)]
        yield from until_paused(box)
        yield [c.NewRun(NEW.data, SETTINGS.replace(n_hidden=5)), c.Advance(200)]
        yield from until_paused(box)
        if file is not None:
            yield [c.SaveRun(str(file), '{"speed": 3}')]
            while box.frame.document.saving:
                yield []
        yield [c.Seek(90), c.SetLearningRate(0.25), c.Advance(40)]
        yield from until_paused(box)
        yield [c.AdvancePhase(), c.AdvancePhase()]
        yield from until_kept(box, autosave)
        box.unasked = True

    return play(script, autosave=autosave).frame


def test_that_the_next_program_offers_all_runs_and_brings_them_back(
    folder: Path, tmp_path: Path
) -> None:
    before = ended(folder, tmp_path / "run.bpviz")
    autosave = Autosave(folder)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        (left,) = box.frame.left
        assert (left.title, left.step, left.count) == ("run · sparse", 130, 2)
        yield [c.OpenRun(recovered=left.path)]
        yield []
        frame = box.frame
        assert (frame.state, frame.step, frame.phase) == (State.PAUSED, 130, Phase.H)
        assert bits(frame.network) == bits(before.network)
        assert frame.left == ()
        assert frame.document.path == str(tmp_path / "run.bpviz")
        assert frame.document.changed
        assert [branch.tip for branch in frame.branches] == [30, 200, 130]
        while Path(left.path).exists():  # until they are kept here
            yield []
        yield from until_kept(box, autosave)
        box.unasked = True

    play(script, autosave=autosave)

    def again(box: Box) -> Script:
        yield [QUIET, NEW]
        (left,) = box.frame.left
        assert (left.step, left.count) == (130, 2)
        yield [c.DeclineLeft(left.path)]
        yield []
        assert box.frame.left == ()
        assert not Path(left.path).exists()
        yield [c.OpenRun(recovered=left.path)]
        yield []
        assert "no run is left" in box.told[-1].message

    play(again, problems=1, autosave=Autosave(folder))
    assert list(folder.iterdir()) == []


def test_that_a_program_that_is_closed_leaves_what_it_did_not_answer_and_nothing_of_its_own(
    folder: Path,
) -> None:
    ended(folder)

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(30)]
        yield from until_paused(box)
        assert len(box.frame.left) == 1

    play(script, autosave=Autosave(folder))
    autosave = Autosave(folder)
    autosave.recovery.look()
    assert [left.step for left in autosave.recovery.offered] == [130]
    autosave.close()
    assert len(list(folder.iterdir())) == 1


def test_that_a_run_that_cannot_be_brought_back_is_said_and_set_aside(folder: Path) -> None:
    ended(folder)
    (path,) = folder.iterdir()
    for each in path.glob("run-2.*"):
        each.write_bytes(b"PK" + bytes(50))

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.OpenRun(recovered=str(path))]
        yield []
        assert (box.frame.step, box.frame.left) == (30, ())  # the other one is there
        assert f"What is left of it stays in {path}." in box.told[0].message

    play(script, problems=1, autosave=Autosave(folder))
    assert (path / "tried").exists()

    def next_time(box: Box) -> Script:
        yield [QUIET, NEW]
        assert box.frame.left == ()

    play(next_time, autosave=Autosave(folder))
    (path / "tried").unlink()
    for each in path.glob("run-1.*"):
        each.unlink()

    def neither(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(20)]
        yield from until_paused(box)
        yield [c.OpenRun(recovered=str(path))]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 20)  # what was there stays

    play(neither, problems=1, autosave=Autosave(folder))
    assert path.exists()


def test_that_a_disk_that_fails_is_said_once_and_the_run_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "autosave").write_text("in the way")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(30)]
        yield from until_paused(box)
        while not box.told:
            yield []
        yield [c.SetLearningRate(0.25), c.Advance(30)]
        yield from until_paused(box)
        assert box.frame.step == 60

    box = play(script, problems=1, autosave=Autosave(folder))
    assert box.told[0].message == (
        "Changes are not kept for the case of a crash (File exists). Save the run."
    )
