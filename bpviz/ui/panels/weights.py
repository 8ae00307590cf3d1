"""WeightsPanel: W₁ or W₂ live, its gradient, or what the last step changed."""

from __future__ import annotations

import math
import time

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bpviz.network.types import Floats
from bpviz.training.changes import MatrixName
from bpviz.training.events import Frame
from bpviz.ui.panel import Panel, Send
from bpviz.ui.text import count, exact, number
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.colour_scale import ColourScale, peak
from bpviz.ui.widgets.line_label import LineLabel
from bpviz.ui.widgets.matrix_picture import as_image
from bpviz.ui.widgets.matrix_view import MatrixView
from bpviz.ui.widgets.segmented import Segmented
from bpviz.ui.widgets.selection import Selection

MANY_ENTRIES = 1_000_000
"""Above so many entries drawing takes longer than a screen frame, so it is done less often."""

SYMBOLS = {"W1": "W₁", "W2": "W₂"}


def frobenius(values: Floats) -> float:
    """Return ‖values‖_F; not by BLAS, whose threads would take the trainer's processor."""
    flat = values.ravel(order="K")
    with np.errstate(all="ignore"):
        return math.sqrt(np.einsum("i,i->", flat, flat))


class WeightsPanel(Panel):
    """One weight matrix: W, the gradient G of the current pair, or ΔW of the last step.

    Parameters
    ----------
    matrix : "W1" or "W2"
        Which one; the panel is called ``weights1_panel`` or ``weights2_panel``.

    Attributes
    ----------
    image_item : pg.ImageItem
        Its `image` is the shown quantity as float32, (l, n) or (d, l).

    Signals
    -------
    weight_selected(object)
        A person clicked an entry: a `Selection`.
    """

    weight_selected = Signal(object)

    def __init__(self, matrix: MatrixName, send: Send, parent: QWidget | None = None) -> None:
        number_of_it = matrix[1]
        super().__init__(f"weights{number_of_it}_panel", send, parent)
        self.matrix = matrix
        self.symbol = SYMBOLS[matrix]
        self._frame: Frame | None = None
        self._selection: Selection | None = None
        self._scales = {quantity: ColourScale() for quantity in ("W", "G", "dW")}
        self._drawn_at = time.monotonic()
        self._tiles_wanted = True
        self._presenting = False

        name = f"weights{number_of_it}"
        self._title = LineLabel()
        self._title.setObjectName(f"{name}_title")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._caption = LineLabel()
        self._caption.setObjectName(f"{name}_caption")
        self.quantity = self._make_quantity(f"{name}_quantity")
        self.layout_choice = self._make_layout_choice(f"{name}_layout")
        self.view = MatrixView(name)
        self.view.describe = self._describe
        self._hint = self.tr("Point at an entry to read it, click to select it.")
        self.view.hint = self._hint
        self.image_item = self.view.image_item

        self._head = QGridLayout()
        self._head.setHorizontalSpacing(12)
        self._head.setVerticalSpacing(0)
        self._head.setColumnStretch(0, 1)
        self._place_head(title_alone=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)

        self.view.clicked.connect(self._clicked)
        self.view.fit_wanted.connect(self._fit)
        self.quantity.changed.connect(self._quantity_changed)
        self.layout_choice.changed.connect(self._layout_changed)
        self.view.refresh_readout()

    def _place_head(self, *, title_alone: bool) -> None:
        """Put the switches beside title and caption, or only beside the caption."""
        first, rows = (1, 1) if title_alone else (0, 2)
        centre = Qt.AlignmentFlag.AlignVCenter
        self._head.addWidget(self._title, 0, 0, 1, 3 if title_alone else 1)
        self._head.addWidget(self._caption, 1, 0)
        self._head.addWidget(self.layout_choice, first, 1, rows, 1, centre)
        self._head.addWidget(self.quantity, first, 2, rows, 1, centre)

    def set_presenting(self, on: bool) -> None:
        """Give the title a line of its own, and say no more than what is shown."""
        self._place_head(title_alone=on)
        self.layout_choice.setVisible(self.matrix == "W1" and not on)
        self._presenting = on
        self.view.hint = "" if on else self._hint
        self.view.refresh_readout()
        if self._frame is not None:
            self._set_axes(self._frame)

    def _make_quantity(self, name: str) -> Segmented:
        own = "δ1 xᵀ" if self.matrix == "W1" else "δ2 hᵀ"
        w = self.tr("The weights {symbol}").format(symbol=self.symbol)
        g = self.tr("The gradient of the loss of the current pair: ∂{symbol} = {formula}").format(
            symbol=self.symbol, formula=own
        )
        d = self.tr("What the last step changed: Δ{symbol} = −λ ∂{symbol}").format(
            symbol=self.symbol
        )
        return Segmented(name, (("W", "W", w), ("G", "G", g), ("dW", "ΔW", d)), self)

    def _make_layout_choice(self, name: str) -> Segmented:
        matrix = self.tr("Draw the matrix: a row for each hidden unit, a column for each input")
        tiles = self.tr("Draw the row of each hidden unit as a picture, input i at its pixel")
        choices = (("tiles", self.tr("Tiles"), tiles), ("matrix", self.tr("Matrix"), matrix))
        choice = Segmented(name, choices, self)
        choice.setVisible(self.matrix == "W1")
        choice.setEnabled(False)
        return choice

    def title(self) -> str:
        """Return the translated title of the panel's dock."""
        if self.matrix == "W1":
            return self.tr("Hidden weights W₁")
        return self.tr("Output weights W₂")

    def show_frame(self, frame: Frame) -> None:
        """Draw the matrix of `frame`."""
        self._frame = frame
        self._draw(frame)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        super().set_theme(theme)
        self.view.set_theme(theme)
        palette = self._caption.palette()
        palette.setColor(self._caption.foregroundRole(), QColor(theme.muted))
        self._caption.setPalette(palette)

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight; of the other matrix, the same hidden unit here."""
        self._selection = selection
        if selection is None:
            self.view.set_mark(None, None)
        elif selection.matrix == self.matrix:
            self.view.set_mark(selection.row, selection.column)
        elif self.matrix == "W1":
            self.view.set_mark(selection.hidden_unit, None)
        else:
            self.view.set_mark(None, selection.hidden_unit)

    def _draw(self, frame: Frame, fit: bool = False) -> None:
        values = self._values(frame)
        quantity = self.quantity.value()
        image = as_image(values)
        largest = peak(image)
        now = time.monotonic()
        scale = self._scales[quantity]
        limit = scale.fit(largest) if fit else scale.show(largest, now - self._drawn_at)
        self._drawn_at = now
        self.interval_ms = 16 if values.size <= MANY_ENTRIES else 100
        self._set_axes(frame)
        self.view.set_matrix(values, image, limit)
        self._set_words(frame, values)

    def _values(self, frame: Frame) -> Floats:
        """Return the shown quantity, read-only."""
        first = self.matrix == "W1"
        weights = frame.network.W1 if first else frame.network.W2
        quantity = self.quantity.value()
        values: Floats | None = weights
        if quantity == "G":
            trace = frame.shown
            values = None if trace is None else trace.grad_W1 if first else trace.grad_W2
        elif quantity == "dW":
            change = frame.last_change
            with np.errstate(all="ignore"):
                values = None if change is None else change.W1() if first else change.W2()
        return np.zeros(weights.shape) if values is None else values

    def _set_axes(self, frame: Frame) -> None:
        shape = frame.dataset.image_shape if frame.dataset is not None else None
        if self.matrix == "W2":
            self.view.set_titles(self.tr("output j"), self.tr("hidden unit k"), "")
            return
        fits = shape is not None and math.prod(shape) == frame.network.n_inputs
        tiles = fits and self._tiles_wanted
        self.layout_choice.setEnabled(fits)
        self.layout_choice.set_value("tiles" if tiles else "matrix")
        tile = self.tr("one tile per hidden unit k; input i at its pixel")
        if self._presenting:
            tile = self.tr("a tile: hidden unit k")
        self.view.set_titles(self.tr("hidden unit k"), self.tr("input i"), tile)
        self.view.set_tile_shape(shape if tiles else None)

    def _set_words(self, frame: Frame, values: Floats) -> None:
        quantity = self.quantity.value()
        symbol = {"W": "", "G": "∂", "dW": "Δ"}[quantity] + self.symbol
        rows, columns = values.shape
        norm = frobenius(values)
        self._title.setText(f"{symbol}   {rows} × {columns}   ‖{symbol}‖ = {number(norm)}")
        if quantity == "W":
            words = self.tr("at step {step}").format(step=count(frame.step))
        elif quantity == "G" and (frame.shown is None or frame.shown.delta2 is None):
            words = self.tr("not yet computed")
        elif quantity == "G":
            words = self.tr("of sample {sample} at step {step}").format(
                sample=count(frame.sample), step=count(frame.step)
            )
        elif frame.last_change is None:
            words = self.tr("no step has been made yet")
        else:
            words = self.tr("made by step {step}").format(step=count(frame.last_change.step))
        self._caption.setText(words)

    def _describe(self, row: int, column: int) -> str:
        """Return what the line below says about an entry."""
        frame = self._frame
        if frame is None:
            return ""
        weights = frame.network.W1 if self.matrix == "W1" else frame.network.W2
        place = f"[{row}, {column}]"
        parts = [f"{self.symbol}{place} = {exact(weights[row, column])}"]
        trace = frame.shown
        delta, inputs = None, None
        if trace is not None:
            first = self.matrix == "W1"
            delta, inputs = (trace.delta1, trace.x) if first else (trace.delta2, trace.h)
        if delta is not None and inputs is not None and not math.isnan(delta[row]):
            with np.errstate(all="ignore"):
                gradient = delta[row] * inputs[column]
            shown = exact(gradient) if self.quantity.value() == "G" else number(gradient)
            parts.append(f"∂{self.symbol}{place} = {shown}")
        if self.quantity.value() == "dW":
            parts.append(f"Δ{self.symbol}{place} = {exact(self.view.matrix[row, column])}")
        return "    ".join(parts)

    @Slot(int, int)
    def _clicked(self, row: int, column: int) -> None:
        selection = Selection(self.matrix, row, column)
        self.select(selection)
        self.weight_selected.emit(selection)

    @Slot(str)
    def _quantity_changed(self, _quantity: str) -> None:
        if self._frame is not None:
            self._draw(self._frame)

    @Slot(str)
    def _layout_changed(self, layout: str) -> None:
        self._tiles_wanted = layout == "tiles"
        if self._frame is not None:
            self._draw(self._frame)

    @Slot()
    def _fit(self) -> None:
        if self._frame is not None:
            self._draw(self._frame, fit=True)
