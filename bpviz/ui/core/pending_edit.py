"""Tells the trainer's answer apart from a frame that was already on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from bpviz.training.events import Frame

T = TypeVar("T")


class PendingEdit(Generic[T]):
    """Keeps an editor from jumping back after it was changed.

    A frame that was made before a change was heard still holds the old value: it is passed over.

    Parameters
    ----------
    follow : callable
        Puts a value into the editor.
    """

    def __init__(self, follow: Callable[[T], None]) -> None:
        self._follow = follow
        self._number = 0

    def sent(self, number: int) -> None:
        """Note the number of the command that tells the trainer of the change."""
        self._number = number

    def arrived(self, value: T, frame: Frame) -> None:
        """Follow the value in `frame`, unless the frame is too old to know of the change."""
        if frame.acknowledged >= self._number:
            self._follow(value)
