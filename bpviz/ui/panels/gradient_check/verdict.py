"""What the numbers of a gradient check mean."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from bpviz.training.evaluation.check_note import CheckNote

if TYPE_CHECKING:
    from bpviz.network.step_sizes import StepSizeSweep

AGREES = 1e-5
"""Relative errors up to this are truncation and rounding."""

DIFFERS = 1e-2
"""Those above it are hardly ever anything but a wrong derivative."""

_FINE, _BETTER, _NEIGHBOURS = 1e-4, 10.0, 3
"""A weight agrees at other step sizes where so many in a row have no larger error than that, and
one so many times smaller than at the step size that was used."""


class Verdict(Enum):
    """How a check came out."""

    REFUSED = "refused"
    NOTHING = "nothing"
    """No weight can be compared."""
    ZERO = "zero"
    """Wherever they can be compared both are exactly 0."""
    AGREES = "agrees"
    STEP_SIZE = "step size"
    """They differ, but the worst weight agrees at other step sizes."""
    DOUBTFUL = "doubtful"
    DIFFERS = "differs"

    @property
    def good(self) -> bool:
        """Whether nothing speaks against the derivative."""
        return self is Verdict.AGREES


def verdict_of(note: CheckNote) -> Verdict:
    """Return how a check came out."""
    result = note.result
    if result is None:
        return Verdict.REFUSED
    if result.worst is None:
        return Verdict.NOTHING
    error = result.max_relative_error
    if error <= AGREES:
        return Verdict.ZERO if error == 0 else Verdict.AGREES
    if note.worst is not None and agrees_elsewhere(note.worst.curve, error):
        return Verdict.STEP_SIZE
    return Verdict.DOUBTFUL if error <= DIFFERS else Verdict.DIFFERS


def agrees_elsewhere(curve: StepSizeSweep, error: float) -> bool:
    """Whether the weight agrees over a stretch of step sizes, where at the one used it has `error`.

    One alone would not do: a curve that only passes through the closed form comes near it as well.
    Nor would a stretch that is no better: a slightly wrong derivative is as wrong at all of them.
    """
    most = min(_FINE, error / _BETTER)
    with np.errstate(invalid="ignore"):
        fine = (np.minimum(curve.double, curve.extended) <= most) & ~curve.kink
    run = np.convolve(fine.astype(int), np.ones(_NEIGHBOURS, dtype=int), mode="valid")
    return bool((run == _NEIGHBOURS).any())
