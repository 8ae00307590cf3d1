"""How Ctrl-C, SIGTERM and SIGHUP end the program with the window; imports no Qt and no NumPy.

An exception that a handler raises would come out of whatever is being done, be it in the midst of
Qt.  So no handler raises.  Until the window answers there is nothing to keep, and the first signal
ends the process; from then on handlers do nothing, and `bpviz.ui.window.signal_watch` closes
the window from its event loop.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

NUMBERS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def status_of(number: int) -> int:
    """Return the exit status of a program that signal `number` ends.

    Ctrl-C is a person's, who does not want what follows on the line either: 130, as shells have
    it.  The others ask to close, as the window's cross does, and so 0: whoever logs out or stops a
    unit counts anything else as a failure.
    """
    return 128 + number if number == signal.SIGINT else 0


def answer(handler: Callable[[int, FrameType | None], object]) -> None:
    """Let `handler` answer these signals; one that was switched off, as nohup does, stays so."""
    for number in NUMBERS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def leave(status: int) -> NoReturn:
    """End the process here and now, whatever other threads do."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or None
            stream.flush()
    os._exit(status)


def leave_at_once() -> None:
    """Let the first signal end the process; for the time in which there is nothing to keep."""
    answer(lambda number, _frame: leave(status_of(number)))
