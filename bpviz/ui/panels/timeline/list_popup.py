"""ListPopup: a list of places to go to, opened by a small button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from bpviz.ui.core.formatting import count, tabular, text_scale
from bpviz.ui.kit.controls.keys import ENTER
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index

MOST_ROWS = 12
"""Most rows that are seen without scrolling."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of the list; `key` is what is handed back when it is chosen."""

    step: int
    words: str
    icon: QIcon
    key: object
    strong: bool = False


class ListModel(FlatModel):
    """Step and words of each place; made for ten thousands of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[ListEntry, ...] = ()
        self.font = QFont()

    def show(self, places: Sequence[ListEntry], font: QFont) -> None:
        """Hold other places."""
        self.beginResetModel()
        self.places, self.font = tuple(places), tabular(font)
        self.endResetModel()

    def shape(self) -> tuple[int, int]:
        """Return one row a place, of step and words."""
        return len(self.places), 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if not index.isValid() or index.row() >= len(self.places):
            return None
        place, steps = self.places[index.row()], index.column() == 0
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return count(place.step) if steps else place.words
            case Qt.ItemDataRole.DecorationRole if not steps:
                return place.icon
            case Qt.ItemDataRole.TextAlignmentRole if steps:
                return RIGHT
            case Qt.ItemDataRole.FontRole:
                font = QFont(self.font)
                font.setBold(place.strong)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return place.words
        return None


class ListPopup(QDialog):
    """A list that closes when a place was chosen, on Escape, or when another window is used.

    Signals
    -------
    chosen(object)
        The key of a place, after Return or a click.
    """

    chosen = Signal(object)

    def __init__(self, name: str, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.title = QLabel(title)
        self.nothing = QLabel(nothing)
        self.model = ListModel(self)
        self.view = QTreeView()
        self.view.setObjectName(f"{name}_view")
        self.view.setAccessibleName(title)
        self.view.setToolTip(self.tr("Return or a click goes to the step."))
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setHeaderHidden(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.view.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(20)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        for widget in (self.title, self.nothing, self.view):
            column.addWidget(widget)

    def open_at(self, anchor: QWidget, places: Sequence[ListEntry], at: int) -> None:
        """Open above `anchor` with the row `at` chosen, −1 for none."""
        font = QFont(anchor.font())
        bold = QFont(font)
        bold.setBold(True)
        self.setFont(font)
        self.title.setFont(bold)
        self.model.show(places, font)
        self.nothing.setVisible(not places)
        self.view.setVisible(bool(places))
        self._fit(places)
        window = anchor.window()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), -self.height() - 4))
        screen = window.screen().availableGeometry()
        if corner.y() < screen.top():
            corner.setY(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)).y())
        left = min(
            max(corner.x(), screen.left()), max(screen.right() - self.width(), screen.left())
        )
        bottom = screen.bottom() - self.height()
        self.move(left, max(min(corner.y(), bottom), screen.top()))
        self.show()
        self.view.setFocus()
        if 0 <= at < len(places):
            index = self.model.index(at, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    def _fit(self, places: Sequence[ListEntry]) -> None:
        metrics, unit = self.fontMetrics(), text_scale(self.fontMetrics())
        size = round(16 * unit)
        self.view.setIconSize(
            self.view.iconSize().scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio)
        )
        widest = max((place.step for place in places), default=0)
        steps = metrics.horizontalAdvance(count(widest)) + 24
        words = max((metrics.horizontalAdvance(p.words) for p in places[:500]), default=0)
        self.view.header().resizeSection(0, steps)
        row = max(self.view.sizeHintForRow(0), metrics.height()) if places else metrics.height()
        shown = min(max(len(places), 1), MOST_ROWS)
        self.view.setFixedHeight(shown * row)
        wanted = max(steps + words + size + 60, self.title.sizeHint().width() + 24)
        self.setFixedWidth(round(min(max(wanted, 300 * unit), 620 * unit)))
        self.adjustSize()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if self.isVisible() and index.isValid():
            key = self.model.places[index.row()].key
            self.hide()
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses; Escape closes, as in any dialog."""
        if event.key() in ENTER:
            self._choose(self.view.currentIndex())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Close when another window is used."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.hide()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a border: there is no frame of the desktop around it."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
