"""Compile, or load from the cache, everything that a run needs, before it is needed."""

from __future__ import annotations

from collections.abc import Callable


def warm_up(progress: Callable[[int, int], None]) -> None:
    """Call every kernel once on a tiny network.

    Parameters
    ----------
    progress : callable
        Called before each kernel, and once after the last, with (kernels ready, kernels in all);
        what it raises ends the warm-up.
    """
    progress(0, 4)  # numba itself takes a while to load
    import numpy as np

    from bpviz.datasets.dataset import Dataset
    from bpviz.training.breakpoints import Breakpoint
    from bpviz.training.evaluation import ScanJob
    from bpviz.training.phases import Phase
    from bpviz.training.session import Session
    from bpviz.training.settings import Settings

    data = Dataset.from_arrays("tiny", np.eye(2), np.eye(2), labels=[0, 1])
    session = Session(Settings(n_hidden=1), data)

    def open_a_step() -> None:
        session.breakpoints.add(Breakpoint.not_finite())
        session.advance_to(Phase.UPDATE, 1)
        _ = session.trace, session.network

    jobs: tuple[Callable[[], object], ...] = (
        lambda: session.advance(1),
        open_a_step,
        lambda: ScanJob(
            session.network, 0, data, session.settings.gradient_rule, gradients=True
        ).advance(),
    )
    for done, job in enumerate(jobs):
        progress(done + 1, 4)
        job()
    progress(4, 4)
