"""WeightsPanel: W₁ or W₂ live, its gradient, or what the last step changed."""

from __future__ import annotations

import math
import time

import numpy as np
from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import EditWeight
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.panel import Panel, Send, unheard
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Highlight, Selection, marked_in
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.kit.controls.layouts import EDGE, vbox
from bpviz.ui.kit.heatmap.axis_names import name_axes
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap
from bpviz.ui.panels.weights import texts
from bpviz.ui.panels.weights.header import WeightsHeader
from bpviz.ui.panels.weights.shown_matrix import (
    ShownMatrix,
    at_hand,
    change,
    gradient,
    kept,
    reads,
    weights,
)
from bpviz.ui.panels.weights.weight_editor import WeightEditor

MANY_ENTRIES = 1_000_000
"""Above so many entries drawing takes longer than a screen frame, so it is done less often."""

WORDS_SECONDS = 0.1
"""Numbers in words change so often in a fast run, as in the status bar: nobody reads more."""

FAST = 100
"""Steps a second from which a run is fast: a next frame is sure to come at once."""

LOW = 15
"""Lines of text that the panel is high where the line below the picture has room."""

STANDING = (State.PAUSED, State.STOPPED)
"""States in which a weight can be edited."""


class WeightsPanel(Panel):
    """One weight matrix: W, the gradient G of the current pair, or ΔW of the last step.

    Inside a step, rows that are not computed yet are drawn as empty, and brackets stand around
    the row that the step computes next or what it reads for that.

    Parameters
    ----------
    matrix : "W1" or "W2"
        Which one; the panel is called ``weights1_panel`` or ``weights2_panel``.

    Attributes
    ----------
    image_item : pg.ImageItem
        Its `image` is the shown quantity as float32, (l, n) or (d, l).
    """

    def __init__(self, matrix: MatrixName, send: Send, parent: QWidget | None = None) -> None:
        number_of_it = matrix[1]
        super().__init__(f"weights{number_of_it}_panel", send, parent)
        self.matrix = matrix
        self.symbol = MATRIX_SYMBOLS[matrix]
        self._frame: Frame | None = None
        self._matrix = ShownMatrix(np.zeros((0, 0)), 0)
        self._edited = (0, 0)
        self._scale = ColourRange()
        self._worded: object = None
        self._words_due = 0.0
        self._tiles_wanted = True
        self._presenting = self._low = False

        name = f"weights{number_of_it}"
        self.head = WeightsHeader(matrix)
        self.quantity, self.layout_choice = self.head.quantity, self.head.layout_choice
        self.view = Heatmap(name)
        self.view.describe = self._describe
        self.view.hint = self.tr("Point at an entry to read it, click to select it.")
        self.image_item = self.view.image_item
        self.view.setAccessibleName(self.title())
        self.view.setToolTip(
            self.tr(
                "{symbol} as colours. Click an entry to select it, double-click to edit it while "
                "the run is paused. By keys: Enter selects, arrows move, Enter or F2 edits."
            ).format(symbol=self.symbol)
        )
        self.editor = WeightEditor(name, self)
        vbox(self.head, self.view, into=self, margins=EDGE, spacing=4, stretch=self.view)

        self.view.clicked.connect(self._clicked)
        self.view.edit_wanted.connect(self._edit)
        self.view.fit_wanted.connect(self._fit)
        self.view.read.connect(self._read)
        self.editor.entered.connect(self._entered)
        self.quantity.changed.connect(self._redraw)
        self.layout_choice.changed.connect(self._layout_changed)
        counting_changed.connect(self._recount)
        self.view.refresh_readout()

    def set_presenting(self, on: bool) -> None:
        """Give the title a line of its own, and say no more than what is shown."""
        self.head.set_presenting(on)
        self._presenting = on
        self._fit_height()
        if self._frame is not None:
            self._set_axes(self._frame)

    def _fit_height(self) -> None:
        """Where there is little room, let the caption read an entry instead of a line below."""
        self._low = self._presenting or self.height() < LOW * self.fontMetrics().height()
        self.view.set_low(self._low)
        self.view.refresh_readout()

    @Slot(str)
    def _read(self, words: str) -> None:
        self.head.set_reading(words if self._low else "")

    def another(self) -> WeightsPanel:
        """Return a panel of the same matrix whose commands nobody hears."""
        return WeightsPanel(self.matrix, unheard)

    def show_frame(self, frame: Frame) -> None:
        """Draw the matrix of `frame`."""
        before, self._frame = self._frame, frame
        self._draw(frame)
        part, reading = at_hand(frame, self.matrix), reads(frame, self.matrix)
        self.view.marks.set_at_hand(part, reads=reading)
        if self.editor.editing:
            self._keep_editing(before, frame)

    def select(self, selection: Selection | None) -> None:
        """Frame the selected weight; of the other matrix, the same hidden unit here."""
        self.view.set_mark(*marked_in(self.matrix, selection))

    def highlight(self, highlight: Highlight | None) -> None:
        """Put a box around the part of this matrix that somebody points at; None takes it away."""
        part = None
        if highlight is not None:
            part = highlight.W1 if self.matrix == "W1" else highlight.W2
        self.view.marks.set_pointed(part)

    def _draw(self, frame: Frame, fit: bool = False) -> None:
        shown = self._shown(frame)
        quantity = self.quantity.value()
        image = as_image(shown.values)
        largest = peak(image) if shown.whole_peak is None else shown.whole_peak
        limit = self._scale.show(largest, (frame.stretch, quantity))
        if fit:
            limit = self._scale.fit(largest)
        self.interval_ms = 16 if image.size <= MANY_ENTRIES else 100
        self._set_axes(frame)
        self._matrix = shown
        self.view.set_matrix(shown.values, image, limit, shown.known)
        key = frame.run, frame.state, quantity
        slow = frame.steps_per_second < FAST  # also while it stands: each frame may be the last
        now = time.monotonic()
        if slow or key != self._worded or now >= self._words_due:
            self._worded, self._words_due = key, now + WORDS_SECONDS
            self.head.title.setText(texts.title(self.matrix, quantity, shown))
            self.head.set_caption(texts.caption(frame, self.matrix, quantity, shown))

    def _shown(self, frame: Frame) -> ShownMatrix:
        """Return the shown quantity, as far as it is computed."""
        return {"W": kept, "G": gradient, "dW": change}[self.quantity.value()](frame, self.matrix)

    def _set_axes(self, frame: Frame) -> None:
        n_inputs = frame.network.n_inputs
        shape = pixel_shape(frame.dataset, n_inputs)
        if self.matrix == "W2":
            name_axes(self.view, "W2", frame.dataset)
            return
        fits = shape is not None
        tiles = fits and self._tiles_wanted
        self.layout_choice.setEnabled(fits)
        self.layout_choice.set_value("tiles" if tiles else "matrix")
        tile = self.tr("one tile per hidden unit k; input i at its pixel")
        if shape is not None and n_inputs > math.prod(shape):
            tile = self.tr("one tile per hidden unit k; the constant input below it")
        if self._presenting:
            tile = self.tr("a tile: hidden unit k")
        name_axes(self.view, "W1", frame.dataset, tile=tile)
        self.view.set_tile_shape(shape if tiles else None)

    def _describe(self, row: int, column: int) -> str:
        """Return what the line below says about an entry."""
        frame, quantity = self._frame, self.quantity.value()
        if frame is None:
            return ""
        return texts.reading(frame, self.matrix, quantity, self._matrix, row, column)

    @Slot(int, int)
    def _clicked(self, row: int, column: int) -> None:
        self.editor.leave()
        selection = Selection(self.matrix, row, column)
        self.select(selection)
        self.weight_selected.emit(selection)

    @Slot(int, int)
    def _edit(self, row: int, column: int) -> None:
        """Open the line for a weight, or say why that is not possible now."""
        frame = self._frame
        if frame is None:
            return
        self._edited = row, column
        rect = self._cell_rect()
        if self.quantity.value() != "W":
            self.editor.explain(self.tr("Only weights can be edited. Choose W above first."), rect)
        elif frame.state not in STANDING:
            self.editor.explain(
                self.tr("Weights cannot be edited while the run is training. Pause it first."), rect
            )
        else:
            value = float(weights(frame, self.matrix)[row, column])
            self.editor.edit(counting.entry(self.symbol, row, column), value, rect)

    @Slot()
    def _recount(self) -> None:
        if self.editor.editing:
            self.editor.name(counting.entry(self.symbol, *self._edited))

    def _keep_editing(self, before: Frame | None, frame: Frame) -> None:
        """Let the open line follow its weight, or close it where there is no such weight."""
        shape = weights(frame, self.matrix).shape
        same = before is not None and before.run == frame.run
        if not same or frame.state not in STANDING:
            self.editor.close_editor()
        elif self._edited[0] < shape[0] and self._edited[1] < shape[1]:
            self.editor.follow(float(weights(frame, self.matrix)[self._edited]))

    def _cell_rect(self) -> QRect:
        """Return where the edited entry is drawn, in this panel."""
        middle = self.view.widget_position(*self._edited)
        rect = QRect(self.view.plot.viewport().mapTo(self, middle), QSize(1, 1))
        return rect.adjusted(-6, -6, 6, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor beside its entry, and the picture high enough."""
        super().resizeEvent(event)
        self._fit_height()
        if self.editor.isVisible():
            self.editor.place_beside(self._cell_rect())

    @Slot(float)
    def _entered(self, value: float) -> None:
        self.send(EditWeight(self.matrix, *self._edited, value))

    @Slot(str)
    def _layout_changed(self, layout: str) -> None:
        self._tiles_wanted = layout == "tiles"
        self._redraw()

    @Slot()
    def _fit(self) -> None:
        self._redraw(fit=True)

    @Slot()
    def _redraw(self, *, fit: bool = False) -> None:
        self.editor.leave()
        if self._frame is not None:
            self._draw(self._frame, fit)
