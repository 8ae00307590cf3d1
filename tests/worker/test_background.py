"""The looks at all samples: their share of the time, and that they touch nothing."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.training.commands import Watch
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.quantities import SCAN, TEST_CURVE, TRAIN_CURVE, Need
from bpviz.worker import background as module
from bpviz.worker import evaluations
from bpviz.worker.background import SHARE, SLICE, Background
from bpviz.worker.jobs import Load
from tests.training.oracle import bits
from tests.worker.clock import Clock

SLICES = 20
"""A look takes this many slices."""


class SlowJob(ScanJob):
    """Takes a known time on the test's clock."""

    clock: Clock
    begun: list[tuple[int, bool]]

    def __init__(self, network, step, dataset, rule, gradients) -> None:  # type: ignore[no-untyped-def]
        super().__init__(network, step, dataset, rule, gradients)
        self.begun.append((step, gradients))
        self._left = SLICES

    @property
    def done(self) -> bool:
        return self._left == 0

    def advance(self, seconds: float | None = None) -> None:
        assert seconds == SLICE
        self._left -= 1
        self.clock.now += SLICE
        self.seconds += SLICE
        if self._left == 0:
            ScanJob.advance(self)
            self.seconds = SLICES * SLICE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    SlowJob.clock, SlowJob.begun = clock, []
    monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(evaluations, "ScanJob", SlowJob)
    return clock


@pytest.fixture
def session(sparse: Dataset) -> Session:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(10)
    return session


def work(background: Background, session: Session, **how: object) -> bool:
    load = how.pop("load", Load.IDLE)
    assert isinstance(load, Load)
    return background.work(session, watching(**how), load)


def watching(*, scan: object = True, test: object = True, **more: object) -> Watch:
    asked = {"scan": scan, "evaluation": test, **more}
    return Watch(frozenset(Need[name.upper()] for name, value in asked.items() if value))


def test_that_at_rest_both_looks_complete_at_once(clock: Clock, session: Session) -> None:
    background = Background()
    assert background.pending(session, watching(scan=True, test=True))
    turns = 1
    while work(background, session):
        turns += 1
    assert turns == 2 * SLICES - 1
    assert background.results.get(SCAN) is not None
    assert background.results[SCAN].step == 10
    assert background.version == 2
    assert not background.pending(session, watching(scan=True, test=True))
    assert session.branch.curves[TRAIN_CURVE].has(10)
    assert session.branch.curves[TEST_CURVE].has(10)
    before = clock.now
    assert not work(background, session)
    assert clock.now == before


def test_that_at_full_speed_both_together_take_three_percent(
    clock: Clock, session: Session
) -> None:
    background, spent, start = Background(), 0.0, clock.now
    while clock.now < start + 200:
        before = clock.now
        work(background, session, load=Load.FULL)
        took = clock.now - before
        assert took <= SLICE + 1e-9
        spent += took
        clock.now += 0.002
        session.advance(1)
    assert spent / (clock.now - start) <= SHARE
    assert SHARE <= 0.03
    kinds = [gradients for _, gradients in SlowJob.begun]
    assert kinds.count(True) > 10
    assert kinds.count(False) > 10


def test_that_a_dear_look_is_not_as_much_rarer_as_it_is_dearer() -> None:
    train, test = evaluations.TrainEvaluation(), evaluations.TestEvaluation()
    by_weight = evaluations.shares([train, test], SHARE)
    assert by_weight == [pytest.approx(SHARE * each.weight / 30) for each in (train, test)]
    train.cost, test.cost = 0.09, 0.01
    shares = evaluations.shares([train, test], SHARE)
    assert sum(shares) == pytest.approx(SHARE)
    spacing = [each.cost / share for each, share in zip((train, test), shares, strict=True)]
    before = [each.cost / share for each, share in zip((train, test), by_weight, strict=True)]
    assert before[0] > spacing[0] > spacing[1] > before[1]


def test_that_a_pause_looks_at_once_though_the_last_look_was_dear(
    clock: Clock, session: Session
) -> None:
    background = Background()
    while background.version < 2:
        work(background, session, load=Load.FULL)
        clock.now += 0.002
    session.advance(5)
    clock.now += 0.2
    SlowJob.begun.clear()
    while work(background, session):
        pass
    assert SlowJob.begun == [(15, False), (15, True)]
    assert background.results.get(SCAN) is not None
    assert background.results[SCAN].step == 15


def test_that_a_pause_finishes_what_is_under_way_only_if_it_is_of_this_place(
    clock: Clock, session: Session
) -> None:
    background = Background()
    work(background, session, load=Load.FULL, test=False)
    session.advance(1)
    while work(background, session, test=False):
        pass
    assert SlowJob.begun == [(10, True), (11, True)]
    assert background.version == 1


def test_that_slow_steps_are_looked_at_a_few_times_a_second(clock: Clock, session: Session) -> None:
    """Though no look is done before the next step comes."""
    background, start = Background(), clock.now
    while clock.now < start + 10:
        work(background, session, test=False, load=Load.LOW)
        session.advance(1)
        clock.now += 0.001
    assert background.version >= 30
    assert 30 <= len(SlowJob.begun) <= 100


def test_that_what_nobody_watches_is_not_looked_at(clock: Clock, session: Session) -> None:
    background = Background()
    assert not work(background, session, scan=False, test=False)
    assert not background.pending(session, watching(scan=False, test=False))
    while work(background, session, scan=False):
        pass
    assert [gradients for _, gradients in SlowJob.begun] == [False]
    assert SCAN not in background.results


def test_that_data_without_a_test_part_has_no_test_curve(clock: Clock, xor: Dataset) -> None:
    background, session = Background(), Session(Settings(), xor)
    assert not background.pending(session, watching(scan=False, test=True))
    while work(background, session):
        pass
    assert [gradients for _, gradients in SlowJob.begun] == [True]


def test_that_a_jump_gives_up_what_is_under_way(clock: Clock, session: Session) -> None:
    background = Background()
    work(background, session, test=False)
    session.back(5)
    background.moved()
    while work(background, session, test=False):
        pass
    assert SlowJob.begun == [(10, True), (5, True)]


def test_that_a_new_branch_keeps_what_is_of_its_own_past_only(
    clock: Clock, session: Session
) -> None:
    background = Background()
    while work(background, session):
        pass
    version = background.version
    background.forked(10)
    assert background.results.get(SCAN) is not None
    background.forked(9)
    assert SCAN not in background.results
    assert background.version > version


def test_that_a_new_run_starts_with_nothing(clock: Clock, session: Session) -> None:
    background = Background()
    while work(background, session):
        pass
    background.reset()
    assert SCAN not in background.results
    assert background.pending(session, watching(scan=True, test=False))


@pytest.mark.parametrize("load", [Load.LOW, Load.FULL])
def test_that_looking_never_touches_the_trajectory(digits: Dataset, load: Load) -> None:
    watched, alone = (Session(Settings(n_hidden=5), digits) for _ in range(2))
    background = Background()
    while background.version < 4 or watched.step < 2100:
        watched.advance(7)
        background.work(watched, watching(units=True, test_gradients=True), load)
    alone.advance(watched.step)
    assert bits(watched.network) == bits(alone.network)
    assert (watched.history.loss(0, 2100) == alone.history.loss(0, 2100)).all()
    assert watched.keyframes.tolist() == alone.keyframes.tolist()


def test_that_the_test_curve_shows_the_first_moments_within_its_allowance(
    session: Session, clock: Clock
) -> None:
    background = Background()
    for _ in range(2000):
        session.advance(100)
        clock.now += 0.0001
        work(background, session, scan=False, load=Load.FULL)
    looked = [step for step, _ in SlowJob.begun]
    assert looked[1] <= 2 * looked[0] + module._EARLY_STEPS + SLICES * 100
    spent = SLICE * SLICES * len(looked)
    assert spent <= module.EARLY + clock.now * SHARE + 2 * SLICE * SLICES
