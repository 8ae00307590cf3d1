"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.breakpoints import BreakpointsPanel
from bpviz.ui.theme import LIGHT
from tests.ui.breakpoints_panel.hands import Sent


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BreakpointsPanel:
    panel = BreakpointsPanel(sent)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(420, 640)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel
