"""HistogramPlot: how often values lie in each bin, of all and of some that a person chose."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.raster import paint_band, paint_line
from bpviz.ui.kit.charts.scale import Scale, Tick, nice_above
from bpviz.ui.kit.controls.export_menu import tab_separated

STEADY = 0.6
"""While the highest bar reaches from this share of the axis to its end, the axis stays."""


@dataclass(frozen=True, eq=False)
class Counts:
    """How many values lie in each bin.

    Attributes
    ----------
    name : str
        Whose values they are.
    counts : (b,) int64
    """

    name: str
    counts: Ints

    def shares(self) -> Floats:
        """Return the shares of the bins in per cent, (b,); 0 where nothing is counted."""
        return np.asarray(100.0 * self.counts / max(int(self.counts.sum()), 1))


class HistogramPlot(Chart):
    """Filled bars for all values, an outline over them for the chosen ones.

    Both are shares of their own number, so that the few can be compared with the many.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edges: Floats = np.linspace(0.0, 1.0, 2)
        self.every: Counts | None = None
        self.chosen: Counts | None = None

    def set_counts(self, edges: Floats, every: Counts, chosen: Counts | None) -> None:
        """Show the counts of bins with these `edges`, (b + 1,) rising."""
        self.edges, self.every, self.chosen = edges, every, chosen
        self.message = ""
        top = max(float(part.shares().max(initial=0.0)) for part in self._parts())
        self.x_scale = Scale(float(edges[0]), float(edges[-1]))
        if not STEADY * self.y_scale.high < top <= self.y_scale.high:
            self.y_scale = Scale(0.0, min(nice_above(1.02 * top), 100.0) if top > 0 else 100.0)
        self.update()

    def clear(self, message: str) -> None:
        """Show a sentence in place of a histogram."""
        if self.every is not None or message != self.message:
            self.every = self.chosen = None
            self.message = message
            self.update()

    def _parts(self) -> list[Counts]:
        return [part for part in (self.every, self.chosen) if part is not None]

    def x_ticks(self, most: int) -> list[Tick]:
        """Return at least three ticks, where a range about 0 would have one."""
        return super().x_ticks(max(most, 4))

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw bars and outline."""
        if self.every is None:
            return
        x = self.px(self.edges)
        base = self.py(np.zeros(len(x) - 1))
        fill = faint(current_theme().series[0], 150)
        shares = self.every.shares()
        top = np.where(shares > 0, np.minimum(self.py(shares), base - 1), np.nan)
        paint_band(painter, area, fill, (x[:-1], x[1:], top, base), self.devicePixelRatioF())
        if self.chosen is not None:
            painter.setPen(QPen(QColor(current_theme().series[1]), self.thickness()))
            heights = self.py(self.chosen.shares())
            paint_line(painter, np.repeat(x, 2)[1:-1], np.repeat(heights, 2))

    def readout(self) -> list[str]:
        """Return the shares of the bin under the mouse."""
        if self.hover is None or self.every is None:
            return []
        value = self.x_value(self.hover.x())
        index = int(np.searchsorted(self.edges, value, side="right")) - 1
        index = min(max(index, 0), len(self.edges) - 2)
        low, high = (number(edge, 3) for edge in self.edges[index : index + 2])
        lines = [self.tr("{low} to {high}").format(low=low, high=high)]
        words = self.tr("{name}: {share} % ({count})")
        for part in self._parts():
            share, some = number(part.shares()[index]), count(int(part.counts[index]))
            lines.append(words.format(name=part.name, share=share, count=some))
        return lines

    def values_text(self) -> str:
        """Return the counts as a table."""
        parts = self._parts()
        rows: list[list[object]] = [["from", "to", *(part.name for part in parts)]]
        for i, (low, high) in enumerate(pairwise(self.edges.tolist())):
            rows.append([low, high, *(int(part.counts[i]) for part in parts)])
        return tab_separated(rows)
