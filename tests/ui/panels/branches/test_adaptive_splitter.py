"""Two parts of a panel: below each other, beside each other, or one in the other's place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.branches.adaptive_splitter import AdaptiveSplitter

VERTICAL, HORIZONTAL = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


@pytest.mark.parametrize(
    ("size", "orientation", "first_stays"),
    [
        ((400, 900), VERTICAL, True),
        ((900, 900), VERTICAL, True),
        ((900, 250), HORIZONTAL, True),
        ((400, 250), VERTICAL, False),
    ],
)
def test_that_the_second_part_stands_where_there_is_room(
    qtbot: QtBot, size: tuple[int, int], orientation: Qt.Orientation, first_stays: bool
) -> None:
    first, second = QWidget(), QWidget()
    parts = AdaptiveSplitter("parts", first)
    qtbot.addWidget(parts)
    parts.add_second(second)
    parts.resize(*size)
    with qtbot.waitExposed(parts):
        parts.show()
    parts.show_both(True)
    assert second.isVisible()
    assert first.isVisible() is first_stays
    if first_stays:
        assert parts.orientation() == orientation
    parts.show_both(False)
    assert first.isVisible()
    assert not second.isVisible()
