"""DetectedProperties: what was found in a file, and what will be done, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.ui.core import formatting
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.labels import Note


class DetectedProperties(QWidget):
    """Two paragraphs; one that has nothing to say takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = paragraph("import_found", self.tr("Detected"), MUTED)
        self._plan = paragraph("import_plan", self.tr("Result"), QPalette.ColorRole.WindowText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._found)
        column.addWidget(self._plan)

    def show_words(self, found: Sequence[str], plan: Sequence[str]) -> None:
        """Say what was found, and what will be done."""
        for label, sentences in ((self._found, found), (self._plan, plan)):
            label.setText(" ".join(map(formatting.translated, sentences)))
            label.setVisible(bool(sentences))


def paragraph(name: str, what: str, role: QPalette.ColorRole) -> Note:
    """Return a label for sentences that can be selected; `what` says what they are about."""
    label = Note(name, role=role)
    label.setAccessibleDescription(what)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
