"""Long jobs: progress, cancel, and a result or a problem."""

from __future__ import annotations

import pytest

from bpviz.training.events import Progress
from bpviz.worker.jobs import CancelledError, Load, LongJob, Tell


class Counting:
    """A job of some pieces that finds how many there were."""

    def __init__(self, pieces: int) -> None:
        self.pieces, self.made = pieces, 0

    @property
    def fraction(self) -> float:
        return self.made / self.pieces

    @property
    def done(self) -> bool:
        return self.made == self.pieces

    def advance(self, seconds: float | None = None) -> None:
        self.made += 1

    def result(self) -> int:
        return self.made


def test_that_a_job_beside_the_run_shows_how_far_it_is_and_ends_with_its_result() -> None:
    found: list[int] = []
    job: LongJob[int] = LongJob()
    assert job.fraction is None
    job.begin(Counting(4), found.append)
    seen = [job.fraction]
    while job.work(Load.IDLE):
        seen.append(job.fraction)
    assert seen == [0, 0.25, 0.5, 0.75, 1]
    assert (found, job.fraction, job.news) == ([4], None, True)
    assert not job.work(Load.IDLE)


def test_that_a_cancelled_job_finds_nothing_and_a_new_one_takes_the_place_of_another() -> None:
    found: list[int] = []
    job: LongJob[int] = LongJob()
    job.begin(Counting(3), found.append)
    job.work(Load.IDLE)
    job.cancel()
    assert not job.work(Load.IDLE)
    job.begin(Counting(5), found.append)
    job.begin(Counting(2), found.append)
    while job.work(Load.IDLE):
        pass
    assert found == [2]


def test_that_what_is_done_in_one_go_shows_progress_and_passes_its_problem_on() -> None:
    shown: list[Progress] = []
    job: LongJob[str] = LongJob(shown.append)

    def fail(tell: Tell) -> str:
        tell("halfway", 0.5)
        raise ValueError("a problem")

    with pytest.raises(ValueError, match="a problem"):
        job.run(fail)
    assert shown == [Progress("halfway", 0.5)]
    assert job.run(lambda tell: "done") == "done"


def test_that_what_nobody_waits_for_is_given_up_on_the_way_or_not_begun() -> None:
    void, shown = [False, True], []
    job: LongJob[str] = LongJob(shown.append, lambda: void.pop(0))
    begun: list[bool] = []

    def work(tell: Tell) -> str:
        begun.append(True)
        tell("on", 0.1)
        return "done"

    with pytest.raises(CancelledError):
        job.run(work)
    void[:] = [True]
    with pytest.raises(CancelledError):
        job.run(work)
    assert (begun, shown) == ([True], [])
