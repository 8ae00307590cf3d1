"""Run one mutant in a child process, bounded in time, memory and patience."""

from __future__ import annotations

import os
import resource
import select
import signal
import time
from collections.abc import Callable
from typing import NoReturn

_MEMORY = 12 << 30
_SLOWER = 4.0
"""A test may take so many times what it took unchanged, and something to spare."""

_PATIENCE = 300.0
"""Seconds in which something must be heard of a child that waits without computing."""

Report = Callable[[str], None]
"""Send the parent one line."""


def limit_of(seconds: float, spare: float) -> float:
    """CPU seconds after which a test that took `seconds` counts as an endless loop."""
    return spare + _SLOWER * seconds


def start_clock(limit: float) -> None:
    """End this process by a signal after `limit` seconds of CPU, compiled loops included."""
    signal.setitimer(signal.ITIMER_PROF, limit)


def in_child(work: Callable[[Report], None]) -> tuple[str, str]:
    """Fork, let the child do `work`, and return how that ended and the last line it reported.

    Returns
    -------
    end : str
        "done", "timeout" or "crashed".
    last : str
        The child's last report.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _child(work, writing)
    os.close(writing)
    text, acknowledged, patient = b"", time.monotonic(), True
    while True:
        ready, _, _ = select.select([reading], [], [], 5.0)
        if ready:
            piece = os.read(reading, 65536)
            if not piece:
                break
            text, acknowledged = text + piece, time.monotonic()
        elif time.monotonic() - acknowledged > _PATIENCE:
            patient = False
            os.kill(pid, signal.SIGKILL)
            break
    os.close(reading)
    _, status = os.waitpid(pid, 0)
    last = text.decode().rstrip("\n").rsplit("\n", 1)[-1]
    if not patient or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF):
        return "timeout", last
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != 0:
        return "crashed", last
    return "done", last


def _child(work: Callable[[Report], None], writing: int) -> NoReturn:
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        with os.fdopen(writing, "w", buffering=1) as reports:
            work(lambda line: print(line, file=reports))
        code = 0
    finally:
        os._exit(code)
