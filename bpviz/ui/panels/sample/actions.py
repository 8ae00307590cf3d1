"""SampleActions: what the run should do with the pair that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QToolButton, QWidget

from bpviz.training.commands import Command, HoldSample, SkipSample
from bpviz.training.events import Frame
from bpviz.training.infos import BreakpointInfo
from bpviz.ui.core.pair_commands import break_commands, breakpoints_at, train_command
from bpviz.ui.core.pending_edit import PendingEdit
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.segmented import Segment

SPACING = 4


class SampleActions(FittedWidget):
    """Train on it next, keep training on it, skip it, break at it: buttons, or a menu of them.

    Below or beside them stands, where that is so, that a person chose the pair of the step at hand.

    Parameters
    ----------
    send : callable
        Puts a command into the trainer's mailbox, and returns its number.
    """

    def __init__(self, send: Callable[[Command], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._frame: Frame | None = None
        self._pair: ShownPair | None = None
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACING)
        self.train = self._add("sample_train_next", self.tr("Train on this next"))
        self.hold = self._add("sample_hold", self.tr("Keep training on this"), checkable=True)
        self.skip = self._add("sample_skip", self.tr("Skip"))
        self.breaks = self._add("sample_break", self.tr("Breakpoint here"), checkable=True)
        self._row.addWidget(self._make_menu_button())
        self.chosen = ElidedLabel(name="sample_chosen", muted=True)
        self.chosen.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(self._row, 0, 0)
        self._grid.addWidget(self.chosen, 1, 0, 1, 2)
        self._held = PendingEdit(self.hold.setChecked)
        self._broken = PendingEdit(self.breaks.setChecked)
        self.train.triggered.connect(self._train)
        self.hold.triggered.connect(self._hold)
        self.skip.triggered.connect(self._skip)
        self.breaks.triggered.connect(self._break)
        self._explain()

    def _add(self, name: str, text: str, *, checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setCheckable(checkable)
        button = Segment()
        button.setDefaultAction(action)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        self._buttons.append(button)
        return action

    def _make_menu_button(self) -> QToolButton:
        self.menu_button = button = QToolButton()
        button.setObjectName("sample_pins_menu")
        button.setText(self.tr("This sample"))
        button.setAccessibleName(self.tr("Actions for this sample"))
        button.setToolTip(
            self.tr(
                "Train on this sample next, keep training on it, skip it, or add a breakpoint on it"
            )
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.addActions([self.train, self.hold, self.skip, self.breaks])
        button.setMenu(menu)
        button.hide()
        return button

    def show_frame(self, frame: Frame, pair: ShownPair) -> None:
        """Show how things stand with `pair`."""
        self._frame = frame
        self._stand_at(pair)
        self._held.arrived(self._is_held(), frame)
        self._broken.arrived(self._is_armed(), frame)
        words = self._words(frame, pair)
        self.chosen.say(words)
        self.chosen.setVisible(bool(words))

    def set_pair(self, pair: ShownPair) -> None:
        """Somebody went on to `pair`, which the next frame will show."""
        self._stand_at(pair)
        if self._frame is not None:
            self.hold.setChecked(self._is_held())
            self.breaks.setChecked(self._is_armed())

    def train_command(self) -> Command | None:
        """Return what lets a step train on the pair that is shown; None if there is none."""
        return None if self._pair is None else train_command(self._pair)

    def _stand_at(self, pair: ShownPair) -> None:
        """Offer what can be done with `pair`."""
        before, self._pair = self._pair, pair
        at_hand = self._frame is not None and pair.is_at(self._frame)
        self.hold.setEnabled(pair.number is not None)
        self.skip.setEnabled(at_hand)
        self.breaks.setEnabled(pair.trains)
        if before is None or (before.part, before.trains) != (pair.part, pair.trains):
            self._explain()

    def _explain(self) -> None:
        """Say what each button does with the pair that is shown, or why it cannot."""
        test = self._pair is not None and self._pair.number is None
        train = self.tr(
            "Train the current step on this pair instead of the one drawn. If its update has "
            "begun, the next step does."
        )
        hold = self.tr(
            "Train every step from here on with this pair; turn it off to draw pairs again."
        )
        skip = self.tr(
            "Leave out the pair of the current step; the next one drawn takes its place. "
            "Available while that pair is the one shown here."
        )
        breaks = self.tr(
            "Breakpoint: stop the run at every step that trains on this pair, before its update."
        )
        if test:
            train = self.tr(
                "Train the current step on a copy of this pair instead of the one drawn. It is a "
                "test sample: afterwards the network has been trained on part of the test set."
            )
            hold = self.tr(
                "Not possible for a test sample. Train on it next, then keep training on that pair."
            )
            skip = self.tr("Not possible for a test sample: no step draws it.")
        if self._pair is not None and not self._pair.trains:
            breaks = self.tr(
                "Not possible for a test sample: choose a sample of the training set for a "
                "breakpoint."
            )
        for action, words in (
            (self.train, train), (self.hold, hold), (self.skip, skip), (self.breaks, breaks),
        ):  # fmt: skip
            action.setToolTip(words)

    def _words(self, frame: Frame, pair: ShownPair) -> str:
        """Return that a person chose the pair of the step at hand, if it is the one shown."""
        if not pair.is_at(frame):
            return ""
        name = pair.words[:1].upper() + pair.words[1:]
        if frame.held == pair.number:
            if pair.own is not None:
                return self.tr("{name}: every step trains on it.").format(name=name)
            return self.tr("Chosen for every step: all steps train on this pair.")
        if pair.own is not None:
            return self.tr("{name}, instead of the pair drawn.").format(name=name)
        if frame.chosen:
            return self.tr("Chosen for this step, instead of the pair drawn.")
        return ""

    def _is_held(self) -> bool:
        frame, pair = self._frame, self._pair
        if frame is None or pair is None or pair.number is None:
            return False
        return frame.held == pair.number

    def _notes(self) -> list[BreakpointInfo]:
        """Return the breakpoints at this very pair."""
        if self._frame is None or self._pair is None or not self._pair.trains:
            return []
        return breakpoints_at(self._frame, self._pair.index)

    def _is_armed(self) -> bool:
        return any(note.enabled for note in self._notes())

    @Slot()
    def _train(self) -> None:
        command = self.train_command()
        if command is not None:
            self._send(command)

    @Slot(bool)
    def _hold(self, on: bool) -> None:
        number = None if self._pair is None else self._pair.number
        self._held.sent(self._send(HoldSample(number if on else None)))

    @Slot()
    def _skip(self) -> None:
        self._send(SkipSample())

    @Slot(bool)
    def _break(self, on: bool) -> None:
        sample = 0 if self._pair is None else self._pair.index
        commands = break_commands(self._notes(), sample, on=on)
        if not commands:  # it was set a moment ago, and nobody knows its number yet
            self.breaks.setChecked(True)
        for command in commands:
            self._broken.sent(self._send(command))

    # Room --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As small as the menu's button."""
        return QSize(40, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Show a menu where there is no room for buttons."""
        needed = sum(button.sizeHint().width() + SPACING for button in self._buttons) - SPACING
        roomy = needed <= self.width()
        if roomy is not self.menu_button.isHidden():  # there is room beside the menu's button
            place = (1, 0, 1, 2) if roomy else (0, 1, 1, 1)
            self._grid.addWidget(self.chosen, *place)
        for button in self._buttons:
            button.setVisible(roomy)
        self.menu_button.setVisible(not roomy)
