"""The one door to numba: how every kernel is compiled, and where the result is cached.

Strict arithmetic everywhere (no reassociation, no contraction, IEEE division), so that a step
gives the same bits whether it is taken alone, in a chunk of a million, or traced.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

# SVML would replace exp wherever it happens to be installed; numba reads this at its import.
os.environ["NUMBA_DISABLE_INTEL_SVML"] = "1"

# Nothing here runs in numba's own threads, yet it refuses to load with a number that is none.
if re.fullmatch(r"\s*(-\s*\d+|\+?0+)\s*", os.environ.get("NUMBA_NUM_THREADS", "")):
    del os.environ["NUMBA_NUM_THREADS"]

import llvmlite
import numba
import numpy as np

numba.config.USING_SVML = False
numba.config.DISABLE_JIT = False  # the kernels' loads and stores are none of Python's

F = TypeVar("F", bound=Callable[..., Any])

NO_CACHE = "BPVIZ_NO_KERNEL_CACHE"
"""Environment variable: set to anything, nothing compiled is kept (for mutation runs)."""

_KEEP_DAYS = 30


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _fingerprint() -> str:
    """Hash of all sources that are compiled, and of what compiles them.

    numba's own cache looks at the file of the outermost function only: an activation that was
    edited would go on returning its old value.
    """
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    versions = (numba.__version__, llvmlite.__version__, np.__version__, platform.python_version())
    digest.update(repr(versions).encode())
    return digest.hexdigest()[:16]


def _prepare_cache() -> Path | None:
    """Return the folder for compiled code, or None where none can be written."""
    if os.environ.get(NO_CACHE):
        return None
    try:
        parent = _user_cache() / "bpviz"
        folder = parent / f"kernels-{_fingerprint()}"
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return None
        os.utime(folder)
        for other in parent.glob("kernels-*"):
            if time.time() - other.stat().st_mtime > _KEEP_DAYS * 86_400:
                shutil.rmtree(other, ignore_errors=True)
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None
    return folder


CACHE_FOLDER = _prepare_cache()


def strict_jit(function: F) -> F:
    """Compile `function` on its first call, without the GIL and with strict arithmetic.

    It cannot allocate arrays: room to compute in is an argument.
    """
    previous = numba.config.CACHE_DIR
    if CACHE_FOLDER is not None:
        numba.config.CACHE_DIR = str(CACHE_FOLDER)
    try:
        compiled: F = numba.njit(
            nogil=True,
            fastmath=False,
            error_model="numpy",
            boundscheck=False,
            forceinline=True,  # a call with twenty arrays as arguments is no small matter
            _nrt=False,  # nothing is allocated, and counting references to views costs as much
            cache=CACHE_FOLDER is not None,
        )(function)
    finally:
        numba.config.CACHE_DIR = previous  # other programs' kernels go where they would
    return compiled
