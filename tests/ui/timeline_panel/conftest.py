"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.timeline import TimelinePanel
from bpviz.ui.theme import LIGHT


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> TimelinePanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = TimelinePanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(1200, 90)
    panel.show()
    return panel
