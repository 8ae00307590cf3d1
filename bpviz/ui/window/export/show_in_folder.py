"""A file, shown where it lies by whatever manages files on this desktop."""

from __future__ import annotations

import os

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

try:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
except ImportError:  # a Qt without D-Bus
    HAS_DBUS = False
else:
    HAS_DBUS = True

_MANAGER = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"


def show_in_folder(path: str) -> None:
    """Have a file marked in its folder; where no file manager can, have the folder opened.

    It blocks nothing.
    """
    if HAS_DBUS and QDBusConnection.sessionBus().isConnected():
        _Asked(path)
    else:
        open_folder(path)


def open_folder(path: str) -> None:
    """Open the folder of a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.dirname(os.path.abspath(path))))


if HAS_DBUS:

    class _Asked(QDBusPendingCallWatcher):
        """Waits for the answer of a file manager, and opens the folder where there is none."""

        def __init__(self, path: str) -> None:
            message = QDBusMessage.createMethodCall(*_MANAGER, _MANAGER[0], "ShowItems")
            uri = bytes(QUrl.fromLocalFile(path).toEncoded().data()).decode("ascii")
            message.setArguments([[uri], ""])
            super().__init__(
                QDBusConnection.sessionBus().asyncCall(message), QApplication.instance()
            )
            self._path = path
            if self.isFinished():  # a bus that has gone answers nothing
                self._answered()
            else:
                self.finished.connect(self._answered)

        @Slot()
        def _answered(self) -> None:
            if self.isError():
                open_folder(self._path)
            self.deleteLater()
