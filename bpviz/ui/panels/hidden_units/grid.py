"""UnitGrid: the cards of the hidden units in their places, in a grid that scrolls."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bpviz.network.types import Ints
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.panels.hidden_units.card_layout import UnitLayout
from bpviz.ui.panels.hidden_units.card_painting import UnitPainter
from bpviz.ui.panels.hidden_units.model import ShownUnits
from bpviz.ui.panels.hidden_units.texts import WIDEST, figure_names


class UnitGrid(QAbstractScrollArea):
    """Which units are shown, in which order, and where each card lies.

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

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
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
        self._theme: Theme = LIGHT
        self._painter = UnitPainter((self.tr("on"), self.tr("off")))
        self._made: tuple[object, UnitLayout] | None = None

    # What it shows -----------------------------------------------------------------------------

    def show_units(
        self, units: ShownUnits | None, order: Ints, limits: tuple[float, float]
    ) -> None:
        """Show these units in this order, W₁ and W₂ on scales up to `limits`."""
        old, self.units, self.limits = self.units, units, limits
        changed = len(order) != len(self.order) or old is None or units is None
        changed = changed or (
            old is not None and units is not None and old.picture != units.picture
        )
        self.order = order
        if changed:
            self._hover = None
            self.current = min(self.current, max(len(order) - 1, 0))
            self._set_range()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._painter.set_theme(theme)
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

    def cards(self) -> UnitLayout:
        """Return the layout of the grid at this width and font."""
        shape = None if self.units is None else self.units.picture
        key = (self.viewport().width(), self.font().key(), shape)
        if self._made is None or self._made[0] != key:
            metrics = self.fontMetrics()
            names = figure_names()
            longest = max(names, key=metrics.horizontalAdvance)
            state = max(self._painter.words, key=metrics.horizontalAdvance)
            layout = UnitLayout.fitting(
                metrics, self.viewport().width(), (longest, WIDEST), state, shape
            )
            self._made = (key, layout)
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
