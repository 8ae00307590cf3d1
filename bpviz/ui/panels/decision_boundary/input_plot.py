"""InputPlot: what the plane and the curve have in common: samples, a tried point, clicks, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.datasets.dataset import Part
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, plain
from bpviz.ui.panels.decision_boundary.map_chart import MapChart
from bpviz.ui.panels.decision_boundary.sample_points import SamplePoints

Values = tuple[float, ...]
"""Values of the inputs that vary, in the order of `PlaneInputs.axes`."""

_FAR = 10.0
"""How many times as far an arrow key goes with Shift."""

_CLEAR = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class InputPlot(MapChart):
    """Base of both plots.

    A click chooses the sample under it, else the hidden unit whose line is there, else it tries
    the point; with Shift it always tries the point.

    Signals
    -------
    sample_clicked(object, object)
        `Part` and index.
    unit_clicked(object)
        A hidden unit.
    point_wanted(object)
        `Values` to try, or None to try none.

    Attributes
    ----------
    dots : SampleDots
    tried : Values or None
    describe_point, describe_sample, describe_unit : callable
        Return the readout's lines for values of the inputs; for a part and an index; for a unit.
    add_actions : callable
        Adds to the menu what can be done with a sample, given its part and index.
    table : callable
        Returns what "Copy values" copies.
    """

    sample_clicked = Signal(object, object)
    unit_clicked = Signal(object)
    point_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dots = SamplePoints()
        self.tried: Values | None = None
        self.selected_unit: int | None = None
        self.lines_shown = True
        self.corner = ""
        self.describe_point: Callable[[Values], list[str]] = lambda values: []
        self.describe_sample: Callable[[Part, int], list[str]] = lambda part, index: []
        self.describe_unit: Callable[[int], list[str]] = lambda unit: []
        self.add_actions: Callable[[QMenu, Part, int], None] = lambda menu, part, index: None
        self.table: Callable[[], str] = str
        self._rings: tuple[tuple[QPointF, bool], ...] = ()
        self.clicked.connect(self._click)

    # What a plot adds --------------------------------------------------------------------------

    def unit_at(self, pixel: QPointF) -> int | None:
        """Return the hidden unit whose line is near a pixel."""
        return None

    def values_at(self, pixel: QPointF) -> Values:
        """Return the inputs at a pixel."""
        raise NotImplementedError

    def tried_place(self) -> QPointF | None:
        """Return the pixel of the tried point."""
        return None

    # Data --------------------------------------------------------------------------------------

    def set_tried(self, values: Values | None) -> None:
        """Mark a point."""
        if values != self.tried:
            self.tried = values
            self.update()

    def set_selected_unit(self, unit: int | None) -> None:
        """Mark a hidden unit."""
        if unit != self.selected_unit:
            self.selected_unit = unit
            self.update()

    def set_lines_shown(self, on: bool) -> None:
        """Show or hide what belongs to single hidden units."""
        self.lines_shown = on
        self.update()

    def set_corner(self, words: str) -> None:
        """Say something in a corner of the plot."""
        if words != self.corner:
            self.corner = words
            self.update()

    def set_rings(self, at_hand: QPointF | None, selected: QPointF | None) -> None:
        """Ring the place of the step's pair and of the chosen sample, in units of the axes."""
        rings = tuple(
            (place, chosen)
            for place, chosen in ((at_hand, False), (selected, True))
            if place is not None
        )
        if rings != self._rings:
            self._rings = rings
            self.update()

    # Painting ----------------------------------------------------------------------------------

    def paint_marks(self, painter: QPainter, area: QRect) -> None:
        """Draw rings, the tried point and the corner's words over everything else."""
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().accent), self.thickness()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.thickness()
        for value, chosen in self._rings:
            at, radius = self.place(value.x(), value.y()), self.dots.radius() + 4.0 * thick
            if chosen:
                radius += 2.0 * thick
            ink = current_theme().accent if chosen else current_theme().text
            _ring(painter, at, radius, current_theme().base, ink, (2.5 if chosen else 2.0) * thick)
        tried = self.tried_place()
        if tried is not None:
            self._paint_tried(painter, tried, thick)
        if self.corner:
            self._paint_corner(painter, area)

    def _paint_tried(self, painter: QPainter, at: QPointF, thick: int) -> None:
        inner, outer = 5.0 * thick, 13.0 * thick
        arms = [QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)]
        for colour, width in ((current_theme().base, 5.0), (current_theme().text, 2.0)):
            pen = QPen(QColor(colour), width * thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for arm in arms:
                painter.drawLine(at + arm * inner, at + arm * outer)
        _ring(painter, at, inner, current_theme().base, current_theme().text, 2.0 * thick)

    def _paint_corner(self, painter: QPainter, area: QRect) -> None:
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self.corner, Qt.TextElideMode.ElideRight, area.width() - 20)
        box = QRectF(area.left() + 5, area.top() + 5, metrics.horizontalAdvance(words) + 10, 0)
        box.setHeight(metrics.height() + 4)
        ground = QColor(current_theme().base)
        ground.setAlpha(215)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(current_theme().warning))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def readout(self) -> list[str]:
        """Describe what is under the mouse: a sample, else a unit's line, else the point."""
        if self.hover is None:
            return []
        sample = self.dots.nearest(self, self.hover)
        if sample is not None:
            return self.describe_sample(*sample)
        unit = self.hovered_unit()
        if unit is not None:
            return self.describe_unit(unit)
        return self.describe_point(self.values_at(self.hover))

    def hovered_unit(self) -> int | None:
        """Return the unit whose line a click would choose."""
        if self.hover is None or not self.area().contains(self.hover.toPoint()):
            return None
        if self.dots.nearest(self, self.hover) is not None:
            return None
        return self.unit_at(self.hover)

    def values_text(self) -> str:
        """Return what is drawn as a table."""
        return self.table()

    # Events ------------------------------------------------------------------------------------

    def _click(self, pixel: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            sample = self.dots.nearest(self, pixel)
            unit = self.unit_at(pixel)
            if sample is not None:
                self.sample_clicked.emit(*sample)
                return
            if unit is not None:
                self.unit_clicked.emit(unit)
                return
        self.point_wanted.emit(self.values_at(pixel))

    def grab_at(self, pixel: QPointF) -> bool:
        """Whether the tried point is there."""
        at = self.tried_place()
        return at is not None and (at - pixel).manhattanLength() <= 10.0 * self.thickness()

    def grabbed(self, pixel: QPointF) -> None:
        """Try the point there."""
        self.point_wanted.emit(self.values_at(pixel))

    def cursor_at(self, pixel: QPointF) -> Qt.CursorShape:
        """Show what a click or a drag would do."""
        if self.grab_at(pixel):
            return Qt.CursorShape.SizeAllCursor
        if self.dots.nearest(self, pixel) is not None or self.unit_at(pixel) is not None:
            return Qt.CursorShape.PointingHandCursor
        return super().cursor_at(pixel)

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
            self.add_actions(menu, *sample)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the tried point by arrows, begin one by Enter, end it by Esc or Delete."""
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
        else:
            super().keyPressEvent(event)

    def _nudge(self, tried: Values, way: tuple[int, int], times: float) -> None:
        """Move the tried point by about two pixels, or so many times as far."""
        moved = (
            value + 2.0 * times * step * unit
            for value, step, unit in zip(tried, way, self.unit, strict=False)
        )
        self.point_wanted.emit(tuple(moved))


def _ring(painter: QPainter, at: QPointF, radius: float, base: str, ink: str, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(base), width + 2))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(QColor(ink), width))
    painter.drawEllipse(at, radius, radius)
