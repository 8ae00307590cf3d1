"""FormulaPage: a phase's formula, its numbers, a weight's chain rule, and tables, to scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.layouts import vbox, widget_of
from bpviz.ui.panels.debugger.formula_view import FormulaView
from bpviz.ui.panels.debugger.formulas.pieces import Line
from bpviz.ui.panels.debugger.number_lines import NumberLines
from bpviz.ui.panels.debugger.table_list import TableList


class FormulaPage(QScrollArea):
    """Everything that the debugger says of one phase, one below the other.

    Attributes
    ----------
    formula : FormulaPicture
        In general.
    numbers, chain, before : FormulaLines
        With numbers: of the row at hand, of the selected weight, and what was computed last.
    tables : SmallMatrixList
        What the phase reads and writes.
    content : QWidget
        All of it, also what is scrolled out of sight.

    Signals
    -------
    pointed(object)
        The `Highlight` of what is pointed at, or None.
    weight_chosen(object)
        A person chose a weight: a `Selection`.
    """

    pointed = Signal(object)
    weight_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("debugger_page")
        self.formula = FormulaView("debugger_formula")
        self.note = _caption()
        self.numbers = NumberLines("debugger_numbers", self.tr("The formula with its numbers"))
        self.chain = NumberLines("debugger_chain", self.tr("Chain rule of the selected weight"))
        self.before = NumberLines("debugger_before", self.tr("Computed last"))
        self.tables = TableList("debugger_table")
        self._titles = {lines: _caption() for lines in (self.numbers, self.chain, self.before)}
        titled = (part for lines, title in self._titles.items() for part in (title, lines))
        parts = (self.formula, self.note, *titled, self.tables)
        column = vbox(*parts, margins=(0, 4, 6, 0), spacing=6)
        column.addStretch(1)
        self.content = widget_of(column)
        self.setWidget(self.content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tables.pointed.connect(self.pointed)
        self.tables.weight_chosen.connect(self.weight_chosen)
        for lines in self._titles:
            lines.pointed.connect(self.pointed)
            lines.chosen.connect(self._choose)

    def show_lines(self, place: NumberLines, lines: Sequence[Line], title: str = "") -> None:
        """Show other `numbers`, `chain` or `before` below a title; no lines hide both."""
        _say(self._titles[place], title if lines else "")
        place.set_lines(lines)
        place.setVisible(bool(lines))

    def set_note(self, words: str) -> None:
        """Say something about the formula."""
        _say(self.note, words)

    def text(self) -> str:
        """Return formula and numbers as text, these with all their digits."""
        parts = [self.formula.text(), self.note.text()]
        for lines, title in self._titles.items():
            parts.append(f"{title.text()}\n{lines.text(full=True)}".strip("\n"))
        return "\n\n".join(part for part in parts if part)

    @Slot(object)
    def _choose(self, place: Highlight) -> None:
        """Choose the weight that a clicked number is, if it is one."""
        matrix: MatrixName = "W2" if place.W1 is None else "W1"
        row, column = place.W1 or place.W2 or (None, None)
        if row is not None and column is not None:
            self.weight_chosen.emit(Selection(matrix, row, column))


def _caption() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(MUTED)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.hide()
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
