"""CheckContent: the pictures of a gradient check, and the plot of one weight, as there is room."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection, marked_in
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark, heading
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import AdaptiveLabel, ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, named, splitter, vbox, widget_of
from bpviz.ui.panels.gradient_check import texts
from bpviz.ui.panels.gradient_check.error_map import EntryKind, ErrorView, entry_colours
from bpviz.ui.panels.gradient_check.sweep_view import SweepView

HIGH, WIDE = 24, 40
"""Lines of text: so high the plot has room below the pictures, so wide it has it beside them."""

TALL = 28
"""Lines that the pictures are high where they have room below each other."""

MIDDLE = 17
"""Lower than this there is room for one line below the pictures."""

SHARES, PRESENTED = (58, 42), (50, 50)
"""Shares of the pictures and the plot in the room, and in that of a presentation."""


class ErrorPart(QWidget):
    """The heatmap of one matrix below its title.

    Signals
    -------
    clicked(object)
        A `Selection`.
    """

    clicked = Signal(object)

    def __init__(self, matrix: MatrixName) -> None:
        super().__init__()
        self.matrix: MatrixName = matrix
        self.title = AdaptiveLabel(name=f"errors{matrix[1]}_title", bold=True)
        self.view = ErrorView(f"errors{matrix[1]}", matrix)
        words = self.tr("Relative errors of the gradient of {symbol}")
        self.view.setAccessibleName(words.format(symbol=MATRIX_SYMBOLS[matrix]))
        self.view.setToolTip(
            self.tr(
                "Relative error |closed form − difference| / max(|closed form|, |difference|) of "
                "every weight of {symbol}, as colours on a logarithmic scale. A gradient below a "
                "ten-thousandth of the largest one is divided by that ten-thousandth instead. "
                "Click a weight to select it; by keys: Enter selects, arrows move."
            ).format(symbol=MATRIX_SYMBOLS[matrix])
        )
        # It touches nothing beside it.
        title = hbox(self.title, margins=(0, 0, self.title.fontMetrics().height() // 4, 0))
        vbox(title, self.view, into=self, spacing=2, stretch=self.view)
        self.view.clicked.connect(self._clicked)

    @Slot(int, int)
    def _clicked(self, row: int, column: int) -> None:
        self.clicked.emit(Selection(self.matrix, row, column))


class CheckContent(FittedWidget):
    """W₁ and W₂ beside or below each other, the plot beside or below them.

    Signals
    -------
    clicked(object)
        A `Selection`.
    """

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: CheckInfo | None = None
        self._drawn = False
        self._presenting = self._low = False
        self._pointed = ""  # what is said of the weight under the mouse
        self._reader: QObject | None = None  # the view that says so
        self.parts = {"W1": ErrorPart("W1"), "W2": ErrorPart("W2")}
        self.sweep = SweepView()
        self.legend = named(
            LegendBar(most=2),
            "errors_legend",
            self.tr("Legend"),
            tip=self.tr("What the colours of the heatmaps mean"),
        )
        self.reading = ElidedLabel(name="errors_readout")
        self._matrices = splitter("errors_parts", *self.parts.values())
        back = [part.view.show_all_button for part in self.parts.values()]
        line = hbox(self.reading, *back, spacing=0, stretch=self.reading)
        pictures = vbox(self._matrices, line, self.legend, spacing=2, stretch=self._matrices)
        self._outer = splitter("gradient_check_parts", widget_of(pictures), self.sweep)
        vbox(self._outer, into=self)
        theme_changed.connect(self._name)
        for part, button in zip(self.parts.values(), back, strict=True):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            button.setSizePolicy(policy)
            part.clicked.connect(self.clicked)
            part.view.set_low(True)  # one line, as wide as both, reads for both
            part.view.read.connect(self._read)

    def show_note(self, note: CheckInfo | None) -> None:
        """Draw what a check found; the same again costs nothing."""
        if note is self._note and self._drawn:
            return
        self._drawn = True
        self.sweep.show_note(note)
        result = None if note is None else note.result
        if result is not None:
            for part, checked in zip(self.parts.values(), (result.W1, result.W2), strict=True):
                part.view.set_checked(checked, result.step_size)
                part.title.set_sentences(texts.matrix_title(part.matrix, checked))
        self._note = note
        for part in self.parts.values():
            part.setVisible(result is not None)
        self._name()
        self._fit()

    def set_titles(self, tile_shape: tuple[int, int] | None) -> None:
        """Name the axes; W₁ is drawn as tiles of (height, width), or as a matrix."""
        k, tile = self.tr("hidden unit k"), self.tr("one tile per hidden unit k")
        first, second = (part.view for part in self.parts.values())
        first.set_titles(k, self.tr("input i"), k if self._presenting else tile)
        first.set_tile_shape(tile_shape)
        second.set_titles(self.tr("output j"), k, "")

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight; of the other matrix, the same hidden unit."""
        for part in self.parts.values():
            part.view.set_mark(*marked_in(part.matrix, selection))
        self._say()

    def set_presenting(self, on: bool) -> None:
        """Leave out the lines below the pictures."""
        self._presenting = on
        self.sweep.set_presenting(on)
        self._fit()

    def _name(self) -> None:
        """Name the entries that are no errors, where there are any."""
        found = {kind for part in self.parts.values() for kind in part.view.kinds}
        colours = entry_colours(current_theme())
        words = {
            EntryKind.KINK: self.tr("at a kink"),
            EntryKind.UNRESOLVED: self.tr("lost in rounding"),
            EntryKind.UNCHECKED: self.tr("not compared"),
        }
        entries = [LegendEntry(Mark.SQUARE, colours[k], words[k]) for k in words if k in found]
        self.legend.set_entries([heading(self.tr("colours: relative error")), *entries])
        self._say()

    def _say(self) -> None:
        """Read a weight, or say how; where there is little room the legend gives way to it."""
        there = self._note is not None and self._note.result is not None
        words = self._pointed or self._of_selected()
        brief = self._presenting or self._low
        self.reading.setText(words or self.tr("Point at a weight to read it, click to select it."))
        self.reading.setVisible(there and (not brief or bool(self._pointed)))
        told = len(self.legend.entries) > 1
        self.legend.setVisible(there and (not brief or (told and not self._pointed)))

    def _of_selected(self) -> str:
        for part in self.parts.values():
            cell = part.view.marks.selected
            if cell is not None:
                return part.view.describe(*cell)
        return ""

    @Slot(str)
    def _read(self, words: str) -> None:
        if words or self.sender() is self._reader:
            self._pointed, self._reader = words, self.sender() if words else None
            self._say()

    def _fit(self) -> None:
        """Find out how everything has room."""
        line = self.fontMetrics().height()
        high, wide = self.height() / line, self.width() / line
        below = high >= HIGH or wide < WIDE
        shares = PRESENTED if self._presenting else SHARES
        pictures = high * SHARES[0] / 100 if below else high
        self._turn(self._outer, below, shares)
        stacked = pictures >= TALL or (not below and high >= MIDDLE)
        self._turn(self._matrices, stacked, (62, 38))
        self.parts["W2"].view.set_bar(stacked)  # beside each other one is enough: they are alike
        room = self.height() * shares[1] // 100 if below else self.height()
        shown = room >= self.sweep.least_height()
        back = shown and self.sweep.isHidden()
        self.sweep.setVisible(shown)
        if back:  # as high or wide as it was when it went, or as nothing
            self._outer.setSizes([100 * share for share in shares])
        self.sweep.set_room(room)
        self._low = high < MIDDLE
        self._say()

    @staticmethod
    def _turn(parts: QSplitter, upright: bool, shares: tuple[int, int]) -> None:
        """Put the two parts below or beside each other, with their shares of the room."""
        wanted = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        if parts.orientation() != wanted or not any(parts.sizes()):
            parts.setOrientation(wanted)
            parts.setSizes([100 * share for share in shares])
