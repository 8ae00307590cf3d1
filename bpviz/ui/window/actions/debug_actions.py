"""What a debugger can do with a run: go inside a step, stop, change things, take them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Ints
from bpviz.training.commands import (
    AdvancePhase,
    AdvanceRow,
    Back,
    BackPhase,
    BackRow,
    Command,
    FinishStep,
    HoldSample,
    Redo,
    RemoveBreakpoint,
    RunBack,
    Seek,
    SkipSample,
    Undo,
)
from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import count, translated
from bpviz.ui.core.found_steps import FoundHere, next_found, previous_found
from bpviz.ui.core.panel import Send
from bpviz.ui.window.actions.action_group import ActionGroup


class ShownSample(Protocol):
    """Whatever knows which sample is shown."""

    def index(self) -> int | None:
        """Return what a step calls the sample that is shown, None if no step can train on it."""

    def train_command(self) -> Command | None:
        """Return what lets the step at hand train on it, None if there is none."""

    def toggle_breakpoint(self) -> None:
        """Set a breakpoint on it, or remove the one there is."""


class Jump(NamedTuple):
    """One drag of the timeline: it changes nothing, and can be undone where it led."""

    branch: int
    left: int
    reached: int


class DebugActions(ActionGroup):
    """The actions of the debugger; children of the window, enabled as the newest frame allows.

    Parameters
    ----------
    window : QWidget
        Parent of the actions.
    send : callable
        Takes the commands.
    sample : ShownSample
        What the actions on a sample concern.

    Attributes
    ----------
    moves, breakpoints, changes, checks, all : list of QAction
        Moves inside a step, what concerns breakpoints, what changes the run, what puts the
        gradient to the test, each in the order of the menu; all of them.

    Signals
    -------
    said(str)
        What was undone or redone, or why a key led nowhere, in a sentence.
    """

    said = Signal(str)

    def __init__(self, window: QWidget, send: Send, sample: ShownSample) -> None:
        super().__init__(window, send)
        self._sample = sample
        self._frame: Frame | None = None
        self._able: dict[QAction, bool] = {}
        # And what could be undone when the run had arrived; None before that.
        self._jumps: dict[QAction, tuple[Jump, str | None]] = {}
        self._asked: tuple[int, QAction, str] | None = None  # a command, and what it is to do
        self._found = FoundHere()
        self._sought: tuple[int, int] | None = None  # a way to a step found, and that step
        self.moves = self._add(
            ("step_phase", AdvancePhase(), "F11", "↓", "step_phase", self.tr("Next phase"),
             self.tr(
                 "Step into: compute the next phase of this step, from drawing the pair to the "
                 "update of the weights."
             )),
            ("back_phase", BackPhase(), "Ctrl+F11", "", "back_phase", self.tr("Phase back"),
             self.tr("Undo the current phase, or the one before it; the reverse of Next phase.")),
            ("step_row", AdvanceRow(), "F7", "", "step_row", self.tr("Next row"),
             self.tr(
                 "Compute one more row of a gradient or of the update; otherwise the next phase."
             )),
            ("back_row", BackRow(), "Shift+F7", "", "back_row", self.tr("Row back"),
             self.tr("Undo one row; the reverse of Next row.")),
            ("step_out", FinishStep(), "Shift+F11", "↑", "step_out", self.tr("Finish the step"),
             self.tr("Step out: complete the current step and stop before the next draw.")),
            ("back_out", self._back_out, "Ctrl+Shift+F11", "", "",
             self.tr("To the beginning of the step"),
             self.tr("Undo all phases of the current step; the reverse of Finish the step.")),
        )  # fmt: skip
        self.phase, self.back_phase, self.row, self.back_row, self.out, self.back_out = self.moves
        self.breakpoints = self._add(
            ("run_back", RunBack(), "Shift+F5", "", "run_back", self.tr("Run back to the last hit"),
             self.tr(
                 "Go back to the last step that hits a breakpoint, or to step 0; the reverse of "
                 "Run."
             )),
            ("find_steps", None, "Ctrl+F", "", "", self.tr("Find steps"),
             self.tr(
                 "Type a condition; the steps of this branch that meet it are found in the past."
             )),
            ("next_found", lambda: self._to_found(next_found), "F3", "", "",
             self.tr("Next step found"),
             self.tr("Go to the next of the steps that were found.")),
            ("previous_found", lambda: self._to_found(previous_found), "Shift+F3", "", "",
             self.tr("Previous step found"),
             self.tr("Go back to the step found before this one.")),
            ("break_sample", sample.toggle_breakpoint, "F9", "", "",
             self.tr("Breakpoint on this sample"),
             self.tr(
                 "Stop before the update of every step that trains on the sample shown. Use the "
                 "command again to remove the breakpoint."
             )),
            ("remove_breakpoints", RemoveBreakpoint(None), "Ctrl+Shift+F9", "", "",
             self.tr("Remove all breakpoints"), self.tr("Remove all breakpoints.")),
            ("watch_weight", None, "Shift+F9", "", "", self.tr("Watch the selected weight"),
             self.tr(
                 "Follow the selected weight through the run: its value, what the last step made "
                 "of it, its curve."
             )),
        )  # fmt: skip
        (
            self.run_back, self.find_steps, self.next_found, self.previous_found,
            self.break_here, self.no_breakpoints, self.watch_weight,
        ) = self.breakpoints  # fmt: skip
        self.train_next, self.hold, self.skip, self.undo, self.redo = self._add(
            ("train_next", sample.train_command, "", "", "", self.tr("Train on this sample next"),
             self.tr("Train the current step on the sample shown instead of the one drawn.")),
            ("hold", self._hold, "", "", "", self.tr("Keep training on this sample"),
             self.tr(
                 "Train every step on the sample shown. Use the command again to draw samples "
                 "again."
             )),
            ("skip", SkipSample(), "", "", "", self.tr("Skip the sample of this step"),
             self.tr(
                 "Leave out the pair drawn for the current step; the next draw takes its place."
             )),
            ("undo", lambda: self._take_back(self.undo), "Ctrl+Z", "", "", self.tr("Undo"),
             self.tr(
                 "Go back to where the last change was made, without it. What was trained with it "
                 "is kept as a branch. After a drag of the timeline, return to where it began; "
                 "after a deletion, bring the branches back."
             )),
            ("redo", lambda: self._take_back(self.redo), "Ctrl+Shift+Z; Ctrl+Y", "", "",
             self.tr("Redo"),
             self.tr("Redo the change that was undone last.")),
        )  # fmt: skip
        self.hold.setCheckable(True)
        self.changes = [self.undo, self.redo, self.train_next, self.hold, self.skip]
        self.checks = self._add(
            ("check_gradient", None, "F6", "", "", self.tr("Check the gradient"),
             self.tr("Compare every weight's gradient with central differences of the loss, at "
                     "this position and for the pair shown.")),
            ("rule_trial", None, "Shift+F6", "", "",
             self.tr("Train with both gradient rules"),
             self.tr(
                 "Train two branches from the same weights, one by the exact gradient, one by the "
                 "note's printed formula, and compare them. Use the command again to stop."
             )),
            ("contributions", None, "F8", "", "",
             self.tr("Which samples made this weight"),
             self.tr(
                 "Replay the run up to here, and show what each sample added to the selected "
                 "weight, its row or its unit."
             )),
        )  # fmt: skip
        self.check_gradient, self.rule_trial, self.contributions = self.checks
        self.all = [*self.moves, *self.breakpoints, *self.changes, *self.checks]
        self._words = {self.undo: self.undo.text(), self.redo: self.redo.text()}
        self._enable()

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Enable what the state in `frame` allows."""
        self._frame = frame
        self._follow_jumps(frame)
        self._enable()
        for action in self._words:
            self._name(action)
        if self._asked is not None and frame.acknowledged >= self._asked[0]:
            _, action, what = self._asked
            self._asked = None
            self._say(action, what, frame)

    @Slot(int, object, object)
    def note_jump(self, branch: int, left: int, reached: int) -> None:
        """Let Undo return to step `left`, as long as the run stays where a drag has led."""
        self._jumps = {self.undo: (Jump(branch, left, reached), None)}

    def _follow_jumps(self, frame: Frame) -> None:
        """Forget a drag once anything else was done."""
        for action, (jump, arrived) in list(self._jumps.items()):
            there = (frame.branch, frame.step, frame.phase) == (
                jump.branch, jump.reached, Phase.DRAW,
            )  # fmt: skip
            if there and arrived in (None, frame.undo):
                self._jumps[action] = jump, frame.undo
            elif (
                there
                or arrived is not None
                or frame.state is State.RUNNING
                or frame.branch != jump.branch
            ):
                del self._jumps[action]

    def _what(self, action: QAction) -> str:
        """Return what Undo or Redo would concern, in words."""
        if action in self._jumps:
            jump, _ = self._jumps[action]
            ends = jump.reached, jump.left
            left, reached = reversed(ends) if action is self.undo else ends
            return self.tr("step {left} → {reached}").format(
                left=count(left), reached=count(reached)
            )
        if self._frame is None:
            return ""
        return translated(self._frame.undo if action is self.undo else self._frame.redo)

    def _name(self, action: QAction) -> None:
        words, what = self._words[action], self._what(action)
        name = self.tr("{action} {change}").format(action=words, change=what)
        wanted = name if what else words
        if action.text() != wanted:
            action.setText(wanted)

    def _enable(self) -> None:
        frame = self._frame
        if frame is None or frame.state is State.LOADING or frame.dataset is None:
            self._allow(dict.fromkeys(self.all, False))
            return
        moving = frame.state is State.RUNNING
        inside = frame.phase is not Phase.DRAW
        able = dict.fromkeys(self.all, True)
        for action in (self.back_phase, self.back_row, self.run_back):
            able[action] = moving or inside or frame.step > 0
        able[self.run_back] = able[self.run_back] and frame.armed
        able[self.back_out] = moving or inside
        able[self.no_breakpoints] = bool(frame.breakpoints)
        for action in (self.next_found, self.previous_found):
            able[action] = len(self._found.of(frame)) > 0
        able[self.skip] = frame.held is None
        able[self.undo] = bool(frame.undo) or self.undo in self._jumps
        able[self.redo] = bool(frame.redo) or self.redo in self._jumps
        self._allow(able)
        if self.hold.isChecked() != (frame.held is not None):
            self.hold.setChecked(frame.held is not None)

    def _allow(self, able: dict[QAction, bool]) -> None:
        """Enable what may be done; only what changes, sixty times a second, costs anything."""
        if able != self._able:
            self._able = able
            for action, can in able.items():
                action.setEnabled(can)

    def _take_back(self, action: QAction) -> None:
        """Undo or redo: a drag of the timeline where that was the last, else a change."""
        what = self._what(action)
        if action in self._jumps:
            jump, _ = self._jumps[action]
            number = self._send(Seek(jump.left))
            other = self.redo if action is self.undo else self.undo
            self._jumps = {other: (Jump(jump.branch, jump.reached, jump.left), None)}
        else:
            number = self._send(Undo() if action is self.undo else Redo())
        self._asked = number, action, what

    def _say(self, action: QAction, what: str, frame: Frame) -> None:
        undone = self.tr("Undone: {change}; at step {step}")
        words = undone if action is self.undo else self.tr("Redone: {change}; at step {step}")
        if what:
            self.said.emit(words.format(change=what, step=count(frame.step)))

    def _at(self, frame: Frame) -> int:
        """Return where the run stands, or will once the last way to a step found is gone."""
        if self._sought is not None and frame.acknowledged >= self._sought[0]:
            self._sought = None
        return frame.step if self._sought is None else self._sought[1]

    def _to_found(self, neighbour: Callable[[Ints, int], int | None]) -> None:
        """Go to a neighbour among the steps found; so fast as one may press the key."""
        frame = self._frame
        if frame is None:
            return
        steps, at = self._found.of(frame), self._at(frame)
        step = neighbour(steps, at)
        if step is not None:
            self._sought = self._send(Seek(step)), step
        elif len(steps):
            # Not "found": a search may have ended with a full list, or list the newest alone.
            words = self.tr("No step before step {step} is listed; the first is {end}.")
            if neighbour is next_found:
                words = self.tr("No step after step {step} is listed; the last is {end}.")
            end = int(steps[-1 if neighbour is next_found else 0])
            self.said.emit(words.format(step=count(at), end=count(end)))

    def _back_out(self) -> Command | None:
        inside = self._frame is not None and self._frame.phase is not Phase.DRAW
        return Back(1) if inside else None

    def _hold(self) -> Command | None:
        index = self._sample.index() if self.hold.isChecked() else None
        if self.hold.isChecked() and index is None:  # a test sample cannot be held
            self.hold.setChecked(False)
            return None
        return HoldSample(index)
