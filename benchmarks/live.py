"""The whole window at work on MNIST, beside the same engine without a window, in one process.

    QT_QPA_PLATFORM=offscreen python benchmarks/live.py [--hidden 32 100] [--size 1600x1000]
        [--layout overview] [--seconds 5] [--rounds 4]

Engine, window and engine again take turns, so that the noise of a shared machine meets both; every
number is the median of the rounds, or a percentile over all of them. The window has two threads at
work: beside other programs it loses to them what the engine alone does not, and no turn-taking
mends that. `chrt -r 5` before the command (Linux, as root) keeps the others away for that long,
but for 50 ms a second in which Linux gives a core to what waits behind it; those end up in the
worst pauses.  `nice -n -20` has none of them, where nothing else is at work.

speed           steps a second with the window, and the share of the engine alone just before and
                just after
looks           share of a processor that the thread of the looks at all samples takes while it runs
renewals        how often a second the frames on the screen bring another scan of the training set
                with its gradient magnitudes, of the test set, and of the hidden units; both of 20
                seconds at a stretch
others          part of the time for which a thread of the window stood in line for a processor
frames          repaints of the window in a second
event-loop gap  between two ticks of a 5 ms timer in the interface's thread
pause           from the action's trigger until ``window.frame.state`` says PAUSED
figures         from there until the scans of both sets in ``window.frame`` are of its very step
λ               from the edit's ``setValue`` until ``window.frame.learning_rate`` says so
saved           steps a second while the run is saved every `SAVE_EVERY` seconds, as a share of the
                same window's just before; both over all rounds
frame gap       between two frames on the screen, then without a save and with
close           ``window.close()`` while running, the trainer joined
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from arguments import a_count, a_size

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from machine import waited
from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction

from bpviz.app import create_window
from bpviz.datasets import load
from bpviz.training import Session, Settings
from bpviz.training.commands import SaveRun
from bpviz.training.events import Frame, State
from bpviz.training.quantities import SCAN, TEST_SCAN, UNITS, Quantity
from bpviz.training.warmup import warm_up
from bpviz.ui.kit.controls.number_edit import FloatEdit
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.main_window import MainWindow
from bpviz.worker import background

TRIALS = 40
STRETCH = 20.0  # seconds
SAVE_EVERY = 1.0  # seconds


class Looks:
    """Adds up the seconds of a processor that every look at all samples takes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._carried_out = background._carried_out
        background._carried_out = self._counted  # type: ignore[assignment]

    def _counted(self, *args: Any) -> background._Found:
        found = self._carried_out(*args)
        self.seconds += found.seconds
        return found


class Renewals(QObject):
    """Counts how often the frames on the screen bring another result of each of `KINDS`."""

    KINDS: tuple[Quantity[Any], ...] = (SCAN, TEST_SCAN, UNITS)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.counts = [0] * len(self.KINDS)
        self._window = window
        self._seen: list[object] = [newest(window).results[kind] for kind in self.KINDS]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(16)

    @Slot()
    def look(self) -> None:
        results = newest(self._window).results
        for at, kind in enumerate(self.KINDS):
            if results[kind] is not self._seen[at]:
                self._seen[at] = results[kind]
                self.counts[at] += 1


class Gaps(QObject):
    """Records the time between two ticks of a timer, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[float] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._last = self._clock.nsecsElapsed()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start(5)

    @Slot()
    def tick(self) -> None:
        now = self._clock.nsecsElapsed()
        self.values.append((now - self._last) / 1e6)
        self._last = now


def action(window: MainWindow, name: str) -> QAction:
    """Return the action of that name."""
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction), name
    return found


def newest(window: MainWindow) -> Frame:
    """Return the frame on the screen."""
    assert window.frame is not None
    return window.frame


def wait(window: MainWindow, ready: Callable[[Frame], bool], seconds: float = 60.0) -> float:
    """Run the event loop until a frame is `ready`; return the seconds that took."""
    begun = time.perf_counter()
    loop = QEventLoop()
    while window.frame is None or not ready(window.frame):
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - begun > seconds:
            raise SystemExit("The window did not get there.")
    return time.perf_counter() - begun


def run_event_loop(seconds: float) -> None:
    """Let the window live, exactly as in the program."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def engine_speed(session: Session, seconds: float) -> float:
    begun, first = time.perf_counter(), session.step
    while time.perf_counter() - begun < seconds:
        session.advance(10_000)
    return (session.step - first) / (time.perf_counter() - begun)


def live_speed(window: MainWindow, seconds: float) -> tuple[float, float]:
    """Return steps and frames a second, over `seconds` of the event loop."""
    begun, first = time.perf_counter(), newest(window).step
    fps = []
    for _ in range(int(seconds)):
        run_event_loop(1.0)
        fps.append(window.frames_per_second())
    return (newest(window).step - first) / (time.perf_counter() - begun), float(np.median(fps))


def _goes_by(rate: float, frame: Frame) -> bool:
    return frame.learning_rate == rate


def _has_its_figures(frame: Frame) -> bool:
    scans = frame.results[SCAN], frame.results[TEST_SCAN]
    return all(scan is not None and scan.step == frame.step for scan in scans)


class Frames(QObject):
    """Records the time between two frames on the screen, in milliseconds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.values: list[float] = []
        self._last: float | None = None
        window._pump.frame_shown.connect(self.look)

    @Slot(object)
    def look(self, _frame: Frame) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.values.append(1e3 * (now - self._last))
        self._last = now


def while_saving(
    window: MainWindow, seconds: float, rounds: int
) -> tuple[float, list[float], list[float]]:
    """Return the speed with saves as a share of that without, and the gaps between frames."""
    done: dict[bool, list[float]] = {False: [], True: []}
    gaps: dict[bool, list[float]] = {False: [], True: []}
    with tempfile.TemporaryDirectory() as folder:
        save = SaveRun(str(Path(folder) / "run.bpviz"))
        timer = QTimer()
        timer.timeout.connect(lambda: window.send(save))
        for _ in range(rounds):
            for saved in (False, True):
                frames = Frames(window)
                if saved:
                    timer.start(round(1e3 * SAVE_EVERY))
                done[saved].append(live_speed(window, seconds)[0])
                timer.stop()
                gaps[saved] += frames.values
                frames.deleteLater()
                run_event_loop(0.2)  # the last is written
    return sum(done[True]) / sum(done[False]), gaps[False], gaps[True]


def percentiles(values: list[float]) -> str:
    return f"p50 {np.percentile(values, 50):6.1f}   p99 {np.percentile(values, 99):6.1f}"


def measure(
    hidden: int, size: tuple[int, int], layout: str, seconds: float, rounds: int, looks: Looks
) -> None:
    session = Session(Settings(n_hidden=hidden), load("mnist"))
    while session.prepare():  # as the trainer does while the run stands: no page is new to either
        pass
    engine_speed(session, 0.5)
    window = create_window(["--dataset", "mnist", "--hidden", str(hidden)])
    window.resize(*size)
    window.show()
    wait(window, lambda frame: frame.state is State.PAUSED)
    action(window, f"action_layout_{layout}").trigger()
    run = action(window, "action_run")
    engine, live, frames, gaps, others = [], [], [], [], []
    for _ in range(rounds):
        before = engine_speed(session, seconds / 2)
        run.trigger()
        wait(window, lambda frame: frame.state is State.RUNNING)
        run_event_loop(0.5)  # what a run does in its first moments is over
        line = waited()
        speed, fps = live_speed(window, seconds)
        others.append((waited() - line) / seconds)
        recorder = Gaps()  # only now: the probe itself takes time
        run_event_loop(1.0)
        gaps += recorder.values[2:]
        recorder.deleteLater()
        run.trigger()
        wait(window, lambda frame: frame.state is State.PAUSED)
        engine.append((before + engine_speed(session, seconds / 2)) / 2)
        live.append(speed)
        frames.append(fps)
    run.trigger()
    wait(window, lambda frame: frame.state is State.RUNNING)
    run_event_loop(0.5)
    spent, renewals = looks.seconds, Renewals(window)
    run_event_loop(STRETCH)
    looked = (looks.seconds - spent) / STRETCH
    renewed = [count / STRETCH for count in renewals.counts]
    renewals.deleteLater()
    run.trigger()
    wait(window, lambda frame: frame.state is State.PAUSED)
    pauses, figures, rates = [], [], []
    edit = window.findChild(FloatEdit, "learning_rate_edit")
    assert edit is not None
    for trial in range(TRIALS):
        run.trigger()
        wait(window, lambda frame: frame.state is State.RUNNING)
        run_event_loop(0.05 + 0.001 * (trial * 7 % 16))
        value = 0.1 + 0.01 * (trial % 2 + 1)
        edit.setValue(value)
        rates.append(1e3 * wait(window, partial(_goes_by, value)))
        run_event_loop(0.05 + 0.001 * (trial * 5 % 16))
        run.trigger()
        pauses.append(1e3 * wait(window, lambda frame: frame.state is State.PAUSED))
        figures.append(pauses[-1] + 1e3 * wait(window, _has_its_figures))
    run.trigger()
    wait(window, lambda frame: frame.state is State.RUNNING)
    run_event_loop(0.3)
    saved, plain_frames, saved_frames = while_saving(window, seconds, rounds)
    begun = time.perf_counter()
    window.close()
    closing = 1e3 * (time.perf_counter() - begun)
    share = float(np.median(np.array(live) / np.array(engine)))
    print(f"\nl = {hidden}, {size[0]}×{size[1]}, {layout}")
    print(f"  engine alone     {np.median(engine):10.0f} steps/s")
    print(f"  with the window  {np.median(live):10.0f} steps/s   {share:.0%} of it")
    print(f"  looks            {looked:10.1%} of a processor")
    print(f"  renewals         {', '.join(f'{each:.1f}' for each in renewed):>10} a second")
    print(f"  others           {np.median(others):10.0%} of the time")
    print(f"  frames           {np.median(frames):10.0f} a second")
    print(f"  event-loop gap   {percentiles(gaps)} ms")
    print(f"  pause            {percentiles(pauses)} ms")
    print(f"  figures          {percentiles(figures)} ms")
    print(f"  λ acts           {percentiles(rates)} ms")
    print(f"  saved            {saved:10.0%} of the speed")
    print(f"  frame gap        {percentiles(plain_frames)} ms   worst {max(plain_frames):.1f}")
    print(f"  with saves       {percentiles(saved_frames)} ms   worst {max(saved_frames):.1f}")
    print(f"  close            {closing:10.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[32, 100])
    parser.add_argument("--size", type=a_size, nargs="+", default=[(1600, 1000), (3840, 2160)])
    parser.add_argument("--layout", nargs="+", choices=LAYOUTS, default=["overview"])
    parser.add_argument("--seconds", type=a_count, default=5, help="of each turn")
    parser.add_argument("--rounds", type=a_count, default=4)
    options = parser.parse_args()
    warm_up(lambda ready, total: None)
    print("MNIST, every panel of the arrangement visible")
    looks = Looks()
    for layout, size, hidden in itertools.product(options.layout, options.size, options.hidden):
        measure(hidden, size, layout, options.seconds, options.rounds, looks)


if __name__ == "__main__":
    main()
