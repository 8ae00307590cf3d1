"""BranchList: the branches of all runs as a table, to switch to, rename, delete and compare."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygon,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.table_model import Index
from bpviz.ui.panels.branches.model import BranchModel, BranchRole, Column

MARGIN = 4

NAME_LINES = 8
"""Lines of text that the names' column is wide at least."""

ROOMY_LINES = 14
"""Lines of text that it is wide where titles need not be short."""


class BranchDelegate(QStyledItemDelegate):
    """Paints a branch: in two lines mark, colour, name, and what was changed; beside it numbers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for two lines."""
        line = QFontMetrics(option.font).height()
        return QSize(NAME_LINES * line, 2 * line + 2 * MARGIN + 2)

    def name_rect(self, row: QRect, index: Index, metrics: QFontMetrics) -> QRect:
        """Return where the name stands in a row."""
        line = metrics.height()
        depth = int(index.data(BranchRole.DEPTH) or 0)
        # Gutter for the mark, then the indentation, then the swatch.
        left = row.left() + MARGIN + line + depth * (line * 3 // 4) + line + MARGIN
        return QRect(left, row.top() + MARGIN, max(row.right() - left - MARGIN, 0), line + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        try:
            self._paint(painter, option, index)
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        role, row = QPalette.ColorRole, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        current = bool(index.data(BranchRole.CURRENT))
        palette = option.palette
        text = palette.color(role.HighlightedText if selected else role.Text)
        muted = text if selected else palette.color(role.PlaceholderText)
        if selected:
            painter.fillRect(row, palette.color(role.Highlight))
        if focused:
            painter.setPen(text)
            painter.drawRect(row.adjusted(1, 1, -2, -2))
        font = tabular(option.font)
        if index.column() != Column.NAME:
            painter.setFont(font)
            painter.setPen(muted if index.data(BranchRole.OLD) else text)
            place = row.adjusted(MARGIN, 0, -MARGIN, 0)
            shown = QFontMetrics(font).elidedText(
                index.data(), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
            return

        bold = QFont(font)
        bold.setBold(current)
        metrics = QFontMetrics(bold)
        line = metrics.height()
        name = self.name_rect(row, index, metrics)
        middle = name.center().y()
        size = line * 5 // 8
        swatch = QRect(name.left() - MARGIN - size, middle - size // 2, size, size)
        depth = int(index.data(BranchRole.DEPTH) or 0)
        painter.setPen(muted)
        x = swatch.left() - line // 2
        if depth:  # an elbow from the parent above
            painter.drawLine(x, row.top(), x, middle)
            painter.drawLine(x, middle, swatch.left() - 3, middle)
        for other in index.data(BranchRole.RAILS):  # and on to those below
            if other:
                at = x - (depth - other) * (line * 3 // 4)
                painter.drawLine(at, row.top(), at, row.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(text if selected else Qt.PenStyle.NoPen)
        painter.setBrush(branch_colour(int(index.data(BranchRole.NUMBER)), current_theme()))
        painter.drawRoundedRect(swatch, 2, 2)
        if current:
            x, half = row.left() + MARGIN + 1, max(line // 3, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(text)
            corners = (QPoint(x, middle - half), QPoint(x, middle + half))
            painter.drawPolygon(QPolygon([*corners, QPoint(x + half * 3 // 2, middle)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

        where = self.tr("current") if current else ""
        small = QFontMetrics(font)
        taken = small.horizontalAdvance(where) + 2 * MARGIN if where else 0
        if taken > name.width() // 2:  # the mark and the bold name say it as well
            where, taken = "", 0
        painter.setPen(text)
        painter.setFont(bold)
        self._write(painter, name.adjusted(0, 0, -taken, 0), index.data())
        painter.setFont(font)
        painter.setPen(muted)
        if where:
            painter.drawText(name, Qt.AlignmentFlag.AlignRight, where)
        below = name.translated(0, name.height() + 1)
        self._write(painter, below, index.data(BranchRole.DETAILS))

    @staticmethod
    def _write(painter: QPainter, place: QRect, words: str) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place.left(), place.top() + metrics.ascent(), shown)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """Return a line for another name."""
        editor = QLineEdit(parent)
        editor.setObjectName("branch_name_edit")
        editor.setAccessibleName(self.tr("Name of the branch"))
        editor.setToolTip(self.tr("Return applies the name, Escape discards it."))
        editor.setTextMargins(0, 0, 0, 0)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the present name; what comes later must not write over what is typed."""
        if isinstance(editor, QLineEdit) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed name over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line where the name stands."""
        place = self.name_rect(option.rect, index, QFontMetrics(option.font))
        editor.setGeometry(place.adjusted(-MARGIN, 2 - MARGIN, 0, 1))


class BranchList(Fitted, QTreeView):
    """The table; each row is a branch, indented below the one that it left unless it is sorted.

    Signals
    -------
    switch_wanted(object)
        Number of the branch under a double click or Return.
    delete_wanted()
        Delete was pressed.
    menu_wanted(QPoint)
        The menu of the selected rows is wanted at a place of the screen.
    """

    switch_wanted = Signal(object)
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: BranchModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placeholder = ""
        self._model = model
        self._widths: tuple[object, ...] = ()
        self._delegate = BranchDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumSize(40, 30)
        self.activated.connect(self._activated)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(20)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self.scrollToTop)

    def set_presenting(self, on: bool) -> None:
        """Leave the room to what is compared in front of a class; the tooltips say the rest."""
        for column in (Column.RULE, Column.TIME):
            self.setColumnHidden(column, on)
        self._widths = ()
        self._fit()

    def fit_columns(self) -> None:
        """Follow what stands in the columns, and their titles."""
        self._fit()

    def _fit(self) -> None:
        """Give each column the room of its numbers, and the names what is left."""
        wide = QFontMetrics(tabular(self.font())).horizontalAdvance
        title = self.header().fontMetrics()
        arrow = self.style().pixelMetric(self.style().PixelMetric.PM_HeaderMarkSize)
        texts, room = self._model.widest(), self.viewport().width()
        known = self._model.titles(), texts, self.font().toString(), room
        if known == self._widths:
            return
        line = self.fontMetrics().height()
        shown = [(at, text) for at, text in texts if not self.isColumnHidden(at)]
        for short in (False, True):
            self._model.shorten_titles(short)
            titles = self._model.titles()
            words = [title.horizontalAdvance(each) + arrow + MARGIN for each in titles]
            widths = {at: max(wide(text), words[at]) + 3 * MARGIN for at, text in shown}
            if room - sum(widths.values()) >= ROOMY_LINES * line:
                break
        self._widths = titles, texts, self.font().toString(), room
        for column, needed in widths.items():
            self.setColumnWidth(column, needed)
        self.setColumnWidth(Column.NAME, max(room - sum(widths.values()), NAME_LINES * line))

    def selected_numbers(self) -> list[int]:
        """Return the numbers of the selected branches, from top to bottom."""
        parts = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        stretches = ((part.top(), part.bottom()) for part in parts)
        rows = {row for first, last in stretches for row in range(first, last + 1)}
        return [self._model.number_at(row) for row in sorted(rows)]

    def edit_name(self) -> None:
        """Open the line for the name of the current branch."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index.siblingAtColumn(Column.NAME))

    def set_placeholder(self, sentence: str) -> None:
        """Say something in the empty room below the last row."""
        if sentence != self.placeholder:
            self.placeholder = sentence
            self.setAccessibleDescription(sentence)
            self.viewport().update()

    def _activated(self, index: QModelIndex) -> None:
        self.switch_wanted.emit(int(index.data(BranchRole.NUMBER)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for the selected branches to be deleted; F2 renames the current one."""
        editing = self.state() is self.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_F2 and not editing:
            self.edit_name()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            named = self.currentIndex().siblingAtColumn(Column.NAME)
            place = self.viewport().mapToGlobal(self.visualRect(named).center())
        if self.selectedIndexes():
            self.menu_wanted.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the sentence below them."""
        super().paintEvent(event)
        if not self.placeholder:
            return
        rows = self.model().rowCount()
        top = self.visualRect(self.model().index(rows - 1, 0)).bottom() + 1 if rows else 0
        place = self.viewport().rect().adjusted(12, top + 8, -12, -8)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        wrap = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(place, wrap, self.placeholder)
        painter.end()
