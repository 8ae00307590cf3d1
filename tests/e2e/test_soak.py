"""Hours in front of a window, in short: whatever one does again and again, nothing piles up.

`benchmarks/soak.py` is the long version, with memory as the system sees it, and frame rates.
"""

from __future__ import annotations

import dataclasses
import gc
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache

from bpviz.training import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    Advance,
    Command,
    NewRun,
    RemoveBreakpoint,
    Seek,
    SelectSample,
    SetLearningRate,
    SwitchOff,
    Undo,
)
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person

KEPT_RUNS = 5
"""So many runs are kept to return to; from then on a new one takes the place of an old one."""

ROUNDS = 2
FRAMES = 25
"""Frames drawn in a round beside those that the trainer makes."""

MOST_OBJECTS = 20
"""A round may leave so many: what depends on the moment, such as a tick more on an axis. Losing a
single object at every change of the arrangement, or at every frame, makes more."""

MOST_BYTES = 60_000
"""A round may leave so many, far less than what one frame a round holds on to."""


@dataclass(frozen=True)
class Held:
    """What the process holds on to."""

    objects: int
    bytes: int


def held() -> Held:
    """Return it, after everything that can go has gone."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()
    QPixmapCache.clear()  # bounded by Qt
    return Held(len(gc.get_objects()), tracemalloc.get_traced_memory()[0])


class Day:
    """Somebody who does everything, and then all of it again."""

    def __init__(self, someone: Person) -> None:
        self.someone = someone
        self.rounds = 0

    def send(self, command: Command, ready: Callable[[Frame], bool] = lambda frame: True) -> None:
        number = self.someone.window.send(command)
        self.someone.wait(lambda frame: frame.acknowledged >= number and ready(frame))

    def stand_at(self, step: int) -> Callable[[Frame], bool]:
        return lambda frame: frame.step == step and frame.state is State.PAUSED

    def begin(self) -> None:
        """Start a run; how long it is does not depend on how fast the machine is."""
        self.rounds += 1
        request, settings = self.someone.window.last_run()
        self.send(NewRun(request, settings.replace(seed=self.rounds)), self.stand_at(0))
        self.send(Advance(9000), self.stand_at(9000))

    def travel(self) -> None:
        """Go back, make a branch, take it back."""
        self.send(Seek(4000), self.stand_at(4000))
        self.send(SetLearningRate(0.35))
        self.send(Advance(2000), self.stand_at(6000))
        self.send(Undo(), lambda frame: frame.state is State.PAUSED)
        self.send(AddBreakpoint(Breakpoint.every(500)))
        self.send(Advance(3000), lambda frame: frame.state is State.STOPPED)
        self.send(RemoveBreakpoint(None), lambda frame: not frame.breakpoints)

    def look_around(self) -> None:
        """Change what is seen, and how."""
        for name in ("layout_debug", "layout_explore", "layout_overview"):
            self.someone.trigger(f"action_{name}")
            QCoreApplication.processEvents()
        for name in ("theme_dark", "theme_light"):
            self.someone.trigger(f"action_{name}")
            QCoreApplication.processEvents()
        for command in (SelectSample(5), SwitchOff((1, 2)), SelectSample(None), SwitchOff(())):
            self.send(command)

    def watch(self) -> None:
        """Look at many frames."""
        panels = [p for p in self.someone.window.panel_set.panels.values() if p.isVisible()]
        for _ in range(FRAMES):
            frame = dataclasses.replace(self.someone.frame)
            for panel in panels:
                panel.show_frame(frame)
            QCoreApplication.processEvents()

    def rest(self) -> None:
        """Wait for the look at all samples: under way it holds on to more."""
        self.someone.wait(lambda frame: frame.scan is not None and frame.scan.step == frame.step)

    def round(self) -> None:
        self.begin()
        self.travel()
        self.look_around()
        self.watch()
        self.rest()

    def growth(self) -> Held:
        """Return what a round adds to what is held, on average over some."""
        before = held()
        for _ in range(ROUNDS):
            self.round()
        after = held()
        return Held(
            (after.objects - before.objects) // ROUNDS, (after.bytes - before.bytes) // ROUNDS
        )


@pytest.fixture
def day(person: Callable[..., Person]) -> Iterator[Day]:
    """A day that has got going: as many runs behind as are kept, every panel seen once."""
    someone = person("--dataset", "digits", "--hidden", "12")
    someone.wait_for(State.PAUSED)
    tracemalloc.start()
    try:
        made = Day(someone)
        for _ in range(KEPT_RUNS):
            made.begin()
            made.travel()
        for _ in range(2):
            made.round()
        yield made
    finally:
        tracemalloc.stop()


def test_that_nothing_piles_up_however_often_everything_is_done(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    growth = day.growth()
    assert growth.objects < MOST_OBJECTS
    assert growth.bytes < MOST_BYTES

    # And it would be noticed: here somebody keeps a frame a round.
    kept: list[Frame] = []
    begin = day.begin
    monkeypatch.setattr(day, "begin", lambda: (begin(), kept.append(day.someone.frame)))
    assert day.growth().bytes > MOST_BYTES
