"""Which thread Python collects its cycles in."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from bpviz.ui.core.collector import collect_here


class Cycle:
    """Only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


def leave_cycles(n: int) -> weakref.ref[Cycle]:
    """Leave so many, in a thread of their own; return a reference to the first."""
    left: list[weakref.ref[Cycle]] = []

    def leave() -> None:
        left.append(weakref.ref(Cycle()))
        for _ in range(n):
            Cycle()

    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    return left[0]


@pytest.fixture
def collecting() -> Iterator[set[threading.Thread]]:
    """The threads that collected."""
    threads: set[threading.Thread] = set()

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.add(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def test_that_what_other_threads_leave_is_collected_in_the_interfaces_thread(
    qtbot: Any, qapp: QApplication, collecting: set[threading.Thread]
) -> None:
    collect_here(qapp)
    collecting.clear()  # events may have been served since the fixture was made
    left = leave_cycles(10 * gc.get_threshold()[0])
    assert left() is not None
    assert not collecting
    qtbot.waitUntil(lambda: left() is None)
    assert collecting == {threading.main_thread()}


def test_that_old_cycles_are_collected_in_the_end(qtbot: Any, qapp: QApplication) -> None:
    collect_here(qapp)
    old = leave_cycles(0)
    kept = old()
    gc.collect()  # it is of the oldest generation now
    del kept
    before = gc.get_threshold()
    gc.set_threshold(before[0], 1, 1)
    try:
        qtbot.waitUntil(lambda: leave_cycles(before[0] + 1) is not None and old() is None)
    finally:
        gc.set_threshold(*before)


def test_that_a_window_brings_it_along_and_training_without_one_does_not() -> None:
    code = (
        "import gc\n"
        "from bpviz.app import create_window\n"
        "import bpviz.training.session\n"
        "without = gc.isenabled()\n"
        "create_window(['--dataset', 'xor'])\n"
        "print(without, gc.isenabled())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, "True False\n"), done.stderr
