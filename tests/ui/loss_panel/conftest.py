"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.loss import LossPanel


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> LossPanel:
    panel = LossPanel(sent.append)
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    return panel
