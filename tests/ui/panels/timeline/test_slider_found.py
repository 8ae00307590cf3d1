"""Steps that a search has found, as ticks along the timeline."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from bpviz.training.infos import AskedInfo
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.timeline.mark_painting import found_colour
from bpviz.ui.panels.timeline.panel import TimelinePanel
from bpviz.ui.panels.timeline.slider import PositionSlider
from tests.ui.frames import make_frame
from tests.ui.panels.find.hands import found_steps


def ticks(slider: PositionSlider) -> list[int]:
    """The columns of pixels that have a tick along the lower edge."""
    image = slider.grab().toImage()
    colour = found_colour(current_theme()).rgb()
    y = slider.base_height() - 2
    return [x for x in range(image.width()) if QColor(image.pixel(x, y)).rgb() == colour]


def test_that_each_step_found_is_a_tick_at_its_place(slider: PositionSlider) -> None:
    assert ticks(slider) == []
    slider.set_found(np.array([0, 30_000, 60_000]))
    axis = slider.axis()
    assert ticks(slider) == [round(axis.x_of(step)) for step in (0, 30_000, 60_000)]
    assert any("30" in line and "found" in line for line in slider.hover_lines(at(slider, 30_000)))
    assert len(slider.hover_lines(at(slider, 20_000))) == 1
    slider.set_found(np.arange(0, 60_001, 10))
    assert "steps found here" in slider.hover_lines(at(slider, 20_000))[-1]


def at(slider: PositionSlider, step: int) -> QPointF:
    return QPointF(slider.axis().x_of(step), slider.base_height() - 2)


def test_that_a_hundred_thousand_are_drawn_in_no_time(slider: PositionSlider) -> None:
    slider.set_position(100_000, 100_000)
    slider.set_found(np.arange(100_000))
    slider.grab()
    slider.set_found(np.arange(1, 100_000))
    begun = time.process_time()
    slider.grab()
    assert time.process_time() - begun < 0.1
    assert len(ticks(slider)) > 500


def test_that_they_are_there_while_their_branch_is_at_hand(panel: TimelinePanel) -> None:
    found = AskedInfo(found=found_steps(10, 50))
    panel.show_frame(make_frame(step=60, tip=99, asked=found))
    assert panel.slider.found.tolist() == [10, 50]
    panel.show_frame(make_frame(step=60, tip=99, asked=found, branch=1))
    assert panel.slider.found.tolist() == []
    assert "steps that were found" in panel.slider.whatsThis()
