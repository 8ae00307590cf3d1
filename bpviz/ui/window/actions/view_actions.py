"""The actions that change how the window looks and what helps to use it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.layouts import LAYOUTS, layout_title
from bpviz.ui.window.theme_mode import MODES


class ViewActions(ActionGroup):
    """Theme, arrangements, presentation, palette and help; children of the window."""

    arrangement_wanted = Signal(str)
    """One of `LAYOUTS`."""
    theme_wanted = Signal(str)
    """One of `MODES`."""

    def __init__(self, window: QWidget, theme_mode: str) -> None:
        super().__init__(window)
        self.arrangements = self._add(
            *((f"layout_{name}", partial(self.arrangement_wanted.emit, name), f"Ctrl+{i}", "", "",
               layout_title(name), "") for i, name in enumerate(LAYOUTS, 1))
        )  # fmt: skip
        others = self._add(
            ("reset_layout", None, "Ctrl+0", "", "", self.tr("Reset layout"), ""),
            ("present", None, "F12", "", "", self.tr("Presentation mode"),
             self.tr("24-point text and fewer panels, for a projector.")),
            ("palette", None, "Ctrl+Shift+P", "", "", self.tr("Command palette…"), ""),
            ("help", None, "F1", "", "", self.tr("What is this?"),
             self.tr("Explain the control that has the focus.")),
            ("keys", None, "Shift+F1", "", "", self.tr("Keys"), ""),
            ("log", None, "", "", "", self.tr("Log"), ""),
            ("about", None, "", "", "", self.tr("About bpviz"), ""),
            ("quit", None, "Ctrl+Q", "", "", self.tr("Quit"), ""),
        )  # fmt: skip
        (self.reset, self.present, self.palette, self.help, self.keys, self.log,
         self.about, self.quit) = others  # fmt: skip
        self.present.setCheckable(True)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        words = {
            "system": self.tr("Theme: as the system"),
            "light": self.tr("Theme: light"),
            "dark": self.tr("Theme: dark"),
        }
        self.themes = self._add(
            *((f"theme_{mode}", partial(self.theme_wanted.emit, mode), "", "", "", words[mode], "")
              for mode in MODES)
        )  # fmt: skip
        group = QActionGroup(self)
        for mode, action in zip(MODES, self.themes, strict=True):
            action.setCheckable(True)
            action.setChecked(mode == theme_mode)
            group.addAction(action)
        for action in (*self.arrangements, *others, *self.themes):
            action.setAutoRepeat(False)
