"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.loss.panel import LossPanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> LossPanel:
    return shown(qtbot, LossPanel(sent), 800, 300)
