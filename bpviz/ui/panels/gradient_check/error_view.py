"""ErrorView: the heatmap of the relative errors that a gradient check found in one matrix."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.network.checked import CheckedMatrix
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import number
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.kit.heatmap.view import MatrixView
from bpviz.ui.panels.gradient_check.error_map import (
    Codes,
    Entry,
    ErrorBar,
    ErrorPicture,
    block_of,
    entries_of,
)

NARROW = 200
"""Pixels that a picture is wide at least where its colour bar has room."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("ErrorView", words)


def _written(value: float) -> str:
    return number(value, 8) if value else "0"


class ErrorView(MatrixView):
    """Relative errors on a logarithmic scale of colours.

    Where a pixel of the screen stands for many weights it shows the largest of their errors.

    Parameters
    ----------
    matrix : "W1" or "W2"

    Attributes
    ----------
    codes : (r, c) uint8
        The `Entry` of every weight.
    kinds : set of Entry
        Those that there are.
    """

    picture_type, bar_type = ErrorPicture, ErrorBar

    def __init__(self, name: str, matrix: MatrixName, parent: QWidget | None = None) -> None:
        self.codes: Codes = np.zeros((0, 0), dtype=np.uint8)
        self.kinds: set[Entry] = set()
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
        counts = np.bincount(self.codes.ravel(), minlength=len(Entry))
        self.kinds = {kind for kind in Entry if counts[kind]}
        self._matrix = checked.dense(checked.relative_error)
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
        sight, picture = self.box.viewRect(), self._picture
        assert isinstance(picture, ErrorPicture)
        picture.set_block(
            block_of(self.box.height(), sight.height()), block_of(self.box.width(), sight.width())
        )

    def _describe(self, row: int, column: int) -> str:
        """Return what the line below says about a weight."""
        checked = self.checked
        if checked is None:
            return ""
        place = f"{self._symbol}[{row}, {column}]"
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
        if kind == Entry.KINK:
            words = _tr("{place} at a kink of ReLU; closed form {analytic}, difference {numeric}, "
                        "s = {s}")  # fmt: skip
        elif kind == Entry.UNRESOLVED:
            words = _tr("{place} lost in rounding; closed form {analytic}, difference {numeric}, "
                        "s = {s}")  # fmt: skip
        else:
            words = _tr("{place} relative error {error}; closed form {analytic}, difference "
                        "{numeric}, s = {s}")  # fmt: skip
        return words.format(**values)
