"""Trials, curves and differences made by hand, for frames without a trainer."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.network import GradientRule
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.evaluation.rule_infos import (
    PairedRunInfo,
    PairedSide,
    RuleCosines,
    RuleDifferences,
)
from bpviz.training.events import Frame
from bpviz.training.infos import BranchCurve


def make_cosines(*points: tuple[int, float]) -> RuleCosines:
    """A curve through (step, mean), a band of ±0.1 around it."""
    steps = np.array([step for step, _ in points], dtype=np.int64)
    mean = np.array([value for _, value in points], dtype=np.float64)
    return RuleCosines(steps, mean, mean - 0.1, mean + 0.1, np.full(len(points), 0.25))


def make_side(rule: GradientRule, **overrides: Any) -> PairedSide:
    exact = rule is GradientRule.EXACT
    tip = overrides.get("tip", 400)
    starts = np.arange(0, tip, 4, dtype=np.int64)
    loss = BranchCurve(starts, 4, np.full(len(starts), 0.1 if exact else 2.5))
    steps = np.array([0, tip], dtype=np.int64)
    right = np.array([0.1, 0.9 if exact else 0.1])
    values: dict[str, Any] = {
        "rule": rule,
        "branch": 2 if exact else 1,
        "name": "exact" if exact else "as printed",
        "tip": tip,
        "loss": loss,
        "mean_loss": 0.1 if exact else 2.5,
        "cosines": make_cosines((0, 0.1), (tip, -0.2 if exact else -0.8)),
        "test": Evaluations(steps, np.array([1.0, 0.5]), right),
    }
    return PairedSide(**(values | overrides))


def make_trial(training: GradientRule | None = None, **overrides: Any) -> PairedRunInfo:
    values: dict[str, Any] = {
        "start": 0,
        "steps": 400,
        "sides": (make_side(GradientRule.EXACT), make_side(GradientRule.AS_PRINTED)),
        "training": training,
    }
    return PairedRunInfo(**(values | overrides))


def differences_of(frame: Frame, rows: int | None = None) -> RuleDifferences:
    """The exact gradient of the pair of the step at hand as its own differences."""
    shown = frame.preview
    assert shown is not None
    W1 = np.array(shown.grad_W1)
    known = len(W1) if rows is None else rows
    W1[known:] = np.nan
    return RuleDifferences(frame.network, shown.x, shown.y, W1, np.array(shown.grad_W2), known)
