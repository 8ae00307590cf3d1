"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.boundary import BoundaryPanel
from tests.ui.panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BoundaryPanel:
    return shown(qtbot, BoundaryPanel(sent), 700, 480)
