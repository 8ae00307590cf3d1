"""The panel, and what it sends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command
from bpviz.ui.panels.debugger import DebuggerPanel
from bpviz.ui.theme import LIGHT


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, sent: list[Command]) -> DebuggerPanel:
    def send(command: Command) -> int:
        sent.append(command)
        return len(sent)

    panel = DebuggerPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(480, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel
