"""SamplePins: what the run should do with the pair that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QToolButton, QWidget

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    Command,
    HoldSample,
    RemoveBreakpoint,
    SkipSample,
    TrainNext,
)
from bpviz.training.events import Frame
from bpviz.training.notes import BreakpointNote
from bpviz.ui.echo import Echo
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.line_label import LineLabel
from bpviz.ui.widgets.segmented import Segment

SPACING = 4


class SamplePins(QWidget):
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
        self._index = 0
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACING)
        self.train = self._add(
            "sample_train_next",
            self.tr("Train on this next"),
            self.tr(
                "Let the step at hand train on this pair, in place of the one that was drawn. If "
                "its update has begun, the next step does."
            ),
        )
        self.hold = self._add(
            "sample_hold",
            self.tr("Keep training on this"),
            self.tr(
                "Let every step from here on train on this pair, until this is switched off; then "
                "pairs are drawn again."
            ),
            checkable=True,
        )
        self.skip = self._add(
            "sample_skip",
            self.tr("Skip"),
            self.tr(
                "Leave out the pair of the step at hand; the next one drawn takes its place. Only "
                "while that pair is the one shown here."
            ),
        )
        self.breaks = self._add(
            "sample_break",
            self.tr("Break here"),
            self.tr(
                "A breakpoint: stop the run at every step that trains on this pair, before its "
                "update."
            ),
            checkable=True,
        )
        self._row.addWidget(self._make_menu_button())
        self.chosen = LineLabel()
        self.chosen.setObjectName("sample_chosen")
        self.chosen.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(self._row, 0, 0)
        self._grid.addWidget(self.chosen, 1, 0, 1, 2)
        self._held = Echo(self.hold.setChecked)
        self._broken = Echo(self.breaks.setChecked)
        self.train.triggered.connect(self._train)
        self.hold.triggered.connect(self._hold)
        self.skip.triggered.connect(self._skip)
        self.breaks.triggered.connect(self._break)

    def _add(self, name: str, text: str, explanation: str, *, checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setToolTip(explanation)
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
        button.setAccessibleName(self.tr("What to do with this sample"))
        button.setToolTip(self.tr("Train on this sample next, keep to it, skip it, break at it"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.addActions([self.train, self.hold, self.skip, self.breaks])
        button.setMenu(menu)
        button.hide()
        return button

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        palette = self.chosen.palette()
        palette.setColor(self.chosen.foregroundRole(), QColor(theme.muted))
        self.chosen.setPalette(palette)

    def show_frame(self, frame: Frame, index: int) -> None:
        """Show how things stand with pair `index`."""
        self._frame, self._index = frame, index
        self._held.arrived(frame.held == index, frame)
        self._broken.arrived(self._is_armed(), frame)
        own = index == frame.sample
        self.skip.setEnabled(own)
        words = ""
        if own and frame.held == index:
            words = self.tr("Chosen by hand: every step trains on this pair.")
        elif own and frame.chosen:
            words = self.tr("Chosen by hand, in place of the pair that was drawn.")
        self.chosen.setText(words)
        self.chosen.setToolTip(words)
        self.chosen.setVisible(bool(words))

    def set_index(self, index: int) -> None:
        """Somebody went on to pair `index`, which the next frame will show."""
        self._index = index
        frame = self._frame
        if frame is not None:
            self.hold.setChecked(frame.held == index)
            self.breaks.setChecked(self._is_armed())
            self.skip.setEnabled(index == frame.sample)

    def _notes(self) -> list[BreakpointNote]:
        """Return the breakpoints at this very pair."""
        notes = () if self._frame is None else self._frame.breakpoints
        wanted = Breakpoint.sample(self._index)
        return [note for note in notes if note.breakpoint == wanted]

    def _is_armed(self) -> bool:
        return any(note.enabled for note in self._notes())

    @Slot()
    def _train(self) -> None:
        self._send(TrainNext(self._index))

    @Slot(bool)
    def _hold(self, on: bool) -> None:
        self._held.sent(self._send(HoldSample(self._index if on else None)))

    @Slot()
    def _skip(self) -> None:
        self._send(SkipSample())

    @Slot(bool)
    def _break(self, on: bool) -> None:
        notes = self._notes()
        commands: list[Command]
        if not on:
            commands = [RemoveBreakpoint(note.number) for note in notes]
            if not commands:  # it was set a moment ago, and nobody knows its number yet
                self.breaks.setChecked(True)
        elif notes and not self._is_armed():
            commands = [ChangeBreakpoint(notes[0].number, enabled=True)]
        else:
            commands = [AddBreakpoint(Breakpoint.sample(self._index))]
        for command in commands:
            self._broken.sent(self._send(command))

    # Room --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As small as the menu's button."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a menu where there is no room for buttons."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_broken"):
            self._fit()

    def _fit(self) -> None:
        needed = sum(button.sizeHint().width() + SPACING for button in self._buttons) - SPACING
        roomy = needed <= self.width()
        if roomy is not self.menu_button.isHidden():  # there is room beside the menu's button
            place = (1, 0, 1, 2) if roomy else (0, 1, 1, 1)
            self._grid.addWidget(self.chosen, *place)
        for button in self._buttons:
            button.setVisible(roomy)
        self.menu_button.setVisible(not roomy)
