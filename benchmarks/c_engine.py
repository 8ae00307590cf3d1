"""The engine against a C loop of the same layout, compiled here with everything that gcc offers.

Both take the same steps on the same arrays (compressed rows, W₁ transposed, weights at a cache
line), in the same order of pairs, and record the loss and both gradient magnitudes of each.  C may
reassociate and fuse (``-O3 -march=native -ffast-math``) and does nothing beside; bpviz keeps the
order of every sum, looks whether numbers are finite, and can be stopped.  "C" is the loop that one
writes first; "C, tuned" has the engine's own blocking and fetches the next pair ahead.

    python benchmarks/c_engine.py [--hidden 16 32 100 300] [--rounds 15] [--quick]

Rounds take turns; printed are medians and minima of a thread's time, as multiples of C's.
"""

from __future__ import annotations

import argparse
import ctypes
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count

from bpviz.datasets import Dataset, load
from bpviz.network import GradientRule
from bpviz.network.memory import aligned, aligned_copy
from bpviz.training import Session, Settings
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.engine import Engine

FLAGS = ("-O3", "-march=native", "-ffast-math")
SOURCE = Path(__file__).with_suffix(".c")
RATE = 0.1
CHECKED = 1000
"""Steps after which both must stand at the same weights."""

MOST = 20_000
"""Steps in a round at most."""


class Runner(Protocol):
    """Something that takes the first steps of an order of pairs, again and again."""

    def run(self, count: int) -> None:
        """Take `count` steps."""

    @property
    def weights(self) -> tuple[np.ndarray, np.ndarray]:
        """W₁ᵀ (n, l) and W₂ (d, l)."""


class Ours:
    """The engine as `Session` calls it."""

    def __init__(self, session: Session, order: np.ndarray) -> None:
        self.engine = Engine(session.settings, Pairs(session.dataset))
        self.engine.load(session.network)
        self.order = order
        self.record = np.zeros((3, len(order)))

    def run(self, count: int) -> None:
        self.engine.run(self.order[:count], RATE, GradientRule.EXACT, self.record[:, :count])

    @property
    def weights(self) -> tuple[np.ndarray, np.ndarray]:
        return self.engine.W1T, self.engine.W2


class InC:
    """The C loop, on a copy of the same weights and on the engine's own inputs."""

    def __init__(self, library: Any, session: Session, order: np.ndarray) -> None:
        network, data = session.network, session.dataset
        self.W1T, self.W2 = aligned_copy(network.W1T), aligned_copy(network.W2)
        l, d = network.n_hidden, network.n_outputs
        self.record = np.zeros((3, len(order)))
        self._run = library.run
        self._before = (ctypes.c_long(l), ctypes.c_long(d))
        self._arrays = (
            self.W1T, self.W2, data.rows.starts, data.rows.indices, data.rows.values,
            data.input_norms, data.Y, order,
        )  # fmt: skip
        self._room = (aligned(4 * l + 4 * d), *self.record)

    def run(self, count: int) -> None:
        assert count <= self.record.shape[1]
        self._run(
            *self._before, *map(_address, self._arrays), ctypes.c_long(count),
            ctypes.c_double(RATE), *map(_address, self._room),
        )  # fmt: skip

    @property
    def weights(self) -> tuple[np.ndarray, np.ndarray]:
        return self.W1T, self.W2


def _address(array: np.ndarray) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


def compiler() -> str | None:
    """A C compiler that knows the options of gcc; None where there is none."""
    return shutil.which("gcc") or shutil.which("clang")


def compiled(tuned: bool) -> Any:
    """Compile the loop, and load it.

    Raises
    ------
    RuntimeError
        If there is no compiler, or it fails; the message is one line.
    """
    command = compiler()
    if command is None:
        raise RuntimeError("There is no gcc here: the C loop is left out.")
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "c_engine.so"
        options = [*FLAGS, "-shared", "-fPIC", *(["-DTUNED"] if tuned else [])]
        done = subprocess.run(
            [command, *options, "-o", str(library), str(SOURCE), "-lm"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["no reason given"])[0]
            raise RuntimeError(f"The C loop does not compile here, and is left out: {reason}")
        return ctypes.CDLL(str(library))  # stays loaded when the file is gone


def makers() -> dict[str, Any]:
    """The C loops that can be had here, by name; says in one line why there are none."""
    try:
        return {"C": compiled(False), "C, tuned": compiled(True)}
    except RuntimeError as error:
        print(error)
        return {}


def check_agreement(ours: Runner, peer: Runner, name: str, l: int) -> None:
    """Both must stand at the same weights after `CHECKED` steps, or one does other work."""
    ours.run(CHECKED)
    peer.run(CHECKED)
    error = max(float(np.abs(a - b).max()) for a, b in zip(ours.weights, peer.weights, strict=True))
    if not error < 1e-10:
        raise SystemExit(f"{name} is {error:.1e} away after {CHECKED} steps at l = {l}.")


def measure(runners: dict[str, Runner], count: int, rounds: int) -> dict[str, list[float]]:
    """Seconds a step of each, by turns: what slows the machine down slows them all."""
    times: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(rounds):
        for name, runner in runners.items():
            begun = time.thread_time()
            runner.run(count)
            times[name].append((time.thread_time() - begun) / count)
    return times


def drawn(dataset: Dataset, count: int) -> np.ndarray:
    """The pairs of the first steps, read-only as the sampler gives them."""
    session = Session(Settings(), dataset)
    order = np.array([session.sample_index(t) for t in range(count)])
    order.flags.writeable = False
    return order


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[16, 32, 100, 300])
    parser.add_argument("--rounds", type=a_count, default=15)
    parser.add_argument("--quick", action="store_true", help="few steps: does it work at all?")
    options = parser.parse_args()
    loops = makers()
    if not loops:
        return
    dataset = load("mnist")
    order = drawn(dataset, CHECKED if options.quick else MOST)
    heads = "".join(f"{name + ', median':>20}{name + ', minimum':>20}" for name in loops)
    print(f"bpviz as a multiple of{heads}")
    for l in options.hidden:
        session = Session(Settings(n_hidden=l), dataset)
        runners: dict[str, Runner] = {"bpviz": Ours(session, order)}
        for name, library in loops.items():
            runners[name] = InC(library, session, order)
            check_agreement(Ours(session, order), runners[name], name, l)
        runners["bpviz"].run(CHECKED)
        count = min(len(order), 400_000 // l)
        times = measure(runners, count, 2 if options.quick else options.rounds)
        ratios = (
            of(times["bpviz"]) / of(times[name])
            for name in loops
            for of in (lambda row: float(np.median(row)), min)
        )
        print(f"{f'l = {l}':22}" + "".join(f"{ratio:20.2f}" for ratio in ratios), flush=True)


if __name__ == "__main__":
    main()
