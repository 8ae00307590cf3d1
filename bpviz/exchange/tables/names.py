"""What samples, classes, inputs and outputs are called in a table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats


def class_cell(data: Dataset, label: int, start: int) -> str | int:
    """Return the name of a class, its number where it has none."""
    names = data.class_names
    return names[label] if 0 <= label < len(names) else label + start


def input_titles(data: Dataset, start: int) -> list[str]:
    """Return the titles of columns of inputs; none is that of any other column."""
    named = [
        name if i < len(data.input_names) and (name := data.input_names[i]) else f"x[{i + start}]"
        for i in range(data.n_inputs)
    ]
    if data.constant is not None:
        named[data.constant] = "constant 1"
    return [f"input {name}" for name in named]


def target_titles(data: Dataset, words: tuple[str, ...], start: int) -> list[str]:
    """Return the titles of columns of each output, such as ``target y[0]``; without classes."""
    return [
        word if name is None else f"{word} {name}"
        for name in _target_names(data, start)
        for word in words
    ]


def _target_names(data: Dataset, start: int) -> Iterator[str | None]:
    for j in range(data.n_outputs):
        if j < len(data.target_names) and data.target_names[j]:
            yield data.target_names[j]
        else:
            yield None if data.n_outputs == 1 else f"y[{j + start}]"


def in_original_units(data: Dataset, values: Floats) -> Floats:
    """Return targets or outputs (…, d) of a regression as offset + factor · y."""
    if data.target_scale is None:
        return values
    with np.errstate(all="ignore"):
        own: Floats = data.target_scale[:, 0] + data.target_scale[:, 1] * values
    return own
