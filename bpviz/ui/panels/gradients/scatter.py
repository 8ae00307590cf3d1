"""ScatterImage: a magnitude of every sample of a data set, side by side."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.ui.core import counting
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.scale import Scale, Tick, fitted
from bpviz.ui.kit.charts.scatter_chart import ScatterChart


class SampleOrder(StrEnum):
    """Ways to line up the samples."""

    CLASS_AND_SIZE = "class and size"
    """Class by class, and in each from the smallest magnitude to the largest."""
    SIZE = "size"
    CLASS = "class"
    INDEX = "index"

    @property
    def grouped(self) -> bool:
        """Whether each class stands together."""
        return self in (SampleOrder.CLASS_AND_SIZE, SampleOrder.CLASS)

    @property
    def sorted(self) -> bool:
        """Whether magnitudes rise from left to right, at least within each class."""
        return self in (SampleOrder.CLASS_AND_SIZE, SampleOrder.SIZE)


def ranked(values: Floats, labels: Ints | None, order: SampleOrder) -> Ints:
    """Return the samples' indices as they stand from left to right, (m,) int64.

    Parameters
    ----------
    values : (m,) float64
        Magnitudes; those that are not a number stand last.
    labels : (m,) int64 or None
        Classes; without them nothing is grouped.
    """
    if order is SampleOrder.INDEX or (order is SampleOrder.CLASS and labels is None):
        return np.arange(len(values))
    if order is SampleOrder.SIZE or labels is None:
        return _rising(values)
    few = labels.min(initial=0) >= 0 and labels.max(initial=0) < 1 << 16
    # Short ones need no comparisons.
    together = np.argsort(labels.astype(np.uint16) if few else labels, kind="stable")
    if order is SampleOrder.CLASS:
        return together
    for first, end in groups(labels[together]):
        part = together[first:end]
        together[first:end] = part[_rising(values[part])]
    return together


def _rising(values: Floats) -> Ints:
    """Return the indices of the values from the smallest to the largest, equals in their order.

    NumPy sorts six times as fast where equals may change places; mostly there are none.
    """
    found = np.argsort(values)
    line = values[found]
    alike = (line[1:] == line[:-1]).any() or np.isnan(line[-1:]).any()
    return np.argsort(values, kind="stable") if alike else found


def groups(labels: Ints) -> list[tuple[int, int]]:
    """Return where each run of equal labels begins and ends, ``[first, end)``."""
    edges = np.flatnonzero(np.diff(labels)) + 1
    bounds = [0, *edges.tolist(), len(labels)]
    return list(pairwise(bounds)) if len(labels) else []


class ScatterImage(ScatterChart):
    """Magnitudes of all samples as points, in the colour of their class.

    Where the axis is logarithmic, zeros stand at the bottom edge; values that are not finite
    always stand at the top edge.

    Attributes
    ----------
    values : (m,) float64
    labels : (m,) int64 or None
    order : SampleOrder
    log : bool
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: Floats = np.zeros(0)
        self.labels: Ints | None = None
        self.class_names: tuple[str, ...] = ()
        self.order = SampleOrder.CLASS_AND_SIZE
        self.log = True
        self._ranked: Ints = np.zeros(0, dtype=np.int64)
        self._rank: Ints = self._ranked
        self._ticks: list[Tick] | None = None
        self._grouped: list[tuple[int, int]] = []  # where each class begins and ends
        self.set_values(self.values, None, ())

    # Data --------------------------------------------------------------------------------------

    def set_values(self, values: Floats, labels: Ints | None, class_names: tuple[str, ...]) -> None:
        """Show these magnitudes, (m,) float64, with the samples' classes."""
        if labels is not None and len(labels) != len(values):
            labels = None
        self.values, self.labels, self.class_names = values, labels, class_names
        self._arrange()

    def set_options(self, *, order: SampleOrder | None = None, log: bool | None = None) -> None:
        """Line the samples up otherwise, or change the axis."""
        self.order = self.order if order is None else order
        self.log = self.log if log is None else log
        self._arrange()

    def _arrange(self) -> None:
        values = self.values
        self._ranked = ranked(values, self.labels, self.order)
        self._rank = np.empty_like(self._ranked)
        self._rank[self._ranked] = np.arange(len(values))
        self.x_scale = Scale(-0.5, max(len(values), 1) - 0.5, whole=True)
        self.y_scale = fitted(values, log=self.log)
        self._ticks, self._grouped = None, []
        if self.order.grouped and self.labels is not None:
            labels = self.labels[self._ranked]
            self._grouped = groups(labels)
            self._ticks = [
                Tick((first + end - 1) / 2, class_name(self.class_names, int(labels[first])))
                for first, end in self._grouped
            ]
        self.points_changed()

    def x_ticks(self, most: int) -> list[Tick]:
        """Return the classes' names where they stand together, indices, or else counts."""
        if self._ticks is not None:
            return self._ticks
        first = counting.first() if self.order is SampleOrder.INDEX else 0
        counted = replace(
            self.x_scale, low=self.x_scale.low + first, high=self.x_scale.high + first
        )
        return [Tick(tick.value - first, tick.label) for tick in counted.ticks(most)]

    def axes_key(self) -> object:
        """Name what else the axes show."""
        return counting.first() if self._ticks is None else tuple(self._ticks)

    @property
    def zeros(self) -> int:
        """Samples drawn at the bottom edge because a logarithm has no place for them."""
        return int(np.count_nonzero(self.values <= 0)) if self.log else 0

    @property
    def not_finite(self) -> int:
        """Samples drawn at the top edge because they are not finite."""
        return int(np.count_nonzero(~np.isfinite(self.values)))

    # Points ------------------------------------------------------------------------------------

    def n_points(self) -> int:
        """Return how many samples there are."""
        return len(self.values)

    def places_of(self, indices: Ints | slice) -> tuple[Floats, Floats]:
        """Return the pixel (x, y) of some samples, each (k,) float64, all in the area."""
        values = self.values[indices]
        x = self.px(self._rank[indices].astype(np.float64))
        return self.inside(x, self.py(np.where(np.isfinite(values), values, np.inf)))

    def near_by(self, pixel: QPointF, reach: float) -> Ints:
        """Return the samples of the columns within `reach` pixels of a place."""
        first = max(math.floor(self.x_value(pixel.x() - reach)), 0)
        return self._ranked[first : math.ceil(self.x_value(pixel.x() + reach)) + 1]

    def point_radius(self) -> float:
        """Radius of a point in pixels."""
        # Sorted, the points make a line; unsorted a cloud, in which smaller ones show more.
        cloud = len(self.values) > 20_000 and not self.order.sorted
        return 0.5 if cloud else super().point_radius()

    def colours(self) -> NDArray[np.uint32]:
        """Return the colour of every sample, that of its class, (m,) uint32 ARGB."""
        if self.labels is None:
            return super().colours()
        table = np.array([QColor(c).rgba() for c in current_theme().classes], dtype=np.uint32)
        return table[self.labels % len(table)]

    def paint_behind(self, painter: QPainter, area: QRect) -> None:
        """Draw lines between the classes."""
        painter.setPen(QColor(current_theme().border))
        for first, _ in self._grouped[1:]:
            x = round(float(self.px(first - 0.5)))
            painter.drawLine(x, area.top(), x, area.bottom() + 1)
