"""Compiled kernels on the disk: one file each, found whole or not at all (`cache_files`).

What is read is unpickled and run as machine code, where one wrong bit is a segmentation fault.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import time
from importlib.metadata import version
from pathlib import Path

from bpviz.cache_files import clear_parts, is_ours, read, user_cache, write

NO_CACHE = "BPVIZ_NO_KERNEL_CACHE"
"""Environment variable: set to anything, nothing compiled is kept (for mutation runs)."""

NUMBA = "0.68"
"""Its version that kernels are kept of: what is used of it is not public."""

_KEEP = 12
"""Folders of other versions that stay, the ones used last."""

_KEEP_DAYS = 30
_COMPLETE = "complete"  # name of a file that says so


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


def folder() -> Path | None:
    """Return where compiled code is kept, made if need be; None where nobody wants it kept.

    Raises
    ------
    OSError, RuntimeError
        If none can be had, see `prepare`, or this version of numba is not known.
    """
    if os.environ.get(NO_CACHE):
        return None
    numba = version("numba")
    if not numba.startswith(f"{NUMBA}."):
        raise RuntimeError(f"numba {numba} is not supported")
    return prepare(name())


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
    if not is_ours(folder.stat()):
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
    clear_parts(folder)
    return folder
