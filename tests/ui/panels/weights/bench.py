"""A panel of weights on a bench."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command
from bpviz.training.events import Frame
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.mouse import double_click

LEFT = Qt.MouseButton.LeftButton


class Bench:
    """A panel beside something else that can have the focus."""

    def __init__(self, qtbot: QtBot, matrix: Any) -> None:
        self.qtbot = qtbot
        self.sent: list[Command] = []
        self.window = QWidget()
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = WeightsPanel(matrix, self.send)
        self.other = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.panel)
        column.addWidget(self.other)
        qtbot.addWidget(self.window)
        self.window.resize(700, 400)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.window.setFocus()

    def send(self, command: Command) -> int:
        self.sent.append(command)
        return len(self.sent)

    @property
    def line(self) -> QLineEdit:
        found = self.window.findChild(QLineEdit, f"weights{self.panel.matrix[1]}_value_edit")
        assert isinstance(found, QLineEdit)
        return found

    @property
    def said(self) -> str:
        editor = self.panel.editor
        return editor.sentence.text() if editor.sentence.isVisible() else ""

    def show(self, frame: Frame) -> Frame:
        self.panel.show_frame(frame)
        QGuiApplication.processEvents()
        return frame

    def double_click(self, row: int, column: int) -> None:
        view = self.panel.view
        place = view.widget_position(row, column)
        self.qtbot.mouseClick(view.plot.viewport(), LEFT, pos=place)
        double_click(view.plot.viewport(), place)
        QGuiApplication.processEvents()

    def type(self, text: str) -> None:
        self.line.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(self.line, text)
        else:  # as an input method does; test keys know ASCII alone
            self.line.insert(text)

    def press(self, key: Any) -> None:
        self.qtbot.keyClick(QGuiApplication.focusObject(), key)


def weight(frame: Frame, row: int, column: int) -> float:
    return float(frame.network.W2[row, column])
