"""What stands above the decision boundary, in whatever room there is."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QToolButton

from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.panels.decision_boundary.planes import moons, shown


@pytest.mark.parametrize("points", [9, 20])
@pytest.mark.parametrize("size", [(636, 200), (450, 380), (1270, 620)])
def test_that_all_of_it_is_in_sight_and_leaves_the_plot_most_of_the_height(
    panel: BoundaryPanel, qtbot: Any, size: tuple[int, int], points: int
) -> None:
    font = panel.font()
    font.setPointSize(points)
    panel.setFont(font)
    panel.resize(*size)
    shown(panel, moons())
    head = panel.head
    text = panel.fontMetrics().height()
    parts = (head.shown, *head.findChildren(QToolButton))
    qtbot.waitUntil(lambda: all(head.rect().contains(part.geometry()) for part in parts))
    assert head.height() < 5 * text
    for part in parts:
        assert part.isVisible()
        assert part.width() >= part.minimumSizeHint().width()
    if size[1] >= 20 * text:
        assert head.legend.isVisible()
        assert head.legend.width() >= min(head.legend.sizeHint().width(), head.width() - 20)


def test_that_a_low_panel_has_one_line_of_it_and_the_legend_if_that_has_room(
    panel: BoundaryPanel, qtbot: Any
) -> None:
    shown(panel, moons())
    for width, there in ((1200, True), (380, False), (1200, True)):
        panel.resize(width, 120)
        qtbot.waitUntil(lambda there=there: panel.head.legend.isVisible() == there)
        qtbot.waitUntil(lambda: panel.head.height() < 2 * panel.head.lines.height())
    panel.set_presenting(True)
    assert not any(button.isVisible() for button in panel.head.findChildren(QToolButton))
