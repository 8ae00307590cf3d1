"""WeightHistoryPlot: how the weights of a matrix are distributed, along the steps, as a heatmap."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Ints
from bpviz.training.evaluation.weight_history import HistogramTable, WeightHistory
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.figure_mode import picture_ratio
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.kit.charts.history_plot import paint_position
from bpviz.ui.kit.charts.scale import Scale, around
from bpviz.ui.kit.charts.step_chart import StepChart
from bpviz.ui.kit.controls.export_menu import tab_separated

WIDEST = 12
"""Pixels that a measurement is wide at most: where nothing was measured, nothing is drawn."""

REACH = 40
"""Pixels from the mouse within which a measurement is read out."""

PAGE = 10
"""Measurements or bins that Page Up and Page Down go."""

_FEWEST = 0.22
"""Share of the way from the ground to the accent at which the colours of one weight begin."""

_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_PageUp: (0, PAGE),
    Qt.Key.Key_PageDown: (0, -PAGE),
}


def ramp(theme: Theme) -> NDArray[np.uint32]:
    """Return 256 colours, (256,) uint32 RGB: the ground, then from few to many."""
    ground, middle, strong = (
        np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
        for colour in map(QColor, (theme.base, theme.accent, theme.text))
    )
    most = 0.45 * middle + 0.55 * strong
    stops = np.array([ground + _FEWEST * (middle - ground), middle, most])
    at = np.linspace(0.0, 1.0, 255)
    rgb = np.stack([np.interp(at, (0.0, 0.6, 1.0), stops[:, i]) for i in range(3)])
    rgb = np.concatenate([ground[:, np.newaxis], rgb], axis=1).round().astype(np.uint32)
    return np.asarray(0xFF000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2], dtype=np.uint32)


class WeightHistoryPlot(StepChart):
    """One column for each measurement; colours say how many weights lie in each bin.

    Attributes
    ----------
    matrix : "W1" or "W2"
    table : HistogramTable
        What is drawn.
    cell : (int, int) or None
        Column and bin that the keyboard stands at; None while it is not used.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.matrix: MatrixName = "W1"
        self.table: HistogramTable = WeightHistory().table("W1")
        self.cell: tuple[int, int] | None = None
        self._picture: tuple[object, QImage] | None = None
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.y_title = self.tr("weight")
        self.fit()

    def show_table(self, table: HistogramTable, step: int, tip: int, message: str) -> None:
        """Draw these histograms, or the message where there are none."""
        if (table, step, tip, message) == (self.table, self.step, self.tip, self.message):
            return
        if table is not self.table:
            self._keep_cell(table)
        self.table, self.step, self.tip, self.message = table, step, tip, message
        self.fit()
        self._follow_cell()
        self.update()

    def end(self) -> int:
        """Return the last step that was trained or measured."""
        return max(self.tip, int(self.table.steps[-1]) if len(self.table.steps) else 0)

    def fit_values(self) -> None:
        """Fit the upright axis to the bins in sight that hold a weight, with round ends."""
        held = np.flatnonzero(self.table.counts[self._in_sight()].any(axis=0))
        if not len(held):
            self.y_scale = Scale(-1.0, 1.0)
            return
        low, high = (float(self.table.edges[i]) for i in (held[0], held[-1] + 1))
        self.y_scale = around(low, high)

    @property
    def most(self) -> int:
        """The largest number of weights in a bin in sight."""
        return int(self.table.counts[self._in_sight()].max(initial=0))

    def _in_sight(self) -> slice:
        first = int(np.searchsorted(self.table.steps, self.x_scale.low))
        return slice(first, int(np.searchsorted(self.table.steps, self.x_scale.high, "right")))

    # Painting ----------------------------------------------------------------------------------

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the columns, the future in pale colours, the position and the cell."""
        if len(self.table.steps):
            image = self._heatmap(area)
            bottom, top = (float(self.py(self.table.edges[i])) for i in (0, -1))
            painter.drawImage(QRectF(area.left(), top, area.width(), bottom - top), image)
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().accent), 2 * self.thickness()))
            painter.drawRect(area)
            if self.cell is not None:
                painter.drawRect(self._place(*self.cell))

    def _heatmap(self, area: QRect) -> QImage:
        """Return the picture: a pixel wide for each of the screen's, a pixel high for each bin."""
        ratio = picture_ratio(self)
        key = (self.table, self.x_scale, area.width(), current_theme().name, self.log_y, ratio)
        if self._picture is None or self._picture[0] != key:
            owners = self._owners(round(area.width() * ratio), ratio)
            colours = ramp(current_theme())
            levels = np.zeros((len(self.table.steps) + 1, self.table.counts.shape[1]), np.intp)
            levels[:-1] = self.levels(self.table.counts)
            pixels = np.ascontiguousarray(colours[levels[owners]].T[::-1])
            height, width = pixels.shape
            image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
            self._picture = key, image.copy()  # it does not keep the array alive
        return self._picture[1]

    def levels(self, counts: Ints) -> Ints:
        """Return the place of each count in the ramp: 0 for none, 1 for one, 255 for the most."""
        there, most = np.maximum(counts, 1), self.most
        if most < 2:
            shares = np.ones(counts.shape)
        elif self.log_y:
            shares = np.log(there) / math.log(most)
        else:
            shares = (there - 1) / (most - 1)
        levels = 1 + np.rint(254 * np.minimum(shares, 1.0))
        return np.where(counts > 0, levels, 0).astype(np.int64)

    def _owners(self, width: int, ratio: float) -> Ints:
        """Return the column of each pixel, (width,); the number of columns where there is none."""
        owners = np.full(width, len(self.table.steps))
        inside = self._in_sight()
        left, right = self.extents()
        area = self.area().left()
        starts = np.floor((left[inside] - area) * ratio).astype(np.int64).tolist()
        ends = np.ceil((right[inside] - area) * ratio).astype(np.int64).tolist()
        for i, (start, end) in enumerate(zip(starts, ends, strict=True), inside.start):
            owners[max(start, 0) : max(end, start + 1, 1)] = i
        return owners

    def extents(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the left and right end of each column in pixels, (p,) float64.

        Columns reach halfway to their neighbours, but are no wider than `WIDEST`.
        """
        centre = self.px(self.table.steps)
        half = WIDEST * self.thickness() / 2
        between = (centre[1:] + centre[:-1]) / 2
        left = np.maximum(centre - half, np.concatenate([[-np.inf], between]))
        right = np.minimum(centre + half, np.concatenate([between, [np.inf]]))
        return left, np.maximum(right, left)

    # Cells -------------------------------------------------------------------------------------

    def _place(self, column: int, at: int) -> QRectF:
        left, right = self.extents()
        bottom, top = (float(self.py(edge)) for edge in self.table.edges[at : at + 2])
        return QRectF(left[column], top, max(right[column] - left[column], 2.0), bottom - top)

    def cell_at(self, pixel: QPointF) -> tuple[int, int] | None:
        """Return column and bin nearest to a pixel; None where no measurement is near."""
        steps, edges = self.table.steps, self.table.edges
        if not len(steps) or len(edges) < 2:
            return None
        apart = np.abs(self.px(steps) - pixel.x())
        column = int(np.argmin(apart))
        if apart[column] > REACH:
            return None
        area = self.area()
        value = self.y_scale.value(1 - (pixel.y() - area.top()) / max(area.height(), 1))
        at = int(np.searchsorted(edges, value, side="right")) - 1
        return column, min(max(at, 0), len(edges) - 2)

    def _keep_cell(self, table: HistogramTable) -> None:
        """Let the cell of the keyboard stand at the same step and weight in another table."""
        if self.cell is None:
            return
        if len(table.edges) < 2 or not len(table.steps):
            self.cell = None
            return
        column, at = self.cell
        step, low = self.table.steps[column], self.table.edges[at]
        column = min(int(np.searchsorted(table.steps, step)), len(table.steps) - 1)
        at = int(np.searchsorted(table.edges, low, side="right")) - 1
        self.cell = column, min(max(at, 0), len(table.edges) - 2)

    def _follow_cell(self) -> None:
        """Let the read-out stand at the cell of the keyboard."""
        if self.cell is not None:
            self.hover = self._place(*self.cell).center()
            self.setAccessibleDescription(", ".join(self.readout()))

    def readout(self) -> list[str]:
        """Read off the bin under the mouse, or that of the keyboard."""
        cell = self.cell
        if cell is None and self.hover is not None:
            cell = self.cell_at(self.hover)
        if cell is None:
            return []
        column, at = cell
        table = self.table
        low, high = (number(edge, 4) for edge in table.edges[at : at + 2])
        all_of_them = int(table.counts[column].sum() + table.n_not_finite[column])
        lines = [
            self.tr("step {step}").format(step=count(int(table.steps[column]))),
            self.tr("{low} to {high}").format(low=low, high=high),
            self.tr("{n} of {all} weights").format(
                n=count(int(table.counts[column, at])), all=count(all_of_them)
            ),
        ]
        if table.n_not_finite[column]:
            lost = count(int(table.n_not_finite[column]))
            lines.append(self.tr("{n} not finite").format(n=lost))
        return lines

    def values_text(self) -> str:
        """Return every bin that holds a weight as a table."""
        table = self.table
        rows: list[list[object]] = [["matrix", "step", "from", "to", "weights"]]
        edges, steps = table.edges.tolist(), table.steps.tolist()
        for column, at in np.argwhere(table.counts).tolist():
            n = int(table.counts[column, at])
            rows.append([self.matrix, steps[column], edges[at], edges[at + 1], n])
        return tab_separated(rows) + "\n"

    # Mouse and keyboard ------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is under the mouse."""
        self.cell = None
        super().mouseMoveEvent(event)

    def _send_click(self) -> None:
        """Go to the measurement that was clicked; between two of them, to the very step."""
        left, right = self.extents()
        at = float(self.px(self._clicked))
        under = np.flatnonzero((left <= at) & (at <= right))
        if len(under):
            nearest = min(under, key=lambda i: abs(int(self.table.steps[i]) - self._clicked))
            self._clicked = min(int(self.table.steps[nearest]), self.tip)
        super()._send_click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from bin to bin and from measurement to measurement; Enter goes to the step."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        columns, bins = self.table.counts.shape
        if not (plain and columns and bins):
            super().keyPressEvent(event)
            return
        column, at = self.cell or self._first_cell()
        if key in _KEYS:
            along, up = _KEYS[Qt.Key(key)] if self.cell is not None else (0, 0)
            self._stand_at(column + along, at + up)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_at(0 if key == Qt.Key.Key_Home else columns - 1, at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_clicked.emit(int(self.table.steps[column]))
        elif key == Qt.Key.Key_Escape and self.cell is not None:
            self.cell = self.hover = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _first_cell(self) -> tuple[int, int]:
        """Return where the keyboard begins: the measurement nearest to the run, its fullest bin."""
        column = int(np.argmin(np.abs(self.table.steps - self.step)))
        return column, int(np.argmax(self.table.counts[column]))

    def _stand_at(self, column: int, at: int) -> None:
        columns, bins = self.table.counts.shape
        self.cell = min(max(column, 0), columns - 1), min(max(at, 0), bins - 1)
        step = int(self.table.steps[self.cell[0]])
        if self.view_range is not None and not self.view_range[0] <= step <= self.view_range[1]:
            span = self.view_range[1] - self.view_range[0]
            self.zoom_to(step - span / 2, step + span / 2)
        self._follow_cell()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cell."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the cell."""
        super().focusOutEvent(event)
        if self.cell is not None:
            self.cell = self.hover = None
        self.update()
