"""A first start, when no kernel has ever been compiled, and a second one: this version and another.

    python benchmarks/cold_start.py [--against 0bc72ec] [--rounds 3]

Each first start has a process and an empty cache of its own.  Printed is the processor time up to
the first training step, and until every kernel is there, as a multiple of the other version's (a
revision of this repository, checked out beside it for the while); then what it is spent on.  Of
second starts, which find kernels, compiled modules and decoded data of one before, it is the time
on the clock until the window with MNIST is painted, and until a step is taken in it.  The two
versions take turns.  Of processor times the least counts, since other work on the machine only adds
to them; of times on the clock the median.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from arguments import a_count

from bpviz.network.types import Floats

ROOT = Path(__file__).resolve().parent.parent
SPENT = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime)
"""
FIRST_STEP = f"""
from bpviz.datasets import load
from bpviz.training import Session, Settings
Session(Settings(n_hidden=32), load("digits")).advance(1)
{SPENT}"""
ALL_KERNELS = f"""
from bpviz.training.warmup import warm_up
warm_up(lambda *ready: None)
{SPENT}"""
PARTS = """
import time
from bpviz.training.warmup import PARTS, warm_up
marks = []
warm_up(lambda ready, total: marks.append(time.process_time()))
for name, before, after in zip(PARTS, marks, marks[1:]):
    print(f"{name}: {after - before:.2f} s")
"""
BEGUN = """
import time
from bpviz.training.warmup import COURSE, STEPS, warm_up
begun = time.process_time()
from bpviz.network.compiler import when_compiling
marks = [0.0]
with when_compiling(lambda: marks.append(time.process_time() - begun)):
    warm_up(lambda ready, total: None, range(STEPS))
marks.append(time.process_time() - begun)
shares = [(n, marks[min(n, len(marks) - 1)] / marks[-1]) for n, _ in COURSE[:-1]]
print("functions begun until the first step:", len(marks) - 2)
print("share of the time:", ", ".join(f"{n}: {share:.2f}" for n, share in shares))
"""
WINDOW = """
import time
begun = time.perf_counter()
from bpviz.app import create_window
window = create_window(["--dataset", "mnist"])
window.show()
from PySide6.QtWidgets import QApplication
QApplication.processEvents()
painted = time.perf_counter() - begun
from bpviz.training.commands import Advance
asked = False
while window.frame is None or window.frame.step < 1:
    QApplication.processEvents()
    time.sleep(0.001)
    if not asked and window.frame is not None and window.frame.state == "paused":
        window.send(Advance(1))
        asked = True
print(painted, time.perf_counter() - begun)
"""


def started(tree: Path, code: str, home: str | None = None) -> str:
    """Run `code` with the package of `tree`, with nothing compiled but what is in `home`."""
    with tempfile.TemporaryDirectory() as empty:
        home = home or empty
        environment = os.environ | {
            "HOME": home, "XDG_CACHE_HOME": home, "PYTHONPATH": str(tree),
            "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=home, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return done.stdout


def measured(rounds: int, trees: tuple[Path, Path], code: str, home: str | None = None) -> Floats:
    """Return the numbers that `code` prints in either tree, taking turns; (rounds, 2, k)."""
    return np.array(
        [
            [[float(word) for word in started(tree, code, home).split()] for tree in trees]
            for _ in range(rounds)
        ]
    )


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """Have another revision in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run(
            [*git, "add", "--detach", str(tree), revision], check=True, capture_output=True
        )
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def main() -> None:
    """Start both by turns, and print what it cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--against", default="0bc72ec", help="a revision")
    parser.add_argument("--rounds", type=a_count, default=3)
    options = parser.parse_args()
    with checked_out(options.against) as before, tempfile.TemporaryDirectory() as home:
        trees = ROOT, before
        first = [
            measured(options.rounds, trees, code).min(axis=0) for code in (FIRST_STEP, ALL_KERNELS)
        ]
        for tree in trees:  # what second starts find
            started(tree, ALL_KERNELS, home)
            started(tree, WINDOW, home)
        times = measured(2 * options.rounds + 1, trees, WINDOW, home)
    names = "first step", "all kernels", "second start: window", "second start: step"
    here, there = np.hstack([*first, np.median(times, axis=0)])
    for what, now, then in zip(names, here, there, strict=True):
        print(
            f"{what}: {now / then:.2f} of what {options.against} needs ({now:.2f} s, {then:.2f} s)"
        )
    print(started(ROOT, PARTS) + started(ROOT, BEGUN), end="")


if __name__ == "__main__":
    main()
