"""Which samples a browser lists, and in which order: filters and sorts by what a scan found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats, Ints
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.sample_filter import SampleFilter


class SortBy(StrEnum):
    """What samples are sorted by."""

    INDEX = "index"
    LOSS = "loss"
    GRADIENT_W1 = "W1"
    GRADIENT_W2 = "W2"
    ERROR = "error"
    """|f − y| of one output of a regression."""

    @property
    def gradient(self) -> bool:
        """Whether it needs the gradient magnitudes of a scan."""
        return self in (SortBy.GRADIENT_W1, SortBy.GRADIENT_W2)


@dataclass(frozen=True, slots=True)
class SortKey:
    """What samples are sorted by, and which way.

    Attributes
    ----------
    by : SortBy
    descending : bool
    output : int
        Which output's error, 0 … d − 1; of no meaning for the others.
    """

    by: SortBy = SortBy.INDEX
    descending: bool = False
    output: int = 0


def fitting(data: Dataset, scan: Scan | None) -> Scan | None:
    """Return `scan` if it is one of `data`: after a change of data an older one may arrive."""
    return scan if scan is not None and len(scan.losses) == data.n_samples else None


def magnitudes(scan: Scan | None, column: int) -> Floats | None:
    """Return ‖∂W₁‖ (column 0) or ‖∂W₂‖ (1) of every sample, (m,); None where not computed."""
    if scan is None or len(scan.magnitudes) != len(scan.losses):
        return None
    values: Floats = scan.magnitudes[:, column]
    return values


def in_own_units(data: Dataset, values: Floats) -> Floats:
    """Return targets or outputs (…, d) of a regression as offset + factor · y (`target_scale`)."""
    if data.target_scale is None:
        return values
    own: Floats = data.target_scale[:, 0] + data.target_scale[:, 1] * values
    return own


def errors(data: Dataset, scan: Scan | None, output: int) -> Floats | None:
    """Return f − y of one output of every sample in its own unit, (m,); None for classes."""
    if scan is None or scan.outputs is None or not 0 <= output < data.n_outputs:
        return None
    factor = 1.0 if data.target_scale is None else float(data.target_scale[output, 1])
    with np.errstate(all="ignore"):
        found: Floats = factor * (scan.outputs[:, output] - data.Y[:, output])
    return found


def sort_values(data: Dataset, scan: Scan | None, key: SortKey) -> Floats | None:
    """Return the number by which each sample is sorted, (m,) float64; None sorts by index."""
    if key.by is SortBy.INDEX or scan is None:
        return None
    if key.by is SortBy.LOSS:
        return scan.losses
    if key.by is SortBy.ERROR:
        signed = errors(data, scan, key.output)
        return None if signed is None else np.abs(signed)
    return magnitudes(scan, 0 if key.by is SortBy.GRADIENT_W1 else 1)


def listed(data: Dataset, scan: Scan | None, wanted: SampleFilter, key: SortKey) -> Ints:
    """Return the indices of the samples that pass a filter, in order, (k,) int64.

    Without a scan nothing is known to be wrong or taken for a class, and the order is by index.
    Equal samples stand by rising index either way; what is not a number counts as infinite.

    Parameters
    ----------
    data : Dataset
        The part that is listed, m samples.
    scan : Scan or None
        Of that part.
    wanted : SampleFilter
        Its `part` does not matter here.
    """
    values = sort_values(data, scan, key)
    mask = _mask(data, scan, wanted)
    found = np.arange(data.n_samples) if mask is None else np.flatnonzero(mask)
    if values is None:
        return found[::-1] if key.by is SortBy.INDEX and key.descending else found
    if mask is not None:
        values = values[found]
    values = np.where(np.isnan(values), np.inf, values)
    order: Ints = np.argsort(-values if key.descending else values, kind="stable")
    return order if mask is None else found[order]


def _mask(data: Dataset, scan: Scan | None, wanted: SampleFilter) -> NDArray[np.bool_] | None:
    """Return which samples pass, (m,) bool; None if all do."""
    nothing = np.zeros(data.n_samples, dtype=bool)
    masks: list[NDArray[Any]] = []
    if wanted.label is not None:
        masks.append(nothing if data.labels is None else data.labels == wanted.label)
    if wanted.predicted is not None:
        predicted = None if scan is None else scan.predicted
        masks.append(nothing if predicted is None else predicted == wanted.predicted)
    if wanted.wrong:
        correct = None if scan is None else scan.correct
        masks.append(nothing if correct is None else ~correct)
    if not masks:
        return None
    together: NDArray[np.bool_] = np.logical_and.reduce(masks)
    return together


NOTHING_LISTED: Ints = np.zeros(0, dtype=np.int64)
NOTHING_LISTED.flags.writeable = False


class SampleLister:
    """Calls `listed` only when something has changed that its answer depends on.

    Attributes
    ----------
    sorts : int
        How often it had to.
    """

    def __init__(self) -> None:
        self.sorts = 0
        self._asked: tuple[Any, ...] = ()
        self._answer = NOTHING_LISTED

    def listed(self, data: Dataset, scan: Scan | None, wanted: SampleFilter, key: SortKey) -> Ints:
        """Return the same array as before while nothing that matters is different."""
        scan = scan if needs_scan(wanted, key) else None
        asked = (data, scan, wanted, key)
        same = len(self._asked) == len(asked) and all(
            old is new or (i > 1 and old == new)  # data and scans are compared by identity
            for i, (old, new) in enumerate(zip(self._asked, asked, strict=True))
        )
        if not same:
            self._asked = asked
            self._answer = listed(data, scan, wanted, key)
            self._answer.flags.writeable = False
            self.sorts += 1
        return self._answer


def needs_scan(wanted: SampleFilter, key: SortKey) -> bool:
    """Whether the list depends on what a scan found."""
    return wanted.wrong or wanted.predicted is not None or key.by is not SortBy.INDEX
