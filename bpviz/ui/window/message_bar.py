"""A bar across the top for what went wrong and why a run stopped; it never blocks anything."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolBar,
    QToolButton,
    QWidget,
)

from bpviz.ui.core.icons import set_icon
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import announce
from bpviz.ui.window.export.show_in_folder import show_in_folder

STATE = "state"
"""Why the run stands; goes when the run moves on."""
DATA = "data"
"""Why data or a run on it could not be had; goes with the next data or run that can."""
INPUT = "input"
"""What an editor refused; goes with the next value that it takes."""
WRITTEN = "written"
"""Which file was written; goes with the next one."""


class _Message(NamedTuple):
    kind: str
    sentence: str
    path: str = ""
    """The file that it is about, which can be shown in its folder."""


class MessageBar(Fitted, QToolBar):
    """Shows one sentence at a time, the newest first; dismissing it shows the one before.

    It is a toolbar of its own below the others, so that it takes no room when it is empty.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setWindowTitle(self.tr("Messages"))
        self.setMovable(False)
        self._messages: list[_Message] = []  # the newest last
        self._frame = frame = QFrame(self)
        frame.setObjectName("message_frame")
        self._label = QLabel(frame)
        self._label.setObjectName("message_label")
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = push_button(
            "message_details",
            self.tr("Log"),
            self.tr("Show all messages of this session with their details."),
            self.tr("Show the log"),
        )
        self.folder = push_button(
            "message_folder",
            self.tr("Show in folder"),
            self.tr("Show the file where it lies, by the desktop's file manager."),
            self.tr("Show the file in its folder"),
        )
        self.folder.clicked.connect(self._show_in_folder)
        self._dismiss = QToolButton(frame)
        self._dismiss.setObjectName("message_dismiss")
        self._dismiss.setText("×")  # seen where the icon's file is missing
        set_icon(self._dismiss, "dismiss")
        self._dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self._dismiss.setToolTip(self.tr("Dismiss this message."))
        self._dismiss.clicked.connect(self.dismiss)
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._label, 1)
        row.addWidget(self.folder)
        row.addWidget(self.details)
        row.addWidget(self._dismiss)
        self.addWidget(frame)
        self.hide()

    def fit_text(self, font: QFont) -> None:
        """Write in `font`."""
        for widget in self.findChildren(QWidget):
            widget.setFont(font)
        self._fit()

    def message(self) -> str:
        """Return the sentence that is shown; empty if none is."""
        return self._messages[-1].sentence if self._messages else ""

    def show_message(self, sentence: str, kind: str = "", path: str = "") -> None:
        """Show `sentence`, unless it is there already; one of the same `kind` gives way to it.

        Parameters
        ----------
        sentence, kind : str
        path : str
            A file that it is about; a button then shows that in its folder.
        """
        if any(sentence == each.sentence for each in self._messages):
            return
        if kind:
            self._messages = [each for each in self._messages if each.kind != kind]
        self._messages.append(_Message(kind, sentence, path))
        self._refresh()
        announce(self._label, sentence)

    @Slot(str, str)
    def show_written(self, sentence: str, path: str) -> None:
        """Say that a file was written, and offer to show it."""
        self.clear_kind(WRITTEN)  # of the same name it is said anew
        self.show_message(sentence, WRITTEN, path)

    @Slot()
    def _show_in_folder(self) -> None:
        if self._messages:
            show_in_folder(self._messages[-1].path)

    def take_over(self, other: MessageBar) -> None:
        """Show what another bar shows and a person has not dismissed."""
        for each in other._messages:
            if each.kind in ("", DATA):
                self.show_message(each.sentence, each.kind)

    def clear_kind(self, kind: str) -> None:
        """Take away the message of `kind`."""
        left = [each for each in self._messages if each.kind != kind]
        if len(left) != len(self._messages):
            self._messages = left
            self._refresh()

    @Slot()
    def dismiss(self) -> None:
        """Take away the message that is shown."""
        if self._messages:
            self._messages.pop()
            self._refresh()

    def _fit(self) -> None:
        """Give the sentence as many lines as it takes at this width."""
        button = self.folder if self._path else self.details
        beside = button.sizeHint().width() + self._dismiss.sizeHint().width() + 60
        self._label.setMinimumHeight(0)  # or what it needed when it was narrower counts for ever
        height = self._label.heightForWidth(max(self.width() - beside, 80))
        self._label.setFixedHeight(max(height, self._label.fontMetrics().height()))

    @property
    def _path(self) -> str:
        return self._messages[-1].path if self._messages else ""

    def _refresh(self) -> None:
        written = bool(self._path)
        self.folder.setVisible(written)
        self.details.setVisible(not written)
        if self._frame.property("calm") is not written:  # see bars.qss
            self._frame.setProperty("calm", written)
            self._frame.style().polish(self._frame)
        self._label.setText(self.message())
        self._label.setAccessibleName(self.message())
        self.setVisible(bool(self._messages))
        self._fit()
