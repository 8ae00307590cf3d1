"""WeightsHeader: what stands above the heatmap of a weight matrix."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.segmented import Segmented


class WeightsHeader(QWidget):
    """Title, caption, and the choices of quantity and layout.

    Attributes
    ----------
    title, caption : LineLabel
    quantity : Segmented
        "W", "G" or "dW".
    layout_choice : Segmented
        "tiles" or "matrix"; only W₁ has it.
    """

    def __init__(self, matrix: MatrixName) -> None:
        super().__init__()
        self._matrix: MatrixName = matrix
        name = f"weights{matrix[1]}"
        self.title = ElidedLabel(name=f"{name}_title", bold=True)
        self.caption = ElidedLabel(name=f"{name}_caption", muted=True)
        self.quantity = self._make_quantity(f"{name}_quantity")
        self.layout_choice = self._make_layout_choice(f"{name}_layout")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._place(title_alone=False)
        self._words = self._reading = ""

    def set_caption(self, words: str) -> None:
        """Say whose numbers these are."""
        self._words = words
        self.caption.setText(self._reading or words)

    def set_reading(self, words: str) -> None:
        """Say in the caption's place what an entry is; empty gives it back."""
        self._reading = words
        self.caption.setText(words or self._words)

    def _place(self, *, title_alone: bool) -> None:
        """Put the switches beside title and caption, or only beside the caption."""
        first, rows = (1, 1) if title_alone else (0, 2)
        centre = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.title, 0, 0, 1, 3 if title_alone else 1)
        self._grid.addWidget(self.caption, 1, 0)
        self._grid.addWidget(self.layout_choice, first, 1, rows, 1, centre)
        self._grid.addWidget(self.quantity, first, 2, rows, 1, centre)

    def set_presenting(self, on: bool) -> None:
        """Give the title a line of its own, and offer no layout."""
        self._place(title_alone=on)
        self.layout_choice.setVisible(self._matrix == "W1" and not on)

    def _make_quantity(self, name: str) -> Segmented:
        own = "δ1 xᵀ" if self._matrix == "W1" else "δ2 hᵀ"
        symbol = MATRIX_SYMBOLS[self._matrix]
        w = self.tr("The weights {symbol}").format(symbol=symbol)
        g = self.tr("The gradient of the loss of the current pair: ∂{symbol} = {formula}").format(
            symbol=symbol, formula=own
        )
        d = self.tr("What the last step changed: Δ{symbol} = −λ ∂{symbol}").format(symbol=symbol)
        return Segmented(name, (("W", "W", w), ("G", "G", g), ("dW", "ΔW", d)), self)

    def _make_layout_choice(self, name: str) -> Segmented:
        matrix = self.tr("Draw the matrix: a row for each hidden unit, a column for each input")
        tiles = self.tr("Draw the row of each hidden unit as a picture, input i at its pixel")
        choices = (("tiles", self.tr("Tiles"), tiles), ("matrix", self.tr("Matrix"), matrix))
        choice = Segmented(name, choices, self)
        choice.setVisible(self._matrix == "W1")
        choice.setEnabled(False)
        return choice
