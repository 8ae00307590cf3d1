"""The panel, and what it sends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def width() -> int:
    return 450


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent, width: int) -> SamplePanel:
    return shown(qtbot, SamplePanel(sent), width, 330)
