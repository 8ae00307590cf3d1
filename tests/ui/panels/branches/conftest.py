"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BranchesPanel:
    panel = shown(qtbot, BranchesPanel(sent), 500, 800)
    panel.activateWindow()
    panel.list.setFocus()
    return panel
