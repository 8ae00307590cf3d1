"""The canvas in little room, without data, and in both themes."""

from __future__ import annotations

from typing import Any

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.controls.placeholder import Placeholder
from bpviz.ui.panels.draw.panel import DrawPanel
from tests.ui.frames import make_frame
from tests.ui.panels.draw.drawing import LINE, draw
from tests.ui.themes import use_theme


def test_that_the_canvas_is_as_large_as_a_narrow_place_allows(panel: DrawPanel, qtbot: Any) -> None:
    panel.show_frame(make_frame())
    panel.resize(410, 380)
    qtbot.waitUntil(lambda: panel.canvas.canvas_rect().width() > 0.55 * panel.width())
    beside = panel.picture.beside
    assert beside.isVisible()
    assert beside.parentWidget() is panel.answer
    assert panel.answer.width() >= 120
    panel.tools.seen.click()
    assert not beside.isVisible()
    panel.tools.seen.click()
    panel.resize(300, 600)
    qtbot.waitUntil(lambda: beside.parentWidget() is panel.picture)
    assert panel.picture.seen.isVisible()


def test_that_it_says_that_data_is_loading_and_draws_in_both_themes(panel: DrawPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert panel.findChild(Placeholder, "draw_empty").isVisible()
    panel.show_frame(make_frame())
    draw(panel, LINE)
    pictures = []
    for theme in (LIGHT, DARK):
        use_theme(theme)
        pictures.append(panel.canvas.grab().toImage().pixelColor(5, 5).name())
    assert pictures[0] != pictures[1]
