"""The panel, and what it sends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.sample import SamplePanel
from tests.ui.panels import Sent, shown


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> SamplePanel:
    return shown(qtbot, SamplePanel(sent), 450, 330)
