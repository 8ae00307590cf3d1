"""Whatever an interrupt or an error cuts short, the session is one that a fresh one could be."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

import pytest

from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Session, Settings
from scripts.session_interrupts import ACTIONS, check, check_signal, data, moments

SETTINGS = Settings(n_hidden=3, learning_rate=0.1)


@pytest.mark.parametrize("name", ACTIONS)
def test_that_an_interrupt_leaves_what_was_before_or_what_is_after(name: str) -> None:
    """At some of its moments; `scripts/session_interrupts.py` takes all of them."""
    for moment, again in moments(name, share=0.004, seed=1):
        check(name, moment, again)


def test_that_a_signal_leaves_a_run_at_the_step_that_it_names() -> None:
    rng, session, places = random.Random(3), Session(SETTINGS, data()), set()
    for _ in range(25):
        places.add(check_signal(session, rng.uniform(1e-4, 1e-2)))
    assert len(places) > 5  # what was trained before the signal is kept


def test_that_the_checks_would_see_a_session_that_has_run_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it would if weights were taken for those of a step that they are not of."""
    monkeypatch.setattr(Session, "_engine", property(lambda self: self._engines[0]))
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
        with pytest.raises(RuntimeError, match="in a call of another thread"):
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
