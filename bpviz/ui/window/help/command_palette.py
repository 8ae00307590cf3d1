"""The command palette: every action, found by typing a part of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.window.actions.action_group import keys_of


class CommandPalette(QDialog):
    """A list of all actions; typing narrows it, Enter does the chosen one.

    What is impossible now is found as well, with its key, but greyed out.
    """

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("command_palette")
        self.setWindowTitle(self.tr("Commands"))
        self.chosen: QAction | None = None
        what = self.tr("Type part of a command's name.")
        self._filter = named(QLineEdit(), "command_filter", self.tr("Filter"), what)
        self._filter.setPlaceholderText(self.tr("Type a command…"))
        self._filter.installEventFilter(self)
        what = self.tr("Enter or a click runs the command.")
        self._list = named(QTreeWidget(), "command_list", self.tr("Commands"), what)
        for action in actions:
            if action.isVisible() and action.text():
                item = QTreeWidgetItem(self._list, [self._words(action), keys_of(action)])
                item.setData(0, Qt.ItemDataRole.UserRole, action)
                item.setToolTip(0, action.toolTip())
                item.setDisabled(not action.isEnabled())
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setColumnCount(2)
        self._list.sortItems(0, Qt.SortOrder.AscendingOrder)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
        self._narrow("")
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

    def _words(self, action: QAction) -> str:
        words = action.text().replace("&", "")
        if action.objectName().startswith("action_show_"):
            return self.tr("Panel: {name}").format(name=words)
        return words

    def _items(self) -> list[QTreeWidgetItem]:
        items = [self._list.topLevelItem(i) for i in range(self._list.topLevelItemCount())]
        return [item for item in items if item is not None]

    def _move(self, step: int) -> None:
        shown = [item for item in self._items() if not (item.isHidden() or item.isDisabled())]
        if shown:
            current = self._list.currentItem()
            here = next((i for i, item in enumerate(shown) if item is current), -1)
            self._list.setCurrentItem(shown[(here + step) % len(shown)])

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        typed = " ".join(typed.casefold().split())
        best: QTreeWidgetItem | None = None
        for item in self._items():
            words = item.text(0).casefold()
            item.setHidden(not all(part in words for part in typed.split()))
            if item.isHidden() or item.isDisabled():
                continue
            if best is None or _rank(words, typed) < _rank(best.text(0).casefold(), typed):
                best = item
        if best is None:
            self._list.setCurrentIndex(QModelIndex())
        else:
            self._list.setCurrentItem(best)

    @Slot()
    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None and not (item.isHidden() or item.isDisabled()):
            self.chosen = item.data(0, Qt.ItemDataRole.UserRole)
            self.accept()


def _rank(words: str, typed: str) -> int:
    """Return how well a name answers what was typed, 0 is best."""
    if words == typed:
        return 0
    if words.startswith(typed):
        return 1
    beginnings = words.split()
    each = all(any(word.startswith(part) for word in beginnings) for part in typed.split())
    return 2 if each else 3
