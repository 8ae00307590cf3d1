"""Windows are taken apart by Qt, never by Python's garbage collector.

A window whose last reference a script drops would be freed by the collector, which clears wrappers
in any order: a tool button after the action that it shows, for example, and the process dies.  So
every window is held here until Qt has deleted it; those that nobody deletes are when Python ends.
"""

from __future__ import annotations

import atexit
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

_held: dict[int, QWidget] = {}


def hold(window: QWidget) -> None:
    """Keep `window` until Qt has deleted it."""
    if not _held:
        atexit.unregister(_take_all_apart)
        atexit.register(_take_all_apart)
    key = id(window)
    _held[key] = window
    window.destroyed.connect(partial(_forget, key))


def take_apart(window: QWidget) -> None:
    """Close `window` and delete it at once, with everything in it; once more does nothing."""
    if shiboken6.isValid(window):
        window.close()
        shiboken6.delete(window)


def _forget(key: int, *_: object) -> None:
    _held.pop(key, None)


def _take_all_apart() -> None:
    for window in list(_held.values()):
        take_apart(window)
    _held.clear()
