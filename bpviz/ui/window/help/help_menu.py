"""What helps a person along: help, keys, log, About."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bpviz.ui.window.actions.view_actions import ViewActions
from bpviz.ui.window.help import help_dialog as pages
from bpviz.ui.window.help.log_view import LogKeeper, LogView


class HelpMenu(QObject):
    """Opens the dialogs of the Help menu; none of them blocks the window's work.

    Parameters
    ----------
    window : QWidget
        Its named actions are the ones that are listed.
    actions : ViewActions
        Trigger it.
    log : LogKeeper
        What the log view shows.
    make_all : callable
        Sees that everything is in the window that has keys.
    """

    def __init__(
        self,
        window: QWidget,
        actions: ViewActions,
        log: LogKeeper,
        make_all: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._make_all = make_all
        self._window = window
        self._log = log
        for action, slot in (
            (actions.help, self.show_help),
            (actions.keys, self.show_keys),
            (actions.log, self.show_log),
            (actions.about, self.show_about),
        ):
            action.triggered.connect(slot)

    @Slot()
    def show_help(self) -> None:
        """Explain what has the focus."""
        pages.help_on(QApplication.focusWidget() or self._window)

    @Slot()
    def show_keys(self) -> None:
        """Open the list of keys."""
        self._make_all()
        self._open(pages.key_list(self._window, self._named()))

    @Slot()
    def show_log(self) -> None:
        """Open the log."""
        self._open(LogView(self._log, self._window))

    @Slot()
    def show_about(self) -> None:
        """Open About."""
        self._open(pages.about(self._window))

    def _named(self) -> list[QAction]:
        actions = self._window.findChildren(QAction)
        return [action for action in actions if action.objectName().startswith("action_")]

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
