"""What one window hands over to another one that speaks in longer words."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget

from bpviz.ui.window.carry_over import carry_over


def window_with(qtbot: Any, widths: tuple[int, ...]) -> tuple[QWidget, QTableView]:
    window = QWidget()
    qtbot.addWidget(window)
    table = QTableView(window)
    table.setObjectName("table")
    table.setModel(QStandardItemModel(1, len(widths), table))
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    return window, table


def test_that_columns_keep_their_widths_but_have_room_for_a_longer_word(qtbot: Any) -> None:
    old, narrow = window_with(qtbot, (70, 200, 70))
    new, table = window_with(qtbot, (95, 90, 95))
    narrow.hideColumn(2)
    carry_over(old, new)
    assert [table.columnWidth(column) for column in range(2)] == [95, 200]
    assert table.isColumnHidden(2)
