"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.boundary import BoundaryPanel
from bpviz.ui.theme import LIGHT


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> BoundaryPanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = BoundaryPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(700, 480)
    panel.show()
    return panel
