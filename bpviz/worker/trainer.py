"""Trainer: owns the Session; one `match` dispatches what the mailbox brings.  No Qt."""

from __future__ import annotations

import time
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

from bpviz.training import commands as c
from bpviz.training.commands.base import Place
from bpviz.training.events import Frame, Problem, Progress, State
from bpviz.training.journal.journal import NEVER
from bpviz.training.message import Message, sentence_of
from bpviz.training.quantities import Need
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError, check_count
from bpviz.worker import interpreter
from bpviz.worker.asking import Asking
from bpviz.worker.autosave import Autosave
from bpviz.worker.command_dispatch import Change, Move, change_of, move_of
from bpviz.worker.command_queue import coalesced, ends_loading, makes_void
from bpviz.worker.evaluation_thread import evaluation_thread, thread_beside
from bpviz.worker.exporter import Exporter
from bpviz.worker.frames import FrameBuilder, Situation
from bpviz.worker.inspection import Inspection
from bpviz.worker.jobs import Load
from bpviz.worker.loading import EarlyData
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.paired_run import PairedRun
from bpviz.worker.precompilation import Precompilation
from bpviz.worker.publisher import Publisher
from bpviz.worker.run_controller import RunController
from bpviz.worker.run_saver import RunSaver
from bpviz.worker.run_startup import RunStartup
from bpviz.worker.runs import Runs

_LOOK_IN = 0.05  # seconds; while training waits for looks, which wake the trainer


class Trainer:
    """Runs in the trainer's thread: `loop` returns when the mailbox is closed.

    Parameters
    ----------
    mailbox : Mailbox
    notify : callable
        Called after something was published that must be looked at at once.
    thread : Executor, optional
        What the looks at all samples are done on; a thread of its own unless given.
    early : EarlyData, optional
        Data of the first run that is on its way already.
    autosave : Autosave, optional
        Keeps what nobody has saved; it ends with the trainer.
    compiling : Precompilation, optional
        The compiling of kernels that is under way already.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        notify: Callable[[], None],
        thread: Executor | None = None,
        early: EarlyData | None = None,
        autosave: Autosave | None = None,
        compiling: Precompilation | None = None,
    ) -> None:
        self._mailbox = mailbox
        self._notify = notify
        self._commands: deque[c.Command] = deque()
        self._runs = Runs(self._report)
        behind = evaluation_thread() if thread is None else thread
        beside = thread_beside() if thread is None else None
        self._sight = Inspection(behind, mailbox.wake, beside)
        self._builder = FrameBuilder()
        self._out = Publisher(mailbox, notify, self._frame)
        self._drive = RunController(mailbox, self._out, self._gives_up)
        self._trial = PairedRun(self._drive, self._sight)
        self._beginning = RunStartup(
            self._runs, self._sight, self._drive, self._out, self._loading_is_void, self._report,
            early, autosave, compiling,
        )  # fmt: skip
        self._autosave = autosave
        if autosave is not None:
            autosave.serve(mailbox.wake, self._report)
            autosave.recovery.look()
        self._files = RunSaver(mailbox.wake, self._report)
        self._exports = Exporter(mailbox.wake, self._report)
        self._asking = Asking(mailbox.wake, self._report, self._remark)
        self._drained = self._heard = 0  # commands taken from the mailbox, and carried out
        self._busy = False  # there is more to do at once, though the run stands
        self._compiling: Progress | None = None  # of what was not there when the run began

    def loop(self) -> None:
        """Serve until the mailbox is closed."""
        try:
            while not self._mailbox.closed:
                try:
                    self._turn()
                except Exception as error:  # the window must stay alive, whatever happens here
                    self._fail(error)
        finally:
            self._sight.background.close()
            self._beginning.close()
            self._exports.close()
            self._asking.close()
            self._files.close()
            if self._autosave is not None:
                self._autosave.note(self._runs, resting=True)
                self._autosave.close(leave=self._mailbox.unasked)
            self._beginning.keep_data()

    def _turn(self) -> None:
        waiting = self._mailbox.drain(self._patience())
        if waiting:  # what they ask for may take long
            interpreter.give_soon()
        self._drained += len(waiting)
        self._commands.extend(coalesced(waiting))
        self._handle_waiting()
        if self._out.urgent:  # an answer does not wait for the next chunk
            self._keep()
            self._out.publish_if_due()
        if self._files.settle() or self._exports.settle():
            self._out.fresh = self._out.urgent = True
        if self._asking.settle(self._runs, ready=self._compiling is None):
            self._out.fresh = True
        session = self._session
        if session is not None:
            self._go_on(session)
            self._keep()
        self._out.publish_if_due()

    def _keep(self) -> None:
        """Hand over what has changed to the autosave, before a frame says that it was heard."""
        if self._autosave is not None:
            self._autosave.note(self._runs, resting=self._drive.state is not State.RUNNING)

    def _go_on(self, session: Session) -> None:
        """Train a piece, and see to what is looked at beside that."""
        drive = self._drive
        if self._trial.looking:  # for nothing but the looks that it waits for
            self._trial.train(session, self._builder.watch)
            self._busy = True
            return
        looked = drive.load is Load.FULL
        if looked:  # before the chunk, which ends as much earlier: no frame comes late for it
            self._busy = self._look_at_samples(session)
        if drive.state is State.RUNNING:
            self._train(session)
        if not looked and drive.state not in (State.LOADING, State.FAILED):
            self._busy = self._look_at_samples(session)
        elif (
            looked and drive.state is not State.RUNNING
        ):  # it came to rest: look at this position at once
            self._busy = True

    def _train(self, session: Session) -> None:
        """Train a piece, and note what it took on the branch that it was trained on."""
        branch, tip, begun = session.branch.number, session.tip, time.perf_counter()
        self._trial.train(session, self._builder.watch)
        if self._runs.current is not None and session.branch_of(branch).tip > tip:
            self._runs.current.took(branch, time.perf_counter() - begun)

    def _handle_waiting(self) -> None:
        """Carry out what waits, up to what begins where steps just asked for will have ended.

        That waits until these had a chunk of time, which few steps do not even need.
        """
        steps_asked = False
        while self._commands:  # kept when one of them fails: the others still count
            under_way = steps_asked and self._drive.target is not None
            if under_way and self._commands[0].place is Place.HERE:
                return
            command = self._commands.popleft()
            self._handle(command)
            steps_asked |= command.place is Place.ADDED
        self._heard = self._drained

    @property
    def _session(self) -> Session | None:
        return None if self._runs.current is None else self._runs.current.session

    def _patience(self) -> float | None:
        """Return how long the mailbox may be waited for."""
        session, state = self._session, self._drive.state
        if self._commands:
            return 0.0
        if session is None:
            return None
        due = self._out.due() if self._out.fresh else None
        if self._trial.looking:
            return _LOOK_IN if due is None else min(due, _LOOK_IN)
        waits = [0.0] if self._busy else []
        if state is State.RUNNING:
            waits.append(self._drive.wait(session))
        if self._compiling is not None:
            waits.append(0.05)
        if due is not None:
            waits.append(due)
        return min(waits) if waits else None

    def _gives_up(self) -> bool:
        waiting = [*self._commands, *self._mailbox.waiting()]
        return self._mailbox.closed or makes_void(waiting)

    def _loading_is_void(self) -> bool:
        return self._mailbox.closed or ends_loading([*self._commands, *self._mailbox.waiting()])

    # ---- commands

    def _handle(self, command: c.Command) -> None:
        before = self._drive.standing, self._trial.standing
        try:
            self._trial.hear(command)
            self._carry_out(command)
        except SettingsError as error:  # said before anything is changed
            self._drive.standing, self._trial.standing = before
            self._report(sentence_of(error))
            self._out.fresh = self._out.urgent = True

    def _carry_out(self, command: c.Command) -> None:
        match command:
            case c.NewRun() | c.OpenRun():
                self._beginning.new_run(command, self._handle_in)
                self._files.prepare(self._runs.current)
            case c.Subscribe():
                self._builder.watch = command
                self._out.fresh = True
            case c.SetSpeed(limit):
                self._drive.set_speed(limit, self._session)
            case c.CancelMove():
                pass  # nothing is under way when this is reached
            case c.DeclineLeft(path) if self._autosave is not None:
                self._autosave.recovery.decline(path)
                self._out.fresh = True
            case c.CancelLoading():
                self._beginning.cancelled()
            case c.CancelExport():
                self._exports.cancel()
            case _ if self._session is not None:
                self._handle_in(self._session, command)
            case _:
                self._beginning.hear(command)

    def _handle_in(self, session: Session, command: c.Command) -> None:
        drive = self._drive
        match command:
            case c.Run():
                drive.go(session, None)
            case c.Pause():
                if drive.state is State.RUNNING:
                    drive.stand(State.PAUSED)
            case c.Advance(steps):
                steps = check_count("The number of steps", steps, 0, NEVER)
                drive.go(session, (session.step if drive.target is None else drive.target) + steps)
            case c.CompareRules():
                self._change(lambda: self._trial.begin(session, command))
            case c.CompareBranches(first, second, step):
                self._change(lambda: self._sight.compare(self._runs, first, second, step))
            case c.SwitchBranch(number, step) if not session.has_branch(number):
                self._change(lambda: self._return_to(number, step))
            case c.RenameBranch(number, name) if not session.has_branch(number):
                self._change(lambda: self._runs.rename_branch(number, name))
            case c.DeleteBranches(numbers):
                self._change(lambda: self._runs.delete_branches(numbers))
            case c.Undo() if self._runs.deletion_last:
                self._change(self._runs.restore_branches)
            case c.RestoreBranches():
                self._change(self._runs.restore_branches)
            case c.SaveRun() if self._runs.current is not None:
                self._files.save(self._runs.current, command)
                self._out.fresh = self._out.urgent = True
            case c.Export():
                self._exports.begin(session, command)
                self._out.fresh = self._out.urgent = True
            case (
                c.AskContributions()
                | c.AskTrail()
                | c.AskDifference()
                | c.AskWatches()
                | c.FindSteps()
                | c.FindLargest()
            ):
                self._asking.begin(self._runs, command)
                self._out.fresh = True
            case c.CancelQuestion():
                self._asking.cancel()
                self._out.fresh = self._out.urgent = True
            case c.CopyRecipe() if self._runs.current is not None:
                self._files.copy_recipe(self._runs.current)
                self._out.fresh = self._out.urgent = True
            case c.EditWeight() if drive.state is State.RUNNING:
                raise SettingsError(
                    Message.of(
                        "Weights cannot be edited while the run is training. Pause it first."
                    )
                )
            case _ if self._sight.answers(session, command):
                self._out.fresh = True
                self._out.urgent |= not isinstance(command, c.SelectSample)
            case _:
                move, change = move_of(session, command), change_of(session, command)
                if move is not None:
                    resume = isinstance(command, c.Seek) and command.resume
                    self._move(session, move, resume)
                elif change is not None:
                    self._change(change)

    def _move(self, session: Session, move: Move, resume: bool) -> None:
        before = session.step, session.branch.number
        self._drive.move(session, move, resume=resume)
        if (session.step, session.branch.number) != before:
            self._sight.background.moved()

    def _change(self, change: Change) -> None:
        """Carry out a change of the run, of its breakpoints or of its branches."""
        session = self._session
        assert session is not None
        before = session.branch.number, session.network_before, session.phase
        change()
        if self._session is session:
            if session.branch.number != before[0]:
                self._sight.background.forked(session.step)
            if session.network_before is not before[1]:
                self._sight.background.moved()
            if session.phase is not before[2]:  # it begins the step again and stands at no hit
                if self._drive.state is State.STOPPED:
                    self._drive.stand(State.PAUSED)
                elif self._drive.state is State.RUNNING:
                    self._drive.begin_again(session)
        self._sight.drop_gone(self._runs)
        self._out.fresh = self._out.urgent = True

    def _return_to(self, number: int, step: int | None) -> None:
        before, run = self._runs.current, self._runs.of_branch(number)
        run.session.switch_branch(number, step)
        self._runs.return_to(run)
        self._sight.take(same_data=before is not None and self._runs.current is not None
                         and before.dataset is self._runs.current.dataset)  # fmt: skip
        self._drive.stand(State.PAUSED)

    def _look_at_samples(self, session: Session) -> bool:
        compiling = self._beginning.compiling()
        self._out.fresh |= compiling != self._compiling
        self._compiling = compiling
        watch, missing = self._builder.watch, self._beginning.missing()
        if Need.SCAN in missing:  # a look would compile as well, and hold everything up
            return False
        if missing:
            watch = replace(watch, needs=watch.needs - missing)
        load = self._drive.load
        more, news = self._sight.look(session, watch, load)
        self._out.fresh |= news
        if load is Load.IDLE and not more:
            more = session.prepare()
        return more

    # ---- frames

    def _frame(self) -> Frame | None:
        drive = self._drive
        situation = Situation(
            acknowledged=self._heard,
            state=drive.state,
            reason=drive.reason,
            progress=drive.progress,
            compiling=self._compiling,
            selected=self._sight.selected,
            results=self._sight.background.results,
            switched_off=self._sight.switched_off,
            comparison=self._sight.comparison,
            document=self._files.info(self._runs, self._beginning.wanted),
            exporting=self._exports.info(),
            asked=self._asking.info(),
            left=() if self._autosave is None else self._autosave.recovery.offered,
            check=self._sight.checking.note,
            checking=self._sight.checking.fraction,
            steps_per_second=drive.steps_per_second,
            trial=self._trial.note(self._session, watched=Need.RULE in self._builder.watch.needs),
        )
        if self._runs.current is not None:
            return self._builder.frame(self._runs, situation)
        if self._beginning.request is not None:
            return self._builder.placeholder(self._beginning.request, situation)
        return None

    # ---- faults

    def _report(self, message: str, details: str = "", of_start: bool = False) -> None:
        self._mailbox.report(Problem(message, details, of_start))
        self._notify()

    def _remark(self, message: str) -> None:
        self._mailbox.report(Problem(message, remark=True))
        self._notify()

    def _fail(self, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        message = Message.of(
            "Internal error in the trainer ({error}). The run stays where it was.",
            error=f"{type(error).__name__}: {error}",
        )
        self._drive.progress = None
        self._drive.stand(State.FAILED, message)
        self._report(message, details)
        try:
            self._out.publish(urgent=True)
        except Exception:  # the frame itself is what fails: do not go round in circles
            self._out.give_up()
            self._busy = False
