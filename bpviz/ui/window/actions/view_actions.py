"""The actions that change how the window looks and what helps to use it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
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
            ("reset_layout", None, "Shift+F12", "", "", self.tr("Reset layout"), ""),
            ("present", None, "F12", "", "whole_screen_end", self.tr("Presentation mode"),
             self.tr(
                 "For a projector: the whole screen without menus, fewer panels, and text as large "
                 "as they have room for. Hold Ctrl to show where the pointer is."
             )),
            ("black_screen", None, "B", "", "", self.tr("Black screen"),
             self.tr("In a presentation: show nothing until a key is pressed or the mouse.")),
            ("palette", None, "Ctrl+Shift+P", "", "", self.tr("Command palette…"), ""),
            ("help", None, "F1", "", "", self.tr("What is this?"),
             self.tr("Explain the control that has the focus.")),
            ("keys", None, "Shift+F1", "", "", self.tr("Keys"), ""),
            ("log", None, "", "", "", self.tr("Log"), ""),
            ("welcome", None, "", "", "", self.tr("Welcome"),
             self.tr("Show the four ways to begin.")),
            ("advice", None, "", "", "", self.tr("Advice"),
             self.tr("Say in the status bar what an expert would notice in this run.")),
            ("about", None, "", "", "", self.tr("About bpviz"), ""),
            ("quit", None, "Ctrl+Q", "", "", self.tr("Quit"), ""),
        )  # fmt: skip
        (self.reset, self.present, self.black, self.palette, self.help, self.keys, self.log,
         self.welcome, self.advice, self.about, self.quit) = others  # fmt: skip
        self.present.setCheckable(True)
        self.black.setEnabled(False)
        self.advice.setCheckable(True)
        self.advice.setChecked(True)
        self.text_sizes = self._add(
            ("larger_text", None, "Ctrl++; Ctrl+=", "", "", self.tr("Larger text"),
             self.tr("Write everything one point larger, up to 32 points.")),
            ("smaller_text", None, "Ctrl+-", "", "", self.tr("Smaller text"),
             self.tr("Write everything one point smaller, down to 8 points.")),
            ("reset_text", None, "Ctrl+0", "", "", self.tr("Text size of the system"),
             self.tr("Write everything as large as the system does; a presentation, as large as "
                     "it has room for.")),
        )  # fmt: skip
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        (self.count_from_one,) = self._add(
            ("count_from_one", None, "", "", "", self.tr("Count from 1"),
             self.tr(
                 "Count samples, rows, columns, units and outputs from 1, as the note does, "
                 "instead of from 0; in copied values too. The number of a step stays as it is."
             )),
        )  # fmt: skip
        self.count_from_one.setCheckable(True)
        self.count_from_one.triggered.connect(self._count)
        counting_changed.connect(self._follow_counting)
        self._follow_counting()
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
        for action in (*self.arrangements, *others, self.count_from_one, *self.themes):
            action.setAutoRepeat(False)

    @Slot(bool)
    def _count(self, from_one: bool) -> None:
        counting.count_from(int(from_one))

    @Slot()
    def _follow_counting(self) -> None:
        self.count_from_one.setChecked(counting.first() == 1)
