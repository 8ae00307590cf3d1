"""How a text table is written, found by looking: separator, quotes, decimal mark, header."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import short

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = ("\t", ";", "|", ",")
"""Rarest inside a cell first: it wins where several cut every row alike."""

_ROWS = 100
"""Rows looked at."""

_MISSING = {"", "?", "na", "n/a", "#n/a", "nan", "null"}

_WITH_POINT = re.compile(r"[+-]?\d*\.\d+(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)


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
    """

    encoding: str
    separator: str
    quote: str
    escape: bool
    decimal: str
    header: bool

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

    def number(self, cell: str) -> float | None:
        """Return the number that a cell holds, NaN where it is missing, or None for text."""
        cell = cell.strip()
        if cell.lower() in _MISSING:
            return math.nan
        if self.decimal == ",":
            if "." in cell:
                return None
            cell = cell.replace(",", ".")
        if "_" in cell or not cell.isascii():  # Python reads 1_000 and ١; tables don't mean it
            return None
        try:
            return float(cell)
        except ValueError:
            return None


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is nothing."""
    return cell.strip().lower() in _MISSING


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
    for name, value in (("separator", request.separator), ("decimal", request.decimal)):
        if value is not None and (len(value) != 1 or value in '"\r\n\0'):
            raise DatasetError(
                "The {name} is {value}; one character such as , or ; would be right.",
                name=name,
                value=short(repr(value)),
            )
    if request.decimal not in (None, ".", ","):
        raise DatasetError(
            "The decimal mark is {value}; . or , would be right.",
            value=short(repr(request.decimal)),
        )
    quote = _quote(sample)
    separator = request.separator or _separator(sample, whole, quote)
    rows = _rows(sample, whole, separator, quote)
    decimal = request.decimal or _decimal(rows)
    draft = TextFormat(encoding, separator, quote, '\\"' in sample, decimal, False)
    header = _has_header(rows, draft) if request.header is None else request.header
    return TextFormat(encoding, separator, quote, draft.escape, decimal, header)


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
    cells = [cell.strip() for row in rows for cell in row[:1000]]
    commas = sum(_WITH_COMMA.fullmatch(cell) is not None for cell in cells)
    points = sum(_WITH_POINT.fullmatch(cell) is not None for cell in cells)
    return "," if commas > points else "."


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
    if any(draft.number(cell) is not None and not is_missing(cell) for cell in below):
        return True
    seen = [{row[j].strip() for row in rest if j < len(row)} for j in range(len(names))]
    return len(set(names)) == len(names) and not any(
        name in values for name, values in zip(names, seen, strict=True)
    )
