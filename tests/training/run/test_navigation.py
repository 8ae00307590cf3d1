"""Every place of a step, forth and back, one after the other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Outcome, Phase, Session, Settings, StopReason
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.navigation import Navigation
from bpviz.training.run.position import Position
from bpviz.training.step.phases import PHASES, rows_in
from tests.training.conftest import small_world
from tests.training.oracle import bits, line_of, tight
from tests.training.run import parts

L, D = 4, 3
SMALL = Settings(n_hidden=L, learning_rate=0.5)
PLACES = [
    (phase, row)
    for phase, rows in {
        "draw": 1, "z1": 1, "h": 1, "z2": 1, "f": 1, "loss": 1,
        "grad_W2": D, "grad_W1": L, "update": D + L,
    }.items()
    for row in range(rows)
]  # fmt: skip


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def place(session: Session) -> tuple[int, str, int]:
    return session.step, session.phase.value, session.row


def walked(at: int, move: str, amount: int) -> int:
    """Where a move leads, in places counted from the beginning of the run."""
    step, place = divmod(at, len(PLACES))
    first = [PLACES.index((phase.value, 0)) for phase in PHASES]
    match move:
        case "advance":
            return at if amount == 0 else (step + amount) * len(PLACES)
        case "back":
            return at if amount == 0 else max(0, step - amount + (place > 0)) * len(PLACES)
        case "seek":
            return amount * len(PLACES)
        case "advance_row":
            return at + 1
        case "back_row":
            return max(0, at - 1)
        case "advance_phase":
            return step * len(PLACES) + next((f for f in first if f > place), len(PLACES))
        case _:
            before = [f for f in first if f < place]
            if before:
                return step * len(PLACES) + before[-1]
            return max(0, (step - 1) * len(PLACES) + first[-1]) if step else 0


MOVES = st.one_of(
    st.tuples(st.sampled_from(["advance", "back", "seek"]), st.integers(0, 12)),
    st.tuples(
        st.sampled_from(["advance_row", "back_row", "advance_phase", "back_phase"]), st.none()
    ),
)


@given(st.lists(MOVES, max_size=12))
def test_that_any_walk_leads_where_counting_says_and_changes_nothing_but_the_place(
    sparse: Dataset, moves: list[tuple[str, int | None]]
) -> None:
    with small_world(8):
        run = parts.trained(tight(SMALL, sparse, 3), sparse, 20)
        line, all_parts = parts.line_of(run), parts.parts_of(run)
        at, tip, branch, revisions = 20 * len(PLACES), 20, run.branch, run.state.revisions
        for move, amount in moves:
            arguments = () if amount is None else (amount,)
            getattr(all_parts.navigation, move)(*arguments)
            at = walked(at, move, amount or 0)
            step, (phase, row) = at // len(PLACES), PLACES[at % len(PLACES)]
            tip = max(tip, step)
            state = run.state
            assert (state.step, state.phase.value, state.row) == (step, phase, row)
            assert state.tip == tip
            assert (state.branch, state.revisions) == (branch, revisions)
            assert bits(all_parts.position.network_before) == bits(line.network(step))


def test_that_moves_need_a_position_and_breakpoints_and_nothing_else(sparse: Dataset) -> None:
    run = parts.trained(SMALL, sparse, 20)
    breakpoints, position = Breakpoints(sparse, run.standing, run.replayer.numbers), Position(run)
    navigation = Navigation(run, breakpoints, position)
    number = breakpoints.add(Breakpoint.every(6))
    for step in (18, 12, 6):
        outcome = navigation.back_to_hit()
        assert (outcome.reason, position.step) == (StopReason.BREAKPOINT, step)
        assert (position.phase, position.hit) == (Phase.UPDATE, (number,))
    assert navigation.advance(100).step == 12
    assert [hit.step for hit in run.branch.hits.all] == [6, 12, 18]


def test_that_the_phases_come_in_the_order_of_the_note() -> None:
    assert [phase.value for phase in PHASES] == list(dict.fromkeys(phase for phase, _ in PLACES))
    assert [phase.order for phase in PHASES] == list(range(9))
    assert sum(rows_in(phase, L, D) for phase in PHASES) == len(PLACES)


def test_that_rows_lead_through_every_place_and_back_again(sparse: Dataset) -> None:
    with small_world(4):
        session = Session(tight(SMALL, sparse), sparse)
        line = line_of(session)
        places = [(step, *each) for step in range(6) for each in PLACES]
        networks = []
        for at in places:
            assert place(session) == at
            networks.append(bits(session.network))
            assert session.advance_row() == Outcome(StopReason.COUNT, session.step)
        assert place(session) == (6, "draw", 0)
        assert session.tip == 6
        for at, network in zip(places[::-1], networks[::-1], strict=True):
            assert session.back_row() == Outcome(StopReason.COUNT, session.step)
            assert place(session) == at
            assert bits(session.network) == network
        assert session.back_row().reason is StopReason.BEGINNING
        assert place(session) == (0, "draw", 0)
        assert session.tip == 6
        assert bits(session.network) == bits(line.network(0))


def test_that_phases_lead_to_the_first_row_of_each_and_back_again(session: Session) -> None:
    places = [(step, phase.value, 0) for step in range(4) for phase in PHASES]
    for at in places:
        assert place(session) == at
        session.advance_phase()
    assert place(session) == (4, "draw", 0)
    for at in places[::-1]:
        session.back_phase()
        assert place(session) == at
    assert session.back_phase().reason is StopReason.BEGINNING


@pytest.mark.parametrize("row", [1, 2])
def test_that_back_by_a_phase_undoes_first_the_rows_of_this_one(session: Session, row: int) -> None:
    session.advance_to(Phase.GRAD_W1, row)
    session.back_phase()
    assert place(session) == (0, "grad_W1", 0)
    session.back_phase()
    assert place(session) == (0, "grad_W2", 0)


@pytest.mark.parametrize(("phase", "row"), PLACES[1:])
def test_that_from_any_place_a_step_is_finished_or_begun_again(
    session: Session, phase: str, row: int
) -> None:
    line = line_of(session)
    for move, step in (
        (session.finish_step, 11),
        (lambda: session.advance(1), 11),
        (lambda: session.advance(3), 13),
        (lambda: session.back(1), 10),
        (lambda: session.back(3), 8),
        (lambda: session.seek(10), 10),
        (lambda: session.seek(12), 12),
        (session.restart, 0),
    ):
        session.seek(10)
        session.advance_to(Phase(phase), row)
        assert place(session) == (10, phase, row)
        assert session.advance(0) == session.back(0) == Outcome(StopReason.COUNT, 10)
        assert place(session) == (10, phase, row)
        assert move() == Outcome(StopReason.COUNT, step)
        assert place(session) == (step, "draw", 0)
        assert bits(session.network) == bits(line.network(step))


def test_that_going_to_a_place_behind_does_nothing(session: Session) -> None:
    session.advance_to(Phase.GRAD_W1, 2)
    for phase, row in ((Phase.DRAW, 0), (Phase.GRAD_W2, 2), (Phase.GRAD_W1, 1), (Phase.GRAD_W1, 2)):
        assert session.advance_to(phase, row) == Outcome(StopReason.COUNT, 0)
        assert place(session) == (0, "grad_W1", 2)


def test_that_in_the_midst_of_an_update_the_first_rows_are_new(session: Session) -> None:
    session.advance(10)
    old = session.network
    session.advance_to(Phase.UPDATE)
    assert session.network is session.network_before is old
    t, rate = session.preview, session.learning_rate
    W2 = old.W2 - np.outer(rate * t.delta2, t.h)
    W1 = old.W1 - np.outer(rate * t.delta1, t.x)
    for row in range(1, D + L):
        session.advance_row()
        net = session.network
        new2, new1 = min(row, D), max(0, row - D)
        np.testing.assert_array_equal(net.W2[:new2], W2[:new2])
        np.testing.assert_array_equal(net.W2[new2:], old.W2[new2:])
        np.testing.assert_array_equal(net.W1[:new1], W1[:new1])
        np.testing.assert_array_equal(net.W1[new1:], old.W1[new1:])
        assert session.network is net
        assert session.network_before is old
        assert not net.W1.flags.writeable
    assert (W2 != old.W2).all()
    session.advance_row()
    np.testing.assert_array_equal(session.network.W1, W1)
    np.testing.assert_array_equal(session.network.W2, W2)


def test_that_going_by_rows_phases_and_steps_gives_the_same_bits(sparse: Dataset) -> None:
    rows, phases, whole = (Session(SMALL, sparse) for _ in range(3))
    for _ in range(40 * len(PLACES)):
        rows.advance_row()
    for _ in range(40 * len(PHASES)):
        phases.advance_phase()
    whole.advance(40)
    assert rows.step == phases.step == 40
    assert bits(rows.network) == bits(phases.network) == bits(whole.network)
    np.testing.assert_array_equal(rows.history.loss(0, 40), whole.history.loss(0, 40))
    np.testing.assert_array_equal(
        phases.history.gradient_W1(0, 40), whole.history.gradient_W1(0, 40)
    )


def test_that_a_way_back_into_the_last_step_can_be_given_up(sparse: Dataset) -> None:
    with small_world(64):
        session = Session(SMALL, sparse)
        session.advance(60)
        for move in (session.back_row, session.back_phase, session.back):
            outcome = move(tick=lambda done, total: False)
            assert outcome == Outcome(StopReason.CANCELLED, 60)
            assert place(session) == (60, "draw", 0)


def test_that_looks_at_all_samples_are_of_the_whole_step(session: Session) -> None:
    session.advance(10)
    magnitudes, accuracy = session.gradient_magnitudes(), session.accuracy()
    loss = session.trace_of(3).loss
    session.advance_to(Phase.UPDATE, 4)
    np.testing.assert_array_equal(session.gradient_magnitudes(), magnitudes)
    assert session.accuracy() == accuracy
    assert session.trace_of(3).loss == loss


def test_that_a_step_that_is_not_finite_is_opened_up_to_its_update(sparse: Dataset) -> None:
    """What is too much is said when its first row would be updated, not before."""
    session = Session(SMALL.replace(learning_rate=1e9, sigma1="relu", sigma2="identity"), sparse)
    assert session.advance(1000).reason is StopReason.NOT_FINITE
    step = session.step
    session.back_phase()
    assert session.advance_to(Phase.UPDATE) == Outcome(StopReason.COUNT, step)
    assert (session.step, session.phase, session.row) == (step, Phase.UPDATE, 0)
    outcome = session.advance_to(Phase.UPDATE, 1)
    assert (outcome.reason, outcome.step) == (StopReason.NOT_FINITE, step)
    assert (session.step, session.phase, session.row) == (step, Phase.UPDATE, 0)


def test_that_without_breakpoints_the_way_back_to_one_leads_to_the_beginning(
    session: Session,
) -> None:
    for steps, row in ((8, 0), (8, 3), (0, 2)):
        session.seek(steps)
        session.advance_to(Phase.UPDATE, row)
        outcome = session.back_to_hit()
        assert (outcome.reason, outcome.step) == (StopReason.BEGINNING, 0)
        assert place(session) == (0, "draw", 0)


@pytest.mark.parametrize("steps", [1, 2, 9])
def test_that_the_way_back_passes_no_hit_not_even_that_of_step_0(
    session: Session, steps: int
) -> None:
    number = session.breakpoints.add(Breakpoint.loss_above(-1.0))  # met by every step
    session.seek(steps)
    session.advance_to(Phase.DRAW)
    for step in reversed(range(steps)):
        outcome = session.back_to_hit()
        assert (outcome.reason, outcome.step) == (StopReason.BREAKPOINT, step)
        assert (place(session), session.hit) == ((step, "update", 0), (number,))
    assert session.back_to_hit().reason is StopReason.BEGINNING
    assert (place(session), session.hit) == ((0, "draw", 0), ())


def test_that_a_step_that_cannot_be_taken_is_no_hit_any_more_once_it_is_refused(
    sparse: Dataset,
) -> None:
    session = Session(SMALL.replace(learning_rate=1e9, sigma1="relu", sigma2="identity"), sparse)
    number = session.breakpoints.add(Breakpoint.not_finite())
    assert session.advance(1000).reason is StopReason.BREAKPOINT
    assert (session.phase, session.hit) == (Phase.UPDATE, (number,))
    assert session.advance_row().reason is StopReason.NOT_FINITE
    assert (session.phase, session.row, session.hit) == (Phase.UPDATE, 0, ())


def test_that_a_move_by_steps_is_of_one_unless_told_otherwise(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=3), sparse)
    assert [session.advance().step for _ in range(3)] == [1, 2, 3]
    assert [session.back().step for _ in range(2)] == [2, 1]
