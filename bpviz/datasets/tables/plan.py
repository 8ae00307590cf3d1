"""What is made of a table: which columns are targets and inputs, classes or regression."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import MOST_CLASSES
from bpviz.datasets.dense_blocks import blocks_of, different
from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import DataRequest, Missing, TargetKind
from bpviz.datasets.sentence import listed, spelled
from bpviz.datasets.tables.table import Column, Table

TARGET_NAMES = ("target", "label", "class", "y")
"""What a column of targets is usually called; the first that is there is it."""

_COUNTED = 3
"""Rows that a column must have to be taken for one that counts them."""

MOST_KINDS = 20
"""Kinds of whole numbers that are classes, and of text that become inputs."""

LARGEST = 1e100
"""The largest number whose square and sums stay far within a double."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made of a table.

    Attributes
    ----------
    targets, inputs : tuple of int
        Places of the columns.
    kind : TargetKind
        CLASSES or REGRESSION.
    kept : (m,) bool
        Rows in which nothing is missing.
    counting : tuple of int
        Places of the columns that are left out because they only count the rows.
    """

    targets: tuple[int, ...]
    inputs: tuple[int, ...]
    kind: TargetKind
    kept: NDArray[np.bool_]
    counting: tuple[int, ...] = ()


def with_defaults(request: DataRequest) -> DataRequest:
    """Return the request with what is usual for a table where it was left open.

    A network without biases goes through the origin, and a table's columns seldom do.
    """
    return dataclasses.replace(request, constant=request.constant is not False)


def make_plan(table: Table, request: DataRequest, meter: Meter) -> Plan:
    """Choose columns and rows as the request says and, where it does not, as the rules are.

    `meter` is told of every value of the table once.

    Raises
    ------
    DatasetError
        If the table does not allow what is wanted; the message names column and row.
    """
    targets, inputs = choose_columns(table, request)
    plan = plan_columns(table, targets, inputs, request, meter, least=2)
    left_out = () if request.inputs else sorted(_counting(table).difference(targets, inputs))
    return dataclasses.replace(plan, counting=tuple(left_out))


def plan_columns(
    table: Table,
    targets: tuple[int, ...],
    inputs: tuple[int, ...],
    request: DataRequest,
    meter: Meter,
    *,
    least: int = 1,
) -> Plan:
    """Choose rows, at least `least`, and what the targets are, where the columns are settled."""
    kept = _usable(table, sorted({*targets, *inputs}), request.missing, meter)
    if kept.sum() < least:
        raise DatasetError(
            "{file} has too few usable rows: {found}. Use at least {least}, one for each sample.",
            file=table.path,
            found=int(kept.sum()),
            least=least,
        )
    return Plan(targets, inputs, _kind(table, targets, kept, request.kind), kept)


def wanted_columns(table: Table, request: DataRequest) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of the target columns and of the inputs, whether they can be used or not.

    Raises
    ------
    DatasetError
        If the request names a column that is not there.
    """
    present = [
        j
        for j, column in enumerate(table.columns)
        if column.named or column.is_text or not np.isnan(table.values[:, j]).all()
    ]
    counting = frozenset[int]() if request.inputs and request.target else _counting(table)
    if request.target:
        targets = table.places_of(request.target)
    else:
        targets = (_usual_target(table, present, counting),)
    if request.inputs:
        inputs = table.places_of(request.inputs)
    else:
        others = tuple(j for j in present if j not in targets)
        inputs = tuple(j for j in others if j not in counting) or others
    return targets, inputs


def _counting(table: Table) -> frozenset[int]:
    """Return the places of columns that only count the rows, 0, 1, 2 … or 1, 2, 3 …

    Programs write one beside the data (pandas does).  Learned from, it tells one row from another
    and nothing else: where rows are sorted by class, it says which class comes next.
    """
    rows = len(table.values)
    if rows < _COUNTED:
        return frozenset()
    first = table.values[0]
    found = []
    for j in np.flatnonzero((first == 0) | (first == 1)).tolist():
        start = [first[j] + i for i in range(_COUNTED)]  # most columns end here
        if table.columns[j].is_text or table.values[:_COUNTED, j].tolist() != start:
            continue
        if np.array_equal(table.values[:, j], np.arange(first[j], first[j] + rows)):
            found.append(j)
    return frozenset(found)


def choose_columns(table: Table, request: DataRequest) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of the target columns and of the inputs.

    Raises
    ------
    DatasetError
        If one is not there, or cannot be used.
    """
    targets, inputs = wanted_columns(table, request)
    both = [table.columns[j].quoted for j in inputs if j in targets]
    if both:
        raise RequestError(
            "Column {name} of {file} is used both as target and as input. Choose one role.",
            name=both[0],
            file=table.path,
        )
    if not inputs:
        raise DatasetError(
            "{file} has no column left for the inputs besides its target, column {name}. Use a "
            "table with at least one input column.",
            file=table.path,
            name=table.columns[targets[0]].quoted,
        )
    columns = [table.columns[j] for j in inputs]
    crowded = [column for column in columns if not can_be_input(column)]
    categories = {table.columns[j].name for j in table.places_of(request.categories)}
    strays = [each for each in columns if each.strays and each.name not in categories]
    if strays or crowded:
        raise _text_refused(table, strays or crowded)
    return targets, inputs


def _usual_target(table: Table, present: list[int], counting: frozenset[int]) -> int:
    names = [column.name.casefold() if column.named else "" for column in table.columns]
    for name in TARGET_NAMES:
        if name in names:
            return names.index(name)
    others = [j for j in present if j not in counting] or present
    return others[-1] if others else len(names) - 1


def can_be_input(column: Column) -> bool:
    """Whether it holds numbers, or text of few enough kinds to be an input for each."""
    return column.kinds is None or (not column.crowded and len(column.kinds) <= MOST_KINDS)


def _text_refused(table: Table, columns: list[Column]) -> DatasetError:
    first = columns[0]
    if first.stray is not None:
        row, line, text = first.stray
        return DatasetError(
            "Column {name} of {file} contains numbers but, in row {row} (line {line}), the text "
            "{text}. Use a number, count it as missing (also_missing), or use the column as "
            "categories (categories)."
            if first.strays and can_be_input(first)
            else "Column {name} of {file} contains numbers but, in row {row} (line {line}), the "
            "text {text}. Use numbers only, count it as missing (also_missing), or leave this "
            "column out of the inputs.",
            name=first.quoted,
            file=table.path,
            row=row,
            line=line,
            text=spelled(text),
        )
    return DatasetError(
        "{file} contains text with too many distinct values to be an input: {names} (column "
        "{name} has {found}, the limit is {most}). Choose inputs without such columns.",
        file=table.path,
        names=listed([column.title for column in columns]),
        name=first.quoted,
        found=first.n_kinds,
        most=MOST_KINDS,
    )


def _usable(table: Table, used: list[int], missing: Missing, meter: Meter) -> NDArray[np.bool_]:
    """Return which rows are complete; refuse what is missing, if so chosen, or not finite."""
    kept = np.ones(len(table.values), dtype=np.bool_)
    every = len(used) == len(table.columns)
    for block in blocks_of(*table.values.shape):
        values = table.values[block] if every else table.values[block][:, used]
        absent = np.isnan(values)
        wrong = np.abs(values) > LARGEST
        if missing is Missing.REFUSE:
            wrong |= absent
        if wrong.any():
            i, j = (int(each[0]) for each in np.nonzero(wrong))
            raise _wrong_value(table, block.start + i, used[j], float(values[i, j]))
        kept[block] = ~absent.any(axis=1)
        meter.add(table.values[block].size)
    return kept


def _wrong_value(table: Table, row: int, j: int, value: float) -> DatasetError:
    where = {
        "file": table.path,
        "column": table.columns[j].quoted,
        **table.place(row),
    }
    if math.isnan(value):
        return DatasetError(
            "{file} has no value in row {row} (line {line}) of column {column}. Fill it in, or "
            'leave out the rows with missing values (missing="drop").',
            **where,
        )
    return DatasetError(
        "{file} has the value {value:g} in row {row} (line {line}) of column {column}. Use finite "
        "numbers of at most {most:g}.",
        **where,
        value=value,
        most=LARGEST,
    )


def _kind(
    table: Table, targets: tuple[int, ...], kept: NDArray[np.bool_], wanted: TargetKind
) -> TargetKind:
    columns = [table.columns[j] for j in targets]
    text = [column for column in columns if column.is_text]
    slips = [column for column in columns if _measured(column)]
    if slips and wanted is not TargetKind.CLASSES and slips[0].stray:
        row, line, stray = slips[0].stray
        raise DatasetError(
            "Target column {name} of {file} contains numbers but, in row {row} (line {line}), the "
            "text {text}. Use a number, count it as missing (also_missing), or use classes "
            '(kind="classes").',
            name=slips[0].quoted,
            file=table.path,
            row=row,
            line=line,
            text=spelled(stray),
        )
    if text and (wanted is TargetKind.REGRESSION or len(columns) > 1):
        first = text[0]
        raise DatasetError(
            "Target column {name} of {file} contains text ({text} in row {row}). Use numbers, or "
            "this column alone, as classes."
            if first.stray
            else (
                "Target column {name} of {file} contains text. Use numbers, or this column alone, "
                "as classes."
            ),
            name=first.quoted,
            file=table.path,
            **({"row": first.stray[0], "text": spelled(first.stray[2])} if first.stray else {}),
        )
    if len(columns) > 1:
        if wanted is TargetKind.CLASSES:
            raise DatasetError(
                "{found} target columns of {file} are chosen as classes. Choose one column that "
                "names the class.",
                file=table.path,
                found=len(columns),
            )
        return TargetKind.REGRESSION
    values = table.values[:, targets[0]][kept]
    if wanted is TargetKind.REGRESSION or not (
        text or wanted is TargetKind.CLASSES or _are_classes(values)
    ):
        return TargetKind.REGRESSION
    n_classes = len(different(values, MOST_CLASSES))
    if columns[0].crowded or not 2 <= n_classes <= MOST_CLASSES:
        raise DatasetError(
            "The number of classes in target column {name} of {file} is {found}. Use 2 to {most}.",
            name=columns[0].quoted,
            file=table.path,
            found=columns[0].n_kinds if columns[0].crowded else n_classes,
            most=MOST_CLASSES,
        )
    return TargetKind.CLASSES


def _measured(column: Column) -> bool:
    """Whether it holds numbers that are no classes, and a few texts."""
    if not column.strays:
        return False
    numbers = [kind for kind in column.kinds or () if kind not in column.strays]
    whole = all(number.lstrip("+-").isdecimal() for number in numbers)
    return column.crowded or len(numbers) > MOST_KINDS or not whole


def _are_classes(values: NDArray[np.float64]) -> bool:
    """Whether they are whole numbers of at most `MOST_KINDS` kinds, and of more than one."""
    whole = bool((values == np.floor(values)).all())
    return whole and 2 <= len(different(values, MOST_KINDS)) <= MOST_KINDS
