"""How the arrow keys walk through the network graph."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.keys import ARROWS, plain
from bpviz.ui.panels.network_graph.model import Item, Layer, Shape, Unit, left_end, right_end


class KeyboardCursor:
    """Where the keys stand.

    Attributes
    ----------
    item : Item or None
        None before they first had the focus.
    """

    def __init__(self) -> None:
        self.item: Item | None = None
        self._anchor: Unit | None = None

    def begin(self, selection: Selection | None) -> None:
        """Stand somewhere: where one stood last, else at the selection, else at the first input."""
        if self.item is None:
            self.item, self._anchor = selection or Unit(Layer.INPUT, 0), None

    def forget(self) -> None:
        """Stand nowhere."""
        self.item = self._anchor = None

    def press(self, shape: Shape, event: QKeyEvent) -> bool:
        """Walk if the key is an arrow; return whether it was."""
        if event.key() not in ARROWS or not plain(event):
            return False
        self.item, self._anchor = moved(shape, self.item, self._anchor, Qt.Key(event.key()))
        return True


def moved(
    shape: Shape, item: Item | None, anchor: Unit | None, key: Qt.Key
) -> tuple[Item, Unit | None]:
    """Return what an arrow key leads to, and the unit around whose connections one walks.

    From a unit, ↑ and ↓ go to its neighbours, ← and → onto a connection at that side.  From a
    connection, ← and → go to the units at its ends, ↑ and ↓ to the next connection of the unit
    that one came from.
    """
    if item is None or not shape.has(item):
        return Unit(Layer.INPUT, 0), None
    if isinstance(item, Selection):
        return _from_connection(shape, item, anchor, key)
    _, down = ARROWS[key]
    if down:
        return Unit(item.layer, _within(item.index + down, shape.count(item.layer))), None
    return _sideways(shape, item, key)


def _within(index: int, count: int) -> int:
    return min(max(index, 0), count - 1)


def _sideways(shape: Shape, unit: Unit, key: Qt.Key) -> tuple[Item, Unit | None]:
    right = key == Qt.Key.Key_Right
    if unit.layer is Layer.TARGET:
        return (unit if right else Unit(Layer.OUTPUT, unit.index)), None
    if unit.layer is Layer.OUTPUT and right:
        return Unit(Layer.TARGET, unit.index), None
    if unit.layer is Layer.INPUT and not right:
        return unit, None
    layers = list(Layer)
    beyond = layers[layers.index(unit.layer) + (1 if right else -1)]
    matrix: MatrixName = "W1" if Layer.INPUT in (unit.layer, beyond) else "W2"
    # The unit about as high up on the other side.
    share = (unit.index + 0.5) / shape.count(unit.layer)
    other = _within(int(share * shape.count(beyond)), shape.count(beyond))
    row, column = (other, unit.index) if right else (unit.index, other)
    return Selection(matrix, row, column), unit


def _from_connection(
    shape: Shape, item: Selection, anchor: Unit | None, key: Qt.Key
) -> tuple[Item, Unit | None]:
    left, right = left_end(item), right_end(item)
    if key == Qt.Key.Key_Left:
        return left, None
    if key == Qt.Key.Key_Right:
        return right, None
    step = -1 if key == Qt.Key.Key_Up else 1
    if anchor == right:
        column = _within(item.column + step, shape.count(left.layer))
        return Selection(item.matrix, item.row, column), right
    row = _within(item.row + step, shape.count(right.layer))
    return Selection(item.matrix, row, item.column), left
