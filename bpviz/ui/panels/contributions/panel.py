"""ContributionsPanel: which samples made the selected weight, its row or its hidden unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from bpviz.training.commands import (
    AskContributions,
    AskTrail,
    CancelQuestion,
    SelectSample,
)
from bpviz.training.contributions import Contributions, UnitContributions
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core import counting
from bpviz.ui.core.answered_branch import elsewhere, way_to
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection
from bpviz.ui.kit.controls.layouts import EDGE, vbox
from bpviz.ui.kit.controls.placeholder import Placeholder, loading
from bpviz.ui.kit.sample_list.marks import at_hand
from bpviz.ui.panels.contributions import texts
from bpviz.ui.panels.contributions.classes import ClassTable
from bpviz.ui.panels.contributions.header import (
    CLASSES,
    ROW,
    SAMPLES,
    SUM,
    TIME,
    UNIT,
    WEIGHT,
    ContributionsHeader,
)
from bpviz.ui.panels.contributions.over_time import ContributionTime
from bpviz.ui.panels.contributions.parts import Parts
from bpviz.ui.panels.contributions.pictures import SumOfRows
from bpviz.ui.panels.contributions.samples import ContributionSamples

TRAIL = AskTrail.__name__
QUESTION = AskContributions.__name__
LOW = 15
"""Lines of text; lower, one line above the pages is left out."""


class ContributionsPanel(Panel):
    """Asks for a replay of some steps, and shows what each sample and class added in them."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("contributions_panel", send, parent)
        self._frame: Frame | None = None
        self._newest: Frame | None = None
        self._on_paper = False
        self._selection: Selection | None = None
        self._parts: Parts | None = None
        self._found: Contributions | UnitContributions | None = None
        self._branch = ""  # what they are of, if that is another branch than the one at hand
        self.head = ContributionsHeader()
        self.samples = ContributionSamples()
        self.classes = ClassTable()
        self.sum = SumOfRows()
        self.time = ContributionTime()
        self.message = Placeholder("contributions_message")
        self.pages = QStackedWidget()
        for page in (self.samples, self.classes, self.sum, self.time, self.message):
            self.pages.addWidget(page)
        layout = vbox(self.head, self.pages, into=self, margins=EDGE, spacing=4, stretch=self.pages)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.head.asked.connect(self.ask)
        self.head.cancelled.connect(self._cancel)
        self.head.page_changed.connect(self._show_page)
        self.head.kinds.changed.connect(self._show_target)
        self.head.kinds.changed.connect(self._show_page)
        self.head.side.changed.connect(self._turn_side)
        self.samples.chosen.connect(self._choose_sample)
        self.samples.curve_wanted.connect(self._show_curve)
        self.classes.chosen.connect(self._choose_class)
        self.classes.pair_chosen.connect(self._choose_pair)
        self.time.plot.step_clicked.connect(self._go)
        self.time.table.step_chosen.connect(self._go)
        self._show_target()
        self._show_page()

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return the question: the answer says what was asked."""
        return (self.head.controls,)

    def another(self) -> Panel:
        """Return one for a figure, in which a curve needs no list of its steps."""
        twin = super().another()
        assert isinstance(twin, ContributionsPanel)
        twin._on_paper = True
        twin.time.leave_out_steps()
        return twin

    def figure_subject(self) -> str:
        """Return of what, and what is shown of it."""
        if self._parts is None:
            return ""
        page = self.head.pages.button(self.head.pages.value()).text()
        return f"{texts.place(self._parts.found)}, {page}"

    def note_frame(self, frame: Frame) -> None:
        """Know where the run stands, also while nobody sees the panel."""
        self._newest = frame

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the newest answer, and how far a replay under way has come."""
        self._frame = self._newest = frame
        asked = frame.asked
        self.head.set_tip(frame.tip)
        under_way = asked.fraction if asked.what in (QUESTION, TRAIL) else None
        self.head.show_progress(under_way)
        self._show_target()
        if asked.contributions is not self._found:
            self._found = asked.contributions
            self._show_found()
        if self._parts is not None:
            found = self._parts.found
            branch = elsewhere(frame, found.branch)
            if branch != self._branch:
                self._branch = branch
                self._say(self._parts)
            trail = asked.trail
            if trail is not None and trail.target != found.target:
                trail = None  # of the other weights of the unit
            tip = max(frame.tip, found.stop)
            self.time.show_trail(found, trail, frame.step, tip, asked.what == TRAIL)
            selected = None if frame.selected_part != "train" else frame.selected
            self.samples.set_marks(selected, at_hand(frame))
        self._show_page()

    @property
    def _side(self) -> MatrixName:
        """The weights of a unit that are shown."""
        return "W1" if self.head.side.value() == "W1" else "W2"

    def _show_found(self) -> None:
        parts = self._parts = Parts.of(self._found, self._side)
        self.head.side.setVisible(isinstance(self._found, UnitContributions))
        if parts is None:
            self.head.say((), (), "", "")
            return
        self._say(parts)
        self.samples.show_parts(parts)
        self.classes.show_parts(parts)
        if not parts.found.target.single:
            self.sum.show_found(parts.found)

    def _say(self, parts: Parts) -> None:
        self.head.say(
            texts.headline(parts, self._branch),
            texts.equation(parts),
            texts.stretch(parts.found, self._branch),
            texts.explanation(parts),
        )

    @Slot()
    def _show_target(self) -> None:
        frame = self._frame
        ready = frame is not None and frame.dataset is not None and frame.state is not State.LOADING
        self.head.show_target(self._selection, ready=ready)

    @Slot()
    def _show_page(self) -> None:
        """Bring the chosen page to the front, or say why there is none."""
        parts = self._parts
        single = parts is not None and parts.found.target.single
        self.head.pages.setVisible(parts is not None)
        self.head.pages.button(SUM).setEnabled(not single)
        page = self.head.pages.value()
        if parts is None or (page == SUM and single):
            self.message.setText(self._nothing(parts))
            self.pages.setCurrentWidget(self.message)
            return
        widgets = {
            SAMPLES: self.samples, CLASSES: self.classes, SUM: self.sum, TIME: self.time
        }  # fmt: skip
        self.pages.setCurrentWidget(widgets[page])

    def _nothing(self, parts: Parts | None) -> str:
        frame = self._frame
        if frame is None or frame.dataset is None:
            return loading()
        if parts is not None:
            return self.tr("A single weight has no picture. Choose Row or Unit, and compute again.")
        if frame.asked.problem and frame.asked.asked == QUESTION:
            return translated(frame.asked.problem)
        if frame.asked.what == QUESTION:
            return self.tr("Replaying…")
        if self._selection is None:
            return self.tr(
                "Which samples made this weight? Select a weight in W₁ or W₂, and press Compute."
            )
        return self.tr("Press Compute: which samples made {weight}?").format(weight=self._of())

    def _of(self) -> str:
        """Return what would be asked about: a weight, a row or a unit."""
        selection = self._selection
        assert selection is not None
        symbol = MATRIX_SYMBOLS[selection.matrix]
        kind = self.head.kinds.value()
        if kind == WEIGHT:
            return selection.words
        if kind == ROW:
            return counting.entry(symbol, selection.row)
        return counting.entry(MATRIX_SYMBOLS["W1"], selection.hidden_unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where it is low."""
        super().resizeEvent(event)
        low = self.height() < LOW * self.fontMetrics().height()
        self.head.set_low(low and not self._on_paper)

    # What a person does ------------------------------------------------------------------------

    def select(self, selection: Selection | None) -> None:
        """Ask about another weight from now on."""
        self._selection = selection
        self._show_target()
        self._show_page()

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Offer the steps that plots along time are zoomed to."""
        self.head.set_zoomed(steps)

    @Slot()
    def _turn_side(self) -> None:
        """Show the other weights of a unit."""
        self._show_found()
        if self._frame is not None:
            self.show_frame(self._frame)

    @Slot()
    def ask(self) -> None:
        """Ask what made the selected weight, its row or its unit, in the steps that are chosen."""
        selection, frame = self._selection, self._newest
        if selection is None or frame is None or frame.dataset is None:
            return
        self.head.set_tip(frame.tip)
        stretch = self.head.stretch(frame.step)
        if stretch is None:
            return
        kind = self.head.kinds.value()
        if kind == UNIT:
            self.send(AskContributions("W1", selection.hidden_unit, None, *stretch, unit=True))
        else:
            column = selection.column if kind == WEIGHT else None
            self.send(AskContributions(selection.matrix, selection.row, column, *stretch))

    @Slot()
    def _cancel(self) -> None:
        self.send(CancelQuestion())

    @Slot(int)
    def _choose_sample(self, sample: int) -> None:
        self.send(SelectSample(sample))
        self.send(AskTrail(sample=sample, matrix=self._side))

    @Slot(int)
    def _show_curve(self, sample: int) -> None:
        self._choose_sample(sample)
        self._turn_to(TIME)

    @Slot(int)
    def _choose_class(self, label: int) -> None:
        self.send(AskTrail(label=label, matrix=self._side))
        self._turn_to(TIME)

    @Slot(int)
    def _choose_pair(self, pair: int) -> None:
        self.send(AskTrail(sample=pair, matrix=self._side))
        self._turn_to(TIME)

    def _turn_to(self, page: str) -> None:
        self.head.pages.set_value(page)
        self._show_page()

    @Slot(object)
    def _go(self, step: int) -> None:
        branch = None if self._parts is None else self._parts.found.branch
        self.send(way_to(self._frame, branch, int(step)))
