"""What can be pointed at in the network graph: its units and its connections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight, Selection

MATRICES: tuple[MatrixName, ...] = ("W1", "W2")

MOST_UNITS = 40
"""The largest n + l + d that is drawn; more cannot be told apart."""


class Layer(StrEnum):
    """A column of the graph, from left to right."""

    INPUT = "input"
    HIDDEN = "hidden"
    OUTPUT = "output"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; a target counts as a unit beside its output.  Indices count from 0."""

    layer: Layer
    index: int


Item: TypeAlias = Unit | Selection
"""A unit, or the connection that carries one weight."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many units each layer has."""

    n_inputs: int
    n_hidden: int
    n_outputs: int

    @property
    def units(self) -> int:
        """n + l + d."""
        return self.n_inputs + self.n_hidden + self.n_outputs

    def count(self, layer: Layer) -> int:
        """Return the number of units in `layer`."""
        if layer is Layer.INPUT:
            return self.n_inputs
        return self.n_hidden if layer is Layer.HIDDEN else self.n_outputs

    def has(self, item: Item | None) -> bool:
        """Whether a network of this shape has `item`."""
        if isinstance(item, Unit):
            return 0 <= item.index < self.count(item.layer)
        if isinstance(item, Selection):
            return self.has(left_end(item)) and self.has(right_end(item))
        return False


def left_end(connection: Selection) -> Unit:
    """Return the unit that a connection comes from: input i or hidden unit k."""
    layer = Layer.INPUT if connection.matrix == "W1" else Layer.HIDDEN
    return Unit(layer, connection.column)


def right_end(connection: Selection) -> Unit:
    """Return the unit that a connection goes to: hidden unit k or output j."""
    layer = Layer.HIDDEN if connection.matrix == "W1" else Layer.OUTPUT
    return Unit(layer, connection.row)


def stage_of(phase: Phase, row: int, n_outputs: int) -> Highlight:
    """Return what a step computes next where it stands at `row` of `phase`.

    Between two steps, at DRAW, that is nothing.
    """
    match phase:
        case Phase.Z1:
            return Highlight(W1=(None, None), hidden=-1)
        case Phase.H:
            return Highlight(hidden=-1)
        case Phase.Z2:
            return Highlight(W2=(None, None), output=-1)
        case Phase.F | Phase.LOSS:
            return Highlight(output=-1)
        case Phase.GRAD_W2:
            return Highlight(W2=(row, None), output=row)
        case Phase.GRAD_W1:
            return Highlight(W1=(row, None), hidden=row)
        case Phase.UPDATE if row < n_outputs:
            return Highlight(W2=(row, None), output=row)
        case Phase.UPDATE:
            return Highlight(W1=(row - n_outputs, None), hidden=row - n_outputs)
    return Highlight()


def covers(highlight: Highlight, item: Item) -> bool:
    """Whether `item` is part of what `highlight` names; a target goes with its output."""
    if isinstance(item, Unit):
        named = {
            Layer.INPUT: highlight.input,
            Layer.HIDDEN: highlight.hidden,
        }.get(item.layer, highlight.output)
        return named is not None and named in (-1, item.index)
    place = highlight.W1 if item.matrix == "W1" else highlight.W2
    if place is None:
        return False
    row, column = place
    return row in (None, item.row) and column in (None, item.column)
