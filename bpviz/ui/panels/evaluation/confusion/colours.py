"""How deep the cells of a confusion matrix are coloured."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from bpviz.network.types import Floats
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import colour_table, lookup

RIGHT_DEPTH = 0.5
"""How deep the colour of a cell on the diagonal is at most: mistakes are to stand out."""

GAMMA = 0.6
"""Exponent of the mistakes' colours; below 1, so that few can be told from none."""


def cell_strengths(confusion: Confusion, *, as_shares: bool) -> Floats:
    """Return how deep each cell is coloured, (c, c) float64 in −`RIGHT_DEPTH` … 1.

    What is right lies below 0, by the share of its class; mistakes above, by the largest of them.
    """
    wrong = confusion.mistakes(as_shares=as_shares)
    found: Floats = (wrong / max(float(wrong.max(initial=0.0)), 1e-300)) ** GAMMA
    np.fill_diagonal(found, -RIGHT_DEPTH * np.diagonal(confusion.shares))
    return found


def strongest(strengths: Floats, rows: int, columns: int) -> Floats:
    """Return at most `rows` × `columns` cells; one that stands for many is as deep as the deepest.

    A picture with fewer pixels than cells would leave most of them out, and with them mistakes.
    """
    for axis, most in ((0, rows), (1, columns)):
        n = strengths.shape[axis]
        if n > most > 0:
            starts = -(-np.arange(most) * n // most)
            high = np.maximum.reduceat(strengths, starts, axis=axis)
            low = np.minimum.reduceat(strengths, starts, axis=axis)
            strengths = np.where(high >= -low, high, low)
    return strengths


def cells_image(strengths: Floats, theme: Theme) -> QImage:
    """Return a picture with a pixel in the colour of each strength."""
    places = np.where(strengths < 0, 127.0, 128.0) + 127.0 * strengths
    return lookup(np.rint(places), colour_table(theme))
