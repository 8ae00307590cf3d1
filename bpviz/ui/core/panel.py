"""What every panel is: a widget that is shown frames while it is visible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from bpviz.training.commands import Command
from bpviz.training.events import Frame
from bpviz.ui.core.theme import LIGHT, Theme

Send: TypeAlias = Callable[[Command], int]
"""Puts a command into the trainer's mailbox; returns at once, with its number (`Frame.heard`)."""


class Panel(QWidget):
    """Base of the docked panels.

    A panel never asks the trainer for anything: it is given the newest `Frame`, and sends
    commands.  Panels don't know one another; what one selects reaches the others through the
    next frame or through the window, which connects their signals.

    Attributes
    ----------
    interval_ms : int
        While a run is RUNNING the panel is shown a frame at most this often.  Frames in any other
        state are always shown.
    """

    interval_ms: int = 16

    def __init__(self, name: str, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.send = send
        self.theme: Theme = LIGHT

    def title(self) -> str:
        """Return the translated title of the panel's dock."""
        raise NotImplementedError

    def short_title(self) -> str:
        """Return a title for the tab where text is large and other panels share the place."""
        return self.title()

    def show_frame(self, frame: Frame) -> None:
        """Draw the state in `frame`.  Called in the interface's thread, for visible panels only."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Change colours; called once at the start and whenever the theme changes."""
        self.theme = theme

    def set_presenting(self, on: bool) -> None:
        """Leave out what large text has no room for; panels that have enough do nothing."""
