"""What can be seen: itself, or what lies on it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from bpviz.ui.core.sight import in_sight
from bpviz.ui.kit.controls.scroll_area import scroll_area


def filled() -> QWidget:
    """A widget of which an opaque one on it leaves nothing free."""
    made = QWidget()
    inside = QWidget()
    inside.setAutoFillBackground(True)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scroll_area(inside))
    return made


@pytest.mark.parametrize("make", [QWidget, filled])
def test_that_a_widget_in_front_is_in_sight_and_one_behind_it_is_not(
    qtbot: Any, make: type[QWidget]
) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    front, behind = make(), make()
    for each in (front, behind):
        tabs.addTab(each, "tab")
    assert not in_sight(front)
    tabs.resize(300, 300)
    tabs.show()
    assert (in_sight(front), in_sight(behind)) == (True, False)
    cover = QWidget(tabs)
    cover.setAutoFillBackground(True)
    cover.resize(300, 300)
    cover.show()
    assert not in_sight(front)
