"""How a text table is written, found by looking: separator, quotes, decimal mark, header."""

from __future__ import annotations

import csv
import dataclasses
import io
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.datasets.errors import RequestError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import short

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = ("\t", ";", "|", ",")
"""Rarest inside a cell first: it wins where several cut every row alike."""

_ROWS = 100
"""Rows looked at."""

_MISSING = {"", "?", "na", "n/a", "#n/a", "nan", "null"}

_EITHER = {
    ".": re.compile(r"[+-]?(\d*|\d{1,3}(,\d{3})+)\.\d+(e[+-]?\d+)?", re.IGNORECASE | re.ASCII),
    ",": re.compile(r"[+-]?(\d*|\d{1,3}(\.\d{3})+),\d+(e[+-]?\d+)?", re.IGNORECASE | re.ASCII),
}
"""Numbers with a fraction, for each decimal mark."""

_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""With a fraction of three digits, or a whole number of thousands."""

_GROUPED = {
    ".": re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII),
    ",": re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII),
}
"""Numbers whose thousands are marked, as spreadsheets show them, for each decimal mark."""

_SEPARATOR_LINE = re.compile(r"sep=([^\r\n])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How a text table is written.

    Attributes
    ----------
    encoding : str
        Name of Python's codec.
    separator : str
        Between cells, one character; a space stands for any number of them.
    quote : str
        Around cells, one character.
    escape : bool
        Whether a backslash takes the meaning from the character after it.
    decimal : str
        "." or ",".
    header : bool
        Whether the first row holds names.
    also_missing : frozenset of str
        Texts, in lower case, that say that there is nothing, besides the usual ones.
    """

    encoding: str
    separator: str
    quote: str
    escape: bool
    decimal: str
    header: bool
    also_missing: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        """Whether every number is one, and none stands for a missing value."""
        ordinary = dataclasses.replace(self, also_missing=frozenset())
        return all(ordinary.number(text) is None for text in self.also_missing)

    def rows(self, lines: Iterable[str]) -> Reader:
        """Return the cells of each row; refuses malformed quotes by csv.Error."""
        if self.separator == " ":
            lines = (" ".join(line.split()) + "\n" for line in lines)
        return csv.reader(
            lines,
            delimiter=self.separator,
            quotechar=self.quote,
            escapechar="\\" if self.escape else None,
            strict=True,
        )

    def is_missing(self, cell: str) -> bool:
        """Whether a cell says that there is nothing."""
        text = cell.strip().lower()
        return text in _MISSING or text in self.also_missing

    def number(self, cell: str) -> float | None:
        """Return the number that a cell holds, NaN where it is missing, or None for text."""
        cell = cell.strip()
        if self.is_missing(cell):
            return math.nan
        if "_" in cell or not cell.isascii():  # Python reads 1_000 and ١; tables don't mean it
            return None
        between = "." if self.decimal == "," else ","
        if between in cell:
            if _GROUPED[self.decimal].fullmatch(cell) is None:
                return None
            cell = cell.replace(between, "")
        cell = cell.replace(",", ".")
        try:
            return float(cell)
        except ValueError:
            return None


def told_separator(line: str) -> str | None:
    """Return the separator that a first line ``sep=;`` names, as spreadsheets write it."""
    told = _SEPARATOR_LINE.fullmatch(line)
    return None if told is None else told[1]


def find_format(sample: str, whole: bool, encoding: str, request: DataRequest) -> TextFormat:
    """Look at the beginning of a table.

    Parameters
    ----------
    sample : str
        Some rows.
    whole : bool
        Whether that is all; otherwise the last row may be cut.
    encoding : str
        Passed on.
    request : DataRequest
        What it chooses is not looked for.
    """
    separator = request.separator
    if separator is not None and (len(separator) != 1 or separator in '"\r\n\0'):
        raise RequestError(
            "The separator is {value}; it must be a single character, such as “,” or “;”.",
            value=short(repr(separator)),
        )
    if request.decimal not in (None, ".", ","):
        raise RequestError(
            "The decimal mark is {value}; it must be “.” or “,”.",
            value=short(repr(request.decimal)),
        )
    first, _, rest = sample.partition("\n")
    told = told_separator(first)
    if told is not None:
        sample = rest
    quote = _quote(sample)
    separator = request.separator or told or _separator(sample, whole, quote)
    rows = _rows(sample, whole, separator, quote)
    decimal = request.decimal or _decimal(rows)
    also = frozenset(text.lower() for text in request.also_missing)
    draft = TextFormat(encoding, separator, quote, '\\"' in sample, decimal, False, also)
    header = _has_header(rows, draft) if request.header is None else request.header
    return dataclasses.replace(draft, header=header)


def _quote(sample: str) -> str:
    single = re.search(r"(?:^|[\t;|,])'[^'\n]*'(?:[\t;|,]|$)", sample, re.MULTILINE)
    return "'" if single and '"' not in sample else '"'


def _rows(sample: str, whole: bool, separator: str, quote: str) -> list[list[str]]:
    lines: Iterable[str] = io.StringIO(sample, newline=None)
    if separator == " ":
        lines = (" ".join(line.split()) for line in lines)
    rows: list[list[str]] = []
    try:
        reader = csv.reader(lines, delimiter=separator, quotechar=quote)
        rows.extend(itertools.islice(filter(any, reader), _ROWS + 1))
    except csv.Error:  # told when the table is read
        pass
    if len(rows) > _ROWS or (not whole and len(rows) > 1):
        rows.pop()
    return rows


def _separator(sample: str, whole: bool, quote: str) -> str:
    best, best_share = ",", 0.0
    for candidate in _SEPARATORS:
        if candidate not in sample:
            continue
        widths = Counter(len(row) for row in _rows(sample, whole, candidate, quote))
        wide = [(count, width) for width, count in widths.items() if width > 1]
        share = max(wide)[0] / widths.total() if wide else 0.0
        if share > best_share:
            best, best_share = candidate, share
    return " " if not best_share and _is_spaced(_rows(sample, whole, " ", quote)) else best


def _is_spaced(rows: list[list[str]]) -> bool:
    """Whether rows cut at spaces are a table, of numbers for the most part."""
    widths = {len(row) for row in rows}
    if len(widths) != 1 or widths == {1} or len(rows) < 2:
        return False
    plain = TextFormat("", " ", '"', False, ".", False)
    cells = [cell for row in rows for cell in row]
    return 2 * sum(plain.number(cell) is not None for cell in cells) > len(cells)


def _decimal(rows: list[list[str]]) -> str:
    """Return the mark that more cells have, of those that cannot be read in two ways if any."""
    cells = [cell.strip() for row in rows for cell in row[:1000]]
    counts = {}
    for mark, pattern in _EITHER.items():
        found = [cell for cell in cells if pattern.fullmatch(cell)]
        counts[mark] = sum(_AMBIGUOUS.fullmatch(cell) is None for cell in found), len(found)
    return "," if counts[","] > counts["."] else "."


def _has_header(rows: list[list[str]], draft: TextFormat) -> bool:
    """Whether the first row holds names.

    It does where no cell of it is a number and some column below holds numbers, or, where all is
    text, where no column holds its name again.
    """
    if not rows:
        return False
    first, rest = rows[0], rows[1:]
    numbers = [draft.number(cell) for cell in first]
    if any(number is not None and not math.isnan(number) for number in numbers):
        return False
    if not rest:
        return True
    names = [cell.strip() for cell in first]
    below = [cell for row in rest for cell in row]
    if any(draft.number(cell) is not None and not draft.is_missing(cell) for cell in below):
        return True
    seen = [{row[j].strip() for row in rest if j < len(row)} for j in range(len(names))]
    return len(set(names)) == len(names) and not any(
        name in values for name, values in zip(names, seen, strict=True)
    )
