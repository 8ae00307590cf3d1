"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BreakpointsPanel:
    panel = shown(qtbot, BreakpointsPanel(sent), 420, 640)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel
