"""AddBreakpointForm: choose a condition and its value, and make a breakpoint of them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from bpviz.training.breakpoints import BARE, Breakpoint, Condition
from bpviz.training.events import Frame, State
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.kit.breakpoints.conditions import (
    OFFERED,
    class_names,
    condition_name,
    explanation,
    unavailable,
    value_name,
)
from bpviz.ui.kit.breakpoints.values import INDICES, default_value, read_value, value_words
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.keys import ENTER
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.kit.controls.whole_text import show_whole

_ANY = 16_777_215
"""Qt's largest width."""


class AddBreakpointForm(FittedWidget):
    """A condition, its value, and "Add"; Return anywhere in it adds as well.

    What was typed for a condition comes back with the condition; where nothing was typed, a value
    that suits the run stands there.

    Signals
    -------
    add_wanted(object)
        A `Breakpoint` that is good for the present data set.
    complained(str)
        Why there is none to be made of what was typed; empty once it is corrected.
    """

    add_wanted = Signal(object)
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._known: object = None
        self._typed: dict[Condition, str] = {}
        self._guard = WheelGuard(self)
        self.condition_edit = QComboBox(self)
        self.condition_edit.setObjectName("breakpoints_condition_edit")
        self.condition_edit.setAccessibleName(self.tr("Condition of the new breakpoint"))
        self.condition_edit.setWhatsThis(
            self.tr("The condition that is checked in every step, before its update.")
        )
        for condition in OFFERED:
            self.condition_edit.addItem(condition_name(condition), condition)
        self.value_edit = NumberLine(self._read, self)
        self.value_edit.setObjectName("breakpoints_value_edit")
        self.class_edit = QComboBox(self)
        self.class_edit.setObjectName("breakpoints_class_edit")
        self.class_edit.setAccessibleName(self.tr("Class for the new breakpoint"))
        for box in (self.condition_edit, self.class_edit):
            show_whole(box)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
        self.value_edit.setMinimumWidth(48)
        self.add_button = push_button(
            "breakpoints_add",
            self.tr("Add"),
            self.tr("Add a breakpoint with this condition (Return)."),
            self.tr("Add the breakpoint"),
        )
        self._guard.guard(self.condition_edit, self.class_edit)
        self._values = QStackedWidget(self)
        self._values.addWidget(self.value_edit)
        self._values.addWidget(self.class_edit)
        self._values.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.condition_edit, 3)
        row.addWidget(self._values, 2)
        row.addWidget(self.add_button)
        self.condition_edit.currentIndexChanged.connect(self._condition_changed)
        self.value_edit.textEdited.connect(self._edited)
        self.value_edit.complained.connect(self.complained)
        self.add_button.clicked.connect(self.add)
        counting_changed.connect(self._recount)
        self._show_condition()
        self.setEnabled(False)

    @property
    def condition(self) -> Condition:
        """The chosen condition."""
        return Condition(self.condition_edit.currentData())

    def choose(self, condition: Condition) -> None:
        """Choose `condition`."""
        self.condition_edit.setCurrentIndex(self.condition_edit.findData(condition))

    def show_frame(self, frame: Frame) -> None:
        """Offer what makes sense for the run in `frame`."""
        self._frame = frame
        self.setEnabled(frame.dataset is not None)
        known = (frame.run, frame.dataset, frame.settings.sigma1)
        if frame.dataset is not None and known != self._known:
            self._known = known
            self._offer(frame)
        elif frame.state is not State.RUNNING and not self.value_edit.hasFocus():
            self._show_value()

    @Slot()
    def add(self) -> None:
        """Make the breakpoint, or complain."""
        made = self._made()
        if made is not None:
            self.complained.emit("")
            self.add_wanted.emit(made)
            self.value_edit.selectAll()

    def _fit(self) -> None:
        """Make the button small where there is little room."""
        narrow = self.width() < 26 * self.fontMetrics().averageCharWidth()
        self.add_button.setText("+" if narrow else self.tr("Add"))
        width = self.add_button.sizeHint().height() if narrow else _ANY
        self.add_button.setMaximumWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add at Return."""
        if event.key() in ENTER:
            self.add()
        else:
            super().keyPressEvent(event)

    def _made(self) -> Breakpoint | None:
        condition = self.condition
        data = self._frame.dataset if self._frame is not None else None
        if data is None or not self._item(condition).isEnabled():
            self.complained.emit(unavailable(condition, data))
            return None
        if condition is Condition.LABEL:
            return Breakpoint.label(self.class_edit.currentIndex())
        value = self.value_edit.taken()
        if value is None:
            self.value_edit.setFocus()
            return None
        return Breakpoint(condition, value)

    def _read(self, typed: str) -> float:
        data = self._frame.dataset if self._frame is not None else None
        return read_value(self.condition, typed, data)

    def _offer(self, frame: Frame) -> None:
        """Follow another run: its classes, what it has to offer, values that suit it."""
        names = class_names(frame.dataset)
        if names != tuple(self.class_edit.itemText(i) for i in range(self.class_edit.count())):
            self.class_edit.clear()
            self.class_edit.addItems(names)
        for condition in OFFERED:
            reason = unavailable(condition, frame.dataset)
            item = self._item(condition)
            item.setEnabled(not reason)
            item.setToolTip(reason or explanation(condition, frame.settings.sigma1))
        if not self._item(self.condition).isEnabled():
            self.choose(Condition.LOSS_ABOVE)
        self._show_condition()

    @Slot()
    def _recount(self) -> None:
        """Offer the same in other numbers; an index that was typed would mean another one now."""
        for condition in INDICES:
            self._typed.pop(condition, None)
        if self._frame is not None and self._frame.dataset is not None:
            self._offer(self._frame)

    def _item(self, condition: Condition) -> QStandardItem:
        model = self.condition_edit.model()
        assert isinstance(model, QStandardItemModel)
        return model.item(self.condition_edit.findData(condition))

    @Slot()
    def _condition_changed(self) -> None:
        self.value_edit.settle()
        self.complained.emit("")
        self._show_condition()

    def _show_condition(self) -> None:
        condition = self.condition
        self._values.setVisible(condition not in BARE)
        by_name = condition is Condition.LABEL
        self._values.setCurrentWidget(self.class_edit if by_name else self.value_edit)
        explained = self._item(condition).toolTip()
        name = value_name(condition)
        self.condition_edit.setToolTip(explained)
        self.class_edit.setToolTip(f"{name}. {explained}")
        self.value_edit.setToolTip(f"{name}. {explained}")
        self.value_edit.setAccessibleName(name)
        self.value_edit.setPlaceholderText(name)
        self._show_value()

    def _show_value(self) -> None:
        """Show what was typed for the condition, or else what suits the run as it is."""
        condition = self.condition
        if self._frame is None or condition in BARE or condition is Condition.LABEL:
            return
        typed = self._typed.get(condition)
        usual = default_value(condition, self._frame)
        words = value_words(condition, usual) if typed is None else typed
        if words != self.value_edit.text():
            self.value_edit.setText(words)
            self.value_edit.setCursorPosition(0)

    @Slot(str)
    def _edited(self, typed: str) -> None:
        self._typed[self.condition] = typed
