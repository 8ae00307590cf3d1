"""ShownRules: the gradient of one pair by both rules and by differences, and the angles between."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.training.evaluation.rule_infos import RuleDifferences, rows_compared
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_range import peak

EXACT, PRINTED = 2, 1
"""Series of the theme."""


def rule_series(rule: GradientRule) -> int:
    """Return the index of a rule's colour among the series of a theme."""
    return EXACT if rule is GradientRule.EXACT else PRINTED


def rule_colour(rule: GradientRule, theme: Theme) -> str:
    """Return the colour of a rule, ``#rrggbb``."""
    return theme.series[rule_series(rule)]


def way_colour(way: Way, theme: Theme) -> str:
    """Return the colour of the title of a heatmap."""
    if way is Way.EXACT:
        return theme.series[EXACT]
    return theme.series[PRINTED] if way is Way.PRINTED else theme.text


class Way(StrEnum):
    """A way to come to a gradient, or what lies between two of them."""

    EXACT = "exact"
    PRINTED = "printed"
    DIFFERENCES = "differences"
    GAP = "gap"
    """The printed one minus the exact one."""


WAYS = (Way.EXACT, Way.PRINTED, Way.DIFFERENCES)


@dataclass(frozen=True, eq=False)
class ShownRules:
    """One pair at the weights of one position.

    Attributes
    ----------
    network : Network
    exact, printed : StepTrace
        The same step by both rules; they differ in δ1 alone.
    differences : RuleDifferences or None
        Of this very pair and these weights; None where there are none yet.
    """

    network: Network
    exact: StepTrace
    printed: StepTrace
    differences: RuleDifferences | None

    @classmethod
    def of(cls, frame: Frame, before: ShownRules | None = None) -> ShownRules | None:
        """Return what `frame` shows: the selected pair, else that of the step at hand.

        None while there is no data.  What `before` knows of the same pair is taken from it.
        """
        shown = frame.preview if frame.selected_trace is None else frame.selected_trace
        if shown is None:
            return None
        network = frame.old_network
        differences = frame.differences
        if differences is not None and not _same(differences.network, differences, network, shown):
            differences = None
        if before is not None and _same(before.network, before.exact, network, shown):
            if differences is before.differences:
                return before
            return cls(network, before.exact, before.printed, differences)
        from bpviz.network.evaluate import trace  # numba loads only when it is needed

        with np.errstate(all="ignore"):
            both = {
                rule: shown
                if shown.gradient_rule is rule
                else trace(network, shown.x, shown.y, rule)
                for rule in GradientRule
            }
        return cls(network, both[GradientRule.EXACT], both[GradientRule.AS_PRINTED], differences)

    @property
    def rows(self) -> int:
        """Rows of ∂W₁ that are shown: all, or the first ones of very many."""
        return rows_compared(self.network.n_hidden, self.network.n_inputs)

    def gradient(self, matrix: MatrixName, way: Way) -> Floats | None:
        """Return ∂W₁ (r, n) or ∂W₂ (d, l) by one of the ways; None where it is not known.

        Rows of differences that are still to come are NaN, see `known`.
        """
        first = matrix == "W1"
        if way is Way.DIFFERENCES:
            found = self.differences
            return None if found is None else found.W1 if first else found.W2
        step = self.exact if way is Way.EXACT else self.printed
        with np.errstate(all="ignore"):
            if not first:
                return step.grad_W2 - self.exact.grad_W2 if way is Way.GAP else step.grad_W2
            delta = step.delta1 - self.exact.delta1 if way is Way.GAP else step.delta1
            return np.outer(delta[: self.rows], step.x)

    def known(self, matrix: MatrixName, way: Way) -> int:
        """Return how many rows are there."""
        rows = self.rows if matrix == "W1" else self.network.n_outputs
        if way is not Way.DIFFERENCES:
            return rows
        found = self.differences
        return 0 if found is None else found.rows if matrix == "W1" else rows

    def peak(self, matrix: MatrixName) -> float:
        """Return the largest magnitude of both rules: that of δ times that of x or h."""
        if matrix == "W2":
            return peak(self.exact.delta2) * peak(self.exact.h)
        return max(peak(self.exact.delta1), peak(self.printed.delta1)) * peak(self.exact.x)

    @property
    def cosine(self) -> float:
        """Cosine between both rules' ∂W₁; NaN where one of them is 0 or not finite."""
        if not self.exact.x.any():
            return math.nan
        return cosine(self.exact.delta1, self.printed.delta1)

    @property
    def ratio(self) -> float:
        """‖∂W₁‖ by the printed rule over that by the exact one; NaN where that is 0."""
        printed, exact = self.printed.grad_W1_norm, self.exact.grad_W1_norm
        return printed / exact if exact > 0 and math.isfinite(exact) else math.nan

    @cached_property
    def sent_back(self) -> tuple[float, float, float]:
        """What arrives at the hidden units before the slope: least and most exactly, and printed.

        N7 sends W₂ᵀδ2, to each unit its own; the printed rule Σⱼ δ2ⱼ, to all of them.
        """
        with np.errstate(all="ignore"):
            exact = np.einsum("j,jk->k", self.exact.delta2, self.network.W2)
            return float(exact.min()), float(exact.max()), float(self.exact.delta2.sum())

    @cached_property
    def to_differences(self) -> dict[tuple[MatrixName, Way], float]:
        """Cosine between each rule and the differences; NaN until these are complete."""
        found = self.differences
        ways = (Way.EXACT, Way.PRINTED)
        keys: list[tuple[MatrixName, Way]] = [(m, w) for m in ("W1", "W2") for w in ways]
        if found is None or not found.complete:
            return dict.fromkeys(keys, math.nan)
        cosines = {}
        for matrix, way in keys:
            analytic = self.gradient(matrix, way)
            numeric = self.gradient(matrix, Way.DIFFERENCES)
            assert analytic is not None
            assert numeric is not None
            cosines[matrix, way] = cosine(analytic.ravel(), numeric.ravel())
        return cosines


def cosine(a: Floats, b: Floats) -> float:
    """``a · b / (‖a‖ ‖b‖)`` over the entries that both have, −1 … 1.

    NaN where one of them is 0 or infinite.  Not by BLAS, whose threads would take the trainer's
    processor.
    """
    there = ~(np.isnan(a) | np.isnan(b))
    if not there.all():
        a, b = a[there], b[there]
    high = float(np.abs(a).max(initial=0.0)), float(np.abs(b).max(initial=0.0))
    if not all(0 < each < math.inf for each in high):
        return math.nan
    a, b = a / high[0], b / high[1]
    lengths = math.sqrt(np.einsum("i,i->", a, a) * np.einsum("i,i->", b, b))
    return min(max(float(np.einsum("i,i->", a, b)) / lengths, -1.0), 1.0)


def _same(
    network: Network, pair: StepTrace | RuleDifferences, other: Network, shown: StepTrace
) -> bool:
    return network is other and np.array_equal(pair.x, shown.x) and np.array_equal(pair.y, shown.y)
