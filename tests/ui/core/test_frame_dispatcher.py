"""The pump: the newest frame, to what is visible, as often as each wants."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from bpviz.training.commands import Run, Subscribe
from bpviz.training.events import Frame, Problem, State
from bpviz.training.quantities import Need
from bpviz.training.step.phases import PHASES
from bpviz.ui.core import frame_dispatcher as module
from bpviz.ui.core.frame_dispatcher import FrameDispatcher
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.sight import in_sight
from tests.ui.conftest import FakeMailbox, FakeTrainer
from tests.ui.frames import make_frame


class Witness(Panel):
    """A panel that keeps what it is shown."""

    def __init__(self, name: str = "witness_panel", interval_ms: int = 16) -> None:
        super().__init__(name, lambda command: None)
        self.interval_ms = interval_ms
        self.seen: list[Frame] = []
        self.wanted: Set[Need] = frozenset()
        self.fault: Exception | None = None

    def needs(self) -> Set[Need]:
        return self.wanted

    def show_frame(self, frame: Frame) -> None:
        self.seen.append(frame)
        if self.fault is not None:
            raise self.fault


class Bench:
    """A pump without its timer: it looks only when it is told to."""

    def __init__(self) -> None:
        self.mailbox, self.trainer = FakeMailbox(), FakeTrainer()
        self.pump = FrameDispatcher(self.mailbox, self.trainer)
        self.pump._timer.stop()
        self.problems: list[Problem] = []
        self.pump.problem.connect(self.problems.append)

    def offer(self, frame: Frame) -> Frame:
        self.mailbox.frame = frame
        self.pump.look()
        return frame

    @property
    def watches(self) -> list[Subscribe]:
        return [c for c in self.mailbox.posted if isinstance(c, Subscribe)]


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def panel(qtbot: Any, bench: Bench) -> Witness:
    made = Witness()
    qtbot.addWidget(made)
    bench.pump.add_panel(made)
    made.show()
    return made


def running(step: int, run: int = 1) -> Frame:
    return make_frame(step=step, tip=step, state=State.RUNNING, run=run)


def test_that_the_newest_frame_is_shown_once(bench: Bench, panel: Witness) -> None:
    shown: list[Frame] = []
    bench.pump.frame_shown.connect(shown.append)
    frame = bench.offer(make_frame(step=1))
    bench.pump.look()
    assert panel.seen == [frame]
    assert shown == [frame]
    assert bench.pump.frame is frame


def test_that_a_frame_of_an_older_run_is_dropped(bench: Bench, panel: Witness) -> None:
    newer = bench.offer(make_frame(run=2))
    bench.offer(make_frame(run=1))
    assert panel.seen == [newer]
    assert bench.pump.frame is newer


def test_that_a_hidden_panel_costs_nothing_and_catches_up(bench: Bench, panel: Witness) -> None:
    panel.hide()
    bench.offer(make_frame(step=1))
    last = bench.offer(make_frame(step=2))
    assert panel.seen == []
    panel.show()
    bench.pump.look()
    assert panel.seen == [last]


def test_that_a_panel_behind_another_tab_is_not_drawn(qtbot: Any, bench: Bench) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    front, behind = Witness("front_panel"), Witness("behind_panel")
    for each in (front, behind):
        tabs.addTab(each, each.objectName())
        bench.pump.add_panel(each)
    tabs.show()
    bench.offer(make_frame(step=1))
    assert (len(front.seen), len(behind.seen)) == (1, 0)


def test_that_a_minimised_window_is_not_drawn(bench: Bench, panel: Witness) -> None:
    panel.setWindowState(Qt.WindowState.WindowMinimized)
    bench.offer(make_frame(step=1))
    assert panel.seen == []
    panel.setWindowState(Qt.WindowState.WindowNoState)
    bench.pump.look()
    assert len(panel.seen) == 1


def test_that_a_slow_panel_gets_the_latest_frame_on_its_next_turn(
    qtbot: Any, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("bpviz.ui.core.frame_dispatcher.monotonic", lambda: now[0])
    slow = Witness(interval_ms=100)
    qtbot.addWidget(slow)
    bench.pump.add_panel(slow)
    slow.show()
    for step in range(1, 21):
        bench.offer(running(step))
        now[0] += 0.016
    steps = [frame.step for frame in slow.seen]
    assert steps[0] == 1
    assert 3 <= len(steps) <= 5
    now[0] += 0.1
    bench.pump.look()  # no new frame: the one it has missed
    assert slow.seen[-1].step == 20


def test_that_slow_panels_take_turns_and_none_is_forgotten(
    qtbot: Any, bench: Bench, panel: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("bpviz.ui.core.frame_dispatcher.monotonic", lambda: now[0])
    slow = [Witness(f"slow{i}_panel", 50) for i in range(3)]
    for each in slow:
        qtbot.addWidget(each)
        bench.pump.add_panel(each)
        each.show()
    bench.offer(running(1))
    assert [len(each.seen) for each in slow] == [1, 1, 1]  # the first frame goes to all
    for step in range(2, 14):
        now[0] += 0.016
        before = sum(len(each.seen) for each in slow)
        bench.offer(running(step))
        assert sum(len(each.seen) for each in slow) <= before + 1
    assert len(panel.seen) == 13
    assert all(len(each.seen) >= 4 for each in slow)


def test_that_what_is_beside_a_panel_has_the_same_frame_whenever_it_has_one(
    qtbot: Any, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("bpviz.ui.core.frame_dispatcher.monotonic", lambda: now[0])
    one, other, *rest = [Witness(f"slow{i}_panel", 100) for i in range(5)]
    for each in (one, *rest):
        qtbot.addWidget(each)
        bench.pump.add_panel(each)
    qtbot.addWidget(other)
    bench.pump.add_viewer(other, other.show_frame, lambda: 60, beside=one)
    for each in (other, *rest):
        each.show()
    for step in range(1, 40):
        one.setVisible(step % 13 > 4)  # one that comes into sight has the newest at once
        bench.offer(running(step))
        if one.isVisible():
            assert one.seen[-1] is other.seen[-1]
        now[0] += 0.016
    assert len(one.seen) > 4
    assert len(other.seen) < 20
    assert all(len(each.seen) > 4 for each in rest)


@pytest.mark.parametrize("width", [1200, 3200])
def test_that_a_run_that_walks_through_its_steps_is_at_one_place_on_all_panels(
    qtbot: Any, bench: Bench, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 2000)
    box = QVBoxLayout(window)
    panels = [Witness(f"panel{ms}", ms) for ms in (16, 24, 50, 100, 200)]
    for each in panels:
        box.addWidget(each)
        bench.pump.add_panel(each)
    window.show()
    rows = [(phase, row) for phase in PHASES for row in range(1 if phase is PHASES[0] else 2)]
    places = [(step, *row) for step in range(3) for row in rows]
    for step, phase, row in places:
        walking = replace(running(step), phase=phase, row=row)
        for _ in range(3):  # results come while it stands there
            frame = bench.offer(replace(walking))
            at = {(each.seen[-1].step, each.seen[-1].phase, each.seen[-1].row) for each in panels}
            assert at == {(frame.step, phase, row)}
            now[0] += 0.001
    assert len(panels[0].seen) == len(panels[-1].seen) == len(places)


@pytest.mark.parametrize("large", [False, True])
def test_that_in_a_large_window_slow_panels_and_the_others_are_drawn_in_turns(
    qtbot: Any, bench: Bench, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*(2600, 2000) if large else (1600, 1000))
    box = QVBoxLayout(window)
    panels = [Witness("quick", 16), Witness("slow1", 50), Witness("slow2", 50)]
    for each in panels:
        box.addWidget(each)
        bench.pump.add_panel(each)
    window.show()
    bench.offer(running(0))  # the first one goes to all
    together = 0
    for step in range(1, 101):
        now[0] += 0.016
        bench.offer(running(step))
        drawn = [each for each in panels if each.seen[-1].step == step]
        assert drawn
        together += panels[0] in drawn and len(drawn) > 1
    assert (together == 0) == large
    least = (45, 10, 10) if large else (95, 20, 20)
    assert all(len(each.seen) > few for each, few in zip(panels, least, strict=True))
    frame = bench.offer(make_frame(step=101, state=State.PAUSED))
    assert all(each.seen[-1] is frame for each in panels)


@pytest.mark.parametrize("state", [State.PAUSED, State.STOPPED, State.FAILED, State.LOADING])
def test_that_a_frame_that_stands_goes_to_all_at_once(
    qtbot: Any, bench: Bench, state: State
) -> None:
    slow = Witness(interval_ms=10_000)
    qtbot.addWidget(slow)
    bench.pump.add_panel(slow)
    slow.show()
    bench.offer(running(1))
    bench.offer(running(2))
    bench.offer(make_frame(step=3, state=state))
    bench.offer(make_frame(step=4, state=state))
    assert [frame.step for frame in slow.seen] == [1, 3, 4]


def test_that_one_panel_that_fails_is_reported_once_and_stops_no_other(
    qtbot: Any, bench: Bench, panel: Witness
) -> None:
    bad = Witness("bad_panel")
    bad.fault = ZeroDivisionError("x")
    qtbot.addWidget(bad)
    bench.pump.add_panel(bad)
    bad.show()
    for step in range(5):
        bench.offer(make_frame(step=step))
    assert len(panel.seen) == len(bad.seen) == 5
    assert len(bench.problems) == 1
    assert "bad_panel" in bench.problems[0].message
    assert "ZeroDivisionError" in bench.problems[0].details


def test_that_each_problem_is_passed_on_once(bench: Bench) -> None:
    bench.mailbox.found.append(Problem("a"))
    bench.pump.look()
    bench.pump.look()
    assert bench.problems == [Problem("a")]


def test_that_the_signal_of_the_thread_is_looked_at_at_once(bench: Bench, panel: Witness) -> None:
    bench.mailbox.frame = make_frame(step=3)
    bench.trainer.published.emit()
    assert panel.seen[-1].step == 3


def test_that_watch_says_what_visible_panels_need(qtbot: Any, bench: Bench) -> None:
    curves, cloud = Witness("curves"), Witness("cloud")
    curves.wanted, cloud.wanted = {Need.HISTORY, Need.EVALUATION}, {Need.SCAN}
    for each in (curves, cloud):
        qtbot.addWidget(each)
        bench.pump.add_panel(each)
    bench.pump.look()
    assert bench.watches == [Subscribe(frozenset())]
    curves.show()
    bench.pump.look()
    bench.pump.look()
    assert bench.watches[1:] == [Subscribe(frozenset({Need.HISTORY, Need.EVALUATION}))]
    cloud.show()
    bench.pump.set_history_range((5, 9))
    assert bench.watches[2:] == [
        Subscribe(frozenset({Need.HISTORY, Need.EVALUATION, Need.SCAN}), (5, 9))
    ]
    curves.hide()
    cloud.hide()
    bench.pump.look()
    assert bench.watches[-1] == Subscribe(frozenset(), (5, 9))


@pytest.mark.parametrize("frame", [None, make_frame(state=State.LOADING)])
def test_that_ticks_without_a_frame_cost_nothing_until_there_is_a_run_but_nothing_is_missed(
    frame: Frame | None, bench: Bench, panel: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QWidget] = []

    def counted(widget: QWidget) -> bool:
        asked.append(widget)
        return in_sight(widget)

    monkeypatch.setattr(module, "in_sight", counted)
    panel.hide()
    bench.mailbox.frame = frame
    bench.pump._tick()
    asked.clear()
    panel.wanted = {Need.SCAN}
    panel.show()
    for _ in range(16):
        bench.pump._tick()
    assert len(asked) == 2
    assert panel.seen == ([] if frame is None else [frame])
    assert bench.watches[-1] == Subscribe(frozenset({Need.SCAN}))
    bench.mailbox.frame = last = make_frame(step=1)
    bench.pump._tick()
    assert panel.seen[-1] is last
    asked.clear()
    for _ in range(16):
        bench.pump._tick()
    assert len(asked) == 16


def test_that_painted_frames_are_counted_and_others_are_not(
    qtbot: Any, bench: Bench, panel: Witness
) -> None:
    window: QWidget = panel
    bench.pump.count_paints_of(window)
    for step in range(5):
        bench.offer(make_frame(step=step))
        window.update()
        qtbot.wait(30)
    assert bench.pump.frames_per_second() == 5
    window.update()
    qtbot.wait(30)
    assert bench.pump.frames_per_second() == 5


def test_that_the_trainer_starts_once_and_ends_once(bench: Bench) -> None:
    bench.pump.start()
    bench.pump.start()
    bench.pump.shutdown()
    bench.pump.shutdown()
    bench.pump.start()
    bench.pump.send(Run())
    bench.offer(replace(make_frame()))
    assert (bench.trainer.starts, bench.trainer.ends) == (1, 1)
    assert bench.mailbox.asked() == []
    assert bench.pump.frame is None


def test_that_the_trainer_is_told_when_the_interface_looks_in_of_itself(bench: Bench) -> None:
    bench.pump.look()  # at once, because something was said to be urgent: no time to go by
    assert bench.mailbox.ticks == []
    bench.pump._timer.timeout.emit()
    assert bench.mailbox.ticks == [bench.pump._timer.interval() / 1000]
