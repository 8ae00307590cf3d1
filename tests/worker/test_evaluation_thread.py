"""The thread of the looks: one, behind the others, and gone when it is asked to."""

from __future__ import annotations

import os
import sys
import threading
import time

import pytest

from bpviz.worker import evaluation_thread as module
from bpviz.worker.evaluation_thread import (
    Spent,
    evaluation_thread,
    processors,
    thread_beside,
)


def test_that_it_does_one_thing_after_the_other_on_one_thread() -> None:
    with evaluation_thread() as thread:
        names = [thread.submit(lambda: threading.current_thread().name) for _ in range(5)]
        assert len({name.result() for name in names}) == 1
        assert names[0].result().startswith("evaluation")
        assert names[0].result() != threading.current_thread().name


@pytest.mark.skipif(sys.platform != "linux", reason="the policy is a thread's own on Linux alone")
def test_that_it_alone_takes_what_others_leave() -> None:
    before = os.sched_getscheduler(0)
    with evaluation_thread() as thread:
        assert thread.submit(os.sched_getscheduler, 0).result() == os.SCHED_IDLE
    with thread_beside() as thread:
        assert thread.submit(os.sched_getscheduler, 0).result() == before
    assert os.sched_getscheduler(0) == before != os.SCHED_IDLE


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="no system tells")
def test_that_the_processor_time_of_a_piece_of_work_is_seen_from_another_thread() -> None:
    spent, worked, enough = Spent(), threading.Event(), threading.Event()

    def work() -> None:
        while time.thread_time() < 0.03:  # what came before it does not count
            pass
        spent.begin()
        until = time.thread_time() + 0.05
        while time.thread_time() < until:
            pass
        worked.set()
        enough.wait()

    assert spent.seconds() == 0.0
    thread = threading.Thread(target=work)
    thread.start()
    worked.wait()
    seconds = spent.seconds()
    while time.thread_time() < 0.05:  # of this thread
        pass
    later = spent.seconds()
    enough.set()
    thread.join()
    assert 0.05 <= seconds <= later < 0.07


def test_that_it_works_where_it_cannot_stand_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(module.os, "sched_setscheduler", refused)
    with evaluation_thread() as thread:
        assert thread.submit(lambda: 7).result() == 7


def test_that_there_is_at_least_one_processor_and_no_more_than_may_be_used() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
    if sys.platform == "linux":
        whole = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(whole)})
        try:
            assert processors() == 1
        finally:
            os.sched_setaffinity(0, whole)
