"""TimelinePanel: where the run stands, and every way to go somewhere else."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.training.commands import Advance, Back, CancelMove, Command, Pause, Seek
from bpviz.training.events import Frame, State
from bpviz.ui.icons import icon
from bpviz.ui.panel import Panel, Send
from bpviz.ui.text import count, translated
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.go_bar import GoBar
from bpviz.ui.widgets.line_label import LineLabel
from bpviz.ui.widgets.position_slider import PositionSlider
from bpviz.ui.widgets.small_buttons import switch

HOLD_MS = 500
"""How long the handle waits, after a move was asked for, for the frame that shows it done."""


ICONS = ("to_start", "back_epoch", "back", "step", "epoch", "to_end")


class TimelinePanel(Panel):
    """The slider over all steps, moves by step and epoch, "go to", "run n"."""

    interval_ms = 100  # like the status bar, so that both tell the same step

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("timeline_panel", send, parent)
        self.frame: Frame | None = None
        self._target: int | None = None
        self._since_target = QElapsedTimer()

        self.slider = PositionSlider()
        self.slider.setObjectName("timeline_slider")
        self.slider.setAccessibleName(self.tr("Position in the run, in steps"))
        self.slider.setToolTip(
            self.tr(
                "Drag to any step of the run. A run that is going pauses as soon as you take hold "
                "and stays where you let go. Ticks below: steps of which a copy of the weights is "
                "kept. Triangles above: something was changed there."
            )
        )
        self.slider.grabbed.connect(self._grabbed)
        self.slider.step_wanted.connect(self._seek)
        self.slider.released.connect(self._released)

        self._moves: list[QToolButton] = []
        lower = QHBoxLayout()
        lower.setSpacing(2)
        lower.setContentsMargins(0, 0, 0, 0)
        for button in self._make_moves():
            lower.addWidget(button)
        lower.addSpacing(12)
        lower.addWidget(self._make_stack(), 1)
        lower.addSpacing(12)
        self.go_bar = GoBar()
        self.go_bar.go_wanted.connect(self._go_to)
        self.go_bar.run_wanted.connect(self._run)
        self.go_bar.complained.connect(self._complain)
        lower.addWidget(self.go_bar)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 6)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(self.slider)
        layout.addLayout(lower)
        layout.addStretch(1)
        self._enable(None)

    # Building ----------------------------------------------------------------------------------

    def _make_moves(self) -> list[QToolButton]:
        """Make the buttons; their place in the list decides what they send, see `_move`."""
        for name, text, tooltip in (
            ("start", self.tr("Start"), self.tr("Go to step 0, the initial weights.")),
            (
                "back_epoch",
                self.tr("Epoch back"),
                self.tr("Go back one epoch, as many steps as there are samples."),
            ),
            ("back", self.tr("Step back"), self.tr("Take back the last step.")),
            ("forward", self.tr("Step"), self.tr("Make one step: one pair, one update.")),
            (
                "forward_epoch",
                self.tr("Epoch"),
                self.tr("Train one epoch, as many steps as there are samples."),
            ),
            ("end", self.tr("End"), self.tr("Go to the last step that the run has ever done.")),
        ):
            button = switch(f"timeline_{name}", text, tooltip, checkable=False)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(self._move)
            self._moves.append(button)
        return self._moves

    def _make_stack(self) -> QStackedWidget:
        self.position = LineLabel()
        self.position.setObjectName("timeline_position")
        self.complaint = LineLabel()
        self.complaint.setObjectName("timeline_complaint")
        self.progress = QProgressBar()
        self.progress.setObjectName("timeline_progress")
        self.progress.setAccessibleName(self.tr("How far the move has come"))
        self.progress.setMaximumWidth(420)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("timeline_cancel")
        self.cancel.setAccessibleName(self.tr("Cancel the move"))
        self.cancel.setToolTip(
            self.tr("Give up going there; the run stands where it stood before.")
        )
        self.cancel.clicked.connect(self._cancel)
        moving = QWidget()
        row = QHBoxLayout(moving)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        row.addStretch(0)
        self.stack = QStackedWidget()
        for page in (self.position, moving, self.complaint):
            self.stack.addWidget(page)
        self.stack.setMinimumWidth(60)
        return self.stack

    # Frames ------------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the dock's title."""
        return self.tr("Timeline")

    def show_frame(self, frame: Frame) -> None:
        """Show where the run stands."""
        changed = self.frame is None or self.frame.run != frame.run
        if changed:
            self._target = None
        self.frame = frame
        if frame.dataset is not None:
            self.slider.page = self.go_bar.epoch = frame.dataset.n_samples
        self.slider.set_marks(frame.keyframes, frame.journal)
        self._enable(frame)
        if self._waits_for_target(frame):
            self.slider.set_position(self.slider.step(), max(frame.tip, self.slider.step()))
        else:
            self._target = None
            self.slider.set_position(frame.step, frame.tip)
        text = self.tr("step {step} of {tip}").format(
            step=count(frame.step), tip=count(max(frame.tip, frame.step))
        )
        if frame.dataset is not None:
            epoch = self.tr("epoch {epoch}").format(epoch=f"{frame.epoch:.2f}")
            text = f"{text} · {epoch}"
        self.position.setText(text)
        self._show_progress(frame)

    def _waits_for_target(self, frame: Frame) -> bool:
        """Whether this frame is still from before the move that the handle already shows."""
        if self.slider.isSliderDown():
            return True
        if self._target is None or frame.step == self._target or frame.state is State.RUNNING:
            return False
        if frame.progress is not None:
            self._since_target.restart()
            return True
        return self._since_target.elapsed() < HOLD_MS

    def _show_progress(self, frame: Frame) -> None:
        progress = frame.progress
        if progress is None or frame.state is State.LOADING:
            if self.stack.currentIndex() == 1:
                self.stack.setCurrentIndex(2 if self.complaint.text() else 0)
            return
        if progress.fraction is None:
            self.progress.setRange(0, 0)
        else:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * min(max(progress.fraction, 0.0), 1.0)))
        self.progress.setFormat(f"{translated(progress.what)}  %p %")
        self.stack.setCurrentIndex(1)

    def _enable(self, frame: Frame | None) -> None:
        """Enable the moves that lead anywhere."""
        known = frame is not None and frame.dataset is not None
        step, tip = (frame.step, frame.tip) if frame is not None and known else (0, 0)
        moving = frame is not None and known and frame.state is State.RUNNING
        for button in self._moves[:3]:
            button.setEnabled(step > 0 or moving)
        for button in self._moves[3:5]:
            button.setEnabled(known)
        self._moves[5].setEnabled(tip > step)
        self.slider.setEnabled(known)
        self.go_bar.setEnabled(known)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.slider.set_theme(theme)
        self.go_bar.set_theme(theme)
        for button, name in zip(self._moves, ICONS, strict=True):
            button.setIcon(icon(name, theme))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.warning))
        self.complaint.setPalette(palette)

    # What a person does ------------------------------------------------------------------------

    def _seek(self, step: int) -> None:
        self._target = step
        self._since_target.restart()
        self.send(Seek(step))

    def _grabbed(self) -> None:
        if self.frame is not None and self.frame.state is State.RUNNING:
            self.send(Pause())

    def _released(self, moved: bool) -> None:
        if not moved and self.frame is not None:
            self.slider.set_position(self.frame.step, self.frame.tip)

    def _move(self) -> None:
        button = self.sender()
        frame = self.frame
        if frame is None or frame.dataset is None or not isinstance(button, QToolButton):
            return
        epoch = frame.dataset.n_samples
        commands: tuple[Command, ...] = (
            Seek(0), Back(epoch), Back(1), Advance(1), Advance(epoch), Seek(frame.tip),
        )  # fmt: skip
        self._target = None
        self.send(commands[self._moves.index(button)])

    def _go_to(self, step: int) -> None:
        self._target = None
        self.send(Seek(step))

    def _run(self, steps: int) -> None:
        self._target = None
        self.send(Advance(steps))

    def _complain(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.setToolTip(text)
        if self.stack.currentIndex() != 1 or text:
            self.stack.setCurrentIndex(2 if text else 0)

    def _cancel(self) -> None:
        self._target = None
        self.send(CancelMove())
