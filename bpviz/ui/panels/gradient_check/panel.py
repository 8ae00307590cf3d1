"""GradientCheckPanel: the gradient of a pair against central differences, weight by weight."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import CancelCheck, CheckGradient, SweepWeight
from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.training.events import Frame, State
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.layouts import EDGE, vbox
from bpviz.ui.panels.gradient_check import texts
from bpviz.ui.panels.gradient_check.content import CheckContent
from bpviz.ui.panels.gradient_check.header import CheckHeader
from bpviz.ui.panels.gradient_check.sweep_view import SELECTED, WORST

LOW, LOWEST = 24, 14
"""Lower than so many lines of text the notes have no room above the pictures, and then not even
what was checked."""


class GradientCheckPanel(Panel):
    """A verdict, the relative error of every weight, and the error against the step size."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("gradient_check_panel", send, parent)
        self._frame: Frame | None = None
        self._selection: Selection | None = None
        self._asked: tuple[str, int, int] | None = None
        self._newest: Frame | None = None
        self._fills = self._filling = False
        # Numbers of the check asked for last, of its end, and of what filling waits for.
        self._sent = self._ended = self._since = 0
        self.head, self.body = CheckHeader(), CheckContent()
        vbox(self.head, self.body, into=self, margins=EDGE, spacing=6, stretch=self.body)
        self.head.check_wanted.connect(self.check)
        self.head.cancel_wanted.connect(self._cancel)
        self.head.worst.clicked.connect(self._select_worst)
        self.head.rules.changed.connect(self._rule_changed)
        self.body.clicked.connect(self._clicked)
        self.body.sweep.choice.changed.connect(self._ask_for_sweep)
        self.body.show_note(None)

    @Slot()
    def check(self) -> None:
        """Check the gradient at this position; without data the trainer has nothing to check."""
        self._fills = self._filling = False
        self._ask()

    def fill(self, since: int = 0) -> None:
        """Check the gradient as soon as there is one, unless it is checked already or that goes on.

        Where there is none yet, the first that is seen here is checked.  Such a check, which nobody
        asked for by itself, ends when the panel is hidden.

        Parameters
        ----------
        since : int
            Number of a command that has to be heard first, as that of a new run.
        """
        self._fills, self._since = True, since
        if self._newest is not None:
            self._fill(self._newest)

    def note_frame(self, frame: Frame) -> None:
        """Know how far a check has come, also while nobody sees the panel."""
        self._newest = frame

    def _fill(self, frame: Frame) -> None:
        if frame.dataset is None or frame.state is State.LOADING:
            return
        if frame.acknowledged < self._since:
            return  # this one is about to go
        self._fills = False
        note = frame.check
        if not self._checks(frame) and (note is None or self._age(note, frame)):
            self._filling = True
            self._ask()

    def _ask(self) -> None:
        selected = self._selection
        row = None if selected is None else (selected.matrix, selected.row)
        self._sent, self._ended = self.send(CheckGradient(self.head.chosen_rule(), row)), 0

    def _checks(self, frame: Frame) -> bool:
        """Whether a check is under way, or on its way to the trainer."""
        if frame.acknowledged < self._ended:
            return False
        return frame.checking is not None or frame.acknowledged < self._sent

    def hideEvent(self, event: QHideEvent) -> None:
        """End a check that began only because the panel was seen."""
        super().hideEvent(event)
        if self._filling and self._newest is not None and self._checks(self._newest):
            self._cancel()
        self._fills = self._filling = False

    def show_frame(self, frame: Frame) -> None:
        """Show the newest check in `frame`, and how far one under way has come."""
        if self._fills:
            self._fill(frame)
        before, self._frame = self._frame, frame
        if before is None or before.dataset is not frame.dataset:
            self._set_titles(frame)
        self._show(frame)

    def set_presenting(self, on: bool) -> None:
        """Say less, and leave the room to the pictures."""
        self.head.set_presenting(on)
        self.body.set_presenting(on)
        if self._frame is not None:
            self._set_titles(self._frame)

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight; the plot follows where it is of the selected one."""
        self._selection = selection
        self.body.select(selection)
        if selection is None:
            self.body.sweep.choice.set_value(WORST)
        self._ask_for_sweep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pictures room."""
        super().resizeEvent(event)
        lines = self.height() / self.fontMetrics().height()
        self.head.set_low(lines < LOW, lowest=lines < LOWEST)

    # What is shown -----------------------------------------------------------------------------

    def _show(self, frame: Frame) -> None:
        note = frame.check
        ready = frame.dataset is not None and frame.state is not State.LOADING
        self.head.button.setEnabled(ready)
        age = "" if note is None else self._age(note, frame)
        self.head.show_state(note, frame.checking, age)
        self.body.show_note(note)

    def _age(self, note: CheckInfo, frame: Frame) -> str:
        return texts.age(note, frame, self.head.chosen_rule() or frame.gradient_rule)

    def _set_titles(self, frame: Frame) -> None:
        data = frame.dataset
        self.body.set_titles(pixel_shape(data, frame.network.n_inputs), data)

    def _note(self) -> CheckInfo | None:
        return None if self._frame is None else self._frame.check

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def _cancel(self) -> None:
        self._fills = self._filling = False
        self._ended = self.send(CancelCheck())

    @Slot(str)
    def _rule_changed(self, _value: str) -> None:
        if self._note() is not None:  # the answer is one click away already
            self.check()

    @Slot()
    def _select_worst(self) -> None:
        note = self._note()
        worst = None if note is None else texts.worst_of(note)
        if worst is not None:
            self._choose(worst)

    @Slot(object)
    def _clicked(self, selection: Selection) -> None:
        self.body.sweep.choice.set_value(SELECTED)
        self._choose(selection)

    def _choose(self, selection: Selection) -> None:
        self.select(selection)
        self.weight_selected.emit(selection)

    @Slot()
    def _ask_for_sweep(self) -> None:
        """Ask for the curves of the selected weight, or for those of the worst one again."""
        chosen = self._selection if self.body.sweep.of_selected else None
        weight = None if chosen is None else (chosen.matrix, chosen.row, chosen.column)
        if weight != self._asked:
            self._asked = weight
            self.send(SweepWeight(weight))
