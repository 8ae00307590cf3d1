"""The colour of each branch of a run: the same in every panel, told apart by the colour blind."""

from __future__ import annotations

from PySide6.QtGui import QColor

from bpviz.ui.core.theme import Theme

LIGHT_CYCLE = ("#512d92", "#b6410a", "#05a0ae", "#770c57", "#b86dff", "#4e3c02")
DARK_CYCLE = ("#a101f9", "#ee600c", "#9ef3ff", "#ca1f5a", "#806db2", "#faef28")
"""Chosen by search: as far as possible from one another and from the curves' own blue, orange and
green (`Theme.series`), also in the eyes of the colour blind."""


def branch_colour(number: int, theme: Theme) -> QColor:
    """Return the colour of the branch called `number`; after the last of the cycle comes the first.

    Colours repeat, so none of them ever stands without the branch's name.
    """
    cycle = DARK_CYCLE if theme.dark else LIGHT_CYCLE
    return QColor(cycle[number % len(cycle)])
