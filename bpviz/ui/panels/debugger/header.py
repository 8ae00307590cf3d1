"""DebuggerHeader: what the debugger shows, which row of it, and the way back to the run."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import ordinal
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, named
from bpviz.ui.kit.controls.number_edit import IndexEdit


class DebuggerHeader(FittedWidget):
    """Two lines: the phase and where the run stands; the row, and the selected weight.

    Attributes
    ----------
    row_edit : IntegerEdit
        The row or entry that is shown.
    follow, clear : QToolButton
        Show again where the run stands; let the selected weight go.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel(name="debugger_title", bold=True)
        self.state = ElidedLabel(name="debugger_state", muted=True)
        self.follow = flat_button(
            "debugger_follow",
            self.tr("Follow the run"),
            self.tr("Show the current phase and row of the run"),
            checkable=False,
        )
        self.row_edit = named(
            IndexEdit(),
            "debugger_row_edit",
            self.tr("Row"),
        )
        self._row_name, self._row_of = QLabel(), ElidedLabel(muted=True)
        self._row_name.setForegroundRole(MUTED)
        self._row_name.setBuddy(self.row_edit)
        self.clear = flat_button(
            "debugger_clear",
            "",
            self.tr("Deselect the weight and show the current row"),
            checkable=False,
        )
        self.clear.setAccessibleName(self.tr("Deselect the weight"))

        row = hbox(self._row_name, self.row_edit, self._row_of, spacing=6, stretch=self._row_of)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)  # it would come and go with what stands in the last line
        grid.setColumnStretch(0, 1)
        # By itself it would ask the grid for no width, and have none with nothing beside it.
        grid.addLayout(hbox(self.title, spacing=0, stretch=self.title), 0, 0)
        grid.addWidget(self.follow, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.state, 1, 0, 1, 2)
        grid.addLayout(row, 2, 0)
        grid.addWidget(self.clear, 2, 1, Qt.AlignmentFlag.AlignRight)
        for button in (self.follow, self.clear):
            button.setAutoRaise(False)
        self._grid = grid
        counting_changed.connect(self._recount)
        self._recount()
        self._fit()

    @Slot()
    def _recount(self) -> None:
        tip = self.tr(
            "Row or entry whose numbers are shown, counted from {first}; ↑ and ↓ change it"
        )
        self.row_edit.setToolTip(tip.format(first=counting.first()))

    def set_words(self, title: str, state: str, *, following: bool) -> None:
        """Say what is shown, and where the run stands."""
        self.title.setText(title)
        self.state.setText(state)
        self.follow.setVisible(not following)

    def set_row(self, name: str, row: int, rows: int, remark: str) -> None:
        """Show which of `rows` rows is shown; without a `name` the phase has none."""
        for widget in (self._row_name, self.row_edit, self._row_of):
            widget.setVisible(bool(name))
        self.row_edit.setEnabled(rows > 1)
        self._row_name.setText(name)
        self._row_of.setText(remark or row_range(rows))
        with QSignalBlocker(self.row_edit):
            if self.row_edit.maximum() != rows - 1:
                self.row_edit.setRange(0, rows - 1)
            if not self.row_edit.being_edited():
                self.row_edit.setValue(row)

    def set_selection(self, selection: Selection | None) -> None:
        """Name the selected weight."""
        self.clear.setVisible(selection is not None)
        if selection is not None:
            self.clear.setText(f"{selection.words}  ✕")

    def _fit(self) -> None:
        """Keep both lines as high as what comes and goes in them."""
        height = max(self.follow.sizeHint().height(), self.row_edit.sizeHint().height())
        for line in (0, 2):
            self._grid.setRowMinimumHeight(line, height + 2)


def row_range(rows: int) -> str:
    """Return from where to where `rows` rows count, "(0 … 9)"."""
    return f"({counting.first()} … {ordinal(rows - 1)})"
