"""The toolbar: moving through the run, step size, speed, λ and l."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from bpviz.datasets import DatasetError, catalog
from bpviz.datasets.suited import speed_to_begin
from bpviz.training.commands import SetLearningRate, SetSpeed
from bpviz.training.events import Frame
from bpviz.training.journal.entries import RateChange
from bpviz.training.settings import MAX_HIDDEN
from bpviz.training.step.phases import Phase
from bpviz.ui.core import formatting
from bpviz.ui.core.formatting import tabular, translator
from bpviz.ui.core.panel import Send
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.kit.controls.gesture import Gesture
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.log_slider import LogSlider
from bpviz.ui.kit.controls.number_edit import FloatEdit, IntegerEdit
from bpviz.ui.kit.controls.preferred_numbers import one_two_five
from bpviz.ui.kit.controls.seek_throttle import SeekThrottle
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.window.actions.action_group import keys_of
from bpviz.ui.window.actions.debug_actions import DebugActions
from bpviz.ui.window.actions.run_actions import RunActions

_tr = translator("SpeedEdit")

SLOWEST = 0.1
"""Steps per second at which each phase can be talked over."""

FASTEST = 1e6
"""The largest speed that has a number; the position after it is unlimited."""


def rate_to_set(frame: Frame) -> float:
    """Return the λ that a person changes at this place.

    In the midst of an update that is the λ of the step after it: the update at hand keeps its own.
    """
    if frame.phase is Phase.UPDATE and frame.row > 0:
        for note in reversed(frame.journal):
            if note.step <= frame.step:
                break
            if isinstance(note.change, RateChange) and note.step == frame.step + 1:
                return note.change.learning_rate
    return frame.learning_rate


def speed_text(speed: float | None) -> str:
    """Write steps per second for people: "1 step/s", "1 000 steps/s", "unlimited"."""
    if speed is None:
        return _tr("unlimited")
    if speed == 1:
        return _tr("1 step/s")
    shown = formatting.count(round(speed)) if speed == round(speed) else formatting.number(speed, 2)
    return _tr("{speed} steps/s").format(speed=shown)


class ControlBar(QToolBar):
    """The toolbar and its editors.

    Parameters
    ----------
    request : RunRequest
        Takes a new hidden size, and λ for the next run.  A small data set of it begins at a speed
        for the eye, until a person has chosen one.
    send : callable
        Takes λ and the speed.
    """

    refused = Signal(str)
    """An editor did not accept something; one sentence."""
    accepted = Signal()
    """An editor has taken a value over."""

    def __init__(self, request: RunRequest, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(22, 22))
        self._request = request
        self._send = send
        self._minor: list[QAction] = []
        self._guard = WheelGuard(self)
        self._rate_echo: PendingEdit[float] = PendingEdit(self._show_rate)
        self._suits: tuple[str, float | None] = "", None  # a data set, and the speed to begin with
        self._own_speed = False  # a person has chosen it

        self.step_size_edit = IntegerEdit(1, parent=self, step=one_two_five)
        self.speed_edit = LogSlider(SLOWEST, FASTEST, self, unlimited=True, spoken=speed_text)
        self.learning_rate_edit = FloatEdit(
            1e-300, 1e308, 0.1, self,
            allowed=self.tr("above 0, at most 1e308"), widest="0.12345678",
        )  # fmt: skip
        self.learning_rate_slider = LogSlider(1e-4, 1e2, self)
        self.hidden_size_edit = IntegerEdit(1, MAX_HIDDEN, self)
        self._gesture = Gesture(self.learning_rate_slider, self)
        self._pacer = SeekThrottle(self)
        self._name_editors()
        self.speed_label = QLabel(speed_text(None), self)
        self.speed_label.setContentsMargins(8, 0, 0, 0)
        self.follow_request()

        self.speed_edit.number_changed.connect(self._speed_set)
        self.learning_rate_edit.valueChanged.connect(self._rate_set)
        self.learning_rate_slider.number_changed.connect(self.learning_rate_edit.move_to)
        self._pacer.due.connect(self._send_rate)
        self._gesture.ended.connect(self._pacer.flush)
        self.hidden_size_edit.valueChanged.connect(self._hidden_set)
        self.step_size_edit.valueChanged.connect(self.accepted)
        for editor in (self.step_size_edit, self.learning_rate_edit, self.hidden_size_edit):
            editor.refused.connect(self.refused)
        request.starting.connect(self._suit_speed)
        request.changed.connect(self.follow_request)
        self._guard.guard(self.speed_edit, self.learning_rate_slider)

    def place(self, actions: RunActions, inside: DebugActions) -> None:
        """Put the actions and the editors into the bar."""
        actions.rate_up.triggered.connect(self.learning_rate_edit.stepUp)
        actions.rate_down.triggered.connect(self.learning_rate_edit.stepDown)
        for action in (
            actions.restart, actions.back_epoch, actions.back,
            actions.run, actions.step, actions.epoch,
        ):  # fmt: skip
            self._add_button(action)
        self.addSeparator()
        for action in (inside.back_phase, inside.row, inside.phase, inside.out):
            self._add_button(action)
        self.addSeparator()
        self._minor += self._add_labelled(self.tr("Steps per press"), self.step_size_edit)
        self._minor.append(self.addSeparator())
        self._minor.append(self._add_labelled(self.tr("Speed"), self.speed_edit)[0])
        self._minor.append(self.addWidget(self.speed_label))
        self.addSeparator()
        self._minor.append(self._add_labelled("λ", self.learning_rate_slider)[1])
        self.addWidget(self.learning_rate_edit)
        self.addSeparator()
        self._minor.append(self._add_label(self.tr("Hidden l"), self.hidden_size_edit))
        self._brief = self._add_label("l", self.hidden_size_edit)
        self._brief.setVisible(False)
        self.addWidget(self.hidden_size_edit)
        self.fit_text(self.font())

    def set_compact(self, compact: bool) -> None:
        """Leave out what a large font has no room for: the step size, a slider, words."""
        for action in self._minor:
            action.setVisible(not compact)
        self._brief.setVisible(compact)

    def fit_text(self, font: QFont) -> None:
        """Give everything `font`, and the editors widths that never change with the numbers."""
        digits = tabular(font)
        for widget in self.findChildren(QWidget):
            widget.setFont(digits)
        metrics = QFontMetrics(digits)
        em = metrics.horizontalAdvance("0")
        self.step_size_edit.setFixedWidth(11 * em)
        self.learning_rate_edit.setFixedWidth(self.learning_rate_edit.sizeHint().width())
        self.hidden_size_edit.setFixedWidth(7 * em + 8)
        for slider in (self.speed_edit, self.learning_rate_slider):
            slider.setFixedWidth(min(11 * em, 100))
        longest = max(metrics.horizontalAdvance(speed_text(speed)) for speed in (8e5, 1.3, None))
        self.speed_label.setFixedWidth(longest + em)
        height = max(22, round(1.3 * metrics.height()))
        self.setIconSize(QSize(height, height))

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Show the λ of `frame`, which is another one after going back in time."""
        source, data = frame.dataset_name, frame.dataset
        if data is not None and source == self._suits[0] and source not in catalog.NAMES:
            self._begin_at(source, speed_to_begin(data.n_samples))
        self._rate_echo.arrived(rate_to_set(frame), frame)

    @Slot()
    def follow_request(self) -> None:
        """Show the hidden size and λ that were asked for elsewhere."""
        self._suit_speed()
        settings = self._request.settings
        with QSignalBlocker(self.hidden_size_edit):
            self.hidden_size_edit.setValue(settings.n_hidden)
        self._rate_echo.sent(self._request.number)
        self._put_rate(settings.learning_rate)

    def _name_editors(self) -> None:
        for editor, name, label, what in (
            (self.step_size_edit, "step_size_edit", self.tr("Steps per press"),
             self.tr(
                 "How many steps one press of Step or Step back does, 1 to 2⁶³ − 1. One step "
                 "trains on one pair."
             )),
            (self.speed_edit, "speed_edit", self.tr("Speed"),
             self.tr(
                 "Steps per second while running: from 0.1 steps/s to unlimited, as fast as the "
                 "machine can. Up to 3 steps/s the run goes through the phases of each step."
             )),
            (self.learning_rate_edit, "learning_rate_edit", self.tr("Learning rate λ"),
             self.tr("Learning rate λ: each step sets W ← W − λ·∂W. A finite number above 0, such "
                     "as 0.3, 0,3 or 1e-3; it acts from the next step on.")),
            (self.learning_rate_slider, "learning_rate_slider", self.tr("Learning rate λ, slider"),
             self.tr("Learning rate λ on a logarithmic scale from 0.0001 to 100; the editor beside "
                     "it takes any other value.")),
            (self.hidden_size_edit, "hidden_size_edit", self.tr("Hidden size l"),
             self.tr("Hidden size l: how many hidden units there are, 1 to 4096. "
                     "A change starts a new run.")),
        ):  # fmt: skip
            named(editor, name, label, what)

    def _add_button(self, action: QAction) -> None:
        action.setToolTip(f"{action.toolTip()} ({keys_of(action)})")
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setObjectName(action.objectName().replace("action_", "button_"))
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_labelled(self, caption: str, editor: QWidget) -> list[QAction]:
        return [self._add_label(caption, editor), self.addWidget(editor)]

    def _add_label(self, caption: str, editor: QWidget) -> QAction:
        label = QLabel(caption, self)
        label.setBuddy(editor)
        label.setToolTip(editor.toolTip())
        label.setContentsMargins(2, 0, 6, 0)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return self.addWidget(label)

    @Slot(object)
    def _rate_set(self, value: float) -> None:
        self.learning_rate_slider.set_number(value)
        self._request.note_learning_rate(value)
        self.accepted.emit()
        if self.learning_rate_edit.moving:
            # Each value is an entry of the journal: not more of them than anybody sees.
            self._gesture.go_on()
            self._pacer.wish(value)
        else:
            self.finish_gesture()
            self._rate_echo.sent(self._send(SetLearningRate(value)))

    @Slot(object)
    def _send_rate(self, value: float) -> None:
        self._rate_echo.sent(self._send(SetLearningRate(value, self._gesture.number)))

    def finish_gesture(self) -> None:
        """Send the λ that still waits: what is done next builds on it."""
        self._gesture.end()

    def _show_rate(self, value: float) -> None:
        busy = self.learning_rate_edit.being_edited() or self.learning_rate_slider.isSliderDown()
        busy = busy or self._pacer.waits()
        if not busy and value != self.learning_rate_edit.value():
            self._put_rate(value)
            self._request.note_learning_rate(value)

    def _put_rate(self, value: float) -> None:
        with QSignalBlocker(self.learning_rate_edit):
            self.learning_rate_edit.setValue(value)
        self.learning_rate_slider.set_number(value)

    @Slot(object)
    def _hidden_set(self, value: int) -> None:
        self.accepted.emit()
        self._request.change(n_hidden=value)

    def set_speed(self, speed: float | None) -> None:
        """Run at `speed`, not as a person's own choice: the next data set brings its own."""
        self._own_speed = False
        if speed != self.speed_edit.number():
            self.speed_edit.set_number(speed)
            self._send_speed()

    def choose_speed(self, speed: float | None) -> None:
        """Run at the speed of the slider that is nearest, as a person's own choice."""
        self.speed_edit.set_number(speed)
        self._speed_set()

    @Slot()
    def _suit_speed(self) -> None:
        """Go at the speed to begin with, before the run of another data set is asked for."""
        request = self._request
        try:
            shape = catalog.shape_of(request.data)
        except DatasetError:
            return
        if shape is not None or request.data.source != self._suits[0]:
            n_samples = None if shape is None else shape.n_samples
            self._begin_at(request.data.source, speed_to_begin(n_samples))

    def _begin_at(self, source: str, speed: float | None) -> None:
        if (source, speed) != self._suits:
            self._suits = source, speed
            if not self._own_speed:
                self.set_speed(speed)

    @Slot()
    def _speed_set(self) -> None:
        self._own_speed = True
        self._send_speed()

    def _send_speed(self) -> None:
        speed = self.speed_edit.number()
        self.speed_label.setText(speed_text(speed))
        self._send(SetSpeed(speed))
