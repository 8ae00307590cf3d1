"""ColumnsView: the table of the first rows, in which columns are given their roles."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from bpviz.datasets.preview import Preview, Role
from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.window.open_data.import_dialog.columns_model import ROLE, ColumnsModel
from bpviz.ui.window.open_data.import_dialog.role_texts import role_tips, role_words

_MEASURED = 200
"""Columns whose cells are measured; further ones have the usual width."""

_MENU_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Menu, Qt.Key.Key_F4)


class ColumnHeader(QHeaderView):
    """Two lines for each column: its name, and what it is used for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint().width(), 2 * self.fontMetrics().height() + 12)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw name and role; the target in the accent colour, what is not used muted."""
        role: Role = self.model().headerData(section, Qt.Orientation.Horizontal, ROLE)
        name = self.model().headerData(section, Qt.Orientation.Horizontal)
        theme, inside = current_theme(), rect.adjusted(7, 4, -7, -4)
        line = painter.fontMetrics().height()
        painter.save()
        painter.fillRect(rect, QColor(theme.raised))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        colours = {Role.TARGET: theme.accent, Role.INPUT: theme.text, Role.UNUSED: theme.muted}
        elide = Qt.TextElideMode.ElideRight
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        top = QRect(inside.left(), inside.top(), inside.width(), line)
        painter.setFont(strong)
        painter.setPen(QColor(theme.muted if role is Role.UNUSED else theme.text))
        painter.drawText(top, left, painter.fontMetrics().elidedText(name, elide, top.width()))
        below = QRect(inside.left(), inside.bottom() - line + 1, inside.width(), line)
        painter.setFont(strong if role is Role.TARGET else self.font())
        painter.setPen(QColor(colours[role]))
        words = painter.fontMetrics().elidedText(f"{role_words()[role]} ▾", elide, below.width())
        painter.drawText(below, left, words)
        painter.restore()


class ColumnsView(QTableView):
    """Columns are selected whole; a click on a header, or Space, offers the roles.

    Signals
    -------
    role_wanted(object)
        The `Role` that the selected columns are to have.
    """

    role_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_table")
        self.setAccessibleName(self.tr("First rows of the table"))
        self.setToolTip(
            self.tr(
                "The first rows as they are in the file. ← and → move between the columns, Shift "
                "selects several; Space or a click on a name changes their use."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)
        self.setFont(tabular(self.font()))
        self.table = ColumnsModel(self)
        self._header = ColumnHeader(self)
        self._header.setObjectName("import_header")
        self.setHorizontalHeader(self._header)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._menu = QMenu(self)
        self._menu.setObjectName("import_role_menu")
        self._menu.setToolTipsVisible(True)
        for role, words in role_words().items():
            action = self._menu.addAction(words)
            action.setObjectName(f"import_role_{role}_action")
            action.setToolTip(role_tips()[role])
            action.setData(role)
            action.setCheckable(True)
        self._menu.triggered.connect(self._chosen)
        self._header.sectionClicked.connect(self._header_clicked)
        self._tint_selection()
        theme_changed.connect(self._tint_selection)
        self._fit_font()

    @Slot()
    def _tint_selection(self) -> None:
        """Let what lies below the selection still be read."""
        palette, tint = QPalette(), QColor(current_theme().accent)
        tint.setAlpha(70)
        palette.setColor(QPalette.ColorRole.Highlight, tint)
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(current_theme().text))
        self.setPalette(palette)

    def show_preview(self, preview: Preview) -> None:
        """Show the first rows and the roles of all columns."""
        before = [column.name for column in self.table.columns]
        self.table.show_preview(preview)
        if [column.name for column in preview.columns] != before:
            self._fit_columns()
        if preview.columns and not self.selectionModel().hasSelection():
            targets = [j for j, c in enumerate(preview.columns) if c.role is Role.TARGET]
            self.select(targets[0] if targets else 0)

    def select(self, column: int) -> None:
        """Select one column and bring it into sight."""
        if self.table.rowCount() and 0 <= column < self.table.columnCount():
            flags = QItemSelectionModel.SelectionFlag
            whole = flags.ClearAndSelect | flags.Columns  # whichever keys are held down just now
            self.selectionModel().setCurrentIndex(self.table.index(0, column), whole)

    def selected(self) -> list[int]:
        """Return the places of the selected columns, rising."""
        return sorted(index.column() for index in self.selectionModel().selectedColumns())

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns follow the window's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_menu"):
            self._fit_font()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the roles at Space; everything else is as in any table."""
        current = self.currentIndex()
        if event.key() in _MENU_KEYS and not event.modifiers() and current.isValid():
            place = self._header.sectionViewportPosition(current.column())
            self._offer(place)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: rows are not to be moved through by letters."""

    def _fit_font(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self._header.setFont(self.font())
        self.setMinimumHeight(6 * self.fontMetrics().height() + 20)
        self._fit_columns()

    def _fit_columns(self) -> None:
        metrics = self.fontMetrics()
        most = 24 * metrics.averageCharWidth() + 16
        least = max(map(metrics.horizontalAdvance, (f"{w} ▾ " for w in role_words().values()))) + 16
        self._header.setDefaultSectionSize(max(least, most // 2))
        wanted, floors = [], []
        for column in self.table.columns[:_MEASURED]:
            widths = [metrics.horizontalAdvance(each) for each in column.examples]
            name = round(1.1 * metrics.horizontalAdvance(column.name[:80]))
            role = metrics.horizontalAdvance(f"{role_words()[column.role]} ▾ ") + 16
            wanted.append(min(max(least, name + 18, *widths, 0) + 12, most))
            floors.append(min(max(role, *widths, 0) + 12, wanted[-1]))
        # A table that could do without a scroll bar has its longest names elided.
        over = sum(wanted) - self.viewport().width() if len(wanted) < _MEASURED else 0
        slack = sum(wanted) - sum(floors)
        share = over / slack if 0 < over <= slack else 0.0
        for j, (width, floor) in enumerate(zip(wanted, floors, strict=True)):
            self.setColumnWidth(j, width - math.ceil(share * (width - floor)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns have the width that there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        if section in self.selected():
            self._offer(self._header.sectionViewportPosition(section))

    def _offer(self, x: int) -> None:
        """Open the menu of roles below a header."""
        roles = {self.table.columns[j].role for j in self.selected()}
        for action in self._menu.actions():
            action.setChecked(roles == {action.data()})
        place = QPoint(max(x, 0), self._header.height())
        self._menu.popup(self._header.viewport().mapToGlobal(place))
        marked = [action for action in self._menu.actions() if action.isChecked()]
        self._menu.setActiveAction(marked[0] if marked else self._menu.actions()[0])

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.role_wanted.emit(Role(action.data()))
