"""Pairs: what a step can train on, the pairs of the data set and those that a person made."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats, Indices, Ints
from bpviz.quoting import short, spelled
from bpviz.training.message import Index, Message
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.settings import SettingsError, check_count

_NO_LABELS: Ints = np.zeros(0, dtype=np.int64)
_NO_LABELS.flags.writeable = False  # like true labels, or the kernel would be compiled twice


class PairArrays(NamedTuple):
    """Some pairs as the kernels take them, see `kernels.run`; pair 0 has the number `first`."""

    starts: Ints
    indices: Indices
    values: Floats
    norms: Floats
    Y: Floats
    labels: Ints
    first: int

    @classmethod
    def of(cls, dataset: Dataset, first: int) -> PairArrays:
        """Take all pairs of `dataset`."""
        rows = dataset.rows
        labels = _NO_LABELS if dataset.labels is None else dataset.labels
        return cls(
            rows.starts, rows.indices, rows.values, dataset.input_norms, dataset.Y, labels, first
        )


def first_not_finite(name: str, values: Floats) -> tuple[str, str] | None:
    """Name the first entry of an array that is not finite, and its value; None if all are."""
    bad = np.argwhere(~np.isfinite(values))
    if not len(bad):
        return None
    value = values[tuple(bad[0])]
    return _place(name, *bad[0].tolist()), "NaN" if math.isnan(value) else (
        "∞" if value > 0 else "−∞"
    )


def _place(name: str, *indices: int) -> str:
    """Return what an entry of an array is called, with indices that the window may count from 1."""
    if not indices:
        return name
    row, *rest = map(Index, indices)
    if not rest:
        return Message.of("{name}[{row}]", name=name, row=row)
    return Message.of("{name}[{row}, {column}]", name=name, row=row, column=rest[0])


class Pairs:
    """The pairs of a session by number: 0 … m − 1 of the data set, from m on a person's own.

    Own pairs that a journal may name stay, so that it can always be replayed.

    Parameters
    ----------
    dataset : Dataset
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._given = PairArrays.of(dataset, 0)
        self._own: list[tuple[CustomPair, PairArrays]] = []

    @property
    def count(self) -> int:
        """How many there are."""
        return self.dataset.n_samples + len(self._own)

    def add(self, pair: CustomPair) -> int:
        """Put in a pair that a person made, and return its number.

        Raises
        ------
        SettingsError
            If it does not fit the data set.
        """
        self._check(pair)
        labels = None if pair.label is None else [pair.label]
        alone = Dataset.from_arrays("own", pair.x[np.newaxis], pair.y[np.newaxis], labels=labels)
        self._own.append((pair, PairArrays.of(alone, self.count)))
        return self.count - 1

    def number_of(self, pair: CustomPair) -> int | None:
        """Return the number of a pair that was put in already; None if it was not."""
        for at, (known, _) in enumerate(self._own):
            if known is pair:
                return self.dataset.n_samples + at
        return None

    def keep(self, own: int) -> None:
        """Forget all but the first `own` of a person's pairs: what a call that failed has left."""
        del self._own[own:]

    def own(self, number: int) -> CustomPair | None:
        """Return the pair that a person made; None where it is one of the data set."""
        at = number - self.dataset.n_samples
        return None if at < 0 else self._own[at][0]

    def arrays(self, number: int) -> PairArrays:
        """Return arrays that have pair `number` in them, at ``number − first``."""
        at = number - self.dataset.n_samples
        return self._given if at < 0 else self._own[at][1]

    def entries(self, number: int) -> tuple[Indices, Floats]:
        """Return the inputs of a pair as the kernels take them: columns and values."""
        arrays = self.arrays(number)
        i = number - arrays.first
        part = slice(arrays.starts[i], arrays.starts[i + 1])
        return arrays.indices[part], arrays.values[part]

    def x(self, number: int) -> Floats:
        """Return the inputs of a pair, (n,) float64."""
        pair = self.own(number)
        return self.dataset.x(number) if pair is None else pair.x

    def y(self, number: int) -> Floats:
        """Return the targets of a pair, (d,) float64."""
        arrays = self.arrays(number)
        y: Floats = arrays.Y[number - arrays.first]
        return y

    def norm(self, number: int) -> float:
        """‖x‖ of a pair."""
        arrays = self.arrays(number)
        return float(arrays.norms[number - arrays.first])

    def label(self, number: int) -> int:
        """Return the class of a pair; −1 for regression."""
        arrays = self.arrays(number)
        return int(arrays.labels[number - arrays.first]) if arrays.labels.size else -1

    def first_not_finite(self, number: int) -> tuple[str, str] | None:
        """Name the first number of a pair that is not finite, and its value; None if all are."""
        bad = first_not_finite("x", self.x(number))
        if bad is None:
            return first_not_finite("y", self.y(number))
        if not self.dataset.input_names:
            return bad
        at = int(np.argmin(np.isfinite(self.x(number))))
        return f"{bad[0]} ({short(self.dataset.input_names[at])})", bad[1]

    def _check(self, pair: CustomPair) -> None:
        data = self.dataset
        if not isinstance(pair, CustomPair):
            raise SettingsError(
                Message.of(
                    "The pair to train on is {value}; it must be a CustomPair.", value=spelled(pair)
                )
            )
        for name, array, size in (("x", pair.x, data.n_inputs), ("y", pair.y, data.n_outputs)):
            if array.shape != (size,):
                raise SettingsError(
                    Message.of(
                        "{name} of the pair has the shape {shape}; it must be ({size},).",
                        name=name,
                        shape=array.shape,
                        size=size,
                    )
                )
            if not np.isfinite(array).all():
                raise SettingsError(
                    Message.of(
                        "{name} of the pair contains a value that is not finite. Use finite "
                        "numbers only.",
                        name=name,
                    )
                )
        if data.labels is None and pair.label is not None:
            raise SettingsError(
                Message.of(
                    "The data set {name} has no classes, but the pair has one. Leave it out.",
                    name=data.name,
                )
            )
        if data.labels is not None:
            if pair.label is None:
                raise SettingsError(
                    Message.of(
                        "The data set {name} has classes, but the pair has none. Give it a class.",
                        name=data.name,
                    )
                )
            most = max(data.n_outputs, 2) - 1
            check_count("The class of the pair", pair.label, 0, most)
