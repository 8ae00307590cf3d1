"""The command palette: everything there is, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from bpviz.ui.core.theme import MUTED, WARNING
from bpviz.ui.kit.controls.labels import Note, announce
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.window.palette.entry import Entry

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class CommandPalette(QDialog):
    """A list of entries; typing narrows it, Enter does the chosen one.

    What is impossible now is found as well, with its key, but greyed out; it says why.

    Parameters
    ----------
    find : callable
        Returns the entries that answer what was typed, the best one first.

    Signals
    -------
    chosen(Entry)
        Somebody chose what can be done.
    """

    chosen = Signal(object)

    def __init__(
        self, find: Callable[[str], Sequence[Entry]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("command_palette")
        self.setWindowTitle(self.tr("Commands"))
        self._find = find
        what = self.tr(
            "Type part of the name of a command, panel, layout or data set, or a setting and its "
            "value: l 64, λ 0.5, step 12000, speed 10."
        )
        self._filter = named(QLineEdit(), "command_filter", self.tr("Filter"), what)
        self._filter.setPlaceholderText(self.tr("A command, panel, data set…, or a value: λ 0.5"))
        self._filter.installEventFilter(self)
        what = self.tr("Enter or a click runs the command.")
        self._list = named(QTreeWidget(), "command_list", self.tr("Commands"), what)
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setColumnCount(2)
        self._list.setUniformRowHeights(True)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
        self._note = Note("command_note")
        self._note.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addWidget(self._filter)
        column.addWidget(self._list)
        column.addWidget(self._note)
        self.resize(34 * self.fontMetrics().averageCharWidth() + 320, 440)
        self._list.currentItemChanged.connect(self._explain)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._narrow("")

    def entries(self) -> list[Entry]:
        """Return what is listed, from top to bottom."""
        items = (self._list.topLevelItem(i) for i in range(self._list.topLevelItemCount()))
        return [item.data(0, Qt.ItemDataRole.UserRole) for item in items if item is not None]

    def current(self) -> Entry | None:
        """Return the entry that Enter would choose."""
        item = self._list.currentItem()
        return None if item is None else item.data(0, Qt.ItemDataRole.UserRole)

    def eventFilter(self, _edit: QObject, event: QEvent) -> bool:
        """Let the arrows move through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _MOVES.get(Qt.Key(event.key()), 0)
            if step:
                self._move(step)
                return True
        return False

    def _move(self, step: int) -> None:
        n = self._list.topLevelItemCount()
        if n:
            here = self._list.currentIndex().row()
            there = (here + step) % n if abs(step) == 1 else min(max(here + step, 0), n - 1)
            self._list.setCurrentIndex(self._list.model().index(there, 0))

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        self._list.clear()
        grey = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for entry in self._find(typed):
            item = QTreeWidgetItem(self._list, [entry.text, entry.keys])
            item.setData(0, Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(0, entry.about)
            if entry.why_not:
                self._grey(item, grey)
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        else:
            words = self.tr("Nothing is called “{typed}”. Type another name.")
            self._say(words.format(typed=typed.strip()), wrong=True)

    @staticmethod
    def _grey(item: QTreeWidgetItem, colour: QColor) -> None:
        for column in range(2):
            item.setForeground(column, colour)

    @Slot()
    def _explain(self) -> None:
        entry = self.current()
        if entry is not None:
            self._say(entry.why_not or entry.about, wrong=bool(entry.why_not))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._note.setForegroundRole(WARNING if wrong else MUTED)
        self._note.setText(sentence)

    @Slot()
    def _choose(self) -> None:
        entry = self.current()
        if entry is None:
            return
        if entry.why_not:
            announce(self._note, entry.why_not)
        elif entry.fills:
            self._filter.setText(entry.fills)
            self._filter.setFocus()
        else:
            self.accept()
            self.chosen.emit(entry)
