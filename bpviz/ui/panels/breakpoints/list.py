"""BreakpointList: the breakpoints as rows to switch, edit and remove."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.ui.core.formatting import count
from bpviz.ui.kit.breakpoints.conditions import condition_words, value_name, words_before_value
from bpviz.ui.kit.breakpoints.table import StopsDelegate, StopsTable, bold
from bpviz.ui.kit.breakpoints.values import read_value, value_words
from bpviz.ui.kit.controls.keys import ENTER
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import InputError, read_whole, written
from bpviz.ui.kit.controls.table_model import Index
from bpviz.ui.panels.breakpoints.model import BreakpointModel, Column

_FILLED = "filled"


class BreakpointDelegate(StopsDelegate):
    """Makes the editors inside the list, and keeps one open while what it holds is not possible.

    Signals
    -------
    complained(str)
        What is wrong with what was typed; empty once it is corrected or given up.
    """

    complained = Signal(str)

    def __init__(self, parent: BreakpointList) -> None:
        super().__init__(parent)
        self._list = parent

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line for a number, or a choice of classes."""
        note = self._list.stops.note(index)
        ignoring = index.column() == Column.IGNORE
        if note is not None and note.breakpoint.condition is Condition.LABEL and not ignoring:
            box = QComboBox(parent)
            box.addItems(self._list.stops.classes)
            box.setObjectName("breakpoints_edit_class")
            box.setAccessibleName(value_name(Condition.LABEL))
            box.activated.connect(self._chosen)
            return box
        line = NumberLine(self._read_current, parent)
        line.setFrame(False)
        line.setAutoFillBackground(True)
        line.complained.connect(self.complained)
        if note is None:
            return line
        if ignoring:
            line.setObjectName("breakpoints_edit_ignore")
            line.setAccessibleName(self.tr("Hits to ignore before the run stops"))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            line.setObjectName("breakpoints_edit_value")
            line.setAccessibleName(value_name(note.breakpoint.condition))
        line.setToolTip(line.accessibleName())
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: what is being typed stays, whatever frames come."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(int(value))
        elif isinstance(editor, NumberLine):
            note = self._list.stops.note(index)
            plain = note is None or index.column() == Column.IGNORE
            of = None if plain or note is None else note.breakpoint.condition
            editor.setText(written(value) if of is None else value_words(of, value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was typed; where that is not possible say why, and leave all as it was."""
        note = self._list.stops.note(index)
        if note is None:
            return
        if isinstance(editor, QComboBox) and editor.currentIndex() < 0:
            return
        try:
            if isinstance(editor, QComboBox):
                value: float = editor.currentIndex()
                self._refuse_twin(replace(note.breakpoint, value=value), index)
            else:
                value = self._read(editor.text() if isinstance(editor, NumberLine) else "", index)
            model.setData(index, value)
        except InputError as wrong:
            words = condition_words(note.breakpoint, self._list.stops.classes)
            stays = self.tr("{what_is_wrong} The breakpoint “{condition}” is unchanged.")
            self.complained.emit(stays.format(what_is_wrong=wrong, condition=words))
        else:
            self.complained.emit("")

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the value, so that the words before it can still be read."""
        self.initStyleOption(option, index)
        style = self._list.style()
        rect = option.rect
        metrics = editor.fontMetrics()
        if index.column() == Column.CONDITION:
            note = self._list.stops.note(index)
            text = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, self._list)
            before = "" if note is None else words_before_value(note.breakpoint)
            room = 26 * metrics.horizontalAdvance("0")
            left = text.left() + option.fontMetrics.horizontalAdvance(before)
            least = min(9 * metrics.horizontalAdvance("0"), text.width())
            rect.setLeft(max(min(left, rect.right() - least), text.left()))
            rect.setWidth(min(rect.width(), room))
        height = min(max(metrics.height() + 4, editor.minimumSizeHint().height()), rect.height())
        if index.column() == Column.IGNORE:
            rect.setTop(rect.top() + (rect.height() - height) // 2)
        rect.setHeight(height)
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep the editor open at Return or Tab while what it holds is not possible."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if isinstance(editor, NumberLine) and key in (*ENTER, Qt.Key.Key_Tab):
                if editor.taken() is None:
                    return True
            elif key == Qt.Key.Key_Escape:
                self.complained.emit("")
        return super().eventFilter(editor, event)

    def _read_current(self, typed: str) -> float:
        return self._read(typed, self._list.currentIndex())

    def _read(self, typed: str, index: Index) -> float:
        note = self._list.stops.note(index)
        if index.column() == Column.IGNORE or note is None:
            return read_whole(typed)
        condition = note.breakpoint.condition
        value = read_value(condition, typed, self._list.dataset)
        self._refuse_twin(replace(note.breakpoint, value=value), index)
        return value

    def _refuse_twin(self, made: Breakpoint, index: Index) -> None:
        twin = self._list.stops.row_of(made)
        if twin not in (None, index.row()):
            raise InputError(self.tr("Such a breakpoint is in the list already."))

    @Slot()
    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.commitData.emit(box)
            self.closeEditor.emit(box)


class BreakpointList(StopsTable):
    """The table of a `BreakpointModel`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Column.CONDITION, parent)
        self.dataset: Any = None
        self.stops = BreakpointModel(self)
        self.setAccessibleName(self.tr("Breakpoints"))
        self.setToolTip(
            self.tr(
                "The run stops when an enabled breakpoint is hit. Space toggles, Return edits the "
                "value, Del removes."
            )
        )
        self.setModel(self.stops)
        self.delegate = BreakpointDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._longest: tuple[int, ...] = (0, 0)
        self._widths = [0] * len(Column)
        self.horizontalHeader().moveSection(Column.NOW, 1)
        self.stops.heights_changed.connect(self.fit_rows)
        self.stops.dataChanged.connect(self._fit_columns)
        self.stops.modelReset.connect(self._fit_columns)
        self.stops.rowsRemoved.connect(self.fit_rows)
        self.stops.rowsInserted.connect(self._inserted)
        self.fit_font()

    def selected(self) -> tuple[int, ...]:
        """Return the numbers of the selected breakpoints, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.stops.notes[row].number for row in rows)

    @Slot()
    def enter(self) -> None:
        """Open the editor of the current breakpoint's value, of its ignore count if it has none."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(Column.IGNORE)
        if not self.isColumnHidden(index.column()):
            self.setCurrentIndex(index)
            self.edit(index)

    def fit_font(self) -> None:
        """Let rows, columns and icons follow the font."""
        super().fit_font()
        self._longest = (0, 0)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        """Give the counts the room that the longest ones need, and never less than before."""
        notes = self.stops.notes
        needed = (
            max((len(count(note.ignore)) for note in notes), default=1),
            max((len(count(note.hits)) for note in notes), default=1),
        )
        longest = tuple(max(a, b) for a, b in zip(needed, self._longest, strict=True))
        if longest == self._longest:
            return
        self._longest = longest
        header = QFontMetrics(self.horizontalHeader().font())
        digit = QFontMetrics(bold(self.font())).horizontalAdvance("0")
        widths = [0]
        for column, length in zip((Column.IGNORE, Column.HITS), longest, strict=True):
            title = str(self.stops.headerData(column, Qt.Orientation.Horizontal))
            room = max(header.horizontalAdvance(title), min(length, 11) * digit)
            widths.append(room + digit + 10)
        now = str(self.stops.headerData(Column.NOW, Qt.Orientation.Horizontal))
        widths.append(max(header.horizontalAdvance(now), 9 * digit) + digit)
        self._widths = widths
        self.set_widths(*widths)
        self._fit()

    def _fit(self) -> None:
        """Leave the counts out where the conditions would hardly have any room."""
        # What is left out first stands last.
        kept = (Column.HITS, Column.NOW, Column.IGNORE)
        for place, column in enumerate(kept, start=1):
            hide = not self.room_beside(*(self._widths[each] for each in kept[:place]))
            if self.isColumnHidden(column) != hide:
                self.setColumnHidden(column, hide)

    @Slot(QModelIndex, int, int)
    def _inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._fit_columns()
        self.fit_rows()
        if first > 0:  # not the first that it ever shows
            self.scrollToBottom()
