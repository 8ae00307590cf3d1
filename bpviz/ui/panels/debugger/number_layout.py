"""How the pieces of a formula's lines are set: signs of equality in a column, lines that wrap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.debugger.formulas.pieces import Line, Piece, Role

Measure = Callable[[Piece], float]
"""Returns the width of a piece in pixels."""

WIDEST_LEFT = 0.4
"""The sign of equality stands at most at this share of the width."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its place."""

    piece: Piece
    rect: QRectF


def lay_out(
    lines: Sequence[Line], width: float, height: float, measure: Measure, gap: float
) -> tuple[list[Placed], float]:
    """Place all pieces.

    Parameters
    ----------
    lines : sequence of Line
    width : float
        Room in pixels.
    height : float
        Of a line.
    measure : callable
    gap : float
        Between a sign of equality and what is beside it.

    Returns
    -------
    places : list of Placed
        From left to right and from top to bottom.
    total : float
        Height of all of it.
    """
    lefts = [sum(map(measure, line.left)) for line in lines]
    relation = max((measure(Piece(line.relation)) for line in lines), default=0.0)
    column = min(max(lefts, default=0.0), WIDEST_LEFT * width)
    places: list[Placed] = []
    y = 0.0
    for line, left in zip(lines, lefts, strict=True):
        x = max(column - left, 0.0)
        for piece in line.left:
            places.append(Placed(piece, QRectF(x, y, measure(piece), height)))
            x += measure(piece)
        # A left side that is too wide has the line to itself.
        if left > column:
            y += height
        x = column + gap
        places.append(Placed(Piece(line.relation), QRectF(x, y, relation, height)))
        start = x + relation + gap
        x = start
        for group in _groups(line.right):
            wide = sum(map(measure, group))
            if x > start and x + wide > width:
                y += height
                x = start
            for piece in group:
                size = measure(piece)
                if x > start and x + size > width:  # a group that is wider than a line
                    y += height
                    x = start
                places.append(Placed(piece, QRectF(x, y, size, height)))
                x += size
        y += height
    return places, y


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Split pieces where a line may be broken."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.breaks and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def colour_of(piece: Piece, theme: Theme) -> str:
    """Return the colour in which a piece is written."""
    if piece.role in (Role.FACTOR, Role.RESULT) and ("∞" in piece.text or "NaN" in piece.text):
        return theme.warning
    return theme.muted if piece.role in (Role.MISSING, Role.WORDS) else theme.text


def is_stop(piece: Piece) -> bool:
    """Return whether the arrow keys stop at a piece: at numbers, and where one is missing."""
    return bool(piece.name) and piece.role in (Role.FACTOR, Role.RESULT, Role.MISSING)
