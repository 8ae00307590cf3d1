"""Walking through the network graph with the arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.network_graph.model import Item, Layer, Shape, Unit
from bpviz.ui.panels.network_graph.navigation import moved

SHAPE = Shape(4, 8, 3)
KEYS = {"←": Qt.Key.Key_Left, "→": Qt.Key.Key_Right, "↑": Qt.Key.Key_Up, "↓": Qt.Key.Key_Down}


def walk(start: Item | None, keys: str, shape: Shape = SHAPE) -> Item:
    item, anchor = start, None
    for key in keys:
        item, anchor = moved(shape, item, anchor, KEYS[key])
    assert item is not None
    return item


def test_that_up_and_down_stay_in_the_layer_and_end_at_its_ends() -> None:
    assert walk(Unit(Layer.HIDDEN, 3), "↓") == Unit(Layer.HIDDEN, 4)
    assert walk(Unit(Layer.HIDDEN, 3), "↑↑↑↑↑") == Unit(Layer.HIDDEN, 0)
    assert walk(Unit(Layer.OUTPUT, 2), "↓") == Unit(Layer.OUTPUT, 2)


def test_that_right_leads_over_a_connection_through_all_layers() -> None:
    item: Item = Unit(Layer.INPUT, 0)
    layers = []
    for _ in range(6):
        item = walk(item, "→")
        layers.append(item.layer if isinstance(item, Unit) else item.matrix)
    assert layers == ["W1", "hidden", "W2", "output", "target", "target"]


def test_that_left_leads_back_and_ends_at_the_inputs() -> None:
    assert walk(Unit(Layer.TARGET, 1), "←") == Unit(Layer.OUTPUT, 1)
    assert walk(Unit(Layer.OUTPUT, 1), "←←") == Unit(Layer.HIDDEN, 4)
    assert walk(Unit(Layer.HIDDEN, 0), "←←") == Unit(Layer.INPUT, 0)
    assert walk(Unit(Layer.INPUT, 2), "←") == Unit(Layer.INPUT, 2)


def test_that_up_and_down_turn_around_the_unit_that_one_came_from() -> None:
    from_input = walk(Unit(Layer.INPUT, 1), "→")
    assert isinstance(from_input, Selection)
    assert walk(Unit(Layer.INPUT, 1), "→↓") == Selection("W1", from_input.row + 1, 1)
    from_hidden = walk(Unit(Layer.HIDDEN, 5), "←")
    assert isinstance(from_hidden, Selection)
    assert walk(Unit(Layer.HIDDEN, 5), "←↑") == Selection("W1", 5, from_hidden.column - 1)


def test_that_every_connection_can_be_reached() -> None:
    reached = set()
    for i in range(4):
        for steps in range(8):
            reached.add(walk(Unit(Layer.INPUT, i), "→" + "↑" * 8 + "↓" * steps))
    assert reached == {Selection("W1", k, i) for k in range(8) for i in range(4)}


def test_that_one_starts_at_the_first_input_where_there_was_nothing() -> None:
    assert walk(None, "↓") == Unit(Layer.INPUT, 0)
    assert walk(Selection("W1", 30, 2), "↓") == Unit(Layer.INPUT, 0)


def test_that_a_network_of_single_units_can_be_walked_through() -> None:
    shape = Shape(1, 1, 1)
    assert walk(Unit(Layer.INPUT, 0), "→↓↑→→→", shape) == Unit(Layer.OUTPUT, 0)
