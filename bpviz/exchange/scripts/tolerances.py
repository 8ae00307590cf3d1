"""By how much a step that is computed elsewhere may differ: rounding, taken through the equations.

Another program takes sums in another order and has other exponentials.  What that comes to in a
sum of k terms is about √k units in the last place of the largest of them, and what it comes to in
the numbers that follow is the slope of each equation times that.  So a tolerance is as small as it
can be, also behind saturated units, and is never less than what honest rounding does.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bpviz.network.reference import SIGMA
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats
from bpviz.network.weights import Network

_LEAST = 1e-300
"""Below this a difference is one between numbers that have no digits left."""


def tolerances(
    network: Network, trace: StepTrace, learning_rate: float, *, slope_digits_lost: bool = False
) -> dict[str, float]:
    """Return how far each quantity of a step may be from the one that is shown, at most.

    Parameters
    ----------
    network : Network
        Before the step.
    trace : StepTrace
    learning_rate : float
    slope_digits_lost : bool
        Whether the other program takes σ′ as f(1 − f) or 1 − f², which has no digits where σ is
        saturated.

    Returns
    -------
    dict of str to float
        By the names of `StepTrace`, ``W1`` and ``W2`` after the step; absolute.
    """
    W1, W2, t = network.W1, network.W2, trace
    unit = 2.0**-52 * (8 + 2 * math.sqrt(max(network.n_inputs, network.n_hidden)))
    lost = unit if slope_digits_lost else 0.0
    sigma1, sigma1_prime = SIGMA[network.sigma1]
    sigma2, sigma2_prime = SIGMA[network.sigma2]
    z1 = unit * (np.abs(W1) @ np.abs(t.x))
    h = _spread(sigma1, t.z1, z1) + unit * np.abs(t.h)
    z2 = np.abs(W2) @ h + unit * (np.abs(W2) @ np.abs(t.h))
    f = _spread(sigma2, t.z2, z2) + unit * np.abs(t.f)
    off = np.abs(t.f - t.y)
    loss = float(np.sum((2 * off + f) * f)) + unit * t.loss
    slope2 = _spread(sigma2_prime, t.z2, z2) + unit * np.abs(t.sigma2_prime) + lost
    delta2 = 2 * (f * np.abs(t.sigma2_prime) + (off + f) * slope2) + unit * np.abs(t.delta2)
    back = np.ones_like(W2) if t.gradient_rule is GradientRule.AS_PRINTED else W2
    sent = back.T @ t.delta2
    sent_off = np.abs(back).T @ (delta2 + unit * np.abs(t.delta2))
    slope1 = _spread(sigma1_prime, t.z1, z1) + unit * np.abs(t.sigma1_prime) + lost
    delta1 = sent_off * (np.abs(t.sigma1_prime) + slope1) + np.abs(sent) * slope1
    delta1 += unit * np.abs(t.delta1)
    step2 = np.outer(delta2, np.abs(t.h) + h) + np.outer(np.abs(t.delta2), h + unit * np.abs(t.h))
    step1 = np.outer(delta1 + unit * np.abs(t.delta1), np.abs(t.x))
    found: dict[str, Floats | float] = {
        "z1": z1,
        "h": h,
        "z2": z2,
        "f": f,
        "loss": loss,
        "delta2": delta2,
        "delta1": delta1,
        "grad_W2_norm": float(np.linalg.norm(step2)),
        "grad_W1_norm": float(np.linalg.norm(step1)),
        "W2": learning_rate * step2 + unit * np.abs(W2),
        "W1": learning_rate * step1 + unit * np.abs(W1),
    }
    return {name: float(np.max(off)) + _LEAST for name, off in found.items()}


def _spread(function: Callable[[Floats], Floats], at: Floats, off: Floats) -> Floats:
    """Return how far values of a function are from the one in the middle, also over a kink."""
    middle = function(at)
    return np.maximum(np.abs(function(at + off) - middle), np.abs(function(at - off) - middle))
