"""UnitCards: a card for each hidden unit, in a grid that paints what is in sight."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from bpviz.network.types import Ints
from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.chart import near
from bpviz.ui.kit.controls.export_menu import export_menu
from bpviz.ui.kit.controls.keys import plain, presses, walked
from bpviz.ui.panels.hidden_units.card_layout import CardLayout, UnitPart, pointed_at
from bpviz.ui.panels.hidden_units.card_painting import CardPainter, paint_frame
from bpviz.ui.panels.hidden_units.model import ShownUnits
from bpviz.ui.panels.hidden_units.texts import figure_names, table, widest_figure


class UnitCards(QAbstractScrollArea):
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

    Attributes
    ----------
    units : ShownUnits or None
    order : (l,) int64
        The unit of each place.
    limits : tuple of two float
        Ends of the scales of W₁ and W₂.
    selected : int or None
        The unit that is framed.
    current : int
        The place that the keys are at.
    """

    clicked = Signal(int)
    toggled = Signal(int)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(0, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.units: ShownUnits | None = None
        self.order: Ints = np.zeros(0, dtype=np.int64)
        self.limits = (1.0, 1.0)
        self.selected: int | None = None
        self.current = 0
        self._hover: int | None = None
        self._painter = CardPainter((self.tr("on"), self.tr("off")))
        self._made: tuple[object, CardLayout] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.explain: Callable[[int, UnitPart, QPoint], str] = lambda unit, part, at: ""
        self._press: tuple[QPointF, int, bool] | None = None

    # What it shows -----------------------------------------------------------------------------

    def show_units(
        self, units: ShownUnits | None, order: Ints, limits: tuple[float, float]
    ) -> None:
        """Show these units in this order, W₁ and W₂ on scales up to `limits`."""
        old, self.units, self.limits = self.units, units, limits
        same = old is not None and units is not None and old.picture == units.picture
        same = same and len(order) == len(self.order)
        self.order = order
        if not same:
            self._hover = None
            self.current = min(self.current, max(len(order) - 1, 0))
            self._set_range()
        self.viewport().update()

    def select(self, unit: int | None) -> None:
        """Frame the card of `unit`, and scroll to it where it is out of sight."""
        if unit != self.selected:
            self.selected = unit
            place = self.place_of(unit)
            if place is not None:
                self.current = place
                self.reveal(place)
            self.viewport().update()

    def place_of(self, unit: int | None) -> int | None:
        """Return the place of a unit in the grid; None where it has none."""
        found = np.flatnonzero(self.order == (-1 if unit is None else unit))
        return int(found[0]) if len(found) else None

    # Geometry ----------------------------------------------------------------------------------

    def cards(self) -> CardLayout:
        """Return the layout of the grid at this width and font."""
        shape = None if self.units is None else self.units.picture
        key = (self.viewport().width(), self.font().key(), shape)
        if self._made is None or self._made[0] != key:
            metrics, width = self.fontMetrics(), self.viewport().width()
            longest = max(figure_names(), key=metrics.horizontalAdvance)
            state = max(self._painter.words, key=metrics.horizontalAdvance)
            figures = (longest, widest_figure())
            self._made = key, CardLayout.fitting(metrics, width, figures, state, shape)
        return self._made[1]

    def card_rect(self, place: int) -> QRect:
        """Return where the card at `place` is drawn in the viewport."""
        return self.cards().card(place).translated(0, -self.verticalScrollBar().value())

    def visible_places(self) -> range:
        """Return the places of the cards in sight."""
        top = self.verticalScrollBar().value()
        return self.cards().places(top, top + self.viewport().height(), len(self.order))

    def _set_range(self) -> None:
        bar, layout = self.verticalScrollBar(), self.cards()
        height = self.viewport().height()
        bar.setRange(0, max(layout.total_height(len(self.order)) - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(3 * layout.line)

    def reveal(self, place: int) -> None:
        """Scroll until the card at `place` is in sight."""
        card, bar = self.cards().card(place), self.verticalScrollBar()
        gap, height = self.cards().gap, self.viewport().height()
        if card.top() - gap < bar.value():
            bar.setValue(card.top() - gap)
        elif card.bottom() + gap > bar.value() + height:
            bar.setValue(min(card.bottom() + gap - height, card.top() - gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first card in sight in sight."""
        first = self.visible_places().start if self._made is not None else 0
        super().resizeEvent(event)
        self._set_range()
        if first:
            self.verticalScrollBar().setValue(self.cards().card(first).top() - self.cards().gap)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_made"):
            self._set_range()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what has come into sight."""
        self.viewport().update()

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards in sight."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(current_theme().window))
            units, places = self.units, self.visible_places()
            if units is not None and len(places):
                shown = self.order[places.start : places.stop].tolist()
                corners = [self.card_rect(place).topLeft() for place in places]
                painter.setFont(tabular(self.font()))
                self._painter.paint(painter, units, shown, corners, self.cards(), self.limits)
                for place, unit in zip(places, shown, strict=True):
                    card, hovered = self.card_rect(place), place == self._hover
                    paint_frame(painter, card, selected=unit == self.selected, hovered=hovered)
                    if self.hasFocus() and place == self.current:
                        painter.setPen(QPen(QColor(current_theme().text), 1, Qt.PenStyle.DotLine))
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
        export_menu(self, self.values_text, self.viewport().grab).popup(event.globalPos())

    def values_text(self) -> str:
        """Return all units as a table, tabs between columns."""
        return "" if self.units is None else table(self.units)

    # Keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the cards, select, switch; leave every other key to the window."""
        columns, n = self.cards().columns, len(self.order)
        page = max(len(self.visible_places()) // columns - 1, 1)
        place = walked(event.key(), self.current, n, per_line=columns, page=page)
        if place is not None and plain(event):
            self.current = place
            self.reveal(place)
            self._say_current()
            self.viewport().update()
        elif n and presses(event):
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
