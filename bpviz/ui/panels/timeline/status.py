"""TimelineStatus: one line that says where the run stands, how far a move is, or what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from bpviz.training.events import Frame, State
from bpviz.training.step.phases import Phase, rows_in
from bpviz.ui.core.formatting import count, localized, translated
from bpviz.ui.core.phase_names import phase_name
from bpviz.ui.core.theme import WARNING
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import ElidedLabel


class TimelineStatus(Fitted, QStackedWidget):
    """Three pages of the same size, so that nothing beside it ever moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = ElidedLabel(name="timeline_position")
        self.complaint = ElidedLabel(name="timeline_complaint")
        self.complaint.setForegroundRole(WARNING)
        self.progress = QProgressBar()
        self.progress.setObjectName("timeline_progress")
        self.progress.setAccessibleName(self.tr("Progress of the move"))
        self.progress.setMaximumWidth(420)
        self.cancel = push_button(
            "timeline_cancel",
            self.tr("Cancel"),
            self.tr("Cancel; the run stays where it was."),
            self.tr("Cancel the move"),
        )
        moving = QWidget()
        row = QHBoxLayout(moving)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        row.addStretch(0)
        for page in (self.position, moving, self.complaint):
            self.addWidget(page)
        self._frame: Frame | None = None

    def show_frame(self, frame: Frame) -> None:
        """Say where the run stands, or how far a move has come."""
        self._frame = frame
        self.position.say(self.words(frame))
        progress = frame.progress
        if progress is None or frame.state is State.LOADING:
            if self.currentIndex() == 1:
                self.setCurrentIndex(2 if self.complaint.text() else 0)
            return
        if progress.fraction is None:
            self.progress.setRange(0, 0)
        else:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * min(max(progress.fraction, 0.0), 1.0)))
        self.progress.setFormat(f"{translated(progress.what)}  %p %")
        self.setCurrentIndex(1)

    def _fit(self) -> None:
        """Say as much as there is room for."""
        if self._frame is not None:
            self.position.setText(self.words(self._frame))

    def words(self, frame: Frame) -> str:
        """Return step, epoch, the place inside a step and the branch, where there are several.

        What has no room is left out, the epoch first: the status bar has it too.
        """
        step, tip = count(frame.step), count(max(frame.tip, frame.step))
        whole = self.tr("step {step} of {tip}").format(step=step, tip=tip)
        short = self.tr("step {step}").format(step=step)
        epoch, inside, branch = "", "", ""
        if frame.dataset is not None:
            epoch = self.tr("epoch {epoch}").format(epoch=localized(f"{frame.epoch:.2f}"))
        if frame.phase is not Phase.DRAW:
            inside = self.place(frame)
        if len(frame.branches) > 1:
            named = (b.name for b in frame.branches if b.number == frame.branch)
            branch = " · ".join(map(translated, named))
        said = (
            (whole, epoch, inside, branch),
            (whole, inside, branch),
            (short, inside, branch),
            (short, inside),
            (whole,),
            (short,),
        )
        lines = [" · ".join(filter(None, parts)) for parts in said]
        wide = self.fontMetrics().horizontalAdvance
        return next((words for words in lines if wide(words) <= self.width()), step)

    def place(self, frame: Frame) -> str:
        """Return where inside a step the run stands."""
        phase = phase_name(frame.phase)
        if frame.row == 0:
            return self.tr("before {phase}").format(phase=phase)
        network = frame.network
        rows = rows_in(frame.phase, network.n_hidden, network.n_outputs)
        return self.tr("{phase}, rows: {row} of {rows}").format(
            phase=phase, row=count(frame.row), rows=count(rows)
        )

    def complain(self, text: str) -> None:
        """Say what is wrong with what was typed; an empty text ends that."""
        self.complaint.say(text)
        if self.currentIndex() != 1 or text:
            self.setCurrentIndex(2 if text else 0)
