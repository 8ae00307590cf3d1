"""The decision boundary at work: pictures a second while the run goes at full speed.

    QT_QPA_PLATFORM=offscreen python benchmarks/boundary.py [--hidden 32] [--seconds 6]

The window of 1600×1000 stands in the arrangement that explores, so the other panels draw as well.

pictures        repaints of the plane, or of the curve, that show another network than the one
                before, in a second: the median of the seconds and the worst of them
30 a second     what the interface's thread would compute for 30 of them, all panels included, as a
                share of one core; what other programs take of the machine does not count
speed           steps a second meanwhile, as a share of the engine alone just before
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from live import action, engine_speed, newest, run_event_loop, wait
from PySide6.QtCore import QEvent, QObject

from bpviz.app import create_window
from bpviz.datasets import load
from bpviz.training import Session, Settings
from bpviz.training.events import State
from bpviz.training.warmup import warm_up
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel

DATA = ("xor", "moons", "spirals", "sine")


class Pictures(QObject):
    """Counts the repaints of a panel's plot that show another network than the last did."""

    def __init__(self, panel: BoundaryPanel) -> None:
        super().__init__()
        self.count = 0
        self._panel = panel
        self._last: object = None
        for view in panel.body.both:
            view.installEventFilter(self)

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        scene = self._panel.scene
        if event.type() == QEvent.Type.Paint and scene is not None and scene.net is not self._last:
            self._last = scene.net
            self.count += 1
        return False


def measure(name: str, hidden: int, seconds: int) -> None:
    """Print the line of one data set."""
    session = Session(Settings(n_hidden=hidden), load(name))
    alone = engine_speed(session, 1.0)
    window = create_window(["--dataset", name, "--hidden", str(hidden)])
    window.resize(1600, 1000)
    window.show()
    wait(window, lambda frame: frame.state is State.PAUSED)
    window.docks.arrange("explore")
    panel = window.panel_set.panels["boundary_panel"]
    assert isinstance(panel, BoundaryPanel)
    pictures = Pictures(panel)
    run = action(window, "action_run")
    run.trigger()
    wait(window, lambda frame: frame.state is State.RUNNING)
    run_event_loop(1.0)
    view = panel.body.view
    first, begun = newest(window).step, time.perf_counter()
    rates, busy, drawn = [], time.thread_time(), pictures.count
    for _ in range(seconds):
        before, since = pictures.count, time.perf_counter()
        run_event_loop(1.0)
        rates.append((pictures.count - before) / (time.perf_counter() - since))
    busy, drawn = time.thread_time() - busy, pictures.count - drawn
    speed = (newest(window).step - first) / (time.perf_counter() - begun)
    run.trigger()
    wait(window, lambda frame: frame.state is State.PAUSED)
    print(
        f"  {name:8s} {view.width():4d}×{view.height():<4d}"
        f" {np.median(rates):8.1f} {min(rates):8.1f} {30 * busy / drawn:12.0%}"
        f" {speed / alone:8.0%}"
    )
    window.close()
    window.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, default=32)
    parser.add_argument("--seconds", type=a_count, default=6)
    parser.add_argument("--dataset", nargs="+", default=DATA)
    options = parser.parse_args()
    warm_up(lambda ready, total: None)
    print(f"l = {options.hidden}, window of 1600×1000, arranged to explore")
    print(f"  {'':18s} pictures  at worst  30 a second   speed")
    for name in options.dataset:
        measure(name, options.hidden, options.seconds)


if __name__ == "__main__":
    main()
