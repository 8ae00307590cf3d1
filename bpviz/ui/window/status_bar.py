"""The status bar: where the run stands, in figures that stay in their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from bpviz.training.events import Frame, Progress, State
from bpviz.ui.core import formatting
from bpviz.ui.core.formatting import localized, tabular
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.window.advice_line import AdviceLine
from bpviz.ui.window.caption import Caption


class StatusField(QWidget):
    """A text in tabular figures beside a thin line; a new text costs a paint and no layout.

    Words stay in their place: text that begins with them is drawn from the left, "10 steps/s" from
    the right.

    Parameters
    ----------
    widest : str
        The longest text that it is to hold.
    """

    GAP = 10
    """Pixels between the line and the text, and after the text."""

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        begins = Qt.AlignmentFlag.AlignRight if widest[:1].isdigit() else Qt.AlignmentFlag.AlignLeft
        self._alignment = begins | Qt.AlignmentFlag.AlignVCenter
        self._widest = widest
        self._text = ""
        self.fit_text(self.font())

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def set_text(self, words: str) -> bool:
        """Say `words`; return whether it had to become wider, which nothing usual makes it."""
        if words == self._text:
            return False
        self._text = words
        self.setAccessibleName(words)
        self.update()
        if self.fontMetrics().horizontalAdvance(words) + 2 * self.GAP <= self.width():
            return False
        self._widest = words
        self.fit_text(self.font())
        return True

    def fit_text(self, font: QFont) -> None:
        """Write in `font`, as wide as the longest text."""
        digits = tabular(font)
        self.setFont(digits)
        metrics = QFontMetrics(digits)
        width = metrics.horizontalAdvance(self._widest) + 2 * self.GAP
        self.setFixedSize(width, metrics.height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.drawText(
            self.rect().adjusted(self.GAP, 0, -self.GAP, 0), self._alignment, self._text
        )
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 1, 0, self.height() - 2)


class StatusBar(Fitted, QStatusBar):
    """State and progress on the left, figures on the right.

    Parameters
    ----------
    frames_per_second : callable
        Asked for the frames really painted during the last second.
    walks : callable
        Whether a run goes so slowly that it is seen inside its steps.
    """

    interval_ms = 100
    _expendable = ("frames_rate", "epoch", "steps_rate", "loss", "accuracy", "step")
    """Figures in the order in which they give way where there is no room."""

    def __init__(
        self,
        frames_per_second: Callable[[], float],
        parent: QWidget | None = None,
        walks: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 10, 0)
        self._rate = frames_per_second
        self._figures: dict[str, StatusField] = {}
        self._state = ElidedLabel(name="status_state")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("status_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 10)
        self._what = QLabel(self)
        self._what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("status_cancel")
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.hide()
        self._said = ("", True)
        self._remark = ""
        self._remarked: tuple[object, ...] | None = None  # where the run stood then
        self.advice = AdviceLine(self)
        self.advice.changed.connect(self._fit)
        self.caption = Caption(walks, self)
        self._frame: Frame | None = None
        self.addWidget(self.caption, 8)
        self.addWidget(self._state, 1)
        self.addWidget(self.advice, 8)
        for widget in (self._bar, self._what, self._cancel):
            self.addWidget(widget)
        for name, widest, explained in (
            ("step", self.tr("step {n}").format(n="000 000 000"),
             self.tr("Number of steps done, each on one pair.")),
            ("epoch", self.tr("epoch {x}").format(x="0000.00"),
             self.tr("Steps done divided by the number m of training samples.")),
            ("loss", self.tr("loss {x}").format(x="1.234e−99"),
             self.tr("Mean loss ‖f − y‖² of the last 1 000 steps.")),
            ("accuracy", self.tr("test {x}").format(x="100.0 %"),
             self.tr("Share of the test samples that are classified correctly; without classes, "
                     "their mean loss.")),
            ("steps_rate", self.tr("{n} steps/s").format(n="0 000 000"),
             self.tr("Training steps per second.")),
            ("frames_rate", self.tr("{n} frames/s").format(n="000"),
             self.tr("Frames of the window painted per second.")),
        ):  # fmt: skip
            figure = StatusField(widest, self)
            figure.setObjectName(f"status_{name}")
            figure.setToolTip(explained)
            self._figures[name] = figure
            self.addPermanentWidget(figure)
        self.fit_text(self.font())

    def offer(self, cancel: QAction) -> None:
        """Offer to cancel what is under way, while its progress is shown."""
        self._cancel.setDefaultAction(cancel)
        self._cancel.setAccessibleName(cancel.text())

    def fit_text(self, font: QFont) -> None:
        """Give every figure a width of its own that suits `font`."""
        for figure in self._figures.values():
            figure.fit_text(font)
        self.advice.fit_text(font)
        self.caption.fit_text(font)
        self._fit()

    def _fit(self) -> None:
        """Leave out what does not fit, so that no figure is cut; progress comes before advice."""
        left = self.width() - 30
        state = self.fontMetrics().horizontalAdvance(self.tr("Running")) + 20
        under_way, said = not self._bar.isHidden(), bool(self.caption.text())
        self._state.setMinimumWidth(state if under_way or self.advice.sentence() else 0)
        self.caption.setVisible(said)
        self._state.setVisible(not said)
        self.advice.setVisible(bool(self.advice.sentence()) and not under_way and not said)
        if said and self._frame is not None:
            left -= self.caption.least_width(self._frame)
        else:
            left -= state + (0 if under_way else self.advice.least_width())
        for part in (self._bar, self._what, self._cancel):  # progress comes before all figures
            left -= 0 if self._bar.isHidden() or part.isHidden() else part.sizeHint().width() + 8
        for name in reversed(self._expendable):
            figure = self._figures[name]
            left -= figure.width() + 8
            figure.setVisible(left >= 0)

    def show_start(self, what: str) -> None:
        """Say what is being prepared before the first frame."""
        self._state.setText(what)
        self._show_progress(Progress("", None))

    @Slot(str)
    def remark(self, sentence: str) -> None:
        """Say `sentence` in place of the state until the run moves on."""
        self._remark, self._remarked = sentence, None
        self._state.say(sentence)

    def _remark_on(self, frame: Frame) -> str:
        """Return what is remarked where the run stands, empty once it has moved."""
        place = frame.run, frame.branch, frame.step, frame.phase, frame.row, frame.state
        if self._remark and self._remarked not in (None, place):
            self._remark = ""
        self._remarked = place
        return self._remark

    def show_frame(self, frame: Frame) -> None:
        """Write the figures of `frame`."""
        state = self._remark_on(frame) or self._words(frame.state)
        if frame.hit and frame.reason:  # a stop is nothing to worry about: no bar for it
            state = formatting.translated(frame.reason)
        self._state.say(state)
        self._frame = frame
        turned = self.caption.show_frame(frame)
        offered = frame.progress is not None and self._cancel.defaultAction() is not None
        self._cancel.setVisible(offered)
        self._show_progress(frame.progress or frame.compiling)
        running = frame.state is State.RUNNING
        speed = _speed(frame.steps_per_second) if running else formatting.NOTHING
        rate = formatting.count(round(self._rate())) if running else formatting.NOTHING
        grown = [
            self._figures[name].set_text(words)
            for name, words in (
                ("step", self.tr("step {n}").format(n=formatting.count(frame.step))),
                ("epoch", self.tr("epoch {x}").format(x=localized(f"{frame.epoch:.2f}"))),
                ("loss", self.tr("loss {x}").format(x=formatting.number(_known(frame.mean_loss)))),
                ("accuracy", self.tr("test {x}").format(x=_tested(frame))),
                ("steps_rate", self.tr("{n} steps/s").format(n=speed)),
                ("frames_rate", self.tr("{n} frames/s").format(n=rate)),
            )
        ]
        if turned or any(grown):
            self._fit()

    def _words(self, state: State) -> str:
        return {
            State.LOADING: self.tr("Loading"),
            State.PAUSED: self.tr("Paused"),
            State.RUNNING: self.tr("Running"),
            State.STOPPED: self.tr("Stopped"),
            State.FAILED: self.tr("Failed"),
        }[state]

    def _show_progress(self, progress: Progress | None) -> None:
        self._bar.setVisible(progress is not None)
        what = formatting.translated(progress.what) if progress is not None else ""
        if (what, progress is None) != self._said:
            self._said = what, progress is None
            self._what.setText(what)
            self._fit()
        if progress is None:
            return
        if progress.fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * min(max(progress.fraction, 0.0), 1.0)))


def _known(value: float) -> float | None:
    return None if value != value else value


def _speed(steps_per_second: float) -> str:
    """Write a measured speed; a slow one not as a whole number, one not yet measured not at all."""
    if steps_per_second <= 0:
        return formatting.NOTHING
    if steps_per_second < 10:
        return formatting.number(steps_per_second, 2)
    return formatting.count(round(steps_per_second))


def _tested(frame: Frame) -> str:
    """Write the newest test accuracy of the steps up to this position, without classes the loss."""
    curve = frame.test_curve
    done = curve.steps <= frame.step
    if not done.any():
        return formatting.NOTHING
    if frame.dataset is not None and frame.dataset.labels is None:
        return formatting.number(_known(float(curve.loss[done][-1])))
    return formatting.per_cent(float(curve.accuracy[done][-1]))
