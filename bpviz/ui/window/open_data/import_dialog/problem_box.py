"""ProblemBox: why a file cannot be opened like this, and what takes that away."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.ui.core.theme import WARNING
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.window.open_data.import_dialog.detected_properties import paragraph


class ProblemBox(QWidget):
    """One sentence in the colour of warnings, and a button where one click helps.

    Attributes
    ----------
    leave_columns, leave_rows : QPushButton
        Leave out columns that cannot be inputs, or rows in which something is missing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = paragraph("import_problem", self.tr("Why this cannot be opened"), WARNING)
        self.leave_columns = push_button(
            "import_leave_columns",
            self.tr("Leave out these columns"),
            self.tr("Do not use the text columns that cannot be inputs."),
        )
        self.leave_rows = push_button(
            "import_leave_rows",
            self.tr("Leave out such rows"),
            self.tr("Do not use the rows with missing values."),
        )
        row = QHBoxLayout()
        row.addWidget(self.leave_columns)
        row.addWidget(self.leave_rows)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 0)
        column.setSpacing(6)
        column.addWidget(self._sentence)
        column.addLayout(row)
        self.show_problem("")

    def show_problem(self, sentence: str, *, columns: bool = False, rows: bool = False) -> None:
        """Say why the file cannot be opened; offer to leave columns or rows out.

        An empty sentence says that it can.
        """
        if sentence and sentence != self._sentence.text():
            event = QAccessibleEvent(self._sentence, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)
        self._sentence.setText(sentence)
        self.leave_columns.setVisible(columns)
        self.leave_rows.setVisible(rows)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()
