"""Notes as they are made with the least that they need."""

from __future__ import annotations

import math

import numpy as np
import pytest

import bpviz.training
from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule, Network, trace
from bpviz.training import Breakpoint
from bpviz.training.evaluation.check_info import CheckInfo, WeightSweep
from bpviz.training.infos import BranchInfo, BreakpointInfo, Comparison


def test_that_a_breakpoint_stops_at_its_first_hit_unless_said_otherwise() -> None:
    note = BreakpointInfo(1, Breakpoint.every(3))
    assert (note.enabled, note.ignore, note.hits, note.problem) == (True, 0, 0, "")


def test_that_a_first_branch_begins_at_step_0() -> None:
    note = BranchInfo(0, "Branch 1")
    assert (note.parent, note.fork, note.tip, note.change, note.curve) == (None, 0, 0, "", None)


def test_that_a_comparison_without_losses_says_not_a_number() -> None:
    note = Comparison(0, 1, 0, np.zeros((1, 1)), np.zeros((1, 1)))
    assert all(map(math.isnan, note.mean_losses))


def check_of(net: Network, data: Dataset, **more: object) -> CheckInfo:
    shown = trace(net, data.x(2), data.Y[2], GradientRule.AS_PRINTED)
    return CheckInfo(
        step=0, branch=0, part=Part.TRAIN, sample=2, own="", network=net, trace=shown, result=None,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_that_a_check_is_of_these_very_numbers_and_no_others(sparse: Dataset) -> None:
    sizes = {"n_inputs": sparse.n_inputs, "n_hidden": 3, "n_outputs": sparse.n_outputs}
    net, same, other = (Network.initial(**sizes, seed=seed) for seed in (1, 1, 2))
    note = check_of(net, sparse)
    assert note.rule is GradientRule.AS_PRINTED
    assert not note.is_of(net, None)
    assert note.is_of(net, note.trace)
    assert note.is_of(same, trace(same, sparse.x(2), sparse.Y[2]))
    assert not note.is_of(other, note.trace)
    assert not note.is_of(net, trace(net, sparse.x(3), sparse.Y[2]))
    changed = 1.0 - sparse.Y[2]
    assert not note.is_of(net, trace(net, sparse.x(2), changed))
    for name in ("W1", "W2"):
        matrices = {"W1": net.W1.copy(), "W2": net.W2.copy()}
        matrices[name][0, 0] += 1e-9
        edited = Network(**matrices, sigma1=net.sigma1, sigma2=net.sigma2)
        assert not note.is_of(edited, note.trace), name


def test_that_the_chosen_weight_is_shown_before_the_worst(sparse: Dataset) -> None:
    net = Network.initial(n_inputs=7, n_hidden=3, n_outputs=3, seed=1)
    worst = WeightSweep("W1", 0, 0, None)  # type: ignore[arg-type]
    chosen = WeightSweep("W2", 1, 1, None)  # type: ignore[arg-type]
    assert check_of(net, sparse).sweep is None
    assert check_of(net, sparse, worst=worst).sweep is worst
    assert check_of(net, sparse, worst=worst, chosen=chosen).sweep is chosen


def test_that_the_package_has_no_name_that_it_does_not_know() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Sessions'"):
        _ = bpviz.training.Sessions
