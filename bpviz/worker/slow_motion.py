"""SlowMotion: a slow run walks through the phases of each step, so that they can be watched."""

from __future__ import annotations

import time
from itertools import accumulate

from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.session import Session
from bpviz.training.step.phases import PHASES, Phase, rows_in

FASTEST = 3.0
"""Steps per second; a faster run makes whole steps."""

_SHARES = {
    Phase.DRAW: 10,
    Phase.Z1: 9,
    Phase.H: 8,
    Phase.Z2: 9,
    Phase.F: 8,
    Phase.LOSS: 8,
    Phase.GRAD_W2: 14,
    Phase.GRAD_W1: 14,
    Phase.UPDATE: 20,
}
"""Percent of a step's time that the run stands before each phase, or goes through its rows."""

_STARTS = dict(zip(PHASES, accumulate((_SHARES[p] for p in PHASES), initial=0), strict=False))
_GLANCE = 1 / 60  # seconds; rows that follow one another more quickly are taken together


class SlowMotion:
    """Where in a step a slow run ought to stand at this moment."""

    def __init__(self) -> None:
        self._begun = 0.0

    def begin(self, session: Session, speed: float) -> None:
        """Count from now, and from the place where `session` stands."""
        done = _fraction(session)
        self._begun = time.perf_counter() - done / speed

    def go_on(self, session: Session, speed: float) -> Outcome:
        """Move to where the run ought to stand."""
        passed = (time.perf_counter() - self._begun) * speed
        if passed < 1.0:
            return session.advance_to(*_place(session, passed))
        self._begun = max(self._begun + 1.0 / speed, time.perf_counter() - 1.0 / speed)
        # Whoever comes late still sees every phase of the update looked at for breakpoints.
        result = session.advance_to(Phase.UPDATE)
        return session.finish_step() if result.reason is StopReason.COUNT else result

    def wait(self, session: Session, speed: float) -> float:
        """Return the seconds until the next place."""
        phase, row = session.phase, session.row
        rows = _rows(session, phase)
        percent = _STARTS[phase] + _SHARES[phase] * (row + 1) / rows
        due = self._begun + percent / 100 / speed
        return max(due - time.perf_counter(), _GLANCE if rows > 1 else 0.0)


def _rows(session: Session, phase: Phase) -> int:
    return rows_in(phase, session.settings.n_hidden, session.dataset.n_outputs)


def _fraction(session: Session) -> float:
    """Return the share of a step's time at which it stands where `session` stands."""
    phase = session.phase
    within = session.row / _rows(session, phase)
    return (_STARTS[phase] + _SHARES[phase] * within) / 100


def _place(session: Session, passed: float) -> tuple[Phase, int]:
    """Return phase and row after the share `passed` of a step's time."""
    percent = 100 * passed
    phase = max((p for p in PHASES if _STARTS[p] <= percent), key=lambda p: p.order)
    rows = _rows(session, phase)
    row = int((percent - _STARTS[phase]) / _SHARES[phase] * rows)
    return phase, min(max(row, 0), rows - 1)
