"""OutputAxis: how long the bars of outputs are; and what outputs are called."""

from __future__ import annotations

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import Activation
from bpviz.network.types import Floats
from bpviz.ui.kit.charts.colour_range import ColourScale, peak
from bpviz.ui.kit.pair.output_range import OutputValues


class OutputAxis:
    """An axis for f and y that stays as it is while the same data set is shown.

    It ends at 1 where σ₂ is bounded, otherwise where the largest value needs it; it begins at 0
    until something was below.
    """

    def __init__(self) -> None:
        self._scale = ColourScale()
        self._below_zero = False

    def values(
        self, data: Dataset, f: Floats | None, y: Floats, sigma2: Activation
    ) -> OutputValues:
        """Return f (None where not computed) and y, each (d,), upon the axis."""
        both = y if f is None else np.concatenate([f, y])
        finite = both[np.isfinite(both)]
        self._below_zero |= bool((finite < 0).any()) or sigma2 == Activation.TANH
        bounded = sigma2 in (Activation.SIGMOID, Activation.TANH)
        high = 1.0 if bounded and peak(both) <= 1 else self._scale.show(peak(both), 0.1)
        return OutputValues(f, y, -high if self._below_zero else 0.0, high, data.target_scale)


def output_names(data: Dataset) -> tuple[str, ...]:
    """Return what the d outputs are called: by their classes, their own names or their index."""
    d = data.n_outputs
    for names in (data.class_names, data.target_names):
        if len(names) == d:
            return names
    return tuple(f"f[{j}]" for j in range(d))
