"""Rows as they stand in the source of a data set, made into inputs as its own were."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.arrays.array_pictures import Pictures
from bpviz.datasets.assembly import with_constant
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.dense_blocks import blocks_of, compress_blocks
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter
from bpviz.datasets.raw_format import NOTHING, RawColumn, RawFormat, named_columns
from bpviz.datasets.sentence import listed, short, spelled
from bpviz.datasets.tables.csv_format import TextFormat
from bpviz.datasets.tables.plan import LARGEST
from bpviz.datasets.tables.table import number_name
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats


def inputs_of(data: Dataset, rows: object) -> CompressedRows:
    """Return the inputs of rows that are written as those of the source of `data`.

    To the last bit those that loading the source would have made of them.

    Parameters
    ----------
    data : Dataset
        A table gives the columns, categories and scales, a set of pictures their shape and white;
        for any other, rows are inputs already, with or without the constant.
    rows : data frame, mapping, structured array, sequence of mappings, or (m, columns) array_like
        Columns by their names, in any order, others beside them passed over; or without names in
        the order of the source.  Pictures as (m, height, width), with or without colours, or
        (m, pixels).  A single row, mapping or picture counts as m = 1.

    Raises
    ------
    DatasetError
        If a column or a value is missing, or a value is none that the table could hold there.
    """
    raw = data.raw
    if raw is None:
        return _plain_inputs(data, rows)
    made = _of_table(raw, rows) if raw.columns else _of_pictures(data, raw, rows)
    return made if data.constant is None else with_constant(made)


# ---- inputs as they are --------------------------------------------------------------------------


def _plain_inputs(data: Dataset, rows: object) -> CompressedRows:
    names = named_columns(rows)
    if names is not None or _are_mappings(rows):
        wanted = [name for j, name in enumerate(data.input_names) if j != data.constant]
        writing = TextFormat("", ",", '"', False, ".", False)
        columns = _named(rows, wanted).items()
        values = np.column_stack([_numbers(writing, name, each) for name, each in columns])
    else:
        try:
            found = CompressedRows.of(rows)
        except ValueError as error:
            raise DatasetError(str(error)) from None
        if found.n_inputs == data.n_inputs:
            return found
        if data.constant is None or found.n_inputs != data.n_inputs - 1:
            raise _other_width(found.n_inputs, data.n_inputs - (data.constant is not None))
        values = found.dense()
    if data.constant is not None:
        values = np.insert(values, data.constant, 1.0, axis=1)
    return CompressedRows.from_dense(values)


# ---- tables --------------------------------------------------------------------------------------


def _of_table(raw: RawFormat, rows: object) -> CompressedRows:
    names = [column.name for column in raw.columns]
    if named_columns(rows) is not None or _are_mappings(rows):
        given = list(_named(rows, names).values())
    else:
        given = _unnamed(rows, len(names))
    writing = TextFormat(
        "", ",", '"', False, raw.decimal, False, frozenset(t.lower() for t in raw.also_missing)
    )
    columns = [
        (_codes if column.kinds else _scaled)(writing, column, values)
        for column, values in zip(raw.columns, given, strict=True)
    ]
    n = sum(column.n_inputs for column in raw.columns)

    def make(block: slice) -> Floats:
        dense = np.zeros((block.stop - block.start, n))
        first = 0
        for column, values in zip(raw.columns, columns, strict=True):
            if column.kinds:
                dense[np.arange(len(dense)), first + values[block].astype(np.int64)] = 1.0
            else:
                dense[:, first] = values[block]
            first += column.n_inputs
        return dense

    return compress_blocks(len(columns[0]), n, make, Meter(None, "", 1))


def _scaled(writing: TextFormat, column: RawColumn, values: NDArray[Any]) -> Floats:
    numbers: Floats = (_numbers(writing, column.name, values) - column.shift) / column.factor
    return numbers


def _numbers(writing: TextFormat, name: str, values: NDArray[Any]) -> Floats:
    """Return the numbers of a column, (m,) float64, or refuse the first that is none."""
    if values.dtype.kind in "biuf":
        numbers = values.astype(np.float64)
    else:
        numbers = np.array([_number(writing, name, i, cell) for i, cell in enumerate(values)])
    for i in np.flatnonzero(~(np.abs(numbers) <= LARGEST)).tolist():
        if math.isnan(numbers[i]):
            raise _missing(name, i)
        raise DatasetError(
            "Row {row} has the value {value:g} in column {name}. Use finite numbers of at most "
            "{most:g}.",
            row=i,
            value=float(numbers[i]),
            name=short(repr(name)),
            most=LARGEST,
        )
    return numbers.reshape(len(values))


def _number(writing: TextFormat, name: str, row: int, cell: object) -> float:
    if isinstance(cell, Real):
        return float(cell)
    text = str(cell).strip()
    number = math.nan if text in NOTHING else writing.number(text)
    if number is None:
        raise DatasetError(
            "Row {row} has {value} in column {name}, which contains numbers. Use a number.",
            row=row,
            value=spelled(cell),
            name=short(repr(name)),
        )
    return number


def _codes(writing: TextFormat, column: RawColumn, values: NDArray[Any]) -> Floats:
    """Return the place of each value among the kinds of a column, (m,) float64."""
    places = {kind: float(k) for k, kind in enumerate(column.kinds)}
    codes = np.empty(len(values))
    for i, cell in enumerate(values.tolist()):
        text = _text(cell)
        if text in NOTHING or writing.is_missing(text):
            raise _missing(column.name, i)
        place = places.get(text)
        if place is None:
            number = writing.number(text)
            place = None if number is None else places.get(number_name(number))
        if place is None:
            raise DatasetError(
                "Row {row} has {value} in column {name}, which has the categories {known}. Use one "
                "of them.",
                row=i,
                value=spelled(cell),
                name=short(repr(column.name)),
                known=listed(column.kinds, 20),
            )
        codes[i] = place
    return codes


def _text(cell: object) -> str:
    """Return a value as a table would write it."""
    if isinstance(cell, float) and math.isfinite(cell):
        return number_name(cell)
    return cell.decode("latin-1").strip() if isinstance(cell, bytes) else str(cell).strip()


def _missing(name: str, row: int) -> DatasetError:
    return DatasetError(
        "Row {row} has no value in column {name}. Fill it in, or leave out this row.",
        row=row,
        name=short(repr(name)),
    )


# ---- columns as they are given -------------------------------------------------------------------


def _are_mappings(rows: object) -> bool:
    return isinstance(rows, Sequence) and len(rows) > 0 and isinstance(rows[0], Mapping)


def _named(rows: Any, wanted: Sequence[str]) -> dict[str, NDArray[Any]]:
    """Return the values of the columns that are wanted, each (m,), by their names.

    Raises
    ------
    DatasetError
        If one is missing, is there twice, or is not as long as the first.
    """
    if isinstance(rows, Sequence):
        given = [name for row in rows for name in row]
        names = {str(name): name for name in dict.fromkeys(given)}
    else:
        found = named_columns(rows) or []
        originals = list(getattr(rows, "columns", rows if isinstance(rows, Mapping) else found))
        names = dict(zip(found, originals, strict=True))
        twice = [name for name in wanted if found.count(name) > 1]
        if twice:
            raise DatasetError(
                "The rows have several columns {name}. Use each name once.",
                name=short(repr(twice[0])),
            )
    folded = {name.strip().casefold(): name for name in names}
    columns: dict[str, NDArray[Any]] = {}
    for name in wanted:
        there = name if name in names else folded.get(name.strip().casefold())
        if there is None:
            raise DatasetError(
                "The rows have no column {name}. Use rows with the columns {known}.",
                name=short(repr(name)),
                known=listed(wanted, 20),
            )
        original = names[there]
        if isinstance(rows, Sequence):
            column = np.array([row.get(original) for row in rows], dtype=object)
        else:
            column = np.atleast_1d(_array(rows[original]))
        first = next(iter(columns.values()), column)
        if column.ndim != 1 or len(column) != len(first):
            raise DatasetError(
                "The column {name} has the shape {shape}. Use one value for each of the {rows} "
                "rows.",
                name=short(repr(name)),
                shape=column.shape,
                rows=len(first),
            )
        columns[name] = column
    if not columns:
        raise DatasetError(
            "The inputs of the data set have no names. Use rows without names, (m, n) numbers."
        )
    return columns


def _array(values: object) -> NDArray[Any]:
    """Return an array of numbers, or of whatever objects there are: not of numbers made text."""
    if isinstance(values, (list, tuple)):
        return np.array(values, dtype=object)
    return np.asarray(values)


def _unnamed(rows: object, count: int) -> list[NDArray[Any]]:
    try:
        table = _array(rows.toarray() if hasattr(rows, "toarray") else rows)
    except ValueError:
        table = np.empty(())
    if table.ndim == 1 and len(table) == count and not isinstance(table[0], (list, tuple)):
        table = table[np.newaxis]
    if table.ndim != 2:
        raise DatasetError(
            "The rows are {value}; they must be a table, (m, {count}), or have named columns.",
            value=spelled(rows),
            count=count,
        )
    if table.shape[1] != count:
        raise _other_width(table.shape[1], count)
    return list(table.T)


def _other_width(found: int, right: int) -> DatasetError:
    return DatasetError(
        "The rows have {found} columns; the data set has {right}. Use as many, in the same order, "
        "or name them.",
        found=found,
        right=right,
    )


# ---- pictures ------------------------------------------------------------------------------------


def _of_pictures(data: Dataset, raw: RawFormat, rows: object) -> CompressedRows:
    assert data.image_shape is not None
    height, width = shape = data.image_shape
    try:
        array = np.asarray(rows)
    except ValueError:
        array = np.empty((), dtype=object)
    if array.shape in ((height, width), (height * width,)):
        array = array[np.newaxis]
    if array.ndim == 2 and array.shape[1] == height * width:
        array = array.reshape(-1, height, width)
    fits = array.ndim == 3 or (array.ndim == 4 and array.shape[3] in (1, 3, 4))
    if array.dtype.kind not in "biuf" or not fits or array.shape[1:3] != shape:
        raise DatasetError(
            "The pictures have the shape {shape} and the type {dtype}; they must be numbers, "
            "(m, {height}, {width}) or (m, {pixels}).",
            shape=array.shape,
            dtype=array.dtype,
            height=height,
            width=width,
            pixels=height * width,
        )
    if array.dtype.kind == "f":
        flat = array.reshape(len(array), -1)
        for block in blocks_of(*flat.shape):
            bad = np.flatnonzero(~(np.abs(flat[block]) <= LARGEST).all(axis=1))
            if bad.size:
                raise DatasetError(
                    "Picture {row} contains a pixel that is not finite. Use finite numbers only.",
                    row=block.start + int(bad[0]),
                )
    if array.ndim == 4:
        array = array[..., 0] if array.shape[3] == 1 else array[..., :3]
    return Pictures(array, shape).rows(None, raw.white, Meter(None, "", 1))
