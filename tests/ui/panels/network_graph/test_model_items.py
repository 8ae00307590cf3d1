"""What is part of what in the network graph."""

from __future__ import annotations

import pytest

from bpviz.training.step.phases import PHASES, Phase
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.panels.network_graph.model import (
    Layer,
    Shape,
    Unit,
    covers,
    left_end,
    right_end,
    stage_of,
)

SHAPE = Shape(4, 8, 3)


def test_that_a_connection_joins_the_units_of_its_row_and_its_column() -> None:
    assert left_end(Selection("W1", 6, 2)) == Unit(Layer.INPUT, 2)
    assert right_end(Selection("W1", 6, 2)) == Unit(Layer.HIDDEN, 6)
    assert left_end(Selection("W2", 1, 7)) == Unit(Layer.HIDDEN, 7)
    assert right_end(Selection("W2", 1, 7)) == Unit(Layer.OUTPUT, 1)


def test_that_only_what_the_network_has_is_there() -> None:
    assert SHAPE.has(Selection("W1", 7, 3))
    assert not SHAPE.has(Selection("W1", 8, 3))
    assert not SHAPE.has(Selection("W2", 0, 8))
    assert not SHAPE.has(Selection("W2", -1, 0))
    assert SHAPE.has(Unit(Layer.TARGET, 2))
    assert not SHAPE.has(Unit(Layer.TARGET, 3))
    assert not SHAPE.has(None)


@pytest.mark.parametrize(
    ("phase", "row", "working", "resting"),
    [
        (Phase.Z1, 0, Selection("W1", 7, 3), Selection("W2", 0, 0)),
        (Phase.H, 0, Unit(Layer.HIDDEN, 7), Selection("W1", 0, 0)),
        (Phase.Z2, 0, Selection("W2", 2, 7), Selection("W1", 0, 0)),
        (Phase.F, 0, Unit(Layer.OUTPUT, 0), Unit(Layer.HIDDEN, 0)),
        (Phase.LOSS, 0, Unit(Layer.OUTPUT, 0), Selection("W2", 0, 0)),
        (Phase.GRAD_W2, 1, Selection("W2", 1, 5), Selection("W2", 0, 5)),
        (Phase.GRAD_W1, 6, Selection("W1", 6, 3), Selection("W1", 5, 3)),
        (Phase.UPDATE, 2, Selection("W2", 2, 0), Selection("W1", 2, 0)),
        (Phase.UPDATE, 3, Selection("W1", 0, 0), Selection("W1", 3, 0)),
        (Phase.UPDATE, 10, Selection("W1", 7, 2), Selection("W2", 2, 2)),
    ],
)
def test_that_what_is_computed_next_is_at_work(
    phase: Phase, row: int, working: Unit | Selection, resting: Unit | Selection
) -> None:
    stage = stage_of(phase, row, n_outputs=3)
    assert covers(stage, working)
    assert not covers(stage, resting)


def test_that_the_unit_of_the_row_at_hand_is_at_work_alone() -> None:
    stage = stage_of(Phase.GRAD_W1, 4, n_outputs=3)
    assert [k for k in range(8) if covers(stage, Unit(Layer.HIDDEN, k))] == [4]
    assert not any(covers(stage, Unit(Layer.OUTPUT, j)) for j in range(3))


def test_that_nothing_is_at_work_between_two_steps_and_something_inside() -> None:
    assert [p for p in PHASES if stage_of(p, 0, 3) == Highlight()] == [Phase.DRAW]


def test_that_a_highlight_names_entries_rows_columns_and_whole_layers() -> None:
    column = Highlight(W2=(None, 5), input=-1, hidden=2)
    assert covers(column, Selection("W2", 0, 5))
    assert not covers(column, Selection("W2", 0, 4))
    assert not covers(column, Selection("W1", 0, 5))
    assert covers(column, Unit(Layer.INPUT, 3))
    assert covers(column, Unit(Layer.HIDDEN, 2))
    assert not covers(column, Unit(Layer.HIDDEN, 3))
    assert not covers(column, Unit(Layer.OUTPUT, 2))
