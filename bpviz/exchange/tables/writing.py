"""A table in a file: comma-separated as RFC 4180 has it, UTF-8, one row of titles, whole or not.

Numbers have all their digits: what is read back is the same to the last bit.  A text that a
spreadsheet would take for a formula, such as the name of a class in a stranger's file, begins with
an apostrophe.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, TypeAlias

import numpy as np

from bpviz.exchange.errors import ExchangeError
from bpviz.network.types import Stop
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.message import Message
from bpviz.training.whole_file import not_written, written_whole

Cell: TypeAlias = str | int | float | None
"""None is an empty cell."""

Tell: TypeAlias = Callable[[float], object]
"""Is told now and then which part of a file is done, 0 … 1."""

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d+)?")
_BATCH = 1000  # rows between two looks at whether somebody still waits


class ExportCancelled(Exception):
    """Nobody waits any more for a file; what was there before is there still."""


def nobody(share: float) -> None:
    """Take a share of what is done: nobody wants to know."""


@contextmanager
def file_written(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a stream to a file that is there once the block is done, and not otherwise.

    Raises
    ------
    ExchangeError
        If it cannot be written, or there is not enough memory.
    """
    try:
        with written_whole(path) as (stream, _):
            yield stream
    except OSError as error:
        raise ExchangeError(not_written(path, error)) from error
    except MemoryError:
        raise ExchangeError(
            Message.of(
                "There is not enough memory to write {file}. Close other programs, or write CSV.",
                file=os.path.basename(path),
            )
        ) from None


def go_on(stop: Stop) -> None:
    """Raise `ExportCancelled` where `stop` says so."""
    if stop[0]:
        raise ExportCancelled


def text_cell(text: str) -> str:
    """Return a text as it may stand in a cell: no formula, no zero byte."""
    plain = str(text).replace("\0", "�")
    if _FORMULA.match(plain) and not _NUMBER.fullmatch(plain):
        return f"'{plain}"
    return plain


def cell_text(value: Cell) -> str:
    """Return what stands in a cell."""
    if type(value) is float:
        return repr(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return text_cell(value)
    return repr(float(value)) if isinstance(value, (float, np.floating)) else str(int(value))


def write_rows(
    path: str | os.PathLike[str],
    titles: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    count: int,
    *,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a table of `count` rows.

    Raises
    ------
    ExchangeError
        If it cannot be written.
    ExportCancelled
        If `stop` was set on the way.
    """
    with file_written(path) as stream:
        text = io.TextIOWrapper(stream, "utf-8", "backslashreplace", newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(map(text_cell, titles))
        for number, row in enumerate(rows):
            if number % _BATCH == 0:
                go_on(stop)
                tell(number / max(count, 1))
            writer.writerow(map(cell_text, row))
        go_on(stop)
        text.flush()
        text.detach()  # the stream is closed by who gave it
        tell(1.0)


def counted(word: str, start: int) -> str:
    """Return the title of a column of indices, which says what the first is called."""
    return f"{word}_from_{start}"
