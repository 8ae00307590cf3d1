"""The log of this session: kept in memory, shown on demand."""

from __future__ import annotations

import logging
from collections import deque

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from bpviz.ui.kit.controls.layouts import named

_FORMAT = "%(asctime)s  %(levelname)s  %(name)s\n%(message)s\n"


class LogKeeper(logging.Handler):
    """Keeps the last thousand entries of the program's loggers; any thread may write."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter(_FORMAT))
        self._entries: deque[str] = deque(maxlen=1000)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one entry."""
        self._entries.append(self.format(record))

    def text(self) -> str:
        """Return all entries, the oldest first."""
        return "\n".join(list(self._entries))


class LogView(QDialog):
    """Shows the log; it can be selected, copied and read aloud."""

    def __init__(self, keeper: LogKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_view")
        self.setWindowTitle(self.tr("Log"))
        what = self.tr("All messages since the program started.")
        self._text = named(QPlainTextEdit(), "log_text", self.tr("Log"), what)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setPlainText(keeper.text() or self.tr("No messages."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("log_copy")
        copy.setToolTip(self.tr("Copy the whole log."))
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        column.addWidget(buttons)
        self.resize(760, 480)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
