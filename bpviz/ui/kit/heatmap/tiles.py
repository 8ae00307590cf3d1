"""TileGrid: the rows of a matrix as pictures, side by side with gaps of one pixel."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TileGrid:
    """Where each entry of a (count, height · width) matrix stands in a picture of tiles.

    Tile k shows row k as a picture of `height` × `width` pixels; tiles follow one another from
    left to right, then downwards, `columns` in a line.  An entry behind those of the pixels, that
    of the constant input, is a foot on which the tile stands: lower and half as wide, so that
    nobody takes it for a pixel.

    Attributes
    ----------
    count, height, width, columns : int
        All at least 1, and `columns` at most `count`.
    constant : bool
        Whether rows have that one entry more.
    """

    count: int
    height: int
    width: int
    columns: int
    constant: bool = False

    @classmethod
    def fitting(
        cls, count: int, height: int, width: int, aspect: float, *, constant: bool = False
    ) -> TileGrid:
        """Choose the number of columns with which the pixels come out largest.

        Parameters
        ----------
        aspect : float
            Width divided by height of the place to fill; anything that is no number above 0
            counts as 1.
        """
        if not (math.isfinite(aspect) and aspect > 0):
            aspect = 1.0

        def wide(columns: int) -> bool:
            """Whether the width, rather than the height, bounds the size of the pixels."""
            rows, across = cls(count, height, width, columns, constant).shape
            return aspect * rows <= across

        def pixel(columns: int) -> float:
            rows, across = cls(count, height, width, columns, constant).shape
            return min(aspect / across, 1.0 / rows)

        # With more columns a grid only becomes wider and lower, so the best one is at the turn.
        turn = bisect_left(range(1, count), True, key=wide) + 1
        best = max((max(turn - 1, 1), turn), key=pixel)
        lines = -(-count // best)
        columns = -(-count // lines)  # lines as full as they can be
        return cls(count, height, width, columns, constant)

    @property
    def lines(self) -> int:
        """Lines of tiles."""
        return -(-self.count // self.columns)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the whole picture in pixels."""
        return (
            self.lines * (self.tile_height + 1) - 1,
            self.columns * (self.width + 1) - 1,
        )

    @property
    def foot(self) -> tuple[int, int, int]:
        """Height, first column and width of the foot in a tile; 0 high where there is none."""
        width = max(self.width // 2, 1)
        height = max(round(self.height / 8), 1) if self.constant else 0
        return height, (self.width - width) // 2, width

    @property
    def tile_height(self) -> int:
        """Height of a tile with its foot."""
        return self.height + self.foot[0]

    def picture(self, matrix: NDArray[Any], gap: float = math.nan) -> NDArray[np.float32]:
        """Lay out a (count, height · width) matrix; return a new float32 picture of `shape`.

        With `constant` the matrix has one column more.  Gaps, what is beside a foot, and missing
        tiles of the last line hold `gap`.
        """
        h, w, columns = self.height, self.width, self.columns
        high, pixels = self.tile_height + 1, h * w
        canvas = np.full((self.lines, high, columns, w + 1), gap, dtype=np.float32)
        tiles = matrix[:, :pixels].reshape(self.count, h, w)
        full = self.count // columns
        whole = tiles[: full * columns].reshape(full, columns, h, w)
        canvas[:full, :h, :, :w] = whole.transpose(0, 2, 1, 3)
        rest = tiles[full * columns :]
        if len(rest):
            canvas[full, :h, : len(rest), :w] = rest.transpose(1, 0, 2)
        if self.constant:
            foot, left, wide = self.foot
            feet = np.full(self.lines * columns, gap, dtype=np.float32)
            feet[: self.count] = matrix[:, pixels]
            canvas[:, h : h + foot, :, left : left + wide] = feet.reshape(-1, 1, columns, 1)
        return canvas.reshape(self.lines * high, columns * (w + 1))[:-1, :-1]

    def corner(self, row: int) -> tuple[int, int]:
        """Return y and x of the upper left pixel of tile `row`."""
        columns = self.columns
        return (row // columns) * (self.tile_height + 1), (row % columns) * (self.width + 1)

    def cell(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Return y, x, height and width of the pixels that show the entry (row, column)."""
        top, left = self.corner(row)
        if column == self.height * self.width:
            high, first, wide = self.foot
            return top + self.height, left + first, high, wide
        return top + column // self.width, left + column % self.width, 1, 1

    def pixel(self, row: int, column: int) -> tuple[int, int]:
        """Return y and x of the pixel that shows the entry (row, column), or of the middle one."""
        y, x, high, wide = self.cell(row, column)
        return y + high // 2, x + wide // 2

    def entry(self, y: int, x: int) -> tuple[int, int] | None:
        """Return (row, column) of the entry at a pixel; None in a gap or outside."""
        rows, across = self.shape
        if not (0 <= y < rows and 0 <= x < across):
            return None
        line, v = divmod(y, self.tile_height + 1)
        place, u = divmod(x, self.width + 1)
        row = line * self.columns + place
        if v == self.tile_height or u == self.width or row >= self.count:
            return None
        if v < self.height:
            return row, v * self.width + u
        _, left, wide = self.foot
        return (row, self.height * self.width) if left <= u < left + wide else None
