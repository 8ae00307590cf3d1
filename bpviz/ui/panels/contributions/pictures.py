"""SumOfRows: the change of a row as the sum of what classes added, as pictures or as a matrix."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QStackedWidget, QToolTip, QWidget

from bpviz.network.norms import frobenius
from bpviz.network.types import Floats
from bpviz.training.contributions import Contributions
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import exact, number, tabular
from bpviz.ui.core.image_shape import pixel_shape
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.core.unit_names import input_names, output_names
from bpviz.ui.kit.charts.colour_image import ink_image
from bpviz.ui.kit.charts.colour_range import notch_above, peak
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.keys import ARROWS, plain
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import vbox
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap
from bpviz.ui.panels.contributions import texts

GAP = 6
"""Pixels between two pictures."""


@dataclass(frozen=True, eq=False)
class Row:
    """A part of the sum: what it is called, and its values, (w,)."""

    name: str
    values: Floats


class PictureSum(QWidget):
    """Small multiples on one scale of colours, each with its name and its norm.

    Arrow keys go from picture to picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.limit = 1.0
        self.current: int | None = None
        self._shape = (1, 1)
        self._constant = False
        self.setObjectName("contributions_pictures")
        self.setAccessibleName(self.tr("The row as the sum of pictures"))
        self.setWhatsThis(
            self.tr(
                "Each picture is what one class, the custom pairs, edits by hand or rounding added "
                "to the row; all have the same scale of colours and add up to the last one. Rest "
                "the mouse on a pixel to read it. Arrow keys: from picture to picture. Right "
                "click: copy."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(tabular(self.font()))
        self.setMinimumSize(1, 1)
        theme_changed.connect(self.update)

    def show_rows(self, rows: list[Row], shape: tuple[int, int], constant: bool) -> None:
        """Show the parts of another sum, the last of which is the sum."""
        self.rows, self._shape, self._constant = rows, shape, constant
        largest = max(peak(row.values[: math.prod(shape)]) for row in rows)
        self.limit = notch_above(largest) if largest > 0 else 1.0
        self.current = None
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a few pictures."""
        return QSize(420, 240)

    def _describe(self) -> None:
        if self.current is None:
            said = "; ".join(self.words(at) for at in range(len(self.rows)))
        else:
            said = self.words(self.current)
        self.setAccessibleDescription(said)

    def words(self, at: int) -> str:
        """Return the name of a part, its norm, and what the constant input has of it."""
        row = self.rows[at]
        words = f"{row.name}: ‖·‖ = {number(frobenius(row.values))}"
        if self._constant:
            words += self.tr(", constant input {value}").format(value=number(row.values[-1]))
        return words

    # Places ------------------------------------------------------------------------------------

    def grid(self) -> tuple[int, int, int]:
        """Return columns, and width and height of a picture in pixels."""
        n, line = max(len(self.rows), 1), self.fontMetrics().height()
        height, width = self._shape
        caption = line + 2
        best = (1, 1, 1)
        for columns in range(1, n + 1):
            lines = -(-n // columns)
            room = (
                (self.width() - GAP) / columns - GAP,
                (self.height() - GAP) / lines - caption - GAP,
            )
            scale = min(room[0] / width, room[1] / height)
            size = max(int(scale * width), 1), max(int(scale * height), 1)
            if scale > 0 and size[0] > best[1]:
                best = (columns, *size)
        return best

    def rect_of(self, at: int) -> QRect:
        """Return where a picture is drawn."""
        columns, width, height = self.grid()
        lines = -(-len(self.rows) // columns)
        across = max((self.width() - GAP) // columns, width + GAP)
        caption = self.fontMetrics().height() + 2
        down = max((self.height() - GAP) // max(lines, 1), height + caption + GAP)
        line, column = divmod(at, columns)
        left = GAP // 2 + column * across + (across - width) // 2
        return QRect(left, GAP // 2 + line * down, width, height)

    def part_at(self, point: QPointF) -> int | None:
        """Return the part that is drawn at a point."""
        places = (at for at in range(len(self.rows)) if self.rect_of(at).contains(point.toPoint()))
        return next(places, None)

    def read(self, point: QPointF) -> str:
        """Return what the pixel at a point stands for."""
        at = self.part_at(point)
        if at is None:
            return ""
        rect, (height, width) = self.rect_of(at), self._shape
        x = min(int((point.x() - rect.left()) * width / rect.width()), width - 1)
        y = min(int((point.y() - rect.top()) * height / rect.height()), height - 1)
        column = y * width + x
        value = exact(float(self.rows[at].values[column]))
        return f"{self.words(at)}\n{counting.entry('', column)}: {value}"

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures with what stands below them."""
        theme = current_theme()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.base))
            painter.setFont(self.font())
            metrics = self.fontMetrics()
            pixels = math.prod(self._shape)
            for at, row in enumerate(self.rows):
                rect, whole = self.rect_of(at), at == len(self.rows) - 1
                picture = row.values[:pixels].reshape(self._shape)
                painter.drawImage(rect, ink_image(picture, self.limit, theme, signed=True))
                marked = at == self.current and self.hasFocus()
                painter.setPen(QColor(theme.accent if marked else theme.border))
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))
                name = row.name if at == 0 or whole else f"+ {row.name}"
                room = QRectF(rect).adjusted(-GAP / 2 + 1, rect.height() + 1, GAP / 2 - 1, 0)
                room.setHeight(metrics.height())
                columns = self.grid()[0]
                spare = max(self.width() // columns - rect.width() - GAP, 0) / 2
                room.adjust(-spare, 0, spare, 0)
                painter.setPen(QColor(theme.text))
                how = Qt.TextElideMode.ElideRight
                text = metrics.elidedText(name, how, int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    # Mouse and keys ----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let the tooltip read the pixel under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.read(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from picture to picture."""
        if not plain(event) or event.key() not in ARROWS or not self.rows:
            super().keyPressEvent(event)
            return
        right, down = ARROWS[event.key()]
        if self.current is None:
            self.current = 0
        else:
            goal = self.current + right + down * self.grid()[0]
            self.current = goal if 0 <= goal < len(self.rows) else self.current
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark nothing any more."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read the picture that is clicked."""
        self.current = self.part_at(event.position())
        self._describe()
        self.update()

    def values_text(self) -> str:
        """Return the parts, a line each, with all digits."""
        return tab_separated([row.name, *map(repr, row.values.tolist())] for row in self.rows)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the values or the picture."""
        export_menu(self, self.values_text, self.grab).popup(event.globalPos())


class SumOfRows(QWidget):
    """The parts of a row's change: pictures where the inputs are some, else a matrix."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(name="contributions_sum_title", muted=True)
        self.pictures = PictureSum()
        self.matrix = Heatmap("contributions_matrix")
        self.matrix.setAccessibleName(self.tr("The parts of the row's change"))
        self.matrix.setToolTip(
            self.tr(
                "Each row is what one class, the custom pairs, edits by hand or rounding added; "
                "together they make the last one."
            )
        )
        self.matrix.hint = self.tr("Point at an entry to read it.")
        self.matrix.describe = self._read
        self.pages = QStackedWidget()
        self.pages.addWidget(self.pictures)
        self.pages.addWidget(self.matrix)
        vbox(self.title, self.pages, into=self, spacing=2, stretch=self.pages)
        self._rows: list[Row] = []

    def show_found(self, found: Contributions) -> None:
        """Show another answer about several weights."""
        self._rows = rows = self._parts(found)
        data = found.dataset
        shape = pixel_shape(data, data.n_inputs) if found.matrix == "W1" else None
        if shape is not None:
            constant = data.n_inputs > math.prod(shape)
            self.pictures.show_rows(rows, shape, constant)
            ends = number(self.pictures.limit, 2)
            self.title.say(
                self.tr("what each class added, together {change}; colours from −{end} to {end}")
                .format(change=texts.change(found).strip("‖"), end=ends)
            )  # fmt: skip
            self.pages.setCurrentWidget(self.pictures)
            return
        self.title.say(
            self.tr("what each class added; the rows together make the last one, {change}").format(
                change=texts.change(found).strip("‖")
            )
        )
        values = np.array([row.values for row in rows])
        self._name_columns(found, tuple(row.name for row in rows))
        largest = peak(values)
        limit = notch_above(largest) if largest > 0 else 1.0
        self.matrix.set_matrix(values, as_image(values), limit)
        self.pages.setCurrentWidget(self.matrix)

    def _parts(self, found: Contributions) -> list[Row]:
        names = found.dataset.class_names
        if found.by_class is None:
            rest = found.change - found.by_pair.sum(axis=0) - found.edits - found.remainder
            rows = [Row(self.tr("samples"), rest)]
        else:
            rows = [Row(class_name(names, k), part) for k, part in enumerate(found.by_class)]
        if found.own_pairs:
            rows.append(Row(self.tr("custom pairs"), found.by_pair.sum(axis=0)))
        rows.append(Row(self.tr("edits"), found.edits))
        rows.append(Row(self.tr("rounding"), found.remainder))
        return [*rows, Row(f"= {texts.change(found).strip('‖')}", np.asarray(found.change))]

    def _name_columns(self, found: Contributions, rows: tuple[str, ...]) -> None:
        if found.matrix == "W1":
            self.matrix.set_titles(self.tr("part"), self.tr("input i"), "")
            self.matrix.set_names(rows, input_names(found.dataset))
        elif found.column is None:
            self.matrix.set_titles(self.tr("part"), self.tr("hidden unit k"), "")
            self.matrix.set_names(rows, ())
        else:
            self.matrix.set_titles(self.tr("part"), self.tr("output j"), "")
            self.matrix.set_names(rows, output_names(found.dataset))

    def _read(self, row: int, column: int) -> str:
        if row >= len(self._rows):
            return ""
        part = self._rows[row]
        return f"{part.name}, {counting.entry('', column)}: {exact(float(part.values[column]))}"
