"""The thread of the looks: one, behind the others, and gone when it is asked to."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from bpviz.worker import evaluation_thread as module
from bpviz.worker.evaluation_thread import evaluation_thread, processors


def test_that_it_does_one_thing_after_the_other_on_one_thread() -> None:
    with evaluation_thread() as thread:
        names = [thread.submit(lambda: threading.current_thread().name) for _ in range(5)]
        assert len({name.result() for name in names}) == 1
        assert names[0].result().startswith("evaluation")
        assert names[0].result() != threading.current_thread().name


@pytest.mark.skipif(sys.platform != "linux", reason="nice concerns one thread on Linux alone")
def test_that_it_alone_stands_back_by_ten() -> None:
    before = os.getpriority(os.PRIO_PROCESS, 0)
    with evaluation_thread() as thread:
        there = thread.submit(
            lambda: os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        ).result()
    assert there == min(before + 10, 19)
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def test_that_it_works_where_it_cannot_stand_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(module.os, "setpriority", refused)
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
