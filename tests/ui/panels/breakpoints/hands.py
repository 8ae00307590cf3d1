"""What a person does in the panel of the breakpoints."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bpviz.datasets import Dataset
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.infos import BreakpointInfo, HitInfo
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.frames import make_frame, make_images

IMAGES = make_images(m=12)

ABOVE, JUMP = Breakpoint.loss_above(0.5), Breakpoint.loss_jump(2)


def notes(*breakpoints: Breakpoint, **values: Any) -> tuple[BreakpointInfo, ...]:
    return tuple(BreakpointInfo(i, each, **values) for i, each in enumerate(breakpoints, 1))


def offer(panel: BreakpointsPanel, data: Dataset = IMAGES, **overrides: Any) -> None:
    panel.show_frame(make_frame(data, **overrides))
    for _ in range(4):  # heights follow the columns, and those the scroll bar
        QApplication.processEvents()


def child(panel: QWidget, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(panel: QWidget, name: str) -> None:
    button = child(panel, name)
    assert isinstance(button, QAbstractButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cell(panel: BreakpointsPanel, row: int, column: int) -> str:
    return str(panel.list.stops.index(row, column).data())


def place(panel: BreakpointsPanel, row: int, column: int, left: int | None = None) -> QPoint:
    rect = panel.list.visualRect(panel.list.stops.index(row, column))
    return rect.center() if left is None else QPoint(rect.left() + left, rect.center().y())


def type_in(panel: BreakpointsPanel, condition: Condition, words: str) -> None:
    panel.adder.choose(condition)
    edit = panel.adder.value_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def open_editor(panel: BreakpointsPanel, row: int, column: int, name: str) -> Any:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(row, column))
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    return child(panel.list, name)


HITS = (HitInfo(3, 1, "loss > 0.5"), HitInfo(70, 2, "not finite"), HitInfo(2**40, 1, "loss > 0.5"))
