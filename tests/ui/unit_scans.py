"""Looks at hidden units made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import UnitScan


def make_unit_scan(n_hidden: int = 8, **overrides: Any) -> UnitScan:
    """Unit k has mean 0.1 k, is saturated on 1 − 0.1 k, and costs k mod 3 % of accuracy."""
    k = np.arange(n_hidden)
    counts = np.zeros((n_hidden, 4), dtype=np.int64)
    counts[k, k % 4] = 200
    values: dict[str, Any] = {
        "step": 100,
        "part": Part.TEST,
        "n_samples": 200,
        "mean_activation": 0.1 * k,
        "saturated": 1 - 0.1 * k,
        "edges": np.linspace(0.0, 1.0, 5),
        "counts": counts,
        "loss": 0.2,
        "accuracy": 0.94,
        "loss_without": 0.2 + 0.01 * k,
        "accuracy_without": 0.94 - 0.01 * (k % 3),
        "off": (),
        "loss_off": 0.2,
        "accuracy_off": 0.94,
    }
    return UnitScan(**(values | overrides))


def regression_scan(n_hidden: int = 8, **overrides: Any) -> UnitScan:
    """The same of a regression."""
    nothing = {"accuracy": None, "accuracy_without": None, "accuracy_off": None}
    return make_unit_scan(n_hidden, **(nothing | overrides))
