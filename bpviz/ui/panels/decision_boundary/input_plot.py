"""InputPlot: what the plane and the curve have in common: view, samples, probe, clicks, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.datasets.dataset import Part
from bpviz.network.types import Floats
from bpviz.ui.core.counting import shown
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.controls.export_menu import put_first
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, plain
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.sample_points import SamplePoints
from bpviz.ui.panels.decision_boundary.scene import PlotInputs
from bpviz.ui.panels.decision_boundary.unit_labels import draw_label, edges, free_places

Range = tuple[float, float]

Values = tuple[float, ...]
"""Values of the inputs that vary, in the order of `PlaneInputs.axes`."""

Ringed = tuple[Part, int] | QPointF
"""A sample, or a place in units of the axes where none is."""

_DRAG = 4.0
"""Pixels from which a press and a move are a drag and no click."""

_DEEPEST, _WIDEST = 1e-4, 50.0
"""A pixel measures so many times as much as with everything in sight, at least and at most."""

_ZOOM_KEYS = {Qt.Key.Key_PageUp.value: 0.8, Qt.Key.Key_PageDown.value: 1.25}

_FAR = 10.0
"""How many times as far an arrow key goes with Shift."""

_CLEAR = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

_INNER, _OUTER = 5.0, 13.0
"""Pixels from the middle of the probe's mark to where its arms begin and end."""


class InputPlot(Chart):
    """Base of both plots: the wheel zooms, a drag moves, Home shows all.

    A click chooses the sample under it, else the hidden unit whose line or number is there, else
    it tries the point; with Shift it always tries the point.

    Signals
    -------
    sample_clicked(object, object), train_wanted(object, object)
        `Part` and index of a sample to choose, or to train on next.
    unit_clicked(object)
        A hidden unit.
    point_wanted(object)
        `Values` to try, or None to try none.
    zoomed_changed(bool)
        Whether somebody has moved or zoomed.

    Attributes
    ----------
    scene : PlotInputs or None
    version : int
        Another one whenever the scene looks different.
    zoomed : bool
        Whether somebody has moved or zoomed since all was in sight.
    unit : tuple of float
        How much a pixel measures along x and along y.
    dots : SamplePoints
    tried : Values or None
    labels : dict of int to QRectF
        Where the number of each hidden unit was painted last.
    """

    sample_clicked = Signal(object, object)
    train_wanted = Signal(object, object)
    unit_clicked = Signal(object)
    point_wanted = Signal(object)
    zoomed_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: PlotInputs | None = None
        self.version = 0
        self.dots = SamplePoints()
        self.tried: Values | None = None
        self.selected_unit: int | None = None
        self.lines_shown = True
        self.labels: dict[int, QRectF] = {}
        self._rings: tuple[Ringed | None, Ringed | None] = (None, None)
        self._home: tuple[Range, Range, bool] = ((0.0, 1.0), (0.0, 1.0), False)
        self._centre = (0.5, 0.5)
        self.unit = (1.0, 1.0)
        self.zoomed = False
        self._press: QPointF | None = None
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.refit()

    # What a plot adds --------------------------------------------------------------------------

    def line_at(self, pixel: QPointF) -> int | None:
        """Return the hidden unit whose line is near a pixel."""
        raise NotImplementedError

    def values_at(self, pixel: QPointF) -> Values:
        """Return the inputs at a pixel."""
        raise NotImplementedError

    def tried_place(self) -> QPointF | None:
        """Return the pixel of the tried point."""
        raise NotImplementedError

    # Data --------------------------------------------------------------------------------------

    def show_scene(self, scene: PlotInputs) -> None:
        """Draw another scene; one that looks the same costs nothing."""
        before, self.scene = self.scene, scene
        if not scene.looks_like(before):
            self.version += 1
        elif before is not None and scene.standing == before.standing:
            return
        self.update()

    def set_tried(self, values: Values | None) -> None:
        """Mark a point."""
        self.tried = values
        self.update()

    def set_selected_unit(self, unit: int | None) -> None:
        """Mark a hidden unit."""
        self.selected_unit = unit
        self.update()

    def set_lines_shown(self, on: bool) -> None:
        """Show or hide what belongs to single hidden units."""
        self.lines_shown = on
        self.update()

    def set_rings(self, at_hand: Ringed | None, chosen: Ringed | None) -> None:
        """Ring the step's pair and the chosen sample."""
        if (at_hand, chosen) != self._rings:
            self._rings = (at_hand, chosen)
            self.update()

    @property
    def corner(self) -> str:
        """What is said in a corner of the plot: which units are switched off."""
        return "" if self.scene is None else texts.without(self.scene.off)

    # View --------------------------------------------------------------------------------------

    def set_home(self, x: Range, y: Range, *, equal: bool) -> None:
        """Show these ranges; where `equal`, a unit is as long along y as along x."""
        if (x, y, equal) != self._home:
            self._home = (x, y, equal)
            self.show_all()

    def show_all(self) -> None:
        """Undo every zoom and move."""
        self._set_zoomed(False)
        self.refit()

    def zoom_hint(self) -> str:
        """Say that not all is in sight, and how to see it."""
        return self.tr("zoomed: Home key shows all") if self.zoomed else ""

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Make a pixel measure `factor` times as much; what is at pixel `about` stays there."""
        area = QRectF(self.area())
        home, _ = self._home_view()
        if area.width() < 8 or area.height() < 8:
            return
        out = home[0] / self.unit[0]
        factor = min(max(factor, _DEEPEST * out), _WIDEST * out)
        at = area.center() if about is None else about
        x, y = self.x_value(at.x()), self.y_value(at.y())
        cx, cy = self._centre
        self.unit = (self.unit[0] * factor, self.unit[1] * factor)
        self._centre = (x + (cx - x) * factor, y + (cy - y) * factor)
        self._set_zoomed(True)
        self.refit()

    def refit(self) -> None:
        """Let the scales follow view and size."""
        if not self.zoomed:
            self.unit, self._centre = self._home_view()
        area, (cx, cy), (ux, uy) = self.area(), self._centre, self.unit
        wide, high = max(area.width(), 1) * ux / 2, max(area.height(), 1) * uy / 2
        self.x_scale = Scale(cx - wide, cx + wide)
        self.y_scale = Scale(cy - high, cy + high)
        self.update()

    def y_value(self, pixel: float) -> float:
        """Return the value of the left axis at a y pixel."""
        area = self.area()
        bottom = area.top() + area.height()
        return self.y_scale.value((bottom - pixel) / max(area.height(), 1))

    def place(self, x: float, y: float) -> QPointF:
        """Return the pixel of a point."""
        return QPointF(float(self.px(x)), float(self.py(y)))

    def _set_zoomed(self, on: bool) -> None:
        if on != self.zoomed:
            self.zoomed = on
            self.zoomed_changed.emit(on)

    def _home_view(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return what a pixel measures, and the centre, with everything in sight."""
        x, y, equal = self._home
        area = self.area()
        unit = (x[1] - x[0]) / max(area.width(), 1), (y[1] - y[0]) / max(area.height(), 1)
        if equal:
            unit = (max(unit), max(unit))
        return unit, ((x[0] + x[1]) / 2, (y[0] + y[1]) / 2)

    # Painting ----------------------------------------------------------------------------------

    def paint_marks(
        self,
        painter: QPainter,
        area: QRect,
        units: Sequence[int] = (),
        places: Callable[[list[int], int], Floats] | None = None,
    ) -> None:
        """Draw over everything else: the units' numbers, the probe, and the chosen sample last.

        Parameters
        ----------
        units : sequence of int
            Those that may have a number, the foremost first.
        places : callable
            Given the units and the height of a number, returns where the middle of each one may
            be, see `free_places`.
        """
        thick, tried, theme = self.thickness(), self.tried_place(), current_theme()
        rings = self._ring_places(thick)
        taken = [_square(at, radius) for at, radius, _ in rings]
        if tried is not None:
            taken.append(_square(tried, _OUTER * thick))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.corner:
            taken.append(self._paint_corner(painter, area, taken))
        self.labels = {}
        if places is not None:
            hovered = self.hovered_unit()
            order = sorted(units, key=lambda k: (k != self.selected_unit, k != hovered))
            metrics, crowd = painter.fontMetrics(), self.dots.crowd(self)
            self.labels = free_places(metrics, order, places, crowd, edges(taken))
            for k, box in self.labels.items():
                if k == self.selected_unit:
                    ink, ground = theme.accent_text, theme.accent
                    draw_label(painter, str(shown(k)), box, ink=ink, ground=ground, opaque=True)
                else:
                    draw_label(painter, str(shown(k)), box, ink=theme.text, opaque=k == hovered)
        if tried is not None:
            _paint_tried(painter, tried, thick)
        for at, radius, ring in rings:
            if isinstance(ring, tuple):
                self.dots.paint_sample(painter, self, *ring)
            chosen = ring is self._rings[1]
            ink = theme.accent if chosen else theme.text
            _ring(painter, at, radius - 3.0 * thick, ink, (2.5 if chosen else 2.0) * thick)

    def _ring_places(self, thick: int) -> list[tuple[QPointF, float, Ringed]]:
        """Return the middle of each ring in sight, its outermost pixel, and what it rings."""
        found = []
        for ring, room in zip(self._rings, (7.0, 9.0), strict=True):
            if isinstance(ring, tuple):
                at = self.dots.place(self, *ring)
            else:
                at = None if ring is None else self.place(ring.x(), ring.y())
            if ring is not None and at is not None:
                found.append((at, self.dots.radius() + room * thick, ring))
        return found

    def _paint_corner(self, painter: QPainter, area: QRect, taken: Sequence[QRectF]) -> QRectF:
        """Say what is switched off, in a corner without samples if there is one."""
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self.corner, Qt.TextElideMode.ElideRight, area.width() - 20)
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 4)
        inner = QRectF(area).adjusted(5, 5, -5 - box.width(), -5 - box.height())
        corners = (inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight())
        boxes = [box.translated(at) for at in corners]
        free = self.dots.crowd(self).free(edges(boxes), edges(taken))
        box = boxes[int(np.argmax(free))]
        draw_label(painter, words, box, ink=current_theme().warning)
        return box

    # Readout -----------------------------------------------------------------------------------

    def kept_clear(self) -> list[QRectF]:
        """Return where the step's pair and the chosen sample are."""
        return [_square(at, radius) for at, radius, _ in self._ring_places(self.thickness())]

    def readout(self) -> list[str]:
        """Describe what is under the mouse: a sample, else a unit's line, else the point."""
        scene, at = self.scene, self.hover
        if scene is None or at is None:
            return []
        sample = self.dots.nearest(self, at)
        if sample is not None:
            return texts.sample_lines(scene, *sample)
        unit = self.hovered_unit()
        if unit is not None:
            return texts.unit_lines(scene, unit)
        return texts.point_lines(scene, self.values_at(at))

    def unit_at(self, pixel: QPointF) -> int | None:
        """Return the hidden unit whose number is at a pixel, or whose line is near it."""
        if not self.lines_shown:
            return None
        named = (k for k, box in self.labels.items() if box.contains(pixel))
        return next(named, self.line_at(pixel))

    def hovered_unit(self) -> int | None:
        """Return the unit whose line a click would choose."""
        if self.hover is None or not self.area().contains(self.hover.toPoint()):
            return None
        if self.dots.nearest(self, self.hover) is not None:
            return None
        return self.unit_at(self.hover)

    # Mouse -------------------------------------------------------------------------------------

    def _click(self, pixel: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        sample = unit = None
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            sample, unit = self.dots.nearest(self, pixel), self.unit_at(pixel)
        if sample is not None:
            self.sample_clicked.emit(*sample)
        elif unit is not None:
            self.unit_clicked.emit(unit)
        else:
            self.point_wanted.emit(self.values_at(pixel))

    def _is_tried(self, pixel: QPointF) -> bool:
        """Whether the tried point is there, so that a drag moves it and not the view."""
        at = self.tried_place()
        return at is not None and (at - pixel).manhattanLength() <= 10.0 * self.thickness()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._dragged = event.position(), None
            self._holds = self._is_tried(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or move the readout."""
        at, press = event.position(), self._press
        if press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if self._dragged is None and (at - press).manhattanLength() >= _DRAG:
                self._dragged = press
            if self._dragged is not None:
                self.hover = None
                if self._holds:
                    self.point_wanted.emit(self.values_at(at))
                else:
                    self._move(at - self._dragged)
                self._dragged = at
                return
        super().mouseMoveEvent(event)
        self._show_cursor(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or click."""
        press, dragged = self._press, self._dragged
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._press = self._dragged = None
        if press is not None and dragged is None and self.area().contains(press.toPoint()):
            self._click(press, event.modifiers())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turned = event.angleDelta().y()
        if turned and self.area().contains(event.position().toPoint()):
            self.zoom(2.0 ** (-turned / 480), event.position())
        event.accept()

    def _move(self, way: QPointF) -> None:
        (cx, cy), (ux, uy) = self._centre, self.unit
        self._centre = (cx - way.x() * ux, cy + way.y() * uy)
        self._set_zoomed(True)
        self.refit()

    def _show_cursor(self, at: QPointF) -> None:
        """Show what a click or a drag would do."""
        shape = Qt.CursorShape.CrossCursor
        if not self.area().contains(at.toPoint()):
            shape = Qt.CursorShape.ArrowCursor
        elif self._is_tried(at):
            shape = Qt.CursorShape.SizeAllCursor
        elif self.dots.nearest(self, at) is not None or self.unit_at(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if shape != self.cursor().shape():
            self.setCursor(QCursor(shape))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the sample under the pointer."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.hover = QPointF(event.pos())
        super().contextMenuEvent(event)

    def copy_menu(self) -> QMenu:
        """Return the menu of the right mouse button."""
        menu = super().copy_menu()
        sample = None if self.hover is None else self.dots.nearest(self, self.hover)
        if sample is not None:
            train = QAction(self.tr("Train on this sample next"), menu)
            train.setObjectName("boundary_train_next")
            train.triggered.connect(lambda: self.train_wanted.emit(*sample))
            put_first(menu, train)
        return menu

    # Keys and size -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the tried point by arrows, begin one by Enter, end it by Esc or Delete.

        PageUp and PageDown zoom, Home shows all; every other key is left alone.
        """
        key, alone = event.key(), plain(event)
        shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
            Qt.KeyboardModifier.ShiftModifier
        )
        if self.tried is None and key in ENTER and alone:
            self.point_wanted.emit(self.values_at(QRectF(self.area()).center()))
        elif self.tried is not None and key in _CLEAR and alone:
            self.point_wanted.emit(None)
        elif self.tried is not None and key in ARROWS and (shift or alone):
            right, down = ARROWS[key]
            way = (right, -down)
            if not any(way[: len(self.tried)]):  # up and down mean nothing along a curve
                event.ignore()
                return
            self._nudge(self.tried, way, _FAR if shift else 1.0)
        elif key in _ZOOM_KEYS and alone:
            self.zoom(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_Home and alone and self.zoomed:
            self.show_all()
        else:
            event.ignore()

    def _nudge(self, tried: Values, way: tuple[int, int], times: float) -> None:
        """Move the tried point by about two pixels, or so many times as far."""
        moved = (
            value + 2.0 * times * step * unit
            for value, step, unit in zip(tried, way, self.unit, strict=False)
        )
        self.point_wanted.emit(tuple(moved))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is in sight."""
        super().resizeEvent(event)
        self.refit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the room that another font leaves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refit()


def _square(middle: QPointF, reach: float) -> QRectF:
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)


def _paint_tried(painter: QPainter, at: QPointF, thick: int) -> None:
    arms = [QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)]
    for colour, width in ((current_theme().base, 5.0), (current_theme().text, 2.0)):
        pen = QPen(QColor(colour), width * thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for arm in arms:
            painter.drawLine(at + arm * _INNER * thick, at + arm * _OUTER * thick)
    _ring(painter, at, _INNER * thick, current_theme().text, 2.0 * thick)


def _ring(painter: QPainter, at: QPointF, radius: float, ink: str, width: float) -> None:
    """Draw a ring with a seam in the colour of the ground, so that it is seen on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide in ((current_theme().base, width + 3), (ink, width)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawEllipse(at, radius, radius)
