"""FindPanel: the steps of the past that meet a condition, or at which a number is largest."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import AddBreakpoint, CancelQuestion
from bpviz.training.events import Frame
from bpviz.training.pairs.pairs import Pairs
from bpviz.ui.core.answered_branch import elsewhere, way_to
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.export_menu import actions_menu
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import AdaptiveLabel, Complaint, Note
from bpviz.ui.kit.controls.layouts import EDGE, flow, hbox, named, vbox, widget_of
from bpviz.ui.panels.find.form import FindForm
from bpviz.ui.panels.find.found import FoundTable
from bpviz.ui.panels.find.query import class_names
from bpviz.ui.panels.find.texts import cost_words, result_words, time_left

_ASKING = ("FindSteps", "FindLargest")
"""The questions that are this panel's."""

_KNOWN = 0.02
"""Share of the search from which on the time that is left is told."""


_LINES_FOR_BUTTONS = 18
"""So many lines of text high, it has its buttons below the list; else its context menu has them."""

_LINES_FOR_ALL = 12
"""Below that, a complaint takes the place of "Find": Return finds as well."""


class FindPanel(Fitted, Panel):
    """A line for what to find, and the list of what was found."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("find_panel", send, parent)
        self._frame: Frame | None = None
        self._newest: Frame | None = None
        self._pairs: Pairs | None = None
        self._classes: tuple[str, ...] = ()
        self._asked = 0
        self._since = 0.0
        self._left = ""
        self.form = FindForm(self)
        self.complaint = Complaint("find_complaint")
        self.find_button = push_button(
            "find_find",
            self.tr("Find"),
            self.tr("Compute the steps once more beside the run, and list those (Return)."),
            self.tr("Find the steps"),
        )
        self.cancel_button = push_button(
            "find_cancel",
            self.tr("Cancel"),
            self.tr("End the search; what it has found stays."),
            self.tr("Cancel the search"),
        )
        self.cost = AdaptiveLabel(name="find_cost", muted=True)
        self.progress = named(
            QProgressBar(maximum=1000),
            "find_progress",
            self.tr("Progress of the search"),
            tip=self.tr("Share of the steps that have been searched"),
        )
        self.progress.setMinimumWidth(1)
        self.result = Note("find_result", role=self.foregroundRole())
        self.table = FoundTable(self)
        self.table.setToolTip(self.tr("The steps found; a click or Return goes to that step."))
        self.add_button = push_button(
            "find_add_breakpoint",
            self.tr("Add as breakpoint"),
            self.tr("Stop the run at the next step that meets this condition."),
        )
        self.copy_button = push_button(
            "find_copy",
            self.tr("Copy"),
            self.tr("Copy steps, samples and values as CSV text, with all digits."),
            self.tr("Copy the list"),
        )
        self._lay_out()
        self._make_menu()
        self.form.entered.connect(self.begin)
        self.form.edited.connect(self._estimate)
        self.form.complained.connect(self._complain)
        self.find_button.clicked.connect(self.begin)
        self.cancel_button.clicked.connect(self._cancel)
        self.add_button.clicked.connect(self._add)
        self.copy_button.clicked.connect(self._copy)
        self.table.step_wanted.connect(self._go)
        self._follow(None)

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what makes a search."""
        return self.form, self.complaint, self.cost, self.progress

    def _lay_out(self) -> None:
        self._state = QStackedWidget(self)
        for part in (self.cost, self.progress):
            self._state.addWidget(part)
        self._state.setMinimumWidth(1)
        self._row = widget_of(
            hbox(self.find_button, self.cancel_button, self._state, spacing=6, stretch=self._state)
        )
        self._below = flow(self.add_button, self.copy_button, spacing=6)
        vbox(
            self.form,
            self._row,
            self.complaint,
            self.result,
            self.table,
            self._below,
            into=self,
            margins=EDGE,
            spacing=4,
            stretch=self.table,
        )

    def _make_menu(self) -> None:
        self.add_action = QAction(self.add_button.text(), self)
        self.add_action.triggered.connect(self._add)
        self.copy_action = QAction(self.copy_button.text(), self)
        self.copy_action.triggered.connect(self._copy)
        self.table.addActions([self.add_action, self.copy_action])
        actions_menu(self.table)

    # Frames ------------------------------------------------------------------------------------

    def note_frame(self, frame: Frame) -> None:
        """Know the run, should something be sought in it before the panel is in sight."""
        self._newest = frame

    def show_frame(self, frame: Frame) -> None:
        """Show what was found, and how far a search is."""
        before, self._frame = self._frame, frame
        if before is None or before.dataset is not frame.dataset:
            self._pairs = None if frame.dataset is None else Pairs(frame.dataset)
            self._classes = () if frame.dataset is None else class_names(frame.dataset)
        self.form.show_frame(frame)
        if before is None or _ways(before) != _ways(frame):
            self._estimate()
        self._follow(frame)

    @property
    def searching(self) -> bool:
        """Whether a search is under way."""
        frame = self._frame
        return frame is not None and (
            frame.asked.what in _ASKING or frame.acknowledged < self._asked
        )

    def _follow(self, frame: Frame | None) -> None:
        running = self.searching
        self.find_button.setVisible(not running)
        self.cancel_button.setVisible(running)
        self.find_button.setEnabled(frame is not None and frame.dataset is not None)
        self._state.setCurrentWidget(self.progress if running else self.cost)
        found = None if frame is None else frame.asked.found
        if frame is not None:
            self._show_progress(frame, running=running)
            branch = "" if found is None else elsewhere(frame, found.branch)
            self.table.show_frame(frame, branch)
            words = ""
            if found is not None:
                words = result_words(found, self._classes, running=running)
                if branch:
                    words = self.tr("On {branch}: {words}").format(branch=branch, words=words)
            if words != self.result.text():
                self.result.setText(words)
            if frame.asked.problem and frame.asked.asked in _ASKING:
                self.complaint.show_sentence(translated(frame.asked.problem))  # then it is fitted
        self.result.setVisible(found is not None)
        able = found is not None and found.condition is not None
        for part in (self.add_button, self.add_action):
            part.setEnabled(able)
        for each in (self.copy_button, self.copy_action):
            each.setEnabled(found is not None and len(found.steps) > 0)
        self.table.set_empty_text(self._hint() if found is None else "")
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for."""
        lines = self.height() / self.fontMetrics().height()
        listed = self.table.found.found is not None
        self._below.setVisible(listed and lines >= _LINES_FOR_BUTTONS)
        complains = bool(self.complaint.text()) and not self.searching
        self._row.setVisible(lines >= _LINES_FOR_ALL or not complains)

    def _hint(self) -> str:
        return self.tr(
            "Type a condition and press Return: the steps of this branch that meet it are listed "
            "here. The run stays where it is; F3 goes to the next step found."
        )

    def _show_progress(self, frame: Frame, *, running: bool) -> None:
        if not running:
            self._since = 0.0
            return
        share, now = frame.asked.fraction or 0.0, time.monotonic()
        if not self._since or frame.acknowledged < self._asked:
            self._since, share = now, 0.0
        words = "%p %"
        if share >= _KNOWN:
            words = f"%p % · {time_left((now - self._since) * (1 / share - 1))}"
            if self.fontMetrics().horizontalAdvance(words) > self.progress.width() - 8:
                words = "%p %"
        self.progress.setFormat(words)
        self.progress.setValue(round(1000 * share))

    @Slot()
    def _estimate(self) -> None:
        """Say what the search would cost."""
        frame, query = self._frame, None
        if frame is not None and self._pairs is not None and self.form.line.text().strip():
            query = self.form.query()
        if query is None or frame is None or self._pairs is None:
            self.cost.set_sentences(())
            return
        steps, seconds = query.cost(frame, self._pairs)
        self.cost.set_sentences(cost_words(steps, seconds, query.cost_of_each))

    # What a person does ------------------------------------------------------------------------

    def begin_typing(self) -> None:
        """Bring the cursor to what is to be found."""
        self._catch_up()
        self.activateWindow()
        self.form.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.line.selectAll()

    def _catch_up(self) -> None:
        """Know the run at once, where the panel has just come into sight."""
        if self._newest is not None and self._newest is not self._frame:
            self.show_frame(self._newest)

    def search(self, condition: Breakpoint) -> None:
        """Find the steps that meet a condition."""
        self._catch_up()
        self.form.fill(condition)
        self.begin()

    def select(self, selection: Selection | None) -> None:
        """Offer the selected weight among the examples."""
        self.form.select(selection)

    @Slot()
    def begin(self) -> None:
        """Begin the search, or complain."""
        query = self.form.taken()
        if query is not None:
            self._complain("")
            self._asked = self.send(query.command())
            self._since = 0.0
            self._follow(self._frame)

    @Slot(str)
    def _complain(self, sentence: str) -> None:
        self.complaint.show_sentence(sentence)
        self._fit()

    @Slot()
    def _cancel(self) -> None:
        self.send(CancelQuestion())

    @Slot(object)
    def _go(self, step: int) -> None:
        frame = self._frame
        found = None if frame is None else frame.asked.found
        self.send(way_to(frame, None if found is None else found.branch, step))

    @Slot()
    def _add(self) -> None:
        found = None if self._frame is None else self._frame.asked.found
        if found is not None and found.condition is not None:
            self.send(AddBreakpoint(found.condition))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.found.text())


def _ways(frame: Frame) -> tuple[object, ...]:
    """Return what the cost of a search depends on."""
    return frame.run, frame.branch, frame.tip, len(frame.keyframes)
