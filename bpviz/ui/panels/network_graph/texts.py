"""What the network graph says of a unit or a connection, in words and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bpviz.ui.core.formatting import exact, translator
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.panels.network_graph.model import (
    MATRICES,
    GraphState,
    Item,
    Layer,
    Unit,
    left_end,
    right_end,
)

BETWEEN = "    "
Write = Callable[[float | None], str]


_tr = translator("GraphWords")


def unit_words(state: GraphState, unit: Unit) -> str:
    """Return what a unit is: "hidden unit 3", "input 0 (sepal length)"."""
    words = {
        Layer.INPUT: _tr("input {index}"),
        Layer.HIDDEN: _tr("hidden unit {index}"),
        Layer.OUTPUT: _tr("output {index}"),
        Layer.TARGET: _tr("target {index}"),
    }[unit.layer].format(index=unit.index)
    name = state.name(unit)
    return words if name in ("", str(unit.index)) else f"{words} ({name})"


def describe(state: GraphState, item: Item, write: Write = exact) -> str:
    """Return one line on a unit or a connection with its values."""
    if isinstance(item, Unit):
        facts = [f"{symbol} = {write(value)}" for symbol, value in state.facts(item)]
        return BETWEEN.join([unit_words(state, item), *facts])
    name, weight = item.words, state.weight(item)
    parts = [f"{name} = {write(weight)}", f"∂{name} = {write(state.gradient(item))}"]
    old = state.weight(item, old=True)
    if old != weight and not (old != old and weight != weight):
        parts.insert(1, _tr("before: {value}").format(value=write(old)))
    ends = unit_words(state, left_end(item)), unit_words(state, right_end(item))
    return BETWEEN.join([*parts, " → ".join(ends)])


def values_text(state: GraphState) -> str:
    """Return all units and all connections as tab separated tables, with all digits."""
    lines: list[list[Any]] = [["unit", "index", "name", "z", "value", "sigma_prime", "delta"]]
    columns = {
        Layer.INPUT: ("", "x", "", ""),
        Layer.HIDDEN: ("z1", "h", "σ₁′", "δ1"),
        Layer.OUTPUT: ("z2", "f", "σ₂′", "δ2"),
        Layer.TARGET: ("", "y", "", ""),
    }
    for layer, symbols in columns.items():
        for index in range(state.shape.count(layer)):
            unit = Unit(layer, index)
            values = [state.value(symbol, index) if symbol else None for symbol in symbols]
            lines.append(
                [layer, index, state.name(unit), *("" if v is None else v for v in values)]
            )
    lines.append([])
    lines.append(["matrix", "row", "column", "weight", "gradient"])
    for matrix in MATRICES:
        for row, column in np.ndindex(state.matrix(matrix).shape):
            place = Selection(matrix, row, column)
            gradient = state.gradient(place)
            shown = "" if gradient is None else gradient
            lines.append([matrix, row, column, state.weight(place), shown])
    return tab_separated(lines)
