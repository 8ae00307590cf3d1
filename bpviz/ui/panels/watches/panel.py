"""WatchesPanel: numbers of the run that somebody follows, and their curves."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bpviz.network.activations import Activation
from bpviz.training.breakpoints import BARE, Breakpoint, Condition
from bpviz.training.commands import (
    AddBreakpoint,
    AddWatch,
    AskWatches,
    CancelQuestion,
    Command,
    RemoveWatch,
    Seek,
)
from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo, WatchInfo
from bpviz.training.message import sentence_of
from bpviz.training.quantities import Need
from bpviz.training.search_results import WatchCurves
from bpviz.training.settings import SettingsError
from bpviz.training.watches import Cost, Watch
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import current_theme
from bpviz.ui.core.watch_texts import (
    cost_words,
    read_watch,
    suggestions,
    typed_form,
    words_of,
)
from bpviz.ui.kit.breakpoints.conditions import condition_words, explanation, value_name
from bpviz.ui.kit.breakpoints.values import read_value
from bpviz.ui.kit.charts.branch_curves import legend_entries
from bpviz.ui.kit.charts.legend import LegendEntry, Mark
from bpviz.ui.kit.charts.step_chart_view import StepChartView
from bpviz.ui.kit.controls.buttons import flat_button, push_button
from bpviz.ui.kit.controls.export_menu import actions_menu
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.keys import ENTER
from bpviz.ui.kit.controls.labels import Complaint
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import InputError
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.watches.model import WatchTable
from bpviz.ui.panels.watches.plot import NAMED, OtherBranch, WatchPlot, beside
from bpviz.ui.panels.watches.points import PublishedPoints

MOST_AT_ONCE = 15
"""Other watches whose curves are computed with the selected one's."""

_LINES_FOR_BOTH = 16
"""So many lines of text high, the panel shows the curve below the list; else without it."""


class WatchView(StepChartView):
    """The plot with its legend and switches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = WatchPlot()
        self.plot.setObjectName("watches_plot")
        self.plot.setAccessibleName(self.tr("Curve of the watch along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "Points are values that came to the window while the run went on. “Exact” computes "
                "the value at every step in sight again, beside the run: a line, and where a pixel "
                "has many steps a band from the least to the largest. Other branches are drawn in "
                "their colours, each from its fork on. Click: go to that step. "
                "Wheel or drag: zoom. Double click: whole run. Right click: copy."
            )
        )
        log_value = (self.tr("log value"), self.tr("Logarithmic axis of the value."))
        self.exact_button = push_button(
            "watches_exact",
            self.tr("Exact"),
            self.tr("Compute the value at every step in sight, beside the run."),
        )
        self.branches = flat_button(
            "watches_branches",
            self.tr("branches"),
            self.tr("The number on the other branches of this run, each from its fork on."),
        )
        self.branches.setChecked(True)
        self.branches.hide()
        super().__init__("watches", self.plot, log_value, parent, more=(self.branches,))
        self.buttons.insertWidget(0, self.exact_button)

    def show_several(self, several: bool) -> None:
        """Offer the other branches where there are any."""
        self.branches.setVisible(several and not self._presenting)
        self._stack()

    def update_legend(self) -> None:
        """Say what is drawn, where there is room."""
        entries, colour = [], current_theme().series[0]
        curves = self.plot.curves
        if curves is not None:
            entries.append(LegendEntry(Mark.LINE, colour, self.tr("every step")))
            if curves.width > 1:
                entries.append(LegendEntry(Mark.BAND, colour, self.tr("least to largest")))
        if len(self.plot.steps):
            entries.append(LegendEntry(Mark.POINTS, colour, self.tr("seen while it ran")))
        entries += legend_entries(self.plot.others, NAMED)
        self.legend.set_entries(tuple(entries))
        self.legend.setVisible(bool(entries))
        self._stack()
        # Where it is low the plot gives way: no colour without the name of its branch.
        margins = self.top.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self.legend.setMinimumHeight(self.legend.heightForWidth(room))


class WatchesPanel(Fitted, Panel):
    """A line to add a number, the list of those that are followed, and the curve of one."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("watches_panel", send, parent)
        self._frame: Frame | None = None
        self._run: int | None = None  # of which the points and curves are
        self._selection: Selection | None = None
        self._points = PublishedPoints()
        self._curves: dict[tuple[int, Watch], tuple[WatchCurves, int]] = {}
        self._seen: WatchCurves | None = None
        self._asked = 0  # number of the question about the curve that is waited for
        self._still_to_ask: list[AskWatches] = []  # about the other branches, behind it
        self._answered = False
        self._echo: PendingEdit[tuple[WatchInfo, ...]] = PendingEdit(self._follow)
        self._guard = WheelGuard(self)
        self.offers = QComboBox(self)
        self.offers.setObjectName("watches_offers")
        self.offers.setEditable(True)
        self.offers.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.offers.setAccessibleName(self.tr("Numbers to watch"))
        self._guard.guard(self.offers)
        self.watch_edit = NumberLine(self._judged)
        self.offers.setLineEdit(self.watch_edit)
        self.offers.setCompleter(None)  # type: ignore[arg-type]  # what is typed is what is meant
        self.watch_edit.setObjectName("watches_edit")
        self.watch_edit.setAccessibleName(self.tr("Number to watch"))
        self._explain()
        self.add_button = push_button(
            "watches_add", self.tr("Add"), self.tr("Follow this number (Return).")
        )
        self.complaint = Complaint("watches_complaint")
        self.list = WatchTable("watches_list", self)
        self.list.setAccessibleName(self.tr("Watches"))
        self.list.setWhatsThis(
            self.tr(
                "The numbers that you follow: the value where the run stands, and the change by "
                "the last step. The curve is that of the selected one; Del removes it."
            )
        )
        self.list.set_empty_text(
            self.tr(
                "A watch follows a number through the run: its value, what the last step made of "
                "it, and its curve. Type one above, or press Shift+F9 to add the selected weight."
            )
        )
        self.view = WatchView(self)
        self.plot = self.view.plot
        self.progress = QProgressBar(self)
        self.progress.setObjectName("watches_progress")
        self.progress.setAccessibleName(self.tr("Progress of the exact curve"))
        self.progress.setRange(0, 1000)
        self.progress.hide()
        self.cancel_button = push_button(
            "watches_cancel", self.tr("Cancel"), self.tr("Give up the exact curve.")
        )
        self.cancel_button.hide()
        self._make_stop_row()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show_condition()
        self._show()

    def needs(self) -> Set[Need]:
        """Return that it shows the watches."""
        return {Need.WATCHES}

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what makes watches and breakpoints."""
        return self.offers, self.complaint, self._stops, self.progress

    def figure_subject(self) -> str:
        """Return the watch whose curve is drawn."""
        watch = self.list.current
        return "" if watch is None else words_of(watch)

    # Building ----------------------------------------------------------------------------------

    def _make_stop_row(self) -> None:
        self.condition_edit = QComboBox(self)
        self.condition_edit.setObjectName("watches_condition_edit")
        self.condition_edit.setAccessibleName(self.tr("Condition of the data breakpoint"))
        for condition, words in (
            (Condition.WATCH_ABOVE, self.tr("is above")),
            (Condition.WATCH_BELOW, self.tr("is below")),
            (Condition.SIGN_CHANGE, self.tr("changes sign")),
            (Condition.MOVE_ABOVE, self.tr("moves by more than")),
        ):
            self.condition_edit.addItem(words, condition)
        self._guard.guard(self.condition_edit)
        self.value_edit = NumberLine(self._read_value, self)
        self.value_edit.setObjectName("watches_value_edit")
        words = self.tr("Stop the run before the update of each step in which this holds.")
        for widget in (self.condition_edit, self.value_edit):
            widget.setWhatsThis(words)
        self.stop_button = push_button(
            "watches_break", self.tr("Break"), words, self.tr("Add the data breakpoint")
        )

    def _make_actions(self) -> None:
        self.remove_action = QAction(self.tr("Remove"), self)
        self.remove_action.setToolTip(self.tr("Follow the selected number no more (Del)."))
        self.remove_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove_all_action = QAction(self.tr("Remove all"), self)
        self.remove_all_action.setToolTip(self.tr("Follow no number any more."))
        self.list.addActions([self.remove_action, self.remove_all_action])
        actions_menu(self.list)

    def _lay_out(self) -> None:
        add = QHBoxLayout()
        add.setSpacing(4)
        add.addWidget(self.offers, 1)
        add.addWidget(self.add_button)
        self._stops = QWidget(self)
        stops = QHBoxLayout(self._stops)
        stops.setContentsMargins(0, 0, 0, 0)
        stops.setSpacing(4)
        stops.addWidget(self.condition_edit, 3)
        stops.addWidget(self.value_edit, 2)
        stops.addWidget(self.stop_button)
        waiting = QHBoxLayout()
        waiting.setSpacing(4)
        waiting.addWidget(self.progress, 1)
        waiting.addWidget(self.cancel_button)
        self._lower = QWidget(self)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 2, 0, 0)
        lower.setSpacing(2)
        lower.addWidget(self.view, 1)
        lower.addLayout(waiting)
        upper = QWidget(self)
        top = QVBoxLayout(upper)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(4)
        top.addWidget(self.list, 1)
        top.addWidget(self._stops)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self._lower)
        for part in range(2):
            self.splitter.setStretchFactor(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(add)
        column.addWidget(self.complaint)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.watch_edit.entered.connect(self.add)
        self.watch_edit.complained.connect(self.complaint.show_sentence)
        self.watch_edit.textEdited.connect(self._settle)
        self.add_button.clicked.connect(self.watch_edit.enter)
        self.list.current_changed.connect(self._show)
        self.list.current_changed.connect(self._settle)
        self.remove_action.triggered.connect(self._remove)
        self.remove_all_action.triggered.connect(self._remove_all)
        self.condition_edit.currentIndexChanged.connect(self._show_condition)
        self.value_edit.complained.connect(self.complaint.show_sentence)
        self.stop_button.clicked.connect(self._break)
        self.view.exact_button.clicked.connect(self.ask)
        self.view.branches.toggled.connect(self._show)
        self.cancel_button.clicked.connect(self._cancel)
        self.plot.step_clicked.connect(self._go)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.view_range_changed.connect(self.view_range_changed)
        counting_changed.connect(self._recount)

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the watches of the run."""
        first, other = self._frame is None, frame.run != self._run
        self._frame, self._run = frame, frame.run
        if other:
            self._curves, self._seen = {}, frame.asked.curves
            self._still_to_ask = []
        if first or other:
            self.plot.follow_run(frame.run)
            self._offer()
        self._points.note(frame)
        self._take_curves(frame)
        self._ask_on(frame)
        self._echo.arrived(frame.watches, frame)
        self._show_waiting(frame)
        self._show()

    def _take_curves(self, frame: Frame) -> None:
        curves = frame.asked.curves
        if curves is None or curves is self._seen:
            return
        self._seen = curves
        for row, watch in enumerate(curves.watches):
            self._curves[curves.branch, watch] = curves, row
        self._answered = True

    def _ask_on(self, frame: Frame) -> None:
        """Ask about the next branch that is still there, where the last question is answered."""
        answered, self._answered = self._answered, False
        # Else it was the answer to the question before, or somebody asks something else by now.
        if not answered or frame.asked.what or frame.acknowledged < self._asked:
            return
        there = {note.number for note in frame.branches}
        self._still_to_ask = [each for each in self._still_to_ask if each.branch in there]
        if self._still_to_ask:
            self._asked = self.send(self._still_to_ask.pop(0))

    def _follow(self, notes: tuple[WatchInfo, ...]) -> None:
        self.list.show_notes(notes)
        self.remove_all_action.setEnabled(bool(notes))

    def _show_waiting(self, frame: Frame) -> None:
        asked = frame.asked
        waits = asked.what == AskWatches.__name__
        fraction = asked.fraction or 0.0
        self.progress.setVisible(waits)
        self.cancel_button.setVisible(waits)
        self.progress.setValue(round(1000 * fraction))
        about_it = asked.problem and asked.asked == AskWatches.__name__
        if self._asked and frame.acknowledged >= self._asked and not waits:
            if about_it:
                self.complaint.show_sentence(translated(asked.problem))
            self._asked, self._still_to_ask = 0, []

    @Slot()
    def _show(self) -> None:
        """Draw the curve of the current watch, and offer what can be done with it."""
        frame, watch = self._frame, self.list.current
        note = next((n for n in self.list.watches.notes if n.watch == watch), None)
        there = note is not None and not note.problem
        if frame is None or watch is None:
            message = self.tr("The curve of the selected watch is drawn here.")
            empty = PublishedPoints().of(0, Watch.loss(), 0, 0)
            self.plot.show_curve(empty, None, 0, (0, 0), message)
        else:
            points = self._points.on_the_way(frame.branches, frame.branch, watch, frame.tip)
            curves, row = self._replayed(frame.branch, watch, frame.tip)
            message = ""
            if note is not None and note.problem:
                message = translated(note.problem)
            others = self._others(frame, watch)
            self.plot.show_curve(points, curves, row, (frame.step, frame.tip), message, others)
        self.view.show_several(frame is not None and len(_of_this_run(frame)) > 1)
        self.view.log_y.setEnabled(self.plot.can_be_log)
        if not self.plot.can_be_log and self.plot.log_y:
            self.view.log_y.setChecked(False)
        self.view.exact_button.setEnabled(there and frame is not None and frame.tip > 0)
        self._stops.setEnabled(there)
        self.remove_action.setEnabled(watch is not None)
        words = "" if watch is None else cost_words(watch)
        self.view.exact_button.setToolTip(
            " ".join(
                filter(
                    None,
                    (self.tr("Compute the value at every step in sight, beside the run."), words),
                )
            )
        )
        self.view.update_legend()

    def _replayed(self, branch: int, watch: Watch, tip: int) -> tuple[WatchCurves | None, int]:
        """Return what was replayed of a branch, and the row of the watch in it."""
        curves, row = self._curves.get((branch, watch), (None, 0))
        if curves is not None and curves.last >= tip:
            return None, 0  # of what was taken back
        return curves, row

    def _others(self, frame: Frame, watch: Watch) -> tuple[OtherBranch, ...]:
        """Return what is known of the watch on the other branches, the newest first."""
        found = []
        for note in self._notes_of_others(frame):
            points = self._points.of(note.number, watch, note.fork, note.tip)
            curves, row = self._replayed(note.number, watch, note.tip)
            steps, values = beside(points, curves)
            if len(steps) or curves is not None:
                name = translated(note.name)
                found.append(OtherBranch(note.number, name, steps, values, curves, row))
        return tuple(found)

    def _notes_of_others(self, frame: Frame) -> list[BranchInfo]:
        if not self.view.branches.isChecked():
            return []
        others = [note for note in _of_this_run(frame) if note.number != frame.branch]
        return sorted(others, key=lambda note: -note.number)

    @Slot()
    def _fit(self) -> None:
        """Show the curve where there is room for it."""
        lines = self.height() / max(self.fontMetrics().height(), 1)
        self._lower.setVisible(lines >= _LINES_FOR_BOTH)

    def take_over(self, other: WatchesPanel) -> None:
        """Know what another one knows of the same run, and have the same watch selected."""
        self._run, self._seen = other._run, other._seen
        self._points, self._curves = other._points.copy(), dict(other._curves)
        row = None if other.list.current is None else self.list.watches.row_of(other.list.current)
        if row is not None:
            self.list.selectRow(row)
        self._show()

    # What a person does ------------------------------------------------------------------------

    def select(self, selection: Selection | None) -> None:
        """Offer the selected weight and what belongs to its unit."""
        self._selection = selection
        self._offer()

    @Slot()
    def _explain(self) -> None:
        """Give examples, counted as everywhere."""
        weight, unit, output = (
            typed_form(watch)
            for watch in (
                Watch.weight("W1", 3, 17), Watch.of_unit("h", 3), Watch.of_unit("f", 0, 41),
            )
        )  # fmt: skip
        self.watch_edit.setPlaceholderText(weight)
        words = self.tr(
            "A number of the run, such as {weight}, norm W1, {unit}, {output} or loss; Return adds "
            "it. The list offers those of the selected weight and its unit."
        ).format(weight=weight, unit=unit, output=output)
        for widget in (self.offers, self.watch_edit):
            widget.setToolTip(words)

    @Slot()
    def _recount(self) -> None:
        self._explain()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        frame = self._frame
        if frame is not None:
            texts = list(dict.fromkeys(map(typed_form, suggestions(frame, self._selection))))
            if texts != [self.offers.itemText(i) for i in range(self.offers.count())]:
                typed = self.watch_edit.text()
                self.offers.clear()
                self.offers.addItems(texts)
                self.offers.setEditText(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the data breakpoint at Return in its row."""
        if event.key() in ENTER and self._stops.isAncestorOf(self.focusWidget() or self):
            self._break()
        else:
            super().keyPressEvent(event)

    def _send(self, command: Command) -> None:
        self._echo.sent(self.send(command))

    def _judged(self, typed: str) -> float:
        if typed.strip() and self._frame is not None:
            try:
                read_watch(typed.strip(), self._frame)
            except SettingsError as error:
                raise InputError(translated(sentence_of(error))) from None
        return 0.0  # what it means is no number

    @Slot()
    def add(self) -> None:
        """Follow what was typed, which is a number of the run."""
        frame, typed = self._frame, self.watch_edit.text().strip()
        if frame is None or not typed:
            return
        watch = read_watch(typed, frame)
        self.watch_edit.clear()
        self.follow_number(watch)

    def follow_number(self, watch: Watch) -> None:
        """Follow a number; one that is in the list is selected there."""
        row = self.list.watches.row_of(watch)
        if row is None:
            self._send(AddWatch(watch))
        else:
            self.list.selectRow(row)

    @Slot()
    def _settle(self) -> None:
        self.watch_edit.settle()
        self.complaint.show_sentence("")

    @Slot()
    def _remove(self) -> None:
        watch = self.list.current
        if watch is not None:
            self._send(RemoveWatch(watch))

    @Slot()
    def _remove_all(self) -> None:
        self._send(RemoveWatch(None))

    @property
    def _condition(self) -> Condition:
        return Condition(self.condition_edit.currentData())

    def _read_value(self, typed: str) -> float:
        data = None if self._frame is None else self._frame.dataset
        return read_value(self._condition, typed, data)

    @Slot()
    def _show_condition(self) -> None:
        condition = self._condition
        self.value_edit.setVisible(condition not in BARE)
        self.value_edit.setPlaceholderText(self.tr("value"))
        self.value_edit.setAccessibleName(value_name(condition) or self.tr("value"))
        words = explanation(condition, Activation.SIGMOID)  # which does not matter to watches
        for widget in (self.condition_edit, self.value_edit):
            widget.setToolTip(words)
        self._settle()

    @Slot()
    def _break(self) -> None:
        watch, condition = self.list.current, self._condition
        if watch is None:
            return
        value = 0.0 if condition in BARE else self.value_edit.taken()
        if value is None:
            self.value_edit.setFocus()
            return
        made = {
            Condition.WATCH_ABOVE: Breakpoint.above,
            Condition.WATCH_BELOW: Breakpoint.below,
            Condition.MOVE_ABOVE: Breakpoint.moves,
        }
        if condition is Condition.SIGN_CHANGE:
            breakpoint = Breakpoint.changes_sign(watch)
        else:
            breakpoint = made[condition](watch, value)
        frame = self._frame
        if frame is not None and any(note.breakpoint == breakpoint for note in frame.breakpoints):
            said = self.tr("The breakpoint “{condition}” is in the list already.")
        else:
            self.send(AddBreakpoint(breakpoint))
            said = self.tr("Breakpoint added: {condition}.")
        self.complaint.show_done(said.format(condition=condition_words(breakpoint, ())))

    @Slot()
    def ask(self) -> None:
        """Ask for the current watch at every step in sight, on all branches that are drawn."""
        frame, watch = self._frame, self.list.current
        if frame is None or watch is None:
            return
        # Up to the last step that was taken: the one at hand at the tip may still be changed, and
        # is a point.
        stretches = [(frame.branch, 0, frame.tip)]
        stretches += [(note.number, note.fork, note.tip) for note in self._notes_of_others(frame)]
        first, last = self.plot.view_range or (0, max(tip for _, _, tip in stretches))
        watches = (watch, *self._cheap_beside(watch))
        questions = [
            AskWatches(watches, max(first, fork), min(last, tip - 1), branch)
            for branch, fork, tip in stretches
            if max(first, fork) <= min(last, tip - 1)
        ]
        self._settle()
        if questions:
            self._asked, self._still_to_ask = self.send(questions[0]), questions[1:]

    @property
    def waits(self) -> bool:
        """Whether a curve that was asked for is still to come."""
        return self._asked != 0

    def _cheap_beside(self, watch: Watch) -> list[Watch]:
        """Return the watches that the same replay computes for next to nothing."""
        others = (n.watch for n in self.list.watches.notes if not n.problem and n.watch != watch)
        return [each for each in others if each.cost is Cost.STEP][:MOST_AT_ONCE]

    @Slot()
    def _cancel(self) -> None:
        self._asked, self._still_to_ask = 0, []
        self.send(CancelQuestion())

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.view.set_view_range(steps)

    def set_presenting(self, on: bool) -> None:
        """Leave the room to the list and the curve."""
        self.view.set_presenting(on)
        self._stops.setVisible(not on)

    @Slot(object)
    def _go(self, step: int) -> None:
        self.send(Seek(step))


def _of_this_run(frame: Frame) -> list[BranchInfo]:
    """Return the branches of the run at hand: others have other numbers under the same name."""
    run = next((note.run for note in frame.branches if note.number == frame.branch), None)
    return [note for note in frame.branches if note.run is run]
