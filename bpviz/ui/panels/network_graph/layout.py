"""GraphLayout: where every unit, name and title of the network graph stands, by arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.network_graph.model import Item, Layer, Shape, Unit, left_end, right_end

MARGIN = 6.0
SAMPLES = {4: "−0.12345", 3: "−0.1234", 2: "−0.12", 0: ""}
"""The widest usual number of so many significant digits."""

TARGET_GAP = 12.0
"""Pixels between an output and its target."""

TOLERANCE = 6.0
"""Pixels from a connection within which it is pointed at."""


@dataclass(frozen=True)
class Column:
    """How one layer is drawn.

    Attributes
    ----------
    height, width : float
        Of a unit.
    pitch : float
        From one unit to the next.
    lines : int
        Lines of text in a unit; 0 where there is room for a dot only.
    name_above : bool
        Whether a name stands over each unit.
    x : float
        Left edge of its units.
    """

    height: float
    pitch: float
    lines: int
    name_above: bool
    x: float = 0.0
    width: float = 0.0

    def most(self, lines: int, line: float) -> Column:
        """Return the column with no more than so many lines of text, each `line` high."""
        if self.lines <= lines:
            return self
        return replace(self, height=lines * line + 6, lines=lines)


@dataclass(frozen=True, eq=False)
class GraphLayout:
    """Rectangles of everything; made anew when the size, the font or the network's shape changes.

    Attributes
    ----------
    columns : mapping of Layer to Column
    body : QRectF
        Where the units stand.
    title_lines : int
        Lines of text above the columns.
    name_width : float
        Room for names at the left and the right side; 0 where they stand above, or nowhere.
    legend : QRectF
        Empty where there is no room for it.
    """

    shape: Shape
    columns: Mapping[Layer, Column]
    body: QRectF
    title_lines: int
    line: float
    name_width: float
    legend: QRectF
    _units: dict[Unit, QRectF] = field(default_factory=dict)

    @classmethod
    def fitting(
        cls, shape: Shape, size: QSizeF, metrics: QFontMetricsF, names: tuple[str, ...]
    ) -> GraphLayout:
        """Lay a network out in `size`; `names` are those of inputs and outputs."""
        line = metrics.height()
        legend_height = line + 6 if size.height() > 9 * line else 0.0
        title_lines = 2 if size.height() > 13 * line else 1
        top = MARGIN + title_lines * line + 4
        body = QRectF(MARGIN, top, size.width() - 2 * MARGIN, 0.0)
        body.setBottom(max(size.height() - legend_height - MARGIN, top))
        form = partial(_form, body.height(), line)
        forms: dict[Layer, Column] = {}
        for digits, named in ((4, True), (3, True), (3, False), (2, False), (0, False)):
            # With names at the sides, they do not stand above; hidden units have no side.
            name_width = _name_width(body.width(), metrics, names) if named else 0.0
            text = digits > 0
            forms = {
                Layer.INPUT: form(shape.n_inputs, text=text, named=not name_width).most(1, line),
                Layer.HIDDEN: form(shape.n_hidden, text=text, named=text),
                Layer.OUTPUT: form(shape.n_outputs, text=text, named=not name_width),
            }
            forms[Layer.TARGET] = forms[Layer.OUTPUT].most(1, line)
            if title_lines == 1:
                forms = {layer: form.most(1, line) for layer, form in forms.items()}
            full = metrics.horizontalAdvance(SAMPLES[digits]) + 10
            widths = {layer: full if form.lines else form.height for layer, form in forms.items()}
            gap = (body.width() - sum(widths.values()) - TARGET_GAP - 2 * name_width) / 2
            if gap >= max(0.12 * body.width(), 1.8 * line):
                break
        gap = max(gap, 8.0)
        columns = {}
        x = body.left() + name_width
        for layer in Layer:
            above = forms[layer].name_above and layer is not Layer.TARGET
            columns[layer] = replace(forms[layer], x=x, width=widths[layer], name_above=above)
            x += widths[layer] + (TARGET_GAP if layer is Layer.OUTPUT else gap)
        legend = QRectF()
        if legend_height:
            legend = QRectF(body.left(), body.bottom() + 4, body.width(), line)
        return cls(shape, columns, body, title_lines, line, name_width, legend)

    def unit(self, unit: Unit) -> QRectF:
        """Return the rectangle of a unit."""
        found = self._units.get(unit)
        if found is None:
            column = self.columns[unit.layer]
            count = self.shape.count(unit.layer)
            anchor = self.columns[Layer.OUTPUT] if unit.layer is Layer.TARGET else column
            middle = self.body.center().y() + (unit.index - (count - 1) / 2) * column.pitch
            if anchor.name_above:
                middle += self.line / 2
            found = QRectF(column.x, middle - column.height / 2, column.width, column.height)
            self._units[unit] = found
        return found

    def name(self, unit: Unit) -> QRectF:
        """Return the rectangle of a unit's name; empty if it has no room."""
        column, rect = self.columns[unit.layer], self.unit(unit)
        if unit.layer is Layer.TARGET:
            return QRectF()
        if column.name_above:
            left, right = rect.left(), rect.right()
            if unit.layer is Layer.INPUT:  # over the beginnings of connections, if need be
                right += max((self.columns[Layer.HIDDEN].x - right) / 2, self.line)
            if unit.layer is Layer.OUTPUT:
                left -= self.line
                right = self.columns[Layer.TARGET].x + self.columns[Layer.TARGET].width
            return QRectF(left, rect.top() - self.line, right - left, self.line)
        if unit.layer is Layer.HIDDEN or not self.name_width or column.pitch < 0.85 * self.line:
            return QRectF()
        top = rect.center().y() - self.line / 2
        if unit.layer is Layer.INPUT:
            return QRectF(self.body.left(), top, rect.left() - self.body.left() - 6, self.line)
        target = self.unit(Unit(Layer.TARGET, unit.index))
        return QRectF(target.right() + 6, top, self.body.right() - target.right() - 6, self.line)

    def title(self, layer: Layer, row: int) -> QRectF:
        """Return the rectangle of line `row` of a column's title."""
        order = list(Layer)
        place = order.index(layer)
        middles = [self.columns[each].x + self.columns[each].width / 2 for each in order]
        around = middles[max(place - 1, 0) : place + 2]
        reach = min(b - a for a, b in pairwise(around)) / 2 - 2
        rect = QRectF(middles[place] - reach, MARGIN + row * self.line, 2 * reach, self.line)
        # At either side it gives way to the edge, and stays in the middle of what is left.
        return rect.intersected(QRectF(0, 0, self.body.right() + MARGIN, rect.bottom()))

    @cached_property
    def ends(self) -> dict[MatrixName, Floats]:
        """Both ends of every connection, (rows, columns, 4): x and y on the left and the right."""
        return {
            "W1": self._ends_between(Layer.INPUT, Layer.HIDDEN),
            "W2": self._ends_between(Layer.HIDDEN, Layer.OUTPUT),
        }

    def _ends_between(self, left: Layer, right: Layer) -> Floats:
        rows, columns = self.shape.count(right), self.shape.count(left)
        ends = np.empty((rows, columns, 4))
        for i in range(columns):
            rect = self.unit(Unit(left, i))
            ends[:, i, 0], ends[:, i, 1] = rect.right(), rect.center().y()
        for j in range(rows):
            rect = self.unit(Unit(right, j))
            ends[j, :, 2], ends[j, :, 3] = rect.left(), rect.center().y()
        return ends

    def line_of(self, connection: Selection) -> tuple[QPointF, QPointF]:
        """Return both ends of a connection."""
        a, b = self.unit(left_end(connection)), self.unit(right_end(connection))
        return QPointF(a.right(), a.center().y()), QPointF(b.left(), b.center().y())

    def item_at(self, point: QPointF) -> Item | None:
        """Return what is drawn at `point`, units before connections."""
        for layer in Layer:
            for index in range(self.shape.count(layer)):
                unit = Unit(layer, index)
                if self.unit(unit).adjusted(-2, -2, 2, 2).contains(point):
                    return unit
        for matrix, ends in self.ends.items():
            x0, y0, x1, y1 = np.moveaxis(ends, -1, 0)
            if not x0.max() <= point.x() <= x1.min():
                continue
            run, rise = x1 - x0, y1 - y0
            y = y0 + rise * (point.x() - x0) / run
            distance = np.abs(y - point.y()) * run / np.hypot(run, rise)
            row, column = np.unravel_index(int(np.argmin(distance)), distance.shape)
            if distance[row, column] <= TOLERANCE:
                return Selection(matrix, int(row), int(column))
        return None


def _form(room: float, line: float, count: int, *, text: bool, named: bool) -> Column:
    """Return the largest form of `count` units for which there is room."""
    pitch = min(room / count, 4.5 * line)
    for lines, name_above in ((2, True), (2, False), (1, True), (1, False)):
        height = lines * line + 6
        if not text or (name_above and not named):
            continue
        if pitch >= height + 4 + (line if name_above else 0):
            return Column(height, pitch, lines, name_above)
    if text and pitch >= line:
        return Column(pitch - 1, pitch, 1, False)
    return Column(max(min(0.8 * pitch, 0.7 * line), 3.0), pitch, 0, False)


def _name_width(room: float, metrics: QFontMetricsF, names: tuple[str, ...]) -> float:
    """Return the room for names at either side; 0 where too little of them could be read."""
    longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0) + 8
    width = min(longest, 0.17 * room)
    return width if width >= min(longest, metrics.horizontalAdvance("nnnnn")) else 0.0
