"""CosinePlot: the angle between the printed and the exact ∂W₁ along the steps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from bpviz.training.evaluation.rule_infos import RuleCosines
from bpviz.ui.core.formatting import count, localized, per_cent
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.history_plot import BAND_ALPHA, in_sight, paint_position
from bpviz.ui.kit.charts.raster import paint_thick
from bpviz.ui.kit.charts.scale import Scale, Tick
from bpviz.ui.kit.charts.step_chart import StepChart
from bpviz.ui.panels.rule_comparison.texts import cosine_text

REACH = 40
"""Pixels from the mouse within which a measurement is read out."""


@dataclass(frozen=True, slots=True, eq=False)
class CosineLine:
    """The curve of one branch, in the theme's series `colour`."""

    name: str
    cosines: RuleCosines
    colour: int


class CosineScale(Scale):
    """From −1 to 1, with ticks that say so."""

    def ticks(self, most: int) -> list[Tick]:
        """Return −1, 0 and 1, and the halves where there is room."""
        halves = most >= 4
        labels = {-1.0: "−1", -0.5: "−0.5", 0.0: "0", 0.5: "0.5", 1.0: "1"}
        return [
            Tick(value, localized(label) if halves or value == round(value) else "")
            for value, label in labels.items()
        ]


class CosinePlot(StepChart):
    """A line and a band for each branch; below 0 the printed rule leads uphill.

    Attributes
    ----------
    lines : tuple of CosineLine
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.lines: tuple[CosineLine, ...] = ()
        super().__init__(parent)
        self.y_title = self.tr("cosine")
        self.y_scale = CosineScale(-1.06, 1.06)
        self.fit()

    def show_lines(self, lines: tuple[CosineLine, ...], step: int, tip: int, empty: str) -> None:
        """Draw these curves; `empty` stands there as long as there is nothing in them."""
        before = [(line.name, line.cosines, line.colour) for line in self.lines]
        same = before == [(line.name, line.cosines, line.colour) for line in lines]
        message = "" if any(len(line.cosines.steps) for line in lines) else empty
        if same and (self.step, self.tip, self.message) == (step, tip, message):
            return
        self.lines, self.step, self.tip, self.message = lines, step, tip, message
        self.fit()
        self.update()

    def end(self) -> int:
        """Return the last step of any of them."""
        ends = [int(line.cosines.steps[-1]) for line in self.lines if len(line.cosines.steps)]
        return max([self.tip, *ends])

    # Painting ----------------------------------------------------------------------------------

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the line at 0, bands, lines and the position."""
        zero = round(float(self.py(0.0)))
        uphill = faint(current_theme().warning, 16)
        painter.fillRect(area.left(), zero, area.width(), area.bottom() - zero + 1, uphill)
        painter.setPen(QPen(QColor(current_theme().muted), self.thickness()))
        painter.drawLine(area.left(), zero, area.left() + area.width(), zero)
        painter.setPen(QColor(current_theme().muted))
        metrics = painter.fontMetrics()
        if area.height() > 6 * metrics.height():
            room = area.adjusted(6, 2, 0, -3)
            left = Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, left | Qt.AlignmentFlag.AlignTop, self.tr("downhill"))
            painter.drawText(room, left | Qt.AlignmentFlag.AlignBottom, self.tr("uphill"))
        for line in self.lines:
            self._paint_band(painter, line)
        for line in self.lines:
            self._paint_line(painter, line)
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)

    def _paint_band(self, painter: QPainter, line: CosineLine) -> None:
        found = line.cosines
        inside = in_sight(self, found.steps, 1)
        x = self.px(found.steps[inside])
        low, high = self.py(found.low[inside]), self.py(found.high[inside])
        good = np.isfinite(low) & np.isfinite(high)
        if good.sum() < 2:
            return
        x, low, high = x[good], low[good], high[good]
        around = np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])
        points = [QPointF(u, v) for u, v in zip(*(each.tolist() for each in around), strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint(current_theme().series[line.colour], BAND_ALPHA))
        painter.drawPolygon(QPolygonF(points))

    def _paint_line(self, painter: QPainter, line: CosineLine) -> None:
        found, thick = line.cosines, self.thickness()
        inside = in_sight(self, found.steps, 1)
        x, y = self.px(found.steps[inside]), self.py(found.mean[inside])
        colour = QColor(current_theme().series[line.colour])
        painter.setPen(colour)
        paint_thick(painter, x, y - thick / 2, 2 * thick)
        if len(x) * 10 > self.area().width():
            return
        painter.setBrush(colour)
        for u, v in zip(x.tolist(), y.tolist(), strict=True):
            if math.isfinite(v):
                painter.drawEllipse(QPointF(u, v), 2 * thick, 2 * thick)

    # What is read ------------------------------------------------------------------------------

    def readout(self) -> list[str]:
        """Read off the measurement of each branch that is nearest to the mouse."""
        if self.hover is None:
            return []
        at = self.x_value(self.hover.x())
        lines = []
        for line in self.lines:
            found = line.cosines
            if not len(found.steps):
                continue
            i = int(np.argmin(np.abs(found.steps - at)))
            if abs(float(self.px(float(found.steps[i]))) - self.hover.x()) > REACH:
                continue
            if math.isnan(found.mean[i]):
                words = self.tr("{name}, step {step}: no pair has both gradients")
            else:
                words = self.tr("{name}, step {step}: cosine {mean}, uphill on {share} of pairs")
            lines.append(
                words.format(
                    name=line.name,
                    step=count(int(found.steps[i])),
                    mean=cosine_text(float(found.mean[i])),
                    share=per_cent(found.uphill[i], 0),
                )
            )
        return lines

    def values_text(self) -> str:
        """Return every measurement as a table."""
        rows = ["branch\tstep\tmean_cosine\tlow\thigh\tshare_uphill"]
        for line in self.lines:
            found = line.cosines
            columns = (found.steps, found.mean, found.low, found.high, found.uphill)
            for row in zip(*(column.tolist() for column in columns), strict=True):
                rows.append("\t".join([line.name, *map(repr, row)]))
        return "\n".join(rows) + "\n"
