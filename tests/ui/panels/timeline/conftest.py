"""The panel, and what it sends."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.panels.timeline.panel import TimelinePanel
from bpviz.ui.panels.timeline.slider import PositionSlider
from tests.ui.shown_panels import Sent, shown


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> TimelinePanel:
    return shown(qtbot, TimelinePanel(sent), 1200, 90)


@pytest.fixture
def slider(qtbot: Any) -> PositionSlider:
    slider = PositionSlider()
    qtbot.addWidget(slider)
    slider.resize(600, 34)
    slider.show()
    slider.set_position(30_000, 60_000)
    return slider


@pytest.fixture
def wishes(slider: PositionSlider) -> list[int]:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    return wishes
