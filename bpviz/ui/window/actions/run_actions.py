"""Everything that can be done to a run, as actions: by key, by click, by menu, by palette."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import (
    Advance,
    Back,
    CancelLoading,
    CancelMove,
    Command,
    Pause,
    Restart,
    Run,
)
from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase
from bpviz.ui.core.panel import Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.window.actions.action_group import ActionGroup


class StepSize(Protocol):
    """Whatever knows how many steps one step of the buttons is."""

    def value(self) -> int:
        """Return the number of steps."""


class RunActions(ActionGroup):
    """The actions of a run; children of the window, enabled as the newest frame allows.

    Parameters
    ----------
    window : QWidget
        Parent of the actions.
    send : callable
        Takes the commands.
    step_size : StepSize
        Asked for the number of steps whenever one steps.

    Attributes
    ----------
    all : list of QAction
        In the order of the menu.
    """

    def __init__(self, window: QWidget, send: Send, step_size: StepSize) -> None:
        super().__init__(window, send)
        self._size = step_size
        self._frame: Frame | None = None
        self._able: tuple[bool, bool, bool] | None = None
        self._check: PendingEdit[bool] = PendingEdit(self._set_running)
        self.all = self._add(
            ("run", self._run, "F5", "Space", "run pause", self.tr("Run"),
             self.tr("Train until paused, or pause after the current step.")),
            ("step", lambda: Advance(self._size.value()), "F10", "→", "step", self.tr("Step"),
             self.tr("Train on the next pair, as often as Steps per press says, then pause.")),
            ("back", lambda: Back(self._size.value()), "Shift+F10", "←", "back",
             self.tr("Step back"),
             self.tr(
                 "Return to the exact weights of before, as many steps back as Steps per press "
                 "says."
             )),
            ("epoch", lambda: Advance(self._samples()), "Ctrl+Right", "", "epoch",
             self.tr("Forward one epoch"),
             self.tr("Train on as many pairs as the data set has (one epoch, m steps), then "
                     "pause.")),
            ("back_epoch", lambda: Back(self._samples()), "Ctrl+Left", "", "back_epoch",
             self.tr("Back one epoch"),
             self.tr("Return to the exact weights one epoch (m steps) ago.")),
            ("restart", Restart(), "Ctrl+R", "", "restart", self.tr("Restart"),
             self.tr("Go back to step 0: the same initial weights and the same draws.")),
            ("cancel", self._cancel, "", "Esc", "", self.tr("Cancel"),
             self.tr(
                 "Cancel a long move through the run or the loading of a data set; the run stays "
                 "as it was."
             )),
            ("learning_rate_up", None, "", "+", "", self.tr("Increase λ"),
             self.tr("Multiply the learning rate λ by about 1.26, one notch.")),
            ("learning_rate_down", None, "", "−", "", self.tr("Decrease λ"),
             self.tr("Divide the learning rate λ by about 1.26, one notch.")),
        )  # fmt: skip
        (self.run, self.step, self.back, self.epoch, self.back_epoch,
         self.restart, self.cancel, self.rate_up, self.rate_down) = self.all  # fmt: skip
        self.run.setCheckable(True)
        self.run.setAutoRepeat(False)
        self.cancel.setIconText(self.tr("Cancel"))
        self._enable()

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Enable what the state in `frame` allows."""
        self._frame = frame
        if frame.state is not State.LOADING:  # then it shows whether the run is to begin at once
            self._check.arrived(frame.state is State.RUNNING, frame)
        self._enable()

    def _enable(self) -> None:
        frame = self._frame
        loading = frame is None or frame.state is State.LOADING
        ready = frame is not None and not loading and frame.dataset is not None
        moved = ready
        if frame is not None and ready:
            inside = frame.phase is not Phase.DRAW  # back leads to the beginning of its step
            moved = frame.step > 0 or inside or frame.state is State.RUNNING
        under_way = loading or (frame is not None and ready and frame.progress is not None)
        able = ready, moved, under_way
        if able == self._able:  # sixty times a second
            return
        self._able = able
        for action in (self.step, self.epoch):
            action.setEnabled(ready)
        for action in (self.back, self.back_epoch, self.restart):
            action.setEnabled(moved)
        self.cancel.setEnabled(under_way)

    def _set_running(self, running: bool) -> None:
        if self.run.isChecked() != running:
            self.run.setChecked(running)  # `triggered` is not emitted by this
        self.run.setText(self.tr("Pause") if running else self.tr("Run"))

    def _run(self) -> None:
        wanted = self.run.isChecked()
        self._set_running(wanted)
        self._check.sent(self._send(Run() if wanted else Pause()))

    def _samples(self) -> int:
        data = self._frame.dataset if self._frame is not None else None
        return data.n_samples if data is not None else 0

    def _cancel(self) -> Command:
        loading = self._frame is None or self._frame.state is State.LOADING
        return CancelLoading() if loading else CancelMove()
