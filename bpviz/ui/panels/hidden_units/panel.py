"""UnitsPanel: each hidden unit with its weights, what it does, and how much it matters."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from bpviz.network.types import Ints
from bpviz.training.commands import SwitchOff
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import EDGE, named, vbox, widget_of
from bpviz.ui.kit.controls.placeholder import Placeholder, pages
from bpviz.ui.panels.hidden_units import texts
from bpviz.ui.panels.hidden_units.card_layout import UnitPart
from bpviz.ui.panels.hidden_units.cards import UnitCards
from bpviz.ui.panels.hidden_units.header import CARDS, HISTOGRAMS, UnitsHeader
from bpviz.ui.panels.hidden_units.histograms import UnitHistograms
from bpviz.ui.panels.hidden_units.model import ShownUnits, UnitOrder

MANY_WEIGHTS = 1_000_000
"""Above so many weights a look for the largest takes long, so they are drawn less often."""

MANY_CARDS = 32
"""Above so many cards in sight they are drawn half as often."""

LOW = 18
"""Lines of text that the panel is high where there is room to say of how many samples it speaks."""

_Pointed = tuple[int, UnitPart, int | None]


class UnitsPanel(Panel):
    """A card for each hidden unit, or histograms of all weights and values."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("units_panel", send, parent)
        self._frame: Frame | None = None
        self._units: ShownUnits | None = None
        self._off: frozenset[int] = frozenset()
        self._echo: PendingEdit[tuple[int, ...]] = PendingEdit(self._follow_off)
        self._run: int | None = None
        self._selection: Selection | None = None
        self._pointed: _Pointed | None = None
        self._order: tuple[object, Ints] = (None, np.zeros(0, dtype=np.int64))
        self._scales = (ColourRange(), ColourRange())

        self.cards = named(
            UnitCards(),
            "units_cards",
            self.tr("Hidden units"),
            tip=self.tr(
                "One card per hidden unit: its row of W₁ as a picture or bars, its column of W₂ "
                "as bars, and its figures over all samples. Click a card to select the unit in "
                "all panels, its check box to ablate it. By keys: arrows move, Enter selects, "
                "Space toggles the ablation."
            ),
        )
        self.cards.explain = self._explain
        self.histograms = UnitHistograms()
        self.head = UnitsHeader(self.histograms.choice)
        self.readout = ElidedLabel(name="units_readout")
        self._views = QStackedWidget()
        self._views.addWidget(self.cards)
        self._views.addWidget(self.histograms)
        drawn = vbox(self.head, self._views, self.readout, spacing=4, stretch=self._views)
        self._pages = pages(Placeholder("units_message"), widget_of(drawn))
        vbox(self._pages, into=self, margins=EDGE)

        self.cards.clicked.connect(self._clicked)
        self.cards.toggled.connect(self._toggled)
        self.cards.pointed.connect(self._point)
        self.head.all_on.clicked.connect(self._all_on)
        self.head.order.currentIndexChanged.connect(self._redraw)
        self.head.views.changed.connect(self._show_view)
        self._show_view(CARDS)

    def needs(self) -> Set[Need]:
        """Return what it draws from: a look at the hidden units."""
        return {Need.UNITS}

    @property
    def switched_off(self) -> frozenset[int]:
        """Units that are off, or that the trainer was just asked to leave out."""
        return self._off

    def show_frame(self, frame: Frame) -> None:
        """Draw the hidden units of `frame`."""
        self._frame = frame
        if frame.run != self._run:  # what was asked of another run does not matter any more
            self._run = frame.run
            self._follow_off(frame.switched_off)
        self._echo.arrived(frame.switched_off, frame)
        self._redraw()

    def set_presenting(self, on: bool) -> None:
        """Leave out the line below, and of how many samples the figures are."""
        self.head.set_presenting(on)
        self.readout.setVisible(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the cards."""
        super().resizeEvent(event)
        self.head.set_low(self.height() < LOW * self.fontMetrics().height())

    def select(self, selection: Selection | None) -> None:
        """Frame the card of the unit that a weight belongs to; None frames none."""
        self._selection = selection
        unit = None if selection is None else selection.hidden_unit
        self.cards.select(unit)
        if self._views.currentWidget() is self.histograms:
            self.histograms.show_units(self._units, unit)

    @Slot()
    def _redraw(self) -> None:
        frame = self._frame
        if frame is None:
            return
        units = self._units = ShownUnits.of(frame, self._off)
        self._pages.setCurrentIndex(0 if units is None else 1)
        if units is None:
            return
        large = units.network.W1T.size > MANY_WEIGHTS
        age = texts.age(units, frame.step)
        self.head.say(texts.verdict(units), age, some_off=bool(units.off))
        if self._views.currentWidget() is self.histograms:
            self.interval_ms = 100 if large else 33
            unit = None if self._selection is None else self._selection.hidden_unit
            self.histograms.show_units(units, unit)
            return
        many = len(self.cards.visible_places()) > MANY_CARDS
        self.interval_ms = 100 if large else 33 if many else 16
        first, second = self._scales
        limits = (
            first.show(peak(units.network.W1T), units.stretch),
            second.show(peak(units.network.W2), units.stretch),
        )
        self.head.scale.set_limit(limits[0])
        self.cards.show_units(units, self._ranked(units), limits)
        self._read()

    def _ranked(self, units: ShownUnits) -> Ints:
        """Return the order of the cards; they move only when another look is there."""
        order = self.head.chosen_order()
        scan = None if order is UnitOrder.INDEX else units.scan
        key = (order, units.network.n_hidden, self._run, scan)
        if key != self._order[0]:
            self._order = (key, units.ranked(order))
        return self._order[1]

    @Slot(str)
    def _show_view(self, view: str) -> None:
        self._views.setCurrentIndex(1 if view == HISTOGRAMS else 0)
        self.head.show_view(view)
        self._point(None)
        self._redraw()

    # What a person does ------------------------------------------------------------------------

    @Slot(int)
    def _clicked(self, unit: int) -> None:
        before = self._selection
        column = before.column if before is not None and before.matrix == "W1" else 0
        selection = Selection("W1", unit, column)
        self.select(selection)
        self.weight_selected.emit(selection)

    @Slot(int)
    def _toggled(self, unit: int) -> None:
        self._switch(self._off ^ {unit})

    @Slot()
    def _all_on(self) -> None:
        self._switch(frozenset())

    def _switch(self, off: frozenset[int]) -> None:
        self._off = off
        self._echo.sent(self.send(SwitchOff(tuple(sorted(off)))))
        self._redraw()

    def _follow_off(self, off: tuple[int, ...]) -> None:
        self._off = frozenset(off)

    # What is read ------------------------------------------------------------------------------

    @Slot(object)
    def _point(self, pointed: _Pointed | None) -> None:
        self._pointed = pointed
        self._read()

    def _read(self) -> None:
        units, pointed = self._units, self._pointed
        hint = self.tr("Point at a card to read it, click to select its unit.")
        if self._views.currentWidget() is self.histograms:
            hint = self.tr("Point at a bin to read it.")
        if units is None or pointed is None or pointed[0] >= units.network.n_hidden:
            self.readout.setText(hint)
            return
        self.readout.setText(self._reading(units, pointed))
        if pointed[1] is UnitPart.CARD:
            self.cards.setAccessibleDescription(self.readout.text())

    def _reading(self, units: ShownUnits, pointed: _Pointed, write: texts.Write = number) -> str:
        unit, part, index = pointed
        if part is UnitPart.PICTURE and index is not None and index < units.network.n_inputs:
            return texts.input_reading(units, unit, index, write)
        if part is UnitPart.OUTPUTS and index is not None and index < units.network.n_outputs:
            return texts.output_reading(units, unit, index, write)
        if part is UnitPart.VALUES and index is not None and units.scan is not None:
            return texts.bin_reading(units.scan, unit, index)
        return texts.unit_reading(units, unit)

    def _explain(self, unit: int, part: UnitPart, at: QPoint) -> str:
        """Return the tooltip of a part of a card."""
        units = self._units
        if units is None:
            return ""
        found = self.cards.found_at(at.toPointF())
        if part is UnitPart.TOGGLE:
            return self.tr(
                "Untick to see the network without unit {unit} (ablation). The run itself goes on "
                "with all units; only what evaluates the network (the drawing, the plane of its "
                "inputs, the figures above) leaves the unit out."
            ).format(unit=counting.shown(unit))
        if part is UnitPart.FIGURE and found is not None and found[2] is not None:
            return texts.explanations(units)[found[2]]
        if part is UnitPart.VALUES:
            return self.tr("Histogram of h over all samples; the highest bin fills the height.")
        if part in (UnitPart.PICTURE, UnitPart.OUTPUTS):
            pointed = unit, part, None if found is None else found[2]
            return self._reading(units, pointed, exact)
        return ""
