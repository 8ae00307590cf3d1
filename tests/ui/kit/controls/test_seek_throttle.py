"""Wishes go out as fast as they are carried out, and slow moves are never starved."""

from __future__ import annotations

from typing import Any

import pytest

from bpviz.ui.kit.controls.seek_throttle import EVERY_MS, PATIENCE_MS, SeekThrottle


class SlowTrainer:
    """Carries out one seek after another, each in `cost` ms; gives up for a newer one.

    That is what the real one does; time passes when `pass_ms` says so.
    """

    def __init__(self, cost: float) -> None:
        self.cost = cost
        self.now = 0.0
        self.arrived: list[int] = []
        self.sent: list[int] = []
        self.given_up = 0
        self._under_way: tuple[int, float] | None = None
        self.pacer = SeekThrottle(clock=lambda: self.now / 1000)
        self.pacer.due.connect(self._take)

    def _take(self, step: int) -> None:
        self.sent.append(step)
        self.given_up += self._under_way is not None
        self._under_way = (step, self.now + self.cost)
        self.pacer.sent(len(self.sent))

    def pass_ms(self, ms: int) -> None:
        for _ in range(ms):
            self.now += 1
            if self._under_way is not None and self.now >= self._under_way[1]:
                self.arrived.append(self._under_way[0])
                self._under_way = None
                self.pacer.acknowledged(len(self.sent))
            self.pacer.look()

    def drag(self, ms: int, every: int = 8) -> None:
        """Move the mouse to another step every few milliseconds, without a rest."""
        for i in range(ms // every):
            self.pacer.wish(i)
            self.pass_ms(every)


@pytest.fixture(params=[3, 40, 140, 200, 700, 3000])
def trainer(qapp: Any, request: pytest.FixtureRequest) -> SlowTrainer:
    return SlowTrainer(request.param)


def test_that_a_drag_without_a_rest_shows_frames_however_slow_moves_are(
    trainer: SlowTrainer,
) -> None:
    trainer.drag(30_000)
    assert len(trainer.arrived) >= 0.5 * (30_000 - 4 * trainer.cost) / max(trainer.cost, EVERY_MS)
    assert trainer.arrived == sorted(trainer.arrived)


def test_that_no_more_is_sent_than_can_be_drawn(trainer: SlowTrainer) -> None:
    trainer.drag(3000)
    assert len(trainer.sent) <= 3000 / EVERY_MS + 1


def test_that_moves_quicker_than_the_patience_are_never_given_up(qapp: Any) -> None:
    trainer = SlowTrainer(PATIENCE_MS - 10)
    trainer.drag(5000)
    assert trainer.given_up == 0


def test_that_what_is_learnt_of_slow_moves_is_remembered(qapp: Any) -> None:
    trainer = SlowTrainer(1000)
    trainer.drag(5000)
    before = trainer.given_up
    trainer.drag(10_000)
    assert trainer.given_up == before


def test_that_the_last_wish_goes_out_without_another_move_of_the_mouse(
    trainer: SlowTrainer,
) -> None:
    trainer.drag(400)
    trainer.pacer.wish(4711)
    trainer.pass_ms(round(9 * trainer.cost) + 1000)
    assert trainer.arrived[-1] == 4711
    assert not trainer.pacer.waits()


def test_that_letting_go_sends_at_once_what_waits(trainer: SlowTrainer) -> None:
    trainer.drag(400)
    trainer.pacer.wish(4711)
    trainer.pacer.flush()
    assert trainer.sent[-1] == 4711
    sent = len(trainer.sent)
    trainer.pacer.flush()
    assert len(trainer.sent) == sent


def test_that_what_was_dropped_is_not_sent_later(trainer: SlowTrainer) -> None:
    trainer.drag(400)
    trainer.pacer.wish(4711)
    trainer.pacer.drop()
    assert not trainer.pacer.waits()
    trainer.pass_ms(9000)
    assert 4711 not in trainer.sent


def test_that_a_timer_looks_again_in_real_time(qtbot: Any) -> None:
    pacer, sent = SeekThrottle(), []
    pacer.due.connect(sent.append)
    pacer.wish(1)
    pacer.wish(2)
    pacer.wish(3)
    assert sent == [1]
    qtbot.waitUntil(lambda: sent == [1, 3], timeout=2000)
