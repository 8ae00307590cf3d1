"""The memory of the machine, asked before much of it is taken."""

from __future__ import annotations

import os

from bpviz.datasets.errors import DatasetError


def claim(size: int) -> None:
    """Raise `MemoryError` where `size` bytes are more than the machine has.

    Systems promise more than they have and end programs that take it, without a word.
    """
    try:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # a system that does not tell
        return
    if 0 < there < size:
        raise MemoryError


def too_large(data: object) -> DatasetError:
    """Return what to raise where loading `data` takes more memory than there is."""
    return DatasetError(
        "Not enough memory to load {file}. Use less data, or close other programs.",
        file=data,
    )
