"""Kernels compiled beside the window, on a machine that has not compiled them yet.

The compiler holds the interpreter for a tenth of a second at a time, so another process fills the
cache, and this one loads from it.  Where nothing can be kept a thread compiles.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Protocol

import bpviz
from bpviz.network import kernel_files
from bpviz.training import warmup


class Precompilation(Protocol):
    """The compiling under way.

    Attributes
    ----------
    kept : bool
        Whether the next start finds what is compiled.
    """

    kept: bool

    def parts(self) -> int:
        """How many of `warmup.PARTS` are ready; all of them where it failed."""

    def share(self) -> float:
        """How much of what a window waits for is done, 0 … 1, roughly."""

    def stop(self) -> None:
        """Give it up, if that can be."""


class InProcess:
    """Another process of the same Python, which keeps what it compiles in the user's cache.

    Raises
    ------
    OSError
        If none can be started.
    """

    kept = True

    def __init__(self) -> None:
        where = str(Path(bpviz.__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, (where, os.environ.get("PYTHONPATH", ""))))
        self._told: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", warmup.__name__, warmup.COUNT],
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        threading.Thread(target=self._listen, name="precompilation", daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._told.append(line)
        self._process.wait()

    def parts(self) -> int:
        """Return it; a part is ready when the next is told of, or the process has ended."""
        if self._process.poll() is not None:
            return len(warmup.PARTS)
        return max(0, sum(line != warmup.ONE_MORE for line in self._told) - 1)

    def share(self) -> float:
        """Return it, by the functions compiled."""
        return warmup.share_of(self._told.count(warmup.ONE_MORE))

    def stop(self) -> None:
        """End it: what it has kept is whole."""
        self._process.kill()


class InThread:
    """A thread of this process."""

    def __init__(self, *, kept: bool = True) -> None:
        self.kept = kept
        self._ready, self._functions = 0, 0
        threading.Thread(target=self._compile, name="precompilation", daemon=True).start()

    def _compile(self) -> None:
        from bpviz.network.compiler import when_compiling

        try:
            with when_compiling(self._one_more):
                warmup.warm_up(self._note)
        finally:
            self._ready = len(warmup.PARTS)

    def _one_more(self) -> None:
        self._functions += 1

    def _note(self, ready: int, total: int) -> None:
        self._ready = ready

    def parts(self) -> int:
        """Return it."""
        return self._ready

    def share(self) -> float:
        """Return it, by the functions compiled."""
        return warmup.share_of(self._functions)

    def stop(self) -> None:
        """Nothing: it ends with the process."""


def begin_beside() -> InProcess | None:
    """Begin to compile what is missing in another process; None where nothing is, or none can.

    It loads neither numba nor a kernel, so that a window can call it before there is one.
    """
    if warmup.is_done() or not _are_kept():
        return None
    try:
        return InProcess()
    except OSError:
        return None


def begin() -> Precompilation | None:
    """Begin to compile what is missing, where that disturbs least; None where nothing is."""
    if warmup.is_done():
        return None
    return begin_beside() or InThread(kept=_are_kept())


def _are_kept() -> bool:
    try:
        folder = kernel_files.folder()
    except (OSError, RuntimeError):  # which the compiler says when it comes to it
        return False
    return folder is not None and os.access(folder, os.W_OK)
