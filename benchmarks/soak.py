"""An hour of training in the whole window: does its memory grow, does it become slower?

    QT_QPA_PLATFORM=offscreen python benchmarks/soak.py [--minutes 60] [--busy]

It runs at full speed, and prints a row now and then. With ``--busy`` somebody uses it all the
while: goes back and on, changes λ (which makes branches), selects, changes arrangement and theme,
sets breakpoints, undoes, and begins a new run every minute.

memory     resident; its slope must lie within three standard errors of 0, or below --most MB/h
objects    that Python's collector knows of, after a collection; they are judged like the memory
frames     repaints of the window in a second; what they lose over the whole time must lie within
           three standard errors of 0, or below a twentieth of their mean
gap        between two ticks of a 5 ms timer in the interface's thread, 99th percentile
others     part of the time for which a thread of this process stood in line for a processor; on a
           shared machine it explains frames and speed, and is taken out of their slopes

The rows of the first --warm-up minutes do not count: the record and the keyframes fill the memory
that is meant for them. The exit code is 1 if something is out of bounds.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import numpy as np
from arguments import a_count, a_positive
from live import Gaps, action, newest, run_event_loop, wait
from machine import resident_mb, waited
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache
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
COLUMNS = ("minutes", "million steps", "MB", "objects", "frames/s", "gap ms", "steps/s", "others")


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
) -> list[float]:
    """Let the window live for so long and return steps, MB, objects, frames, gap, speed, others."""
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
    gaps = recorder.values[2:]
    recorder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QPixmapCache.clear()  # bounded, but a change of theme fills it for long
    gc.collect()
    gap = float(np.percentile(gaps, 99))
    others = (waited() - line) / took
    return [
        steps,
        resident_mb(),
        len(gc.get_objects()),
        float(np.mean(frames)),
        gap,
        steps / took,
        others,
    ]


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
    print("  ".join(f"{name:>13}" for name in COLUMNS))
    begun, rows, total = time.perf_counter(), [], 0.0
    while time.perf_counter() - begun < 60 * options.minutes:
        steps, *values = row(window, ROW_SECONDS, busy)
        total += steps
        minutes = (time.perf_counter() - begun) / 60
        rows.append([minutes, *values])
        cells = (minutes, total / 1e6, *values)
        formats = ("13.2f", "13.1f", "13.1f", "13d", "13.1f", "13.1f", "13.0f", "13.0%")
        print("  ".join(format(c, f) for c, f in zip(cells, formats, strict=True)), flush=True)
    window.close()
    QCoreApplication.processEvents()
    return judge(np.array([r for r in rows if r[0] > warm_up], dtype=float), options)


def judge(rows: np.ndarray, options: argparse.Namespace) -> int:
    """Print the slopes; return 1 if one is out of bounds, else 0."""
    if len(rows) < 8:
        print("\nToo few rows after the warm-up to judge anything; let it run longer.")
        return 1
    hours, others = rows[:, 0] / 60, rows[:, 6]
    memory, objects = slope(hours, rows[:, 1]), slope(hours, rows[:, 2])
    frames, speed = slope(hours, rows[:, 3], others), slope(hours, rows[:, 5], others)
    lost = -frames.per_hour * float(np.ptp(hours)) / rows[:, 3].mean()
    fine = {
        "memory": memory.per_hour <= options.most or memory.within_noise,
        "objects": objects.per_hour <= options.most_objects or objects.within_noise,
        "frames": lost <= LOST_FRAMES or frames.within_noise,
    }
    print(f"\nafter the warm-up, {len(rows)} rows in {60 * np.ptp(hours):.0f} minutes:")
    print(f"  memory   {memory} MB an hour, of {rows[:, 1].mean():.0f}")
    print(f"  objects  {objects} an hour, of {rows[:, 2].mean():.0f}")
    print(f"  frames   {frames} a second an hour, of {rows[:, 3].mean():.1f}")
    print(f"  speed    {speed} steps/s an hour, of {rows[:, 5].mean():.0f}")
    print(f"  gap p99  {np.median(rows[:, 4]):.1f} ms, median of the rows")
    for name, good in fine.items():
        if not good:
            print(f"OUT OF BOUNDS: {name}")
    return 0 if all(fine.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
