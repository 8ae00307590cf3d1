"""The one door to numba: how every kernel is compiled, and where the result is cached.

Strict arithmetic everywhere (no reassociation, no contraction, IEEE division), so that a step
gives the same bits whether it is taken alone, in a chunk of a million, or traced.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import os
import pickle
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from bpviz.network import kernel_files

# SVML would replace exp wherever it happens to be installed; numba reads this at its import.
os.environ["NUMBA_DISABLE_INTEL_SVML"] = "1"

# Nothing here runs in numba's own threads, yet it refuses to load with a number that is none.
if re.fullmatch(r"\s*(-\s*\d+|\+?0+)\s*", os.environ.get("NUMBA_NUM_THREADS", "")):
    del os.environ["NUMBA_NUM_THREADS"]

import llvmlite
import numba
import numpy as np
from numba.core import event
from numba.core.caching import NullCache
from numba.core.compiler import CompileResult
from numba.core.serialize import dumps

numba.config.USING_SVML = False
numba.config.DISABLE_JIT = False  # the kernels' loads and stores are none of Python's

F = TypeVar("F", bound=Callable[..., Any])

NO_CACHE = "BPVIZ_NO_KERNEL_CACHE"
"""Environment variable: set to anything, nothing compiled is kept (for mutation runs)."""

_KNOWN_NUMBA = (0, 68)
"""What `_Kernels` uses of numba is not public, and may be another in another version."""

_SETTINGS = ("OPT", "LOOP_VECTORIZE", "SLP_VECTORIZE", "BOUNDSCHECK", "DEBUGINFO")
"""Environment variables of numba, after NUMBA_, that somebody sets to look for something once."""

_log = logging.getLogger(__name__)


def _fingerprint() -> str:
    """Hash of all sources that are compiled, and of what compiles them.

    A kernel contains those that it calls, wherever they stand.
    """
    sources = sorted(Path(__file__).parent.glob("*.py"))
    if not sources:
        raise RuntimeError("the sources, which tell versions apart, were not installed")
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    versions = (numba.__version__, llvmlite.__version__, np.__version__, sys.version)
    digest.update(repr(versions).encode())
    return digest.hexdigest()[:16]


def _prepare_cache() -> Path | None:
    """Return the folder for compiled code, or None where there is none."""
    if os.environ.get(NO_CACHE):
        return None
    try:
        if numba.version_info.short != _KNOWN_NUMBA:
            raise RuntimeError(f"numba {numba.__version__} is not supported")
        return kernel_files.prepare(f"kernels-{_fingerprint()}")
    except (OSError, RuntimeError) as error:
        _say_that_nothing_is_kept(error)
        return None


def _say_that_nothing_is_kept(error: Exception, where: object = None) -> None:
    if isinstance(error, OSError):
        _say_why_nothing_is_kept(f"{where or error.filename}: {error.strerror}")
    else:
        _say_why_nothing_is_kept(str(error))


@functools.cache
def _say_why_nothing_is_kept(reason: str) -> None:
    """Once each: seventy kernels meet the same full disk."""
    _log.warning(
        "Compiled code cannot be cached, so every start takes half a minute longer: %s. "
        "Make the user's cache a folder with 10 MB of free space that nobody else can write to.",
        reason,
    )


CACHE_FOLDER = _prepare_cache()


class _Kernels(NullCache):  # type: ignore[misc]
    """What a dispatcher asks for compiled code, and gives it to.

    numba's own cache looks at the source of the outermost function only, unpickles whatever it
    finds, raises what the disk raises, and passes over a folder that it cannot write to.
    """

    def __init__(self, folder: Path, function: Callable[..., Any]) -> None:
        module = function.__module__.rpartition(".")[2]
        self._start = f"{module}.{function.__qualname__}-{function.__code__.co_firstlineno}"
        self._folder = folder

    @property
    def cache_path(self) -> str:
        """Folder of the files."""
        return str(self._folder)

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """Return what was compiled for `sig` on this processor, or None."""
        target_context.refresh()
        file = self._file(sig, target_context.codegen())
        content = kernel_files.read(file)
        if content is None:
            return None
        try:
            return CompileResult._rebuild(target_context, *pickle.loads(content))
        except Exception:
            _log.info("%s is recompiled", file, exc_info=True)
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep what was compiled for `sig`, if that can be."""
        if data.library.has_dynamic_globals:  # addresses of this very process
            return
        try:
            kernel_files.write(self._file(sig, data.codegen), dumps(data._reduce()))
        except Exception as error:
            _say_that_nothing_is_kept(error, self._folder)

    def _file(self, sig: Any, codegen: Any) -> Path:
        settings = [os.environ.get(f"NUMBA_{name}") for name in _SETTINGS]
        key = repr((sig, codegen.magic_tuple(), settings)).encode()
        return self._folder / f"{self._start}-{hashlib.sha256(key).hexdigest()[:32]}.kernel"


def strict_jit(function: F, *, inline: bool = False) -> F:
    """Compile `function` on its first call, without the GIL and with strict arithmetic.

    It cannot allocate arrays: room to compute in is an argument.  With `inline` it becomes a part
    of its callers before they are compiled, and costs no compilation of its own.
    """
    compiled: F = numba.njit(
        nogil=True,
        fastmath=False,
        error_model="numpy",
        boundscheck=False,
        inline="always" if inline else "never",
        forceinline=True,  # a call with twenty arrays as arguments is no small matter
        _nrt=False,  # nothing is allocated, and counting references to views costs as much
    )(function)
    # The name of the folder stands for functions at the top of the modules of this package alone.
    named = (
        function.__module__.rpartition(".")[0] == __package__ and "<" not in function.__qualname__
    )
    if CACHE_FOLDER is not None and named:
        compiled._cache = _Kernels(CACHE_FOLDER, function)  # type: ignore[attr-defined]
    return compiled


@contextmanager
def when_compiling(tell: Callable[[], None]) -> Iterator[None]:
    """Call `tell` before the first kernel that is compiled in the block, if one is at all."""
    told = False

    class Listener(event.Listener):  # type: ignore[misc]
        def on_start(self, _: event.Event) -> None:
            nonlocal told
            if not told:
                told = True
                tell()

        def on_end(self, _: event.Event) -> None:
            pass

    with event.install_listener("numba:compile", Listener()):
        yield
