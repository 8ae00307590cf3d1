"""Compiled kernels on the disk: one file each, found whole or not at all.

What is read is unpickled and run as machine code, where one wrong bit is a segmentation fault. So
each file begins with a checksum of its name and content, which is looked at before anything else
is; and it counts only where nobody but this user (or root) can have written it.
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
from importlib.metadata import version
from pathlib import Path

NO_CACHE = "BPVIZ_NO_KERNEL_CACHE"
"""Environment variable: set to anything, nothing compiled is kept (for mutation runs)."""

_log = logging.getLogger(__name__)

_CHECKSUM = 32
_LARGEST = 2**26
"""Bytes of a file that is read at all; kernels have at most half a million."""

_KEEP = 12
"""Folders of other versions that stay, the ones used last."""

_KEEP_DAYS = 30
_COMPLETE = "complete"  # name of a file that says so
_PART = ".part"
_PART_SECONDS = 3600
"""How long a file may be written; older parts were left by a process that was killed."""


def fingerprint(sources: Path = Path(__file__).parent) -> str:
    """Return a hash of all sources that are compiled, and of what compiles them.

    A kernel contains those that it calls, wherever they stand.

    Raises
    ------
    RuntimeError
        If there are no sources in that folder.
    """
    files = sorted(sources.glob("*.py"))
    if not files:
        raise RuntimeError("the sources, which tell versions apart, were not installed")
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    versions = (*map(version, ("numba", "llvmlite", "numpy")), sys.version)
    digest.update(repr(versions).encode())
    return digest.hexdigest()[:16]


def name() -> str:
    """Return that of the folder for the kernels of these sources."""
    return f"kernels-{fingerprint()}"


def are_complete() -> bool:
    """Whether all kernels of these sources were kept; they may have been damaged since."""
    if os.environ.get(NO_CACHE):
        return False
    try:
        return read(user_cache() / "bpviz" / name() / _COMPLETE) is not None
    except RuntimeError:
        return False


def set_complete(folder: Path) -> None:
    """Note that all kernels are in `folder`; without a word where nothing can be written."""
    with contextlib.suppress(OSError):
        if read(folder / _COMPLETE) is None:
            write(folder / _COMPLETE, b"")


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


def prepare(name: str) -> Path:
    """Make the folder `name` of the user's cache, clear old ones away, and return it.

    Raises
    ------
    OSError, RuntimeError
        If there is none and it cannot be made, or if it cannot be trusted. It may well be
        read-only: what it holds is still of use.
    """
    parent = user_cache() / "bpviz"
    folder = parent / name
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)  # whatever the umask: for others to read
    if not _is_ours(folder.stat()):
        raise RuntimeError(f"others can write to {folder}")
    with contextlib.suppress(OSError):
        os.utime(folder)
    others = {}
    for other in parent.glob("kernels-*"):
        with contextlib.suppress(OSError):  # another process clears away as well
            others[other] = other.stat().st_mtime
    others.pop(folder, None)
    now = time.time()
    for rank, other in enumerate(sorted(others, key=others.__getitem__, reverse=True)):
        # Whoever still uses it compiles what is missing, and makes it anew.
        if rank >= _KEEP or now - others[other] > _KEEP_DAYS * 86_400:
            shutil.rmtree(other, ignore_errors=True)
    for part in folder.glob(f"*{_PART}"):
        with contextlib.suppress(OSError):
            if now - part.stat().st_mtime > _PART_SECONDS:
                part.unlink()
    return folder


def read(file: Path) -> bytes | None:
    """Return what `write` wrote to `file`; None if it is not there, or not that."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found) or found.st_size > _LARGEST:
            raise OSError("it was not made by this program")
        with file.open("rb") as opened:
            checksum, content = opened.read(_CHECKSUM), opened.read()
        if checksum != _checksum(file, content):
            raise OSError("it is damaged")
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.info("%s is recompiled: %s", file, error)
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


def _is_ours(found: os.stat_result) -> bool:
    """Return whether nobody but this user and root can have written it."""
    if sys.platform == "win32":
        return True  # folders there have lists of who may do what, and a profile is its user's
    return found.st_uid in (0, os.geteuid()) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
