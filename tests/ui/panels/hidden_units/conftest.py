"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> UnitsPanel:
    return shown(qtbot, UnitsPanel(sent), 700, 450)
