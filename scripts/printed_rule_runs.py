"""Two trainings of MNIST from the same start, with the exact and the printed rule, looked at.

What `printed_rule.py` prints and draws is measured here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bpviz.datasets import Dataset
from bpviz.headless import look
from bpviz.network import GradientRule, Network, gradient_check, trace
from bpviz.network.types import Floats, Ints
from bpviz.training import Session, Settings

EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED
PAIRS = 200
"""Random training pairs over which cosines are averaged."""


def minus(text: str) -> str:
    """Write the sign as the rest of the documentation does."""
    return text.replace("-", "−")


def cosine(a: Floats, b: Floats) -> float:
    """Return the cosine of the angle between two arrays; 0 if one of them is nothing but zeros."""
    sizes = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / sizes if sizes > 0 else 0.0


@dataclass(frozen=True)
class Place:
    """What is found at one step of a run.

    Attributes
    ----------
    step : int
    loss, accuracy : float
        Mean loss and share of right answers on the test part.
    cosine : float
        Between the exact and the printed gradient of W₁, mean over `PAIRS` pairs.
    uphill : float
        Share of these pairs for which it is negative.
    activation : float
        Mean of h over hidden units and pairs, 0 … 1.
    negative : float
        Share of the entries of W₂ that are below 0.
    common : float
        Share of the squared change of W₁ since the start that all its rows have in common.
    agreement : tuple of two float
        Cosine of the exact gradient of W₁ with central differences, and of the printed one with
        them, for the first of the pairs.
    """

    step: int
    loss: float
    accuracy: float
    cosine: float
    uphill: float
    activation: float
    negative: float
    common: float
    agreement: tuple[float, float]


def common_share(change: Floats) -> float:
    """Return the part of ‖change‖² that stays if each row is replaced by the mean of all rows."""
    total = float((change**2).sum())
    return len(change) * float((change.mean(axis=0) ** 2).sum()) / total if total > 0 else 0.0


def agreement(network: Network, x: Floats, y: Floats) -> tuple[float, float]:
    """Return the cosines of both closed forms of ∂W₁ with central differences."""
    numeric = gradient_check(network, x, y).numeric_W1
    exact, printed = (
        cosine(trace(network, x, y, rule).grad_W1, numeric) for rule in (EXACT, PRINTED)
    )
    return exact, printed


def place(session: Session, begin: Network, chosen: Ints) -> Place:
    """Look at a run where it stands; `chosen` are the numbers of the pairs."""
    data = session.dataset
    assert data.test is not None
    network = session.network
    test = look(session, data.test)
    assert test.mean_loss is not None
    assert test.accuracy is not None
    cosines, activations = [], []
    for i in chosen:
        exact = trace(network, data.X[i], data.Y[i], EXACT)
        printed = trace(network, data.X[i], data.Y[i], PRINTED)
        # Both gradients are δ1 xᵀ with the same x: the angle between them is that of the two δ1.
        cosines.append(cosine(exact.delta1, printed.delta1))
        activations.append(exact.h.mean())
    return Place(
        session.step,
        test.mean_loss,
        test.accuracy,
        float(np.mean(cosines)),
        float((np.array(cosines) < 0).mean()),
        float(np.mean(activations)),
        float((network.W2 < 0).mean()),
        common_share(network.W1 - begin.W1),
        agreement(network, data.X[chosen[0]], data.Y[chosen[0]]),
    )


def run(data: Dataset, rule: GradientRule, seed: int, steps: Sequence[int]) -> list[Place]:
    """Train from the start that `seed` gives, and look at each of `steps`, which rise."""
    session = Session(Settings(gradient_rule=rule, seed=seed), data)
    begin = session.network
    chosen = np.random.default_rng(seed).integers(0, data.n_samples, PAIRS)
    places = []
    for step in steps:
        session.advance(step - session.step)
        places.append(place(session, begin, chosen))
    return places
