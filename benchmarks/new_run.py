"""How long another run takes to be shown, and what the window does meanwhile.

    QT_QPA_PLATFORM=offscreen python benchmarks/new_run.py [--hidden 32 4096] [--rounds 5]
        [--dataset mnist] [--size 1600x1000]

The window with every panel of the overview.  A hidden size is chosen in the toolbar as a
person does, there and back.

shown           from the choice until ``window.frame`` is one of a run with that l, and painted
gap             longest time between two ticks of a 5 ms timer in the interface's thread until then
figures         from the choice until the scans of both sets, which there must be, are of that run
"""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from arguments import a_count, a_size
from live import Gaps, _has_its_figures, action, run_event_loop, wait
from PySide6.QtWidgets import QApplication

from bpviz.app import create_window
from bpviz.training.events import Frame, State
from bpviz.training.warmup import warm_up
from bpviz.ui.kit.controls.number_edit import IntegerEdit


def _has_size(hidden: int, frame: Frame) -> bool:
    return frame.settings.n_hidden == hidden and frame.state is State.PAUSED


def main() -> None:
    """Choose each size in turn, after the usual one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[32, 4096])
    parser.add_argument("--dataset", default="mnist")
    parser.add_argument("--size", type=a_size, default=(1600, 1000))
    parser.add_argument("--rounds", type=a_count, default=5)
    options = parser.parse_args()
    warm_up(lambda ready, total: None)
    window = create_window(["--dataset", options.dataset, "--hidden", "16"])
    window.resize(*options.size)
    window.show()
    wait(window, lambda frame: frame.state is State.PAUSED)
    action(window, "action_layout_overview").trigger()
    run_event_loop(1.0)
    edit = window.findChild(IntegerEdit, "hidden_size_edit")
    assert edit is not None
    for hidden in options.hidden:
        shown, gaps, figures = [], [], []
        for _ in range(options.rounds):
            for size in (hidden, 16):
                recorder, begun = Gaps(), time.perf_counter()
                edit.setValue(size)
                wait(window, partial(_has_size, size))
                QApplication.processEvents()
                if size == hidden:
                    shown.append(time.perf_counter() - begun)
                    gaps.append(max(recorder.values, default=0.0))
                recorder.deleteLater()
                wait(window, _has_its_figures)
                if size == hidden:
                    figures.append(time.perf_counter() - begun)
                run_event_loop(0.2)
        print(
            f"l = {hidden}: shown after {sorted(shown)[len(shown) // 2]:.2f} s (at most "
            f"{max(shown):.2f} s), gaps up to {max(gaps):.0f} ms, figures after "
            f"{sorted(figures)[len(figures) // 2]:.2f} s"
        )
    window.close()


if __name__ == "__main__":
    main()
