"""What outputs and targets of a regression are in the targets' own units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats
from bpviz.ui.panels.debugger.formulas.pieces import Line, Piece, symbol, value, where, words

MOST = 3
"""Values of so many outputs are written."""


def unit_lines(
    data: Dataset | None, name: Literal["f", "y"], values: Floats | None, which: Sequence[int]
) -> list[Line]:
    """Return a line with some of the `values` (d,) in own units.

    It is left out for classes, and where targets are in their own units already.
    """
    if data is None or data.target_scale is None or data.labels is not None or values is None:
        return []
    text = QCoreApplication.translate("formulas", "in original units:")
    pieces: list[Piece] = []
    for place, j in enumerate(which[:MOST]):
        offset, factor = data.target_scale[j].tolist()
        known = j < len(data.target_names)
        called = data.target_names[j] if known else symbol(name, j)
        pieces.append(words(f", {called} " if place else f"{text} {called} "))
        pieces.append(value(called, offset + factor * float(values[j]), where(name, j)))
    if len(which) > MOST:
        pieces.append(words(", …"))
    return [Line((), tuple(pieces), "")] if pieces else []
