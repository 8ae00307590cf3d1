"""When frames are put out: not too often, and just before the interface looks in."""

from __future__ import annotations

import itertools
import math

import pytest

from bpviz.training.events import Frame
from bpviz.worker import mailbox, publisher
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.publisher import FRAME_SECONDS, Publisher
from tests.ui.frames import make_frame
from tests.worker.clock import Clock

TICK = 0.016


class Office:
    """A publisher whose frames cost `cost` seconds, and an interface that looks in."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.cost = 0.0005
        self.box = Mailbox()
        self.notes = 0
        self.out = Publisher(self.box, self._note, self._make)
        self.published: list[float] = []
        self.newest_age = 0.0  # seconds, at the last look

    def _note(self) -> None:
        self.notes += 1

    def _make(self) -> Frame:
        self.clock.now += self.cost
        self.published.append(self.clock.now)
        return make_frame(step=len(self.published))

    def run(self, seconds: float, phase: float | None, lag: float = 0.0) -> list[int]:
        """Train for some time, the interface looking in from `phase` on; return what it found.

        It comes up to `lag` late, in turns.
        """
        end, found, ticks = self.clock.now + seconds, [], 0
        first = math.inf if phase is None else self.clock.now + phase
        tick = first
        while self.clock.now < end:
            self.out.fresh = True
            ahead = self.clock.now + max(self.out.due(), 0.0002)
            while tick <= ahead:
                self.clock.now = max(self.clock.now, tick)
                self.box.note_tick(TICK)
                frame = self.box.take()
                found.append(0 if frame is None else frame.step)
                self.newest_age = self.clock.now - self.published[-1] if self.published else 0.0
                ticks += 1
                tick = first + ticks * TICK + lag * (ticks % 3) / 2
                ahead = self.clock.now + max(self.out.due(), 0.0002)
            self.clock.now = ahead
            self.out.publish_if_due()
        return found


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    clock = Clock()
    clock.thread_time = clock.perf_counter  # type: ignore[attr-defined]
    for module in (mailbox, publisher):
        monkeypatch.setattr(module, "time", clock)
    return Office(clock)


def test_that_without_an_interface_frames_come_at_even_times(office: Office) -> None:
    office.run(1.0, None)
    times = office.published
    assert 60 <= len(times) <= 1 / (FRAME_SECONDS - 0.002)
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert max(gaps) - min(gaps) < 1e-9


@pytest.mark.parametrize("phase", [0.0, 0.002, 0.005, 0.009, 0.0155])
@pytest.mark.parametrize("lag", [0.0, 0.003])
def test_that_every_look_finds_a_frame_made_just_before_it(
    office: Office, phase: float, lag: float
) -> None:
    found = office.run(1.0, phase, lag)
    steps = found[6:]  # the first looks find the way
    assert len(steps) > 50
    assert steps == list(range(steps[0], steps[0] + len(steps)))
    assert office.newest_age < 0.0025 + lag


def test_that_one_who_stopped_looking_in_is_not_waited_for(office: Office) -> None:
    office.run(0.2, 0.003)
    office.clock.now += 1.0
    before = len(office.published)
    office.run(1.0, None)
    assert len(office.published) - before > 55


def test_that_frames_that_cost_much_are_rarer_and_still_meet_a_look(office: Office) -> None:
    office.cost = 0.003
    found = office.run(2.0, 0.004)
    frames = [step for step in found[20:] if step]
    assert len(office.published) * office.cost < 2.0 / 12  # a sixteenth, about
    assert 0.2 * len(found[20:]) < len(frames) < 0.5 * len(found[20:])


def test_that_an_urgent_frame_goes_out_at_once_and_is_said(office: Office) -> None:
    office.run(0.1, 0.003)
    count, told = len(office.published), office.notes
    office.out.urgent = True
    office.out.publish_if_due()
    assert len(office.published) == count + 1
    assert office.notes == told + 1
    assert not office.out.urgent
    office.out.fresh = True
    office.out.publish_if_due()
    assert len(office.published) == count + 1
