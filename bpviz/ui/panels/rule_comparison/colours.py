"""The colour of each gradient rule: the same above its heatmap and in both of its curves."""

from __future__ import annotations

from bpviz.network.rules import GradientRule
from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.rule_comparison.model import Way

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
