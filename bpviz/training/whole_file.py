"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bpviz.training.message import Message

_OLD = 3600.0
"""Seconds after which nobody writes to a file any more that was to take the place of another."""


@contextlib.contextmanager
def written_whole(path: str | os.PathLike[str]) -> Iterator[tuple[BinaryIO, Path]]:
    """Give a stream, and where it goes; what is there is replaced once all is on the disk.

    An error or an interrupt within leaves what was there, and nothing beside it.

    Raises
    ------
    OSError
        If it cannot be written; `not_written` says so in words.
    """
    place, mode = _place_of(path)
    _sweep(place)
    # Named before it is made, so that it is gone whenever an interrupt comes.
    temporary = place.with_name(f"{_beginning(place)}{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "xb") as stream:
            if mode is not None:
                os.chmod(temporary, mode)
            yield stream, place
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, place)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
    sync_folder(place.parent)


def _beginning(place: Path) -> str:
    return f".{place.name[:40]}-"


def _sweep(place: Path) -> None:
    """Remove what a program that was killed while it wrote to a place has left beside it."""
    with contextlib.suppress(OSError):
        for each in place.parent.iterdir():
            begins, ends = each.name.startswith(_beginning(place)), each.name.endswith(".tmp")
            if begins and ends and time.time() - each.stat().st_mtime > _OLD:
                each.unlink()


def _place_of(path: str | os.PathLike[str]) -> tuple[Path, int | None]:
    """Return where a link leads, and the permissions of the file that is there, if any.

    Raises
    ------
    OSError
        If what is there may not be replaced, or is no file: a folder, a device.
    """
    try:
        place = Path(os.path.realpath(path))
        mode = place.stat().st_mode
    except FileNotFoundError:
        return place, None
    except ValueError as error:  # of a name with a zero byte
        raise OSError(errno.ENOENT, str(error)) from None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    if not mode & 0o222:
        raise PermissionError(errno.EACCES, "it is read-only")
    return place, mode & 0o777


def sync_folder(folder: Path) -> None:
    """Let the names of new files survive a power cut, where the system can be told so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def not_written(path: str | os.PathLike[str], error: OSError) -> Message:
    """Say why a file cannot be written, and what to do."""
    file = Path(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message.of(
            "{file} cannot be saved: the disk is full. Free some space, or choose another folder.",
            file=file,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Message.of(
            "{file} cannot be saved: there is no such folder. Choose another one.", file=file
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Message.of(
            "{file} cannot be saved: nothing may be written there. Choose another place.", file=file
        )
    return Message.of(
        "{file} cannot be saved ({reason}). Choose another place.",
        file=file,
        reason=error.strerror or str(error),
    )
