"""The data sets that come as tables of numbers: the 8×8 digits and the irises."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import held_back, one_hot
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.entry import Chosen, Entry
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter, ProgressCallback
from bpviz.datasets.raw_format import RawColumn, RawFormat
from bpviz.datasets.sentence import Sentence
from bpviz.datasets.shipped.files import ShippedFile
from bpviz.network.types import Floats, Ints

_LINES = 250
"""Lines parsed at once, a few milliseconds."""


def load_digits(entry: Entry, chosen: Chosen, progress: ProgressCallback | None) -> Dataset:
    """Load the 8×8 digits; inputs are value / 16, targets one-hot.

    Raises
    ------
    DatasetError
        If the file is not the one that was shipped.
    """
    X, labels = _read(ShippedFile.find("digits/digits.csv.gz"), entry, 0, progress)
    names = tuple("0123456789")
    return _parted(entry, chosen, X / 16, labels, names, (), RawFormat(white=16.0))


def load_iris(entry: Entry, chosen: Chosen, progress: ProgressCallback | None) -> Dataset:
    """Load the irises; inputs have mean 0 and variance 1 over the training part.

    Raises
    ------
    DatasetError
        If the file is not the one that was shipped.
    """
    X, labels = _read(ShippedFile.find("iris/iris.csv"), entry, 1, progress)
    # The test part must not take part in choosing the scale.
    train = X[~held_back(labels, chosen.test_share, chosen.seed)]
    names = ("sepal length", "sepal width", "petal length", "petal width")
    shift, factor = train.mean(axis=0), train.std(axis=0)
    scales = zip(names, shift.tolist(), factor.tolist(), strict=True)
    return _parted(
        entry,
        chosen,
        (X - shift) / factor,
        labels,
        ("setosa", "versicolor", "virginica"),
        names,
        RawFormat(tuple(RawColumn(*each) for each in scales)),
    )


def _read(
    file: ShippedFile, entry: Entry, header_lines: int, progress: ProgressCallback | None
) -> tuple[Floats, Ints]:
    """Return the inputs (m, n) and, from the last column, the class of every line."""
    meter = Meter(progress, Sentence.of("Loading {name}", name=entry.title), 2 * file.size)
    lines = file.read(meter).tobytes().decode("latin-1").splitlines()[header_lines:]
    shape = (entry.n_samples + entry.n_test, entry.n_inputs + 1)
    blocks = [np.empty((0, shape[1]))]
    for first in range(0, len(lines), _LINES):
        block = lines[first : first + _LINES]
        blocks.append(_parse(block, shape[1]))
        meter.add(sum(map(len, block)))
    table = np.concatenate(blocks)
    labels = table[:, -1]
    if table.shape != shape or not np.isin(labels, np.arange(entry.n_outputs)).all():
        raise DatasetError(
            "{file} is damaged: expected were {rows} lines of {n} inputs and a class from 0 to "
            "{last}. Reinstall bpviz to restore the file.",
            file=file.path,
            rows=shape[0],
            n=entry.n_inputs,
            last=entry.n_outputs - 1,
        )
    meter.finish()
    return table[:, :-1], labels.astype(np.int64)


def _parse(lines: list[str], columns: int) -> Floats:
    """Return the numbers, or no rows at all if any line is not `columns` finite numbers."""
    try:
        numbers = np.array([line.split(",") for line in lines], dtype=np.float64)
    except ValueError:
        return np.empty((0, columns))
    usable = numbers.ndim == 2 and numbers.shape[1] == columns and np.isfinite(numbers).all()
    return numbers if usable else np.empty((0, columns))


def _parted(
    entry: Entry,
    chosen: Chosen,
    X: Floats,
    labels: Ints,
    class_names: tuple[str, ...],
    input_names: tuple[str, ...],
    raw: RawFormat,
) -> Dataset:
    """Return the training part, which knows the test part, with the constant input if wanted."""
    constant = None
    if chosen.constant:
        constant = X.shape[1]
        X = np.column_stack([X, np.ones(len(X))])
        input_names = (*input_names, "1") if input_names else ()
    Y = one_hot(labels, entry.n_outputs)
    held = held_back(labels, chosen.test_share, chosen.seed)

    def part(rows: NDArray[np.bool_], test: Dataset | None) -> Dataset:
        return Dataset.from_arrays(
            entry.name,
            X[rows],
            Y[rows],
            labels=labels[rows],
            title=entry.title,
            class_names=class_names,
            image_shape=entry.image_shape,
            input_names=input_names,
            test=test,
            description=entry.description,
            constant=constant,
            raw=raw,
            source_rows=np.flatnonzero(rows),
        )

    return part(~held, part(held, None) if held.any() else None)
