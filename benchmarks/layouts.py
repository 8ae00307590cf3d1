"""What it costs to switch the arrangement: the first time, the hundredth and the thousandth.

    QT_QPA_PLATFORM=offscreen python benchmarks/layouts.py [--switches 1000]

Of each arrangement in turn the interface's own time for the switch and for painting it is taken;
what other programs take of the machine does not count.  Printed are the mean over the last round
before each hundred as a multiple of that of the second round (in the first one the arrangements are
built), this one in milliseconds, and the widgets of the window then and at the end.
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

from live import action
from PySide6.QtWidgets import QApplication

from bpviz.app import create_window
from bpviz.ui.window.layouts import LAYOUTS


def main() -> None:
    """Switch, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--switches", type=a_count, default=1000)
    rounds = max(3, parser.parse_args().switches // len(LAYOUTS))
    window = create_window(["--dataset", "xor"])
    window.resize(1600, 1000)
    window.show()
    means, widgets = [], []
    for _ in range(rounds):
        begin = time.thread_time()
        for name in LAYOUTS:
            action(window, f"action_layout_{name}").trigger()
            QApplication.processEvents()
        means.append((time.thread_time() - begin) / len(LAYOUTS))
        widgets.append(len(QApplication.allWidgets()))
    print(f"second round: {1000 * means[1]:.0f} ms a switch, {widgets[1]} widgets")
    marks = [n for n in (100, 300, 1000) if n // len(LAYOUTS) <= rounds]
    for mark in marks or [rounds * len(LAYOUTS)]:
        at = mark // len(LAYOUTS) - 1
        print(f"switch {mark}: {means[at] / means[1]:.2f} times that, {widgets[at]} widgets")
    window.close()


if __name__ == "__main__":
    main()
