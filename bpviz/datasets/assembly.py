"""A `Dataset` of own data, with its test part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.datasets.outcomes import Outcomes
from bpviz.datasets.raw_format import RawFormat
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Ints


@dataclass(frozen=True, slots=True)
class Part:
    """The inputs and the targets of one part, and the rows of the source, (m,), that they are."""

    rows: CompressedRows
    outcomes: Outcomes
    source_rows: Ints | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What both parts have in common; the attributes mean what they mean in a `Dataset`."""

    name: str
    title: str
    description: str
    input_names: tuple[str, ...] = ()
    image_shape: tuple[int, int] | None = None
    constant: int | None = None
    raw: RawFormat | None = None


def assemble(about: About, training: Part, test: Part | None) -> Dataset:
    """Return the data set of the training part, with the test part in it."""
    held = None if test is None else _dataset(about, test, None)
    return _dataset(about, training, held)


def _dataset(about: About, part: Part, test: Dataset | None) -> Dataset:
    outcomes = part.outcomes
    return Dataset(
        name=about.name,
        title=about.title,
        rows=part.rows,
        Y=np.ascontiguousarray(outcomes.Y),
        labels=outcomes.labels,
        class_names=outcomes.class_names,
        image_shape=about.image_shape,
        input_names=about.input_names,
        test=test,
        description=about.description,
        constant=about.constant,
        target_names=outcomes.target_names,
        target_scale=outcomes.target_scale,
        raw=about.raw,
        source_rows=part.source_rows,
    )


def with_constant(rows: CompressedRows) -> CompressedRows:
    """Return the rows with a constant input 1 appended."""
    m, n = len(rows), rows.n_inputs
    starts = rows.starts + np.arange(m + 1)
    ends = starts[1:] - 1
    indices = np.empty(len(rows.indices) + m, dtype=CompressedRows.index_type(n + 1))
    values = np.empty(len(indices))
    others = np.ones(len(indices), dtype=np.bool_)
    others[ends] = False
    indices[others], values[others] = rows.indices, rows.values
    indices[ends], values[ends] = n, 1.0
    return CompressedRows(starts, indices, values, n + 1)
