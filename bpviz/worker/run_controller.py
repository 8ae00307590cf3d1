"""RunController: what the run is doing, and what brings it from one place to the next."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bpviz.parsing import as_real
from bpviz.quoting import spelled
from bpviz.training.events import Progress, State
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError
from bpviz.worker import interpreter
from bpviz.worker.chunk_sizer import CHUNK_SECONDS, ChunkSizer
from bpviz.worker.command_dispatch import Move
from bpviz.worker.jobs import Load
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.publisher import Publisher
from bpviz.worker.slow_motion import FASTEST, SlowMotion

_SILENT_MOVE = 0.1  # seconds; a move that takes longer shows its progress
_LAST = 2**63 - 1


class RunController:
    """State, reason and target of the run, and its speed.

    Parameters
    ----------
    mailbox : Mailbox
        Its attention ends a chunk.
    out : Publisher
        Is told what must be shown.
    gives_up : callable
        Whether a move under way need not be carried out any more.

    Attributes
    ----------
    state : State
    reason : str
    target : int or None
        The step that an `Advance` goes to; None if the run goes on until told otherwise.
    progress : Progress or None
    """

    def __init__(self, mailbox: Mailbox, out: Publisher, gives_up: Callable[[], bool]) -> None:
        self.state = State.LOADING
        self.reason = ""
        self.target: int | None = None
        self.progress: Progress | None = None
        self._pace = ChunkSizer()
        self._paced: Session | None = None  # whose pace that is
        self._stroll = SlowMotion()
        self._mailbox = mailbox
        self._out = out
        self._gives_up = gives_up

    @property
    def runs_on(self) -> bool:
        """Whether it trains until told otherwise."""
        return self.state is State.RUNNING and self.target is None

    @property
    def standing(self) -> tuple[State, str, int | None]:
        """State, reason and target, to come back to where a command is refused."""
        return self.state, self.reason, self.target

    @standing.setter
    def standing(self, before: tuple[State, str, int | None]) -> None:
        self.state, self.reason, self.target = before

    @property
    def steps_per_second(self) -> float:
        """Smoothed; 0 when standing."""
        return self._pace.steps_per_second

    @property
    def load(self) -> Load:
        """How much time it leaves for other things."""
        if self.state is not State.RUNNING:
            return Load.IDLE
        slow = self.target is None and (self._strolls or self._pace.leaves_time)
        return Load.LOW if slow else Load.FULL

    @property
    def _strolls(self) -> bool:
        """Whether it goes so slowly that each phase is shown."""
        limit = self._pace.limit
        return self.target is None and limit is not None and limit <= FASTEST

    def wait(self, session: Session) -> float:
        """Return the seconds until a running run wants to move."""
        if self.target is not None:
            return 0.0
        limit = self._pace.limit
        if self._strolls and limit is not None:
            return self._stroll.wait(session, limit)
        return self._pace.wait()

    # ---- states

    def set_speed(self, limit: float | None, session: Session | None) -> None:
        """Take `limit` steps per second from now on, None: as many as can be.

        Raises
        ------
        SettingsError
            If it is neither None nor a finite number above 0.
        """
        if limit is not None and not 0 < as_real(limit) < math.inf:
            raise SettingsError(
                Message.of(
                    "The speed is {value}; it must be a number of steps per second above 0.",
                    value=spelled(limit),
                )
            )
        self._pace.limit = limit
        self._begin(session)

    def _begin(self, session: Session | None) -> None:
        if session is not self._paced:
            self._pace.forget()
            self._paced = session
        self._pace.begin()
        if session is not None and self._pace.limit is not None:
            self._stroll.begin(session, self._pace.limit)

    def begin_again(self, session: Session) -> None:
        """Let a slow run walk on from where it stands: a change made the step at hand anew."""
        if self._strolls:
            self._begin(session)

    def go(self, session: Session, target: int | None) -> None:
        """Train, up to `target` or until told otherwise."""
        if self.state is not State.RUNNING:
            self._begin(session)
            self.state, self.reason, self._out.fresh = State.RUNNING, "", True
            self._out.urgent = target is None
        self.target = None if target is None else min(target, _LAST)

    def stand(self, state: State, reason: str = "") -> None:
        """Train no more."""
        interpreter.give_soon()
        self.state, self.reason, self.target = state, reason, None
        self._pace.steps_per_second = 0.0
        self._out.urgent = self._out.fresh = True

    def stand_after(self, result: Outcome) -> None:
        """Stand as a move ended."""
        if result.reason in (StopReason.STOPPING_RULE, StopReason.BREAKPOINT):
            self.stand(State.STOPPED, result.message)
        else:
            given_up = result.reason is StopReason.CANCELLED
            self.stand(State.PAUSED, "" if given_up else result.message)

    # ---- going

    def train(self, session: Session) -> None:
        """Do one chunk of a run, or walk through a part of a step."""
        place = session.step, session.phase, session.row
        if self._strolls and self._pace.limit is not None:
            result = self._stroll.go_on(session, self._pace.limit)
            self._pace.took(session.step - place[0], 0.0)
        else:
            result = self.chunk(session, self.target)
        if (session.step, session.phase, session.row) != place:
            self._out.fresh = True
        if result.reason not in (StopReason.COUNT, StopReason.ATTENTION):
            self.stand_after(result)
        elif self.target is not None and session.step >= self.target:
            self.stand(State.PAUSED)

    def chunk(self, session: Session, target: int | None) -> Outcome:
        """Train until the next frame is due, at most up to `target`."""
        # A chunk ends when the next frame is due: none comes late, and the interpreter, which
        # the interface holds most of the time that it draws, is asked for as seldom as can be.
        seconds = min(self._out.due(), CHUNK_SECONDS)
        if target is None:
            count = self._pace.chunk(seconds)
        else:
            count = min(self._pace.full_chunk(seconds), target - session.step)
        interpreter.give_soon()
        begun, first = time.perf_counter(), session.step
        result = session.advance(count, self._mailbox.attention)
        interpreter.keep_between_chunks()
        self._pace.took(session.step - first, time.perf_counter() - begun)
        if session.step != first:
            self._out.fresh = True
        return result

    def move(self, session: Session, move: Move, *, resume: bool = False) -> None:
        """Carry out a move through time that may take long and may be given up.

        With `resume`, a run that was running goes on from there.

        Raises
        ------
        SettingsError
            If the move asks for what does not exist; nothing has moved.
        """
        ran = self.runs_on
        self.state, self.reason, self.target = State.PAUSED, "", None
        begun = time.perf_counter()

        def tick(done: int, total: int) -> bool:
            if self._gives_up():
                return False
            if time.perf_counter() - begun > _SILENT_MOVE:
                what = Message.of("Going to the step")
                self.show_progress(Progress(what, done / max(total, 1)))
            return True

        result: Outcome | None = None
        try:
            result = move(tick)
        finally:
            self.progress = None
            if result is None:
                self.stand(State.PAUSED)
        self.stand_after(result)
        if resume and ran and self.state is State.PAUSED:
            self.go(session, None)

    def show_progress(self, progress: Progress) -> None:
        """Show how far something long has come."""
        self.note_progress(progress)
        self._out.show_on_the_way()

    def note_progress(self, progress: Progress) -> None:
        """Say in the next frame how far something long has come."""
        self.progress = progress
