"""DebuggerHeader: what the debugger shows, which row of it, and the way back to the run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.number_edit import IntegerEdit


class DebuggerHeader(QWidget):
    """Two lines: the phase and where the run stands; the row, and the selected weight.

    Signals
    -------
    row_chosen(object)
        A person wants to see another row or entry, an int.
    follow_wanted()
        Show again where the run stands.
    selection_cleared()
        The selected weight is to be let go.
    refused(str)
        What was typed is no such row, in a sentence.
    """

    row_chosen = Signal(object)
    follow_wanted = Signal()
    selection_cleared = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel()
        self.title.setObjectName("debugger_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.state = ElidedLabel()
        self.state.setObjectName("debugger_state")
        self.follow = flat_button(
            "debugger_follow",
            self.tr("Follow the run"),
            self.tr("Show the current phase and row of the run"),
            checkable=False,
        )
        self.row_edit = IntegerEdit(0, 0)
        self.row_edit.setObjectName("debugger_row_edit")
        self.row_edit.setAccessibleName(self.tr("Row"))
        self.row_edit.setToolTip(
            self.tr("Row or entry whose numbers are shown, counted from 0; ↑ and ↓ change it")
        )
        self._row_name, self._row_of = QLabel(), ElidedLabel()
        for label in (self.state, self._row_name, self._row_of):
            label.setForegroundRole(MUTED)
        self.clear = flat_button(
            "debugger_clear",
            "",
            self.tr("Deselect the weight and show the current row"),
            checkable=False,
        )
        self.clear.setAccessibleName(self.tr("Deselect the weight"))

        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._row_name)
        row.addWidget(self.row_edit)
        row.addWidget(self._row_of, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)  # it would come and go with what stands in the last line
        grid.setColumnStretch(0, 1)
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title, 1)
        grid.addLayout(words, 0, 0)
        grid.addWidget(self.follow, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.state, 1, 0, 1, 2)
        grid.addLayout(row, 2, 0)
        grid.addWidget(self.clear, 2, 1, Qt.AlignmentFlag.AlignRight)
        for button in (self.follow, self.clear):
            button.setAutoRaise(False)
        self._grid = grid
        self._fit_font()

        self.follow.clicked.connect(self.follow_wanted)
        self.clear.clicked.connect(self.selection_cleared)
        self.row_edit.valueChanged.connect(self.row_chosen)
        self.row_edit.refused.connect(self.refused)

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
        if self._row_name.text() != name:
            self._row_name.setText(name)
        self._row_of.setText(remark or self.tr("(0 … {last})").format(last=count(rows - 1)))
        with QSignalBlocker(self.row_edit):
            if self.row_edit.maximum() != rows - 1:
                self.row_edit.setRange(0, rows - 1)
            if not self.row_edit.being_edited():
                self.row_edit.setValue(row)

    def set_selection(self, selection: Selection | None) -> None:
        """Name the selected weight."""
        self.clear.setVisible(selection is not None)
        if selection is not None and self.clear.text() != f"{selection.words}  ✕":
            self.clear.setText(f"{selection.words}  ✕")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._fit_font()

    def _fit_font(self) -> None:
        """Keep both lines as high as what comes and goes in them."""
        height = max(self.follow.sizeHint().height(), self.row_edit.sizeHint().height())
        for line in (0, 2):
            self._grid.setRowMinimumHeight(line, height + 2)
