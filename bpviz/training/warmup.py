"""Compile, or load from the cache, everything that a run needs, before it is needed."""

from __future__ import annotations

from collections.abc import Callable

KERNELS = 8
"""What is told as their number: the jobs below, and numba itself."""


def warm_up(progress: Callable[[int, int], None]) -> None:
    """Call every kernel once on a tiny network.

    Parameters
    ----------
    progress : callable
        Called before each kernel, and once after the last, with (kernels ready, kernels in all);
        what it raises ends the warm-up.
    """
    progress(0, KERNELS)  # numba itself takes a while to load
    import numpy as np

    from bpviz.datasets.dataset import Dataset, Part
    from bpviz.network import plane
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

    data = Dataset.from_arrays("tiny", np.eye(2), np.eye(2), labels=[0, 1])
    session = Session(Settings(n_hidden=1), data)

    def take_steps() -> None:
        session.advance(40)
        session.history.view(0, 40, 10)

    def open_a_step() -> None:
        session.breakpoints.add(Breakpoint.not_finite())
        session.advance_to(Phase.UPDATE, 1)
        _ = session.trace, session.network

    def look_at_units() -> None:
        relu = Network(np.eye(2), np.eye(2), Activation.RELU)  # its range is looked for as well
        UnitsJob(relu, 0, data, Part.TRAIN, off=(0,)).advance()

    def ask_from_outside() -> None:
        """What the interface computes itself, of weights that it cannot write to.

        It would stand still while that is compiled.
        """
        trace(session.network, np.zeros(2), np.zeros(2))
        plane.warm_up()

    jobs: tuple[Callable[[], object], ...] = (
        take_steps,
        open_a_step,
        lambda: ScanJob(
            session.network, 0, data, session.settings.gradient_rule, gradients=True
        ).advance(),
        look_at_units,
        lambda: RuleJob(session.network, 0, data, probe_pairs(2)).advance(),
        WeightsJob(session.network, 0).advance,
        ask_from_outside,
    )
    for done, job in enumerate(jobs):
        progress(done + 1, KERNELS)
        job()
    progress(KERNELS, KERNELS)
