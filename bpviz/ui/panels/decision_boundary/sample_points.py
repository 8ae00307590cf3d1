"""SamplePoints: the samples of both parts as points on a map of the inputs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bpviz.datasets.dataset import Part
from bpviz.network.types import Floats
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_image import picture_of
from bpviz.ui.kit.charts.raster import point_pixels
from bpviz.ui.panels.decision_boundary.map_chart import MapChart

FEW = 2500
"""Up to so many samples are drawn as round, smooth points."""

REACH = 7.0
"""Pixels from the mouse within which a point is found."""

_CROSSES = 3000
"""At most so many wrong samples are crossed out, so that it never takes long."""


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """The samples of one part.

    Attributes
    ----------
    x, y : (m,) float64
        Places in the units of the axes; those that are not finite are not drawn.
    colours : (m,) uint32
        ARGB.
    """

    x: Floats
    y: Floats
    colours: NDArray[np.uint32]


class SamplePoints:
    """Training samples as filled points, test samples as hollow ones upon them.

    They are drawn into a picture that is kept until they, the view or the look change: while a
    network trains, its samples stand still.
    """

    def __init__(self) -> None:
        self._dots: Mapping[Part, Points] = {}
        self._correct: Mapping[Part, NDArray[np.bool_]] = {}
        self._version = 0
        self._places: tuple[object, dict[Part, tuple[Floats, Floats]]] | None = None
        self._layer: tuple[object, QImage] | None = None

    @property
    def wrong(self) -> dict[Part, NDArray[np.bool_]]:
        """Which samples of each part are crossed out, each (m,) bool."""
        return {part: ~mask for part, mask in self._correct.items()}

    def set_dots(self, dots: Mapping[Part, Points]) -> None:
        """Draw these samples."""
        self._dots = dict(dots)
        self._version += 1

    def set_correct(self, correct: Mapping[Part, NDArray[np.bool_]]) -> None:
        """Cross out the samples of each part that are not classified rightly, (m,) bool."""
        same = correct.keys() == self._correct.keys() and all(
            mask is self._correct[part] for part, mask in correct.items()
        )
        if not same:
            self._correct = dict(correct)
            self._version += 1

    # Places ------------------------------------------------------------------------------------

    def place(self, chart: MapChart, part: Part, index: int) -> QPointF | None:
        """Return the pixel of a sample; None where it is not drawn."""
        x, y = self._pixels(chart).get(part, (np.zeros(0), np.zeros(0)))
        if not 0 <= index < len(x) or not chart.area().contains(
            int(_or(x[index])), int(_or(y[index]))
        ):
            return None
        return QPointF(float(x[index]), float(y[index]))

    def nearest(self, chart: MapChart, pixel: QPointF) -> tuple[Part, int] | None:
        """Return the sample nearest to a pixel and within reach, else None."""
        best, found = (max(REACH, self.radius() + 2)) ** 2, None
        for part, (x, y) in self._pixels(chart).items():
            distance = (x - pixel.x()) ** 2 + (y - pixel.y()) ** 2
            distance[np.isnan(distance)] = np.inf
            index = int(np.argmin(distance)) if len(distance) else 0
            if len(distance) and distance[index] <= best:
                best, found = float(distance[index]), (part, index)
        return found

    def radius(self) -> float:
        """Return the radius of a point in pixels."""
        m = sum(len(dots.x) for dots in self._dots.values())
        for most, radius in ((20, 6.5), (150, 4.5), (800, 3.5), (FEW, 2.5)):
            if m <= most:
                return radius
        return 1.5

    def _pixels(self, chart: MapChart) -> dict[Part, tuple[Floats, Floats]]:
        key = (self._version, chart.x_scale, chart.y_scale, chart.area())
        if self._places is None or self._places[0] != key:
            places = {part: (chart.px(d.x), chart.py(d.y)) for part, d in self._dots.items()}
            self._places = (key, places)
        return self._places[1]

    # Painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, chart: MapChart) -> None:
        """Draw the points; the painter is clipped to the chart's area."""
        if not self._dots:
            return
        area, ratio = chart.area(), chart.devicePixelRatioF()
        look = current_theme().name, ratio, chart.thickness()
        key = (self._version, chart.x_scale, chart.y_scale, area, look)
        if self._layer is None or self._layer[0] != key:
            self._layer = (key, self._drawn(chart, area, ratio))
        painter.drawImage(area.topLeft(), self._layer[1])

    def _drawn(self, chart: MapChart, area: QRect, ratio: float) -> QImage:
        width, height = math.ceil(area.width() * ratio), math.ceil(area.height() * ratio)
        layer = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        layer.setDevicePixelRatio(ratio)
        layer.fill(0)
        with QPainter(layer) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.left(), -area.top())
            few = sum(len(dots.x) for dots in self._dots.values()) <= FEW
            for part, (x, y) in self._pixels(chart).items():
                seen = self._in_sight(x, y, area)
                colours = self._dots[part].colours[seen]
                draw = self._paint_few if few else self._paint_many
                draw(painter, x[seen], y[seen], colours, part is Part.TEST, chart)
                correct = self._correct.get(part)
                if correct is not None and len(correct) == len(seen):
                    wrong = seen & ~correct
                    self._cross_out(painter, x[wrong], y[wrong], chart.thickness())
        return layer

    def _in_sight(self, x: Floats, y: Floats, area: QRect) -> NDArray[np.bool_]:
        room = self.radius() + 2
        return (
            (x > area.left() - room)
            & (x < area.left() + area.width() + room)
            & (y > area.top() - room)
            & (y < area.top() + area.height() + room)
        )

    def _paint_few(
        self,
        painter: QPainter,
        x: Floats,
        y: Floats,
        colours: NDArray[np.uint32],
        hollow: bool,
        chart: MapChart,
    ) -> None:
        radius = self.radius() * (1 + 0.4 * (chart.thickness() - 1))
        base = QColor(current_theme().base)
        pen, inner = QPen(base, 1.0), base
        for u, v, rgba in zip(x.tolist(), y.tolist(), colours.tolist(), strict=True):
            colour = QColor.fromRgba(rgba)
            if hollow:
                painter.setPen(pen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(u, v), radius, radius)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(inner)
                painter.drawEllipse(QPointF(u, v), radius - 1.6, radius - 1.6)
            else:
                painter.setPen(pen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(u, v), radius, radius)

    def _paint_many(
        self,
        painter: QPainter,
        x: Floats,
        y: Floats,
        colours: NDArray[np.uint32],
        hollow: bool,
        chart: MapChart,
    ) -> None:
        area, ratio = chart.area(), chart.devicePixelRatioF()
        size = max(2, round(2 * self.radius() * ratio)) + (2 if hollow else 0)
        shape = (math.ceil(area.height() * ratio), math.ceil(area.width() * ratio))
        u, v = (x - area.left()) * ratio, (y - area.top()) * ratio
        inside = (u >= 0) & (v >= 0) & (u < shape[1]) & (v < shape[0])
        base = np.full(len(colours), QColor(current_theme().base).rgba(), dtype=np.uint32)
        layers = [(size, colours)] + ([(max(size - 2, 1), base)] if hollow else [])
        for wide, ink in layers:
            pixels = point_pixels(u[inside], v[inside], ink[inside], shape, wide)
            image = picture_of(pixels[: shape[0], : shape[1]])
            image.setDevicePixelRatio(ratio)
            painter.drawImage(area.topLeft(), image)

    def _cross_out(self, painter: QPainter, x: Floats, y: Floats, thick: int) -> None:
        reach = self.radius() + 1.5
        for colour, width in (
            (current_theme().base, 3.5 * thick),
            (current_theme().text, 1.6 * thick),
        ):
            painter.setPen(QPen(QColor(colour), width))
            for u, v in zip(x[:_CROSSES].tolist(), y[:_CROSSES].tolist(), strict=True):
                painter.drawLine(QPointF(u - reach, v - reach), QPointF(u + reach, v + reach))
                painter.drawLine(QPointF(u - reach, v + reach), QPointF(u + reach, v - reach))


def _or(value: float) -> float:
    return value if math.isfinite(value) else -1e6
