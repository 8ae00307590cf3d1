"""Data sets small enough to be written down."""

from __future__ import annotations

from bpviz.datasets.catalog import Entry
from bpviz.datasets.dataset import Dataset
from bpviz.datasets.progress import Meter, ProgressCallback


def load_xor(entry: Entry, progress: ProgressCallback | None) -> Dataset:
    """Make the four pairs of exclusive or; the third input is always 1, in place of a bias."""
    Meter(progress, f"Loading {entry.title}", 1).finish()
    return Dataset.from_arrays(
        entry.name,
        [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]],
        [[0], [1], [1], [0]],
        labels=[0, 1, 1, 0],
        title=entry.title,
        class_names=("0", "1"),
        input_names=("x₁", "x₂", "1"),
        description=entry.description,
    )
