"""Files in the user's cache: found whole or not at all.

Each begins with a checksum of its name and content, which is looked at before anything else is; and
it counts only where nobody but this user (or root) can have written it.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import stat
import sys
import time
import uuid
from pathlib import Path

_log = logging.getLogger(__name__)

_CHECKSUM = 32
_LARGEST = 2**26
"""Bytes of a file that is read at all; a kernel has at most half a million, MNIST 32 million."""

_PART = ".part"
_PART_SECONDS = 3600
"""How long a file may be written; older parts were left by a process that was killed."""


def user_cache() -> Path:
    """Return the folder for what can be made again; RuntimeError if the user has no home."""
    if sys.platform == "win32":
        named, usual = "LOCALAPPDATA", ("AppData", "Local")
    elif sys.platform == "darwin":
        named, usual = "", ("Library", "Caches")
    else:
        named, usual = "XDG_CACHE_HOME", (".cache",)
    folder = Path(os.environ.get(named, ""))
    if not folder.is_absolute():  # as the specification of XDG says
        folder = Path.home().joinpath(*usual)
    if not folder.is_absolute():
        raise RuntimeError(f"the home folder {str(Path.home())!r} is not an absolute path")
    return folder


def read(file: Path) -> bytes | None:
    """Return what `write` wrote to `file`; None if it is not there, or not that."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode) or not is_ours(found) or found.st_size > _LARGEST:
            raise OSError("it was not made by this program")
        with file.open("rb") as opened:
            checksum, content = opened.read(_CHECKSUM), opened.read()
        if checksum != _checksum(file, content):
            raise OSError("it is damaged")
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.info("%s is made anew: %s", file, error)
        return None
    return content


def write(file: Path, content: bytes) -> None:
    """Put `content` into `file`, all or nothing, whatever stood there.

    Raises
    ------
    OSError
        If that cannot be done; then all is as it was.
    """
    file.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    part = file.with_name(f"{uuid.uuid4().hex}{_PART}")
    try:
        with open(part, "xb", opener=lambda path, flags: os.open(path, flags, 0o644)) as opened:
            opened.write(_checksum(file, content))
            opened.write(content)
        try:
            part.replace(file)
        except OSError:
            if not file.is_dir():
                raise
            shutil.rmtree(file)
            part.replace(file)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _checksum(file: Path, content: bytes) -> bytes:
    """Of the names as well: a file that was exchanged with another is no better than garbage."""
    found = hashlib.sha256(f"{file.parent.name}/{file.name}\0".encode())
    found.update(content)
    return found.digest()


def is_ours(found: os.stat_result) -> bool:
    """Return whether nobody but this user and root can have written it."""
    if sys.platform == "win32":
        return True  # folders there have lists of who may do what, and a profile is its user's
    return found.st_uid in (0, os.geteuid()) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def clear_parts(folder: Path) -> None:
    """Remove what processes that were killed have left of files in `folder`."""
    for part in folder.glob(f"*{_PART}"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > _PART_SECONDS:
                part.unlink()
