"""DifferenceView: ΔW₁ or ΔW₂ between two branches as a heatmap with its norm above it."""

from __future__ import annotations

import math

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.network.norms import frobenius
from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_range import ColourScale, peak
from bpviz.ui.kit.controls.labels import LineLabel
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import MatrixView

LOW = 14
"""Lines of text that it is high where the line below the picture has room."""


class DifferenceView(QWidget):
    """One matrix, on a scale that is symmetric about 0.

    Parameters
    ----------
    matrix : "W1" or "W2"
    """

    def __init__(self, matrix: MatrixName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = matrix
        self.symbol = "ΔW₁" if matrix == "W1" else "ΔW₂"
        self._scale = ColourScale()
        self._words = ""
        self._low = False
        name = f"difference{matrix[1]}"
        self.title = LineLabel()
        self.title.setObjectName(f"{name}_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.view = MatrixView(name)
        self.view.setAccessibleName(
            self.tr("Difference {symbol} of the two branches").format(symbol=self.symbol)
        )
        self.view.setToolTip(
            self.tr("{symbol}: the weights of the first named branch minus those of the second; "
                    "0 in the middle of the colours.").format(symbol=self.symbol)
        )  # fmt: skip
        self.view.describe = self._describe
        self.view.hint = self.tr("Point at an entry to read it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.view, 1)
        self.view.read.connect(self._read)

    def show_values(self, values: Floats, tile_shape: tuple[int, int] | None) -> None:
        """Draw `values`, (l, n) or (d, l); each row as a picture of `tile_shape` where given."""
        if self.matrix == "W1":
            tile = self.tr("one tile per hidden unit k")
            if tile_shape is not None and values.shape[1] > math.prod(tile_shape):
                tile = self.tr("one tile per hidden unit k; at its foot the constant input")
            self.view.set_titles(self.tr("hidden unit k"), self.tr("input i"), tile)
        else:
            self.view.set_titles(self.tr("output j"), self.tr("hidden unit k"), "")
        self.view.set_tile_shape(tile_shape)
        image = as_image(values)
        # Nothing moves here by itself, so that the colours can always fit.
        self.view.set_matrix(values, image, self._scale.fit(peak(image)))
        rows, columns = values.shape
        norm = number(frobenius(values))
        self._words = f"{self.symbol}   ‖{self.symbol}‖ = {norm}   {rows} × {columns}"
        self.view.refresh_readout()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.view.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, let the title read an entry instead of a line below."""
        super().resizeEvent(event)
        self._low = self.height() < LOW * self.fontMetrics().height()
        self.view.set_low(self._low)
        self.view.refresh_readout()

    @Slot(str)
    def _read(self, words: str) -> None:
        self.title.setText(words if words and self._low else self._words)

    def _describe(self, row: int, column: int) -> str:
        return f"{self.symbol}[{row}, {column}] = {exact(self.view.matrix[row, column])}"
