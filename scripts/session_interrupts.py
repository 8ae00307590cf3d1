"""Interrupt a Session at any moment, and see whether it is still a true one.

    python -m scripts.session_interrupts                 every bytecode of every action: minutes
    python -m scripts.session_interrupts --share 0.02    one in fifty of them
    python -m scripts.session_interrupts --signals 500   and so many real signals while it trains

An exception is raised between two bytecodes of bpviz, as an interrupt from the keyboard would be,
and in half of the cases a second one in what follows from the first.  The session must then be as
before the action, as after it, or, on a long way, as a fresh one that has gone that far; and so it
must be after going on.  The kernels themselves cannot be interrupted: a signal waits for their end.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from bpviz.datasets import DataRequest, Dataset
from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.document.archive import read
from bpviz.training.document.recipe import Recipe
from bpviz.training.document.text import recipe_text
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.step.phases import Phase
from bpviz.training.warmup import warm_up

PACKAGE = str(Path(__file__).resolve().parent.parent / "bpviz")

Act = Callable[[Session], object]


class Interrupted(BaseException):
    """What stands for a KeyboardInterrupt, and cannot be mistaken for a real one."""


@dataclass(frozen=True)
class Action:
    """Something that is done to a session that others have been done to before.

    `gradual` says that an interrupt may leave it anywhere on its way, `ahead` that the run may have
    been trained part of that way while it stands where it stood.
    """

    before: tuple[Act, ...]
    act: Act
    gradual: bool = False
    ahead: bool = False


@lru_cache
def data() -> Dataset:
    """Return twelve pairs of three classes, half of whose inputs are zero."""
    rng = np.random.default_rng(5)
    X = rng.normal(size=(12, 5)) * (rng.random((12, 5)) < 0.5)
    labels = rng.integers(0, 3, 12)
    return Dataset.from_arrays("some", X, np.eye(3)[labels], labels=labels)


_OWN = CustomPair(np.arange(5.0), np.array([0.0, 1.0, 0.0]), 1, "a drawing")
_RUN: Act = lambda s: s.advance(70)  # noqa: E731
_HALF: Act = lambda s: s.seek(30)  # noqa: E731
_STOPS: Act = lambda s: (  # noqa: E731
    s.breakpoints.add(Breakpoint.every(45)), s.breakpoints.add(Breakpoint.sample(3), ignore=9)
)  # fmt: skip
_NUMBERS: Act = lambda s: (  # noqa: E731
    s.breakpoints.add(breakpoint_of("h[1] changes sign"), ignore=20),
    s.breakpoints.add(breakpoint_of("norm W1 moves by > 0.05"), ignore=9),
    s.breakpoints.add(breakpoint_of("W1[1, 2] > 99")),
)  # fmt: skip
_RATE: Act = lambda s: s.set_learning_rate(0.02)  # noqa: E731
_INSIDE: Act = lambda s: s.advance_to(Phase.UPDATE, 2)  # noqa: E731


def _save(session: Session) -> None:
    """Save a run; whatever happens, the file is none or a whole one, and nothing lies beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.bpviz"
        try:
            session.save(path)
        finally:
            trace = sys.gettrace()
            sys.settrace(None)
            left = list(Path(folder).iterdir())
            assert left in ([], [path]), left
            if left:
                read(path)
            sys.settrace(trace)


def _named(recipe: Recipe) -> Recipe:
    """Return a recipe as if its data could be had by a name."""
    return replace(recipe, data=DataRequest("iris"))


ACTIONS: dict[str, Action] = {
    "advance": Action((_RUN,), lambda s: s.advance(90), gradual=True),
    "advance within": Action((_RUN, _HALF), lambda s: s.advance(20), gradual=True),
    "advance beyond": Action((_RUN, _HALF), lambda s: s.advance(90), gradual=True),
    "advance to a breakpoint": Action((_STOPS, _RUN), lambda s: s.advance(90), gradual=True),
    "advance to a data breakpoint": Action(
        (_NUMBERS, _RUN), lambda s: s.advance(90), gradual=True
    ),
    "look at data breakpoints": Action(
        (_NUMBERS, _RUN, _HALF, lambda s: s.seek(45)), lambda s: s.advance_to(Phase.UPDATE)
    ),
    "back to a data breakpoint": Action(
        (_NUMBERS, _RUN, lambda s: s.seek(70)), lambda s: s.back_to_hit()
    ),
    "watched": Action(
        (_RUN, _HALF, _RATE), lambda s: s.watched(["h[1]", "W1[1, 2]", "loss of sample 3"], 3, 30)
    ),
    "find": Action((_RUN, _HALF), lambda s: s.find("h[1] changes sign", limit=5, newest=True)),
    "largest": Action((_RUN,), lambda s: s.largest("norm W1", 3)),
    "add a watch": Action((_RUN,), lambda s: s.watches.add("h[1]")),
    "remove a watch": Action(
        (lambda s: s.watches.add("h[1]"), _RUN), lambda s: s.watches.remove("h[1]")
    ),
    "back": Action((_RUN,), lambda s: s.back(3)),
    "seek back": Action((_RUN,), lambda s: s.seek(12)),
    "seek ahead": Action((_RUN, _HALF), lambda s: s.seek(130), ahead=True),
    "rows": Action((_RUN, _INSIDE), lambda s: s.advance_row()),
    "rows back": Action((_RUN, lambda s: s.advance_row()), lambda s: (s.back_row())),
    "into the last step": Action((_RUN,), lambda s: s.back_row()),
    "look at breakpoints": Action(
        (_STOPS, _RUN, _HALF, lambda s: s.seek(45)), lambda s: s.advance_to(Phase.UPDATE)
    ),
    "back to a hit": Action((_STOPS, _RUN, lambda s: s.seek(70)), lambda s: s.back_to_hit()),
    "rate": Action((_RUN,), _RATE),
    "rate in the past": Action((_RUN, _HALF), _RATE),
    "rate in an update": Action((_RUN, _INSIDE), _RATE),
    "rate by a gesture": Action(
        (_RUN, lambda s: s.set_learning_rate(0.02, 7), _RUN),
        lambda s: s.set_learning_rate(0.03, 7),
    ),
    "weight": Action((_RUN,), lambda s: s.edit_weight("W1", 1, 2, 0.5)),
    "weight in the past": Action((_RUN, _HALF), lambda s: s.edit_weight("W2", 1, 2, 0.5)),
    "rule": Action((_RUN, _INSIDE), lambda s: s.set_gradient_rule("as_printed")),
    "hold": Action((_RUN, _HALF), lambda s: s.hold(4)),
    "skip": Action((_RUN,), lambda s: s.skip()),
    "pin, then skip": Action((_RUN, lambda s: s.train_next(s.sample_index(70) - 1)), Session.skip),
    "own pair": Action((_RUN,), lambda s: s.train_own(_OWN)),
    "own pair in the past": Action((_RUN, _HALF), lambda s: s.train_own(_OWN)),
    "undo": Action((_RUN, _RATE), lambda s: s.undo()),
    "undo after training": Action((_RUN, _RATE, _RUN), lambda s: s.undo()),
    "redo": Action((_RUN, _RATE, lambda s: s.undo()), lambda s: s.redo()),
    "redo after training": Action((_RUN, _RATE, lambda s: s.undo(), _RUN), lambda s: s.redo()),
    "switch": Action((_RUN, _HALF, _RATE), lambda s: s.switch_branch(0, 55)),
    "rename": Action((_RUN,), lambda s: s.rename_branch(0, "another")),
    "delete": Action((_RUN, _HALF, _RATE, _RUN), lambda s: s.delete_branch(0)),
    "restore": Action(
        (_RUN, _HALF, _RATE, _RUN, lambda s: s.delete_branch(0)), lambda s: s.restore_branches()
    ),
    "branch off": Action((_RUN, _HALF), lambda s: s.branch_off(s.gradient_rule, "new")),
    "add a breakpoint": Action((_STOPS,), lambda s: s.breakpoints.add(Breakpoint.sample(1))),
    "change a breakpoint": Action((_STOPS,), lambda s: s.breakpoints.change(1, ignore=2)),
    "rest": Action((_RUN, _RUN, _RUN, _HALF), lambda s: s.rest()),
    "wake": Action((_RUN, _RUN, _RUN, lambda s: s.rest()), lambda s: s.wake()),
    "prepare": Action((_RUN,), lambda s: s.prepare()),
    "look": Action((_RUN,), lambda s: (s.preview, s.last_change, s.history.view(0, 70, 9))),
    "losses": Action((_RUN,), lambda s: s.history.loss(3, 60)),
    "compare": Action((_RUN, _HALF, _RATE), lambda s: s.compare(0, 1)),
    "document": Action((_STOPS, _RUN, _HALF, _RATE), lambda s: s.document()),
    "save": Action((_STOPS, _RUN, _HALF, _RATE, _INSIDE), _save),
    "recipe": Action((_RUN, _HALF, _RATE), lambda s: recipe_text(_named(s.document().recipe))),
}  # fmt: skip


def prepared(action: Action) -> Session:
    """Return a session as it stands before an action."""
    session = Session(Settings(n_hidden=3, learning_rate=0.1, keyframe_budget=5_000), data())
    for act in action.before:
        act(session)
    return session


def everything(session: Session) -> dict[str, Any]:
    """Return all that can be asked of a session, but for what only says how fast it would be."""
    trace = session.preview
    return {
        "place": (session.step, session.phase, session.row, session.hit),
        "tip": session.tip,
        "weights": digest(session.network),
        "loss": session.loss if session.step else 0.0,
        "sample": session.sample_index(session.step),
        "rate": (session.learning_rate, session.gradient_rule, session.held),
        "step": (trace.loss, trace.delta1.tolist(), trace.delta2.tolist()),
        "branches": [
            (b.number, b.name, b.tip, b.fork, list(b.journal), b.hits.all)
            for b in session.branches
        ],
        "branch": (session.branch.number, session.next_branch),
        "losses": session.history.loss(0, session.tip).tolist(),
        "curve": session.history.view(0, session.tip, 7).loss.mean.tolist(),
        "breakpoints": session.breakpoints.notes(),
        "watches": session.watches.notes(),
        "undo": (str(session.undo_words), str(session.redo_words)),
    }  # fmt: skip


def gone_on(session: Session) -> dict[str, Any]:
    """Go on for a while, change something on the way, and tell everything."""
    session.breakpoints.clear()
    session.advance(37)
    session.back(5)
    session.set_learning_rate(0.07)
    session.advance(20)
    if session.undo_words:
        session.undo()
    return everything(session)


@cache
def right(name: str, done: int | None, back: bool = False) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a session that nobody interrupted, as it stands and after it has gone on.

    Before the action if `done` is None, after it if −1, else after so many steps, and perhaps
    back again.
    """
    action = ACTIONS[name]
    session = prepared(action)
    if done is not None:
        if done < 0:
            action.act(session)
        else:
            session.advance(done)
        if back:
            session.back(done)
    return everything(session), gone_on(session)


@contextmanager
def interrupted_at(number: int) -> Iterator[list[int]]:
    """Raise `Interrupted` before bytecode `number` of bpviz; count them in what is yielded."""
    count = [0]

    def local(frame: FrameType, event: str, _arg: object) -> Any:
        if event in ("opcode", "line"):
            count[0] += 1
            if count[0] == number:
                raise Interrupted
        return local

    def entered(frame: FrameType, _event: str, _arg: object) -> Any:
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        frame.f_trace_opcodes = True
        return local

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        yield count
    finally:
        sys.settrace(before)


def length(name: str) -> int:
    """Return how many moments there are in an action."""
    for _ in range(2):  # Python 3.13 tells of every bytecode from the second time on
        session = prepared(ACTIONS[name])
        with interrupted_at(0) as count:
            ACTIONS[name].act(session)
    return count[0]


def check(name: str, moment: int, again: int) -> None:
    """Interrupt an action at one moment, and what follows `again` moments later, if above 0.

    Raises
    ------
    AssertionError
        If the session is not a true one.
    """
    action = ACTIONS[name]
    session = prepared(action)
    try:
        with interrupted_at(moment):
            action.act(session)
    except Interrupted:
        pass
    if again:
        try:
            with interrupted_at(again):
                everything(session)
        except Interrupted:
            pass
    found = everything(session)
    start = right(name, None)[0]["place"][0]
    candidates: list[tuple[int | None, bool]] = [(None, False), (-1, False)]
    if action.gradual and found["place"][0] > start:
        candidates.append((found["place"][0] - start, False))
    if action.ahead and found["tip"] > start:
        candidates.append((found["tip"] - start, True))
    where = f"{name}: interrupted at moment {moment}, again after {again}"
    if found not in [right(name, *each)[0] for each in candidates]:
        different = {
            key: (found[key], right(name, *candidates[-1])[0][key])
            for key in found if found[key] != right(name, *candidates[-1])[0][key]
        }  # fmt: skip
        raise AssertionError(f"{where}: neither before nor after: {different}")
    after = gone_on(session)
    if not any((found, after) == right(name, *each) for each in candidates):
        raise AssertionError(f"{where}: it went on to another place")


def moments(name: str, share: float, seed: int) -> Iterator[tuple[int, int]]:
    """Draw a share of the moments of an action, at least six, and second ones for half of them."""
    rng = random.Random(f"{name} {seed}")
    whole = length(name)
    count = whole if share >= 1 else min(whole, max(6, round(whole * share)))
    for moment in sorted(rng.sample(range(1, whole + 1), count)):
        yield moment, rng.choice((0, rng.randint(1, 400)))


def check_signal(session: Session, seconds: float) -> int:
    """Let a real signal raise an exception in a long `advance`, and compare; return the step."""

    def handler(_number: int, _frame: FrameType | None) -> None:
        raise Interrupted

    before = session.step
    old = signal.signal(signal.SIGVTALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        session.advance(10**9)
    except Interrupted:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)
    step = session.step
    fresh = Session(session.settings, session.dataset)
    fresh.advance(step)
    assert session.tip == step >= before, (session.tip, step, before)
    assert digest(session.network) == digest(fresh.network), f"other weights at step {step}"
    assert np.array_equal(session.loss, fresh.loss, equal_nan=True), f"another loss at step {step}"
    assert (session.history.loss(0, step) == fresh.history.loss(0, step)).all()
    return step


def main() -> int:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--share", type=float, default=1.0, help="of all moments (default: 1)")
    parser.add_argument("--seed", type=int, default=0, help="of the choice (default: 0)")
    parser.add_argument("--signals", type=int, default=0, help="real signals as well (default: 0)")
    parser.add_argument("--action", choices=ACTIONS, action="append", help="only these")
    chosen = parser.parse_args()
    failed = done = 0
    for name in chosen.action or ACTIONS:
        for moment, again in moments(name, chosen.share, chosen.seed):
            done += 1
            try:
                check(name, moment, again)
            except Exception as error:
                failed += 1
                print(f"{type(error).__name__}: {str(error)[:600]}", flush=True)
        print(f"{name}: {length(name)} moments", flush=True)
    rng = random.Random(chosen.seed)
    # While a kernel is read from the cache, what a signal raises can be lost in a callback.
    warm_up(lambda *_: None)
    session = Session(Settings(n_hidden=3, learning_rate=0.1), data())
    for _ in range(chosen.signals):
        if session.step > 3_000_000:
            session = Session(session.settings, data())
        check_signal(session, rng.uniform(1e-4, 2e-2))
    print(f"{done} interrupts between two bytecodes, {chosen.signals} signals; {failed} went wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
