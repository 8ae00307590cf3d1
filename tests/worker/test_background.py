"""The looks at all samples: when they are made, of what, and that they touch nothing."""

from __future__ import annotations

import threading
from concurrent.futures import Executor

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network.types import Stop
from bpviz.training import Session, Settings
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.scan import ScanJob, gradient_magnitudes
from bpviz.training.quantities import SCAN, TEST_CURVE, TEST_SCAN, TRAIN_CURVE, UNITS, Need
from bpviz.worker import background as module
from bpviz.worker import evaluations
from bpviz.worker.background import ENOUGH, PACES, PATIENCE, Background
from bpviz.worker.evaluation_thread import Spent, evaluation_thread, thread_beside
from bpviz.worker.jobs import Load
from tests.training.oracle import bits
from tests.worker.clock import Clock
from tests.worker.executors import AtOnce, Held

COST = 0.08
"""Seconds that a look takes by the test's clock."""

SECONDS = 60


class SlowJob(ScanJob):
    """Takes a known time on the test's clock."""

    clock: Clock
    begun: list[tuple[int, bool]]

    def __init__(self, network, step, dataset, rule, gradients) -> None:  # type: ignore[no-untyped-def]
        super().__init__(network, step, dataset, rule, gradients)
        self.begun.append((step, gradients))

    def advance(self, stop: Stop = GOES_ON) -> None:
        self.clock.now += COST
        super().advance(stop)


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
    """One turn; whether a result came."""
    load, before = how.pop("load", Load.IDLE), background.version
    assert isinstance(load, Load)
    background.work(session, watching(**how), load)
    return background.version != before


def complete(background: Background, session: Session, **how: object) -> None:
    """All turns at this place, with a thread that does everything at once."""
    work(background, session, **how)
    while work(background, session, **how):
        pass


def watching(*, scan: object = True, test: object = True, **more: object) -> Subscribe:
    asked = {"scan": scan, "evaluation": test, **more}
    return Subscribe(frozenset(Need[name.upper()] for name, value in asked.items() if value))


def seconds_of_looks(
    session: Session, clock: Clock, processors: int, monkeypatch: pytest.MonkeyPatch
) -> float:
    """What looks take in that many seconds of a run at full speed."""
    monkeypatch.setattr(module, "processors", lambda: processors)
    background = Background(AtOnce())
    complete(background, session)
    SlowJob.begun.clear()
    end = clock.now + SECONDS
    while clock.now < end:
        work(background, session, load=Load.FULL)
        clock.now += 0.01
        session.advance(1)
    return len(SlowJob.begun) * COST


# ---- when


def test_that_at_rest_every_look_completes_once(clock: Clock, session: Session) -> None:
    background = Background(AtOnce())
    complete(background, session)
    assert SlowJob.begun == [(10, False), (10, True)]
    assert (background.results[TEST_SCAN].step, background.results[SCAN].step) == (10, 10)
    assert session.branch.curves[TRAIN_CURVE].has(10)
    assert session.branch.curves[TEST_CURVE].has(10)
    before = clock.now
    complete(background, session)
    assert clock.now == before


@pytest.mark.parametrize("processors", [1, 2, 3, 4, 64])
def test_that_at_full_speed_all_together_take_their_share(
    clock: Clock, session: Session, processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, spacing = PACES[min(processors, 4) - 1]
    spent = seconds_of_looks(session, clock, processors, monkeypatch)
    assert spent <= SECONDS * share + COST
    kinds = [gradients for _, gradients in SlowJob.begun]
    for kind in (True, False):
        assert 5 < kinds.count(kind) <= SECONDS / (spacing + COST) + 1


def test_that_one_processor_is_left_to_the_run_and_four_are_not_spared(
    clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = [seconds_of_looks(session, clock, processors, monkeypatch) for processors in (1, 2, 4)]
    assert spent[0] <= 0.03 * SECONDS + COST
    assert spent == sorted(spent)
    scans = sum(gradients for _, gradients in SlowJob.begun)
    assert scans / SECONDS > 2  # of looks that take as long as the spacing between them nearly does


def test_that_a_dear_look_is_not_as_much_rarer_as_it_is_dearer() -> None:
    train, test = evaluations.TrainEvaluation(), evaluations.TestEvaluation()
    by_weight = evaluations.shares([train, test], 0.03)
    assert by_weight == [pytest.approx(0.03 * each.weight / 30) for each in (train, test)]
    train.cost, test.cost = 0.09, 0.01
    shares = evaluations.shares([train, test], 0.03)
    assert sum(shares) == pytest.approx(0.03)
    spacing = [each.cost / share for each, share in zip((train, test), shares, strict=True)]
    before = [each.cost / share for each, share in zip((train, test), by_weight, strict=True)]
    assert before[0] > spacing[0] > spacing[1] > before[1]


def test_that_a_pause_looks_at_once_though_the_last_look_was_dear(
    clock: Clock, session: Session
) -> None:
    background = Background(AtOnce())
    complete(background, session)
    for _ in range(5):
        session.advance(1)
        work(background, session, load=Load.FULL)
    SlowJob.begun.clear()
    complete(background, session)
    assert SlowJob.begun == [(15, False), (15, True)]
    assert background.results[SCAN].step == 15


def test_that_slow_steps_are_looked_at_a_few_times_a_second(clock: Clock, session: Session) -> None:
    background, end = Background(AtOnce()), clock.now + 10
    SlowJob.begun.clear()
    while clock.now < end:
        work(background, session, test=False, load=Load.LOW)
        session.advance(1)
        clock.now += 0.001
    assert 30 <= len(SlowJob.begun) <= 100


def test_that_what_nobody_watches_is_not_looked_at(session: Session) -> None:
    held = Held()
    background = Background(held)
    work(background, session, scan=False, test=False)
    assert not held.waiting


def test_that_a_panel_that_is_hidden_ends_what_was_begun_for_it(session: Session) -> None:
    held = Held()
    background = Background(held)
    work(background, session, test=False, load=Load.FULL)
    work(background, session, scan=False, test=False, load=Load.FULL)
    held.go()
    work(background, session, scan=False, test=False, load=Load.FULL)
    assert SCAN not in background.results
    assert not session.branch.curves[TRAIN_CURVE].has(10)


def test_that_without_a_need_for_gradients_the_curve_grows_and_those_that_are_there_stay(
    clock: Clock, session: Session
) -> None:
    background = Background(AtOnce())
    complete(background, session)
    session.advance(5)
    complete(background, session, scan=False)
    assert [gradients for _, gradients in SlowJob.begun] == [False, True, False, False]
    assert session.branch.curves[TRAIN_CURVE].has(15)
    assert background.results[SCAN].step == 10
    assert len(background.results[SCAN].magnitudes) == 24


def test_that_data_without_a_test_part_has_no_test_curve(clock: Clock, xor: Dataset) -> None:
    background, session = Background(AtOnce()), Session(Settings(), xor)
    complete(background, session)
    assert [gradients for _, gradients in SlowJob.begun] == [True]
    assert TEST_SCAN not in background.results


# ---- of what


@pytest.mark.parametrize("load", list(Load))
def test_that_a_run_that_goes_on_keeps_what_is_under_way_and_one_that_stands_does_not(
    session: Session, load: Load
) -> None:
    held = Held()
    background = Background(held)
    work(background, session, test=False, load=Load.FULL)
    session.advance(1)
    background._work(
        [look for look in background._looks if look.newest is SCAN],
        session,
        watching(test=False),
        load,
    )
    goes_on = load in (Load.LOW, Load.FULL)
    assert [bool(args[2][0]) for _, _, args in held.waiting] == (
        [False] if goes_on else [True, False]
    )
    held.go()
    work(background, session, test=False, load=load)
    assert background.results[SCAN].step == (10 if goes_on else 11)


def test_that_a_pause_takes_the_figures_of_its_step_before_the_first_points(
    digits: Dataset,
) -> None:
    held, session = Held(), Session(Settings(n_hidden=4), digits)
    background = Background(held)
    session.advance(100)
    kinds = []
    for load in (Load.FULL, Load.FULL, Load.FULL, Load.IDLE):
        work(background, session, load=load)
        kinds.append(type(held.waiting[-1][2][0]).__name__)
        session.advance(1)
        if load is Load.FULL and len(kinds) < 3:
            held.go()
    assert kinds == ["TestEvaluation", "TrainEvaluation", "FirstPoints", "TestEvaluation"]
    assert held.waiting[0][2][2][0]  # the point is given up, and made later


@pytest.mark.parametrize("jump", ["moved", "forked", "reset"])
def test_that_a_jump_gives_up_what_is_under_way(session: Session, jump: str) -> None:
    held = Held()
    background = Background(held)
    work(background, session, load=Load.FULL)
    if jump == "forked":
        background.forked(10)
    else:
        getattr(background, jump)()
    assert held.waiting[0][2][2][0]
    held.go()
    assert not background.results
    session.back(5)
    work(background, session, test=False)
    held.go()
    work(background, session, test=False)
    assert background.results[SCAN].step == 5


def test_that_results_of_an_old_run_are_dropped(
    session: Session, sparse: Dataset, digits: Dataset
) -> None:
    """Even if nobody said that there is another, and though it was done before that began."""
    for other in (Session(Settings(n_hidden=4), sparse), Session(Settings(n_hidden=3), digits)):
        held = Held()
        background = Background(held)
        work(background, session, test=False)
        held.go()
        work(background, other, test=False)
        assert SCAN not in background.results
        assert not other.branch.curves[TRAIN_CURVE].has(10)
        held.go()
        work(background, other, test=False)
        assert background.results[SCAN].step == 0
        assert len(background.results[SCAN].losses) == other.dataset.n_samples


def test_that_results_of_another_branch_are_dropped(session: Session) -> None:
    held = Held()
    background = Background(held)
    work(background, session, test=False)
    session.back(2)
    session.set_learning_rate(0.01)
    held.go()
    work(background, session, test=False)
    assert SCAN not in background.results
    assert not session.branch.curves[TRAIN_CURVE].has(10)


def test_that_a_new_branch_keeps_what_is_of_its_own_past_only(session: Session) -> None:
    background = Background(AtOnce())
    complete(background, session)
    version = background.version
    background.forked(10)
    assert SCAN in background.results
    background.forked(9)
    assert SCAN not in background.results
    assert background.version > version


def test_that_a_new_run_starts_with_nothing(session: Session) -> None:
    background = Background(AtOnce())
    complete(background, session)
    background.reset()
    assert not background.results
    complete(background, session, test=False)
    assert background.results[SCAN].step == 10


def test_that_units_switched_off_end_the_look_at_the_others(session: Session) -> None:
    held = Held()
    background = Background(held)
    for off in ((), (1,)):
        background.switch_off(off)
        work(background, session, scan=False, test=False, units=True, load=Load.FULL)
    assert held.waiting[0][2][2][0]
    held.go()
    work(background, session, scan=False, test=False, units=True, load=Load.FULL)
    assert background.results[UNITS].off == (1,)


# ---- how it ends


def test_that_a_look_that_fails_says_so_where_it_is_taken(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    background = Background(AtOnce())
    monkeypatch.setattr(ScanJob, "advance", broken)
    work(background, session)
    with pytest.raises(ZeroDivisionError, match="on purpose"):
        work(background, session)
    monkeypatch.undo()
    complete(background, session)
    assert background.results[SCAN].step == 10


def test_that_whoever_waits_is_woken_by_every_result(session: Session) -> None:
    woken, held = threading.Event(), Held()
    background = Background(held, woken.set)
    work(background, session)
    assert not woken.is_set()
    held.go()
    assert woken.is_set()


def test_that_closing_in_the_midst_of_a_scan_does_not_wait_for_its_end() -> None:
    """It would take many seconds."""
    X = np.tile(np.random.default_rng(0).normal(size=(1000, 400)), (20, 1))
    data = Dataset.from_arrays("long", X, np.zeros((20_000, 1)))
    session = Session(Settings(n_hidden=3000), data)
    background = Background(evaluation_thread())
    work(background, session, test=False)
    now = background._now
    assert now is not None
    background.close()
    assert now.found.done()
    assert not now.job.done


# ---- beside other programs


def _stopped(background: Background) -> bool:
    now = background._now
    return now is not None and bool(now.stop[0])


def test_that_a_look_that_others_keep_waiting_goes_on_beside_them(
    clock: Clock, session: Session
) -> None:
    behind, beside = Held(), Held()
    background = Background(behind, beside=beside)
    work(background, session, test=False, load=Load.FULL)
    session.advance(3)
    clock.now += PATIENCE - 0.01
    work(background, session, test=False, load=Load.FULL)
    assert not _stopped(background)
    clock.now += 0.02
    work(background, session, test=False, load=Load.FULL)
    assert _stopped(background)
    behind.go()
    assert not work(background, session, test=False, load=Load.FULL)
    assert not behind.waiting
    clock.now += 10 * PATIENCE  # there is nothing else to be done for it
    work(background, session, test=False, load=Load.FULL)
    assert not _stopped(background)
    beside.go()
    assert work(background, session, test=False, load=Load.FULL)
    found = background.results[SCAN]
    assert found.step == 10
    right = Session(Settings(n_hidden=4), session.dataset)
    right.advance(10)
    whole = gradient_magnitudes(right.network, right.dataset, right.gradient_rule)
    assert found.magnitudes.tobytes() == whole.tobytes()


@pytest.mark.parametrize(("share", "left"), [(0.9, False), (1.1, True)])
def test_that_a_look_that_gets_enough_of_a_processor_is_left_where_it_is(
    clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch, share: float, left: bool
) -> None:
    background = Background(Held(), beside=Held())
    work(background, session, load=Load.FULL)
    clock.now += 4 * PATIENCE
    monkeypatch.setattr(Spent, "seconds", lambda _: share * ENOUGH * 4 * PATIENCE)
    work(background, session, load=Load.FULL)
    assert _stopped(background) is not left


def test_that_a_look_is_left_where_it_is_where_there_is_no_other_thread(
    clock: Clock, session: Session
) -> None:
    background = Background(Held())
    work(background, session, load=Load.FULL)
    clock.now += 2 * PATIENCE
    work(background, session, load=Load.FULL)
    assert not _stopped(background)


@pytest.mark.parametrize(("several", "load"), [(2, Load.LOW), (2, Load.IDLE), (1, Load.IDLE)])
def test_that_a_run_that_leaves_a_processor_is_looked_at_at_ordinary_priority(
    session: Session, monkeypatch: pytest.MonkeyPatch, several: int, load: Load
) -> None:
    """What runs when nobody else wants to would wait for other programs for ever."""
    monkeypatch.setattr(module, "processors", lambda: several)
    behind, beside = Held(), Held()
    background = Background(behind, beside=beside)
    work(background, session, test=False, load=load)
    assert bool(beside.waiting) is not bool(behind.waiting) is (several == 1)


def test_that_a_look_under_way_goes_on_at_ordinary_priority_once_the_run_stands(
    clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)
    behind, beside = Held(), Held()
    background = Background(behind, beside=beside)
    work(background, session, test=False, load=Load.FULL)
    work(background, session, test=False)
    assert _stopped(background)
    behind.go()
    work(background, session, test=False)
    assert not _stopped(background)
    beside.go()
    work(background, session, test=False)
    assert background.results[SCAN].step == session.step


def test_that_what_a_look_took_on_both_threads_counts_for_its_share(
    clock: Clock, session: Session
) -> None:
    behind, beside = Held(), Held()
    background = Background(behind, beside=beside)
    work(background, session, test=False, load=Load.FULL)
    clock.now += 2 * PATIENCE
    work(background, session, test=False, load=Load.FULL)
    behind.go()
    work(background, session, test=False, load=Load.FULL)
    beside.go()
    work(background, session, test=False, load=Load.FULL)
    (scan,) = (look for look in background._looks if look.newest is SCAN)
    assert scan.cost == pytest.approx(2 * COST)


def test_that_a_pause_looks_at_its_own_step_and_not_at_one_that_was_kept_waiting(
    clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)
    behind, beside = Held(), Held()
    background = Background(behind, beside=beside)
    work(background, session, test=False, load=Load.FULL)
    clock.now += 2 * PATIENCE
    work(background, session, test=False, load=Load.FULL)
    behind.go()
    session.advance(3)
    work(background, session, test=False)
    beside.go()
    work(background, session, test=False)
    assert background.results[SCAN].step == 13


# ---- and that it touches nothing


@pytest.mark.parametrize("load", [Load.LOW, Load.FULL])
def test_that_looking_never_touches_the_trajectory(digits: Dataset, load: Load) -> None:
    watched, alone = (Session(Settings(n_hidden=5), digits) for _ in range(2))
    thread: Executor = evaluation_thread()
    background = Background(thread, beside=thread_beside())
    watch = watching(units=True, test_gradients=True, rule=True, weights=True)
    while background.version < 12 or watched.step < 2100:
        watched.advance(7)
        background.work(watched, watch, load)
    background.close()
    alone.advance(watched.step)
    assert bits(watched.network) == bits(alone.network)
    assert (watched.history.loss(0, 2100) == alone.history.loss(0, 2100)).all()
    assert watched.keyframes.tolist() == alone.keyframes.tolist()
