"""Resident memory of the whole window with MNIST, over ten million steps.

    QT_QPA_PLATFORM=offscreen python benchmarks/memory.py [--steps 10000000]

Once the budget for keyframes is full, the column must stay flat.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count
from live import action, newest, wait
from machine import resident_mb
from PySide6.QtCore import QCoreApplication

from bpviz.app import create_window
from bpviz.training.events import Frame, State

ROWS = 20


def reached(step: int, frame: Frame) -> bool:
    return frame.step >= step


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--steps", type=a_count, default=10_000_000)
    parser.add_argument("--hidden", type=a_count, default=32)
    options = parser.parse_args()
    window = create_window(["--dataset", "mnist", "--hidden", str(options.hidden)])
    window.resize(1600, 1000)
    window.show()
    wait(window, lambda frame: frame.state is State.PAUSED)
    print(f"{'step':>12} {'resident MB':>12} {'keyframes':>10}")
    print(f"{0:12} {resident_mb():12.0f} {1:10}")
    action(window, "action_run").trigger()
    for row in range(1, ROWS + 1):
        goal = options.steps * row // ROWS
        wait(window, partial(reached, goal), seconds=600)
        frame = newest(window)
        print(f"{frame.step:12} {resident_mb():12.0f} {len(frame.keyframes):10}", flush=True)
    window.close()
    QCoreApplication.processEvents()


if __name__ == "__main__":
    main()
