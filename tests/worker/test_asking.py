"""Answers about the past come beside the run, and go when they are not so any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Session, Settings, SettingsError
from bpviz.training import commands as c
from bpviz.training.run import asking as asking_of_session
from bpviz.training.run import past
from bpviz.training.search_results import FoundSteps
from bpviz.training.watches import Watch
from bpviz.worker import asking
from bpviz.worker.asking import Asking
from tests.training.conftest import small_world

EVERY = Breakpoint.every(1)


class Runs:
    """As much of the runs as somebody who asks looks at."""

    number = 1

    def __init__(self, session: Session) -> None:
        self.go_to(session)

    def go_to(self, session: Session) -> None:
        self.session = session
        self.current = self

    def of_branch(self, number: int) -> Runs:
        return self


class InHand:
    """A thread that carries out what it is given when a test says so."""

    def __init__(self, *_: object) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: work(*args)))
        return future

    def go(self) -> None:
        future, work = self.waiting.pop(0)
        future.set_result(work())

    def shutdown(self) -> None:
        """Nothing is left over."""


class Questions:
    """Somebody who asks, and is looked in on at each slice of five steps."""

    def __init__(self, session: Session) -> None:
        self.runs: Any = Runs(session)
        self.slices: list[Callable[[], object]] = []
        self.said: list[str] = []
        self.remarks: list[str] = []
        self.asking = Asking(
            self._woken,
            lambda problem, _: self.said.append(str(problem)),
            lambda words: self.remarks.append(str(words)),
        )
        self.asking._told = float("-inf")
        self.thread: Any = self.asking._thread
        self.settle()

    def _woken(self) -> None:
        if self.slices:
            self.slices.pop(0)()

    def ask(self, command: asking.Asked) -> None:
        self.asking.begin(self.runs, command)
        self.settle()

    def settle(self, *, ready: bool = True) -> bool:
        return self.asking.settle(self.runs, ready=ready)

    def found(self) -> FoundSteps:
        found = self.asking.info().found
        assert found is not None
        return found

    def answer(self) -> FoundSteps:
        self.thread.go()
        assert self.settle()
        return self.found()


@pytest.fixture
def someone(sparse: Dataset, monkeypatch: pytest.MonkeyPatch) -> Iterator[Questions]:
    monkeypatch.setattr(asking, "ThreadPoolExecutor", InHand)
    monkeypatch.setattr(asking, "_SPACING", 0.0)
    with small_world(), pytest.MonkeyPatch.context() as patched:
        for module in (past, asking_of_session):
            patched.setattr(module, "slice_steps", lambda _: 5)
        session = Session(Settings(n_hidden=4, learning_rate=0.5), sparse)
        session.advance(40)
        yield Questions(session)


def test_that_a_search_tells_what_it_has_until_all_is_found(someone: Questions) -> None:
    session, seen = someone.runs.session, []

    def look() -> None:
        someone.settle()
        info = someone.asking.info()
        assert info.what == "FindSteps"
        seen.append((info.fraction, someone.found()))

    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    assert (someone.asking.info().what, someone.asking.info().fraction) == ("FindSteps", 0.0)
    assert someone.found().searched == 0
    someone.slices = [look] * 5
    found = someone.answer()
    assert [each.searched for _, each in seen] == [5, 10, 15, 20, 25]
    for fraction, each in seen:
        assert fraction == pytest.approx(each.searched / 41)
        assert each.steps.tolist() == list(range(1, each.searched))
    assert found.steps.tolist() == session.find("every step", 0, 41).tolist()
    assert found.watch == Watch.loss()
    assert found.values is not None
    assert found.values.tolist() == session.watched(["loss"], 1, 40)[0].tolist()
    assert (someone.asking.info().what, someone.asking.info().fraction) == ("", None)
    assert not someone.settle()


def test_that_the_largest_are_answered_as_well(someone: Questions) -> None:
    someone.ask(c.FindLargest(Watch.loss(), 3, 0, 40, "value"))
    found = someone.answer()
    steps, values = someone.runs.session.largest("loss", 3, 0, 40)
    assert found.steps.tolist() == steps.tolist()
    assert found.values is not None
    assert found.values.tolist() == values.tolist()


def test_that_a_question_waits_for_the_kernels_and_says_that_it_waits(someone: Questions) -> None:
    someone.asking.begin(someone.runs, c.FindSteps(EVERY, 0, 41, 1000))
    assert not someone.settle(ready=False)
    assert someone.asking.info().what == "FindSteps"
    assert not someone.thread.waiting
    someone.settle()
    assert someone.answer().count == 40


def test_that_what_was_found_before_it_was_cancelled_stays(someone: Questions) -> None:
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    someone.slices = [lambda: None, lambda: None, someone.asking.cancel]
    someone.thread.go()
    assert someone.asking.info().what == ""
    for _ in range(2):
        someone.settle()
        assert someone.found().searched == 15
        assert someone.found().steps.tolist() == list(range(1, 15))


def test_that_one_question_takes_the_place_of_another(someone: Questions) -> None:
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    someone.ask(c.FindSteps(Breakpoint.every(7), 0, 41, 1000))
    someone.thread.go()  # that of the first, which nobody hears any more
    someone.settle()
    assert someone.found().steps.tolist() == []
    assert someone.answer().steps.tolist() == [7, 14, 21, 28, 35]


def test_that_a_question_given_up_for_one_of_another_panel_is_named(someone: Questions) -> None:
    search, curve = c.FindSteps(EVERY, 0, 41, 1000), c.AskWatches((Watch.loss(),), 0, 40)
    questions = (
        (search, "The search"),
        (curve, "The exact curve"),
        (c.AskContributions("W1", 1, 2, 0, 40), "The contributions"),
        (c.AskDifference((0, 10), (0, 40)), "The comparison"),
    )
    for question, name in questions:
        someone.ask(question)
        assert someone.remarks == []
        someone.ask(question)  # the same panel: it shows that
        assert someone.remarks == []
        someone.ask(search if question is curve else curve)
        assert [words.startswith(name) for words in someone.remarks] == [True]
        someone.asking.cancel()
        someone.remarks.clear()


def test_that_a_curve_of_another_branch_is_answered_from_where_the_run_stands(
    someone: Questions,
) -> None:
    session = someone.runs.current.session
    first = session.branch.number
    session.seek(20)
    session.set_learning_rate(0.7)
    session.advance(25)
    someone.ask(c.AskWatches((Watch.loss(),), 10, 30, first))
    someone.thread.go()
    assert someone.settle()
    curves = someone.asking.info().curves
    assert curves is not None
    assert (curves.branch, session.branch.number != first, session.step) == (first, True, 45)
    session.switch_branch(first)
    assert curves.end[0].tolist() == session.watched(["loss"], 10, 30)[0].tolist()


def test_that_a_refused_question_leaves_the_one_under_way(someone: Questions) -> None:
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    for wrong in (
        c.FindSteps(EVERY, 0, 42, 1000),
        c.FindSteps(EVERY, 0, 41, 0),
        c.FindSteps(Breakpoint.sample(99), 0, 41, 5),
        c.FindLargest(Watch.weight("W1", 9, 0), 3, 0, 40),
    ):
        with pytest.raises(SettingsError):
            someone.ask(wrong)
    assert someone.answer().count == 40


def test_that_the_past_of_another_branch_stays_and_that_of_one_deleted_goes(
    someone: Questions,
) -> None:
    session = someone.runs.session
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    found = someone.answer()
    session.back(20)
    session.set_learning_rate(0.25)
    session.advance(5)
    someone.settle()
    assert someone.asking.info().found is found
    session.delete_branch(found.branch)
    assert someone.settle()
    assert someone.asking.info().found is None


def test_that_found_steps_go_with_their_run_also_while_they_are_sought(
    someone: Questions, sparse: Dataset
) -> None:
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    someone.answer()
    someone.ask(c.FindSteps(Breakpoint.every(7), 0, 41, 1000))
    other = Session(Settings(n_hidden=4), sparse)
    someone.runs.go_to(other)
    assert someone.settle()
    assert someone.asking.info().found is None
    someone.thread.go()
    someone.settle()
    assert someone.asking.info().found is None


@pytest.mark.parametrize("late", [False, True])
def test_that_the_step_at_hand_is_found_no_more_once_it_is_another(
    someone: Questions, late: bool
) -> None:
    session = someone.runs.session
    someone.ask(c.FindSteps(EVERY, 0, 41, 1000))
    if not late:
        assert someone.answer().steps[-1] == 40
    session.train_next(5)  # step 40, at the tip, has another pair from now on
    assert session.branch.number == someone.found().branch
    if late:
        someone.answer()
    someone.settle()
    found = someone.found()
    assert (found.count, found.steps[-1], found.stop, found.searched) == (39, 39, 40, 40)
    session.advance(1)
    assert not someone.settle()


def test_that_steps_before_a_change_are_found_as_before(someone: Questions) -> None:
    session = someone.runs.session
    someone.ask(c.FindSteps(EVERY, 0, 30, 1000))
    found = someone.answer()
    session.train_next(5)
    session.advance(3)
    assert not someone.settle()
    assert someone.found() is found
