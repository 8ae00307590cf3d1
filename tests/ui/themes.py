"""Another theme, as a person switches to it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from bpviz.ui.core.theme import Theme, apply_theme


def use_theme(theme: Theme) -> None:
    """Put a theme in force; after the test the light one is again."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
