"""Autosave: what is on the disk of a run, when, and what a disk that fails costs it."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Breakpoint, Session, Settings, whole_file
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.worker import autosave as module
from bpviz.worker import autosave_files
from bpviz.worker.autosave import Autosave
from bpviz.worker.recovery import Recovery
from bpviz.worker.run_file import Mark
from bpviz.worker.runs import Run, Runs
from scripts.kill_loop import told_of

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)


class Desk:
    """A program with runs and an autosave, which ends as it is told."""

    def __init__(self, folder: Path, data: Dataset) -> None:
        self.folder, self.data = folder, data
        self.runs = Runs()
        self.said: list[str] = []
        self.woken = threading.Event()
        self.autosave = Autosave(folder)
        self.autosave.serve(self.woken.set, self.said.append)

    def begin(self, **changes: object) -> Session:
        return self.runs.begin(DataRequest("some"), self.data, SETTINGS.replace(**changes))

    @property
    def run(self) -> Run:
        assert self.runs.current is not None
        return self.runs.current

    def until(self, holds: Callable[[], object], *, resting: bool = True) -> None:
        """Let the trainer take turns until something holds."""
        for _ in range(5_000):
            self.autosave.note(self.runs, resting=resting)
            if holds():
                return
            self.woken.wait(0.002)
            self.woken.clear()
        raise AssertionError("it never came")

    def keep(self) -> None:
        """Wait until the disk has the run at hand."""
        self.until(lambda: self.autosave.has(self.run))

    def kept(self) -> list[Path]:
        return sorted(self.folder.glob("*/run-*"))

    def crash(self) -> list[Session]:
        """End without anybody being asked; return what the next start brings back."""
        self.autosave.close(leave=True)
        recovery = Recovery(self.folder)
        recovery.look()
        found = []
        for left in recovery.offered:
            documents, fault = recovery.documents(left.path)
            assert fault is None
            found += [Session.restored(document, self.data) for document in documents]
        recovery.close()
        assert all(remarks == () for _, remarks in found)
        return [session for session, _ in found]


@pytest.fixture
def desk(tmp_path: Path, sparse: Dataset, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(module, "LOOKING_SECONDS", 0.0)
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.0)
    desk = Desk(tmp_path / "state" / "autosave", sparse)
    yield desk
    desk.autosave.close()


def lines(desk: Desk) -> int:
    return sum(
        len(autosave_files.entries(stem)) for stem in {p.with_suffix("") for p in desk.kept()}
    )


def test_that_a_run_that_was_only_looked_at_leaves_nothing(desk: Desk) -> None:
    session = desk.begin()
    session.advance_phase()
    session.breakpoints.add(Breakpoint.every(5))
    desk.autosave.note(desk.runs, resting=True)
    assert not desk.folder.exists()
    assert desk.crash() == []


def test_that_every_kind_of_change_is_brought_back_after_a_crash(desk: Desk) -> None:
    session = desk.begin()
    pair = CustomPair(np.arange(7.0), np.eye(3)[1], 1, "a drawing")
    session.advance(5_000)
    desk.keep()
    for change in (
        lambda: session.set_learning_rate(0.25),
        lambda: session.advance(70),
        lambda: session.edit_weight("W1", 1, 2, 0.5),
        lambda: session.train_own(pair),
        lambda: session.advance(30),
        lambda: session.seek(1_000),
        lambda: session.set_gradient_rule("as_printed"),
        lambda: session.hold(4),
        lambda: session.advance(3_000),
        lambda: session.breakpoints.add(Breakpoint.sample(3), ignore=2),
        lambda: session.rename_branch(1, "another"),
        lambda: session.switch_branch(0, 40),
        lambda: session.edit_weight("W2", 0, 0, -0.5),
        lambda: session.undo(),
        lambda: session.advance_row(),
    ):
        change()
        desk.keep()
    assert lines(desk) == 16
    before = told_of(session)
    (found,) = desk.crash()
    assert told_of(found) == before
    found.advance(100)
    session.advance(100)
    assert told_of(found) == told_of(session)


def test_that_while_it_trains_where_it_is_is_noted_now_and_then(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.begin()
    session.advance(10)
    desk.keep()
    session.advance(10)
    for _ in range(100):
        desk.autosave.note(desk.runs, resting=False)
    assert lines(desk) == 1
    session.set_learning_rate(0.1)  # a change is at once
    desk.until(lambda: desk.autosave.has(desk.run), resting=False)
    session.advance(10)
    monkeypatch.setattr(module, "POSITION_SECONDS", 0.0)
    desk.until(lambda: desk.autosave.has(desk.run), resting=False)
    assert lines(desk) == 3


def test_that_a_snapshot_takes_over_after_a_while_and_where_the_log_is_long(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.begin()
    session.advance(10)
    desk.keep()
    for _ in range(3):
        session.set_learning_rate(session.learning_rate / 2)
        desk.keep()
    assert lines(desk) == 4
    for name, value in (("SNAPSHOT_SECONDS", 0.0), ("LOG_BYTES", 0)):
        with monkeypatch.context() as patch:
            patch.setattr(module, "LOG_LINES", 0)
            patch.setattr(module, name, value)
            session.advance(10)
            desk.keep()  # says that it is long
            session.advance(10)
            desk.keep()
            assert lines(desk) == 1
            before = told_of(session)
        session.advance(1)
        desk.keep()
    assert told_of(session) != before
    (found,) = desk.crash()
    assert told_of(found) == told_of(session)


def test_that_every_run_is_kept_and_one_that_goes_goes_from_the_disk(desk: Desk) -> None:
    for hidden in range(1, 8):
        desk.begin(n_hidden=hidden).advance(hidden)
        desk.keep()
    desk.until(lambda: len(desk.kept()) == 2 * 5)
    found = desk.crash()
    assert [(each.settings.n_hidden, each.step) for each in found] == [(n, n) for n in range(3, 8)]


def test_that_a_saved_run_leaves_nothing_until_it_is_changed(desk: Desk) -> None:
    session = desk.begin()
    session.advance(10)
    desk.keep()
    assert len(desk.kept()) == 2
    desk.run.file.mark = Mark.of(session)
    desk.until(lambda: not desk.kept())
    session.seek(3)  # to look elsewhere is no change
    desk.autosave.note(desk.runs, resting=True)
    session.set_learning_rate(0.1)
    desk.keep()
    assert len(desk.kept()) == 2
    (found,) = desk.crash()
    assert told_of(found) == told_of(session)


def test_that_a_run_with_a_file_is_offered_by_the_name_of_that(desk: Desk) -> None:
    desk.begin().advance(10)
    desk.keep()
    desk.begin(n_hidden=5).advance(10)
    desk.run.file.path = "/home/ada/My first run.bpviz"
    desk.keep()
    titles = {autosave_files.entries(path.with_suffix(""))[0].title for path in desk.kept()}
    assert len(titles) == 2
    (named,) = (title for title in titles if title.startswith("My first run · "))
    assert named.removeprefix("My first run · ") == str(desk.run.info.title)


def test_that_a_program_that_is_closed_leaves_nothing(desk: Desk) -> None:
    desk.begin().advance(10)
    desk.keep()
    desk.autosave.close()
    assert list(desk.folder.iterdir()) == []
    desk.autosave.note(desk.runs, resting=True)  # and nothing begins behind it
    desk.autosave.close()
    assert desk.crash() == []


def failing(number: int) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.ENOENT, errno.EIO])
@pytest.mark.parametrize("where", ["fsync", "write", "open", "mkdir"])
def test_that_a_disk_that_fails_costs_one_sentence_and_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, where: str
) -> None:
    session = desk.begin()
    if where != "mkdir":  # from the beginning
        session.advance(10)
        desk.keep()
        before = told_of(session)
    with monkeypatch.context() as patch:
        for owner in (autosave_files.os, whole_file.os):
            patch.setattr(owner, where, failing(number))
        for _ in range(3):
            session.advance(10)
            session.set_learning_rate(session.learning_rate / 2)
            attempts = desk.autosave._changes
            desk.until(lambda: desk.said and desk.autosave._changes > attempts)  # noqa: B023
    assert desk.said == [
        f"Changes are not kept for the case of a crash ({os.strerror(number)}). Save the run."
    ]
    desk.keep()  # the disk is well again
    if where != "mkdir":
        assert told_of(session) != before
    (found,) = desk.crash()
    assert told_of(found) == told_of(session)
    assert len(desk.said) == 1


def test_that_a_folder_that_goes_while_it_trains_is_made_anew_for_all_runs(desk: Desk) -> None:
    desk.begin(n_hidden=2).advance(5)
    desk.keep()
    first = desk.run
    desk.begin(n_hidden=3).advance(6)
    desk.keep()
    shutil.rmtree(desk.folder)
    desk.run.session.set_learning_rate(0.1)
    desk.until(lambda: len(desk.kept()) == 4)
    desk.keep()
    assert desk.autosave.has(first)
    found = desk.crash()
    assert sorted((each.settings.n_hidden, each.step) for each in found) == [(2, 5), (3, 6)]


def test_that_what_was_brought_back_is_forgotten_once_it_is_kept_again(desk: Desk) -> None:
    done: list[str] = []
    desk.begin().advance(10)
    desk.autosave.then(lambda: done.append("here"))
    assert not done
    desk.until(lambda: done)
    assert desk.autosave.has(desk.run)
    desk.autosave.then(lambda: done.append("there"))
    desk.autosave.close()
    assert done == ["here", "there"]


def test_that_going_elsewhere_is_no_change_and_everything_else_is(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(50)
    session.seek(20)
    session.set_learning_rate(0.3)
    session.advance(5)
    for go in (
        lambda: session.seek(22),
        lambda: session.switch_branch(0),
        lambda: session.advance_phase(),
        lambda: session.back(3),
        lambda: session.switch_branch(1),
    ):
        before = session.state
        go()
        assert session.state is not before
        assert module.only_moved(before, session.state)
    for change in (
        lambda: session.set_learning_rate(0.4),
        lambda: session.breakpoints.add(Breakpoint.every(7)),
        lambda: session.rename_branch(1, "other"),
        session.undo,
    ):
        before = session.state
        change()
        assert not module.only_moved(before, session.state)
