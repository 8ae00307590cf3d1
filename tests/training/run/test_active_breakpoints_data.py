"""Data breakpoints that compare with the step before know it, whichever way the run came there."""

from __future__ import annotations

import pytest

from bpviz.training import Breakpoint, Phase, Session, StopReason
from bpviz.training.breakpoint_text import breakpoint_of
from tests.training.conftest import small_world
from tests.training.scans import run_to, scan, world

END = 260

TEXTS = (
    "delta2[2] changes sign", "loss moves by > 0.6", "f[1] moves by > 0.15", "z1[1] changes sign",
    "W1[2, 1] moves by > 0.01", "W2[1, 3] changes sign", "norm W1 moves by > 0.005",
    "loss of sample 3 moves by > 0.02",
)  # fmt: skip


def right(breakpoint: Breakpoint) -> list[int]:
    found = [step for step in scan("classes", "sigmoid", breakpoint) if step < END]
    assert found or breakpoint.condition.name == "SIGN_CHANGE"
    return found


def armed(text: str) -> tuple[Session, Breakpoint]:
    chosen, data, _ = world("classes", "sigmoid")
    session, breakpoint = Session(chosen, data), breakpoint_of(text)
    session.breakpoints.add(breakpoint)
    return session, breakpoint


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("chunk", [1, 3])
def test_that_the_stops_do_not_depend_on_how_far_one_goes_at_once(text: str, chunk: int) -> None:
    session, breakpoint = armed(text)
    assert run_to(session, END, chunk) == right(breakpoint)


@pytest.mark.parametrize("text", TEXTS)
def test_that_a_step_that_is_opened_stops_where_a_run_does(text: str) -> None:
    session, breakpoint = armed(text)
    stops = []
    for step in range(END):
        assert session.step == step
        if session.advance_to(Phase.UPDATE).reason is StopReason.BREAKPOINT:
            stops.append(step)
        session.finish_step()
    assert stops == right(breakpoint)


@pytest.mark.parametrize("text", TEXTS)
def test_that_a_step_that_is_begun_again_stops_again(text: str) -> None:
    session, breakpoint = armed(text)
    steps = right(breakpoint)
    while session.advance(END - session.step).reason is StopReason.BREAKPOINT:
        at = session.step
        session.seek(at)  # its own quantities are those that were computed last
        assert session.advance(1).reason is StopReason.BREAKPOINT
        session.seek(at)
        assert session.advance_to(Phase.UPDATE).reason is StopReason.BREAKPOINT
        assert session.step == at == steps.pop(0)
    assert steps == []


@pytest.mark.parametrize("text", TEXTS)
def test_that_the_way_back_stops_where_the_way_forth_does(text: str) -> None:
    with small_world(7):
        session, breakpoint = armed(text)
        session.breakpoints.change(1, ignore=2**62)
        session.advance(END)
        stops = []
        while session.back_to_hit().reason is StopReason.BREAKPOINT:
            stops.append(session.step)
        assert stops[::-1] == right(breakpoint)
