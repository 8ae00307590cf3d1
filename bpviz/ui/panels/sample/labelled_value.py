"""Fact: a value with its name above it."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.ui.kit.controls.labels import LineLabel


class Fact(QWidget):
    """Two lines, a muted name and a bold value; its width does not depend on what they say."""

    def __init__(self, name: str, caption: str, explanation: str) -> None:
        super().__init__()
        self.setToolTip(explanation)
        self.caption = LineLabel(caption)
        self.value = LineLabel()
        self.value.setObjectName(name)
        font = self.value.font()
        font.setBold(True)
        self.value.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.value)

    def set_value(self, text: str) -> None:
        """Show `text` as the value."""
        self.value.setText(text)

    def set_caption(self, text: str, colour: str) -> None:
        """Name the value, in a colour ``#rrggbb``."""
        self.caption.setText(text)
        palette = self.caption.palette()
        role = self.caption.foregroundRole()
        if palette.color(role) != QColor(colour):
            palette.setColor(role, QColor(colour))
            self.caption.setPalette(palette)
