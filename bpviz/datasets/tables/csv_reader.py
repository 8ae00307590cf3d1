"""From the bytes of a text table to numbers.

Blocks of lines that hold nothing but numbers go through NumPy's reader, which is the fastest there
is; the csv module reads all others and says what is wrong with them.  Both work in pieces of a few
milliseconds, so that other threads keep running.
"""

from __future__ import annotations

import csv
import itertools
from contextlib import suppress
from pathlib import Path

import numpy as np

from bpviz.datasets.classes import MOST_CLASSES
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.memory import claim
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import short
from bpviz.datasets.source import Bytes
from bpviz.datasets.tables.csv_format import TextFormat, find_format, told_separator
from bpviz.datasets.tables.plan import MOST_KINDS
from bpviz.datasets.tables.table import MOST_COLUMNS, Column, Table, unique_names
from bpviz.datasets.tables.text_encoding import find_encoding
from bpviz.datasets.tables.text_lines import scan_lines, text_of
from bpviz.network.types import Floats, Ints

_BLOCK = 2**17
"""Letters read at once: one or two milliseconds."""

_MOST_STRAYS = 3
"""Different texts that are taken for slips in a column of numbers; with more it is text."""

_FEW = 3
"""Different numbers that a column must have for that."""


def read_table(
    contents: Bytes, path: Path, request: DataRequest, meter: Meter, *, whole: bool = True
) -> tuple[Table, TextFormat]:
    """Read a text table; return how it is written, too.

    Parameters
    ----------
    contents : (bytes,) uint8
        The whole file, unpacked, not empty.
    path : Path
        For messages.
    request : DataRequest
        Of it, how the text is written, and the largest size.
    meter : Meter
        Told of every byte three times.
    whole : bool
        Whether that is all of the file; else a row that is open at the end is passed over.

    Raises
    ------
    DatasetError
        If it is no table; the message says where, and what to do.
    """
    n_lines, longest = scan_lines(contents, path, meter)
    encoding = find_encoding(contents, path, request.encoding, meter)
    written = look_at(contents, longest, encoding, request)
    return _Reader(contents, path, written, n_lines, request.max_bytes, whole).read(meter), written


def read_cells(contents: Bytes, written: TextFormat, most: int) -> list[tuple[str, ...]]:
    """Return the first rows as they stand in the file, empty ones left out."""
    rows: list[tuple[str, ...]] = []
    lines = text_of(contents, written.encoding)
    first = lines.readline()
    begin = [] if told_separator(first) else [first]
    reader = filter(any, written.rows(itertools.chain(begin, lines)))
    with suppress(csv.Error):  # a row that is open at the end of what is looked at
        rows.extend(map(tuple, itertools.islice(reader, most)))
    return rows


def look_at(contents: Bytes, longest: int, encoding: str, request: DataRequest) -> TextFormat:
    """Return how the table is written, by its first rows; `longest` is that of a line."""
    enough = max(_BLOCK, 3 * longest)
    sample = text_of(contents[:enough], encoding).read()
    return find_format(sample, enough >= len(contents), encoding, request)


class _Reader:
    """Reads one table, block by block."""

    def __init__(
        self,
        contents: Bytes,
        path: Path,
        written: TextFormat,
        n_lines: int,
        max_bytes: int,
        whole: bool,
    ) -> None:
        self._stream = text_of(contents, written.encoding)
        self._path = path
        self._format = written
        self._plain = written.plain
        self._n_lines = n_lines
        self._max_bytes = max_bytes
        self._whole = whole
        self._columns: list[Column] = []
        self._values: Floats = np.empty((0, 0))
        self._lines: Ints = np.empty(0, dtype=np.int64)
        self._rows = 0
        self._line = 0  # lines read up to now

    def read(self, meter: Meter) -> Table:
        while lines := self._stream.readlines(_BLOCK):
            if not self._line and told_separator(lines[0]):
                del lines[0]
                self._line = 1
            text = "".join(lines)
            if not text.isspace():
                self._check_text(text)
                if not (self._columns and self._read_numbers(lines, text)):
                    self._read_cells(lines)
            self._line += len(lines) if text.isspace() else 0
            meter.add(len(text))
        if not self._columns or not self._rows:
            raise DatasetError(
                "{file} has no data rows below its first line. Use one row for each sample.",
                file=self._path,
            )
        for j, column in enumerate(self._columns):
            self._find_strays(column, self._values[: self._rows, j])
        return Table(
            self._path, self._columns, self._values[: self._rows], self._lines[: self._rows]
        )

    def _check_text(self, text: str) -> None:
        if "\0" in text:
            raise DatasetError(
                "{file} is not a text table: there is a null byte after line {line}. Use a file "
                "of plain text.",
                file=self._path,
                line=self._line,
            )

    def _read_numbers(self, lines: list[str], text: str) -> bool:
        """Take a block of nothing but finite numbers; say whether it was one."""
        written = self._format
        plain = self._plain and text.isascii() and "_" not in text and written.quote not in text
        if not plain or any(column.is_text for column in self._columns):
            return False
        if written.decimal == ",":
            if "." in text or written.separator == ",":
                return False
            lines = [line.replace(",", ".") for line in lines]
        try:
            numbers = np.loadtxt(
                lines,
                delimiter=None if written.separator == " " else written.separator,
                comments=None,
                ndmin=2,
            )
        except ValueError:
            return False
        if numbers.shape != (len(lines), len(self._columns)) or not np.isfinite(numbers).all():
            return False
        self._line += len(lines)
        self._keep(numbers, np.arange(self._line - len(lines) + 1, self._line + 1))
        return True

    def _read_cells(self, lines: list[str]) -> None:
        """Take a block of any rows, and what belongs to its last row."""
        reader = self._format.rows(itertools.chain(lines, self._stream))
        rows: list[list[str]] = []
        starts: list[int] = []
        while reader.line_num < len(lines):
            start = self._line + reader.line_num + 1
            try:
                row = next(reader)
            except csv.Error as error:
                if not (self._whole or self._stream.readline()):
                    break
                raise DatasetError(
                    "{file} cannot be read as a table: the row that begins in line {line} is "
                    "malformed ({reason}). Check that all quotes are closed.",
                    file=self._path,
                    line=start,
                    reason=error,
                ) from None
            except StopIteration:
                break
            if any(map(str.strip, row)) and not self._is_first(row):
                if len(row) != len(self._columns):
                    raise self._ragged(row, self._rows + len(rows), start)
                rows.append(row)
                starts.append(start)
        self._line += reader.line_num
        if rows:
            self._keep(self._converted(rows, starts), np.array(starts, dtype=np.int64))

    def _is_first(self, row: list[str]) -> bool:
        """Make the columns of the first row; say whether it is a header."""
        if self._columns:
            return False
        if len(row) > MOST_COLUMNS:
            raise DatasetError(
                "{file} has {found} columns. Use at most {most}.",
                file=self._path,
                found=len(row),
                most=MOST_COLUMNS,
            )
        header = self._format.header
        self._columns = unique_names(row if header else [""] * len(row))
        self._make_room(self._n_lines)
        return header

    def _make_room(self, rows: int) -> None:
        """Have room for so many rows; memory that is never written to is never taken."""
        size = 8 * rows * len(self._columns)
        if size > self._max_bytes:
            raise DatasetError(
                "{file} is too large: its {rows} × {columns} cells take {size} bytes in memory; "
                "the limit is {limit}. Use less data, or raise the size limit (max_bytes).",
                file=self._path,
                rows=rows,
                columns=len(self._columns),
                size=size,
                limit=self._max_bytes,
            )
        claim(size)
        values = np.empty((rows, len(self._columns)))
        lines = np.empty(rows, dtype=np.int64)
        if self._rows:
            values[: self._rows] = self._values[: self._rows]
        lines[: self._rows] = self._lines[: self._rows]
        self._values, self._lines = values, lines

    def _ragged(self, row: list[str], index: int, line: int) -> DatasetError:
        return DatasetError(
            "The number of cells in row {row} of {file} (line {line}) is {found}, in the first "
            "row it is {right}. Use the same number in every row.",
            file=self._path,
            found=len(row),
            row=index + 1,
            line=line,
            right=len(self._columns),
        )

    def _keep(self, numbers: Floats, lines: Ints) -> None:
        end = self._rows + len(numbers)
        if end > len(self._values):  # in an encoding with other ends of lines
            self._make_room(2 * end)
        self._values[self._rows : end] = numbers
        self._lines[self._rows : end] = lines
        self._rows = end

    def _converted(self, rows: list[list[str]], starts: list[int]) -> Floats:
        numbers = np.empty((len(rows), len(self._columns)))
        for j, column in enumerate(self._columns):
            cells = [row[j] for row in rows]
            if not column.is_text and not self._as_numbers(cells, numbers[:, j]):
                self._turn_to_text(column, j, cells, starts)
            if column.is_text:
                numbers[:, j] = [self._code(column, cell.strip()) for cell in cells]
        return numbers

    def _as_numbers(self, cells: list[str], numbers: Floats) -> bool:
        """Write the numbers of the cells; say whether there were no others."""
        text = "".join(cells)
        if self._format.decimal == "." and self._plain and text.isascii() and "_" not in text:
            try:
                numbers[:] = np.fromiter(map(float, cells), np.float64, len(cells))
                return True
            except ValueError:
                pass
        for i, cell in enumerate(cells):
            number = self._format.number(cell)
            if number is None:
                return False
            numbers[i] = number
        return True

    def _turn_to_text(self, column: Column, j: int, cells: list[str], starts: list[int]) -> None:
        odd = next(i for i, cell in enumerate(cells) if self._format.number(cell) is None)
        if self._rows or any(not self._format.is_missing(cell) for cell in cells[:odd]):
            column.stray = (self._rows + odd + 1, starts[odd], short(cells[odd].strip()))
        column.turn_to_text(self._values[: self._rows, j])

    def _code(self, column: Column, cell: str) -> float:
        kinds = column.kinds
        if kinds is None or self._format.is_missing(cell):
            return np.nan
        code = kinds.get(cell)
        if code is not None:
            return code
        if len(kinds) >= MOST_CLASSES:
            column.crowded = True
            return 0.0
        kinds[cell] = float(len(kinds))
        return kinds[cell]

    def _find_strays(self, column: Column, values: Floats) -> None:
        """Tell a column of numbers with a few texts in it from one of categories."""
        kinds = column.kinds
        if kinds is None or (len(kinds) <= _FEW and not column.crowded):
            return
        texts = []
        for kind in kinds:
            if self._format.number(kind) is None:
                texts.append(kind)
                if len(texts) > _MOST_STRAYS:
                    return
        numbers = len(kinds) - len(texts)
        if not texts or (not column.crowded and numbers < _FEW):
            return
        found = np.isin(values, [kinds[text] for text in texts])
        rare = found.sum() <= max(1, len(values) // 100)
        if not rare and not column.crowded and numbers <= MOST_KINDS:
            return
        column.strays = tuple(texts)
        row = int(found.argmax())
        if column.stray is None:  # the text came before all numbers
            column.stray = (row + 1, int(self._lines[row]), short(texts[0]))
