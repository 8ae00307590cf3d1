"""MatrixKeys: the keyboard's way to an entry of a heatmap, and to editing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.heatmap.items import MatrixPicture
from bpviz.ui.kit.heatmap.marks import Cell

ARROWS = {
    Qt.Key.Key_Left.value: (-1, 0),
    Qt.Key.Key_Right.value: (1, 0),
    Qt.Key.Key_Up.value: (0, -1),
    Qt.Key.Key_Down.value: (0, 1),
}
"""How far right and down an arrow key goes, in pixels of the picture."""

OPEN = {Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_F2.value}


class MatrixKeys(QObject):
    """An event filter: arrow keys move the selection, Enter or F2 edits the selected entry.

    While no entry is selected, the arrow keys are left to whoever else has a use for them, and
    Enter selects one to begin with.

    Signals
    -------
    moved(int, int)
        Row and column that should be selected.
    edit_wanted(int, int)
        Row and column that should be edited.
    """

    moved = Signal(int, int)
    edit_wanted = Signal(int, int)

    def __init__(self, view: QWidget, picture: MatrixPicture) -> None:
        super().__init__(view)
        self._picture = picture
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are meant for the heatmap."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        selected = self._picture.marks.selected
        key = int(event.key())
        if key in ARROWS and selected is not None:
            self._move(selected, *ARROWS[key])
            return True
        if key in OPEN and not event.isAutoRepeat():
            self._open(selected)
            return True
        return False

    def _move(self, cell: Cell, right: int, down: int) -> None:
        found = self._picture.neighbour(cell, right, down)
        if found != cell:
            self.moved.emit(*found)

    def _open(self, selected: Cell | None) -> None:
        if selected is not None:
            self.edit_wanted.emit(*selected)
            return
        rows, columns = self._picture.matrix_shape
        row, column = self._picture.marks.selection  # perhaps a row or a column alone
        if rows and columns:
            self.moved.emit(min(row or 0, rows - 1), min(column or 0, columns - 1))
