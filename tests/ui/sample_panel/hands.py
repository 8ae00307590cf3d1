"""What a person does in the panel of the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command, SelectSample
from bpviz.ui.panels.sample import SamplePanel


class Sent(list[Command]):
    def __call__(self, command: Command) -> int:
        self.append(command)
        return len(self)

    def indices(self) -> list[int | None]:
        assert all(isinstance(command, SelectSample) for command in self)
        return [command.index for command in self if isinstance(command, SelectSample)]


def press(panel: SamplePanel, name: str, qtbot: QtBot) -> None:
    button = panel.findChild(QWidget, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
