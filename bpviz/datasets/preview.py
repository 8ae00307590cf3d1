"""What an import dialog shows of a file before it is loaded."""

from __future__ import annotations

import dataclasses
import itertools
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import DataRequest, Scaling
from bpviz.datasets.sentence import Sentence, short
from bpviz.datasets.source import Source
from bpviz.datasets.tables.csv_dataset import HEAD
from bpviz.datasets.tables.csv_format import TextFormat
from bpviz.datasets.tables.csv_reader import read_cells, read_table
from bpviz.datasets.tables.plan import (
    can_be_input,
    choose_columns,
    make_plan,
    wanted_columns,
    with_defaults,
)
from bpviz.datasets.tables.table import Table
from bpviz.datasets.tables.table_dataset import n_inputs_of, outcomes_of
from bpviz.datasets.tables.text_encoding import refuse_binary, whole_lines
from bpviz.datasets.tables.text_lines import LONGEST_LINE
from bpviz.datasets.tables.texts import format_words, plan_words

_LOOKED_AT = 2**18
"""Bytes of a table that are looked at."""

_LEAST_LINES = 4
"""If so many do not fit into that, more is looked at: the lines are very long."""

_ROWS = 50
_EXAMPLES = 5


class SourceKind(StrEnum):
    """What a file or folder is, told by what it holds."""

    TABLE = "table"
    IDX = "idx"
    NPZ = "npz"
    NPY = "npy"
    PICTURES = "pictures"


class Role(StrEnum):
    """What a column would be used for."""

    TARGET = "target"
    INPUT = "input"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """One column of a table.

    Attributes
    ----------
    name : str
        What `DataRequest.target` and `DataRequest.inputs` call it.
    is_text : bool
        Whether it holds text; else numbers.
    examples : tuple of str
        Some different values, as they stand in the file.
    role : Role
        What it would be used for.
    can_be_input : bool
        Whether it holds numbers, or text of few enough kinds.
    stray : (row, line, text) or None
        The first text in a column of numbers, row and line from 1.
    strays : tuple of str
        The few texts in a column of numbers.
    """

    name: str
    is_text: bool
    examples: tuple[str, ...]
    role: Role
    can_be_input: bool = True
    stray: tuple[int, int, str] | None = None
    strays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What was found by looking at the beginning of a file, and what loading it would do.

    Attributes
    ----------
    kind : SourceKind
    request : DataRequest
        The request with everything filled in that was found by looking.
    columns : tuple of ColumnPreview
        Of a table; empty for everything else.
    rows : tuple of tuple of str
        The first rows of a table, as they stand in the file.
    arrays : tuple of str
        Names of the arrays in an NPZ file, which `DataRequest.inputs` and `target` may choose.
    found, plan : tuple of Sentence
        What was found, and what would be done.
    problem : DatasetError or None
        Why it cannot be loaded with these choices; `plan` is empty then.
    whole : bool
        Whether all of the file was looked at; otherwise the rest may tell more.
    shape : (n, outputs) or None
        Inputs, with the constant, and outputs of the network; None where it is not known yet.
    """

    kind: SourceKind
    request: DataRequest
    columns: tuple[ColumnPreview, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    arrays: tuple[str, ...] = ()
    found: tuple[Sentence, ...] = ()
    plan: tuple[Sentence, ...] = ()
    problem: DatasetError | None = None
    whole: bool = True
    shape: tuple[int, int] | None = None


def _beginning(source: Source, request: DataRequest, most: int) -> tuple[bytes, bool]:
    """Return the whole lines at the beginning of a file, and whether they are all of it."""
    head = source.head(most + 1)
    refuse_binary(head[:HEAD], source.path, request.encoding)
    if len(head) <= most:
        return head, True
    return whole_lines(head, request.encoding), False


def preview_table(path: Path, request: DataRequest) -> Preview:
    """Look at the beginning of a text table; a few hundredths of a second.

    Raises
    ------
    DatasetError
        If it cannot be read as a table at all.
    """
    request = with_defaults(request)
    source = Source(path, request.max_bytes)
    head, whole = _beginning(source, request, _LOOKED_AT)
    if not whole and sum(map(head.count, b"\r\n")) < _LEAST_LINES:
        ahead = source.head(_LEAST_LINES * LONGEST_LINE)
        ends = np.flatnonzero(np.isin(np.frombuffer(ahead, dtype=np.uint8), (10, 13)))
        enough = int(ends[_LEAST_LINES]) + 2 if len(ends) > _LEAST_LINES else len(ahead)
        head, whole = _beginning(source, request, enough)
    contents = np.frombuffer(head, dtype=np.uint8)
    quiet = Meter(None, "", 1)
    table, written = read_table(contents, path, request, quiet, whole=whole)
    resolved = dataclasses.replace(
        request,
        separator=written.separator,
        decimal=written.decimal,
        encoding=written.encoding,
        header=written.header,
        scaling=Scaling.STANDARD if request.scaling is Scaling.AUTO else request.scaling,
    )
    rows = read_cells(contents, written, _ROWS + 1)[1 if written.header else 0 :]
    shown = Preview(
        SourceKind.TABLE,
        columns=_columns(table, written, rows, (), ()),
        rows=tuple(rows[:_ROWS]),
        found=tuple(format_words(written)),
        request=resolved,
        whole=whole,
    )
    try:
        targets, inputs = wanted_columns(table, request)
        names = [column.name for column in table.columns]
        resolved = dataclasses.replace(
            resolved,
            target=tuple(names[j] for j in targets),
            inputs=tuple(names[j] for j in inputs),
        )
        columns = _columns(table, written, rows, targets, inputs)
        shown = dataclasses.replace(shown, columns=columns, request=resolved)
        choose_columns(table, request)
        plan = make_plan(table, request, quiet)
        outcomes, held = outcomes_of(table, plan, request)
    except DatasetError as error:
        return dataclasses.replace(shown, problem=error)
    words = plan_words(table, plan, request, outcomes, held)
    if not whole:
        words[-1] = Sentence.of(
            "Detected from the first rows; the rest of the file may change this."
        )
    return dataclasses.replace(
        shown,
        plan=tuple(words),
        request=dataclasses.replace(resolved, kind=plan.kind),
        shape=(n_inputs_of(table, plan, request), outcomes.Y.shape[1]),
    )


def _columns(
    table: Table,
    written: TextFormat,
    rows: list[tuple[str, ...]],
    targets: tuple[int, ...],
    inputs: tuple[int, ...],
) -> tuple[ColumnPreview, ...]:
    columns = []
    roles = dict.fromkeys(inputs, Role.INPUT) | dict.fromkeys(targets, Role.TARGET)
    for j, column in enumerate(table.columns):
        cells = dict.fromkeys(row[j] for row in rows if j < len(row))
        there = (short(cell) for cell in cells if not written.is_missing(cell))
        examples = tuple(itertools.islice(there, _EXAMPLES))
        role = roles.get(j, Role.UNUSED)
        columns.append(
            ColumnPreview(
                column.name,
                column.is_text,
                examples,
                role,
                can_be_input(column),
                column.stray,
                column.strays,
            )
        )
    return tuple(columns)
