"""The colours of paper and ink: how a grey value is drawn in either theme."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from bpviz.network.types import Floats
from bpviz.ui.core.theme import Theme


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of ``#rrggbb``, each 0 … 255."""
    parts = QColor(colour)
    return parts.red(), parts.green(), parts.blue()


def ink_table(theme: Theme) -> NDArray[np.uint8]:
    """Return 256 colours from paper to ink, (256, 3) uint8."""
    ends = np.array([rgb(theme.base), rgb(theme.text)])
    return np.rint(np.linspace(ends[0], ends[1], 256)).astype(np.uint8)


def ink_colours(values: Floats, level: float, theme: Theme) -> NDArray[np.uint8]:
    """Return the colours of `values` of any shape (…): (…, 3) uint8.

    0 is the colour of paper, `level` > 0 that of ink.  Where any value is below 0, all have the
    theme's signed colours; what is not finite has its warning colour.
    """
    good = np.isfinite(values)
    share = np.clip(np.where(good, values, 0.0) / level, -1.0, 1.0)
    if (share < 0).any():
        table = np.asarray(theme.signed.getLookupTable(0.0, 1.0, 256)[:, :3], dtype=np.uint8)
        index = np.rint(127.5 + 127.5 * share)
    else:
        table = ink_table(theme)
        index = np.rint(255 * share)
    colours = table[index.astype(np.intp)]
    colours[~good] = rgb(theme.warning)
    return colours
