"""The toolbar: moving through the run, step size, speed, λ and l."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

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
from bpviz.ui.kit.controls.dataset_combo import DatasetCombo
from bpviz.ui.kit.controls.fitted_widget import Fitted
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

LEAST_ICON = 22
"""Pixels of an icon on a button, where there is room for no more."""

WALKING = 3.0
"""Steps per second up to which a run goes through the phases of each step."""

DATASET_LETTERS = 9
"""Letters of a data set's name that have room; the list itself is as wide as need be."""

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


class ControlBar(Fitted, QToolBar):
    """The toolbar and its editors; what one can do without gives way where there is no room.

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
        self._request = request
        self._send = send
        self._words: list[QAction] = []  # in an ordinary window, beside what is always there
        self._presented: list[QAction] = []  # in a presentation alone
        self._giving_way: list[list[QAction]] = []  # first what can be missed most
        self._presenting = False
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
        self.dataset_edit = DatasetCombo(self)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.dataset_edit.setSizeAdjustPolicy(policy)
        self.dataset_edit.setMinimumContentsLength(DATASET_LETTERS)
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
        self.dataset_edit.currentIndexChanged.connect(self._dataset_chosen)
        for editor in (self.step_size_edit, self.learning_rate_edit, self.hidden_size_edit):
            editor.refused.connect(self.refused)
        request.starting.connect(self._suit_speed)
        request.changed.connect(self.follow_request)
        self._guard.guard(self.speed_edit, self.learning_rate_slider, self.dataset_edit)

    def place(self, actions: RunActions, inside: DebugActions, present: QAction) -> None:
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
        steps = [*self._add_labelled(self.tr("Steps per press"), self.step_size_edit)]
        steps.append(self.addSeparator())
        speed = self._add_label(self.tr("Speed"), self.speed_edit)
        self.addWidget(self.speed_edit)
        said = self.addWidget(self.speed_label)
        self.addSeparator()
        self._add_label("λ", self.learning_rate_slider)
        slider = self.addWidget(self.learning_rate_slider)
        self.addWidget(self.learning_rate_edit)
        self.addSeparator()
        hidden = self._add_label(self.tr("Hidden l"), self.hidden_size_edit)
        self._brief = self._add_label("l", self.hidden_size_edit)
        self.addWidget(self.hidden_size_edit)
        self._words = [*steps, speed, slider, hidden]
        self._giving_way = [[slider], steps, [speed], [hidden], [said]]
        filler, leave = QWidget(self), QToolButton(self)
        filler.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        leave.setDefaultAction(present)  # an action that is not visible would have no key either
        named(
            leave, "button_present", self.tr("Leave the presentation"),
            tip=f"{self.tr('Leave the presentation')} ({keys_of(present)})",
        )  # fmt: skip
        leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.iconSizeChanged.connect(leave.setIconSize)
        self._presented = [
            self.addSeparator(), *map(self.addWidget, (self.dataset_edit, filler, leave))
        ]  # fmt: skip
        self.set_presenting(False)
        self.fit_text(self.font())

    def set_presenting(self, on: bool) -> None:
        """Show what a presentation has no panel for, in place of words and a second slider."""
        self._presenting = on
        for action in self._presented:
            action.setVisible(on)
        self._fit()

    def _fit(self) -> None:
        """Leave out what has no room, so that the last editor is in sight.

        Icons as high as the text are worth more than words, larger ones are not.
        """
        digits, line = self.learning_rate_edit, self.speed_label.fontMetrics().height()
        wide, small = digits.sizeHint().width(), max(LEAST_ICON, line)
        digits.setFixedWidth(wide)
        self.setIconSize(QSize(small, small))
        there = dict.fromkeys(self._words, not self._presenting)
        for action in (each for actions in self._giving_way for each in actions):
            action.setVisible(there.get(action, True))
        self._brief.setVisible(self._presenting)
        for actions in self._giving_way:
            if self._spare() >= 0:
                break
            for action in actions:
                action.setVisible(False)
            if self._words[-1] in actions:
                self._brief.setVisible(True)
        buttons = [each for each in self.findChildren(QToolButton) if each.defaultAction()]
        seen = sum(each.isVisibleTo(self) for each in buttons)
        fitting = small + self._spare() // max(seen, 1)
        side = min(max(fitting, LEAST_ICON), max(LEAST_ICON, round(1.3 * line)))
        self.setIconSize(QSize(side, side))
        digits.setFixedWidth(max(wide + min(self._spare(), 0), wide // 2))

    def _spare(self) -> int:
        """Return how many pixels are free; below 0, how many are missing."""
        return self.width() - self.sizeHint().width()

    def fit_text(self, font: QFont) -> None:
        """Give everything `font`, and the editors widths that never change with the numbers."""
        digits = tabular(font)
        for widget in self.findChildren(QWidget):
            widget.setFont(digits)
        metrics = QFontMetrics(digits)
        em = metrics.horizontalAdvance("0")
        self.step_size_edit.setFixedWidth(11 * em)
        self.hidden_size_edit.setFixedWidth(7 * em + 8)
        for slider in (self.speed_edit, self.learning_rate_slider):
            slider.setFixedWidth(min(11 * em, 100))
        speeds = FASTEST, 8e5, 1.3, None
        longest = max(metrics.horizontalAdvance(speed_text(speed)) for speed in speeds)
        self.speed_label.setFixedWidth(longest + em)
        self._fit()

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
        self.dataset_edit.show_source(self._request.data.source, tuple(self._request.files))
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
            (self.dataset_edit, "presented_dataset_edit", self.tr("Data set"),
             self.tr("The data set of the run. Another one starts a new run.")),
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

    def walks(self) -> bool:
        """Whether a run goes through the phases of each step, at the speed that is set."""
        speed = self.speed_edit.number()
        return speed is not None and speed <= WALKING

    @Slot()
    def _dataset_chosen(self) -> None:
        source = self.dataset_edit.currentData()
        if source is None:  # a line between two groups, or nothing
            self.follow_request()
            return
        self.accepted.emit()
        self._request.choose_source(source)

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
