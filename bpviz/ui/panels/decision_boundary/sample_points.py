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
from bpviz.network.types import Floats, Ints
from bpviz.ui.core.figure_mode import painting_figure, picture_ratio
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.colour_image import picture_of
from bpviz.ui.kit.charts.raster import point_pixels
from bpviz.ui.panels.decision_boundary.unit_labels import Crowd

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


_Places = dict[Part, tuple[Floats, Floats, NDArray[np.bool_]]]
"""Of each part the pixels x, y, (m,) each, and which samples are in sight, (m,)."""

_NOWHERE = (np.zeros(0), np.zeros(0), np.zeros(0, dtype=bool))


class SamplePoints:
    """Training samples as filled points, test samples as hollow ones upon them.

    They are drawn into a picture that is kept until they, the view or the look change: while a
    network trains, its samples stand still.
    """

    def __init__(self) -> None:
        self._dots: Mapping[Part, Points] = {}
        self._correct: Mapping[Part, NDArray[np.bool_]] = {}
        self._version = 0
        self._places: tuple[object, _Places] | None = None
        self._crowd: tuple[object, Crowd] | None = None
        self._layer: tuple[object, QImage] | None = None

    def set_dots(self, dots: Mapping[Part, Points]) -> None:
        """Draw these samples."""
        self._dots = dict(dots)
        self._version += 1

    def set_correct(self, correct: Mapping[Part, NDArray[np.bool_]]) -> bool:
        """Cross out the samples of each part that are not classified rightly, (m,) bool.

        Returns whether these are others than before.
        """
        before, self._correct = self._correct, dict(correct)
        same = correct.keys() == before.keys()
        if same and all(mask is before[part] for part, mask in correct.items()):
            return False
        self._version += 1
        return True

    # Places ------------------------------------------------------------------------------------

    def place(self, chart: Chart, part: Part, index: int) -> QPointF | None:
        """Return the pixel of a sample; None where it is not drawn."""
        x, y, seen = self._pixels(chart).get(part, _NOWHERE)
        if not 0 <= index < len(x) or not seen[index]:
            return None
        return QPointF(float(x[index]), float(y[index]))

    def nearest(self, chart: Chart, pixel: QPointF) -> tuple[Part, int] | None:
        """Return the sample nearest to a pixel and within reach, else None."""
        best, found = (max(REACH, self.radius() + 2)) ** 2, None
        for part, (x, y, seen) in self._pixels(chart).items():
            distance = np.where(seen, (x - pixel.x()) ** 2 + (y - pixel.y()) ** 2, np.inf)
            index = int(np.argmin(distance)) if len(distance) else 0
            if len(distance) and distance[index] <= best:
                best, found = float(distance[index]), (part, index)
        return found

    def crowd(self, chart: Chart) -> Crowd:
        """Return where a label would cover a sample."""
        places = self._pixels(chart)
        key = (self._key(chart), chart.thickness())
        if self._crowd is None or self._crowd[0] != key:
            x, y = (
                np.concatenate([_NOWHERE[0], *(part[axis][part[2]] for part in places.values())])
                for axis in (0, 1)
            )
            self._crowd = (key, Crowd.of(chart.area(), self.reach(chart), x, y))
        return self._crowd[1]

    def radius(self) -> float:
        """Return the radius of a point in pixels."""
        m = sum(len(dots.x) for dots in self._dots.values())
        for most, radius in ((20, 6.5), (150, 4.5), (800, 3.5), (FEW, 2.5)):
            if m <= most:
                return radius
        return 1.5

    def reach(self, chart: Chart) -> float:
        """Return how far the mark of a sample reaches, crossed out as it may be, in pixels."""
        return self._drawn_radius(chart) + 1.5 + 2.0 * chart.thickness()

    def _drawn_radius(self, chart: Chart) -> float:
        return self.radius() * (1 + 0.4 * (chart.thickness() - 1))

    def _key(self, chart: Chart) -> object:
        return self._version, chart.x_scale, chart.y_scale, chart.area()

    def _pixels(self, chart: Chart) -> _Places:
        key = self._key(chart)
        if self._places is None or self._places[0] != key:
            area, room = chart.area(), self.reach(chart)
            places = {}
            for part, dots in self._dots.items():
                x, y = chart.px(dots.x), chart.py(dots.y)
                seen = np.abs(x - area.left() - area.width() / 2) < area.width() / 2 + room
                seen &= np.abs(y - area.top() - area.height() / 2) < area.height() / 2 + room
                places[part] = (x, y, seen)
            self._places = (key, places)
        return self._places[1]

    # Painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, chart: Chart) -> None:
        """Draw the points; the painter is clipped to the chart's area."""
        if not self._dots:
            return
        if painting_figure() and sum(len(dots.x) for dots in self._dots.values()) <= FEW:
            painter.save()
            self._draw(painter, chart)
            painter.restore()
            return
        area, ratio = chart.area(), picture_ratio(chart)
        look = current_theme().name, ratio, chart.thickness()
        key = (self._key(chart), look)
        if self._layer is None or self._layer[0] != key:
            self._layer = (key, self._drawn(chart, area, ratio))
        painter.drawImage(area.topLeft(), self._layer[1])

    def paint_sample(self, painter: QPainter, chart: Chart, part: Part, index: int) -> None:
        """Draw one sample once more, large enough to see its colour."""
        one = np.array([index])
        self._paint_round(painter, chart, part, one, max(self._drawn_radius(chart), 3.0))
        self._cross_out(painter, chart, part, one)

    def _drawn(self, chart: Chart, area: QRect, ratio: float) -> QImage:
        width, height = math.ceil(area.width() * ratio), math.ceil(area.height() * ratio)
        layer = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        layer.setDevicePixelRatio(ratio)
        layer.fill(0)
        with QPainter(layer) as painter:
            painter.translate(-area.left(), -area.top())
            self._draw(painter, chart)
        return layer

    def _draw(self, painter: QPainter, chart: Chart) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        few = sum(len(dots.x) for dots in self._dots.values()) <= FEW
        for part, (_, _, seen) in self._pixels(chart).items():
            which = np.flatnonzero(seen)
            if few:
                self._paint_round(painter, chart, part, which, self._drawn_radius(chart))
            else:
                self._paint_square(painter, chart, part, which)
            self._cross_out(painter, chart, part, which)

    def _paint_round(
        self, painter: QPainter, chart: Chart, part: Part, which: Ints, radius: float
    ) -> None:
        x, y, _ = self._pixels(chart)[part]
        colours = self._dots[part].colours[which].tolist()
        base = QColor(current_theme().base)
        for u, v, rgba in zip(x[which].tolist(), y[which].tolist(), colours, strict=True):
            painter.setPen(QPen(base, 1.0))
            painter.setBrush(QColor.fromRgba(rgba))
            painter.drawEllipse(QPointF(u, v), radius, radius)
            if part is Part.TEST:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(base)
                painter.drawEllipse(QPointF(u, v), radius - 1.6, radius - 1.6)

    def _paint_square(self, painter: QPainter, chart: Chart, part: Part, which: Ints) -> None:
        area, ratio, hollow = chart.area(), picture_ratio(chart), part is Part.TEST
        x, y, _ = self._pixels(chart)[part]
        size = max(2, round(2 * self.radius() * ratio)) + (2 if hollow else 0)
        shape = (math.ceil(area.height() * ratio), math.ceil(area.width() * ratio))
        u, v = (x[which] - area.left()) * ratio, (y[which] - area.top()) * ratio
        inside = (u >= 0) & (v >= 0) & (u < shape[1]) & (v < shape[0])
        colours = self._dots[part].colours[which[inside]]
        layers = [(size, colours)]
        if hollow:
            base = np.full_like(colours, QColor(current_theme().base).rgba())
            layers.append((max(size - 2, 1), base))
        for wide, ink in layers:
            pixels = point_pixels(u[inside], v[inside], ink, shape, wide)
            image = picture_of(pixels[: shape[0], : shape[1]])
            image.setDevicePixelRatio(ratio)
            painter.drawImage(area.topLeft(), image)

    def _cross_out(self, painter: QPainter, chart: Chart, part: Part, which: Ints) -> None:
        """Cross out those of some samples that are classified wrongly."""
        x, y, seen = self._pixels(chart)[part]
        correct = self._correct.get(part)
        if correct is None or len(correct) != len(seen):
            return
        wrong = which[~correct[which]][:_CROSSES]
        places = list(zip(x[wrong].tolist(), y[wrong].tolist(), strict=True))
        reach, thick = self.radius() + 1.5, chart.thickness()
        for colour, width in ((current_theme().base, 3.5), (current_theme().text, 1.6)):
            painter.setPen(QPen(QColor(colour), width * thick))
            for u, v in places:
                painter.drawLine(QPointF(u - reach, v - reach), QPointF(u + reach, v + reach))
                painter.drawLine(QPointF(u - reach, v + reach), QPointF(u + reach, v - reach))
