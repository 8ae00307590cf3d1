"""A table as it was read: named columns of numbers or of kinds of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bpviz.datasets.classes import MOST_CLASSES
from bpviz.datasets.errors import RequestError
from bpviz.datasets.sentence import Sentence, listed, short
from bpviz.network.types import Floats, Ints

MOST_COLUMNS = 65_536
"""Columns that a table may have."""


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
        The first text in a column that began with numbers, or has `strays`.
    strays : tuple of str
        The few texts in a column of numbers: in at most one row of a hundred, or in any number of
        them beside too many different numbers to be categories.
    """

    name: str
    named: bool = True
    kinds: dict[str, float] | None = None
    crowded: bool = False
    stray: tuple[int, int, str] | None = None
    strays: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it holds text."""
        return self.kinds is not None

    @property
    def title(self) -> str:
        """The name, for a list of columns: one that is made up can be translated there."""
        number = self._made_up
        return Sentence.of("column {number}", number=number) if number else self.name

    @property
    def quoted(self) -> str:
        """The name, for a sentence behind the word "column"."""
        return self._made_up or short(repr(self.name))

    @property
    def _made_up(self) -> str:
        number = self.name.removeprefix("column ")
        return number if not self.named and number.isdecimal() else ""

    @property
    def n_kinds(self) -> str:
        """How many kinds of text, for a message."""
        if self.crowded:
            return Sentence.of("more than {most}", most=MOST_CLASSES)
        return str(len(self.kinds or ()))

    def turn_to_text(self, before: Floats) -> None:
        """Take what were numbers up to now, (m,), as kinds of text, and change them in place."""
        if not len(before):  # most often so, and wide tables have very many columns
            self.kinds = {}
            return
        present = ~np.isnan(before)
        there = before[present]
        if (there == there[:1]).all():  # as well most often so, and NumPy's sorting is not cheap
            numbers, places = there[:1], np.zeros(len(there), np.int64)
        else:
            numbers, places = np.unique(there, return_inverse=True)
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

    def places_of(self, wanted: Iterable[str]) -> tuple[int, ...]:
        """Return the places of columns by their names, or by number where none has a name.

        Each is there once, however often it is named.

        Raises
        ------
        RequestError
            If there is no such column; the message lists those that there are.
        """
        names = [column.name for column in self.columns]
        exact, folded = _only(names), _only([name.casefold() for name in names])
        numbered = not any(column.named for column in self.columns)
        places: dict[int, None] = {}
        for name in wanted:
            plain = name.strip()
            place = exact.get(name, exact.get(plain, folded.get(plain.casefold())))
            if place is None and numbered and plain.isdecimal() and int(plain[:9]) <= len(names):
                place = int(plain[:9]) - 1
            if place is None or place < 0:
                raise RequestError(
                    "{file} has no column {name}. Choose one of {known}.",
                    file=self.path,
                    name=short(repr(name)),
                    known=listed([column.title for column in self.columns], 20),
                )
            places[place] = None
        return tuple(places)


def _only(names: list[str]) -> dict[str, int | None]:
    """Return the place of each name; None for what several columns are called."""
    places: dict[str, int | None] = {}
    for place, name in enumerate(names):
        places[name] = None if name in places else place
    return places


def number_name(number: float) -> str:
    """Return a number as the name of a class: without a fraction where it is whole."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def unique_names(header: list[str]) -> list[Column]:
    """Return columns named after a header; what is empty or not the first of its name is marked."""
    columns: list[Column] = []
    copies: dict[str, int] = {}  # how often each name was there
    for number, cell in enumerate(header, start=1):
        name = base = cell.strip() or f"column {number}"
        while name in copies:
            copies[base] += 1  # not from 2 again: equal names are to take no more time than others
            name = f"{base} ({copies[base]})"
        copies[name] = 1
        columns.append(Column(name, named=bool(cell.strip())))
    return columns
