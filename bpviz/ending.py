"""How a command ends: its exit status, a signal, and output that cannot be written.

The exit status is the same for the same kind of end:

0
    What was asked for is done.
1
    Something happened: data that is there is damaged, numbers overflowed, a disk is full.
2
    Something was typed: an option, name, value, column or path that there is not; or the window
    was asked for where none can be shown.
130, 143, 129
    Interrupted (Ctrl-C), terminated, and the terminal closed: 128 and the number of the signal.
141
    Nobody reads the output any more, as ``head`` does not after its last line.

SIGINT and SIGTERM raise nothing in a command.  An exception that comes out of nowhere is swallowed
in a callback of numba or of Qt, or leaves something half done.  The process says in two lines
where it stood and ends in that moment, without taking anything apart: what it made is either
written or was never begun.  What must be whole is `held` against that.

This is imported before anything else, and so imports nothing that takes time.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType, SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DONE = 0
HAPPENED = 1
TYPED = 2
INTERRUPTED = 128 + signal.SIGINT
UNREAD = 141
_WORDS = {signal.SIGINT: "Interrupted", signal.SIGTERM: "Terminated"}
if hasattr(signal, "SIGHUP"):  # the terminal was closed
    _WORDS[signal.SIGHUP] = "Terminated"

# What a command is doing, for a signal that may come at any moment.
_now = SimpleNamespace(
    command="bpviz", place="", advice="", holds=0, attention=None, came=0, leaving=False
)


class OutputError(Exception):
    """The output cannot be written; ``__cause__`` is what the system said."""


@contextlib.contextmanager
def heard(command: str) -> Iterator[None]:
    """Let signals end this process, as a command, while the block runs.

    A signal that is ignored already, as a shell does for what runs in its background, stays so.
    """
    vars(_now).update(command=command, holds=0, attention=None, came=0, leaving=False)
    stand("before it started", "Run the same command to start again.")
    before: dict[signal.Signals, Any] = {}
    if threading.current_thread() is threading.main_thread():
        for number in _WORDS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, _on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is _on_signal:
                signal.signal(number, handler)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    if not _now.holds or _now.came:  # the second one is in earnest
        _leave(number)
    _now.came = number
    if _now.attention is not None:
        _now.attention[0] = 1


def stand(place: str, advice: str | None = None) -> None:
    """Note where the command stands, and what can be done if it ends there."""
    _now.place = place
    if advice is not None:
        _now.advice = advice


@contextlib.contextmanager
def held(attention: NDArray[np.uint8] | None = None) -> Iterator[None]:
    """Let a signal wait until the block is done.

    Parameters
    ----------
    attention : (1,) uint8, optional
        Its entry becomes 1 when a signal comes.  What follows the block then asks `came` and sees
        to the end itself; without, the process ends with the block.
    """
    _now.holds, _now.attention = _now.holds + 1, attention
    try:
        yield
    finally:
        _now.holds, _now.attention = _now.holds - 1, None
    if attention is None:
        end_if_signalled()


def came() -> bool:
    """Whether a signal waits."""
    return bool(_now.came)


def end_if_signalled() -> None:
    """End the process if a signal waits."""
    if _now.came and not _now.holds:
        _leave(_now.came)


def _leave(number: int) -> None:
    if _now.leaving:
        return
    _now.leaving = True
    words = _two_lines(_WORDS[signal.Signals(number)])
    if sys.stderr is not None:  # else a file may have the number 2
        with contextlib.suppress(OSError):  # past sys.stderr, in which it may stand just now
            os.write(2, words.encode(_encoding(sys.stderr), "bpviz"))
    os._exit(128 + number)


def _two_lines(word: str) -> str:
    # On a terminal the cursor stands behind ^C or a bar.
    start = "\n" if sys.stderr is not None and sys.stderr.isatty() else ""
    return f"{start}{_now.command}: {word} {_now.place}.\n{_now.advice}\n"


def status_of(command: str, action: Callable[[], int]) -> int:
    """Return the exit status of `action`; say what keeps its output from being written."""
    try:
        return action()
    except OutputError as error:
        _drop_output()
        if isinstance(error.__cause__, BrokenPipeError):
            return UNREAD
        complain(f"{command}: {error}\n")
        return HAPPENED
    except KeyboardInterrupt:  # of a caller who hears signals in his own way
        complain(_two_lines(_WORDS[signal.SIGINT]))
        return INTERRUPTED


def say(text: str) -> None:
    """Write a text to stdout, as a whole, and see to it that it arrives.

    Raises
    ------
    OutputError
        If it does not.
    """
    try:
        with held():
            print(_writable(text, sys.stdout), end="", flush=True)
    except OSError as error:
        raise OutputError(
            f"The output cannot be written ({error.strerror or error}). Free some space, or "
            "redirect it."
        ) from error


def complain(text: str) -> None:
    """Write a text to stderr; where nobody listens, it is lost."""
    with contextlib.suppress(OSError, ValueError):
        print(_writable(text, sys.stderr), end="", file=sys.stderr, flush=True)


def _drop_output() -> None:
    """Send what is still in the buffer nowhere: Python would try once more when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


_PLAIN = {
    "λ": "lambda", "σ": "sigma", "δ": "delta", "∂": "d", "∞": "inf", "−": "-", "–": "-", "×": "x",
    "·": "*", "…": "...", "‖": "|", "≤": "<=", "≥": ">=", "₁": "1", "₂": "2", "²": "^2", "⁶": "^6",
    "³": "3", "′": "'",
}  # fmt: skip


def _in_plain_characters(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end]
    known = (_PLAIN.get(c) or c.encode("ascii", "backslashreplace").decode() for c in lost)
    return "".join(known), error.end


codecs.register_error("bpviz", _in_plain_characters)


def _writable(text: str, stream: Any) -> str:
    """Return the text with what the encoding of `stream` lacks in other characters."""
    encoding = _encoding(stream)
    return text.encode(encoding, "bpviz").decode(encoding)


def _encoding(stream: Any) -> str:
    return getattr(stream, "encoding", None) or "utf-8"
