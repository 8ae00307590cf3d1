"""What the palette lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """Something that can be chosen.

    Attributes
    ----------
    key : str
        Tells it from all others, also in another session: "action_undo", "set seed_edit 3".
    text : str
        What it is called.
    do : callable, optional
        Does it.
    keys : str
        Keys that do the same.
    about : str
        More about it, as a tooltip.
    also : tuple of str
        Other names that it is found by.
    why_not : str
        Why it cannot be done now, in a sentence; empty if it can.
    weight : int
        Of two that answer equally well the lighter one goes first.
    fills : str
        What to type on instead, for an entry that lacks a value.
    """

    key: str
    text: str
    do: Callable[[], object] | None = None
    keys: str = ""
    about: str = ""
    also: tuple[str, ...] = ()
    why_not: str = ""
    weight: int = 0
    fills: str = ""
