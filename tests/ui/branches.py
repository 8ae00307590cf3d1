"""Branches made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.datasets import DataRequest
from bpviz.training.events import Frame
from bpviz.training.infos import BranchCurve, BranchInfo, Comparison, RunInfo
from bpviz.training.settings import Order, Settings
from tests.ui.frames import make_frame, make_images, make_network
from tests.ui.records import make_evaluations, make_history


def make_branch_curve(first: int, tip: int, width: int, loss: float) -> BranchCurve:
    """The same loss all the way."""
    starts = np.arange(first, tip, width, dtype=np.int64)
    return BranchCurve(starts, width, np.full(len(starts), loss))


def make_run(title: str, *, n_hidden: int = 8, order: Order = Order.RANDOM, **data: Any) -> RunInfo:
    """A run with these settings, and data made with `data`."""
    settings = Settings(n_hidden=n_hidden, order=order)
    return RunInfo(title, settings, DataRequest("moons", **data), 80, 20, 3, 2, True)


def make_branches() -> tuple[BranchInfo, ...]:
    """A first branch, two that left it, and one that left the first of these."""
    return (
        BranchInfo(0, "first", None, 0, 6000, "", make_branch_curve(0, 6000, 10, 0.2)),
        BranchInfo(1, "fast", 0, 1000, 5000, "λ = 0.3", make_branch_curve(1000, 5000, 10, 0.6)),
        BranchInfo(2, "edited", 0, 2000, 4000, "W₁[0, 1] = 2", None),
        BranchInfo(3, "printed", 1, 3000, 8000, "rule", make_branch_curve(3000, 8000, 10, 0.9)),
    )


def make_branched(**overrides: Any) -> Frame:
    """Standing at the end of branch 2 of `make_branches`."""
    values = {
        "step": 4000,
        "tip": 4000,
        "branch": 2,
        "branches": make_branches(),
        "history": make_history(4000, 10),
        "train_curve": make_evaluations(4000, 3),
        "test_curve": make_evaluations(4000, 3),
    }
    return make_frame(**(values | overrides))


def make_comparison(first: int, second: int, step: int, n_hidden: int = 8) -> Comparison:
    """The difference of two random networks."""
    a, b = make_network(784, n_hidden, 10, 1), make_network(784, n_hidden, 10, 2)
    return Comparison(first, second, step, b.W1 - a.W1, b.W2 - a.W2, dataset=make_images())
