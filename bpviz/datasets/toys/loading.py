"""Data sets that are made up rather than measured: small enough to see through."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import held_back
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.entry import Chosen, Entry
from bpviz.datasets.progress import Meter, ProgressCallback
from bpviz.datasets.sentence import Sentence
from bpviz.datasets.toys import curves, planes, truth_tables
from bpviz.datasets.toys.samples import Samples

CONSTANT_NAME = "1"
"""What the constant input is called."""

MAKERS: dict[str, Callable[[Chosen], Samples]] = {
    "xor": truth_tables.exclusive_or,
    "and": truth_tables.logical_and,
    "or": truth_tables.logical_or,
    "parity": truth_tables.parity,
    "autoencoder": truth_tables.autoencoder,
    "gaussians": planes.gaussians,
    "circles": planes.circles,
    "moons": planes.moons,
    "spirals": planes.spirals,
    "checkerboard": planes.checkerboard,
    "sine": curves.sine,
}
"""How the samples of each toy are made."""


def load_toy(entry: Entry, chosen: Chosen, progress: ProgressCallback | None) -> Dataset:
    """Make the toy that `entry` describes; the same bits for the same choices, everywhere."""
    meter = Meter(progress, Sentence.of("Loading {name}", name=entry.title), 2)
    samples = MAKERS[entry.name](chosen)
    meter.add(1)
    m, n = samples.inputs.shape
    inputs, names, constant = samples.inputs, samples.input_names, None
    if chosen.constant:
        inputs, names, constant = np.column_stack([inputs, np.ones(m)]), (*names, CONSTANT_NAME), n
    alike = np.zeros(m) if samples.labels is None else samples.labels
    held = held_back(alike, chosen.test_share, chosen.seed)

    def part(rows: NDArray[np.bool_], test: Dataset | None) -> Dataset:
        return Dataset.from_arrays(
            entry.name,
            inputs[rows],
            samples.targets[rows],
            labels=None if samples.labels is None else samples.labels[rows],
            title=entry.title,
            class_names=samples.class_names,
            input_names=names,
            test=test,
            description=entry.description,
            constant=constant,
            target_names=samples.target_names,
            target_scale=samples.target_scale,
        )

    data = part(~held, part(held, None) if held.any() else None)
    meter.finish()
    return data
