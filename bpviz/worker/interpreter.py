"""Interpreter: how long the trainer may keep it while the interface waits for it.

Python's interpreter serves one thread at a time, and one number says how long a thread that waits
for it lets another go on. For the interface that number should be large: between two chunks the
trainer needs the interpreter for less than a millisecond, and to be interrupted costs it as much
again. For the trainer, back from a chunk, it should be small: the interface may hold the
interpreter for most of a frame. So the trainer sets it, as the one or the other begins.
"""

from __future__ import annotations

import sys

SOON = 0.0001
"""Seconds after which a thread that waits interrupts the other, in general."""

LATER = 0.002
"""The same between two chunks of the trainer."""


def give_soon() -> None:
    """Let whoever waits have the interpreter at once."""
    sys.setswitchinterval(SOON)


def keep_between_chunks() -> None:
    """Let the interface wait until the next chunk has begun, at most `LATER`."""
    sys.setswitchinterval(LATER)
