"""Frames whose numbers are the kernels' own."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import Network, StepTrace, trace
from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from tests.ui.frames import make_frame


def make_data(n: int, d: int, seed: int = 0, zeros: float = 0.5) -> Dataset:
    """Four pairs; a share of the inputs is 0."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(4, n)) * (rng.random((4, n)) >= zeros)
    return Dataset.from_arrays("pairs", X, rng.random((4, d)))


def updated(network: Network, t: StepTrace, rate: float, row: int) -> Network:
    """The first `row` rows of the update done, W₂'s before W₁'s."""
    W1, W2 = network.W1.copy(), network.W2.copy()
    d = network.n_outputs
    with np.errstate(all="ignore"):
        W2[:row] -= np.outer(rate * t.delta2, t.h)[:row]
        k = max(row - d, 0)
        used = t.x != 0
        W1[:k, used] -= np.outer(rate * t.delta1, t.x)[:k, used]
    return Network(W1, W2, network.sigma1, network.sigma2)


def kernel_frame(
    data: Dataset,
    network: Network,
    phase: Phase = Phase.DRAW,
    row: int = 0,
    *,
    rate: float = 0.1,
    rule: str = "exact",
    sample: int = 1,
    **overrides: Any,
) -> Frame:
    """A frame that stands at `row` of `phase` of the step on pair `sample`."""
    t = trace(network, data.x(sample), data.Y[sample], gradient_rule=rule)
    values: dict[str, Any] = {
        "network": network,
        "preview": t,
        "phase": phase,
        "row": row,
        "learning_rate": rate,
        "gradient_rule": t.gradient_rule,
        "sample": sample,
        "step": 7,
        "tip": 7,
    }
    if phase is Phase.UPDATE:
        values["network"] = updated(network, t, rate, row)
        values["network_before"] = network
    return make_frame(data, **(values | overrides))


def whole(frame: Frame) -> StepTrace:
    """The whole step of a frame."""
    assert frame.preview is not None
    return frame.preview


def some_network(n: int, l: int, d: int, seed: int = 0, **kinds: Any) -> Network:  # noqa: E741
    return Network.initial(n_inputs=n, n_hidden=l, n_outputs=d, seed=seed, **kinds)


def scaled(network: Network, factor: float) -> Network:
    """All weights times `factor`."""
    with np.errstate(all="ignore"):
        W1: Floats = network.W1 * factor
        return Network(W1, network.W2 * factor, network.sigma1, network.sigma2)
