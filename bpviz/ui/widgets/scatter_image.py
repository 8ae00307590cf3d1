"""ScatterImage: one point for every sample of a data set, sixty thousand of them in a moment."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.network.types import Floats, Ints
from bpviz.ui.widgets.chart import Chart, near
from bpviz.ui.widgets.point_pixels import point_pixels
from bpviz.ui.widgets.sample_order import SampleOrder, groups, ranked
from bpviz.ui.widgets.scale import Scale, Tick, fitted

FEW = 500
"""Up to so many samples are drawn as round, smooth points."""

REACH = 8.0
"""Pixels from the mouse within which a point is found."""


class ScatterImage(Chart):
    """Magnitudes of all samples as points, in the colour of their class.

    The points are written into an image of the plot's own pixels by numpy, and the one under the
    mouse is found by arithmetic.  Where the axis is logarithmic, zeros stand at the bottom edge;
    values that are not finite always stand at the top edge.

    Signals
    -------
    sample_clicked(object)
        Index of the sample under a click.

    Attributes
    ----------
    values : (m,) float64
    labels : (m,) int64 or None
    order : SampleOrder
    log : bool
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
        self.values: Floats = np.zeros(0)
        self.labels: Ints | None = None
        self.class_names: tuple[str, ...] = ()
        self.order = SampleOrder.CLASS_AND_SIZE
        self.log = True
        self.selected: int | None = None
        self.current: int | None = None
        self.describe: Callable[[int], list[str]] = lambda index: []
        self.table: Callable[[], str] = str
        self.add_actions: Callable[[QMenu, int], None] = lambda menu, index: None
        self._ranked: Ints = np.zeros(0, dtype=np.int64)
        self._rank: Ints = self._ranked
        self._ticks: list[Tick] | None = None
        self._version = 0
        self._image: tuple[object, QImage, NDArray[np.uint32]] | None = None
        self._press: QPointF | None = None
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

    def set_marks(self, selected: int | None, current: int | None) -> None:
        """Mark the chosen sample and the one whose turn it is."""
        if (selected, current) != (self.selected, self.current):
            self.selected, self.current = selected, current
            self.update()

    def _arrange(self) -> None:
        values = self.values
        self._ranked = ranked(values, self.labels, self.order)
        self._rank = np.empty_like(self._ranked)
        self._rank[self._ranked] = np.arange(len(values))
        self.x_scale = Scale(-0.5, max(len(values), 1) - 0.5, whole=True)
        self.y_scale = fitted(values, log=self.log)
        self._ticks = None
        if self.order.grouped and self.labels is not None:
            self._ticks = [
                Tick((first + end - 1) / 2, self._class_name(int(self.labels[self._ranked[first]])))
                for first, end in self._groups()
            ]
        self._version += 1
        self.update()

    def _groups(self) -> list[tuple[int, int]]:
        return [] if self.labels is None else groups(self.labels[self._ranked])

    def _class_name(self, label: int) -> str:
        return self.class_names[label] if 0 <= label < len(self.class_names) else str(label)

    def x_ticks(self, most: int) -> list[Tick]:
        """Return the classes' names where they stand together, else counts."""
        return super().x_ticks(most) if self._ticks is None else self._ticks

    def axes_key(self) -> object:
        """Name what else the axes show."""
        return None if self._ticks is None else tuple(self._ticks)

    @property
    def zeros(self) -> int:
        """Samples drawn at the bottom edge because a logarithm has no place for them."""
        return int(np.count_nonzero(self.values <= 0)) if self.log else 0

    @property
    def not_finite(self) -> int:
        """Samples drawn at the top edge because they are not finite."""
        return int(np.count_nonzero(~np.isfinite(self.values)))

    # Places ------------------------------------------------------------------------------------

    def places(self) -> tuple[Floats, Floats]:
        """Return the pixel (x, y) of every sample by index, each (m,) float64, all in the area."""
        return self._places_of(slice(None))

    def place_of(self, index: int) -> QPointF:
        """Return the pixel of one sample."""
        x, y = self._places_of(np.array([index]))
        return QPointF(float(x[0]), float(y[0]))

    def _places_of(self, indices: Ints | slice) -> tuple[Floats, Floats]:
        area = self.area()
        right, bottom = area.left() + area.width() - 1, area.top() + area.height() - 1
        x = self.px(self._rank[indices].astype(np.float64))
        values = self.values[indices]
        y = self.py(np.where(np.isfinite(values), values, np.inf))
        return np.clip(x, area.left(), right), np.clip(y, area.top(), bottom)

    def sample_at(self, pixel: QPointF) -> int | None:
        """Return the sample whose point is nearest to a pixel and within reach, else None."""
        m = len(self.values)
        if not m or self.area().width() < 8 or self.area().height() < 8:
            return None
        reach = max(REACH, self._radius() + 2)
        first = max(math.floor(self.x_value(pixel.x() - reach)), 0)
        end = min(math.ceil(self.x_value(pixel.x() + reach)) + 1, m)
        if first >= end:
            return None
        near_by = self._ranked[first:end]
        x, y = self._places_of(near_by)
        distance = (x - pixel.x()) ** 2 + (y - pixel.y()) ** 2
        best = int(np.argmin(distance))
        return int(near_by[best]) if distance[best] <= reach**2 else None

    def _under_mouse(self) -> int | None:
        return None if self.hover is None else self.sample_at(self.hover)

    # Painting ----------------------------------------------------------------------------------

    def _radius(self) -> float:
        """Radius of a point in pixels."""
        m = len(self.values)
        for most, radius in ((20, 6.0), (150, 4.0), (FEW, 3.0), (6000, 1.5)):
            if m <= most:
                return radius
        # Sorted, the points make a line; unsorted a cloud, in which smaller ones show more.
        return 0.5 if m > 20_000 and not self.order.sorted else 1.0

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the points and the marks."""
        if len(self.values) == 0:
            return
        if self.order.grouped:
            self._paint_separators(painter, area)
        if len(self.values) <= FEW:
            self._paint_few(painter)
        else:
            painter.drawImage(area.topLeft(), self._points_image(area))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        theme = self.theme
        under_mouse = self._under_mouse()
        for index, colour, width in (
            (under_mouse, theme.muted, 1.5),
            (self.current, theme.text, 1.5),
            (self.selected, theme.accent, 2.5),
        ):
            if index is None or not 0 <= index < len(self.values):
                continue
            at, radius = self.place_of(index), self._radius() + 4
            if index != under_mouse:
                faint = QColor(colour)
                faint.setAlpha(90)
                painter.setPen(QPen(faint, 1))
                x = round(at.x()) + 0.5
                painter.drawLine(QPointF(x, area.top()), QPointF(x, at.y() - radius))
                painter.drawLine(QPointF(x, at.y() + radius), QPointF(x, area.bottom()))
            painter.setPen(QPen(QColor(theme.base), width + 2))
            painter.drawEllipse(at, radius, radius)
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(at, radius, radius)

    def _paint_separators(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QColor(self.theme.border))
        for first, _ in self._groups()[1:]:
            x = round(float(self.px(first - 0.5)))
            painter.drawLine(x, area.top(), x, area.bottom() + 1)

    def _colours(self) -> NDArray[np.uint32]:
        """Return the colour of every sample, (m,) uint32 ARGB."""
        theme = self.theme
        table = np.array([QColor(c).rgba() for c in theme.classes], dtype=np.uint32)
        if self.labels is None:
            return np.full(len(self.values), QColor(theme.series[0]).rgba(), dtype=np.uint32)
        return table[self.labels % len(table)]

    def _paint_few(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.places()
        radius = self._radius()
        painter.setPen(QPen(QColor(self.theme.base), 1))
        colours = self._colours().tolist()
        for u, v, colour in zip(x.tolist(), y.tolist(), colours, strict=True):
            painter.setBrush(QColor.fromRgba(colour))
            painter.drawEllipse(QPointF(u + 0.5, v + 0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _points_image(self, area: QRect) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (self._version, area, ratio, self.theme.name)
        if self._image is None or self._image[0] != key:
            width, height = math.ceil(area.width() * ratio), math.ceil(area.height() * ratio)
            size = max(1, round(2 * self._radius() * ratio))  # of a point, in the screen's pixels
            x, y = self.places()
            x, y = (x - area.left()) * ratio, (y - area.top()) * ratio
            pixels = point_pixels(x, y, self._colours(), (height, width), size)
            image = QImage(
                pixels.data, width, height, pixels.strides[0],
                QImage.Format.Format_ARGB32_Premultiplied,
            )  # fmt: skip
            image.setDevicePixelRatio(ratio)
            self._image = (key, image, pixels)  # the image only borrows the pixels
        return self._image[1]

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
