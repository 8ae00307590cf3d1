"""TableView: a vector or matrix as a small heatmap, with its numbers where they fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.formatting import exact, tabular
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, neighbour
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.panels.debugger.formulas.tables import Table
from bpviz.ui.panels.debugger.table_painting import (
    TablePicture,
    cell_rect,
    draw_frame,
    draw_mark,
    draw_numbers,
)

FEW = 12
"""Up to so many rows and columns have numbers in them."""

WIDEST = "−1.2e−5"
"""Few cells are so wide that they hold this text and some room beside it."""


class TableView(QWidget):
    """One table of a phase; the mouse or arrow keys point at an entry, a click or Enter chooses it.

    Attributes
    ----------
    table : Table or None
        What is shown.
    writes : bool
        Whether the step writes it; otherwise it reads it.

    Signals
    -------
    pointed(object)
        The `Highlight` of an entry, or None.
    chosen(int, int)
        Row and column of an entry.
    """

    pointed = Signal(object)
    chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("Point at an entry to read it")
        named(self, name, self.tr("Empty table"), tip=tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.table: Table | None = None
        self.writes = False
        self._picture = TablePicture()
        self._cell: tuple[int, int] | None = None

    @property
    def colours(self) -> QImage:
        """The picture, one pixel an entry or a block of entries; what is empty is transparent."""
        return self._picture.image(current_theme())

    def set_table(self, table: Table, stretch: object = None) -> None:
        """Show another table; its colours are steady in one `stretch`, see `Frame.stretch`."""
        before, self.table = self.table, table
        if before is None or before.symbol != table.symbol:
            self._point(None)
            self.setAccessibleName(table.symbol)
        if before is None or before.shape != table.shape:
            self._point(None)
            rows, columns = table.shape
            size = f"{columns}" if table.vector is not None else f"{rows} × {columns}"
            self.setAccessibleDescription(size)
            self._fit_height()
        self._picture.set_table(table, (stretch, table.symbol))
        self.update()

    def values_text(self) -> str:
        """Return the table as tab separated text, floats with all digits, blank if not computed."""
        table = self.table
        if table is None:
            return ""
        rows, columns = table.shape
        entries = ([table.entry(row, column) for column in range(columns)] for row in range(rows))
        return tab_separated([["" if v is None else v for v in row] for row in entries])

    # ---- size

    def _fit_height(self) -> None:
        height = self.sizeHint().height()
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """As high as numbers in every row, or as a picture needs."""
        line = QFontMetrics(self._digits_font()).height() + 4
        rows, columns = (1, 1) if self.table is None else self.table.shape
        if rows == 1:
            return QSize(100, line)
        if self._few():
            return QSize(100, rows * line + 1)
        wide = max(self.width(), 160)
        return QSize(100, round(min(max(wide * rows / columns, 3 * line), 6 * line)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(24, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def _digits_font(self) -> QFont:
        font = tabular(self.font())
        font.setPointSizeF(max(0.85 * font.pointSizeF(), 6.0))
        return font

    def _few(self) -> bool:
        return self.table is not None and max(self.table.shape) <= FEW

    def _area(self) -> QRectF:
        """Return where the cells are drawn."""
        if self.table is None:
            return QRectF()
        wide = float(self.width() - 1)
        if self._few():
            most = 1.6 * QFontMetrics(self._digits_font()).horizontalAdvance(WIDEST)
            wide = min(wide, self.table.shape[1] * most)
        return QRectF(0, 0, wide, self.height() - 1)

    def _rect(self, row: int | None, column: int | None) -> QRectF:
        shape = (1, 1) if self.table is None else self.table.shape
        return cell_rect(self._area(), shape, (row, column))

    # ---- pointing

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return row and column of the entry at a place; None beside the table."""
        area = self._area()
        if self.table is None or not area.contains(position) or area.width() <= 0:
            return None
        rows, columns = self.table.shape
        row = min(int(position.y() / area.height() * rows), rows - 1)
        return row, min(int(position.x() / area.width() * columns), columns - 1)

    def cell_centre(self, row: int, column: int) -> QPoint:
        """Return where the middle of an entry is drawn."""
        return self._rect(row, column).center().toPoint()

    def _point(self, cell: tuple[int, int] | None) -> None:
        if cell == self._cell:
            return
        self._cell = cell
        self.update()
        place = None if cell is None or self.table is None else self.table.place(*cell)
        self.pointed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the entry under the mouse."""
        self._point(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry under the mouse."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.chosen.emit(*cell)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, choose with Enter."""
        key, cell = event.key(), self._cell
        if self.table is None:
            event.ignore()
        elif key in ARROWS:
            ends = [(0, side - 1) for side in self.table.shape]
            self._point((0, 0) if cell is None else neighbour(key, cell, ends[0], ends[1]))
        elif key in ENTER and cell is not None:
            self.chosen.emit(*cell)
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at nothing."""
        super().hideEvent(event)
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point(None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show the digits of the entry under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.describe(cell) or self.toolTip(), self)
            return True
        return super().event(event)

    def describe(self, cell: tuple[int, int] | None) -> str:
        """Return name and value of an entry."""
        if cell is None or self.table is None:
            return ""
        value = self.table.entry(*cell)
        name = self.table.name(*cell)
        if value is None:
            return self.tr("{name} is not yet computed").format(name=name)
        return f"{name} = {exact(value)}"

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cells, numbers, the frame of what is at hand, and what is pointed at."""
        table, theme, area = self.table, current_theme(), self._area()
        if table is None or area.width() < 4:
            return
        painter = QPainter(self)
        self._picture.draw(painter, area, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawRect(area.toAlignedRect().adjusted(0, 0, -1, -1))
        if table.mark is not None:
            draw_mark(painter, self._rect(*table.mark), area, theme, writes=self.writes)
        if self._few():
            draw_numbers(painter, self._picture, table, area, theme, self._digits_font())
        if self._cell is not None:
            draw_frame(painter, self._rect(*self._cell), area, QPen(QColor(theme.text), 1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the table or the picture."""
        self.build_menu().popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """Return a new context menu."""
        return export_menu(self, self.values_text, self.grab)
