"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BoundaryPanel:
    return shown(qtbot, BoundaryPanel(sent), 700, 480)
