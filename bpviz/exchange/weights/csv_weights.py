"""CSV: both matrices in one table, a line for each of their rows.

::

    matrix,row,0,1,2
    W1,0,0.25,-1.5,3.0
    W1,1,1.0,0.5,-0.125
    W2,0,0.75,2.0,

The cells of the narrower matrix end early, and the line is filled up with empty ones.  So a
spreadsheet shows two blocks of numbers below each other, and in pandas ::

    table = pandas.read_csv(file, index_col=["matrix", "row"])
    W1 = table.loc["W1"].dropna(axis="columns")  # (l, n)

Every number has the fewest digits that read back to the same bits (before pandas 3 with
``float_precision="round_trip"``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from bpviz.datasets.errors import DatasetError
from bpviz.exchange.weights.tensors import Tensor, start_weights
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.quoting import spelled
from bpviz.training.message import Message
from bpviz.training.start_weights import StartWeights

FIRST = ("matrix", "row")
"""How the columns before the numbers are called."""

BOMS = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins."""

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?|[+-]?(nan|inf)", re.I)


def write_csv(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network; the format has no place for anything else."""
    columns = max(network.n_inputs, network.n_hidden)
    stream.write((",".join([*FIRST, *map(str, range(columns))]) + "\n").encode())
    for name, matrix in (("W1", network.W1), ("W2", network.W2)):
        rest = "," * (columns - matrix.shape[1]) + "\n"
        for at, row in enumerate(matrix):
            cells = ",".join(map(repr, row.tolist()))
            stream.write(f"{name},{at},{cells}{rest}".encode())


def read_csv(path: Path, contents: bytes) -> StartWeights:
    """Read both matrices from such a table, also as a spreadsheet saves it again.

    The separator may be a semicolon or a tab, and then the decimal mark a comma.

    Raises
    ------
    DatasetError
        If it is no such table.
    """
    try:
        text = contents.decode("utf-16" if contents[:2] in BOMS else "utf-8-sig")
    except UnicodeError:
        raise _no_table(path) from None
    lines = text.splitlines()
    separator = separator_of(lines[0] if lines else "")
    if separator is None:
        raise _no_table(path)
    if not text.endswith(("\n", "\r")):  # a number without its last digits is one, too
        raise DatasetError(
            "{file} may be cut off: its last line has no end. Use a complete table, or end the "
            "line.",
            file=path,
        )
    rows: dict[str, dict[int, Floats]] = {"W1": {}, "W2": {}}
    for at, line in enumerate(lines[1:], 2):
        cells = [cell.strip().strip('"') for cell in line.split(separator)]
        if not any(cells):
            continue
        name, row = cells[0], cells[1] if len(cells) > 1 else ""
        if name not in rows or not re.fullmatch("[0-9]{1,9}", row) or int(row) in rows[name]:
            raise _wrong_line(path, at, Message.of("does not begin with W1 or W2 and a new row"))
        rows[name][int(row)] = _numbers(path, at, cells[2:], decimal_comma=separator != ",")
    for name, found in rows.items():
        if sorted(found) != list(range(len(found))) or not found:
            raise DatasetError(
                "{file} has not every row of {name}, counted from 0. Use a complete table.",
                file=path,
                name=name,
            )
    first, second = (_tensor(path, name, found) for name, found in rows.items())
    return start_weights(path, (first, second))


def separator_of(header: str) -> str | None:
    """Return what is between the cells of such a table; None if its first line is of another."""
    cells = '"?matrix"?([,;\t])"?row"?'
    found = re.match(cells, header.removeprefix("\ufeff").strip())
    return None if found is None else found[1]


def _numbers(path: Path, line: int, cells: list[str], *, decimal_comma: bool) -> Floats:
    while cells and not cells[-1]:
        cells.pop()
    numbers = []
    for cell in cells:
        plain = cell.replace(",", ".") if decimal_comma else cell
        if not _NUMBER.fullmatch(plain):
            what = Message.of("has {cell}, which is no number", cell=spelled(cell))
            raise _wrong_line(path, line, what)
        numbers.append(float(plain))
    return np.array(numbers)


def _tensor(path: Path, name: str, rows: dict[int, Floats]) -> Tensor:
    widths = {len(row) for row in rows.values()}
    if len(widths) != 1:
        raise DatasetError(
            "The rows of {name} in {file} have different lengths. Use a complete table.",
            file=path,
            name=name,
        )
    shape = len(rows), widths.pop()
    return Tensor(name, shape, "float64", lambda: np.array([rows[k] for k in range(shape[0])]))


def _wrong_line(path: Path, line: int, what: Message) -> DatasetError:
    return DatasetError(
        "Line {line} of {file} {what}. Use a line for each row: W1 or W2, the row counted from 0, "
        "and its weights.",
        line=line,
        file=path,
        what=what,
    )


def _no_table(path: Path) -> DatasetError:
    return DatasetError(
        "{file} is no table of weights, whose first line begins with matrix,row. Use one that "
        "bpviz wrote, or save the matrices with numpy.savez as W1 and W2.",
        file=path,
    )
