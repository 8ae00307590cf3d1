"""Compile, or load from the cache, everything that a run needs, before it is needed.

    python -m bpviz.training.warmup

does so once a machine, and says what it is about; where all is there already it ends at once.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext

from bpviz.network import kernel_files
from bpviz.training.message import Message
from bpviz.training.quantities import Need

PARTS = (
    Message.of("quantities of a step"),
    Message.of("training steps"),
    Message.of("evaluation of all samples"),
    Message.of("predictions"),
    Message.of("statistics of hidden units"),
    Message.of("weights over time"),
    Message.of("comparison of gradient rules"),
    Message.of("breakpoints and watches"),
    Message.of("numbers in files"),
    Message.of("questions about the past"),
)
"""What is compiled, in this order."""

STEPS = 2
"""So many parts must be there before a run takes its first step, which can be shown then."""

LOOKS = {
    Need.SCAN: 3, Need.EVALUATION: 3, Need.TEST_GRADIENTS: 3, Need.UNITS: 5, Need.WEIGHTS: 6,
    Need.RULE: 7,
}  # fmt: skip
"""So many, before what is needed is looked for beside the run."""

BREAKPOINTS = 7
"""Number of the part that a run with breakpoints needs besides."""

COURSE = (
    (0, 0.0), (1, 0.1), (29, 0.33), (30, 0.44), (46, 0.6), (47, 0.89), (49, 1.0)
)  # fmt: skip
"""So many functions were begun, and so much of the time until the first step had passed, where none
of them was in the cache.  Most are soon done; machine code is made of a few (see
``benchmarks/cold_start.py``)."""

COUNT = "--count"
ONE_MORE = ".\n"
"""Line on the standard output for each function, where the only argument is `COUNT`."""

_ready: list[bool] = []  # holds something once all of it is there in this process


def warm_up(progress: Callable[[int, int], None], parts: Sequence[int] = range(len(PARTS))) -> None:
    """Call every kernel once on a tiny network.

    Parameters
    ----------
    progress : callable
        Called before each of the parts, and once after the last, with how many of them are ready
        and how many there will be; what it raises ends the warm-up.
    parts : sequence of int
        These of `PARTS`, instead of all.
    """
    progress(0, len(parts))  # numba itself takes a while to load
    import numpy as np

    from bpviz.datasets.dataset import Dataset, Part
    from bpviz.network import compiler, decimals, plane
    from bpviz.network.activations import Activation
    from bpviz.network.evaluate import trace
    from bpviz.network.weights import Network
    from bpviz.training.breakpoints import Breakpoint
    from bpviz.training.evaluation.gradient_rules import RuleJob, probe_pairs
    from bpviz.training.evaluation.scan import ScanJob
    from bpviz.training.evaluation.unit_statistics import UnitsJob
    from bpviz.training.evaluation.weight_histograms import WeightsJob
    from bpviz.training.session import Session
    from bpviz.training.settings import Settings
    from bpviz.training.step.phases import Phase
    from bpviz.training.watches import Watch

    data = Dataset.from_arrays("tiny", np.eye(2), np.eye(2), labels=[0, 1])
    session = Session(Settings(n_hidden=1), data)

    def take_steps() -> None:
        session.advance(40)
        session.history.view(0, 40, 10)

    def look_into_a_step() -> None:
        _ = session.trace, session.network
        trace(session.network, np.zeros(2), np.zeros(2))  # which it cannot write to

    def stop_at_breakpoints() -> None:
        session.breakpoints.add(Breakpoint.not_finite())
        session.breakpoints.add(Breakpoint.above(Watch.loss(0), 9.0))
        session.advance(1)
        session.advance_to(Phase.UPDATE, 1)

    def look_at_units() -> None:
        relu = Network(np.eye(2), np.eye(2), Activation.RELU)  # its range is looked for as well
        UnitsJob(relu, 0, data, Part.TRAIN, off=(0,)).advance()

    jobs: tuple[Callable[[], object], ...] = (
        look_into_a_step,
        take_steps,
        lambda: ScanJob(
            session.network, 0, data, session.settings.gradient_rule, gradients=True
        ).advance(),
        plane.warm_up,  # the interface computes these itself, and would stand still
        look_at_units,
        lambda: WeightsJob(session.network, 0).advance(),
        lambda: RuleJob(session.network, 0, data, probe_pairs(2)).advance(),
        stop_at_breakpoints,
        decimals.warm_up,
        lambda: session.contributions("W1", 0, 0),
    )
    for ready, part in enumerate(parts, 1):
        jobs[part]()
        progress(ready, len(parts))
    if len(parts) == len(PARTS):
        _ready.append(True)
        compiler.all_are_kept()


def share_of(functions: int) -> float:
    """Return about how much of the time until the first step has passed, 0 … 1, by `COURSE`."""
    for (before, earlier), (behind, later) in itertools.pairwise(COURSE):
        if functions <= behind:
            return earlier + (later - earlier) * (functions - before) / (behind - before)
    return 1.0


def is_done() -> bool:
    """Whether no kernel needs to be compiled any more, as far as is known without loading one."""
    return bool(_ready) or kernel_files.are_complete()


def main() -> int:
    """Compile what is not there yet; a line before each part."""
    if is_done():
        return 0

    def say(ready: int, total: int) -> None:
        if ready < total:
            what = f"{PARTS[ready]} ({ready + 1} of {total})"
            print(f"Compiling the kernels, once per machine: {what} ...", flush=True)

    def one_more() -> None:
        print(ONE_MORE, end="", flush=True)

    from bpviz.network.compiler import when_compiling  # numba loads only when it is needed

    try:
        with when_compiling(one_more) if COUNT in sys.argv else nullcontext():
            warm_up(say)
    except KeyboardInterrupt:
        print("Interrupted. What is not compiled yet will be when it is needed.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
