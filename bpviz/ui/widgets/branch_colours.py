"""The colour of each branch of a run: the same in every panel, told apart by the colour blind."""

from __future__ import annotations

from PySide6.QtGui import QColor

from bpviz.ui.theme import Theme

LIGHT_CYCLE = ("#7c207b", "#c33519", "#3f91b9", "#e9057a", "#6b4f1d", "#9a6bff")
DARK_CYCLE = ("#c77dff", "#ff7a5c", "#20d8fc", "#ff6fb5", "#b99a6b", "#7f86ff")
"""Of equal hues, none of them one of the curves' own blue, orange and green (`Theme.series`)."""


def branch_colour(number: int, theme: Theme) -> QColor:
    """Return the colour of the branch called `number`; after the last of the cycle comes the first.

    Colours repeat, so none of them ever stands without the branch's name.
    """
    cycle = DARK_CYCLE if theme.dark else LIGHT_CYCLE
    return QColor(cycle[number % len(cycle)])
