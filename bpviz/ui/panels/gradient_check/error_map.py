"""ErrorPicture: a matrix of relative errors on a logarithmic scale, and what is no error."""

from __future__ import annotations

import math
from enum import IntEnum
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.network.checked import CheckedMatrix
from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import number, translator
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_bar import ColourBar
from bpviz.ui.kit.charts.colour_image import Colours, MapName, colour_table, packed, rgb
from bpviz.ui.kit.heatmap.items import HeatmapItems, as_image
from bpviz.ui.kit.heatmap.tiles import TileGrid
from bpviz.ui.kit.heatmap.view import Heatmap

DECADES = 12
"""Colours run from 10⁻¹² to 1; what is below has the lowest, what is above the highest."""

Codes = NDArray[np.uint8]

_LaidOut = tuple[NDArray[np.float32], Codes, NDArray[np.bool_] | None]


class EntryKind(IntEnum):
    """What an entry of a checked matrix is; the larger counts where several share a pixel."""

    UNCHECKED = 0
    UNRESOLVED = 1
    KINK = 2
    COMPARED = 3


def entry_colours(theme: Theme) -> dict[EntryKind, str]:
    """Return the colours of entries that have no error to be coloured by."""
    muted, base = QColor(theme.muted), QColor(theme.base)
    parts = ((getattr(muted, p)() + getattr(base, p)()) // 2 for p in ("red", "green", "blue"))
    return {
        EntryKind.UNCHECKED: theme.base,
        EntryKind.UNRESOLVED: QColor(*parts).name(),
        EntryKind.KINK: theme.kink,
    }


def entries_of(checked: CheckedMatrix) -> Codes:
    """Return the `EntryKind` of every weight, (rows, columns) uint8."""
    codes = np.full(checked.shape, EntryKind.UNCHECKED, dtype=np.uint8)
    kinds = np.full(checked.rows.size, EntryKind.COMPARED, dtype=np.uint8)
    kinds[checked.kink] = EntryKind.KINK
    kinds[checked.unresolved] = EntryKind.UNRESOLVED
    kinds[np.isnan(checked.relative_error) & (kinds == EntryKind.COMPARED)] = EntryKind.UNCHECKED
    codes[checked.rows, checked.columns] = kinds
    return codes


def pooled(values: NDArray[Any], rows: int, columns: int) -> NDArray[Any]:
    """Return the largest value of every block of so many rows and columns; NaN counts least.

    So no entry is lost where a pixel of the screen has to stand for many.
    """
    if rows <= 1 and columns <= 1:
        return values
    height, width = values.shape
    low = np.fmax.reduceat(values, np.arange(0, height, rows), axis=0)
    return np.fmax.reduceat(low, np.arange(0, width, columns), axis=1)


def spread(values: NDArray[Any], rows: int, columns: int, shape: tuple[int, ...]) -> NDArray[Any]:
    """Fill every block of a picture of `shape` with its one value, see `pooled`."""
    if rows <= 1 and columns <= 1:
        return values
    return values.repeat(rows, axis=0)[: shape[0]].repeat(columns, axis=1)[:, : shape[1]]


class ErrorBar(ColourBar):
    """The colours of relative errors beside the powers of ten that they stand for."""

    WIDEST = "≤ 1e−12 "
    MAP: MapName = "errors"

    def labels(self) -> tuple[str, str, str]:
        """Return what stands at the upper end, in the middle and at the lower end."""
        return "≥ 1", "1e−6", "≤ 1e−12"


class ErrorPicture(HeatmapItems):
    """Colours by the logarithm of the error, and by `entry_colours` where there is none."""

    def __init__(self, box: pg.ViewBox) -> None:
        self._codes: Codes = np.zeros((0, 0), dtype=np.uint8)
        self._block = (1, 1)
        self._laid: _LaidOut | None = None
        self._laid_of: tuple[tuple[Any, Any], TileGrid | None] = (None, None), None
        super().__init__(box)

    def _bad_colours(self, theme: Theme) -> Colours:
        kinds = [rgb(colour) for colour in entry_colours(theme).values()]
        return np.append(colour_table(theme, "errors"), packed(np.array(kinds)))

    def set_errors(self, errors: Floats, codes: Codes) -> bool:
        """Draw errors, (r, c), NaN where there is none; return whether the layout changed."""
        self._codes = codes
        return self.set_matrix(as_image(errors), 1.0)

    def set_block(self, rows: int, columns: int) -> None:
        """Let every block of so many pixels of the picture show the largest error in it."""
        if (rows, columns) != self._block:
            self._block = (rows, columns)
            self._draw()

    def _draw(self) -> None:
        image = self.image_item.image
        if image is None or image.size == 0 or image.shape != self._codes.shape:
            return
        values, codes, gaps = self._laid_out(image)
        places = _places(pooled(values, *self._block), pooled(codes, *self._block))
        picture = spread(places, *self._block, values.shape)
        if gaps is not None:
            picture[gaps] = math.nan
        self.image_item.setVisible(False)
        self._tile_item.setVisible(False)
        self._bad_item.setVisible(True)
        levels = (0, len(self._bad_item.colours))
        self._bad_item.setImage(picture, autoLevels=False, levels=levels)

    def _laid_out(self, image: NDArray[np.float32]) -> _LaidOut:
        """Return errors and codes as they lie in the picture, and where the gaps of tiles are.

        With millions of weights that takes longer than all the rest, and a layout that settles
        asks for it again and again.
        """
        drawn_of, grid = self._laid_of
        if not (drawn_of[0] is image and drawn_of[1] is self._codes and grid == self.grid):
            values, codes, gaps = image, self._codes, None
            if self.grid is not None:
                values = self.grid.picture(values)
                drawn = self.grid.picture(self._codes, gap=-1.0)
                gaps = drawn < 0
                codes = np.where(gaps, 0, drawn).astype(np.uint8)
            self._laid = values, codes, gaps
            self._laid_of = (image, self._codes), self.grid
        assert self._laid is not None
        return self._laid


def _places(values: NDArray[np.float32], codes: Codes) -> NDArray[np.float32]:
    """Return the place of every entry among the colours of errors and, behind them, of kinds."""
    with np.errstate(divide="ignore"):
        places = 255 * np.clip(np.log10(values) / DECADES + 1, 0.0, 1.0)
    return np.where(codes == EntryKind.COMPARED, places, np.float32(256) + codes)


def block_of(pixels: float, entries: float) -> int:
    """Return how many entries a pixel of the screen has to stand for, at least 1."""
    if not (pixels > 0 and math.isfinite(entries)):
        return 1
    return max(1, math.ceil(entries / pixels - 0.01))


NARROW = 200
"""Pixels that a picture is wide at least where its colour bar has room."""


_tr = translator("ErrorView")


def _written(value: float) -> str:
    return number(value, 8) if value else "0"


class ErrorView(Heatmap):
    """Relative errors on a logarithmic scale of colours.

    Where a pixel of the screen stands for many weights it shows the largest of their errors.

    Parameters
    ----------
    matrix : "W1" or "W2"

    Attributes
    ----------
    codes : (r, c) uint8
        The `EntryKind` of every weight.
    kinds : set of Entry
        Those that there are.
    """

    picture_type, bar_type = ErrorPicture, ErrorBar

    def __init__(self, name: str, matrix: MatrixName, parent: QWidget | None = None) -> None:
        self.codes: Codes = np.zeros((0, 0), dtype=np.uint8)
        self.kinds: set[EntryKind] = set()
        self.checked: CheckedMatrix | None = None
        self._step_size = 0.0
        self._with_bar = True
        self._symbol = MATRIX_SYMBOLS[matrix]
        super().__init__(name, parent)
        self.describe = self._describe
        self.box.sigRangeChanged.connect(self._fit_blocks)
        self.box.sigResized.connect(self._fit_blocks)

    def set_checked(self, checked: CheckedMatrix, step_size: float) -> None:
        """Draw what was found."""
        if checked is self.checked:
            return
        self.checked, self._step_size = checked, step_size
        self.codes = entries_of(checked)
        counts = np.bincount(self.codes.ravel(), minlength=len(EntryKind))
        self.kinds = {kind for kind in EntryKind if counts[kind]}
        self._matrix = self.numbers.values = checked.dense(checked.relative_error)
        picture = self._picture
        assert isinstance(picture, ErrorPicture)
        if picture.set_errors(self._matrix, self.codes):
            self._lay_out()
        self._fit_blocks()
        self.refresh_readout()

    def set_bar(self, on: bool) -> None:
        """Show the colour bar, or leave that to the picture beside this one."""
        self._with_bar = on
        self.bar.setVisible(on and self.width() >= NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the colour bar where somebody else shows it."""
        super().resizeEvent(event)
        self.set_bar(self._with_bar)

    def add_colour_actions(self, menu: QMenu) -> None:
        """Offer nothing: the scale is the same for every check."""

    @Slot()
    def _fit_blocks(self, *_: object) -> None:
        sight, picture, box = self.box.viewRect(), self._picture, self.box
        assert isinstance(picture, ErrorPicture)
        rows, columns = block_of(box.height(), sight.height()), block_of(box.width(), sight.width())
        picture.set_block(rows, columns)

    def _describe(self, row: int, column: int) -> str:
        """Return what the line below says about a weight."""
        checked = self.checked
        if checked is None:
            return ""
        place, name = counting.entry(self._symbol, row, column), self.called(row, column)
        place += f" ({name})" if name else ""
        at = checked.at(row, column)
        if at is None:
            return _tr("{place} not compared").format(place=place)
        values = {
            "place": place,
            "analytic": _written(checked.analytic[at]),
            "numeric": _written(checked.numeric[at]),
            "error": number(checked.relative_error[at], 2),
            "s": number(self._step_size, 2),
        }
        kind = self.codes[row, column]
        if kind == EntryKind.KINK:
            words = _tr("{place} at a kink of ReLU; closed form {analytic}, difference {numeric}, "
                        "s = {s}")  # fmt: skip
        elif kind == EntryKind.UNRESOLVED:
            words = _tr("{place} lost in rounding; closed form {analytic}, difference {numeric}, "
                        "s = {s}")  # fmt: skip
        else:
            words = _tr("{place} relative error {error}; closed form {analytic}, difference "
                        "{numeric}, s = {s}")  # fmt: skip
        return words.format(**values)
