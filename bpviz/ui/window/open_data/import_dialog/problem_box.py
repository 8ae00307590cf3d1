"""ProblemBox: why a file cannot be opened like this, and what takes that away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.ui.core import formatting
from bpviz.ui.core.theme import WARNING
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.window.open_data.import_dialog.detected_properties import paragraph


class ProblemBox(QWidget):
    """One sentence in the colour of warnings, and a button where one click helps.

    Attributes
    ----------
    leave_columns, leave_rows : QPushButton
        Leave out columns that cannot be inputs, or rows in which something is missing.
    as_missing, as_categories : QPushButton
        Take a text among numbers for a missing value, or the column for categories.
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
        self.as_missing = push_button(
            "import_as_missing",
            self.tr("Treat as missing"),
            self.tr("Count this text as a missing value, and leave out the rows that have it."),
        )
        self.as_categories = push_button(
            "import_as_categories",
            self.tr("Use as categories"),
            self.tr("Make a 0/1 input of every distinct value of this column (one-hot)."),
        )
        row = QHBoxLayout()
        for button in (self.as_missing, self.as_categories, self.leave_columns, self.leave_rows):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 0)
        column.setSpacing(6)
        column.addWidget(self._sentence)
        column.addLayout(row)
        self.show_problem("")

    def show_problem(
        self,
        sentence: str,
        *,
        columns: bool = False,
        rows: bool = False,
        strays: Sequence[str] = (),
        categories: bool = False,
        hint: bool = False,
    ) -> None:
        """Say why the file cannot be opened; offer to leave columns or rows out.

        An empty sentence says that it can; a `hint` says so as well, and what to look at.

        Parameters
        ----------
        strays : sequence of str
            Texts that are offered as missing values.
        categories : bool
            Whether the column may be used as categories.
        """
        if sentence and sentence != self._sentence.text():
            event = QAccessibleEvent(self._sentence, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)
        self._sentence.setText(sentence)
        self.leave_columns.setVisible(columns)
        self.leave_rows.setVisible(rows)
        self.as_missing.setVisible(bool(strays))
        quoted = self.tr("“{text}”")
        texts = ", ".join(quoted.format(text=formatting.shortened(each, 12)) for each in strays)
        self.as_missing.setText(self.tr("Treat {texts} as missing").format(texts=texts))
        self.as_categories.setVisible(categories)
        role = QPalette.ColorRole.WindowText if hint else WARNING
        self._sentence.setForegroundRole(role)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()
