"""Light, dark, or as the system has it: which theme is in force."""

from __future__ import annotations

import logging
from string import Template

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from bpviz.paths import resources
from bpviz.ui.core.theme import DARK, LIGHT, Theme, apply_theme, current_theme

MODES = ("system", "light", "dark")


class ThemeMode(QObject):
    """Owns the theme of the application.

    The palettes are our own, since some platforms ignore a wish for a colour scheme; the system's
    choice is followed through ``colorSchemeChanged``.
    """

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        super().__init__()
        self._app = app
        self.mode = mode
        apply_theme(app, self._wanted())
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def set_mode(self, mode: str) -> None:
        """Switch to "system", "light" or "dark"."""
        self.mode = mode
        self._use(self._wanted())

    def style_sheet(self) -> str:
        """Return the style sheet of the bars in the theme's colours; empty if it is missing."""
        try:
            source = (resources() / "themes" / "bars.qss").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            logging.getLogger(__name__).warning("The style sheet cannot be read: %s", error)
            return ""
        colours = {k: v for k, v in vars(current_theme()).items() if isinstance(v, str)}
        return Template(source).safe_substitute(colours)

    def _wanted(self) -> Theme:
        if self.mode == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self.mode == "dark"
        return DARK if dark else LIGHT

    def _use(self, theme: Theme) -> None:
        if theme is not current_theme():
            apply_theme(self._app, theme)

    @Slot()
    def _system_changed(self) -> None:
        if self.mode == "system":
            self._use(self._wanted())
