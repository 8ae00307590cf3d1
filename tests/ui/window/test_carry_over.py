"""What a window in another language takes over."""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtWidgets import QMainWindow, QTableWidget

from bpviz.ui.window.carry_over import carry_over, scroll_alike


def table(qtbot: Any, titles: list[str], widths: list[int]) -> tuple[QMainWindow, QTableWidget]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = QTableWidget(1, len(titles), window)
    made.setObjectName("samples")
    made.setHorizontalHeaderLabels(titles)
    for i, width in enumerate(widths):
        made.setColumnWidth(i, width)
    return window, made


def test_that_columns_keep_their_widths_but_cut_no_longer_title(qtbot: Any) -> None:
    old, _ = table(qtbot, ["predicted", "loss", "x"], [70, 210, 40])
    new, shown = table(qtbot, ["vorhergesagt", "Verlust", "x"], [120, 60, 40])
    carry_over(old, new)
    assert [shown.columnWidth(i) for i in range(3)] == [120, 210, 40]
    old, _ = table(qtbot, ["predicted", "loss", "x"], [45, 210, 40])  # made narrow by hand
    carry_over(old, new)
    assert [shown.columnWidth(i) for i in range(3)] == [45, 210, 40]


def test_that_nothing_is_scrolled_after_a_window_that_is_gone(qtbot: Any) -> None:
    old, (new, shown) = QMainWindow(), table(qtbot, ["x"], [40])
    bar = shown.horizontalScrollBar()
    bar.setRange(0, 9)
    bar.setValue(7)
    shiboken6.delete(old)
    scroll_alike(old, new)
    assert bar.value() == 7
