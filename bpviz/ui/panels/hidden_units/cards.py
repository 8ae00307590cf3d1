"""UnitCards: a card for each hidden unit, in a grid that paints what is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.kit.charts.chart import near
from bpviz.ui.kit.controls.export_menu import add_export_actions
from bpviz.ui.kit.sample_list.unit_navigation import presses, walked
from bpviz.ui.panels.hidden_units.card_layout import UnitPart
from bpviz.ui.panels.hidden_units.grid import UnitGrid
from bpviz.ui.panels.hidden_units.hover import pointed_at
from bpviz.ui.panels.hidden_units.texts import table


class UnitCards(UnitGrid):
    """The grid, painted, and what mouse and keys do in it.

    A click on the check box of a card switches its unit, a click elsewhere selects it.  With the
    keyboard: arrows, Page up and down, Home and End walk through the cards, Enter selects, Space
    switches.  It takes the focus by Tab alone, so that a click leaves Space to the run.

    Signals
    -------
    clicked(int)
        Select this unit.
    toggled(int)
        Switch this unit off or on.
    pointed(object)
        ``(unit, part, index)`` under the mouse or the keyboard's card, or None; `index` is an
        input, an output or a bin, None elsewhere.
    """

    clicked = Signal(int)
    toggled = Signal(int)
    pointed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.explain: Callable[[int, UnitPart, QPoint], str] = lambda unit, part, at: ""
        self._press: tuple[QPointF, int, bool] | None = None

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards in sight."""
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(self.viewport().rect(), QColor(self._theme.window))
            units, places = self.units, self.visible_places()
            if units is not None and len(places):
                shown = self.order[places.start : places.stop].tolist()
                corners = [self.card_rect(place).topLeft() for place in places]
                painter.setFont(tabular(self.font()))
                self._painter.paint(painter, units, shown, corners, self.cards(), self.limits)
                for place, unit in zip(places, shown, strict=True):
                    self._paint_card_frame(painter, place, unit)
        finally:
            painter.end()  # a painter left open by an error would crash the program

    def _paint_card_frame(self, painter: QPainter, place: int, unit: int) -> None:
        card = self.card_rect(place)
        self._painter.paint_frame(
            painter, card, selected=unit == self.selected, hovered=place == self._hover
        )
        if self.hasFocus() and place == self.current:
            painter.setPen(QPen(QColor(self._theme.text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(card.adjusted(4, 4, -5, -5))

    # Mouse -------------------------------------------------------------------------------------

    def found_at(self, at: QPointF) -> tuple[int, UnitPart, int | None] | None:
        """Return unit, part and entry at a point of the viewport; None between cards."""
        units = self.units
        down = QPoint(int(at.x()), int(at.y()) + self.verticalScrollBar().value())
        place = self.cards().place_at(down, len(self.order))
        if place is None or units is None:
            return None
        inside = at - QPointF(self.card_rect(place).topLeft())
        return int(self.order[place]), *pointed_at(units, self.cards(), inside)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed."""
        found = self.found_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._press = event.position(), found[0], found[1] is UnitPart.TOGGLE

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch or select the unit that was pressed."""
        pressed, self._press = self._press, None
        if pressed is None or not near(pressed[0], event.position(), 8.0):
            return
        _, unit, switches = pressed
        place = self.place_of(unit)
        self.current = self.current if place is None else place
        (self.toggled if switches else self.clicked).emit(unit)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count the second press as one more."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        found = self.found_at(event.position())
        self._set_hover(None if found is None else self.place_of(found[0]))
        self.pointed.emit(found)
        inside = found is not None and found[1] is UnitPart.TOGGLE
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor
        )

    def _set_hover(self, place: int | None) -> None:
        if place != self._hover:
            self._hover = place
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is under the mouse, and forget it when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
            self.pointed.emit(None)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.found_at(QPointF(event.pos()))
            words = self.toolTip() if found is None else self.explain(*found[:2], event.pos())
            QToolTip.showText(event.globalPos(), words or self.toolTip(), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the figures or the picture."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_export_actions(menu, self, self.values_text, self.viewport().grab)
        menu.popup(event.globalPos())

    def values_text(self) -> str:
        """Return all units as a table, tabs between columns."""
        return "" if self.units is None else table(self.units)

    # Keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the cards, select, switch; leave every other key to the window."""
        columns = self.cards().columns
        lines = max(len(self.visible_places()) // columns - 1, 1)
        place = walked(event, self.current, len(self.order), columns, lines)
        if place is not None:
            self.current = place
            self.reveal(place)
            self._say_current()
            self.viewport().update()
        elif len(self.order) and presses(event):
            if not event.isAutoRepeat():
                space = event.key() == Qt.Key.Key_Space
                (self.toggled if space else self.clicked).emit(int(self.order[self.current]))
        else:
            event.ignore()

    def _say_current(self) -> None:
        if self.current < len(self.order):
            self.pointed.emit((int(self.order[self.current]), UnitPart.CARD, None))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which card the keys are at."""
        super().focusInEvent(event)
        self.reveal(min(self.current, max(len(self.order) - 1, 0)))
        self._say_current()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the keys' frame away."""
        super().focusOutEvent(event)
        self.pointed.emit(None)
        self.viewport().update()
