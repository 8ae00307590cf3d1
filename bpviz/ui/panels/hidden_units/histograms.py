"""UnitHistograms: the distributions of W₁, W₂ and h, and over them those of one hidden unit."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark, heading
from bpviz.ui.kit.controls.layouts import named, vbox
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.hidden_units.histogram_plot import Counts, HistogramPlot
from bpviz.ui.panels.hidden_units.model import ShownUnits

FEWEST_BINS, MOST_BINS = 21, 81

MOST = 2**17
"""Weights that are counted at most: of a larger matrix, evenly spread ones, an eighth of this
at least."""


def spread(matrix: Floats) -> Floats:
    """Return the entries of `matrix`, contiguous, as one array; of a large one `MOST` at most.

    The stride has no factor in common with the length of a row, so that all columns take part.
    """
    flat = matrix.reshape(-1)
    stride = max(1, -(-flat.size // MOST))
    while math.gcd(stride, matrix.shape[-1]) != 1:
        stride += 1
    return flat[::stride]


def bins_for(count: int) -> int:
    """Return a number of bins that suits so many values.

    It is odd, so that weights of 0 stand in the middle of a bin.
    """
    return min(max(2 * round(math.cbrt(count)) + 1, FEWEST_BINS), MOST_BINS)


def symmetric_edges(limit: float, bins: int) -> Floats:
    """Return the edges of `bins` bins from −limit to +limit, (bins + 1,) float64."""
    return np.asarray(limit * np.linspace(-1.0, 1.0, bins + 1))


def symmetric_counts(values: Floats, limit: float, bins: int) -> Ints:
    """Return how many of `values` (any shape) lie in each of those bins, (bins,) int64.

    Values beyond ±limit count in the outermost bins; what is not finite does not count.
    """
    flat = values.reshape(-1)
    with np.errstate(all="ignore"):
        places = flat * (bins / (2.0 * limit))
        places += bins / 2.0
        if not np.isfinite(places.sum()):
            places = places[np.isfinite(flat)]
    np.clip(places, 0.0, bins - 0.5, out=places)
    return np.bincount(places.astype(np.intp), minlength=bins).astype(np.int64)


ALL = "all"


class UnitHistograms(QWidget):
    """Three histograms, or one of them where a person chose one or there is no room for three.

    Attributes
    ----------
    choice : Segmented
        "all", "W1", "W2" or "h"; whoever makes this widget gives it a place.
    plots : dict of str to HistogramPlot
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: ShownUnits | None = None
        self._selected: int | None = None
        self._scales = {"W1": ColourRange(), "W2": ColourRange()}
        self._network: Network | None = None
        self.choice = Segmented(
            "units_histogram",
            (
                (ALL, self.tr("all"), self.tr("All three histograms, if they fit.")),
                ("W1", "W₁", self.tr("How the weights of W₁ are distributed.")),
                ("W2", "W₂", self.tr("How the weights of W₂ are distributed.")),
                ("h", "h", self.tr("How the values h of the hidden units are distributed.")),
            ),
        )
        self.plots = {
            "W1": self._plot("W1", self.tr("weight in W₁"), self.tr("% of the weights")),
            "W2": self._plot("W2", self.tr("weight in W₂"), self.tr("% of the weights")),
            "h": self._plot("h", self.tr("hidden value h"), self.tr("% of the values")),
        }
        self.legend = LegendBar()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4)
        for plot in self.plots.values():
            self._row.addWidget(plot, 1)
        vbox(self.legend, self._row, into=self, spacing=2, stretch=self._row)
        self.choice.changed.connect(self._arrange)
        theme_changed.connect(self._set_legend)
        self._arrange()

    def _plot(self, name: str, x_title: str, y_title: str) -> HistogramPlot:
        plot = named(
            HistogramPlot(),
            f"units_histogram_{name}_plot",
            self.tr("Histogram: {what}").format(what=x_title),
            tip=self.tr(
                "Filled: all of them. Outlined: those of the selected hidden unit. Each in per "
                "cent of its own number. Click a card or a weight to select a unit."
            ),
        )
        plot.x_title, plot.y_title = x_title, y_title
        return plot

    def shown(self) -> tuple[str, ...]:
        """Return which histograms are in sight."""
        chosen = self.choice.value()
        if chosen != ALL:
            return (chosen,)
        return tuple(self.plots) if self._fits() is not None else ("W1",)

    def _fits(self) -> QBoxLayout.Direction | None:
        """Return how three have room: beside each other, below each other; None where they
        have not."""
        metrics = self.fontMetrics()
        wide, high = 22 * metrics.averageCharWidth(), 8 * metrics.height()
        if self.width() >= 3 * wide:
            return QBoxLayout.Direction.LeftToRight
        return QBoxLayout.Direction.TopToBottom if self.height() >= 3 * high else None

    @Slot()
    def _arrange(self) -> None:
        direction = self._fits()
        if direction is not None and direction != self._row.direction():
            self._row.setDirection(direction)
        shown = self.shown()
        for name, plot in self.plots.items():
            plot.setVisible(name in shown)
        self._network = None
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Let a dock make it as small as one histogram."""
        return QSize(40, 60)

    def show_units(self, units: ShownUnits | None, selected: int | None) -> None:
        """Draw the weights and values of `units`, and those of the `selected` one over them."""
        changed = selected != self._selected or (units is None) != (self._units is None)
        old, self._units, self._selected = self._units, units, selected
        same_scan = old is not None and units is not None and old.scan is units.scan
        if changed:
            self._network = None
            self._set_legend()
        if units is not None and (units.network is not self._network or not same_scan):
            self._draw()

    def _chosen(self) -> int | None:
        units, unit = self._units, self._selected
        return unit if units is not None and unit in range(units.network.n_hidden) else None

    def _set_legend(self) -> None:
        unit, colours = self._chosen(), current_theme().series
        chosen = heading(self.tr("select a unit to compare"))
        if unit is not None:
            words = self.tr("hidden unit {unit}").format(unit=unit)
            chosen = LegendEntry(Mark.LINE, colours[1], words)
        self.legend.set_entries([LegendEntry(Mark.DOT, colours[0], self.tr("all")), chosen])

    def _draw(self) -> None:
        units = self._units
        if units is None:
            return
        network, unit, shown = units.network, self._chosen(), self.shown()
        for name, matrix in (("W1", network.W1T), ("W2", network.W2)):
            if name in shown:
                own = None if unit is None else matrix[:, unit]
                self._draw_weights(name, matrix, own, units.stretch)
        if "h" in shown:
            self._draw_values(units, unit)
        self._network = network

    def _draw_weights(self, name: str, matrix: Floats, own: Floats | None, of: object) -> None:
        values = spread(matrix)
        limit = self._scales[name].show(peak(values), of)
        some, bins = matrix.size > MOST, bins_for(values.size)
        every = self.tr("all, counted on a random subset") if some else self.tr("all")
        chosen = None
        if own is not None:
            chosen = Counts(self._name_of(), symmetric_counts(own, limit, bins))
        counts = Counts(every, symmetric_counts(values, limit, bins))
        self.plots[name].set_counts(symmetric_edges(limit, bins), counts, chosen)

    def _draw_values(self, units: ShownUnits, unit: int | None) -> None:
        scan, plot = units.scan, self.plots["h"]
        if scan is None:
            plot.clear(self.tr("Computing…"))
            return
        chosen = None if unit is None else Counts(self._name_of(), scan.counts[unit])
        plot.set_counts(scan.edges, Counts(self.tr("all"), scan.counts.sum(axis=0)), chosen)

    def _name_of(self) -> str:
        return self.tr("unit {unit}").format(unit=self._chosen())
