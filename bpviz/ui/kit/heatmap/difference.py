"""DifferenceView: what one matrix is more than another, as a heatmap."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.datasets.dataset import Dataset
from bpviz.network.norms import frobenius
from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel, Note
from bpviz.ui.kit.heatmap.axis_names import name_axes
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap

LOW = 14
"""Lines of text that it is high where the line below the picture has room."""


class DifferenceView(FittedWidget):
    """One matrix, on a scale that is symmetric about 0.

    Parameters
    ----------
    matrix : "W1" or "W2"
    name : str
        objectName of the heatmap; others begin with it.
    title, tip : str
        What it is, for assistive technology, and what it shows.
    """

    def __init__(
        self, matrix: MatrixName, name: str, title: str, tip: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.matrix = matrix
        self.symbol = f"Δ{MATRIX_SYMBOLS[matrix]}"
        self._scale = ColourRange()
        self._words = ""
        self._low = False
        self.nothing = Note(f"{name}_nothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.title = ElidedLabel(name=f"{name}_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.view = Heatmap(name)
        self.view.setAccessibleName(title)
        self.view.setToolTip(tip)
        self.view.describe = self._describe
        self.view.hint = self.tr("Point at an entry to read it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing, 1)
        self.view.read.connect(self._read)

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no difference to be drawn."""
        self._words = self.symbol
        self._read("")
        self.nothing.setText(sentence)
        self.view.hide()
        self.nothing.show()

    def show_values(
        self, values: Floats, tile_shape: tuple[int, int] | None, data: Dataset | None
    ) -> None:
        """Draw `values`, (l, n) or (d, l); each row as a picture of `tile_shape` where given."""
        self.nothing.hide()
        self.view.show()
        tile = ""
        if tile_shape is not None and values.shape[1] > math.prod(tile_shape):
            tile = self.tr("one tile per hidden unit k; the constant input below it")
        name_axes(self.view, self.matrix, data, tile=tile)
        self.view.set_tile_shape(tile_shape)
        image = as_image(values)
        # Nothing moves here by itself, so that the colours can always fit.
        self.view.set_matrix(values, image, self._scale.fit(peak(image)))
        rows, columns = values.shape
        norm = number(frobenius(values))
        self._words = f"{self.symbol}   ‖{self.symbol}‖ = {norm}   {rows} × {columns}"
        self.view.refresh_readout()

    def _fit(self) -> None:
        """Where there is little room, let the title read an entry instead of a line below."""
        self._low = self.height() < LOW * self.fontMetrics().height()
        self.view.set_low(self._low)
        self.view.refresh_readout()

    @Slot(str)
    def _read(self, words: str) -> None:
        self.title.setText(words if words and self._low else self._words)

    def _describe(self, row: int, column: int) -> str:
        place, name = counting.entry(self.symbol, row, column), self.view.called(row, column)
        place += f" ({name})" if name else ""
        return f"{place} = {exact(self.view.matrix[row, column])}"
