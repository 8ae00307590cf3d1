"""GraphState: what the network graph draws of one frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.network.types import Floats
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.partial_trace import PartialTrace
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


FAST = 10.0
"""Steps per second from which on a run goes too fast to watch anything flow."""

NAMES = {"σ₁′": "sigma1_prime", "σ₂′": "sigma2_prime", "δ1": "delta1", "δ2": "delta2"}
"""What vectors are called in a trace where that is not their symbol."""

Fact = tuple[str, float | None]
"""A symbol and its value, None where it is not computed yet."""


@dataclass(frozen=True, eq=False)
class GraphState:
    """A network, what the step at hand has computed in it so far, and where it stands.

    Attributes
    ----------
    network : Network
        In the midst of an update some of its rows are new already.
    old_network : Network
        The weights that the step computes with.
    trace : PartialTrace or None
    phase, row
        As in `Frame`.
    flowing : bool
        Whether the errors are to be seen running back.
    input_names, output_names : tuple of str
        One for each unit.
    """

    network: Network
    old_network: Network
    trace: PartialTrace | None
    phase: Phase
    row: int
    flowing: bool
    input_names: tuple[str, ...]
    output_names: tuple[str, ...]

    @classmethod
    def of(cls, frame: Frame, dataset: Dataset) -> GraphState:
        """Return what there is to draw of `frame`."""
        network = frame.network
        n, d = network.n_inputs, network.n_outputs
        slow = frame.state is not State.RUNNING or frame.steps_per_second < FAST
        return cls(
            network=network,
            old_network=frame.old_network,
            trace=frame.shown,
            phase=frame.phase,
            row=frame.row,
            flowing=slow and frame.phase.order >= Phase.LOSS.order,
            input_names=_names(dataset.input_names, n),
            output_names=_names(dataset.class_names, d),
        )

    @cached_property
    def shape(self) -> Shape:
        """How many units each layer has."""
        return Shape(self.network.n_inputs, self.network.n_hidden, self.network.n_outputs)

    @property
    def names(self) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """What decides, beside the size, where everything stands."""
        return self.input_names, self.output_names, self.network.n_hidden

    @cached_property
    def stage(self) -> Highlight:
        """What the step computes next."""
        return stage_of(self.phase, self.row, self.network.n_outputs)

    def name(self, unit: Unit) -> str:
        """Return what a unit is called; hidden units have but a number."""
        if unit.layer is Layer.INPUT:
            return self.input_names[unit.index]
        if unit.layer is Layer.HIDDEN:
            return str(unit.index)
        return self.output_names[unit.index]

    def symbols(self, layer: Layer, lines: int) -> tuple[str, str]:
        """Return which values the units of a layer show, and the second one if `lines` is 2.

        The first is what the layer passes on; in a unit of a single line, z until that is known.
        The second is δ once the step has come to it, before that z.
        """
        if layer in (Layer.INPUT, Layer.TARGET):
            return ("x" if layer is Layer.INPUT else "y"), ""
        hidden = layer is Layer.HIDDEN
        z, out, delta = ("z1", "h", "δ1") if hidden else ("z2", "f", "δ2")
        if lines < 2:
            only_z = self.vector(out) is None and self.vector(z) is not None
            return (z if only_z else out), ""
        place = Phase.GRAD_W1 if hidden else Phase.GRAD_W2
        before = self.phase is not Phase.DRAW and self.phase.order < place.order
        return out, z if before else delta

    def value(self, symbol: str, index: int) -> float | None:
        """Return one value of a unit by its symbol; None where it is not computed."""
        trace, vector = self.trace, self.vector(symbol)
        if trace is None or vector is None:
            return None
        rows = {"δ1": trace.rows_W1, "σ₁′": trace.rows_W1}
        rows |= {"δ2": trace.rows_W2, "σ₂′": trace.rows_W2}
        return float(vector[index]) if index < rows.get(symbol, len(vector)) else None

    def vector(self, symbol: str) -> Floats | None:
        """Return a whole vector by its symbol; None before its first value is computed."""
        vector: Floats | None = getattr(self.trace, NAMES.get(symbol, symbol), None)
        return vector

    def facts(self, unit: Unit) -> list[Fact]:
        """Return all that is to be said of a unit."""
        symbols = {
            Layer.INPUT: ("x",),
            Layer.HIDDEN: ("z1", "h", "σ₁′", "δ1"),
            Layer.OUTPUT: ("z2", "f", "y", "σ₂′", "δ2"),
            Layer.TARGET: ("y",),
        }[unit.layer]
        return [(symbol, self.value(symbol, unit.index)) for symbol in symbols]

    def weight(self, place: Selection, *, old: bool = False) -> float:
        """Return the weight of a connection, or the one before the update that is going on."""
        network = self.old_network if old else self.network
        matrix = network.W1 if place.matrix == "W1" else network.W2
        return float(matrix[place.row, place.column])

    def matrix(self, name: MatrixName) -> Floats:
        """Return W₁ (l, n) or W₂ (d, l)."""
        return self.network.W1 if name == "W1" else self.network.W2

    def gradient(self, place: Selection) -> float | None:
        """Return ∂loss/∂w of a connection; None where it is not computed."""
        symbols = ("δ1", "x") if place.matrix == "W1" else ("δ2", "h")
        delta, entry = map(self.value, symbols, (place.row, place.column))
        if delta is None or entry is None:
            return None
        with np.errstate(all="ignore"):
            return float(np.float64(delta) * np.float64(entry))

    def bounded(self, layer: Layer) -> bool:
        """Whether the values of a layer lie between −1 and 1 by themselves."""
        if layer is Layer.INPUT:
            return False
        network = self.network
        return (network.sigma1 if layer is Layer.HIDDEN else network.sigma2).bounded


def _names(names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return the names if there is one for each unit, else their numbers; one alone needs none."""
    if len(names) == count:
        return names
    return tuple(str(i) for i in range(count)) if count > 1 else ("",)
