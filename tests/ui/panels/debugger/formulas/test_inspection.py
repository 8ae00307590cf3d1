"""Which phase and row the debugger shows."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.debugger.formulas.inspection import Inspection
from tests.ui.frames import make_frame, make_table

L, D = 4, 3
DATA = make_table(n=5, d=D)


def at(phase: Phase, row: int = 0, **overrides: Any) -> Any:
    return make_frame(DATA, n_hidden=L, phase=phase, row=row, **overrides)


@pytest.fixture
def inspection() -> Inspection:
    return Inspection()


def test_that_it_follows_phases_and_rows(inspection: Inspection) -> None:
    for phase in PHASES:
        for row in range(rows_in(phase, L, D)):
            inspection.take(at(phase, row))
            assert inspection.phase is phase
            assert inspection.row == row
            assert inspection.follows


def test_that_a_look_lasts_until_the_run_moves(inspection: Inspection) -> None:
    inspection.take(at(Phase.GRAD_W2, 1))
    inspection.show(Phase.Z1)
    inspection.take(at(Phase.GRAD_W2, 1))
    assert inspection.phase is Phase.Z1
    assert not inspection.follows
    inspection.take(at(Phase.GRAD_W2, 2))
    assert inspection.phase is Phase.GRAD_W2
    assert inspection.follows


def test_that_a_phase_can_be_watched_while_whole_steps_go_by(inspection: Inspection) -> None:
    inspection.take(at(Phase.DRAW))
    inspection.show(Phase.GRAD_W1)
    for step in range(1, 4):
        inspection.take(at(Phase.DRAW, step=step))
        assert inspection.phase is Phase.GRAD_W1
    inspection.take(at(Phase.DRAW, run=2))
    assert inspection.phase is Phase.DRAW


def test_that_following_can_be_asked_for(inspection: Inspection) -> None:
    inspection.take(at(Phase.F))
    inspection.show(Phase.LOSS)
    inspection.follow()
    assert inspection.phase is Phase.F
    assert inspection.follows


def test_that_a_chosen_row_lasts_until_the_run_moves(inspection: Inspection) -> None:
    inspection.take(at(Phase.GRAD_W1, 1))
    assert inspection.choose_row(3) is None
    assert inspection.row == 3
    inspection.take(at(Phase.GRAD_W1, 2))
    assert inspection.row == 2


def test_that_a_chosen_entry_of_a_vector_stays(inspection: Inspection) -> None:
    inspection.take(at(Phase.Z1))
    inspection.choose_row(2)
    inspection.take(at(Phase.H))
    assert inspection.row == 2
    inspection.take(at(Phase.Z2))
    assert inspection.row == 0


def test_that_the_selected_row_comes_first(inspection: Inspection) -> None:
    inspection.selection = Selection("W1", 3, 4)
    for phase, row in ((Phase.Z1, 3), (Phase.H, 3), (Phase.GRAD_W1, 3), (Phase.UPDATE, D + 3)):
        inspection.take(at(phase))
        assert inspection.row == row
    inspection.take(at(Phase.GRAD_W2, 1))
    assert inspection.row == 1
    inspection.selection = Selection("W2", 2, 0)
    for phase, row in ((Phase.Z2, 2), (Phase.GRAD_W2, 2), (Phase.UPDATE, 2), (Phase.Z1, 0)):
        inspection.take(at(phase))
        assert inspection.row == row


def test_that_the_selection_moves_along_with_the_row(inspection: Inspection) -> None:
    inspection.selection = Selection("W1", 3, 4)
    inspection.take(at(Phase.GRAD_W1))
    assert inspection.choose_row(1) == Selection("W1", 1, 4)
    assert inspection.row == 1
    inspection.take(at(Phase.UPDATE))
    assert inspection.choose_row(D + 2) == Selection("W1", 2, 4)
    assert inspection.choose_row(0) is None
    assert inspection.row == 0


def test_that_a_row_of_something_else_leaves_the_selection_alone(inspection: Inspection) -> None:
    inspection.selection = Selection("W1", 3, 4)
    inspection.take(at(Phase.Z2))
    assert inspection.choose_row(1) == Selection("W1", 3, 4)
    assert inspection.row == 1


def test_that_a_selection_of_a_larger_network_is_let_go(inspection: Inspection) -> None:
    inspection.selection = Selection("W1", 30, 4)
    inspection.take(at(Phase.GRAD_W1, 2))
    assert inspection.selection is None
    assert inspection.row == 2


def test_that_a_smaller_network_has_a_row_to_show(inspection: Inspection) -> None:
    inspection.take(make_frame(DATA, n_hidden=9, phase=Phase.Z1))
    inspection.choose_row(8)
    inspection.take(make_frame(DATA, n_hidden=2, phase=Phase.Z1))
    assert inspection.row == 1


@pytest.mark.parametrize(
    ("phase", "row", "before"),
    [
        (Phase.DRAW, 0, None),
        (Phase.Z1, 0, (Phase.DRAW, 0)),
        (Phase.LOSS, 0, (Phase.F, 0)),
        (Phase.GRAD_W2, 0, (Phase.LOSS, 0)),
        (Phase.GRAD_W2, 2, (Phase.GRAD_W2, 1)),
        (Phase.GRAD_W1, 0, (Phase.GRAD_W2, D - 1)),
        (Phase.UPDATE, 0, (Phase.GRAD_W1, L - 1)),
        (Phase.UPDATE, D + 1, (Phase.UPDATE, D)),
    ],
)
def test_that_it_knows_what_was_computed_last(
    inspection: Inspection, phase: Phase, row: int, before: tuple[Phase, int] | None
) -> None:
    inspection.take(at(phase, row))
    assert inspection.before() == before
