"""The command palette: every action, found by typing a part of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bpviz.ui.actions import keys_of


class CommandPalette(QDialog):
    """A list of all actions that are enabled now; typing narrows it, Enter does the chosen one."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("command_palette")
        self.setWindowTitle(self.tr("Commands"))
        self.chosen: QAction | None = None
        self._filter = QLineEdit(self)
        self._filter.setObjectName("command_filter")
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setToolTip(self.tr("Type parts of a command's name."))
        self._filter.setPlaceholderText(self.tr("Type a command…"))
        self._filter.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("command_list")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setToolTip(self.tr("Enter or a click does the command."))
        for action in actions:
            if action.isEnabled() and action.isVisible() and action.text():
                words = action.text().replace("&", "")
                keys = keys_of(action)
                item = QListWidgetItem(f"{words}    {keys}" if keys else words, self._list)
                item.setData(Qt.ItemDataRole.UserRole, action)
                item.setToolTip(action.toolTip())
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.addWidget(self._filter)
        column.addWidget(self._list)
        self.resize(520, 420)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)

    def eventFilter(self, _edit: QObject, event: QEvent) -> bool:
        """Let the arrows move through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._move(step)
                return True
        return False

    def _move(self, step: int) -> None:
        rows = [i for i in range(self._list.count()) if not self._list.item(i).isHidden()]
        if rows:
            here = rows.index(self._list.currentRow()) if self._list.currentRow() in rows else -1
            self._list.setCurrentRow(rows[(here + step) % len(rows)])

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        parts = typed.casefold().split()
        first = -1
        for i in range(self._list.count()):
            words = self._list.item(i).text().casefold()
            hidden = not all(part in words for part in parts)
            self._list.item(i).setHidden(hidden)
            if not hidden and first < 0:
                first = i
        self._list.setCurrentRow(first)

    @Slot()
    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
