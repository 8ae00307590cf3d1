"""Complaint: one sentence about what was typed; it takes no room while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from bpviz.ui.core.theme import Theme


class Complaint(QLabel):
    """A wrapped sentence in the warning colour, also told to assistive technology."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Write in another colour."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.warning))
        self.setPalette(palette)

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Show `sentence`; an empty one takes the label away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            event = QAccessibleAnnouncementEvent(self, sentence)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
