"""PlottedQuantity: which quantity is drawn over the inputs, its range, and its colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtGui import QColor, QImage

from bpviz.datasets.dataset import Dataset
from bpviz.network import Network
from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import Colours, colour_table, lookup, packed, rgb
from bpviz.ui.kit.charts.scale import Scale

_WEAKEST, _STRONGEST = 0.1, 0.55
"""Share of a class's colour where its output leads by nothing, and by everything."""


class Quantity(StrEnum):
    """What can be drawn."""

    CLASSES = "classes"
    """One output of two classes: f about its threshold; several: which is the largest."""
    OUTPUT = "output"
    """The value of one output."""
    UNIT = "unit"
    """The value of one hidden unit."""


@dataclass(frozen=True, slots=True)
class PlottedQuantity:
    """The quantity, and which output or unit where that says anything."""

    quantity: Quantity
    index: int = 0


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The values that the ends of a colour table stand for, in the units they are written in.

    Attributes
    ----------
    low, high : float
        Of the network's own number.
    offset, factor : float
        ``written = offset + factor · number``.
    """

    low: float
    high: float
    offset: float = 0.0
    factor: float = 1.0

    def written(self, value: float) -> float:
        """Return a number in the units it is written in."""
        return self.offset + self.factor * value

    def axis(self, table: Colours) -> tuple[Scale, Colours]:
        """Return the axis beside a bar of these colours, and the colours from its lower end on."""
        ends = self.written(self.low), self.written(self.high)
        return Scale(min(ends), max(ends)), table[::-1] if self.factor < 0 else table


def choices(data: Dataset, net: Network, *, plane: bool) -> tuple[PlottedQuantity, ...]:
    """Return what can be shown of a network on `data`, what comes first by default.

    Along a curve (not `plane`) every hidden unit is there at once and none is chosen.
    """
    outputs = tuple(PlottedQuantity(Quantity.OUTPUT, j) for j in range(net.n_outputs))
    if data.labels is not None:
        several = outputs if net.n_outputs > 1 else ()
        outputs = (PlottedQuantity(Quantity.CLASSES), *several)
    units = range(net.n_hidden if plane else 0)
    return (*outputs, *(PlottedQuantity(Quantity.UNIT, k) for k in units))


def output_name(data: Dataset, j: int) -> str:
    """Return what output j is called: its class or its quantity; empty where it has no name."""
    names = data.target_names if data.labels is None else data.class_names
    return names[j] if len(names) == data.n_outputs and j < len(names) else ""


def scale_of(data: Dataset, j: int) -> tuple[float, float]:
    """Return offset and factor of output j, see `Dataset.target_scale`."""
    if data.target_scale is None or data.labels is not None:
        return 0.0, 1.0
    offset, factor = data.target_scale[j].tolist()
    return offset, factor


def output_range(data: Dataset, net: Network, shown: PlottedQuantity) -> ValueRange:
    """Return the range of an output: that of its targets, for a class 0 … 1."""
    if shown.quantity is Quantity.CLASSES:
        return ValueRange(*data.codes)
    j = shown.index
    offset, factor = scale_of(data, j)
    if data.labels is not None:
        return ValueRange(0.0, 1.0)
    targets = data.Y[:, j]
    finite = targets[np.isfinite(targets)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if not low < high:
        middle = low if np.isfinite(low) else 0.5
        low, high = middle - 0.5, middle + 0.5
    return ValueRange(low, high, offset, factor)


def unit_range(net: Network, limit: float) -> ValueRange:
    """Return the range of a hidden unit; `limit` > 0 where σ₁ has no end of its own."""
    ends = net.sigma1.range if net.sigma1.bounded else (-limit, limit)
    return ValueRange(*ends)


def table_of(theme: Theme, shown: PlottedQuantity) -> Colours:
    """Return 256 colours of a quantity; two classes have those of their samples at the ends."""
    if shown.quantity is Quantity.CLASSES:
        place = np.linspace(-1.0, 1.0, 256)[:, np.newaxis]
        low, base, high = (rgb(c) for c in (theme.classes[0], theme.base, theme.classes[1]))
        share = _STRONGEST * np.abs(place)
        return packed((1 - share) * base + share * np.where(place < 0, low, high))
    return colour_table(theme, "signed" if shown.quantity is Quantity.UNIT else "magnitudes")


def coloured(values: Floats, span: ValueRange, table: Colours, theme: Theme) -> QImage:
    """Return the picture of `values`; what is not a number has the colour for warnings."""
    with np.errstate(all="ignore"):
        places = (values - span.low) * (255.0 / (span.high - span.low)) + 0.5
    return lookup(places, table, bad=QColor(theme.warning).rgb())


def class_picture(winner: Ints, lead: Floats, theme: Theme) -> QImage:
    """Return the colour of the class at each point, the stronger the more its output leads."""
    shades = 64
    steps = np.linspace(_WEAKEST, _STRONGEST, shades)[:, np.newaxis]
    ends = np.array([rgb(c) for c in theme.classes])[:, np.newaxis]
    table = packed((1 - steps) * rgb(theme.base) + steps * ends).ravel()
    places = np.clip(lead, 0.0, 1.0)
    places *= shades - 1
    places += winner % len(theme.classes) * shades + 0.5
    return lookup(places, table, bad=QColor(theme.warning).rgb())
