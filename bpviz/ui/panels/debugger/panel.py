"""DebuggerPanel: the phases of the step at hand, their formulas, and every number in them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase, rows_in
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import count, ordinal
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.phase_names import phase_name
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection
from bpviz.ui.kit.controls.export_menu import export_menu
from bpviz.ui.kit.controls.layouts import EDGE, vbox, widget_of
from bpviz.ui.kit.controls.placeholder import Placeholder, pages
from bpviz.ui.panels.debugger.formulas.inspection import BY_ROW, ROWS, Inspection
from bpviz.ui.panels.debugger.formulas.phase_lines import chain_lines, phase_lines, updated_row
from bpviz.ui.panels.debugger.formulas.pieces import Line
from bpviz.ui.panels.debugger.formulas.step_numbers import StepNumbers
from bpviz.ui.panels.debugger.formulas.tables import tables_of
from bpviz.ui.panels.debugger.formulas.templates import formulas_of
from bpviz.ui.panels.debugger.header import DebuggerHeader, row_range
from bpviz.ui.panels.debugger.page import FormulaPage
from bpviz.ui.panels.debugger.phase_list import PhaseList

TERMS, TERMS_LARGE = 5, 3
"""Terms of a sum that are written out, and in large text."""


class DebuggerPanel(Panel):
    """The phases as a list; of one of them the formula, in general and with its numbers.

    It follows the run until a person looks at another phase or row (`Inspection`).
    """

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("debugger_panel", send, parent)
        self.inspection = Inspection()
        self._frame: Frame | None = None
        self._terms = TERMS
        self.phases = PhaseList("debugger_phases")
        self.head = DebuggerHeader()
        self.page = FormulaPage()
        shown = vbox(self.phases, self.head, self.page, spacing=4, stretch=self.page)
        self._pages = pages(Placeholder("debugger_empty"), widget_of(shown))
        vbox(self._pages, into=self, margins=EDGE)

        self.phases.inspected.connect(self._inspect)
        self.head.row_edit.valueChanged.connect(self._choose_row)
        self.head.row_edit.valueChanged.connect(self.accepted)
        self.head.row_edit.refused.connect(self.refused)
        self.head.follow.clicked.connect(self._follow)
        self.head.clear.clicked.connect(self._clear)
        self.page.pointed.connect(self.highlighted)
        self.page.weight_chosen.connect(self._select_here)

    def set_presenting(self, on: bool) -> None:
        """Write fewer terms out."""
        self._terms = TERMS_LARGE if on else TERMS
        self._draw()

    def show_frame(self, frame: Frame) -> None:
        """Show the step of `frame`."""
        self._frame = frame
        self.inspection.take(frame)
        self._draw()

    @Slot(object)
    def select(self, selection: Selection | None) -> None:
        """Show the chain rule of a weight that was selected somewhere; None lets it go."""
        self.inspection.selection = selection
        shown = self._frame
        # A weight that this frame does not have is of a run of which none has been shown here yet.
        if selection is None or (shown is not None and selection.exists_in(shown.network)):
            self._draw()

    # ---- what is shown

    def _draw(self) -> None:
        frame, inspection = self._frame, self.inspection
        loaded = frame is not None and frame.dataset is not None
        self._pages.setCurrentIndex(int(loaded))
        if frame is None or not loaded:
            return
        phase, row, network = inspection.phase, inspection.row, frame.network
        numbers = StepNumbers(frame, self._terms)
        self.phases.set_place(frame.phase, frame.row, network.n_hidden, network.n_outputs)
        self.phases.show_phase(phase)
        self._show_head(frame, numbers)
        self._show_formula(numbers, phase, row)
        self._show_numbers(numbers, phase, row)
        self.page.tables.set_tables(*tables_of(numbers, phase, row), frame.stretch)

    def _show_head(self, frame: Frame, numbers: StepNumbers) -> None:
        inspection, phase = self.inspection, self.inspection.phase
        title = self.phases.long_name(phase)
        self.head.set_words(title, self._state(frame), following=inspection.follows)
        name, remark = "", ""
        if phase is Phase.UPDATE:
            name = self.tr("row")
            place = updated_row(numbers, inspection.row)
            remark = self.tr("{range}: row {row} of {matrix}").format(
                range=row_range(inspection.rows),
                row=counting.shown(place.row),
                matrix=MATRIX_SYMBOLS[place.matrix],
            )
        elif phase in ROWS:
            letter = "j" if ROWS[phase] == "output" else "k"
            words = self.tr("row {letter}") if phase in BY_ROW else self.tr("entry {letter}")
            name = words.format(letter=letter)
        self.head.set_row(name, inspection.row, inspection.rows, remark)
        self.head.set_selection(inspection.selection)

    def _state(self, frame: Frame) -> str:
        """Return where the run stands, in words."""
        phase, step = frame.phase, count(frame.step)
        if phase is Phase.DRAW:
            return self.tr("Preview of step {step}").format(step=step)
        name = phase_name(phase)
        if phase in BY_ROW:
            rows = rows_in(phase, frame.network.n_hidden, frame.network.n_outputs)
            words = self.tr("In step {step}, next: {phase}, row {row} {range}")
            row = ordinal(frame.row)
            return words.format(step=step, phase=name, row=row, range=row_range(rows))
        return self.tr("In step {step}, next: {phase}").format(step=step, phase=name)

    def _show_formula(self, numbers: StepNumbers, phase: Phase, row: int) -> None:
        sigmas = numbers.network.sigma1, numbers.network.sigma2
        first = updated_row(numbers, row).matrix == "W1"
        formulas = formulas_of(phase, *sigmas, as_printed=numbers.as_printed, of_W1=first)
        self.page.formula.set_formulas(formulas)
        note = self.tr(
            "As printed in the note, which is wrong: a vector of ones takes the place of column k "
            "of W₂. W₁ₖh, which exists only for n = l, is read as W₁ₖx."
        )
        printed = numbers.as_printed and phase is Phase.GRAD_W1
        self.page.set_note(note if printed else "")

    def _show_numbers(self, numbers: StepNumbers, phase: Phase, row: int) -> None:
        selection, page = self.inspection.selection, self.page
        done = self.inspection.before() if self.inspection.follows else None
        chain: list[Line] = []
        before: list[Line] = []
        title = last = ""
        if selection is not None:
            chain = chain_lines(numbers, selection)
            title = self.tr("Chain rule of {weight}").format(weight=selection.words)
        if done is not None:
            before = phase_lines(numbers, *done, selection)
            last = self.tr("Computed last: {phase}").format(phase=self.phases.long_name(done[0]))
        lines = phase_lines(numbers, phase, row, selection)
        page.show_lines(page.chain, chain, title)
        # What the chain rule says already is not said again.
        page.show_lines(page.numbers, _unless_in(chain, lines))
        page.show_lines(page.before, _unless_in(chain, before), last)

    # ---- what a person does

    @Slot(object)
    def _inspect(self, phase: Phase) -> None:
        self.inspection.show(phase)
        self._draw()

    @Slot()
    def _follow(self) -> None:
        self.inspection.follow()
        self._draw()

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        before = self.inspection.selection
        after = self.inspection.choose_row(row)
        self._draw()
        if after != before:
            self.weight_selected.emit(after)

    @Slot()
    def _clear(self) -> None:
        self._select_here(None)

    @Slot(object)
    def _select_here(self, selection: Selection | None) -> None:
        self.select(selection)
        self.weight_selected.emit(selection)

    # ---- copying

    def text(self) -> str:
        """Return formula and numbers, these with all their digits."""
        return f"{self.phases.long_name(self.inspection.phase)}\n\n{self.page.text()}\n"

    def build_menu(self) -> QMenu:
        """Return a new context menu."""
        return export_menu(self, self.text, self.page.content.grab)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy formula and numbers."""
        self.build_menu().popup(event.globalPos())
        event.accept()


def _unless_in(chain: list[Line], lines: list[Line]) -> list[Line]:
    return [] if all(line in chain for line in lines) else lines
