"""The thread itself: what it serves, and that it always ends when asked to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, QThread, Slot
from pytestqt.qtbot import QtBot

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.events import Frame, Problem, State
from bpviz.training.quantities import COSINES, TRAIN_CURVE, Need
from bpviz.worker import loading
from bpviz.worker import trainer as trainer_module
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.trainer_thread import TrainerThread
from tests.training.oracle import bits
from tests.worker.conftest import Shelf

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
NEW = c.NewRun(DataRequest("sparse"), SETTINGS)


class Desk(QObject):
    """The interface's side: a thread, its mailbox, and what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.box = Mailbox()
        self.thread_ = TrainerThread(self.box)
        self.thread_.published.connect(self._called, Qt.ConnectionType.QueuedConnection)
        self.problems: list[Problem] = []
        self.runs: list[int] = []
        self.calls = 0
        self.newest: Frame | None = None

    @Slot()
    def _called(self) -> None:
        assert QThread.currentThread() is self.thread()
        self.calls += 1

    def look(self) -> Frame | None:
        frame = self.box.take()
        if frame is not None:
            self.newest = frame
            self.runs.append(frame.run)
        self.problems += self.box.problems()
        return self.newest

    def shows(self, state: State, **values: object) -> Callable[[], bool]:
        def check() -> bool:
            frame = self.look()
            return (
                frame is not None
                and frame.state is state
                and all(getattr(frame, name) == value for name, value in values.items())
            )

        return check


@pytest.fixture
def desk(qtbot: QtBot, shelf: Shelf) -> Iterator[Desk]:
    desk = Desk()
    desk.thread_.start()
    yield desk
    desk.thread_.shutdown()
    assert desk.thread_.isFinished()


@pytest.mark.usefixtures("qapp")
def test_that_what_is_compiled_ends_with_the_thread_even_where_that_never_ran() -> None:
    class Compiling:
        kept, stopped = True, 0

        def parts(self) -> int:
            return 0

        def share(self) -> float:
            return 0.0

        def stop(self) -> None:
            self.stopped += 1

    compiling = Compiling()
    thread = TrainerThread(Mailbox(), compiling=compiling)
    thread.shutdown()
    assert compiling.stopped == 1


def test_that_a_run_can_be_started_paused_and_taken_back(
    desk: Desk, qtbot: QtBot, sparse: Dataset
) -> None:
    desk.box.post(NEW)
    desk.box.post(c.Run())
    qtbot.waitUntil(lambda: desk.shows(State.RUNNING)() and desk.newest.step > 1000)  # type: ignore[union-attr]
    desk.box.post(c.Pause())
    qtbot.waitUntil(desk.shows(State.PAUSED))
    assert desk.newest is not None
    step = desk.newest.step
    session = Session(SETTINGS, sparse)
    session.advance(step)
    assert bits(session.network) == bits(desk.newest.network)
    desk.box.post(c.Seek(7))
    qtbot.waitUntil(desk.shows(State.PAUSED, step=7))
    assert desk.newest.tip == step
    session.seek(7)
    assert bits(session.network) == bits(desk.newest.network)
    assert desk.problems == []
    qtbot.waitUntil(lambda: desk.calls >= 3)


def test_that_with_every_look_beside_it_a_run_has_the_bits_that_it_has_alone(
    desk: Desk, qtbot: QtBot, digits: Dataset
) -> None:
    settings = SETTINGS.replace(n_hidden=8)
    desk.box.post(c.Subscribe(frozenset(Need)))
    desk.box.post(c.NewRun(DataRequest("digits"), settings))
    desk.box.post(c.Run())

    def looked_at_often() -> bool:
        frame = desk.look()
        return (
            frame is not None
            and frame.step > 20_000
            and frame.units is not None
            and frame.units.step > 0
            and len(frame.results[TRAIN_CURVE].steps) > 12
            and len(frame.results[COSINES].steps) > 2
        )

    qtbot.waitUntil(looked_at_often, timeout=20_000)
    desk.box.post(c.Pause())
    qtbot.waitUntil(desk.shows(State.PAUSED))
    assert desk.newest is not None
    step = desk.newest.step
    qtbot.waitUntil(lambda: desk.look().scan.step == step)  # type: ignore[union-attr]
    alone = Session(settings, digits)
    alone.advance(step)
    assert bits(alone.network) == bits(desk.newest.network)
    assert desk.newest.scan is not None
    assert (desk.newest.scan.magnitudes == alone.gradient_magnitudes()).all()
    desk.box.post(c.Back(1000))  # replayed: with the same bits again
    qtbot.waitUntil(desk.shows(State.PAUSED, step=step - 1000))
    alone.back(1000)
    assert bits(alone.network) == bits(desk.newest.network)
    assert desk.problems == []


def python_threads() -> set[threading.Thread]:
    """Return those that Python began; of Qt's it keeps a dummy, in 3.11 also of ended ones."""
    return {each for each in threading.enumerate() if not each.name.startswith("Dummy")}


def test_that_the_thread_ends_in_the_midst_of_a_scan_and_so_does_that_of_the_looks(
    qtbot: QtBot, shelf: Shelf
) -> None:
    X = np.tile(np.random.default_rng(0).normal(size=(1000, 400)), (20, 1))
    shelf.data["long"] = Dataset.from_arrays("long", X, np.zeros((20_000, 1)))
    desk, others = Desk(), python_threads()
    desk.thread_.start()
    desk.box.post(c.Subscribe(frozenset({Need.HISTORY, Need.SCAN})))
    desk.box.post(c.NewRun(DataRequest("long"), SETTINGS.replace(n_hidden=3000)))
    qtbot.waitUntil(
        lambda: any(each.name.startswith("evaluation") for each in python_threads() - others),
        timeout=60_000,
    )
    desk.thread_.shutdown()
    assert not python_threads() - others
    assert desk.look() is not None
    assert desk.newest is not None
    assert desk.newest.scan is None


def test_that_a_hundred_new_runs_while_running_end_on_the_last(desk: Desk, qtbot: QtBot) -> None:
    desk.box.post(NEW)
    desk.box.post(c.Run())
    qtbot.waitUntil(desk.shows(State.RUNNING))
    for number in range(100):
        name = ("sparse", "xor", "digits")[number % 3]
        desk.box.post(c.NewRun(DataRequest(name), SETTINGS.replace(n_hidden=1 + number)))
        if number % 7 == 0:
            seen = len(desk.runs)
            qtbot.waitUntil(lambda seen=seen: desk.look() is not None and len(desk.runs) > seen)
    last = SETTINGS.replace(n_hidden=100)
    qtbot.waitUntil(desk.shows(State.RUNNING, settings=last, dataset_name="sparse"))
    assert desk.newest is not None
    assert desk.newest.network.n_hidden == 100
    assert desk.runs == sorted(desk.runs)
    assert desk.problems == []


def test_that_a_storm_of_commands_leaves_a_run_that_obeys(desk: Desk, qtbot: QtBot) -> None:
    desk.box.post(NEW)
    for number in range(3000):
        desk.box.post(c.Seek(number % 500, resume=number % 2 == 0))
        desk.box.post(c.SetLearningRate(0.01 + number % 5))
        desk.box.post((c.Run(), c.Pause(), c.Back(3), c.Advance(4), c.CancelMove())[number % 5])
    desk.box.post(c.Restart())
    desk.box.post(c.Seek(123))
    qtbot.waitUntil(desk.shows(State.PAUSED, step=123), timeout=60_000)
    assert desk.problems == []


def test_that_nobody_who_looks_away_costs_anything(desk: Desk, qtbot: QtBot) -> None:
    """Frames do not pile up: after a while the one that waits is new."""
    desk.box.post(NEW)
    desk.box.post(c.Run())
    qtbot.waitUntil(lambda: desk.shows(State.RUNNING)() and desk.newest.step > 1000)  # type: ignore[union-attr]
    assert desk.newest is not None
    before = desk.newest.step
    qtbot.waitUntil(lambda: desk.box._frame is not None and desk.box._frame.step > 10 * before)
    frame = desk.box.take()
    assert frame is not None
    assert frame.step > 10 * before


@pytest.mark.parametrize(
    "commands",
    [
        [],
        [NEW],
        [NEW, c.Run()],
        [NEW, c.Advance(2**63 - 1)],
        [NEW, c.Seek(2**60)],
        [NEW, c.SetSpeed(0.001), c.Run()],
        [c.NewRun(DataRequest("gone"), SETTINGS)],
    ],
    ids=["new", "loaded", "running", "advancing", "seeking", "slow", "failed"],
)
@pytest.mark.parametrize("wait", [False, True])
def test_that_the_thread_ends_whatever_it_is_doing(
    qtbot: QtBot, shelf: Shelf, commands: list[c.Command], wait: bool
) -> None:
    desk = Desk()
    desk.thread_.start()
    for command in commands:
        desk.box.post(command)
    if wait and commands:
        qtbot.waitUntil(lambda: desk.look() is not None and not desk.box.waiting())
    desk.thread_.shutdown()
    assert desk.thread_.isFinished()
    desk.thread_.shutdown()  # once more does no harm


@pytest.mark.parametrize("place", ["dataset", "kernels"])
def test_that_the_thread_ends_while_something_long_is_loading(
    qtbot: QtBot, shelf: Shelf, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = threading.Event(), threading.Event()

    def long() -> None:
        begun.set()
        assert go.wait(20)

    def warm_up(progress: Callable[[int, int], None], parts: Sequence[int]) -> None:
        progress(0, 4)
        long()
        progress(1, 4)
        raise AssertionError("it went on")

    if place == "dataset":
        shelf.meanwhile = long
    else:
        monkeypatch.setattr(loading, "warm_up", warm_up)
    desk = Desk()
    desk.thread_.start()
    desk.box.post(NEW)
    assert begun.wait(20)
    desk.box.close()
    go.set()
    desk.thread_.shutdown()
    desk.look()
    assert desk.problems == []
    assert desk.newest is not None
    assert desk.newest.state is State.LOADING


def test_that_shutting_down_a_thread_that_never_started_returns(qtbot: QtBot) -> None:
    Desk().thread_.shutdown()


def test_that_a_trainer_that_cannot_start_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **parts: object) -> None:
        raise ImportError("no numba here")

    monkeypatch.setattr(trainer_module, "Trainer", broken)
    desk = Desk()
    desk.thread_.start()
    qtbot.waitUntil(lambda: desk.look() is None and bool(desk.problems))
    assert desk.problems[0].message == "The trainer could not start (ImportError: no numba here)."
    assert "Traceback" in desk.problems[0].details
    qtbot.waitUntil(lambda: desk.calls == 1)
    desk.thread_.shutdown()


def test_that_an_error_in_the_thread_is_told_once_and_the_thread_lives(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **parts: object) -> None:
        raise ZeroDivisionError("on purpose")

    desk.box.post(NEW)
    qtbot.waitUntil(desk.shows(State.PAUSED))
    with monkeypatch.context() as patch:
        patch.setattr(Session, "advance", broken)
        desk.box.post(c.Run())
        qtbot.waitUntil(lambda: desk.shows(State.FAILED)() and bool(desk.problems))
    assert len(desk.problems) == 1
    desk.box.post(c.Advance(10))
    qtbot.waitUntil(desk.shows(State.PAUSED, step=10))
    assert len(desk.problems) == 1
    assert desk.thread_.isRunning()
