"""What somebody gives as inputs, targets and labels: arrays, data frames, sparse matrices, text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.raw_format import NOTHING, named_columns
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints
from bpviz.quoting import short, spelled


def inputs_given(name: str, X: Any) -> tuple[CompressedRows, tuple[str, ...]]:
    """Return inputs, and the names of their columns where they have any.

    Parameters
    ----------
    name : str
        Of the data set, for messages.
    X : (m, n) array_like, data frame or sparse matrix
        A data frame is what has ``columns`` and ``to_numpy``, as in pandas and polars.

    Raises
    ------
    ValueError
        If an array is not made of real numbers, or has not two dimensions.
    DatasetError
        If a column of a data frame is not made of real numbers; the message names it.
    """
    if isinstance(X, CompressedRows):
        return X, ()
    if hasattr(X, "tocsr"):
        return CompressedRows.from_sparse(X), ()
    if hasattr(X, "to_numpy") and hasattr(X, "columns"):
        values, names = frame_given(name, X)
        return CompressedRows.from_dense(values), names
    return CompressedRows.from_dense(X), ()


def targets_given(name: str, Y: Any) -> tuple[Any, tuple[str, ...]]:
    """Return targets as they are, of a data frame the numbers and the names of its columns."""
    return frame_given(name, Y) if hasattr(Y, "to_numpy") and hasattr(Y, "columns") else (Y, ())


def frame_given(name: str, frame: Any) -> tuple[Floats, tuple[str, ...]]:
    """Return the numbers of a data frame, (m, n) float64, and the names of its columns.

    Raises
    ------
    DatasetError
        If one is not made of real numbers.
    """
    names = tuple(named_columns(frame) or ())
    values = np.asarray(frame.to_numpy())
    if values.dtype.kind in "biuf":
        return values.astype(np.float64), names
    numbers = np.empty(values.shape)
    for j, column in enumerate(names):
        for i, cell in enumerate(values[:, j].tolist()):
            number = _number(cell)
            if number is None:
                raise DatasetError(
                    "Column {column} of {name} has {value} in row {row}. Use numbers only, or "
                    "write the table to a file and load that.",
                    column=short(repr(column)),
                    name=name,
                    value=spelled(cell),
                    row=i,
                )
            numbers[i, j] = number
    return numbers, names


def _number(cell: Any) -> float | None:
    """Return a number, NaN for what is missing, or None for text, which may be a name."""
    if isinstance(cell, (str, bytes)):
        return None
    try:
        return float(cell)
    except (TypeError, ValueError):
        return math.nan if cell is None or str(cell) in NOTHING else None


def are_texts(values: Any) -> bool:
    """Whether somebody gives text, one for each sample, and not numbers."""
    given = np.asarray(values)
    if given.ndim != 1:
        return False
    return given.dtype.kind in "US" or (
        given.dtype.kind == "O" and any(isinstance(each, (str, bytes)) for each in given)
    )


def labels_of_texts(
    name: str, texts: Any, class_names: Sequence[str]
) -> tuple[Ints, tuple[str, ...]]:
    """Return the class of each sample, (m,) int64, and the names of all classes.

    Parameters
    ----------
    name : str
        Of the data set, for messages.
    texts : (m,) array_like of str
    class_names : sequence of str
        In their order; empty to take those that there are, sorted.

    Raises
    ------
    DatasetError
        If one is no text, or none of the classes.
    """
    given = np.asarray(texts, dtype=object)
    named: list[str] = []
    for i, each in enumerate(given.tolist()):
        if not isinstance(each, (str, bytes)):
            raise DatasetError(
                "The label of sample {sample} of {name} is {label}, and others are text. Use text "
                "for each of them.",
                sample=i,
                name=name,
                label=spelled(each),
            )
        named.append(each.decode("latin-1") if isinstance(each, bytes) else str(each))
    known = tuple(class_names) or tuple(sorted(set(named)))
    places = {text: k for k, text in enumerate(known)}
    for i, text in enumerate(named):
        if text not in places:
            raise DatasetError(
                "The label of sample {sample} of {name} is {label}, which is none of its classes. "
                "Use one of {known}.",
                sample=i,
                name=name,
                label=spelled(text),
                known=", ".join(short(each) for each in known[:20]),
            )
    return np.array([places[text] for text in named], dtype=np.int64), known


def check_classes(name: str, n_classes: int) -> None:
    """Refuse labels of a single class.

    Raises
    ------
    DatasetError
        If there are fewer than 2 classes.
    """
    if n_classes < 2:
        raise DatasetError(
            "The labels of {name} are all of one class. Use at least 2 classes, or name them all "
            "(class_names).",
            name=name,
        )


def label_array(labels: Any) -> NDArray[Any]:
    """Return labels as an array, whole numbers of any objects as such."""
    given = np.asarray(labels)
    if given.dtype.kind == "O" and all(isinstance(each, (int, np.integer)) for each in given.flat):
        return given.astype(np.int64)
    return given
