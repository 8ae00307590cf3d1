"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.find.panel import FindPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> FindPanel:
    panel = shown(qtbot, FindPanel(sent), 420, 640)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel
