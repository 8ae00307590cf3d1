"""How a run stands at a breakpoint, goes on from it, and comes back to it."""

from __future__ import annotations

from bpviz.training import Breakpoint, Phase, Session, StopReason
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.training.scans import END, scan, world

B = Breakpoint


def test_that_a_hit_stands_before_the_update_with_nothing_applied() -> None:
    chosen, data, line = world("classes")
    step = scan("classes", "sigmoid", B.misclassified())[5]
    session = Session(chosen, data)
    session.breakpoints.add(B.misclassified(), ignore=5)
    outcome = session.advance(END)
    assert (outcome.reason, outcome.step, outcome.breakpoint) == (
        StopReason.BREAKPOINT, step, B.misclassified(),
    )  # fmt: skip
    assert outcome.message == f"Stopped before the update of step {step}: misclassified."
    assert (session.step, session.tip, session.phase, session.row) == (step, step, Phase.UPDATE, 0)
    assert bits(session.network) == bits(line.network(step))
    assert session.trace.whole is session.preview
    assert session.preview.f.argmax() != session.dataset.labels[session.sample_index(step)]
    assert session.last_change is not None
    assert session.last_change.step == step - 1
    assert session.history.tip == step
    assert [(hit.step, hit.number) for hit in session.branch.hits.shown] == [(step, 1)]
    # Going on does not stop on it again, however one goes on.
    for go_on in (session.advance, session.finish_step, session.advance_phase):
        session.seek(step)
        session.advance_to(Phase.UPDATE)
        assert session.hit == (1,)
        assert go_on().reason is StopReason.COUNT
        assert (session.step, session.phase, session.hit) == (step + 1, Phase.DRAW, ())


def test_that_a_new_rate_at_a_hit_does_not_stop_there_again() -> None:
    chosen, data, line = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.every(10))
    session.advance(100)
    session.set_learning_rate(0.01)
    assert (session.step, session.phase) == (10, Phase.UPDATE)
    assert session.advance(3).reason is StopReason.COUNT
    assert bits(session.network) == bits(line.branch(10, 0.01).network(13))


def test_that_walking_through_the_phases_stops_at_a_hit_too() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.every(2))
    session.seek(1)
    for _ in range(8):
        assert session.advance_phase().reason is StopReason.COUNT
    assert (session.phase, session.hit) == (Phase.UPDATE, ())
    session.finish_step()
    for way in (session.advance_phase, session.advance_row):
        session.seek(2)
        while (outcome := way()).reason is StopReason.COUNT:
            assert session.phase is not Phase.UPDATE
        assert (outcome.reason, outcome.numbers) == (StopReason.BREAKPOINT, (1,))
        assert (session.step, session.phase, session.row) == (2, Phase.UPDATE, 0)
        assert way().reason is StopReason.COUNT
    session.seek(2)
    assert session.advance_to(Phase.UPDATE, 3).reason is StopReason.BREAKPOINT
    assert (session.phase, session.row) == (Phase.UPDATE, 0)
    assert session.advance_to(Phase.UPDATE, 3).reason is StopReason.COUNT
    assert (session.phase, session.row) == (Phase.UPDATE, 3)
    assert session.back_to_hit().numbers == (1,)  # in the midst of the update it stands after it
    assert (session.step, session.phase, session.row) == (2, Phase.UPDATE, 0)


def test_that_seeks_and_replays_never_count() -> None:
    chosen, data, _ = world("classes")
    with small_world(16):
        session = Session(chosen, data)
        session.breakpoints.add(B.loss_above(-1.0), ignore=2**62)
        session.advance(300)
        assert [note.hits for note in session.breakpoints] == [300]
        session.seek(700)  # trains on, and nothing is counted
        for step in (699, 3, 250, 0, 650):
            session.seek(step)
            _ = session.last_change, session.history.loss(0, 700), session.trace
            session.network_at(0, 123)
        session.set_learning_rate(0.3)
        session.undo()
        session.redo()
        session.switch_branch(0)
        session.switch_branch(1)
        session.compare(0, 1)
        session.back_row()
        session.back_to_hit()
        assert [note.hits for note in session.breakpoints] == [300]


def test_that_what_is_switched_off_or_removed_neither_stops_nor_counts() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    one = session.breakpoints.add(B.every(5), enabled=False)
    other = session.breakpoints.add(B.every(7))
    assert session.advance(100).numbers == (other,)
    assert session.step == 7
    session.breakpoints.change(other, enabled=False)
    assert session.advance(100).reason is StopReason.COUNT
    session.breakpoints.change(one, enabled=True)
    assert session.advance(100).step == 110
    session.breakpoints.remove(one)
    assert session.advance(100).reason is StopReason.COUNT
    assert session.back_to_hit().reason is StopReason.BEGINNING
    assert [(note.number, note.hits) for note in session.breakpoints] == [(other, 1)]


def test_that_the_way_back_ends_at_the_beginning_with_one_sentence() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.loss_above(1e9))
    session.advance(50)
    outcome = session.back_to_hit()
    assert (outcome.reason, outcome.step, session.phase) == (StopReason.BEGINNING, 0, Phase.DRAW)
    assert outcome.message == "No breakpoint was hit before step 50; this is step 0."
    assert "no earlier step" in session.back_to_hit().message


def test_that_the_way_back_can_be_given_up() -> None:
    chosen, data, _ = world("classes")
    with small_world(16):
        session = Session(chosen, data)
        session.breakpoints.add(B.loss_above(1e9))
        session.advance(500)
        before = bits(session.network)
        outcome = session.back_to_hit(lambda done, total: False)
        assert (outcome.reason, session.step) == (StopReason.CANCELLED, 500)
        assert bits(session.network) == before


def test_that_the_way_back_tells_how_far_it_has_come_and_can_be_given_up_at_a_hit() -> None:
    chosen, data, _ = world("classes")
    asked: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> bool:
        asked.append((done, total))
        return True

    with small_world(16):
        session = Session(chosen.replace(keyframe_budget=10**6), data)
        number = session.breakpoints.add(B.loss_above(1e9))
        session.advance(50)
        assert session.back_to_hit(tick).reason is StopReason.BEGINNING
        assert asked == [(2, 50), (18, 50), (34, 50), (50, 50)]  # from keyframe to keyframe
        session.seek(50)
        session.breakpoints.change(number, breakpoint=B.every(7))
        outcome = session.back_to_hit(lambda done, total: False)  # step 49 is found, not reached
        assert (outcome.reason, outcome.step) == (StopReason.CANCELLED, 50)
        assert (session.step, session.phase, session.hit) == (50, Phase.DRAW, ())
        assert session.back_to_hit().step == 49


def test_that_a_move_to_where_it_stands_leaves_the_hit() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    number = session.breakpoints.add(B.every(7))
    session.advance(50)
    for phase, row in ((Phase.UPDATE, 0), (Phase.GRAD_W1, 2), (Phase.DRAW, 0)):
        assert session.advance_to(phase, row).reason is StopReason.COUNT
        assert (session.phase, session.row, session.hit) == (Phase.UPDATE, 0, (number,))
    session.advance_row()
    assert (session.row, session.hit) == (1, ())
