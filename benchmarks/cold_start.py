"""A first start, when no kernel has ever been compiled: this version and another one, in turns.

    python benchmarks/cold_start.py [--against 0bc72ec] [--rounds 3]

Each start has a process and an empty cache of its own.  Printed is the processor time up to the
first training step, and until every kernel is there, as a multiple of the other version's (a
revision of this repository, checked out beside it for the while); then what it is spent on.
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

ROOT = Path(__file__).resolve().parent.parent
START = """
import resource
def spent():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
from bpviz.datasets import load
from bpviz.training import Session, Settings
Session(Settings(n_hidden=32), load("digits")).advance(1)
first = spent()
from bpviz.training.warmup import warm_up
warm_up(lambda *ready: None)
print(first, spent())
"""
PARTS = """
import time
from bpviz.training.warmup import PARTS, warm_up
marks = []
warm_up(lambda ready, total: marks.append(time.process_time()))
for name, before, after in zip(PARTS, marks, marks[1:]):
    print(f"{name}: {after - before:.2f} s")
"""


def started(tree: Path, code: str) -> str:
    """Run `code` with the package of `tree`, with nothing compiled before."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "HOME": home, "XDG_CACHE_HOME": home, "PYTHONPATH": str(tree),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=home, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return done.stdout


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
    with checked_out(options.against) as before:
        times = [
            [[float(word) for word in started(tree, START).split()] for tree in (ROOT, before)]
            for _ in range(options.rounds)
        ]
    here, there = np.median(np.array(times), axis=0)
    for what, now, then in zip(("first step", "all kernels"), here, there, strict=True):
        print(
            f"{what}: {now / then:.2f} of what {options.against} needs ({now:.1f} s, {then:.1f} s)"
        )
    print(started(ROOT, PARTS), end="")


if __name__ == "__main__":
    main()
