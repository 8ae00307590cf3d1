"""HistoryPlot: quantities recorded at every step, drawn over the steps of a run."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.training.events import Curve, HistoryView
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.raster import paint_band, paint_line, trailing_mean
from bpviz.ui.kit.charts.scale import fitted
from bpviz.ui.kit.charts.step_chart import AVERAGED_STEPS, StepChart

BAND_ALPHA = 50
"""Of 255: the band is the ground before which averages and measured points are read."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """One quantity of every step: `curve` over the buckets, in the theme's series `colour`."""

    curve: Curve
    colour: int


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Values measured at some steps, joined by a line (dashed on the right axis)."""

    steps: Ints
    values: Floats
    colour: int
    on_right: bool = False


def in_sight(chart: Chart, starts: Ints, width: int) -> slice:
    """Entries whose ``start … start + width`` is in sight, and one more on either side."""
    first = int(np.searchsorted(starts, chart.x_scale.low - width, side="left"))
    last = int(np.searchsorted(starts, chart.x_scale.high, side="right"))
    return slice(max(first - 1, 0), last + 1)


def paint_bands(
    painter: QPainter,
    chart: Chart,
    history: HistoryView,
    bands: tuple[Band, ...],
) -> None:
    """Fill each band from its least to its greatest value."""
    series = current_theme().series
    inside = in_sight(chart, history.starts, history.width)
    starts = history.starts[inside].astype(np.float64)
    ends = np.minimum(starts + history.width, float(history.tip))
    left, right = chart.px(starts - 0.5), chart.px(ends - 0.5)
    centre = chart.px((starts + ends - 1) / 2)
    every_step = history.width == 1 and len(left) < chart.area().width()
    for band in bands:
        colour = faint(series[band.colour % len(series)], 90 if every_step else BAND_ALPHA)
        if every_step:  # each step has a point of its own
            painter.setPen(colour)
            paint_line(painter, centre, chart.py(band.curve.mean[inside]))
        else:
            top, bottom = chart.py(band.curve.high[inside]), chart.py(band.curve.low[inside])
            edges = (left, right, top, bottom)
            paint_band(painter, chart.area(), colour, edges, chart.devicePixelRatioF())


def paint_averages(
    painter: QPainter,
    chart: Chart,
    history: HistoryView,
    bands: tuple[Band, ...],
    averages: list[Floats],
    strong: bool = False,
) -> None:
    """Draw the moving average of each band, two lines thick or, `strong`, three."""
    series = current_theme().series
    inside = in_sight(chart, history.starts, history.width)
    starts = history.starts[inside].astype(np.float64)
    x = chart.px((starts + np.minimum(starts + history.width, float(history.tip)) - 1) / 2)
    for band, average in zip(bands, averages, strict=True):
        painter.setPen(QColor(series[band.colour % len(series)]))
        y = chart.py(average[inside])
        # Two lines of one pixel are as good as one of two, and take a tenth of the time.
        for below in range((3 if strong else 2) * chart.thickness()):
            paint_line(painter, x, y + below)


def paint_points(painter: QPainter, chart: Chart, points: Points) -> None:
    """Draw measured values as dots with a line between them."""
    series = current_theme().series
    colour = QColor(series[points.colour % len(series)])
    inside = in_sight(chart, points.steps, 1)
    x = chart.px(points.steps[inside])
    y = chart.py(points.values[inside], chart.right_scale if points.on_right else None)
    style = Qt.PenStyle.DashLine if points.on_right else Qt.PenStyle.SolidLine
    thick = chart.thickness()
    # A value at the lower end of the axis, such as a loss of 0, is to be seen above it.
    bottom = chart.area().top() + chart.area().height()
    with np.errstate(invalid="ignore"):
        y = np.where(y <= bottom + 1, np.minimum(y, bottom - thick - 1), y)
    painter.setPen(QPen(colour, 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for below in range(thick if points.on_right else thick + 1):
        paint_line(painter, x, y + below, most=chart.area().width() // 2)
    if len(x) * 10 > chart.area().width():
        return  # so many that the line says it all
    painter.setPen(QPen(colour, thick))
    painter.setBrush(QColor(current_theme().base) if points.on_right else colour)
    radius = 2 * thick
    for u, v in zip(x.tolist(), y.tolist(), strict=True):
        if math.isfinite(v):
            place = QRect(round(u) - radius, round(v) - radius, 2 * radius, 2 * radius)
            painter.drawEllipse(place)


def paint_position(painter: QPainter, chart: Chart, step: int, tip: int) -> None:
    """Draw a line where the run stands, and what lies ahead of it in pale colours."""
    area = chart.area()
    x = round(float(chart.px(step)))
    if tip > step:
        future = faint(current_theme().base, 165)
        painter.fillRect(x, area.top(), area.left() + area.width() - x, area.height(), future)
    if not area.left() <= x <= area.left() + area.width():
        return  # out of sight
    colour, top, thick = QColor(current_theme().text), float(area.top()), chart.thickness()
    wide, high = 4 * thick, 6 * thick
    # At the newest step, where a run mostly stands, half of the mark lies beyond the plot.
    painter.save()
    painter.setClipRect(area.adjusted(-wide, 0, wide + 1, 0))
    painter.setPen(QPen(colour, thick))
    painter.drawLine(x, area.top(), x, area.top() + area.height())
    painter.setPen(colour)
    painter.setBrush(colour)
    corners = [QPointF(x - wide, top), QPointF(x + wide, top), QPointF(x, top + high)]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


class HistoryPlot(StepChart):
    """Bands from least to greatest value, with moving averages, and measured points above them.

    The upright axis follows what is in sight.

    Attributes
    ----------
    strong : bool
        Whether the moving averages are drawn thicker than usual.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: HistoryView | None = None
        self.bands: tuple[Band, ...] = ()
        self.points: tuple[Points, ...] = ()
        self.strong = False
        self._averages: list[Floats] = []
        self.fit()

    # What a plot adds --------------------------------------------------------------------------

    def paint_between(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies before the bands and behind averages and points."""

    def other_values(self) -> Floats:
        """Return what else, beside bands and points, the upright axis must show."""
        return np.zeros(0)

    # Data --------------------------------------------------------------------------------------

    def set_data(
        self,
        history: HistoryView | None,
        bands: tuple[Band, ...],
        points: tuple[Points, ...],
        step: int,
        tip: int,
    ) -> None:
        """Show a record, with the run standing at `step` of `tip`."""
        if history is not None and not len(history.starts):
            history, bands = None, ()
        if history is not self.history:
            self._averages = [
                trailing_mean(band.curve.mean, self.average_buckets(history)) for band in bands
            ]
        self.history, self.bands, self.points = history, bands, points
        self.step, self.tip = step, tip
        self.fit()
        self.update()

    @staticmethod
    def average_buckets(history: HistoryView | None) -> int:
        """Buckets that the moving average looks back."""
        return 1 if history is None else max(1, math.ceil(AVERAGED_STEPS / history.width))

    def averaged_steps(self) -> int:
        """Steps that the moving average looks back."""
        width = 1 if self.history is None else self.history.width
        return self.average_buckets(self.history) * width

    def fit_values(self) -> None:
        """Fit the upright axis to what is in sight."""
        others = self.other_values()
        seen: list[Floats] = [others]
        means: list[Floats] = [others]
        if self.history is not None:
            inside = in_sight(self, self.history.starts, self.history.width)
            for band, average in zip(self.bands, self._averages, strict=True):
                seen += [band.curve.low[inside], band.curve.high[inside]]
                means.append(average[inside])
        for line in self.points:
            if not line.on_right:
                inside = in_sight(self, line.steps, 1)
                seen.append(line.values[inside])
                means.append(line.values[inside])
        self.y_scale = fitted(np.concatenate(seen), log=self.log_y, means=np.concatenate(means))

    def bucket_at(self, step: float) -> int | None:
        """Return the bucket that holds `step`, None where nothing is recorded."""
        if self.history is None:
            return None
        i = int(np.searchsorted(self.history.starts, math.floor(step + 0.5), "right")) - 1
        if i < 0 or step + 0.5 >= int(self.history.starts[i]) + self.history.width:
            return None
        return i if step <= self.history.tip else None

    def average_at(self, band: int, bucket: int) -> float:
        """Return the moving average of a band at a bucket."""
        return float(self._averages[band][bucket])

    # Painting ----------------------------------------------------------------------------------

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw bands, averages, points, the future in grey and the position."""
        if self.history is not None:
            paint_bands(painter, self, self.history, self.bands)
        self.paint_between(painter, area)
        for points in self.points:
            paint_points(painter, self, points)
        if self.history is not None:
            paint_averages(painter, self, self.history, self.bands, self._averages, self.strong)
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)
