"""The panel, and what it sends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.debugger.panel import DebuggerPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> DebuggerPanel:
    return shown(qtbot, DebuggerPanel(sent), 480, 500)
