"""MapChart: a chart whose two axes can be moved and zoomed together, like a map."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.controls.keys import plain

Range = tuple[float, float]

MARGIN = 0.15
"""Room around the samples, as a share of their range."""

_DRAG = 4.0
"""Pixels from which a press and a move are a drag and no click."""

_DEEPEST, _WIDEST = 1e-4, 50.0
"""A pixel measures so many times as much as with everything in sight, at least and at most."""

_ZOOM_KEYS = {Qt.Key.Key_PageUp.value: 0.8, Qt.Key.Key_PageDown.value: 1.25}


class MapChart(Chart):
    """Base of the plots over the inputs: the wheel zooms, a drag moves, Home shows all.

    Signals
    -------
    clicked(QPointF, object)
        A click with the left button, in pixels, and the keyboard's modifiers.
    view_changed()
        Something else is in sight, or in another place.
    zoomed_changed(bool)
        Whether somebody has moved or zoomed.
    """

    clicked = Signal(QPointF, object)
    view_changed = Signal()
    zoomed_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home: tuple[Range, Range, bool] = ((0.0, 1.0), (0.0, 1.0), False)
        self._centre = (0.5, 0.5)
        self._unit = (1.0, 1.0)  # of a pixel
        self._zoomed = False
        self._press: QPointF | None = None
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.refit()

    # View --------------------------------------------------------------------------------------

    @property
    def zoomed(self) -> bool:
        """Whether somebody has moved or zoomed since all was in sight."""
        return self._zoomed

    @property
    def unit(self) -> tuple[float, float]:
        """How much a pixel measures along x and along y."""
        return self._unit

    def set_home(self, x: Range, y: Range, *, equal: bool) -> None:
        """Show these ranges, and more where the plot has another shape.

        Parameters
        ----------
        equal : bool
            A unit is as long along y as along x.
        """
        if (x, y, equal) != self._home:
            self._home = (x, y, equal)
            self.show_all()

    def show_all(self) -> None:
        """Undo every zoom and move."""
        self._set_zoomed(False)
        self.refit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Make a pixel measure `factor` times as much; what is at pixel `about` stays there."""
        area = QRectF(self.area())
        home, _ = self._home_view()
        if area.width() < 8 or area.height() < 8:
            return
        factor = min(
            max(factor, _DEEPEST * home[0] / self._unit[0]), _WIDEST * home[0] / self._unit[0]
        )
        at = area.center() if about is None else about
        x, y = self.x_value(at.x()), self.y_value(at.y())
        cx, cy = self._centre
        self._unit = (self._unit[0] * factor, self._unit[1] * factor)
        self._centre = (x + (cx - x) * factor, y + (cy - y) * factor)
        self._set_zoomed(True)
        self.refit()

    def y_value(self, pixel: float) -> float:
        """Return the value of the left axis at a y pixel."""
        area = self.area()
        bottom = area.top() + area.height()
        return self.y_scale.value((bottom - pixel) / max(area.height(), 1))

    def place(self, x: float, y: float) -> QPointF:
        """Return the pixel of a point."""
        return QPointF(float(self.px(x)), float(self.py(y)))

    def _set_zoomed(self, on: bool) -> None:
        if on != self._zoomed:
            self._zoomed = on
            self.zoomed_changed.emit(on)

    def _home_view(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return what a pixel measures, and the centre, with everything in sight."""
        x, y, equal = self._home
        area = self.area()
        unit = (
            (x[1] - x[0]) / max(area.width(), 1),
            (y[1] - y[0]) / max(area.height(), 1),
        )
        if equal:
            unit = (max(unit), max(unit))
        return unit, ((x[0] + x[1]) / 2, (y[0] + y[1]) / 2)

    def refit(self) -> None:
        """Let the scales follow view and size."""
        if not self._zoomed:
            self._unit, self._centre = self._home_view()
        area, (cx, cy), (ux, uy) = self.area(), self._centre, self._unit
        wide, high = max(area.width(), 1) * ux / 2, max(area.height(), 1) * uy / 2
        scales = Scale(cx - wide, cx + wide), Scale(cy - high, cy + high)
        if scales != (self.x_scale, self.y_scale):
            self.x_scale, self.y_scale = scales
            self.view_changed.emit()
        self.update()

    # Events ------------------------------------------------------------------------------------

    def grab_at(self, pixel: QPointF) -> bool:
        """Whether a drag that begins here moves something else than the view."""
        return False

    def grabbed(self, pixel: QPointF) -> None:
        """Move what was grabbed to a pixel."""

    def cursor_at(self, pixel: QPointF) -> Qt.CursorShape:
        """Return the shape of the pointer there."""
        return Qt.CursorShape.CrossCursor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._dragged = event.position(), None
            self._holds = self.grab_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or move the readout."""
        at, press = event.position(), self._press
        if press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if self._dragged is None and (at - press).manhattanLength() >= _DRAG:
                self._dragged = press
            if self._dragged is not None:
                self.hover = None
                if self._holds:
                    self.grabbed(at)
                else:
                    self._move(at - self._dragged)
                self._dragged = at
                return
        super().mouseMoveEvent(event)
        self._show_cursor(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or tell of a click."""
        press, dragged = self._press, self._dragged
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._press = self._dragged = None
        if press is not None and dragged is None and self.area().contains(press.toPoint()):
            self.clicked.emit(press, event.modifiers())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turned = event.angleDelta().y()
        if turned and self.area().contains(event.position().toPoint()):
            self.zoom(2.0 ** (-turned / 480), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by PageUp and PageDown, and show all by Home; leave every other key alone."""
        factor = _ZOOM_KEYS.get(int(event.key()))
        if not plain(event):
            event.ignore()
        elif factor is not None:
            self.zoom(factor)
        elif event.key() == Qt.Key.Key_Home and self._zoomed:
            self.show_all()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is in sight."""
        super().resizeEvent(event)
        self.refit()
        self.view_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the room that another font leaves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refit()

    def _move(self, way: QPointF) -> None:
        (cx, cy), (ux, uy) = self._centre, self._unit
        self._centre = (cx - way.x() * ux, cy + way.y() * uy)
        self._set_zoomed(True)
        self.refit()

    def _show_cursor(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.area().contains(at.toPoint()):
            shape = self.cursor_at(at)
        if shape != self.cursor().shape():
            self.setCursor(QCursor(shape))


def around(values: Floats, margin: float = MARGIN) -> Range:
    """Return a range that holds all finite `values`, with a margin at both ends."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return -1.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    room = margin * (high - low)
    if not room > 1e-12 * max(abs(low), abs(high)) or not math.isfinite(room):
        room = max(abs(high), 1.0) / 2
    return low - room, high + room


def comparable(x: Range, y: Range) -> bool:
    """Whether two ranges are so alike that one scale suits both."""
    shares = (x[1] - x[0]) / (y[1] - y[0])
    return 0.25 <= shares <= 4.0
