"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.branches import BranchesPanel
from tests.ui.branches_panel.hands import Sent


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BranchesPanel:
    panel = BranchesPanel(sent.send)
    qtbot.addWidget(panel)
    panel.resize(500, 800)
    panel.show()
    panel.activateWindow()
    panel.list.setFocus()
    return panel
