"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.timeline import TimelinePanel
from tests.ui.panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> TimelinePanel:
    return shown(qtbot, TimelinePanel(sent), 1200, 90)
