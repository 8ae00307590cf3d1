"""Counting from 0 or from 1: how an index is shown, and what a shown one means.

Within the program, in its files, its Python interface and on the command line the first of anything
has the index 0.  What a person reads and types in the window counts from `first`: samples, rows,
columns, units, outputs, and classes without names.  Steps are counts of updates done, and stay as
they are.  What writes an index while it paints or is shown a frame asks here; only what keeps
written words listens to `counting_changed`.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

STARTS = (0, 1)
"""What one can count from."""


class _InForce(QObject):
    changed = Signal()
    first = 0


_in_force = _InForce()
counting_changed = _in_force.changed
"""Indices are shown in another way from now on."""


def first() -> int:
    """Return what the first of anything is shown as: 0 or 1."""
    return _in_force.first


def count_from(start: int) -> None:
    """Count from `start`, one of `STARTS`, and tell everybody; the same again tells nobody.

    Raises
    ------
    ValueError
        If it is none of `STARTS`.
    """
    if start not in STARTS:
        raise ValueError(f"Counting from {start} is not possible. Use one of {STARTS}.")
    if start != _in_force.first:
        _in_force.first = start
        counting_changed.emit()


def shown(index: int) -> int:
    """Return what is shown for an index that counts from 0."""
    return int(index) + _in_force.first


def meant(number: int) -> int:
    """Return the index, counted from 0, of which `number` was typed or is shown."""
    return int(number) - _in_force.first


def listed(indices: Iterable[int]) -> str:
    """Return indices as they are shown, with commas between."""
    return ", ".join(str(shown(index)) for index in indices)


def entry(symbol: str, *indices: int) -> str:
    """Return an entry of a vector or matrix as people write it: "h[3]", "W₁[3, 5]"."""
    return f"{symbol}[{listed(indices)}]"


def heading(word: str) -> str:
    """Return `word` as the heading of a copied column of indices, which says so if they begin at 1.

    What reads copied values mostly counts from 0.
    """
    return f"{word} from {_in_force.first}" if _in_force.first else word
