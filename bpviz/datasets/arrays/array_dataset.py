"""From arrays of inputs and targets (NPZ, NPY, IDX) to the pairs (X, Y)."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.arrays.array_pictures import Pictures, pictures_in
from bpviz.datasets.assembly import About, Part, assemble, with_constant
from bpviz.datasets.classes import MOST_CLASSES
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.dense_blocks import blocks_of
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.memory import claim
from bpviz.datasets.progress import Meter
from bpviz.datasets.raw_format import RawFormat
from bpviz.datasets.request import DataRequest, Missing, TargetKind
from bpviz.datasets.sentence import Sentence, paragraph
from bpviz.datasets.tables.plan import plan_columns, with_defaults
from bpviz.datasets.tables.table import MOST_COLUMNS, Column, Table
from bpviz.datasets.tables.table_dataset import build, outcomes_of
from bpviz.datasets.tables.texts import (
    class_words,
    constant_words,
    plan_words,
    regression_words,
    split_words,
)

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Inputs X, (m,), (m, n) or pictures, and targets y, (m,) or (m, d), with their names."""

    X: Array
    y: Array
    X_name: str
    y_name: str


def from_arrays(
    path: Path,
    pairs: Sequence[Pair],
    request: DataRequest,
    about: About,
    words: list[Sentence],
    meter: Meter,
) -> Dataset:
    """Return the data set of one pair, or of a training pair and a test pair.

    Parameters
    ----------
    path : Path
        For messages.
    pairs : one or two Pair
        A second one is the test part, unless the request names a share to hold back.
    request : DataRequest
    about : About
        Name and title.
    words : list of Sentence
        How it was read; what is made of it is appended.
    meter : Meter
        Told of every input five times.

    Raises
    ------
    DatasetError
        If the arrays do not fit each other, or hold what cannot be used.
    """
    for pair in pairs:
        _check(path, pair)
    if len(pairs) == 2 and request.test_share is not None:
        pairs = pairs[:1]
    shapes = [pair.X.shape[1:] for pair in pairs]
    if shapes[0] != shapes[-1]:
        raise _misfit(path, pairs[0].X_name, pairs[-1].X_name, pairs[0].X, pairs[-1].X)
    held = None
    if len(pairs) == 2:
        held = np.repeat([False, True], [len(pair.X) for pair in pairs])
    columns, targets = _target_columns(path, pairs)
    pictures = [pictures_in(pair.X) for pair in pairs]
    if all(pictures):
        found = {pair.X_name: each for pair, each in zip(pairs, pictures, strict=True) if each}
        return _of_pictures(path, found, columns, targets, held, request, about, words, meter)
    table = _table(path, pairs, columns, targets, request)
    places = range(len(table.columns))
    inputs, targets_at = tuple(places[: -len(columns)]), tuple(places[-len(columns) :])
    request = with_defaults(request)
    plan = plan_columns(table, targets_at, inputs, request, meter)
    outcomes, drawn = outcomes_of(table, plan, request, held)
    _check_parts(path, drawn)
    words = [*words, *plan_words(table, plan, request, outcomes, drawn, own=held is not None)]
    about = dataclasses.replace(about, description=paragraph(words))
    second = 0 if held is None else len(pairs[0].X)
    return build(table, plan, request, about, outcomes, drawn, meter, second=second)


def n_outputs_of(path: Path, targets: Sequence[tuple[Array, str]], request: DataRequest) -> int:
    """Return how many outputs the targets y, with their names, of one pair or of both become.

    Raises
    ------
    DatasetError
        If they cannot be used.
    """
    nothing = np.empty(0)
    columns, values = _target_columns(path, [Pair(nothing, y, "", name) for y, name in targets])
    table = Table(path, columns, values, np.arange(1, len(values) + 1))
    plan = plan_columns(table, tuple(range(len(columns))), (), request, Meter(None, "", 1))
    return int(outcomes_of(table, plan, request)[0].Y.shape[1])


def _of_pictures(
    path: Path,
    pictures: dict[str, Pictures],
    columns: list[Column],
    targets: NDArray[np.float64],
    held: NDArray[np.bool_] | None,
    request: DataRequest,
    about: About,
    words: list[Sentence],
    meter: Meter,
) -> Dataset:
    table = Table(path, columns, targets, np.arange(1, len(targets) + 1))
    settled = dataclasses.replace(request, missing=Missing.REFUSE)
    plan = plan_columns(table, tuple(range(len(columns))), (), settled, meter)
    outcomes, drawn = outcomes_of(table, plan, request, held)
    _check_parts(path, drawn)
    sources = list(pictures.values())
    height, width = sources[0].shape
    white = max(each.largest(path, name) for name, each in pictures.items())
    parts: list[Part] = []
    for chosen in (~drawn, drawn):
        if not chosen.any():
            continue
        if held is None:
            source, places = sources[0], np.flatnonzero(chosen)
        else:
            source, places = sources[len(parts)], None
        rows = source.rows(places, white, meter)
        rows = with_constant(rows) if request.constant else rows
        parts.append(Part(rows, outcomes.part(chosen), places))
    name = ", ".join(column.name for column in columns)
    target_words = (
        regression_words(name, request.fitting)
        if plan.kind is TargetKind.REGRESSION
        else class_words(name, outcomes.class_names)
    )
    words = [
        *words,
        Sentence.of(
            "Inputs: pictures of {height} × {width} pixels, scaled so that {white:g} becomes 1.",
            height=height,
            width=width,
            white=white,
        ),
        *constant_words(request),
        target_words,
        split_words(int(drawn.sum()), len(drawn), request, own=held is not None),
    ]
    about = dataclasses.replace(
        about,
        description=paragraph(words),
        image_shape=(height, width),
        constant=height * width if request.constant else None,
        raw=RawFormat(white=white),
    )
    return assemble(about, parts[0], parts[1] if len(parts) > 1 else None)


def _check(path: Path, pair: Pair) -> None:
    if pair.X.dtype.kind not in "biuf":
        raise DatasetError(
            "The inputs {name} of {file} are text. Use an array of numbers.",
            name=pair.X_name,
            file=path,
        )
    if len(pair.X) != len(pair.y):
        raise _misfit(path, pair.X_name, pair.y_name, pair.X, pair.y)
    y = pair.y
    if y.ndim > 2 or (y.ndim == 2 and y.shape[1] > MOST_CLASSES):
        raise DatasetError(
            "The targets {name} of {file} have the shape {shape}. Use (m,) or (m, d), with d at "
            "most {most}.",
            name=pair.y_name,
            file=path,
            shape=_shape(y),
            most=MOST_CLASSES,
        )
    if y.dtype.kind == "U":
        letters = np.ascontiguousarray(y).view(np.dtype(np.uint32).newbyteorder(y.dtype.byteorder))
        if letters.max() > sys.maxunicode:
            raise DatasetError(
                "The targets {name} of {file} contain an invalid Unicode character. Use an "
                "undamaged array.",
                name=pair.y_name,
                file=path,
            )
    n = pair.X[0].size
    if n > MOST_COLUMNS * 16:
        raise DatasetError(
            "The inputs {name} of {file} have {found} numbers per sample. Use at most {most}.",
            name=pair.X_name,
            file=path,
            found=n,
            most=MOST_COLUMNS * 16,
        )


def _check_parts(path: Path, held: NDArray[np.bool_]) -> None:
    if held.all():
        raise DatasetError(
            "{file} has no usable training sample: a value is missing in each of them. Fill in "
            "missing values.",
            file=path,
        )


def _misfit(path: Path, first: str, second: str, a: Array, b: Array) -> DatasetError:
    return DatasetError(
        "The arrays of {file} do not match: {first} has the shape {shape}, {second} has {other}. "
        "Use one target for each sample, and samples of equal shape.",
        file=path,
        first=first,
        shape=_shape(a),
        second=second,
        other=_shape(b),
    )


def _shape(array: Array) -> str:
    return " × ".join(map(str, array.shape))


def _target_columns(path: Path, pairs: Sequence[Pair]) -> tuple[list[Column], NDArray[np.float64]]:
    """Return the targets of all pairs below each other, as columns of a table."""
    parts = [pair.y.reshape(len(pair.y), -1) for pair in pairs]
    if parts[0].shape[1] != parts[-1].shape[1]:
        raise _misfit(path, pairs[0].y_name, pairs[-1].y_name, pairs[0].y, pairs[-1].y)
    y = np.concatenate(parts)
    name = pairs[0].y_name
    if y.dtype.kind in "US":
        if y.shape[1] != 1:
            raise DatasetError(
                "The targets {name} of {file} are text in {count} columns. Use a single column of "
                "text.",
                name=name,
                file=path,
                count=y.shape[1],
            )
        texts, codes = np.unique(y[:, 0], return_inverse=True)
        shown = [t.decode("latin-1") if isinstance(t, bytes) else str(t) for t in texts.tolist()]
        crowded = len(shown) > MOST_CLASSES
        kinds = {text: float(code) for code, text in enumerate(shown)}
        return [Column(name, kinds=kinds, crowded=crowded)], codes.reshape(-1, 1).astype(np.float64)
    values = y.astype(np.float64)
    if values.shape[1] == 1:
        return [Column(name)], values
    if ((values == 0) | (values == 1)).all() and (values.sum(axis=1) == 1).all():
        return [Column(name)], values.argmax(axis=1).astype(np.float64)[:, np.newaxis]
    return [Column(f"{name}[{j}]") for j in range(values.shape[1])], values


def _table(
    path: Path,
    pairs: Sequence[Pair],
    columns: list[Column],
    targets: NDArray[np.float64],
    request: DataRequest,
) -> Table:
    parts = [pair.X.reshape(len(pair.X), -1) for pair in pairs]
    n = parts[0].shape[1]
    m, width = len(targets), n + len(columns)
    if 8 * m * width > request.max_bytes:
        raise DatasetError(
            "{file} is too large: {m} × {n} inputs and their targets take {size} bytes in memory; "
            "the limit is {limit}. Use less data, or raise the size limit (max_bytes).",
            file=path,
            m=m,
            n=n,
            size=8 * m * width,
            limit=request.max_bytes,
        )
    claim(8 * m * width)
    values = np.empty((m, width))
    first = 0
    for part in parts:
        for block in blocks_of(*part.shape):
            values[first + block.start : first + block.stop, :n] = part[block]
        first += len(part)
    values[:, n:] = targets
    inputs = [Column(f"{pairs[0].X_name}[{j}]") for j in range(n)]
    return Table(path, inputs + columns, values, np.arange(1, m + 1))
