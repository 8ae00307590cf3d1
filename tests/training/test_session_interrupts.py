"""Whatever an interrupt or an error cuts short, the session is one that a fresh one could be."""

from __future__ import annotations

import copy
import pickle
import random
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings
from bpviz.training.run.context import RunContext
from bpviz.training.warmup import warm_up
from scripts import session_interrupts as interrupts
from scripts.session_interrupts import ACTIONS, Interrupted, check, check_signal, data, moments

SETTINGS = Settings(n_hidden=3, learning_rate=0.1)


@pytest.mark.parametrize("name", ACTIONS)
def test_that_an_interrupt_leaves_what_was_before_or_what_is_after(name: str) -> None:
    """At some of its moments; `scripts/session_interrupts.py` takes all of them."""
    for moment, again in moments(name, share=0.004, seed=1):
        check(name, moment, again)


def test_that_a_signal_leaves_a_run_at_the_step_that_it_names() -> None:
    rng, session, places = random.Random(3), Session(SETTINGS, data()), set()
    # While a kernel is read from the cache, what a signal raises can be lost in a callback.
    warm_up(lambda *_: None)
    for _ in range(25):
        places.add(check_signal(session, rng.uniform(1e-4, 1e-2)))
    assert len(places) > 5  # what was trained before the signal is kept


def test_that_the_checks_would_see_a_session_that_has_run_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it would if weights were taken for those of a step that they are not of."""
    monkeypatch.setattr(RunContext, "engine", property(lambda self: self._engines[0]))
    found = 0
    for moment, _ in moments("advance", share=0.05, seed=1):
        try:
            check("advance", moment, 0)
        except AssertionError:
            found += 1
    assert found > 0


@pytest.mark.parametrize(
    "use",
    [
        lambda s: s.document(),
        lambda s: s.advance(1),
        lambda s: s.seek(0),
        lambda s: s.set_learning_rate(0.5),
        lambda s: s.undo(),
        lambda s: s.network,
        lambda s: s.preview,
        lambda s: s.loss,
        lambda s: s.history.loss(0, 1),
        lambda s: s.breakpoints.add(Breakpoint.every(3)),
        lambda s: s.rename_branch(0, "name"),
        lambda s: s.accuracy(),
        lambda s: s.gradient_magnitudes(),
        lambda s: s.network_at(0, 1),
    ],
)
def test_that_a_second_thread_is_told_that_the_first_is_in_a_call(
    use: Callable[[Session], object],
) -> None:
    session = Session(SETTINGS, data())
    session.advance(10)
    session.set_learning_rate(0.2)
    inside, over = threading.Event(), threading.Event()

    def tick(_done: int, _total: int) -> bool:
        inside.set()
        return over.wait(60)

    first = threading.Thread(target=lambda: session.seek(40, tick))
    first.start()
    try:
        assert inside.wait(60)
        with pytest.raises(RuntimeError, match="busy with a call of another thread"):
            use(session)
        assert session.step == 10  # where it stands can always be asked
    finally:
        over.set()
        first.join()
    assert session.step == 40
    use(session)  # one after the other they may


def test_that_an_error_in_a_tick_leaves_the_run_where_it_stood() -> None:
    session = Session(SETTINGS, data())
    session.advance(10)

    def tick(_done: int, _total: int) -> bool:
        raise ZeroDivisionError

    before = digest(session.network)
    with pytest.raises(ZeroDivisionError):
        session.seek(5000, tick)
    assert (session.step, digest(session.network)) == (10, before)
    fresh = Session(SETTINGS, data())
    fresh.advance(session.tip)
    session.advance(session.tip - 10)
    assert digest(session.network) == digest(fresh.network)


def looks_from(handler: Callable[[Session], object], seconds: float) -> list[str]:
    """Let a signal's handler look at a run that trains, and compare; return what it was told."""
    session, told = Session(SETTINGS, data()), list[str]()

    def called(_number: int, _frame: object) -> None:
        try:
            handler(session)
        except RuntimeError as error:
            told.append(str(error))

    old = signal.signal(signal.SIGVTALRM, called)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)
        while len(told) < 5 and session.step < 5_000_000:
            session.advance(100_000)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)
    fresh = Session(SETTINGS, data())
    fresh.advance(session.step)
    assert digest(session.network) == digest(fresh.network)
    assert session.loss == fresh.loss
    for step in (session.step // 2, session.step // 3):
        session.seek(step)
        fresh.seek(step)
        assert digest(session.network) == digest(fresh.network)
    return told


@pytest.mark.parametrize(
    "handler", [lambda s: s.loss, lambda s: s.network, lambda s: s.preview, lambda s: s.keyframes,
                lambda s: s.advance(1), lambda s: s.history.loss(0, 1), lambda s: s.restart()]
)  # fmt: skip
def test_that_a_handler_of_a_signal_is_refused_in_the_midst_of_a_move(
    handler: Callable[[Session], object],
) -> None:
    told = looks_from(handler, 0.002)
    assert len(told) >= 5
    assert all("busy with a call" in words for words in told)


def test_that_a_handler_may_ask_where_a_run_stands() -> None:
    assert looks_from(lambda s: (s.step, s.tip, s.branches, s.learning_rate), 0.02) == []


def test_that_a_tick_may_look_at_the_run_and_not_change_it() -> None:
    session, fresh = Session(SETTINGS, data()), Session(SETTINGS, data())
    session.advance(10)
    fresh.advance(10)
    before, seen, told = digest(fresh.network), set[object](), list[str]()

    def tick(_done: int, _total: int) -> bool:
        seen.add((session.step, digest(session.network), session.preview.loss))
        for change in (
            lambda: session.set_learning_rate(0.5), lambda: session.rename_branch(0, "mine"),
            lambda: session.seek(3), lambda: session.breakpoints.clear(), session.rest,
        ):  # fmt: skip
            try:
                change()
            except RuntimeError as error:
                told.append(str(error))
        return True

    session.seek(5000, tick)
    assert {(step, weights) for step, weights, _ in seen} == {(10, before)}
    assert len(told) >= 5
    assert all("busy with a call" in words for words in told)
    fresh.advance(4990)
    assert (session.step, digest(session.network)) == (5000, digest(fresh.network))


def test_that_a_call_that_was_cut_short_holds_up_no_other_thread() -> None:
    """Wherever in it that was, and while the frame of that call is still held."""
    held = []
    for moment in range(1, 120, 3):
        session = Session(SETTINGS, data())
        session.advance(10)
        with interrupts.interrupted_at(moment):
            try:
                session.loss  # noqa: B018
                session.advance(1)
            except Interrupted as error:
                held.append(error)
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(session.advance, 5).result().step == session.step
    assert len(held) > 10


def is_refused(thing: object, name: str) -> bool:
    """Whether the guard lets nobody read or call something, before it looks at the arguments."""
    try:
        found = getattr(thing, name)
        if callable(found):
            found()
    except RuntimeError as error:
        return "with a call of another thread" in str(error)
    except TypeError:  # let in, and called without what it needs
        pass
    return False


def test_that_every_name_of_a_session_is_guarded_or_reads_its_state_alone() -> None:
    of_state = {
        "step", "tip", "phase", "row", "hit", "updating", "learning_rate", "gradient_rule", "held",
        "chosen", "jumps", "history", "branch", "branches", "next_branch", "has_branch",
        "branch_of", "untouched", "undo_words", "redo_words", "state",
        "last_revision",
    }  # fmt: skip
    new_ones = {"load", "from_recipe", "restored"}  # of the class: they make a session of their own
    of_breakpoints = {  # for the session
        "notes", "any_armed", "watch", "watchpoints", "check", "look_back", "counted", "fired",
    }  # fmt: skip
    made_with = {
        "settings", "dataset", "breakpoints", "watches", "own_network", "initial_network",
    }  # fmt: skip
    session = Session(SETTINGS, data())
    history, found = session.history, set[str]()

    def look() -> None:
        for thing in (session, history, session.breakpoints, session.watches):
            for name in dir(thing):
                if not name.startswith("_") and not is_refused(thing, name):
                    found.add(name)

    with ThreadPoolExecutor(1) as pool:
        session.seek(1, lambda done, total: pool.submit(look).result() is None)
    assert found == of_state | of_breakpoints | made_with | new_ones


def test_that_a_run_can_be_copied_and_pickled() -> None:
    session = Session(SETTINGS, data())
    session.advance(300)
    session.seek(100)
    session.set_learning_rate(0.02)
    for copied in (copy.deepcopy(session), pickle.loads(pickle.dumps(session))):
        assert copied.step == 100
        copied.advance(50)
        assert session.tip == 100
        assert len(copied.branches) == 2
        fresh = Session(SETTINGS, data())
        fresh.advance(100)
        fresh.set_learning_rate(0.02)
        fresh.advance(50)
        assert digest(copied.network) == digest(fresh.network)
