"""Drawing with a mouse that a test moves."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bpviz.network import Network, predict
from bpviz.training.commands import TrainOwn
from bpviz.ui.panels.draw.panel import DrawPanel


def mouse(panel: DrawPanel, kind: QEvent.Type, place: tuple[float, float]) -> None:
    """Send an event of the left button at a place of the canvas, 0 … 1."""
    canvas = panel.canvas
    rect = canvas.canvas_rect()
    at = QPointF(rect.left() + place[0] * rect.width(), rect.top() + place[1] * rect.height())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    moves = kind is QEvent.Type.MouseMove
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind,
        at,
        QPointF(canvas.mapToGlobal(at.toPoint())),
        none if moves else left,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def draw(panel: DrawPanel, points: Any) -> None:
    """Press, move and lift the mouse along a stroke."""
    places = [(float(x), float(y)) for x, y in points]
    mouse(panel, QEvent.Type.MouseButtonPress, places[0])
    for place in places[1:]:
        mouse(panel, QEvent.Type.MouseMove, place)
    mouse(panel, QEvent.Type.MouseButtonRelease, places[-1])


LINE = [(0.3, 0.2), (0.4, 0.5), (0.5, 0.8)]


def expected(network: Network, x: Any) -> Any:
    return predict(network, np.asarray(x))[0]


def own_pair(sent: list[Any]) -> Any:
    command = sent[-1]
    assert isinstance(command, TrainOwn)
    return command.pair
