"""OutputValues: outputs and targets of one pair, and the axis that they are drawn on."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import Activation
from bpviz.network.types import Floats
from bpviz.ui.core.formatting import number
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.charts.scale import Scale, Tick


class OutputAxis:
    """An axis for f and y that stays as it is while a run goes on, whichever pair is shown.

    It ends at 1 where σ₂ is bounded, otherwise where the largest value needs it; it begins at 0
    until something was below.  After a jump it begins with what the targets of the data set need.
    """

    def __init__(self) -> None:
        self._scale = ColourRange()
        self._below_zero = False
        self._data: Dataset | None = None
        self._of: object = None
        self._targets = (0.0, 0.0)

    def values(
        self,
        data: Dataset,
        f: Floats | None,
        y: Floats,
        sigma2: Activation,
        stretch: object = None,
    ) -> OutputValues:
        """Return f (None where not computed) and y, each (d,), upon the axis.

        It begins anew with other data, and in another `stretch` (see `Frame.stretch`).
        """
        if data is not self._data:
            self._data, self._of = data, None
            self._targets = peak(data.Y), float(data.Y.min(initial=0.0))
        of = id(data), stretch
        if of != self._of:
            self._of, self._below_zero = of, self._targets[1] < 0
            self._scale.show(self._targets[0], of)
        both = y if f is None else np.concatenate([f, y])
        finite = both[np.isfinite(both)]
        self._below_zero |= bool((finite < 0).any()) or (sigma2.bounded and sigma2.range[0] < 0)
        high = 1.0 if sigma2.bounded and peak(both) <= 1 else self._scale.show(peak(both), of)
        return OutputValues(f, y, -high if self._below_zero else 0.0, high, data.target_scale)


def output_names(data: Dataset) -> tuple[str, ...]:
    """Return what the d outputs are called: by their classes, their own names or their index."""
    d = data.n_outputs
    for names in (data.class_names, data.target_names):
        if len(names) == d:
            return names
    return tuple(f"f[{j}]" for j in range(d))


@dataclass(frozen=True, slots=True, eq=False)
class OutputValues:
    """f and y as the network sees them, and in their own units.

    Attributes
    ----------
    f : (d,) float64 or None
        None where not computed.
    y : (d,) float64
    low, high : float
        Ends of the axis as the network sees it, 0 among it.
    scale : (d, 2) float64 or None
        ``value = offset + factor · y`` in own units, as in `Dataset.target_scale`.
    """

    f: Floats | None
    y: Floats
    low: float = 0.0
    high: float = 1.0
    scale: Floats | None = None

    @property
    def shares_axis(self) -> bool:
        """Whether one axis suits all outputs: those of a regression may have several units."""
        return self.scale is None or bool((self.scale == self.scale[:1]).all())

    def own(self, j: int, value: float) -> float:
        """Return a value of output j, as the network sees it, in own units."""
        if self.scale is None:
            return value
        offset, factor = self.scale[j].tolist()
        return float(offset + factor * value)

    def own_f(self, j: int) -> float | None:
        """Return f_j in own units; None where not computed."""
        return None if self.f is None else self.own(j, float(self.f[j]))

    def own_y(self, j: int) -> float:
        """Return y_j in own units."""
        return self.own(j, float(self.y[j]))

    def ends(self, j: int) -> tuple[float, float]:
        """Return the ends of the axis of output j in own units, the lower one first."""
        low, high = sorted((self.own(j, self.low), self.own(j, self.high)))
        return low, high

    def origin(self, j: int) -> float:
        """Return where the bars of output j begin, in own units: at 0 or what is nearest to it."""
        low, high = self.ends(j)
        return min(max(0.0, low), high)

    def share(self, j: int, value: float) -> float:
        """Return the place of a value in own units along the axis of output j, 0 … 1."""
        low, high = self.ends(j)
        if not high > low or math.isnan(value):
            return 0.0
        return min(max((value - low) / (high - low), 0.0), 1.0)

    def ticks(self, most: int) -> list[Tick]:
        """Return at most `most` ticks of the axis that all outputs share."""
        if self.scale is not None and len(self.scale):
            return Scale(*self.ends(0)).ticks(min(max(most, 2), 5))
        values = {self.low, 0.0, self.high}
        if most >= 3:
            values.add((self.low + self.high) / 2)
        return [Tick(v, "0" if v == 0 else number(v, 2)) for v in sorted(values)]
