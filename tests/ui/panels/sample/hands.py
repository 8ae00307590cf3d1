"""What a person does in the panel of the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.commands import SelectSample
from bpviz.ui.panels.sample.panel import SamplePanel
from tests.ui.shown_panels import Sent


def indices(sent: Sent) -> list[int | None]:
    assert all(isinstance(command, SelectSample) for command in sent)
    return [command.index for command in sent if isinstance(command, SelectSample)]


def press(panel: SamplePanel, name: str, qtbot: QtBot) -> None:
    button = panel.findChild(QWidget, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
