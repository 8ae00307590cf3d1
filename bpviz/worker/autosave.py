"""Autosave: every change of an unsaved run is on the disk a moment later, beside the trainer.

The trainer hands over immutable values between two chunks, and a thread writes them.  Where the
disk fails, a run trains on, and one sentence says that nothing is kept.
"""

from __future__ import annotations

import errno
import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.recipe import Plain
from bpviz.training.infos import BreakpointInfo
from bpviz.training.message import Message, sentence_of
from bpviz.training.run.run_state import RunState
from bpviz.worker import autosave_files as files
from bpviz.worker.recovery import Recovery
from bpviz.worker.run_file import Mark
from bpviz.worker.runs import Run, Runs

SNAPSHOT_SECONDS = 60.0
"""After so long a run that has changed is copied whole: bringing it back computes the steps since,
a thousand times as fast as a person made them and about as fast as they were trained."""

POSITION_SECONDS = 2.0
"""While it trains, how far it has come is noted so often."""

POSITION_BYTES = 25_000
"""Of such notes no more are written in a second: a run may have ten thousand changes."""

LOG_BYTES, LOG_LINES = 2**22, 64
"""A log of more bytes, and of more lines as long as its last, asks for a snapshot."""

LOOKING_SECONDS = 0.5
"""At least so long lies between two lines that say only where a run stands."""

AGAIN_SECONDS = 30.0
"""After so long what failed is tried again."""

_NEVER = -1e9


@dataclass(eq=False)
class _Kept:
    """What is kept of a run, and what of that is on its way; see the names of the owners.

    The trainer's thread writes the first ones, the autosave's thread the others.
    """

    run: Run
    number: int = 0  # of its files; 0 while none are wanted
    state: RunState | None = None  # handed over last
    mark: Mark | None = None  # at that moment
    handed: float = _NEVER
    copied: float = _NEVER  # when the last snapshot was handed over

    is_known: bool = False  # whether its data has a digest, which takes a while once
    written: RunState | None = None  # the newest one on the disk
    again: float | None = None  # when another attempt may be made, with a snapshot
    had: int = 0  # of a person's own pairs, those in the snapshot
    line: int = 0  # bytes of the last line of the log
    is_long: bool = False  # of the log


@dataclass(eq=False)
class _Job:
    """The newest state of a run that is to be written."""

    kept: _Kept
    files: int
    state: RunState
    number: int
    document: Document
    title: str
    urgent: bool
    snapshot: tuple[int, Document] | None = None


class Autosave:
    """Keeps what nobody has saved, so that another start can bring it back; see the module.

    Parameters
    ----------
    folder : Path
        For the folders of all programs; it is made when there is something to keep.

    Attributes
    ----------
    recovery : Recovery
        What programs that have ended left there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.recovery = Recovery(folder)
        self._wake: Callable[[], object] = lambda: None
        self._report: Callable[[str], object] = lambda sentence: None
        self._runs: dict[Run, _Kept] = {}
        self._count = self._changes = 0  # of the runs kept so far, and of the changes
        self._then: list[Callable[[], object]] = []
        self._told = False

        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._jobs: dict[_Kept, _Job] = {}
        self._errands: list[Callable[[], object]] = []
        self._trouble: BaseException | None = None
        self._attempt: float | None = None  # when what failed is tried again
        self._closing = self._leaves = False
        self._own: files.Folder | None = None  # of the thread alone

    def serve(self, wake: Callable[[], object], report: Callable[[str], object]) -> None:
        """Say whom to work for.

        Parameters
        ----------
        wake : callable
            Lets the trainer call `note`; called in the autosave's thread.
        report : callable
            Takes a sentence that is to be shown once; called within `note`.
        """
        self._wake, self._report = wake, report

    # ---- the trainer's thread

    def note(self, runs: Runs, *, resting: bool) -> None:
        """Hand over what has changed; a few microseconds where nothing has.

        Parameters
        ----------
        runs : Runs
        resting : bool
            Whether the run at hand does not train: then where it stands is noted at once.
        """
        there = runs.all()
        for run in there:
            kept = self._runs.get(run)
            if kept is None:
                kept = self._runs[run] = _Kept(run)
            self._note(kept, resting)
        if len(self._runs) > len(there):
            for run in self._runs.keys() - set(there):
                self._drop(self._runs.pop(run))
        if self._trouble is not None and not self._told:
            self._told = True
            self._report(_sentence(self._trouble))
        if self._then and self._has_all():
            self._send(*self._then)
            self._then = []

    def _note(self, kept: _Kept, resting: bool) -> None:
        run, now = kept.run, time.monotonic()
        state, mark = run.session.state, run.file.mark
        again = kept.again is not None and now >= kept.again
        if state is kept.state and mark is kept.mark and not again:
            return
        moved = kept.state is not None and only_moved(kept.state, state)
        spacing = max(POSITION_SECONDS, kept.line / POSITION_BYTES)
        if moved and not resting and mark is kept.mark and now - kept.handed < spacing:
            return
        if not run.changed:
            self._drop(kept)
            kept.state, kept.mark = state, mark
            return
        if not kept.number:
            self._count += 1
            kept.number = self._count
            kept.is_known = "digest" in vars(run.dataset)
            if not kept.is_known:
                self._send(lambda: self._know(kept))
        if not kept.is_known or (kept.again is not None and not again):
            return  # it is seen to when the thread wakes the trainer
        whole = kept.copied == _NEVER or again or kept.is_long
        whole = whole or now - kept.copied >= SNAPSHOT_SECONDS
        try:
            document = run.session.document(_extras(run) if whole else None, whole=whole)
        except MemoryError as error:  # the run itself goes on
            self._fails(error, kept)
            return
        self._changes += 1
        job = _Job(kept, kept.number, state, self._changes, document, _title(run), not moved)
        if whole:
            job.snapshot = job.number, document
            kept.copied, kept.again, kept.is_long = now, None, False
        kept.state, kept.mark, kept.handed = state, mark, now
        with self._condition:
            before = self._jobs.pop(kept, None)
            if before is not None:
                job.urgent |= before.urgent
                job.snapshot = job.snapshot or before.snapshot
            self._jobs[kept] = job
            self._begin()

    def _drop(self, kept: _Kept) -> None:
        """Keep nothing more of a run."""
        number, kept.number = kept.number, 0
        kept.copied, kept.written, kept.again = _NEVER, None, None
        if number:
            with self._condition:
                self._jobs.pop(kept, None)
            self._send(lambda: self._forget(number))

    def then(self, action: Callable[[], object]) -> None:
        """Do `action` once all runs are on the disk, or nobody needs them there any more."""
        self._then.append(action)

    # ---- any thread

    def has(self, run: Run) -> bool:
        """Whether the disk has a run as it stands."""
        kept = self._runs.get(run)
        return kept is not None and kept.written is run.session.state

    def close(self, *, leave: bool = False) -> None:
        """End, and forget all, for whoever closes the program was asked.

        Parameters
        ----------
        leave : bool
            Nobody was asked: what is not saved is offered at the next start.
        """
        with self._condition:
            self._closing, self._leaves = True, leave
            self._condition.notify()
            thread = self._thread
        if thread is not None:
            thread.join()
        if not leave or self._has_all():
            for action in self._then:
                action()
        self.recovery.close()

    def _has_all(self) -> bool:
        """Whether all that is not saved is on the disk, if not quite as it is now."""
        return all(kept.written is not None for kept in self._runs.values() if kept.run.changed)

    # ---- the autosave's thread

    def _send(self, *errands: Callable[[], object]) -> None:
        with self._condition:
            self._errands.extend(errands)
            self._begin()

    def _begin(self) -> None:
        """Wake the thread, or start it with the first thing to do."""
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._work, name="autosave", daemon=True)
            self._thread.start()
        self._condition.notify()

    def _work(self) -> None:
        looked = _NEVER  # when lines were written last
        while True:
            with self._condition:
                while not self._closing and not self._errands and not self._is_due(looked):
                    self._condition.wait(self._patience(looked))
                closing = self._closing
                jobs, self._jobs = list(self._jobs.values()), {}
                errands, self._errands = self._errands, []
            for errand in errands:
                self._guarded(errand)
            if self._leaves or not closing:
                for job in jobs:
                    self._guarded(partial(self._write, job), job.kept)
                looked = time.monotonic()
            if closing:
                break
            if self._attempt is not None and time.monotonic() >= self._attempt:
                self._attempt = None
                self._wake()
            if self._then:
                self._wake()
        if self._own is not None and self._leaves:
            self._own.release()
        elif self._own is not None:
            self._own.remove()

    def _is_due(self, looked: float) -> bool:
        return self._patience(looked) == 0.0

    def _patience(self, looked: float) -> float | None:
        """Return the seconds until there is something to do, None if there is nothing."""
        due = [] if self._attempt is None else [self._attempt]
        if self._jobs:
            urgent = any(job.urgent for job in self._jobs.values())
            due.append(_NEVER if urgent else looked + LOOKING_SECONDS)
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _guarded(self, action: Callable[[], object], kept: _Kept | None = None) -> None:
        """Do something that may fail: the disk is full, read-only, or gone."""
        try:
            action()
        except Exception as error:
            self._fails(error, kept)
            self._wake()

    def _fails(self, error: Exception, kept: _Kept | None) -> None:
        if self._trouble is None:  # what fails behind it may say less
            self._trouble = error
        self._attempt = time.monotonic() + AGAIN_SECONDS
        if kept is not None:
            kept.again = self._attempt

    def _know(self, kept: _Kept) -> None:
        """Let the digest of a run's data be known: of a large set that takes a tenth of a second,
        without the interpreter."""
        _ = kept.run.dataset.digest
        kept.is_known = True
        self._wake()

    def _write(self, job: _Job) -> None:
        kept = job.kept
        if kept.number != job.files:  # it was saved meanwhile
            return
        stem = self._stem(job.files, anew=job.snapshot is not None)
        if job.snapshot is not None:
            number, document = job.snapshot
            files.write_snapshot(stem, document, number)
            kept.had = len(document.recipe.pairs)
        # Behind a snapshot too: it says what the run is called, and the run where that is damaged.
        recipe = job.document.recipe
        kept.line, size = files.append(stem, recipe, job.number, job.title, kept.had)
        kept.is_long = size > max(LOG_BYTES, LOG_LINES * kept.line)
        kept.written = job.state

    def _stem(self, number: int, *, anew: bool) -> Path:
        if self._own is None or not self._own.stands():
            if not anew:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            if self._own is not None:
                self._own.release()
            self._own = files.own_folder(self.folder)
            self._anew()
        return self._own.path / f"run-{number}"

    def _anew(self) -> None:
        """Ask for snapshots of all runs: the folder is another one."""
        for kept in list(self._runs.values()):
            if kept.written is not None and kept.again is None:
                kept.again = 0.0
        self._wake()

    def _forget(self, number: int) -> None:
        if self._own is not None and self._own.stands():
            files.forget(self._own.path / f"run-{number}")


def only_moved(before: RunState, now: RunState) -> bool:
    """Whether nobody changed anything between two states: the run went on, or went elsewhere."""
    return (
        now.branches is before.branches
        and now.next_branch == before.next_branch
        and now.own_pairs == before.own_pairs
        and now.watches == before.watches
        and (now.breakpoints is before.breakpoints or _switches(now) == _switches(before))
    )


def _switches(state: RunState) -> list[BreakpointInfo]:
    """Return the breakpoints but for what they count by themselves."""
    return [replace(note, hits=0) for note in state.breakpoints.notes]


def _title(run: Run) -> str:
    """Return what a run is called where it is offered: as in the title of its window."""
    title = str(run.info.title)
    return f"{Path(run.file.path).stem} · {title}" if run.file.path else title


def _extras(run: Run) -> Plain:
    """Return what is to be found again with a run beside what it is."""
    seconds = {str(number): spent for number, spent in run.seconds.items()}
    extras: Plain = {"seconds": seconds}
    if run.file.path:
        extras["file"] = run.file.path
    if run.file.view:
        extras["view"] = json.loads(run.file.view)
    return extras


def _sentence(error: BaseException) -> Message:
    cause = error.__cause__ if isinstance(error, DocumentError) else error
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else sentence_of(error)
    return Message.of(
        "Changes are not kept for the case of a crash ({reason}). Save the run.", reason=words
    )
