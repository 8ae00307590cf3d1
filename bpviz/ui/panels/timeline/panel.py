"""TimelinePanel: where the run stands, and every way to go somewhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    Back,
    BackPhase,
    BackRow,
    CancelMove,
    Command,
    Pause,
    Seek,
    SwitchBranch,
)
from bpviz.training.events import Frame, State
from bpviz.ui.core.found_steps import FoundHere
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.seek_throttle import SeekThrottle
from bpviz.ui.panels.timeline.go_to import GoBar
from bpviz.ui.panels.timeline.lanes import BranchLanes
from bpviz.ui.panels.timeline.list_buttons import TimelineLists
from bpviz.ui.panels.timeline.marks import MarkCache
from bpviz.ui.panels.timeline.move_buttons import MoveButtons
from bpviz.ui.panels.timeline.slider import PositionSlider
from bpviz.ui.panels.timeline.status import TimelineStatus


class TimelinePanel(Fitted, Panel):
    """The slider over all steps with marks and branches, moves of every size, "go to", "run n"."""

    dragged = Signal(int, object, object)
    """The handle was dragged: on which branch, from which step, to which."""

    interval_ms = 100  # like the status bar, which has the same frames

    is_form = True  # the line of all steps is a slider

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("timeline_panel", send, parent)
        self.frame: Frame | None = None
        self._left = (-1, 0)  # branch and step where a drag began
        self.record = MarkCache()
        self._found = FoundHere()
        self.pacer = SeekThrottle(self)
        self.pacer.due.connect(self._seek)

        self.slider = PositionSlider()
        self.slider.setObjectName("timeline_slider")
        self.slider.setAccessibleName(self.tr("Position in the run, in steps"))
        self.slider.setToolTip(
            self.tr(
                "Drag to any step of the run. A running run pauses when you press the mouse and "
                "stays where you release it. Wheel: zoom. Shift and drag: move along. Double "
                "click: whole run."
            )
        )
        self.slider.setWhatsThis(self._legend())
        self.slider.grabbed.connect(self._grabbed)
        self.slider.step_wanted.connect(self.pacer.wish)
        self.slider.released.connect(self._released)
        self.lanes = BranchLanes(self.slider.axis, self.slider)
        self.lanes.setObjectName("timeline_lanes")
        self.lanes.setAccessibleName(self.tr("Branches of the run"))
        self.lanes.branch_wanted.connect(self._switch)

        self.slider.shown_changed.connect(self._shown_changed)

        self.moves = MoveButtons()
        self.moves.move_wanted.connect(self._move)
        self.status = TimelineStatus()
        self.status.cancel.clicked.connect(self._cancel)
        self.go_bar = GoBar()
        self.go_bar.go_edit.entered.connect(self._go_to)
        self.go_bar.run_wanted.connect(self._run)
        self.go_bar.complained.connect(self.status.complain)
        self.lists = TimelineLists(self.record)
        self.lists.whole.clicked.connect(self.slider.show_whole)
        self.lists.journal_list.chosen.connect(self._go_to)
        self.lists.branch_list.chosen.connect(self._switch_to)
        self.lanes.more_wanted.connect(self.lists.open_branches)

        lower = QHBoxLayout()
        lower.setSpacing(2)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.moves)
        lower.addSpacing(8)
        lower.addWidget(self.lists)
        lower.addSpacing(12)
        lower.addWidget(self.status, 1)
        lower.addSpacing(12)
        lower.addWidget(self.go_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(2)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # see `_share`
        layout.addStretch(1)
        layout.addWidget(self.slider)
        layout.addWidget(self.lanes)
        layout.addLayout(lower)
        layout.addStretch(1)
        self._enable(None)
        self._fit()

    def title(self) -> str:
        """Return the dock's title."""
        return self.tr("Timeline")

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return all that moves the run."""
        return self.moves, self.go_bar, self.lists, self.status

    # Building ----------------------------------------------------------------------------------

    def _legend(self) -> str:
        return self.tr(
            "Drag to any step of the run. Arrow keys move by one step, Page Up and Page Down by "
            "an epoch. Marks above the line are changes: ▼ the learning rate λ, ■ the gradient "
            "rule, + the sample to train on, ◆ a weight. Red points on it: a breakpoint stopped "
            "the run. Ticks below it: keyframes, kept copies of the weights; slanted lines: a "
            "branch begins. A bar over a mark: there are several; click again for the next one. "
            "Green ticks along the lower edge: steps that were found."
        )

    # Room --------------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.moves.fit()
        self.lists.fit()
        self._share()

    def _share(self) -> None:
        """Leave out what there is no room for: moves inside a step, "run n", "go to"."""
        rest = self.width() - 16 - 34 - self.lists.sizeHint().width()
        digit = self.fontMetrics().horizontalAdvance("0")
        # Moves inside a step and "run n" are elsewhere as well; "go to" is not.
        for inner, go, run, digits in (
            (True, True, True, 30), (False, True, True, 30), (True, True, False, 30),
            (False, True, False, 12), (False, False, False, 7),
        ):  # fmt: skip
            needed = self.moves.width_for(inner) + (self.go_bar.width_for(run) if go else 0)
            if needed + digits * digit <= rest:
                break
        self.status.setMinimumWidth(digits * digit)
        self.moves.show_inner(inner)
        self.go_bar.setVisible(go)
        self.go_bar.show_run(run)
        # What is left below the groove belongs to the branches, then to a ruler.
        line = max(self.moves.sizeHint().height(), self.go_bar.sizeHint().height() if go else 0)
        base, room = self.slider.base_height(), self.height() - line - 8
        lanes = self.lanes.height_in(room - base - 2)
        self.lanes.setVisible(lanes > 0)
        self.lanes.setFixedHeight(lanes)
        ruler = self.fontMetrics().height()
        left = room - base - (lanes + 2 if lanes else 0)
        self.slider.setFixedHeight(max(base + (ruler if left >= ruler else 0) + min(left, 0), 20))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # now: nothing is ever painted on top of something else

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show where the run stands."""
        if self.frame is None or self.frame.run != frame.run:
            self.pacer.drop()
            self.slider.show_whole()
        self.frame = frame
        self.pacer.acknowledged(frame.acknowledged)
        if frame.dataset is not None:
            self.slider.page = self.go_bar.epoch = frame.dataset.n_samples
        self.record.show(frame)
        self.slider.set_marks(frame.keyframes, *self.record.rows)
        self.slider.set_found(self._found.of(frame))
        if self.record.branches is not self.lanes.branches or frame.branch != self.lanes.current:
            several = len(self.lanes.branches)
            self.lanes.set_branches(self.record.branches, frame.branch)
            shared = len(self.lanes.branches) == several
        else:
            shared = True
        self._enable(frame)
        if not shared:
            self._share()
        tip = self.slider.tip
        if self.pacer.waits() or self.slider.isSliderDown():
            # The handle shows what was asked for; this frame is from before that.
            self.slider.set_position(self.slider.step(), max(frame.tip, self.slider.step()))
        else:
            self.slider.set_position(frame.step, frame.tip)
        if self.slider.tip != tip:
            self.lanes.update()
        self.status.show_frame(frame)

    def _enable(self, frame: Frame | None) -> None:
        known = frame is not None and frame.dataset is not None
        self.moves.enable(frame)
        for widget in (self.slider, self.lanes, self.go_bar):
            widget.setEnabled(known)
        self.lists.enable(frame, zoomed=self.slider.zoomed())

    def _shown_changed(self) -> None:
        self.lanes.update()
        self.lists.enable(self.frame, zoomed=self.slider.zoomed())

    # What a person does ------------------------------------------------------------------------

    def _seek(self, step: int) -> None:
        self.pacer.sent(self.send(Seek(step)))

    def _grabbed(self) -> None:
        if self.frame is not None:
            self._left = self.frame.branch, self.frame.step
            if self.frame.state is State.RUNNING:
                self.send(Pause())

    def _released(self, moved: bool) -> None:
        self.pacer.flush()
        branch, step = self._left
        if moved and self.slider.step() != step:
            self.dragged.emit(branch, step, self.slider.step())
        if not moved and self.frame is not None and not self.pacer.waits():
            self.slider.set_position(self.frame.step, self.frame.tip)

    def _move(self, name: str) -> None:
        frame = self.frame
        if frame is None or frame.dataset is None:
            return
        epoch = frame.dataset.n_samples
        commands: dict[str, Command] = {
            "start": Seek(0), "back_epoch": Back(epoch), "back": Back(1),
            "back_phase": BackPhase(), "back_row": BackRow(),
            "forward_row": AdvanceRow(), "forward_phase": AdvancePhase(),
            "forward": Advance(1), "forward_epoch": Advance(epoch), "end": Seek(frame.tip),
        }  # fmt: skip
        self._do(commands[name])

    def _do(self, command: Command) -> None:
        """Send something that begins where the last wish ends, or makes it void."""
        if isinstance(command, (Seek, SwitchBranch)):
            self.pacer.drop()
        else:
            self.pacer.flush()
        self.send(command)

    def _go_to(self, step: int) -> None:
        self._do(Seek(step))

    def _run(self, steps: int) -> None:
        self._do(Advance(steps))

    def _cancel(self) -> None:
        self.pacer.drop()
        self.send(CancelMove())

    def _switch(self, number: int, step: int | None) -> None:
        if self.frame is not None and number == self.frame.branch:
            if step is not None:
                self._go_to(step)
        else:
            self._do(SwitchBranch(number, step))

    def _switch_to(self, number: int) -> None:
        self._switch(number, None)
