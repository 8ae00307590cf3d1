"""Random networks and pairs of every shape, for property tests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import Activation, CompressedRows, GradientRule, Network
from bpviz.network.kernels import Workspace
from bpviz.network.types import Floats, Ints

FIELDS = ("z1", "h", "z2", "f", "delta2", "delta1", "sigma1_prime", "sigma2_prime")


@dataclass(frozen=True)
class Pair:
    """A network, one pair (x, y), and which formula δ1 follows."""

    net: Network
    x: Floats
    y: Floats
    rule: GradientRule

    @property
    def as_printed(self) -> bool:
        return self.rule is GradientRule.AS_PRINTED

    @property
    def rows(self) -> CompressedRows:
        return CompressedRows.from_dense(self.x[np.newaxis])

    @property
    def ws(self) -> Workspace:
        return Workspace.empty(self.net.n_hidden, self.net.n_outputs)


def make_pair(
    n: int,
    l: int,  # noqa: E741
    d: int,
    *,
    seed: int = 0,
    scale: float = 1.0,
    density: float = 1.0,
    sigma1: Activation = Activation.SIGMOID,
    sigma2: Activation = Activation.SIGMOID,
    rule: GradientRule = GradientRule.EXACT,
) -> Pair:
    """Weights N(0, scale²/fan-in), x with a share `density` of entries that are not zero."""
    rng = np.random.default_rng(seed)
    W1 = scale * rng.normal(size=(l, n)) / np.sqrt(n)
    W2 = scale * rng.normal(size=(d, l)) / np.sqrt(l)
    x = np.where(rng.random(n) < density, rng.normal(size=n), 0.0)
    return Pair(Network(W1, W2, sigma1, sigma2), x, rng.normal(size=d), rule)


sizes = st.one_of(st.sampled_from([1, 2, 3, 4, 5, 8]), st.integers(1, 40))


@st.composite
def pairs(draw: st.DrawFn, scales: st.SearchStrategy[float] | None = None) -> Pair:
    return make_pair(
        draw(sizes),
        draw(sizes),
        draw(sizes),
        seed=draw(st.integers(0, 2**32)),
        scale=draw(st.sampled_from([1e-3, 0.1, 1.0, 5.0]) if scales is None else scales),
        density=draw(st.sampled_from([0.0, 0.2, 0.5, 1.0])),
        sigma1=draw(st.sampled_from(list(Activation))),
        sigma2=draw(st.sampled_from(list(Activation))),
        rule=draw(st.sampled_from(list(GradientRule))),
    )


def error(found: Floats, right: Floats) -> float:
    """Largest difference, in units of the array's largest entry."""
    difference = np.abs(found - right).max()
    return float(difference / np.abs(right).max()) if difference else 0.0


def labels_of(data: Dataset) -> Ints:
    """The classes as the kernels want them: empty where there are none, and read-only."""
    labels = np.zeros(0, dtype=np.int64) if data.labels is None else data.labels
    labels.flags.writeable = False  # another type of array would be compiled again
    return labels
