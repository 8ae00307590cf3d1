"""HistoryPlot: quantities recorded at every step, drawn over the steps of a run."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.training.events import Curve, HistoryView
from bpviz.ui.core.figure_mode import begin_clip, end_clip
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart, Paint
from bpviz.ui.kit.charts.raster import (
    paint_band,
    paint_line,
    paint_outline,
    paint_thick,
    share_of_last,
    trailing_mean,
)
from bpviz.ui.kit.charts.scale import fitted
from bpviz.ui.kit.charts.step_chart import AVERAGED_STEPS, StepChart

BAND_ALPHA = 50
"""Of 255: the band is the ground before which averages and measured points are read."""

OUTLINE_ALPHA = 110
"""Of 255: extremes, which belong to single steps, are paler than what belongs to many."""

DOTS_APART = 10
"""Pixels between measurements from which each of them has a dot; nearer ones are a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """One quantity of every step: `curve` over the buckets, in the theme's series `colour`.

    Attributes
    ----------
    quantiles : two of (b,) float64, or None
        What is filled, with the least and the greatest value as an outline; None fills all from
        the least to the greatest.
    """

    curve: Curve
    colour: int
    quantiles: tuple[Floats, Floats] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Values measured at some steps; a line (dashed on the right axis) joins those near by.

    `colour` is a series of the theme, or a colour by its name.
    """

    steps: Ints
    values: Floats
    colour: int | str
    on_right: bool = False


_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ALONG = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}
_TO_STEP = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
    extremes: bool,
) -> None:
    """Fill each band, and with `extremes` draw the outline of those that have one."""
    series = current_theme().series
    inside = in_sight(chart, history.starts, history.width)
    starts = history.starts[inside].astype(np.float64)
    ends = np.minimum(starts + history.width, float(history.tip))
    left, right = chart.px(starts - 0.5), chart.px(ends - 0.5)
    centre = chart.px((starts + ends - 1) / 2)
    every_step = shows_every_step(chart, history)
    for band in bands:
        colour = series[band.colour % len(series)]
        if every_step:  # each step has a point of its own
            painter.setPen(faint(colour, 90))
            paint_line(painter, centre, chart.py(band.curve.mean[inside]))
            continue
        low, high = band.curve.low[inside], band.curve.high[inside]
        if band.quantiles is not None:
            if extremes:
                painter.setPen(faint(colour, OUTLINE_ALPHA))
                edges = (left, right, chart.py(high), chart.py(low))
                paint_outline(painter, chart.area(), edges)
            low, high = (values[inside] for values in band.quantiles)
        edges = (left, right, chart.py(high), chart.py(low))
        ratio = chart.devicePixelRatioF()
        paint_band(painter, chart.area(), faint(colour, BAND_ALPHA), edges, ratio)


def shows_every_step(chart: Chart, history: HistoryView) -> bool:
    """Whether each step in sight has a point of its own, so that there is no band."""
    inside = in_sight(chart, history.starts, history.width)
    return history.width == 1 and inside.stop - inside.start < chart.area().width()


def through_buckets(
    chart: Chart, starts: Ints, width: int, end: int, y: Floats
) -> tuple[Floats, Floats]:
    """Return the pixels of a line through what was measured over buckets of steps.

    It goes through the middle of each bucket; where these are so far apart that a line between
    them would claim values that nobody measured, it is level over all steps of a bucket.

    Parameters
    ----------
    starts : (b,) int64
        First step of each bucket of `width` steps.
    end : int
        Steps in all; the last bucket may have fewer than the others.
    y : (b,) float64
        Pixels.

    Returns
    -------
    x, y : (b … 2 · b,) float64
    """
    first = starts.astype(np.float64)
    last = np.maximum(np.minimum(first + width, float(end)) - 1, first)
    x = chart.px((first + last) / 2)
    if width == 1 or not len(x):
        return x, y
    left, right = chart.px(first - 0.5), chart.px(last + 0.5)
    wide = right - left > chart.joins_within()
    points = 1 + wide
    line = np.repeat(np.where(wide, left, x), points)
    line[np.cumsum(points)[wide] - 1] = right[wide]
    return line, np.repeat(y, points)


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
    starts = history.starts[inside]
    for band, average in zip(bands, averages, strict=True):
        painter.setPen(QColor(series[band.colour % len(series)]))
        y = chart.py(average[inside])
        x, y = through_buckets(chart, starts, history.width, history.tip, y)
        paint_thick(painter, x, y, (3 if strong else 2) * chart.thickness())


def joined(x: Floats, y: Floats, within: float) -> list[tuple[int, int]]:
    """Return where lines between measurements begin and end: ``first … end − 1`` of each.

    No line joins two that lie more than `within` pixels apart, nor leads over one that is NaN.
    """
    good = np.isfinite(x) & np.isfinite(y)
    apart = (np.diff(x) > within) | ~good[1:] | ~good[:-1]
    edges = [0, *(np.flatnonzero(apart) + 1).tolist(), len(x)]
    return [(a, b) for a, b in itertools.pairwise(edges) if b > a and good[a]]


def paint_points(painter: QPainter, chart: Chart, points: Points) -> None:
    """Draw measured values as dots, with a line between those that are close on the axis."""
    series, wanted = current_theme().series, points.colour
    colour = QColor(wanted if isinstance(wanted, str) else series[wanted % len(series)])
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
    dots: list[int] = []
    for first, end in joined(x, y, chart.joins_within()):
        most = max(2, int(x[end - 1] - x[first]) // 2)
        wide = thick if points.on_right else thick + 1
        paint_thick(painter, x[first:end], y[first:end], wide, most)
        # Where a line begins and ends, and where it is not dense enough to speak for itself.
        spread = np.diff(x[first:end], prepend=-np.inf, append=np.inf)
        sparse = np.minimum(spread[1:], spread[:-1]) > DOTS_APART * thick
        dots += [first, end - 1, *(first + np.flatnonzero(sparse)).tolist()]
    painter.setPen(QPen(colour, thick))
    painter.setBrush(QColor(current_theme().base) if points.on_right else colour)
    radius = 2 * thick
    corners = np.rint(np.stack([x, y])[:, np.unique(dots).astype(np.int64)]) - radius
    for left, top in corners.T.astype(np.int64).tolist():
        painter.drawEllipse(left, top, 2 * radius, 2 * radius)


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
    end_clip(painter)
    painter.save()
    painter.setClipRect(area.adjusted(-wide, 0, wide + 1, 0))
    painter.setPen(QPen(colour, thick))
    painter.drawLine(x, area.top(), x, area.top() + area.height())
    painter.setPen(colour)
    painter.setBrush(colour)
    corners = [QPointF(x - wide, top), QPointF(x + wide, top), QPointF(x, top + high)]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
    begin_clip(painter, QRectF(area))


class HistoryPlot(StepChart):
    """Bands of what most steps had, with moving averages, and measured points above them.

    The upright axis follows what is in sight.  ← and → walk with the read-out from place to
    place, Home and End to the ends, Enter goes to the step.

    Attributes
    ----------
    strong : bool
        Whether the moving averages are drawn thicker than usual.
    extremes : bool
        Whether the least and the greatest value are drawn around bands that leave them out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the bare keys where they are
        self.extremes = True
        self._cursor: int | None = None  # the step that the keyboard stands at
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
            window, last = self.average_buckets(history), 1.0
            if history is not None:
                last = share_of_last(history.starts, history.width, history.tip)
            self._averages = [trailing_mean(band.curve.mean, window, last) for band in bands]
        self.history, self.bands, self.points = history, bands, points
        self.step, self.tip = step, tip
        self.fit()
        self.redraw()

    @staticmethod
    def average_buckets(history: HistoryView | None) -> int:
        """Buckets that the moving average looks back."""
        return 1 if history is None else max(1, math.ceil(AVERAGED_STEPS / history.width))

    def averaged_steps(self, bucket: int = -1) -> int:
        """Steps that the moving average looks back from a bucket, or those that there are.

        From the last one unless given.
        """
        history = self.history
        if history is None:
            return 1
        known = min(int(history.starts[bucket]) + history.width, history.tip)
        most = self.average_buckets(history) * history.width
        return min(most, known - int(history.starts[0]))

    def fit_values(self) -> None:
        """Fit the upright axis to what is in sight."""
        others = self.other_values()
        seen: list[Floats] = [others]
        means: list[Floats] = [others]
        if self.history is not None:
            inside = in_sight(self, self.history.starts, self.history.width)
            for band, average in zip(self.bands, self._averages, strict=True):
                shown = band.curve.low, band.curve.high
                if band.quantiles is not None and not self.extremes:
                    shown = band.quantiles
                seen += [values[inside] for values in shown]
                means.append(average[inside])
        for line in self.points:
            if not line.on_right:
                inside = in_sight(self, line.steps, 1)
                seen.append(line.values[inside])
                means.append(line.values[inside])
        self.y_scale = fitted(np.concatenate(seen), log=self.log_y, means=np.concatenate(means))

    def decades(self) -> float:
        """Return how many powers of ten lie in sight: moving averages, bands and points.

        Extremes do not count, nor what is 0 or not finite.
        """
        seen: list[Floats] = [self.other_values()]
        if self.history is not None:
            inside = in_sight(self, self.history.starts, self.history.width)
            seen += [average[inside] for average in self._averages]
            for band in self.bands:
                seen += [values[inside] for values in band.quantiles or ()]
        seen += [p.values[in_sight(self, p.steps, 1)] for p in self.points if not p.on_right]
        values = np.concatenate(seen)
        values = values[np.isfinite(values) & (values > 0)]
        if not len(values):
            return 0.0
        return math.log10(float(values.max())) - math.log10(float(values.min()))

    def show_extremes(self, on: bool) -> None:
        """Draw the least and the greatest value around bands that leave them out, or do not."""
        self.extremes = on
        self.fit()
        self.redraw()

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

    def parts(self) -> tuple[Paint, ...]:
        """Return what draws bands; what is between; points and averages."""
        return self._paint_bands, self.paint_between, self._paint_points, self._paint_averages

    def _paint_bands(self, painter: QPainter, _area: QRect) -> None:
        if self.history is not None:
            paint_bands(painter, self, self.history, self.bands, self.extremes)

    def _paint_points(self, painter: QPainter, _area: QRect) -> None:
        for points in self.points:
            paint_points(painter, self, points)

    def _paint_averages(self, painter: QPainter, _area: QRect) -> None:
        if self.history is not None:
            paint_averages(painter, self, self.history, self.bands, self._averages, self.strong)

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the future in grey, the position, and what is chosen."""
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().accent), 2 * self.thickness()))
            painter.drawRect(area)
            if self._cursor is not None and self.hover is not None:
                painter.setPen(QPen(QColor(current_theme().accent), self.thickness()))
                x = round(self.hover.x())
                painter.drawLine(x, area.top(), x, area.top() + area.height())

    # Keyboard ----------------------------------------------------------------------------------

    def _stops(self) -> Ints:
        """Return the steps in sight that the keyboard walks along, by rising step: (k,).

        The middle of each bucket, and each measurement, of those in one pixel only the first.
        """
        found: list[Ints] = [points.steps for points in self.points]
        if self.history is not None:
            starts = self.history.starts
            last = np.minimum(starts + self.history.width, self.history.tip) - 1
            found.append(starts + (last - starts) // 2)
        steps = np.unique(np.concatenate([*found, np.zeros(0, np.int64)]))
        steps = steps[(steps >= self.x_scale.low) & (steps <= self.x_scale.high)]
        _, first = np.unique(np.floor(self.px(steps)), return_index=True)
        return steps[first]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the read-out from place to place; Enter goes to the step."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        stops = self._stops() if plain and key in (*_ALONG, *_TO_STEP) else np.zeros(0, np.int64)
        if key == Qt.Key.Key_Escape and plain and self._cursor is not None:
            self._let_go()
        elif not len(stops):
            super().keyPressEvent(event)
        elif key in _TO_STEP and self._cursor is not None:
            self.step_clicked.emit(min(self._cursor, self.tip))
        elif key in _ALONG:
            cursor = self.step if self._cursor is None else self._cursor
            at = int(np.argmin(np.abs(stops - cursor)))
            if self._cursor is not None:
                at += _ALONG[Qt.Key(key)] * (len(stops) if key in _ENDS else 1)
            elif key in _ENDS:
                at += _ALONG[Qt.Key(key)] * len(stops)
            self._stand_at(int(stops[min(max(at, 0), len(stops) - 1)]))
        else:
            super().keyPressEvent(event)

    def _stand_at(self, step: int) -> None:
        area = self.area()
        self._cursor = step
        self.hover = QPointF(float(self.px(step)), area.top() + area.height() / 2)
        self.setAccessibleDescription(", ".join(self.readout()))
        self.update()

    def _let_go(self) -> None:
        if self._cursor is not None:
            self._cursor = self.hover = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is under the mouse, no more where the keyboard stood."""
        self._cursor = None
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the place of the keyboard."""
        super().focusOutEvent(event)
        self._let_go()
