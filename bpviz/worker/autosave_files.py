"""What is kept of unsaved runs on the disk: a folder a program, a snapshot and a log a run.

`lock` in the folder is locked by its program as long as that lives, however it ends; so no number
of a process, which may be another's by now, has to be believed.  ``run-1.bpviz`` is a document,
written whole or not at all.  ``run-1.log`` has a line for each change since: a checksum, and the
whole recipe as JSON with its number, so that a line says all by itself, and a damaged one hides no
other.  A line that the snapshot has already counts for nothing, whichever of the two was written
last when the program ended.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
import time
import uuid
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bpviz.datasets import DatasetError, catalog
from bpviz.training.document.archive import read, write
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.later import with_later
from bpviz.training.document.recipe import Recipe, from_plain, to_plain
from bpviz.training.document.text import canonical
from bpviz.training.message import Message, sentence_of
from bpviz.training.whole_file import sync_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK = "lock"
_TRIED = "tried"  # names of files that say so
_DECLINED = "declined"
_NUMBER = "autosave"  # in the extras of a snapshot: the last change that it has
_HELD_BY_OTHERS = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_MOST_READ = 2**27  # bytes of a log that are read at all, its newest
_ATTEMPTS = 10


# ---- folders -------------------------------------------------------------------------------------


@dataclass(eq=False)
class Folder:
    """A folder that this program holds, its own or that of one that has ended.

    Attributes
    ----------
    path : Path
    lock : int
        Handle of the file that is locked; −1 once it was given back.
    """

    path: Path
    lock: int

    def stands(self) -> bool:
        """Whether it is still there: anybody may have removed it."""
        return self.lock >= 0 and _is_at(self.lock, self.path / _LOCK)

    def release(self) -> None:
        """Give it back as it is."""
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1

    def remove(self) -> None:
        """Remove it for good; what cannot be removed is at least not offered any more."""
        with contextlib.suppress(OSError):
            if sys.platform == "win32":  # where no file that is open can be removed
                (self.path / _DECLINED).touch()
                self.release()
            else:
                _mark(self.path, _DECLINED)
        shutil.rmtree(self.path, ignore_errors=True)
        self.release()

    @property
    def is_offered(self) -> bool:
        """Whether it holds runs that nobody has tried to bring back or declined."""
        marked = any((self.path / name).exists() for name in (_TRIED, _DECLINED))
        return not marked and bool(self.stems())

    @property
    def is_done_with(self) -> bool:
        """Whether nobody will want it any more."""
        return (self.path / _DECLINED).exists() or not self.stems()

    def set_tried(self) -> None:
        """Note that its runs are about to be brought back: whatever comes of it, only once.

        Raises
        ------
        OSError
            If that cannot be noted.
        """
        _mark(self.path, _TRIED)

    def set_untried(self) -> None:
        """Offer it again."""
        with contextlib.suppress(OSError):
            (self.path / _TRIED).unlink()

    def stems(self) -> list[Path]:
        """Return the paths of what is kept of each run, without their endings."""
        found = {each.with_suffix("") for each in self.path.glob("run-*") if each.stat().st_size}
        return sorted(each for each in found if each.name.removeprefix("run-").isdecimal())


def own_folder(parent: Path) -> Folder:
    """Make a folder for this program in `parent`, and lock it.

    Raises
    ------
    OSError
        If there can be none.
    """
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for _ in range(_ATTEMPTS):
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{uuid.uuid4().hex[:6]}"
        (parent / name).mkdir(mode=0o700)
        sync_folder(parent)
        folder = held(parent / name)
        if folder is not None:
            return folder
        # Another start took it for one that was left, in the moment before it was locked.
    raise OSError(errno.EAGAIN, "no folder could be locked")


def held(path: Path) -> Folder | None:
    """Return the folder at `path`, locked; None where its program lives, or another one holds it.

    Raises
    ------
    OSError
        If it cannot be looked into.
    """
    handle = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if _lock(handle) and _is_at(handle, path / _LOCK):
            kept, handle = handle, -1
            return Folder(path, kept)
        return None
    finally:
        if handle >= 0:
            os.close(handle)


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD_BY_OTHERS:
            return False
        raise
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Whether `path` is still the file that is open."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _mark(folder: Path, name: str) -> None:
    with (folder / name).open("wb") as stream:
        os.fsync(stream.fileno())
    sync_folder(folder)


# ---- writing -------------------------------------------------------------------------------------


def write_snapshot(stem: Path, document: Document, number: int) -> None:
    """Write a whole document that has all changes up to `number`, and begin the log anew.

    Raises
    ------
    OSError, DocumentError
        If it cannot be written; what was there still counts.
    """
    extras = {**document.extras, _NUMBER: number}
    write(replace(document, extras=extras), stem.with_suffix(".bpviz"))
    with contextlib.suppress(FileNotFoundError):
        os.truncate(stem.with_suffix(".log"), 0)


def append(stem: Path, recipe: Recipe, number: int, title: str, had: int = 0) -> tuple[int, int]:
    """Append a line to the log of a run, and wait until it is on the disk.

    Parameters
    ----------
    had : int
        How many of a person's own pairs the snapshot has: they are large, and not repeated.

    Returns
    -------
    (int, int)
        Bytes of the line, and of the log.

    Raises
    ------
    OSError
        If it cannot be written; the lines before it still count.
    """
    new = replace(_placed(recipe), pairs=recipe.pairs[had:])
    body = canonical({"n": number, "title": title, "had": had, "run": to_plain(new)})
    # The end of the line comes first: where the one before is torn, it is that one's alone.
    line = b"\n%08x %s" % (zlib.crc32(body), body)
    path = stem.with_suffix(".log")
    is_new = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        left = memoryview(line)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
        size = os.fstat(handle).st_size
    finally:
        os.close(handle)
    if is_new:
        sync_folder(path.parent)
    return len(line), size


def _placed(recipe: Recipe) -> Recipe:
    """Return a recipe that finds its data from any folder."""
    if recipe.data is None or recipe.data.source in catalog.NAMES:
        return recipe
    return replace(recipe, data=replace(recipe.data, source=os.path.abspath(recipe.data.source)))


def forget(stem: Path) -> None:
    """Remove what is kept of a run: the log last, for the snapshot alone would be an older run.

    Raises
    ------
    OSError
        If it cannot be removed.
    """
    for suffix in (".bpviz", ".log"):
        stem.with_suffix(suffix).unlink(missing_ok=True)


# ---- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a log, undamaged.

    Attributes
    ----------
    number : int
        Of the change.
    title : str
        What the run is called.
    had : int
        How many of a person's own pairs are not in the recipe but in the snapshot.
    plain : object
        The recipe, not yet judged.
    """

    number: int
    title: str
    had: int
    plain: Any

    @property
    def step(self) -> int | None:
        """Where the run stood."""
        match self.plain:
            case {"at": [_, int() as step, *_]}:
                return step
        return None


def entries(stem: Path) -> list[Entry]:
    """Return the undamaged lines of a log, the newest first; none where there is no log."""
    try:
        with stem.with_suffix(".log").open("rb") as stream:
            stream.seek(max(os.fstat(stream.fileno()).st_size - _MOST_READ, 0))
            lines = stream.read().split(b"\n")
    except OSError:
        return []
    return [entry for line in reversed(lines) if (entry := _entry(line)) is not None]


def _entry(line: bytes) -> Entry | None:
    checksum, _, body = line.partition(b" ")
    try:
        if len(checksum) != 8 or int(checksum, 16) != zlib.crc32(body):
            return None
        plain = json.loads(body)
        return Entry(int(plain["n"]), str(plain["title"]), int(plain["had"]), plain["run"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def read_run(stem: Path) -> tuple[int, Document]:
    """Return the number of the last change of a run, and the run with it.

    Raises
    ------
    DocumentError
        If nothing of it can be read.
    """
    snapshot, number = None, -1
    fault = DocumentError(
        Message.of("{file} has nothing of a run that can be read.", file=stem.with_suffix(".log"))
    )
    if stem.with_suffix(".bpviz").exists():
        try:
            snapshot, number = _without_number(read(stem.with_suffix(".bpviz")))
        except (ValueError, DatasetError) as error:  # then there may be a way without it
            fault = DocumentError(sentence_of(error))
    for entry in entries(stem):
        if entry.number <= number:
            break
        try:
            recipe = from_plain(entry.plain)
            if snapshot is not None:
                pairs = (*snapshot.recipe.pairs[: entry.had], *recipe.pairs)
                return entry.number, with_later(snapshot, replace(recipe, pairs=pairs))
            if recipe.data is not None and not recipe.weights and entry.had == 0:
                return entry.number, Document(recipe)
        except (ValueError, LookupError, DatasetError):
            continue
    if snapshot is None:
        raise fault
    return number, snapshot


def _without_number(document: Document) -> tuple[Document, int]:
    extras = dict(document.extras)
    number = extras.pop(_NUMBER, 0)
    if type(number) is not int:
        number = 0
    return replace(document, extras=extras), number
