"""The panel, and what it sends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.sample import SamplePanel
from bpviz.ui.theme import LIGHT
from tests.ui.sample_panel.hands import Sent


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> SamplePanel:
    panel = SamplePanel(sent)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(450, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel
