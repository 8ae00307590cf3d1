"""What stands in place of a panel's content while there is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from bpviz.ui.kit.controls.labels import Note


def loading() -> str:
    """Return the sentence of every panel that waits for the data set."""
    return QCoreApplication.translate("Placeholder", "Waiting for the data set…")


class Placeholder(Note):
    """A muted sentence in the middle, which takes any size; at first that the data is loading."""

    def __init__(self, name: str) -> None:
        super().__init__(name, loading())
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(1, 1)


def pages(placeholder: Placeholder, content: QWidget) -> QStackedWidget:
    """Return a stack of two pages, the placeholder in front."""
    stack = QStackedWidget()
    stack.addWidget(placeholder)
    stack.addWidget(content)
    return stack
