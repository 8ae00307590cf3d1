"""New scans are shown at a pace that one can follow; the timer is the test's own."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from bpviz.ui.panels.sample_browser.live_list import PAUSE_MS, ScanThrottle
from tests.ui.records import make_classes, make_scan

DATA = make_classes(4)


@pytest.fixture
def pace(qtbot: QtBot) -> ScanThrottle:
    return ScanThrottle()


def taken_of(pace: ScanThrottle) -> list[int]:
    taken: list[int] = []
    pace.taken.connect(lambda: taken.append(pace.scan.step if pace.scan else -1))
    return taken


def scans(n: int) -> list[Any]:
    return [make_scan(DATA, step) for step in range(n)]


def test_that_the_first_scan_is_shown_at_once(pace: ScanThrottle) -> None:
    (first,) = scans(1)
    assert pace.offer(first, at_once=False)
    assert pace.scan is first
    assert not pace.offer(first, at_once=False)


def test_that_while_training_the_newest_one_waits_for_its_turn(pace: ScanThrottle) -> None:
    taken = taken_of(pace)
    first, second, third = scans(3)
    pace.offer(first, at_once=False)
    assert not pace.offer(second, at_once=False)
    assert not pace.offer(third, at_once=False)
    assert pace.scan is first
    assert pace.timer.interval() == PAUSE_MS == 500
    pace.timer.timeout.emit()
    assert pace.scan is third
    assert taken == [2]
    assert pace.timer.isActive()
    pace.timer.timeout.emit()
    assert taken == [2]


def test_that_a_standing_run_waits_for_nothing(pace: ScanThrottle) -> None:
    taken = taken_of(pace)
    first, second, third = scans(3)
    pace.offer(first, at_once=False)
    pace.offer(second, at_once=False)
    assert pace.offer(third, at_once=True)
    assert pace.scan is third
    pace.timer.timeout.emit()
    assert taken == []


def test_that_an_old_one_does_not_come_back(pace: ScanThrottle) -> None:
    first, second = scans(2)
    pace.offer(first, at_once=False)
    pace.offer(second, at_once=False)
    pace.offer(first, at_once=False)
    pace.timer.timeout.emit()
    assert pace.scan is first


def test_that_numbers_of_a_run_that_is_gone_go_at_once(pace: ScanThrottle) -> None:
    (first,) = scans(1)
    pace.offer(first, at_once=False)
    assert pace.offer(None, at_once=False)
    assert pace.scan is None
