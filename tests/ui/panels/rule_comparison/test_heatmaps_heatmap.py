"""The pictures of both rules and of the differences: alike in width, and kinks are no failures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from bpviz.training.events import Frame
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.gradient_check.error_map import EntryKind, entry_colours
from bpviz.ui.panels.rule_comparison.model import WAYS, Way
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from tests.ui.frames import changed, make_frame, make_images, make_table
from tests.ui.themes import use_theme
from tests.ui.trials import differences_of


@pytest.fixture
def panel(qtbot: Any) -> RulePanel:
    panel = RulePanel(lambda command: 0)
    qtbot.addWidget(panel)
    panel.resize(900, 800)
    panel.show()
    return panel


def frame_of(data: Any = None) -> Frame:
    frame = make_frame(data or make_images(shape=(6, 6)), step=400, tip=400)
    return changed(frame, differences=differences_of(frame))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_kink_looks_as_in_the_gradient_check_and_not_like_a_failure(
    panel: RulePanel, theme: Any
) -> None:
    use_theme(theme)
    frame = frame_of(make_table())
    found = differences_of(frame)
    kinked = np.array(found.W1)
    kinked[0, 1] = np.nan
    panel.show_frame(changed(frame, differences=replace(found, W1=kinked)))
    drawn = panel.pictures.pictures[Way.DIFFERENCES].view._picture._bad_item
    assert drawn.isVisible()
    expected = QColor(entry_colours(theme)[EntryKind.KINK]).getRgb()
    panel.grab()
    assert drawn.qimage.pixelColor(1, 0).getRgb() == expected
    assert expected != QColor(theme.warning).getRgb()
    assert np.isfinite(drawn.image).sum() == 1


@pytest.mark.parametrize("width", [430, 480, 1100])
def test_that_the_pictures_are_equally_wide_so_that_tiles_lie_alike(
    large_letters: None, panel: RulePanel, qtbot: Any, width: int
) -> None:
    panel.resize(width, 420)
    panel.show_frame(frame_of())
    pictures = [panel.pictures.pictures[way] for way in WAYS]
    qtbot.waitUntil(lambda: panel.width() == width and pictures[0].width() > 100)
    QApplication.processEvents()
    widths = [picture.width() for picture in pictures]
    assert max(widths) - min(widths) <= 1
    assert len({picture.view.grid.columns for picture in pictures if picture.view.grid}) == 1
