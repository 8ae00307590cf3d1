"""BreakpointsPanel: where the run is to stop, and where it did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    ClearHits,
    Command,
    RemoveBreakpoint,
    RunBack,
    Seek,
)
from bpviz.training.events import Frame, State
from bpviz.training.infos import BreakpointInfo
from bpviz.training.step.phases import Phase
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import count, weighted
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.kit.breakpoints.conditions import class_names, condition_words
from bpviz.ui.kit.controls.export_menu import actions_menu
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import Complaint, ElidedLabel
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.breakpoints.actions import ActionButton, BreakpointActions
from bpviz.ui.panels.breakpoints.add_form import AddBreakpointForm
from bpviz.ui.panels.breakpoints.hits import HitList
from bpviz.ui.panels.breakpoints.list import BreakpointList

_LINES_FOR_BOTH = 21
"""So many lines of text high, the panel shows both lists; below that one at a time."""

_State = tuple[tuple[BreakpointInfo, ...], tuple[int, ...]]


class BreakpointsPanel(Fitted, Panel):
    """An adder, the list of breakpoints, and the list of stops."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("breakpoints_panel", send, parent)
        self._frame: Frame | None = None
        self._twice: tuple[Breakpoint, tuple[int, int]] | None = None  # said of it, and where
        self._echo: PendingEdit[_State] = PendingEdit(self._follow)
        self._classes_of: object = None
        self.actions_of_list = BreakpointActions(self)
        self.adder = AddBreakpointForm(self)
        self.complaint = Complaint("breakpoints_complaint")
        self.view_edit = Segmented(
            "breakpoints_view",
            (
                ("list", self.tr("list"), self.tr("The breakpoints: where the run will stop.")),
                (
                    "hits",
                    self.tr("stops"),
                    self.tr("The stops: where breakpoints have stopped the run."),
                ),
            ),
            self,
        )
        self.list = BreakpointList("breakpoints_list", self)
        self.list.set_empty_text(
            self.tr(
                "A breakpoint stops the run, even at full speed, at the exact step that meets its "
                "condition, before the update. Add one above, or press F9 to add one for the "
                "sample shown."
            )
        )
        self.hits = HitList("breakpoints_hits", self)
        self._lay_out()
        self._connect()
        counting_changed.connect(self._recount)
        self._enable()

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what makes a breakpoint."""
        return self.adder, self.complaint

    # Building ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        actions = self.actions_of_list
        self.run_back = ActionButton(actions.run_back, "breakpoints_run_back", self)
        self._list_buttons = (
            ActionButton(actions.reset, "breakpoints_reset_hits", self),
            ActionButton(actions.remove, "breakpoints_remove", self),
            ActionButton(actions.remove_all, "breakpoints_remove_all", self),
        )
        self.clear_button = ActionButton(actions.clear_hits, "breakpoints_clear_hits", self)
        self.clear_button.setText("×")
        self.hits_title = ElidedLabel(name="breakpoints_hits_title")
        self.hits_title.setFont(weighted(QFont.Weight.DemiBold))
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self.view_edit)
        bar.addWidget(self.run_back)
        bar.addStretch(1)
        for button in self._list_buttons:
            bar.addWidget(button)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self._stops = QWidget(self.splitter)
        stops = QVBoxLayout(self._stops)
        stops.setContentsMargins(0, 2, 0, 0)
        stops.setSpacing(2)
        heading = QHBoxLayout()
        heading.addWidget(self.hits_title, 1)
        heading.addWidget(self.clear_button)
        stops.addLayout(heading)
        stops.addWidget(self.hits, 1)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.adder)
        column.addWidget(self.complaint)
        column.addLayout(bar)
        column.addWidget(self.splitter, 1)
        for before, after in (
            (self.adder.add_button, self.view_edit),
            (self.view_edit, self.run_back),
            (self.run_back, self.list),
            (self.list, self._list_buttons[0]),
            (self._list_buttons[0], self._list_buttons[1]),
            (self._list_buttons[1], self._list_buttons[2]),
            (self._list_buttons[2], self.hits),
            (self.hits, self.clear_button),
        ):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        actions = self.actions_of_list
        for action, slot in (
            (actions.run_back, self._run_back),
            (actions.find, self._find),
            (actions.edit, self.list.enter),
            (actions.remove, self._remove),
            (actions.reset, self._reset_hits),
            (actions.enable_all, self._enable_all),
            (actions.disable_all, self._disable_all),
            (actions.remove_all, self._remove_all),
            (actions.clear_hits, self._clear_hits),
        ):
            action.triggered.connect(slot)
        self.list.addActions(
            [
                actions.find,
                actions.edit,
                actions.remove,
                actions.reset,
                actions.enable_all,
                actions.disable_all,
                actions.remove_all,
            ]
        )
        self.hits.addActions([actions.run_back, actions.clear_hits])
        for view in (self.list, self.hits):
            actions_menu(view)
        self.adder.add_wanted.connect(self._add)
        self.adder.value_edit.textEdited.connect(self._settle)
        self.adder.class_edit.activated.connect(self._settle)
        self.adder.complained.connect(self.complaint.show_sentence)
        self.list.delegate.complained.connect(self.complaint.show_sentence)
        self.list.stops.change_wanted.connect(self._ask)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.hits.step_wanted.connect(self._go)
        self.view_edit.changed.connect(self._fit)

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show the breakpoints and the stops of the run."""
        self._frame = frame
        self.adder.show_frame(frame)
        self.list.dataset = frame.dataset
        if frame.dataset is not self._classes_of:
            self._classes_of = frame.dataset
            self.list.stops.set_classes(class_names(frame.dataset))
        self._echo.arrived((frame.breakpoints, frame.hit), frame)
        twice = self._twice
        if twice is not None and (
            self.list.stops.row_of(twice[0]) is None or twice[1] != _at(frame)
        ):
            self._settle()
        self.list.stops.set_frame(frame)
        self.hits.show_frame(frame)
        self._enable()

    @Slot()
    def _recount(self) -> None:
        self._classes_of = None  # those without names are called by their numbers

    def _follow(self, state: _State) -> None:
        self.list.stops.set_notes(*state)

    @Slot()
    def _fit(self) -> None:
        """Show both lists, or one at a time."""
        both = self.height() >= _LINES_FOR_BOTH * self.fontMetrics().height()
        listed = both or self.view_edit.value() == "list"
        self.view_edit.setVisible(not both)
        self.adder.setVisible(listed)
        self.list.setVisible(listed)
        self._stops.setVisible(both or not listed)
        room = self.width() - 16 - (0 if both else self.view_edit.sizeHint().width())
        self.run_back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        side = self.run_back.sizeHint().width() + 2
        for place, button in enumerate(reversed(self._list_buttons)):
            button.setVisible(listed and (place + 2) * side <= room)
        self.run_back.setVisible(side <= room)
        self.run_back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self.run_back.sizeHint().width() + 3 * side > room:
            self.run_back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _enable(self) -> None:
        frame, actions, notes = self._frame, self.actions_of_list, self.list.stops.notes
        ready = frame is not None and frame.state is not State.LOADING
        moved = frame is not None and (
            frame.step > 0 or frame.phase is not Phase.DRAW or frame.state is State.RUNNING
        )
        actions.run_back.setEnabled(ready and moved and frame is not None and frame.armed)
        selected = bool(self.list.selectionModel().hasSelection())
        note = self.list.stops.note(self.list.currentIndex())
        actions.find.setEnabled(ready and note is not None and not note.problem)
        actions.edit.setEnabled(self.list.currentIndex().isValid())
        actions.remove.setEnabled(selected)
        actions.reset.setEnabled(any(note.hits for note in notes))
        actions.enable_all.setEnabled(any(not note.enabled for note in notes))
        actions.disable_all.setEnabled(any(note.enabled for note in notes))
        actions.remove_all.setEnabled(bool(notes))
        n = len(self.hits.hits.rows)
        actions.clear_hits.setEnabled(n > 0)
        title = self.tr("Stops on this branch")
        self.hits_title.setText(f"{title} ({count(n)})" if n else title)

    # What a person does ------------------------------------------------------------------------

    @Slot(object)
    def _ask(self, command: Command) -> None:
        self._echo.sent(self.send(command))
        self._enable()

    @Slot(object)
    def _add(self, breakpoint: Breakpoint) -> None:
        row = self.list.stops.row_of(breakpoint)
        if row is None:
            self._ask(AddBreakpoint(breakpoint))
            return
        note = self.list.stops.notes[row]
        self.list.selectRow(row)
        words = condition_words(breakpoint, self.list.stops.classes)
        if note.enabled:
            said = self.tr("The breakpoint “{condition}” is in the list already.")
        else:
            said = self.tr(
                "The breakpoint “{condition}” was in the list already and is switched on again."
            )
            self._ask(ChangeBreakpoint(note.number, enabled=True))
        self.complaint.show_sentence(said.format(condition=words))
        if self._frame is not None:
            self._twice = breakpoint, _at(self._frame)

    @Slot()
    def _settle(self) -> None:
        """What was said of a breakpoint that is there already is over: somebody goes on."""
        if self._twice is not None:
            self._twice = None
            self.complaint.show_sentence("")

    @Slot()
    def _remove(self) -> None:
        numbers = self.list.selected()
        row = self.list.currentIndex().row()
        self.list.stops.forget(frozenset(numbers))
        for number in numbers:
            self._ask(RemoveBreakpoint(number))
        left = self.list.stops.rowCount()
        if left:
            self.list.selectRow(min(max(row - len(numbers) + 1, 0), left - 1))
        self._enable()

    @Slot()
    def _remove_all(self) -> None:
        self.list.stops.forget(None)
        self._ask(RemoveBreakpoint(None))

    @Slot()
    def _reset_hits(self) -> None:
        for note in self.list.stops.notes:
            if note.hits:
                self._ask(ChangeBreakpoint(note.number, reset_hits=True))

    @Slot()
    def _enable_all(self) -> None:
        self.list.stops.switch_all(True)

    @Slot()
    def _disable_all(self) -> None:
        self.list.stops.switch_all(False)

    @Slot()
    def _find(self) -> None:
        note = self.list.stops.note(self.list.currentIndex())
        if note is not None:
            self.steps_wanted.emit(note.breakpoint)

    @Slot()
    def _run_back(self) -> None:
        self.send(RunBack())

    @Slot(object)
    def _go(self, step: int) -> None:
        self.send(Seek(step))

    @Slot()
    def _clear_hits(self) -> None:
        if self._frame is not None:
            self.hits.clear(self._frame)  # at once; the trainer forgets them a moment later
            self.send(ClearHits())
            self._enable()


def _at(frame: Frame) -> tuple[int, int]:
    return frame.run, frame.step
