"""A toy for regression: a curve, one input and one output."""

from __future__ import annotations

import math

import numpy as np

from bpviz.datasets.entry import Chosen
from bpviz.datasets.toys.random_numbers import Draws, steady
from bpviz.datasets.toys.samples import Samples
from bpviz.network.elementary import cos_sin_of_turns

LOW, HIGH = 0.1, 0.9
"""Between them lie the targets: a σ₂ whose range is 0 … 1 does not reach its ends."""


def sine(chosen: Chosen) -> Samples:
    """Return one period of the sine with noise in y.

    y = 0 is in the middle between `LOW` and `HIGH`, and the sine's own range fits in always.
    """
    draws = Draws(chosen.seed)
    x = steady(math.pi * (2.0 * draws.uniform(chosen.n_samples) - 1.0))
    sin = cos_sin_of_turns(x / (2.0 * math.pi))[1]
    y = steady(sin + chosen.noise * draws.normal(chosen.n_samples))
    reach = max(1.0, float(np.abs(y).max()))
    factor = 2.0 * reach / (HIGH - LOW)
    offset = -factor * (LOW + HIGH) / 2.0
    targets = np.clip((y - offset) / factor, LOW, HIGH)  # it may be off in the last digit
    return Samples(
        inputs=x[:, np.newaxis],
        targets=targets[:, np.newaxis],
        input_names=("x",),
        target_names=("y",),
        target_scale=np.array([[offset, factor]]),
    )
