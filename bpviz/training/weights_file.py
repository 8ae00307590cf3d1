"""Start weights in a file of somebody, NPZ or a saved run: read without trusting it."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from bpviz.datasets.arrays.npz import Archive
from bpviz.datasets.arrays.numpy_files import usual_pairs
from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import DataRequest
from bpviz.datasets.sentence import listed
from bpviz.datasets.user_files import path_of
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.training.document.archive import SUFFIX, read
from bpviz.training.document.errors import DocumentError, damaged
from bpviz.training.document.kept import weights_kept
from bpviz.training.message import Index, Message, sentence_of
from bpviz.training.settings import MAX_HIDDEN
from bpviz.training.start_weights import MATRICES, StartWeights, first_not_finite

MAX_BYTES = 2**30
"""Bytes that both matrices may have in their file: 4096 hidden units on 32 000 inputs."""


def holds_weights(path: Path) -> bool:
    """Whether a file is one of weights: an NPZ archive of W1 and W2 without a data set.

    What cannot be read is none.
    """
    try:
        names = Archive(path, MAX_BYTES, matrices=True).names
    except DatasetError:
        return False
    return set(MATRICES) <= set(names) and not usual_pairs(names)


def read_weights(source: str) -> StartWeights:
    """Read W1 (l, n) and W2 (d, l) from an NPZ file, or those that a saved run has kept.

    Parameters
    ----------
    source : str
        Its path; ~ is the home folder.

    Raises
    ------
    DatasetError
        If it is no such file: the message says what is wrong, and what to do.
    """
    path = path_of(DataRequest(source))
    if path.suffix.lower() == SUFFIX:
        return _of_a_run(path.absolute())
    try:
        path = path.absolute()
        if os.path.exists(path) and not os.path.isfile(path):
            raise RequestError(
                "{file} is not a file. Choose an NPZ file with the matrices W1 and W2.", file=path
            )
        archive = Archive(path, MAX_BYTES, matrices=True)
        _check_names(path, archive.names)
        size = sum(archive.header(name).size for name in MATRICES)
        if size > MAX_BYTES:
            raise DatasetError(
                "The matrices of {file} are too large: they have {size} bytes; the limit is "
                "{limit}. Use a smaller hidden size l.",
                file=path,
                size=size,
                limit=MAX_BYTES,
            )
        _check_shapes(path, *(archive.header(name).shape for name in MATRICES))
        W1, W2 = (_matrix(archive, name) for name in MATRICES)
    except MemoryError:
        raise DatasetError(
            "There is not enough memory for the weights of {file}. Use a smaller hidden size l.",
            file=path,
        ) from None
    return StartWeights(str(path), Network(W1, W2))


def _of_a_run(path: Path) -> StartWeights:
    """Return the newest weights that a document keeps; its samples need not be there."""
    try:
        found = weights_kept(read(path))
    except DocumentError as error:
        raise _as_data_error(error) from None
    except ValueError as error:  # of what is kept, which contradicts itself
        raise _as_data_error(damaged(str(error))) from None
    if found is None:
        raise DatasetError("{file} has no weights. Open it as a run.", file=path)
    return StartWeights(str(path), found[0])


def _as_data_error(error: DocumentError) -> DatasetError:
    words = sentence_of(error)
    if isinstance(words, Message):
        return DatasetError(words.template, **words.values)
    return DatasetError(words)


def _check_names(path: Path, names: tuple[str, ...]) -> None:
    if not names:
        raise DatasetError(
            "{file} contains no arrays. Save the matrices with numpy.savez as W1 and W2.", file=path
        )
    missing = [name for name in MATRICES if name not in names]
    if missing:
        raise DatasetError(
            "{file} has no array {name}, but {names}. Save the matrices with numpy.savez as W1 and "
            "W2.",
            file=path,
            name=missing[0],
            names=listed(names),
        )
    more = [name for name in names if name not in MATRICES]
    if more:
        raise DatasetError(
            "{file} also has {names}, and a network here has W1 and W2 alone: no biases and no "
            "further layers. Save just W1 and W2.",
            file=path,
            names=listed(more),
        )


def _check_shapes(path: Path, W1: tuple[int, ...], W2: tuple[int, ...]) -> None:
    if W1[0] != W2[1]:
        raise DatasetError(
            "In {file}, W1 has {rows} rows and W2 {columns} columns; both must be the hidden size "
            "l. Save W1 as (l, n) and W2 as (d, l).",
            file=path,
            rows=W1[0],
            columns=W2[1],
        )
    if W1[0] > MAX_HIDDEN:
        raise DatasetError(
            "In {file}, W1 has {rows} rows; the hidden size l is at most {most}. Save W1 as (l, n) "
            "and W2 as (d, l).",
            file=path,
            rows=W1[0],
            most=MAX_HIDDEN,
        )


def _matrix(archive: Archive, name: str) -> Floats:
    with np.errstate(over="ignore"):  # of what is wider than a double; found below
        matrix: Floats = archive.read(name, Meter(None, "", 1)).astype(np.float64)
    place = first_not_finite(matrix)
    if place is not None:
        raise DatasetError(
            "{matrix}[{row}, {column}] of {file} is {value}. Use finite weights.",
            matrix=name,
            row=Index(place[0]),
            column=Index(place[1]),
            file=archive.path,
            value=str(matrix[place]),
        )
    return matrix
