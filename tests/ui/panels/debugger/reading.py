"""Reading the debugger's panel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from bpviz.ui.panels.debugger.formulas.pieces import Role
from bpviz.ui.panels.debugger.number_lines import NumberLines
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from bpviz.ui.panels.debugger.table_view import TableView
from tests.ui.panels.debugger.formulas.steps import kernel_frame, make_data, some_network

N, L, D = 9, 4, 3

DATA, NETWORK = make_data(N, D), some_network(N, L, D)


def at(phase: Phase = Phase.DRAW, row: int = 0, **options: Any) -> Frame:
    return kernel_frame(DATA, NETWORK, phase, row, **options)


def text(panel: DebuggerPanel) -> str:
    return panel.page.numbers.text()


def results(lines: NumberLines) -> dict[str, str]:
    pieces = [piece for line in lines.lines for piece in line.right if piece.role is Role.RESULT]
    return {piece.name: piece.exact for piece in pieces}


def tables(panel: DebuggerPanel) -> list[TableView]:
    return [matrix for matrix in panel.page.tables.matrices if matrix.isVisibleTo(panel)]


def click_phase(panel: DebuggerPanel, qtbot: QtBot, phase: Phase) -> None:
    place = panel.phases.visualItemRect(panel.phases.item(phase.order)).center()
    qtbot.mouseClick(panel.phases.viewport(), Qt.MouseButton.LeftButton, pos=place)


def child(panel: DebuggerPanel, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self.shown.append(thing)
        return False
