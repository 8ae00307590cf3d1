"""GoBar: "go to step …" and "run n steps or epochs"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import LARGEST, parse_whole, read_whole


class GoBar(FittedWidget):
    """Editors for numbers of 64 bits.

    Signals
    -------
    run_wanted(object)
        Train that many steps.
    complained(str)
        Why what was typed is not possible; an empty string once it is all right again.
    """

    run_wanted = Signal(object)
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.epoch = 1
        self.go_edit = NumberLine(read_whole)
        self.go_edit.setObjectName("timeline_go_edit")
        self.go_edit.setAccessibleName(self.tr("Go to step"))
        self.go_edit.setPlaceholderText(self.tr("Go to step…"))
        self.go_edit.setToolTip(
            self.tr(
                "The step to go to, such as 60 000 or 6e4; press Return. Beyond the last step, "
                "the run trains until that step."
            )
        )
        go = self.tr("Go to the step typed on the left.")
        self.go = push_button("timeline_go", self.tr("Go"), go, go)
        self.run_edit = NumberLine(partial(read_whole, low=1))
        self.run_edit.setObjectName("timeline_run_edit")
        self.run_edit.setAccessibleName(self.tr("Number of steps or epochs to run"))
        self.run_edit.setText("1")
        self.run_edit.setToolTip(
            self.tr("Number of steps or epochs to train before the run pauses again.")
        )
        self.unit = QComboBox()
        self.unit.setObjectName("timeline_run_unit")
        self.unit.setAccessibleName(self.tr("Steps or epochs"))
        self.unit.addItem(self.tr("epochs"), True)
        self.unit.addItem(self.tr("steps"), False)
        self.unit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unit.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # never cut
        self.unit.setToolTip(
            self.tr("A step is one pair; an epoch is as many steps as there are samples.")
        )
        run = self.tr("Train that many from here, then pause.")
        self.run = push_button("timeline_run", self.tr("Run"), run, run)
        for edit, button in ((self.go_edit, self.go), (self.run_edit, self.run)):
            edit.complained.connect(self.complained)
            button.clicked.connect(edit.enter)
        self.run_edit.entered.connect(self._run)
        self.run_edit.textChanged.connect(self._count_units)
        self._count_units(self.run_edit.text())
        self._line = line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.go_edit, self.go, line, self.run_edit, self.unit, self.run):
            layout.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.go_edit.setMaximumWidth(16 * digit)
        self.go_edit.setMinimumWidth(10 * digit)
        self.run_edit.setMaximumWidth(9 * digit)
        self.run_edit.setMinimumWidth(6 * digit)

    def show_run(self, on: bool) -> None:
        """Show or hide "run n steps or epochs"."""
        for widget in (self._line, self.run_edit, self.unit, self.run):
            widget.setVisible(on)

    def width_for(self, run: bool) -> int:
        """Return the least width that it needs, with or without "run n steps or epochs"."""
        width = self.go_edit.minimumWidth() + self.go.sizeHint().width() + 4
        if run:
            edits = self.run_edit.minimumWidth() + self.unit.sizeHint().width()
            width += edits + self.run.sizeHint().width() + self._line.sizeHint().width() + 16
        return width

    @Slot(str)
    def _count_units(self, typed: str) -> None:
        one = parse_whole(typed) == 1
        self.unit.setItemText(0, self.tr("epoch") if one else self.tr("epochs"))
        self.unit.setItemText(1, self.tr("step") if one else self.tr("steps"))

    def _run(self, n: int) -> None:
        if self.unit.currentData():
            if n * self.epoch > LARGEST:
                text = self.tr("{n} epochs are too many steps. Use at most {most}.")
                self.complained.emit(text.format(n=count(n), most=count(LARGEST // self.epoch)))
                return
            n *= self.epoch
        self.run_wanted.emit(n)
