"""The slider, and what it wishes."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.widgets.position_slider import PositionSlider


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
