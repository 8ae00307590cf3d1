"""Trainer: owns the Session; one `match` dispatches what the mailbox brings.  No Qt."""

from __future__ import annotations

import time
import traceback
from collections import deque
from collections.abc import Callable

from bpviz.datasets import Dataset, DatasetError
from bpviz.training import commands as c
from bpviz.training.events import Frame, Problem, Progress, State
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.replay import Tick
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError
from bpviz.worker.background import Background, Tempo
from bpviz.worker.frames import FrameBuilder, Situation
from bpviz.worker.loading import Loader, LoadingGivenUp
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.pace import CHUNK_SECONDS, Pace
from bpviz.worker.publisher import Publisher
from bpviz.worker.waiting import coalesced, makes_void

_SILENT_MOVE = 0.1  # seconds; a move that takes longer shows its progress


class Trainer:
    """Runs in the trainer's thread: `loop` returns when the mailbox is closed.

    Parameters
    ----------
    mailbox : Mailbox
    notify : callable
        Called after something was published that must be looked at at once.
    """

    def __init__(self, mailbox: Mailbox, notify: Callable[[], None]) -> None:
        self._mailbox = mailbox
        self._notify = notify
        self._commands: deque[c.Command] = deque()
        self._session: Session | None = None
        self._dataset: tuple[str, Dataset] | None = None
        self._request: c.NewRun | None = None
        self._run = 0
        self._state = State.LOADING
        self._reason = ""
        self._progress: Progress | None = None
        self._target: int | None = None
        self._selected: int | None = None
        self._builder = FrameBuilder()
        self._background = Background()
        self._pace = Pace()
        self._loader = Loader(mailbox, self._show_progress)
        self._run_when_ready = False
        self._drained = self._heard = 0  # commands taken from the mailbox, and carried out
        self._out = Publisher(mailbox, notify, self._frame)
        self._busy = False  # a look at all samples has more to do
        self._seen = 0

    def loop(self) -> None:
        """Serve until the mailbox is closed."""
        while not self._mailbox.closed:
            try:
                self._turn()
            except Exception as error:  # the window must stay alive, whatever happens here
                self._fail(error)

    def _turn(self) -> None:
        waiting = self._mailbox.drain(self._patience())
        self._drained += len(waiting)
        self._commands.extend(coalesced(waiting))
        while self._commands:  # kept when one of them fails: the others still count
            self._handle(self._commands.popleft())
        self._heard = self._drained
        if self._out.urgent:  # an answer does not wait for the next chunk
            self._out.publish_if_due()
        if self._state is State.RUNNING:
            self._train()
        if self._session is not None and self._state not in (State.LOADING, State.FAILED):
            self._busy = self._look_at_samples(self._session)
        self._out.publish_if_due()

    def _patience(self) -> float | None:
        """Return how long the mailbox may be waited for."""
        if self._commands:
            return 0.0
        if self._session is None:
            return None
        due = self._out.due() if self._out.fresh else None
        waits = [0.0] if self._busy else []
        if self._state is State.RUNNING:
            waits.append(self._pace.wait() if self._target is None else 0.0)
        elif self._state is not State.FAILED and self._background_pending():
            waits.append(0.05)
        if due is not None:
            waits.append(due)
        return min(waits) if waits else None

    def _background_pending(self) -> bool:
        watch, session = self._builder.watch, self._session
        return session is not None and self._background.pending(
            session, scan=watch.scan, test=watch.evaluation
        )

    # ---- commands

    def _handle(self, command: c.Command) -> None:
        match command:
            case c.NewRun():
                self._new_run(command)
            case c.Watch():
                self._builder.watch = command
                self._out.fresh = True
            case c.SetSpeed(limit):
                self._pace.limit = limit
                self._pace.begin()
            case c.CancelMove():
                pass  # nothing is under way when this is reached
            case _ if self._session is not None:
                self._handle_in(self._session, command)
            case c.Run() | c.Pause():  # the data is still on its way
                self._run_when_ready = isinstance(command, c.Run)

    def _handle_in(self, session: Session, command: c.Command) -> None:
        match command:
            case c.Run():
                self._go(None)
            case c.Pause():
                if self._state is State.RUNNING:
                    self._stand(State.PAUSED)
            case c.Advance(steps):
                base = session.step if self._target is None else self._target
                self._go(min(base + steps, 2**63 - 1))
            case c.Back(steps):
                self._move(lambda tick: session.back(steps, tick))
            case c.Seek(step, resume):
                running = self._state is State.RUNNING and self._target is None
                self._move(lambda tick: session.seek(step, tick))
                if resume and running and self._state is State.PAUSED:
                    self._go(None)
            case c.Restart():
                self._move(lambda tick: session.seek(0, tick))
            case c.SetLearningRate(value):
                self._set_rate(session, value)
            case c.SelectSample(index):
                known = index is not None and 0 <= index < session.dataset.n_samples
                self._selected = index if known else None
                self._out.fresh = True

    def _set_rate(self, session: Session, value: float) -> None:
        before = session.branch
        try:
            session.set_learning_rate(value)
        except SettingsError as error:
            self._report(str(error))
        if session.branch is not before:
            self._background.forked(session.step)
        self._out.fresh = self._out.urgent = True

    def _go(self, target: int | None) -> None:
        if self._state is not State.RUNNING:
            self._pace.begin()
            self._state, self._reason, self._out.fresh = State.RUNNING, "", True
            self._out.urgent = target is None
        self._target = target

    def _stand(self, state: State, reason: str = "") -> None:
        self._state, self._reason, self._target = state, reason, None
        self._pace.steps_per_second = 0.0
        self._out.urgent = self._out.fresh = True

    def _move(self, move: Callable[[Tick], Outcome]) -> None:
        """Carry out a move through time that may take long and may be given up."""
        self._state, self._reason, self._target = State.PAUSED, "", None
        begun = time.perf_counter()

        def tick(done: int, total: int) -> bool:
            waiting = [*self._commands, *self._mailbox.waiting()]
            if self._mailbox.closed or makes_void(waiting):
                return False
            if time.perf_counter() - begun > _SILENT_MOVE:
                what = Message.of("On the way to the step")
                self._show_progress(Progress(what, done / max(total, 1)))
            return True

        try:
            result = move(tick)
        finally:
            self._progress = None
        self._background.moved()
        self._stand(State.PAUSED, _reason(result))

    # ---- runs

    def _new_run(self, request: c.NewRun) -> None:
        running = self._state is State.RUNNING and self._target is None
        before = self._state, self._reason
        self._request, self._state, self._reason = request, State.LOADING, ""
        if self._session is None:
            self._out.fresh = True
            self._out.publish(urgent=True)
        try:
            if self._dataset is None or self._dataset[0] != request.dataset:
                loaded = request.dataset, self._loader.dataset(request.dataset)
            else:
                loaded = self._dataset
            self._loader.kernels()
            session = Session(request.settings, loaded[1])
        except LoadingGivenUp:
            # What was asked for meanwhile begins as this one would have.
            self._state, self._reason = before
            return
        except (DatasetError, SettingsError, MemoryError) as error:
            self._keep_old(error, before)
            return
        finally:
            self._progress = None
        if loaded != self._dataset:
            self._selected = None
        self._dataset, self._session = loaded, session
        self._run += 1
        self._background.reset()
        self._stand(State.PAUSED)
        if running or self._run_when_ready:
            self._go(None)
        self._run_when_ready = False

    def _keep_old(self, error: Exception, before: tuple[State, str]) -> None:
        message = str(error)
        if isinstance(error, MemoryError):
            message = Message.of(
                "There is not enough memory for this network; choose a smaller hidden size l."
            )
        self._report(message)
        if self._session is None:
            self._stand(State.FAILED, message)
        else:
            self._state, self._reason = before
            self._out.urgent = self._out.fresh = True

    def _train(self) -> None:
        session = self._session
        assert session is not None
        # A chunk ends when the next frame is due: none comes late, and the interpreter, which
        # the interface holds most of the time that it draws, is asked for as seldom as can be.
        seconds = min(self._out.due(), CHUNK_SECONDS)
        if self._target is None:
            count = self._pace.chunk(seconds)
        else:
            count = min(self._pace.full_chunk(seconds), self._target - session.step)
        begun, first = time.perf_counter(), session.step
        result = session.advance(count, self._mailbox.attention)
        self._pace.took(session.step - first, time.perf_counter() - begun)
        if session.step != first:
            self._out.fresh = True
        match result.reason:
            case StopReason.STOPPING_RULE:
                self._stand(State.STOPPED, result.message)
            case StopReason.NOT_FINITE:
                self._stand(State.PAUSED, result.message)
            case _ if self._target is not None and session.step >= self._target:
                self._stand(State.PAUSED)

    def _look_at_samples(self, session: Session) -> bool:
        watch = self._builder.watch
        if self._state is not State.RUNNING:
            tempo = Tempo.REST
        else:
            slow = self._pace.leaves_time and self._target is None
            tempo = Tempo.SLOW if slow else Tempo.FULL
        more = self._background.work(session, scan=watch.scan, test=watch.evaluation, tempo=tempo)
        if self._background.version != self._seen:
            self._seen = self._background.version
            self._out.fresh = True
        if tempo is Tempo.REST and not more:
            more = session.prepare()
        return more

    # ---- frames

    def _frame(self) -> Frame | None:
        situation = Situation(
            run=self._run,
            heard=self._heard,
            state=self._state,
            reason=self._reason,
            progress=self._progress,
            selected=self._selected,
            scan=self._background.scan,
            steps_per_second=self._pace.steps_per_second,
        )
        if self._session is not None and self._dataset is not None:
            return self._builder.frame(self._session, self._dataset[0], situation)
        if self._request is not None:
            return self._builder.placeholder(self._request, situation)
        return None

    def _show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._out.show_on_the_way()

    # ---- faults

    def _report(self, message: str, details: str = "") -> None:
        self._mailbox.report(Problem(message, details))
        self._notify()

    def _fail(self, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        message = Message.of(
            "The trainer met an error of its own ({error}); the run stands where it was.",
            error=f"{type(error).__name__}: {error}",
        )
        self._progress = None
        self._stand(State.FAILED, message)
        self._report(message, details)
        try:
            self._out.publish(urgent=True)
        except Exception:  # the frame itself is what fails: do not go round in circles
            self._out.give_up()
            self._busy = False


def _reason(result: Outcome) -> str:
    return "" if result.reason is StopReason.CANCELLED else result.message
