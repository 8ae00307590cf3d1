"""A row of widgets that goes on in the next line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.controls.flow_layout import FlowLayout

SIZES = ((60, 20), (40, 30), (50, 10), (80, 20))


class Box(QWidget):
    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self._size = QSize(*size)

    def sizeHint(self) -> QSize:
        return self._size


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[QWidget]:
    outer = QWidget()
    qtbot.addWidget(outer)
    row = QWidget()
    flow = FlowLayout(spacing=6)
    row.setLayout(flow)
    for size in SIZES:
        flow.addWidget(Box(size))
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    outer.resize(400, 300)
    with qtbot.waitExposed(outer):
        outer.show()
    yield row
    outer.close()


def places(row: QWidget) -> list[tuple[int, int]]:
    flow = row.layout()
    rects = [flow.itemAt(i).geometry() for i in range(flow.count())]
    return [(rect.x(), rect.y()) for rect in rects if not rect.isEmpty()]


def test_that_wide_ones_have_one_line(row: QWidget) -> None:
    assert places(row) == [(0, 5), (66, 0), (112, 10), (168, 5)]
    assert row.height() == 30
    assert row.sizeHint() == QSize(60 + 40 + 50 + 80 + 3 * 6, 30)


def test_that_narrow_ones_go_on_in_the_next_line(row: QWidget, qtbot: QtBot) -> None:
    row.window().resize(110, 300)
    qtbot.waitUntil(lambda: row.height() == 30 + 3 + 10 + 3 + 20)
    assert places(row) == [(0, 5), (66, 0), (0, 33), (0, 46)]


def test_that_nothing_is_wider_than_there_is_room(row: QWidget, qtbot: QtBot) -> None:
    flow = row.layout()
    assert flow.heightForWidth(30) == 20 + 30 + 10 + 20 + 3 * 3
    flow.setGeometry(row.rect().adjusted(0, 0, -(row.width() - 30), 0))
    assert all(flow.itemAt(i).geometry().width() <= 30 for i in range(4))


def test_that_hidden_ones_take_no_room(row: QWidget, qtbot: QtBot) -> None:
    item = row.layout().itemAt(1).widget()
    item.hide()
    qtbot.waitUntil(lambda: row.height() == 20)
    assert row.sizeHint().width() == 60 + 50 + 80 + 2 * 6


def test_that_items_can_be_taken_out(row: QWidget) -> None:
    flow = row.layout()
    item = flow.takeAt(0)
    assert item is not None
    assert flow.count() == 3
    assert flow.takeAt(9) is None
    assert flow.itemAt(9) is None
    item.widget().deleteLater()
