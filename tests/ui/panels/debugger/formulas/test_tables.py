"""What a phase reads and writes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.selection import Highlight
from bpviz.ui.panels.debugger.formulas.pieces import Pieces
from bpviz.ui.panels.debugger.formulas.step_numbers import StepNumbers
from bpviz.ui.panels.debugger.formulas.tables import Dense, Outer, Table, pooled, tables_of
from tests.ui.frames import make_frame, make_regression
from tests.ui.panels.debugger.formulas.steps import (
    kernel_frame,
    make_data,
    some_network,
    updated,
    whole,
)

N, L, D = 9, 4, 3
DATA, NETWORK = make_data(N, D), some_network(N, L, D)


def tables(phase: Phase, row: int, at: Phase = Phase.DRAW, at_row: int = 0) -> dict[str, Table]:
    frame = kernel_frame(DATA, NETWORK, at, at_row)
    reads, writes = tables_of(StepNumbers(frame), phase, row)
    return {table.symbol: table for table in (*reads, *writes)}


def entries(table: Table) -> list[list[float | None]]:
    rows, columns = table.shape
    return [[table.entry(r, c) for c in range(columns)] for r in range(rows)]


def test_that_vectors_and_matrices_hold_the_traces_numbers() -> None:
    t = whole(kernel_frame(DATA, NETWORK))
    found = tables(Phase.GRAD_W1, 2)
    assert entries(found["δ1"]) == [t.delta1.tolist()]
    assert entries(found["∂W₁"]) == t.grad_W1.tolist()
    assert entries(found["W₂"]) == NETWORK.W2.tolist()
    assert found["W₂"].mark == (None, 2)
    assert found["∂W₁"].mark == (2, None)
    assert found["δ1"].mark == (0, 2)
    assert entries(tables(Phase.LOSS, 0)["‖f − y‖²"]) == [[t.loss]]
    assert entries(tables(Phase.UPDATE, 1)["W₂⁺"]) == updated(NETWORK, t, 0.1, D).W2.tolist()
    assert entries(tables(Phase.UPDATE, D)["W₁⁺"]) == updated(NETWORK, t, 0.1, D + L).W1.tolist()


@pytest.mark.parametrize("phase", PHASES[1:])
def test_that_nothing_that_a_phase_writes_is_there_before(phase: Phase) -> None:
    for row in range(rows_in(phase, L, D)):
        _, writes = tables_of(StepNumbers(kernel_frame(DATA, NETWORK, phase, row)), phase, row)
        for table in writes:
            done = row - D if table.symbol == "W₁⁺" else row
            for r, line in enumerate(entries(table)):
                for c, value in enumerate(line):
                    place = c if table.vector is not None else r
                    assert (value is not None) == (place < done and rows_in(phase, L, D) > 1)


def test_that_new_weights_appear_row_by_row() -> None:
    t = whole(kernel_frame(DATA, NETWORK))
    found = tables(Phase.UPDATE, D + 2, Phase.UPDATE, D + 2)["W₁⁺"]
    new = updated(NETWORK, t, 0.1, D + L).W1.tolist()
    assert entries(found) == [new[0], new[1], [None] * N, [None] * N]


def test_that_an_entry_knows_its_name_and_where_it_lives() -> None:
    found = tables(Phase.GRAD_W1, 2)
    assert found["W₂"].name(1, 3) == "W₂[1, 3]"
    assert found["W₂"].place(1, 3) == Highlight(W2=(1, 3))
    assert found["x"].name(0, 5) == "x[5]"
    assert found["x"].place(0, 5) == Highlight(input=5)
    assert found["∂W₁"].place(0, 5) == Highlight(W1=(0, 5))
    assert tables(Phase.LOSS, 0)["‖f − y‖²"].place(0, 0) is None


def test_that_a_thumbnail_is_made_of_means() -> None:
    values = np.arange(24.0).reshape(4, 6)
    small = Dense(values).thumbnail(2, 3)
    assert np.array_equal(small, values.reshape(2, 2, 3, 2).mean(axis=(1, 3)))
    assert Dense(values).thumbnail(9, 9) is values
    column, row = np.arange(5.0), np.arange(7.0)
    both = Outer(column, row).thumbnail(2, 3)
    assert np.allclose(both, Dense(np.outer(column, row)).thumbnail(2, 3))
    assert math.isnan(pooled(np.array([1.0, math.nan, 2.0, 3.0]), 2, 0)[0])


def test_that_entries_are_called_by_their_columns_and_those_of_the_constant_input_so() -> None:
    frame = make_frame(make_regression(), n_hidden=4)
    reads, _ = tables_of(StepNumbers(frame), Phase.Z1, 1)
    names = {table.symbol: table.name(0, 2) for table in reads}
    assert names == {"W₁": "W₁[0, 2] (constant)", "x": "x[2] (constant)"}
    assert reads[0].name(0, 1) == "W₁[0, 1] (height)"
    reads, writes = tables_of(StepNumbers(frame), Phase.Z2, 0)
    assert all("constant" not in table.name(0, 2) for table in (*reads, *writes))


def test_that_numbers_in_a_formula_know_their_columns_and_targets() -> None:
    make = Pieces(StepNumbers(make_frame(make_regression(), n_hidden=4)))
    assert make.entry("x", 1).called == make.symbol("x", 1).called == "height"
    assert make.weight("W1", 0, 1).called == "height"
    assert make.weight("W2", 0, 3).called == make.entry("f", 0).called == "temperature"
    assert make.entry("h", 3).called == ""
