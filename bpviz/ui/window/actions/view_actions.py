"""The actions that change how the window looks and what helps to use it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from bpviz.ui.window.layouts import LAYOUTS, layout_title
from bpviz.ui.window.theme_mode import MODES


class ViewActions(QObject):
    """Theme, arrangements, presentation, palette and help; children of the window."""

    arrangement_wanted = Signal(str)
    """One of `LAYOUTS`."""
    theme_wanted = Signal(str)
    """One of `MODES`."""

    def __init__(self, window: QWidget, theme_mode: str) -> None:
        super().__init__(window)
        self._window = window
        self.arrangements = [
            self._add(f"layout_{name}", layout_title(name), f"Ctrl+{i}")
            for i, name in enumerate(LAYOUTS, 1)
        ]
        for action in self.arrangements:
            action.triggered.connect(self._arrange)
        self.reset = self._add("reset_layout", self.tr("Reset layout"), "Ctrl+0")
        self.present = self._add("present", self.tr("Presentation mode"), "F12")
        self.present.setCheckable(True)
        self.present.setToolTip(self.tr("24-point text and fewer panels, for a projector."))
        self.palette = self._add("palette", self.tr("Command palette…"), "Ctrl+Shift+P")
        self.help = self._add("help", self.tr("What is this?"), "F1")
        self.help.setToolTip(self.tr("Explain the control that has the focus."))
        self.keys = self._add("keys", self.tr("Keys"), "Shift+F1")
        self.log = self._add("log", self.tr("Log"))
        self.about = self._add("about", self.tr("About bpviz"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit = self._add("quit", self.tr("Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.themes = self._make_themes(theme_mode)

    def _make_themes(self, mode: str) -> list[QAction]:
        words = {
            "system": self.tr("Theme: as the system"),
            "light": self.tr("Theme: light"),
            "dark": self.tr("Theme: dark"),
        }
        group = QActionGroup(self)
        actions = []
        for name in MODES:
            action = self._add(f"theme_{name}", words[name])
            action.setCheckable(True)
            action.setChecked(name == mode)
            action.triggered.connect(self._choose_theme)
            group.addAction(action)
            actions.append(action)
        return actions

    def _add(self, name: str, text: str, key: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action_{name}")
        if key:
            action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)
        self._window.addAction(action)
        return action

    @Slot()
    def _arrange(self) -> None:
        for name, action in zip(LAYOUTS, self.arrangements, strict=True):
            if action is self.sender():
                self.arrangement_wanted.emit(name)

    @Slot()
    def _choose_theme(self) -> None:
        for name, action in zip(MODES, self.themes, strict=True):
            if action.isChecked():
                self.theme_wanted.emit(name)
