"""Making panels of weights."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command
from bpviz.training.events import Frame
from bpviz.ui.panels.weights.panel import WeightsPanel


def refuse(command: Command) -> None:
    raise AssertionError(f"{command} was sent")


def make_panel(qtbot: QtBot, matrix: Any) -> WeightsPanel:
    panel = WeightsPanel(matrix, refuse)
    qtbot.addWidget(panel)
    panel.resize(700, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def choose(panel: WeightsPanel, quantity: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.quantity.button(quantity), Qt.MouseButton.LeftButton)


def show(panel: WeightsPanel, frame: Frame) -> None:
    panel.show_frame(frame)
    QGuiApplication.processEvents()  # until the axes have their final size


def float32(values: Any) -> Any:
    return np.asarray(values).astype(np.float32)
