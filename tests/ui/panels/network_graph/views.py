"""A small network, drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.training.step.phases import Phase
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState, Item, Layer, Unit
from bpviz.ui.panels.network_graph.view import GraphView
from tests.ui.frames import make_frame

LIMIT = 2.0

LIMITS = dict.fromkeys(Layer, 1.0)


class Now:
    """A clock that stands still until it is set."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def show(
    view: GraphView, data: Dataset, phase: Phase = Phase.DRAW, row: int = 0, **more: Any
) -> None:
    frame = make_frame(data, phase=phase, row=row, **more)
    view.set_state(GraphState.of(frame, data), LIMIT, LIMITS)
    QGuiApplication.processEvents()


def place(view: GraphView) -> GraphLayout:
    layout = view.graph_layout()
    assert layout is not None
    return layout


def middle(view: GraphView, item: Item) -> QPoint:
    """A point at which only `item` is."""
    layout = place(view)
    if isinstance(item, Unit):
        return layout.unit(item).center().toPoint()
    a, b = layout.line_of(item)
    for share in np.linspace(0.1, 0.9, 81).tolist():
        point = (a + (b - a) * share).toPoint()
        if layout.item_at(QPointF(point)) == item:
            return point
    raise AssertionError(item)


def grab(view: GraphView) -> QImage:
    return view.grab().toImage()


def count_colour(image: QImage, colour: QColor, near: int = 0) -> int:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    wanted = np.array([colour.blue(), colour.green(), colour.red()])
    return int((np.abs(pixels[..., :3].astype(int) - wanted).max(axis=-1) <= near).sum())


def lone(row: int, column: int, weight: float, matrix: str = "W1") -> Network:
    """A network in which all weights but one are zero."""
    W1, W2 = np.zeros((8, 4)), np.zeros((3, 8))
    (W1 if matrix == "W1" else W2)[row, column] = weight
    return Network(W1, W2)
