"""The figure of docs/performance.md, painted by the program's own chart and theme."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget
from scaling_points import DENSITY, Point

from bpviz.ui.core.theme import LIGHT, apply_theme
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.charts.raster import paint_line
from bpviz.ui.kit.charts.scale import Scale

BLUE, OCHRE, GREEN = LIGHT.series[:3]
SIZE = (820, 640)
"""Of the figure in the page's pixels: as wide as GitHub's text."""

TITLES = {"n": "inputs n", "l": "hidden units l", "d": "outputs d", "m": "pairs m"}


@dataclass(frozen=True)
class Series:
    """A curve: its values, its colour, and whether it is a model, dashed and without points."""

    y: np.ndarray
    colour: str
    model: bool = False


class Costs(Chart):
    """Curves against one size, both axes logarithmic, with the caches that W₁ outgrows."""

    def __init__(self, x: np.ndarray, series: list[Series], caches: dict[str, float]) -> None:
        super().__init__()
        self._x, self._series, self._caches = x, series, caches
        largest = max(float(s.y.max()) for s in series)
        least = min(float(s.y.min()) for s in series)
        self.x_scale = Scale(float(x[0]), float(x[-1]), log=True)
        self.y_scale = Scale(least / 1.5, largest * 1.5, log=True)

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw where caches end, then the curves."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, value in self._caches.items():
            painter.setPen(QPen(QColor(LIGHT.muted), 1, Qt.PenStyle.DotLine))
            x = int(self.px(value))
            painter.drawLine(x, area.top(), x, area.bottom())
            metrics = painter.fontMetrics()
            room = metrics.horizontalAdvance(name) + 4
            left = x + 4 if x + room < area.right() else x - room
            painter.drawText(left, area.bottom() - metrics.descent() - 3, name)
        for series in self._series:
            style = Qt.PenStyle.DashLine if series.model else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(series.colour), 1.6, style))
            across, up = self.px(self._x), self.py(series.y)
            paint_line(painter, across, up)
            if series.model:
                continue
            painter.setBrush(QColor(series.colour))
            for px, py in zip(across, up, strict=True):
                painter.drawEllipse(QPointF(float(px), float(py)), 2.5, 2.5)


def chart_of(letter: str, points: list[Point], base: Point, caches: dict[str, int]) -> Costs:
    """Return the chart of one sweep."""
    x = np.array([getattr(point.sizes, letter) for point in points], dtype=np.float64)
    time = np.array([point.seconds / base.seconds for point in points])
    model = np.array([point.sizes.operations / base.sizes.operations for point in points])
    whole = base.pair_bytes + base.weight_bytes
    memory = np.array([(point.pair_bytes + point.weight_bytes) / whole for point in points])
    ends: dict[str, float] = {}
    if letter == "l":
        row = 8 * base.sizes.n
        ends = {
            f"W₁ > {level}" if level != "L1" else "rows > L1": size
            / (row * (DENSITY if level == "L1" else 1.0))
            for level, size in caches.items()
        }
        ends = {name: value for name, value in ends.items() if x[0] < value < x[-1]}
    chart = Costs(
        x, [Series(model, BLUE, model=True), Series(memory, OCHRE), Series(time, BLUE)], ends
    )
    chart.x_title = TITLES[letter]
    chart.y_title = "multiple of the base"
    return chart


def paint(found: dict[str, tuple[list[Point], Point]], caches: dict[str, int], path: Path) -> None:
    """Write the figure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "2"  # two pixels of the picture for one of the page
    app = QApplication.instance() or QApplication(["bpviz"])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    figure = QWidget()
    column = QVBoxLayout(figure)
    legend = LegendBar()
    legend.set_entries(
        (
            LegendEntry(Mark.LINE, BLUE, "time of a step"),
            LegendEntry(Mark.DASH, BLUE, "proportional to its multiply-adds"),
            LegendEntry(Mark.LINE, OCHRE, "memory of pairs and weights"),
        )
    )
    column.addWidget(legend)
    grid = QGridLayout()
    for place, (letter, (points, base)) in enumerate(found.items()):
        grid.addWidget(chart_of(letter, points, base, caches), place // 2, place % 2)
    column.addLayout(grid, 1)
    figure.setAutoFillBackground(True)
    palette = figure.palette()
    palette.setColor(palette.ColorRole.Window, QColor(LIGHT.base))
    figure.setPalette(palette)
    figure.resize(*SIZE)
    figure.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    figure.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    if not figure.grab().save(str(path)):
        raise OSError(f"The figure could not be written to {path}.")
    figure.close()
