"""ScatterChart: a chart with a point for every sample, sixty thousand of them in a moment."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.figure_mode import painting_figure, picture_ratio
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Chart, Paint, near
from bpviz.ui.kit.charts.colour_image import picture_of
from bpviz.ui.kit.charts.raster import point_pixels

FEW = 500
"""Up to so many samples are drawn as round, smooth points."""

FEW_IN_FIGURES = 5000
"""The same for a figure, where nobody waits; more would make files of megabytes."""

REACH = 8.0
"""Pixels from the mouse within which a point is found."""


class ScatterChart(Chart):
    """Base of the plots that show every sample as a point.

    The points are written into an image of the plot's own pixels by numpy, and the one under the
    mouse is found by arithmetic.

    Signals
    -------
    sample_clicked(object)
        Index of the sample under a click.

    Attributes
    ----------
    selected, current : int or None
        Samples that are marked.
    describe : callable
        Returns the readout's lines for a sample's index.
    add_actions : callable
        Adds to the menu what can be done with a sample, given its index.
    table : callable
        Returns what "Copy values" copies.
    """

    sample_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected: int | None = None
        self.current: int | None = None
        self.describe: Callable[[int], list[str]] = lambda index: []
        self.table: Callable[[], str] = str
        self.add_actions: Callable[[QMenu, int], None] = lambda menu, index: None
        self._press: QPointF | None = None

    # What a plot adds --------------------------------------------------------------------------

    def n_points(self) -> int:
        """Return how many samples there are."""
        return 0

    def places_of(self, indices: Ints | slice) -> tuple[Floats, Floats]:
        """Return the pixel (x, y) of some samples, each (k,) float64, all in the area."""
        return np.zeros(0), np.zeros(0)

    def near_by(self, pixel: QPointF, reach: float) -> Ints:
        """Return the indices of the samples that may be within `reach` pixels of a place."""
        return np.arange(self.n_points())

    def colours(self) -> NDArray[np.uint32]:
        """Return the colour of every sample, (m,) uint32 ARGB."""
        return np.full(self.n_points(), QColor(current_theme().series[0]).rgba(), dtype=np.uint32)

    def point_radius(self) -> float:
        """Radius of a point in pixels."""
        m = self.n_points()
        for most, radius in ((20, 6.0), (150, 4.0), (FEW, 3.0), (6000, 1.5)):
            if m <= most:
                return radius
        return 1.0

    def paint_behind(self, painter: QPainter, area: QRect) -> None:
        """Draw what lies behind the points."""

    # Data --------------------------------------------------------------------------------------

    def points_changed(self) -> None:
        """Draw the points anew."""
        self.redraw()

    def set_marks(self, selected: int | None, current: int | None) -> None:
        """Mark the chosen sample and the one whose turn it is."""
        if (selected, current) != (self.selected, self.current):
            self.selected, self.current = selected, current
            self.update()

    # Places ------------------------------------------------------------------------------------

    def places(self) -> tuple[Floats, Floats]:
        """Return the pixel (x, y) of every sample by index, each (m,) float64, all in the area."""
        return self.places_of(slice(None))

    def place_of(self, index: int) -> QPointF:
        """Return the pixel of one sample."""
        x, y = self.places_of(np.array([index]))
        return QPointF(float(x[0]), float(y[0]))

    def inside(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return pixels moved to the edge of the area where they lie beyond it."""
        area = self.area()
        right, bottom = area.left() + area.width() - 1, area.top() + area.height() - 1
        return np.clip(x, area.left(), right), np.clip(y, area.top(), bottom)

    def sample_at(self, pixel: QPointF) -> int | None:
        """Return the sample whose point is nearest to a pixel and within reach, else None."""
        if not self.n_points() or self.area().width() < 8 or self.area().height() < 8:
            return None
        reach = max(REACH, self.point_radius() + 2)
        found = self.near_by(pixel, reach)
        if not len(found):
            return None
        x, y = self.places_of(found)
        distance = (x - pixel.x()) ** 2 + (y - pixel.y()) ** 2
        best = int(np.argmin(distance))
        return int(found[best]) if distance[best] <= reach**2 else None

    def _under_mouse(self) -> int | None:
        return None if self.hover is None else self.sample_at(self.hover)

    # Painting ----------------------------------------------------------------------------------

    def parts(self) -> tuple[Paint, ...]:
        """Return what draws what lies behind the points, and these."""
        return (self.paint_behind, self._paint_points) if self.n_points() else ()

    def _paint_points(self, painter: QPainter, area: QRect) -> None:
        if self.n_points() <= (FEW_IN_FIGURES if painting_figure() else FEW):
            self._paint_few(painter)
        else:
            painter.drawImage(area.topLeft(), self.points_image())

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the marks."""
        if self.n_points() == 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        theme = current_theme()
        under_mouse = self._under_mouse()
        for index, colour, width in (
            (under_mouse, theme.muted, 1.5),
            (self.current, theme.text, 1.5),
            (self.selected, theme.accent, 2.5),
        ):
            if index is None or not 0 <= index < self.n_points():
                continue
            at, radius = self.place_of(index), self.point_radius() + 4
            if index != under_mouse:
                painter.setPen(QPen(faint(colour, 90), 1))
                x = round(at.x()) + 0.5
                painter.drawLine(QPointF(x, area.top()), QPointF(x, at.y() - radius))
                painter.drawLine(QPointF(x, at.y() + radius), QPointF(x, area.bottom()))
            painter.setPen(QPen(QColor(theme.base), width + 2))
            painter.drawEllipse(at, radius, radius)
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, radius, radius)

    def _paint_few(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.places()
        radius = self.point_radius()
        painter.setPen(QPen(QColor(current_theme().base), 1))
        for u, v, colour in zip(x.tolist(), y.tolist(), self.colours().tolist(), strict=True):
            painter.setBrush(QColor.fromRgba(colour))
            painter.drawEllipse(QPointF(u + 0.5, v + 0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def points_image(self) -> QImage:
        """Return a picture of the area with nothing but the points."""
        area, ratio = self.area(), picture_ratio(self)
        width, height = math.ceil(area.width() * ratio), math.ceil(area.height() * ratio)
        size = max(1, round(2 * self.point_radius() * ratio))  # in the screen's pixels
        x, y = self.places()
        x, y = (x - area.left()) * ratio, (y - area.top()) * ratio
        pixels = point_pixels(x, y, self.colours(), (height, width), size)
        image = picture_of(pixels[:height, :width])
        image.setDevicePixelRatio(ratio)
        return image

    def readout(self) -> list[str]:
        """Describe the sample under the mouse."""
        index = self._under_mouse()
        return [] if index is None else self.describe(index)

    def values_text(self) -> str:
        """Return all samples as a table."""
        return self.table()

    def copy_menu(self) -> QMenu:
        """Return the menu of the right mouse button, for the sample under it."""
        menu = super().copy_menu()
        index = self._under_mouse()
        if index is not None:
            self.add_actions(menu, index)
        return menu

    # Mouse -------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the sample under the pointer, wherever it was before."""
        self.hover = QPointF(event.pos())
        super().contextMenuEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._press = event.position() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click."""
        press, self._press = self._press, None
        if press is None or not near(press, event.position()):
            return
        index = self.sample_at(event.position())
        if index is not None:
            self.sample_clicked.emit(index)
