"""A table as it was read: named columns of numbers or of kinds of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import short
from bpviz.network.types import Floats, Ints

MOST_COLUMNS = 65_536
"""Columns that a table may have."""

MOST_CLASSES = 1000
"""Kinds of text that are told apart in a column."""


@dataclass(slots=True)
class Column:
    """One column.

    Attributes
    ----------
    name : str
        From the header, or made up.
    named : bool
        Whether the name is from the header.
    kinds : dict of str to float, or None
        The number that stands for each kind of text, 0 … in the order of their appearance; None
        where the column holds numbers.
    crowded : bool
        Whether there are more kinds of text than are told apart; its values mean nothing then.
    stray : (row, line, text) or None
        The first text in a column that began with numbers.
    """

    name: str
    named: bool = True
    kinds: dict[str, float] | None = None
    crowded: bool = False
    stray: tuple[int, int, str] | None = None

    @property
    def is_text(self) -> bool:
        """Whether it holds text."""
        return self.kinds is not None

    @property
    def n_kinds(self) -> str:
        """How many kinds of text, for a message."""
        return f"more than {MOST_CLASSES}" if self.crowded else str(len(self.kinds or ()))

    def turn_to_text(self, before: Floats) -> None:
        """Take what were numbers up to now, (m,), as kinds of text, and change them in place."""
        present = ~np.isnan(before)
        numbers, places = np.unique(before[present], return_inverse=True)
        self.crowded = len(numbers) > MOST_CLASSES
        if self.crowded:
            numbers, places = numbers[:0], np.zeros_like(places)
        self.kinds = {number_name(number): float(k) for k, number in enumerate(numbers)}
        before[present] = places


@dataclass(frozen=True, slots=True)
class Table:
    """A table in memory.

    Attributes
    ----------
    path : Path
    columns : list of Column
    values : (m, columns) float64
        Numbers, and what stands for text; NaN where something is missing.
    lines : (m,) int64
        Line of the file in which each row begins, from 1.
    """

    path: Path
    columns: list[Column]
    values: Floats
    lines: Ints = field(repr=False)

    def place(self, row: int) -> dict[str, object]:
        """Return where row `row`, from 0, stands, for a message with {row} and {line}."""
        return {"row": row + 1, "line": int(self.lines[row])}

    def find(self, name: str) -> int:
        """Return the place of the column called `name`, or of that number where there is none.

        Raises
        ------
        DatasetError
            If there is none; the message lists those that there are.
        """
        names = [column.name for column in self.columns]
        folded = [each.casefold() for each in names]
        wanted = name.strip()
        for candidates, key in ((names, name), (names, wanted), (folded, wanted.casefold())):
            if candidates.count(key) == 1:
                return candidates.index(key)
        if not any(column.named for column in self.columns) and wanted.isdecimal():
            number = int(wanted[:9])
            if 1 <= number <= len(names):
                return number - 1
        raise DatasetError(
            "{file} has no column {name}; its columns are {known}.",
            file=self.path,
            name=short(repr(name)),
            known=", ".join(map(short, names[:20])) + (", …" if len(names) > 20 else ""),
        )


def number_name(number: float) -> str:
    """Return a number as the name of a class: without a fraction where it is whole."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def unique_names(header: list[str]) -> list[Column]:
    """Return columns named after a header; what is empty or not the first of its name is marked."""
    columns: list[Column] = []
    taken: set[str] = set()
    for number, cell in enumerate(header, start=1):
        name = base = cell.strip() or f"column {number}"
        copy = 1
        while name in taken:
            copy += 1
            name = f"{base} ({copy})"
        taken.add(name)
        columns.append(Column(name, named=bool(cell.strip())))
    return columns
