"""ConfusionLayout: where cells, names, sums and bars of a confusion matrix lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

MOST_NUMBERED = 20
"""More classes than this have a heatmap without numbers."""

FACTORS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
"""Sizes of the cells' numbers, as factors of the font's."""

SMALLEST = 10.5
"""Pixels of the lowest line of text that can be read."""

TOP = 2
PAD = 4
GAP = 6


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of texts in pixels, in the widget's font.

    Attributes
    ----------
    line : int
        Height of a line.
    name : int
        Width of the widest class name.
    number : int
        Width of the widest number in a cell.
    total : int
        Width of the widest sum.
    share : int
        Width of "100.0 %".
    """

    line: int
    name: int
    number: int
    total: int
    share: int


@dataclass(frozen=True, slots=True)
class ConfusionLayout:
    """Places in the widget's pixels; what has no room has the width or height 0.

    A spot is (row, column): cells have both in 0 … c − 1, row −1 is the head of a column, column
    −1 that of a row, column c the accuracy of a class.  Each has its place; the corners stand for
    all classes together.

    Attributes
    ----------
    n : int
        Classes, c.
    cell_width, cell_height : float
        Whole numbers where there are numbers in the cells.
    matrix : QRectF
    names : float
        Width of the rows' names, which end just left of the matrix.
    rows : float
        Size of what stands beside the rows; 0 where not every row has room for it.
    factor : float
        Size of the cells' numbers; 0 where they have no room.
    upright : bool
        Whether the names of the columns are written upwards.
    head : float
        Height of the columns' names.
    sums : float
        Width of the rows' sums.
    foot : float
        Height of the columns' sums.
    bars : QRectF
        Where the bars of the classes' accuracies lie.
    shares : float
        Width of the number beside each bar; it stands right of `bars`.
    """

    n: int
    cell_width: float
    cell_height: float
    matrix: QRectF
    names: float
    rows: float
    factor: float
    upright: bool
    head: float
    sums: float
    foot: float
    bars: QRectF
    shares: float

    @classmethod
    def fitting(cls, size: QSize, n: int, text: Measures) -> ConfusionLayout:
        """Fit a matrix of `n` (≥ 1) classes into `size`; what matters least is left out first."""
        line, numbered = text.line, n <= MOST_NUMBERED
        least = (size.height() - 2 * line - TOP - PAD - 2) // n  # of a row, without long names
        factors = [f for f in FACTORS if f * line >= SMALLEST] or [1.0]
        legible = numbered and least >= factors[-1] * line
        names = min(text.name, size.width() // 4)
        left = line + GAP + names + PAD
        bars = 4.0 * line if numbered and size.width() > 22 * line else 2.0 * line
        shares = text.share + PAD if legible else 0
        sums = text.total + GAP if legible else 0
        fixed = left + GAP + bars + PAD + shares + PAD
        needed = text.number * factors[-1] + PAD
        if (size.width() - fixed - sums) / n < needed:
            sums = 0
        if (size.width() - fixed) / n < needed and legible:
            fixed, bars = fixed - bars, 0.0
        width = (size.width() - fixed - sums) / n
        top, foot = line + TOP + PAD, line + PAD if sums else 0
        longest = min(text.name + PAD, 5 * line)
        upright = longest > width and numbered and n > 1
        head = longest if upright else line
        if upright and (size.height() - top - head) / n < line:
            upright, head = False, line  # cut short rather
        if foot and (size.height() - top - head - foot) / n < line:
            foot = 0
        top += head
        height = (size.height() - top - foot - 2) / n
        if numbered:
            width, height = min(width, 7.0 * line), min(height, 3.5 * line)
            width, height = float(max(int(width), 1)), float(max(int(height), 1))
        width, height = max(width, 0.01), max(height, 0.01)
        rows = next((f for f in factors if f * line <= height), 0.0)
        factor = 0.0
        if legible:
            fits = (f for f in factors if f * text.number + PAD <= width and f * line <= height)
            factor = next(fits, 0.0)
        spare = size.width() - fixed - sums - width * n
        if bars:
            longer = min(max(spare, 0.0), 10.0 * line)
            bars, spare = bars + longer, spare - longer
        start = left + max(spare, 0.0) // 2
        matrix = QRectF(start, top, width * n, height * n)
        beside = QRectF(matrix.right() + sums + GAP, top, bars, height * n)
        return cls(
            n, width, height, matrix, names, rows, factor, upright, head, sums, foot, beside,
            float(shares),
        )  # fmt: skip

    def cell(self, row: int, column: int) -> QRectF:
        """Return the place of a spot."""
        x, width = self.matrix.left() + column * self.cell_width, self.cell_width
        y, height = self.matrix.top() + row * self.cell_height, self.cell_height
        if column < 0:
            x, width = 0.0, self.matrix.left() - PAD
        elif column >= self.n:
            x, width = self.matrix.right() + PAD, self.right - self.matrix.right() - PAD
        if row < 0:
            height = self.head
            y = self.matrix.top() - PAD - height
        return QRectF(x, y, width, height)

    @property
    def names_left(self) -> float:
        """Left end of the rows' names."""
        return self.matrix.left() - PAD - self.names

    @property
    def right(self) -> float:
        """Right end of everything."""
        return self.bars.right() + PAD + self.shares

    def spot(self, at: QPointF) -> tuple[int, int] | None:
        """Return the spot at a point, None beside everything."""
        matrix = self.matrix
        if not (0 <= at.x() < self.right) or at.y() < 0:
            return None
        if at.y() >= matrix.bottom() + self.foot:
            return None
        column = self._index(at.x() - matrix.left(), self.cell_width)
        row = self._index(at.y() - matrix.top(), self.cell_height)
        if row == self.n:  # the columns' sums
            row = -1
        return row, column

    def _index(self, offset: float, size: float) -> int:
        return min(max(int(offset // size), -1), self.n)


def widest(texts: list[str], width: Callable[[str], int]) -> int:
    """Return the width of the widest text; 0 if there are none."""
    return max(map(width, texts), default=0)
