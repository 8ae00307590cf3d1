"""An hour of training in the whole window: does its memory grow, does it become slower?

    QT_QPA_PLATFORM=offscreen python benchmarks/soak.py [--minutes 60] [--busy]

It runs at full speed, and prints a row now and then. With ``--busy`` somebody uses it all the
while: goes back and on, changes λ (which makes branches), selects, changes arrangement and theme,
sets breakpoints, undoes, and begins a new run every minute.

MB         resident; its slope must lie within three standard errors of 0, or below --most MB/h
in use     MB that malloc has handed out and not got back: NumPy's arrays, Qt's objects, pixels;
           judged like the resident memory.  What is resident beside it and Python's blocks are
           gaps that malloc keeps, and pages of programs and libraries, which come when they run
blocks     of memory that Python's own allocator has handed out, in thousands: ten for each object
           that may be lost, since numbers and texts are blocks, too
objects    that Python's collector knows of, after a collection
Qt         objects below the window, and items of its scenes
frames     repaints of the window in a second; what they lose over the whole time must lie within
           three standard errors of 0, or below a twentieth of their mean
gap        between two ticks of a 5 ms timer in the interface's thread, 99th percentile
others     part of the time for which a thread of this process stood in line for a processor; on a
           shared machine it explains frames and speed, and is taken out of their slopes

The rows of the first --warm-up minutes do not count: the record and the keyframes fill the memory
that is meant for them. Where the memory of that time lies, and of what types the objects are that
became more, is told at the end. A run that stands by itself, and a problem that is reported, end
the soak at once. The exit code is 1 if something is out of bounds.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
from arguments import a_count, a_positive
from live import Gaps, action, newest, run_event_loop, wait
from machine import heap, resident_by_kind, resident_mb, waited
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QGraphicsView
from slopes import slope

from bpviz.app import create_window
from bpviz.training import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    Command,
    NewRun,
    RemoveBreakpoint,
    Run,
    Seek,
    SelectSample,
    SetLearningRate,
    SwitchOff,
    Undo,
)
from bpviz.training.events import State
from bpviz.ui.window.main_window import MainWindow

ROW_SECONDS = 15.0
ACTION_SECONDS = 1.5
RUN_ACTIONS = 40  # a new run after so many, every minute
LOST_FRAMES = 0.05  # of their mean
COLUMNS = {
    "minutes": ".2f", "Msteps": ".1f", "MB": ".1f", "in use": ".1f", "blocks": ".1f",
    "objects": ".0f", "Qt": ".0f", "frames/s": ".1f", "gap ms": ".1f", "steps/s": ".0f",
    "others": ".0%",
}  # fmt: skip
WIDTH = 8
UNITS = {"MB": " MB", "in use": " MB", "blocks": " thousand", "objects": "", "Qt": ""}
"""Of what must not become more."""


@dataclass(frozen=True)
class Held:
    """Where resident memory lies, in kB, MB that malloc keeps free, and objects by their type."""

    memory: Counter[str]
    free: float
    types: Counter[str]

    @classmethod
    def now(cls) -> Held:
        known = gc.get_objects()
        types = Counter(f"{type(each).__module__}.{type(each).__qualname__}" for each in known)
        return cls(resident_by_kind(), heap().free, types)

    def since(self, first: Held) -> str:
        """Return what became more."""
        places = ", ".join(
            f"{name} {(size - first.memory[name]) / 1024:+.2f} of {size / 1024:.0f}"
            for name, size in self.memory.items()
        )
        more = (self.types - first.types).most_common(10)
        return (
            f"where the resident MB lie: {places}\n"
            f"of the heap malloc keeps free: {self.free - first.free:+.2f} of {self.free:.0f} MB\n"
            "types of which there are more objects: "
            + (", ".join(f"{name} {count:+d}" for name, count in more) or "none")
        )


def actions(window: MainWindow, hidden: int) -> Iterator[Callable[[], object]]:
    """Yield what somebody does next, without an end; every round the same, at other places."""
    dice = random.Random(5)

    def trigger(name: str) -> Callable[[], object]:
        return action(window, name).trigger

    def send(command: Command) -> Callable[[], object]:
        return lambda: window.send(command)

    def tip() -> int:
        return 0 if window.frame is None else window.frame.tip

    arrangements = itertools.cycle(("debug", "explore", "present", "overview"))
    themes = itertools.cycle(("dark", "light"))
    for turn in itertools.count(1):
        yield send(Seek(dice.randrange(tip() + 1), resume=True))
        yield send(SetLearningRate(0.05 + 0.01 * dice.randrange(20)))
        yield trigger(f"action_layout_{next(arrangements)}")
        yield send(SelectSample(dice.randrange(1000)))
        yield send(AddBreakpoint(Breakpoint.loss_above(1e6)))
        yield send(SwitchOff((dice.randrange(hidden),)))
        yield trigger(f"action_theme_{next(themes)}")
        yield send(Undo())
        yield send(SelectSample(None))
        yield send(SwitchOff(()))
        yield send(RemoveBreakpoint(None))
        yield send(Run())
        if turn % (RUN_ACTIONS // 12) == 0:
            request, settings = window.last_run()
            yield send(NewRun(request, settings.replace(seed=turn)))
            yield send(Run())


def row(
    window: MainWindow, seconds: float, busy: Iterator[Callable[[], object]] | None
) -> tuple[int, float, float, float, float]:
    """Let the window live for so long and return steps, frames, gap, speed, others."""
    recorder, line = Gaps(), waited()
    begun, frames, steps = time.perf_counter(), [], 0
    last = newest(window)
    acted = begun
    while time.perf_counter() - begun < seconds:
        run_event_loop(0.5)
        frames.append(window.frames_per_second())
        frame = newest(window)
        same = frame.run == last.run and frame.branch == last.branch
        steps += max(0, frame.step - (last.step if same else 0))
        last = frame
        if busy is not None and time.perf_counter() - acted > ACTION_SECONDS:
            next(busy)()
            acted = time.perf_counter()
    took = time.perf_counter() - begun
    gap = float(np.percentile(recorder.values[2:] or [1e3 * took], 99))
    recorder.deleteLater()
    return steps, float(np.mean(frames)), gap, steps / took, (waited() - line) / took


def tidy() -> None:
    """Let everything go that can go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QPixmapCache.clear()  # bounded, but a change of theme fills it for long
    gc.collect()


def held(window: MainWindow) -> tuple[float, float, float, int, int]:
    """Return resident MB, MB in use, thousands of blocks, objects, Qt's objects and items."""
    views = window.findChildren(QGraphicsView)
    items = sum(len(view.scene().items()) for view in views if view.scene() is not None)
    qt = len(window.findChildren(QObject)) + items
    known = len(gc.get_objects())
    return resident_mb(), heap().in_use, sys.getallocatedblocks() / 1e3, known, qt


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=a_positive, default=60.0)
    parser.add_argument(
        "--warm-up", type=a_positive, help="minutes; a sixth of the time by default"
    )
    parser.add_argument("--hidden", type=a_count, default=32)
    parser.add_argument("--busy", action="store_true", help="use the window all the while")
    parser.add_argument("--most", type=a_positive, default=2.0, help="MB an hour that may be lost")
    parser.add_argument("--most-objects", type=a_positive, default=1000.0, help="an hour")
    options = parser.parse_args()
    warm_up = options.minutes / 6 if options.warm_up is None else options.warm_up
    window = create_window(["--dataset", "mnist", "--hidden", str(options.hidden)])
    window.resize(1600, 1000)
    window.show()
    wait(window, lambda frame: frame.state is State.PAUSED)
    action(window, "action_run").trigger()
    wait(window, lambda frame: frame.state is State.RUNNING)
    busy = actions(window, options.hidden) if options.busy else None
    ended: list[str] = []
    window._pump.problem.connect(
        lambda problem: ended.append(f"{problem.message}\n{problem.details}")
    )
    print("  ".join(f"{name:>{WIDTH}}" for name in COLUMNS))
    # One array, since what this keeps must not grow either.
    rows = np.full((2 + int(60 * options.minutes / ROW_SECONDS), len(COLUMNS)), np.nan)
    begun, total, first = time.perf_counter(), 0, Held.now()
    for each in rows:
        steps, *values = row(window, ROW_SECONDS, busy)
        total += steps
        tidy()
        minutes = (time.perf_counter() - begun) / 60
        each[:] = minutes, total / 1e6, *held(window), *values
        cells = zip(each, COLUMNS.values(), strict=True)
        print("  ".join(f"{format(cell, form):>{WIDTH}}" for cell, form in cells), flush=True)
        frame = newest(window)
        if busy is None and frame.state is not State.RUNNING:
            ended.append(f"It is {frame.state.value} at step {frame.step}. {frame.reason}")
        if minutes <= warm_up:
            first = Held.now()
        if ended or minutes > options.minutes:
            break
    print(f"\n{Held.now().since(first)}")
    window.close()
    QCoreApplication.processEvents()
    if ended:
        print("\nIt ended by itself:", *ended, sep="\n")
        return 1
    return judge(rows[rows[:, 0] > warm_up], options)


def judge(rows: np.ndarray, options: argparse.Namespace) -> int:
    """Print the slopes; return 1 if one is out of bounds, else 0."""
    if len(rows) < 8:
        print("\nToo few rows after the warm-up to judge anything; let it run longer.")
        return 1
    column = dict(zip(COLUMNS, rows.T, strict=True))
    hours, others = column["minutes"] / 60, column["others"]
    most = dict.fromkeys(UNITS, options.most_objects)
    most |= {"MB": options.most, "in use": options.most, "blocks": options.most_objects / 100}
    slopes = {name: slope(hours, column[name]) for name in most}
    fine = {name: slopes[name].per_hour <= most[name] or slopes[name].within_noise for name in most}
    frames, speed = (slope(hours, column[name], others) for name in ("frames/s", "steps/s"))
    lost = -frames.per_hour * float(np.ptp(hours)) / column["frames/s"].mean()
    fine["frames"] = lost <= LOST_FRAMES or frames.within_noise
    print(f"\nafter the warm-up, {len(rows)} rows in {60 * np.ptp(hours):.0f} minutes:")
    for name, unit in UNITS.items():
        print(f"  {name:9}{slopes[name]}{unit} an hour, of {column[name].mean():.0f}")
    half = len(rows) // 2
    later = slope(hours[half:], column["MB"][half:])
    print(f"  MB       {later} MB an hour in the second half")
    print(f"  frames   {frames} a second an hour, of {column['frames/s'].mean():.1f}")
    print(f"  speed    {speed} steps/s an hour, of {column['steps/s'].mean():.0f}")
    print(f"  gap p99  {np.median(column['gap ms']):.1f} ms, median of the rows")
    for name, good in fine.items():
        if not good:
            print(f"OUT OF BOUNDS: {name}")
    return 0 if all(fine.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
