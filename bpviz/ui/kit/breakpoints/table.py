"""StopsTable: what the lists of breakpoints, stops, watches and steps found have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bpviz.ui.core.formatting import tabular, weighted
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.keys import ARROWS, ENTER
from bpviz.ui.kit.controls.table_model import Index


class StopsTable(Fitted, QTableView):
    """A table that follows font and theme, explains itself when empty, and keeps its arrow keys.

    Parameters
    ----------
    name : str
        objectName.
    wide : int
        The column that takes the room that is left.
    """

    def __init__(self, name: str, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.empty_text = ""
        self._wide = wide
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumSize(1, 1)
        self.setFont(tabular(self.font()))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(8)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.sectionResized.connect(self.fit_rows)

    def enter(self) -> None:
        """Do what the current row is for."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Return the height of a row with one line, in pixels."""
        return self.fontMetrics().height() + 8

    def fit_font(self) -> None:
        """Let rows and icons follow the font."""
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        size = max(10, round(0.75 * self.fontMetrics().height()))
        self.setIconSize(QSize(size, size))
        self.fit_rows()

    @Slot()
    def fit_rows(self) -> None:
        """Give each row as many lines as its words take, once the columns have their widths."""
        self._later.start()

    @Slot()
    def _fit_rows(self) -> None:
        model = self.model()
        if model is None:
            return
        columns = [c for c in range(model.columnCount()) if not self.isColumnHidden(c)]
        self.horizontalHeader().setVisible(model.rowCount() > 0 and len(columns) > 1)
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        room = self.columnWidth(self._wide) - box - self.iconSize().width() - 24
        metrics, one_line = QFontMetrics(bold(self.font())), self.row_height()
        for row in range(model.rowCount()):
            words = str(model.index(row, self._wide).data())
            height = one_line
            if "\n" in words or metrics.horizontalAdvance(words) > room:
                height = max(one_line, self.sizeHintForRow(row) + 4)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the figures tabular, and the rows as high as the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            if not self.font().featureTags():
                self.setFont(tabular(self.font()))  # comes here again
            else:
                self.fit_font()

    def sizeHint(self) -> QSize:
        """A few rows."""
        return QSize(240, 5 * self.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do at Return what a row is for; keep the arrows at the ends of the list.

        They would step through the run.
        """
        if event.key() in ENTER and self.state() != self.State.EditingState:
            self.enter()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what there could be."""
        super().paintEvent(event)
        model = self.model()
        if model is None or model.rowCount() > 0 or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self.font())
        painter.drawText(
            self.viewport().rect().adjusted(10, 8, -10, -8),
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
            self.empty_text,
        )

    def set_empty_text(self, words: str) -> None:
        """Say what is to be said where there is no row."""
        if words != self.empty_text:
            self.empty_text = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def room_beside(self, *widths: int) -> bool:
        """Return whether the wide column has room for words, with columns of `widths` beside it."""
        least = 13 * self.fontMetrics().averageCharWidth() + 2 * self.iconSize().width()
        return self.viewport().width() - sum(widths) >= least

    def set_widths(self, *widths: int) -> None:
        """Give each column a width in pixels; that of the wide one does not matter."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            if column == self._wide:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(column, width)


def bold(font: QFont) -> QFont:
    """Return `font` as it is where the run stands."""
    return weighted(QFont.Weight.Bold).resolve(font)


class StopsDelegate(QStyledItemDelegate):
    """Draws cells without a box around the current one, and check boxes that show in the dark."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the outline of an empty check box be seen."""
        super().initStyleOption(option, index)
        view = self.parent()
        if isinstance(view, StopsTable) and current_theme().dark:
            palette = QPalette(option.palette)
            outlined = current_theme().outlined_palette()
            role = QPalette.ColorRole.Window
            palette.setColor(role, outlined.color(role))
            option.palette = palette
