"""A panel by itself, and what it sends."""

from __future__ import annotations

from typing import Any, TypeVar

from bpviz.training.commands import Command
from bpviz.ui.core.panel import Panel

P = TypeVar("P", bound=Panel)


class Sent(list[Command]):
    """Takes commands and numbers them as a mailbox does."""

    def __call__(self, command: Command) -> int:
        self.append(command)
        return len(self)


def shown(qtbot: Any, panel: P, width: int, height: int) -> P:
    """Return the panel as the only one of a window of that size."""
    qtbot.addWidget(panel)
    panel.resize(width, height)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel
