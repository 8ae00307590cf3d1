"""The selected weight, and what of either matrix is marked for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import Selection, marked_in

MATRICES: tuple[MatrixName, ...] = ("W1", "W2")
PLACES = st.integers(0, 10_000)


@given(st.sampled_from(MATRICES), PLACES, PLACES)
def test_that_its_own_matrix_marks_the_entry_and_the_other_its_hidden_unit(
    matrix: MatrixName, row: int, column: int
) -> None:
    selection = Selection(matrix, row, column)
    assert marked_in(matrix, selection) == (row, column)
    if matrix == "W1":  # the unit of a row of W₁ is a column of W₂
        assert marked_in("W2", selection) == (None, row)
    else:
        assert marked_in("W1", selection) == (column, None)


def test_that_nothing_is_marked_for_no_selection() -> None:
    assert [marked_in(matrix, None) for matrix in MATRICES] == [(None, None)] * 2
