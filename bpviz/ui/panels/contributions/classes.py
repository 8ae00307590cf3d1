"""ClassTable: what each class added, as bars beside one another that add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_image import colour_table
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index, show_rows
from bpviz.ui.panels.contributions import texts
from bpviz.ui.panels.contributions.parts import Parts

NAME, BAR, VALUE = range(3)


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the sum, or the sum itself.

    `label` is the class where it is one, `pair` what a step calls a person's own pair.
    """

    name: str
    value: float
    label: int | None = None
    pair: int | None = None
    whole: bool = False


class PartsModel(FlatModel):
    """A row a class, then what else there is, and the sum."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.largest = 1.0

    def show_parts(self, parts: Parts) -> None:
        """Show the parts of another sum."""
        names = parts.found.dataset.class_names
        lines = [
            Line(self.tr("class {name}").format(name=class_name(names, k)), value, k)
            for k, value in enumerate([] if parts.by_class is None else parts.by_class.tolist())
        ]
        if parts.by_class is None:
            lines.append(Line(self.tr("samples"), parts.samples))
        lines += self._own_pairs(parts)
        lines.append(Line(self.tr("edits"), parts.edits))
        lines.append(Line(self.tr("rounding"), parts.rounding))
        lines.append(Line(f"= {texts.change(parts.found)}", parts.change, whole=True))
        self.beginResetModel()
        self.lines = lines
        self.largest = max((abs(line.value) for line in lines), default=0.0) or 1.0
        self.endResetModel()

    def _own_pairs(self, parts: Parts) -> list[Line]:
        """Return a line for each own pair that did anything, up to `MOST_PAIRS`."""
        found = parts.found
        if not found.own_pairs:
            return []
        listed = parts.most_of_pairs()
        m = found.dataset.n_samples
        lines = [
            Line(texts.own_pair(found, p), float(parts.by_pair[p]), pair=m + p)
            for p in listed.tolist()
        ]
        left = np.delete(parts.by_pair, listed)
        if not lines or left.any():
            name = self.tr("other custom pairs") if lines else self.tr("custom pairs")
            lines.append(Line(name, float(left.sum())))
        return lines

    def shape(self) -> tuple[int, int]:
        """Return the number of parts, and three columns."""
        return len(self.lines), 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("part"), "", self.tr("added"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and column != BAR:
            return line.name if column == NAME else texts.signed(line.value)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == BAR:
            return number(line.value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.name}: {exact(line.value)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == VALUE:
            return int(RIGHT)
        if role == Qt.ItemDataRole.FontRole and line.whole:
            font = QFont()
            font.setBold(True)
            return font
        return None


class BarDelegate(QStyledItemDelegate):
    """Paints a bar from the middle, left below 0 and right above."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground as usual, and the bar."""
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != BAR or not isinstance(model, PartsModel):
            return
        line, theme = model.lines[index.row()], current_theme()
        rect = QRectF(option.rect)
        middle, half = rect.center().x(), rect.width() / 2 - 4
        table = colour_table(theme)
        colour = QColor.fromRgb(int(table[220 if line.value > 0 else 35]))
        wide = half * line.value / model.largest
        bar = QRectF(middle, rect.top() + 3, wide, rect.height() - 6).normalized()
        painter.fillRect(bar, colour)
        painter.fillRect(QRectF(middle - 0.5, rect.top(), 1, rect.height()), QColor(theme.border))


class ClassTable(QTreeView):
    """The table.

    Signals
    -------
    chosen(int), pair_chosen(int)
        A person went to this class, or to this own pair, as a step calls it.
    """

    chosen = Signal(int)
    pair_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = PartsModel(self)
        show_rows(self, self.parts)
        self.setObjectName("contributions_classes")
        self.setAccessibleName(self.tr("What each class added"))
        self.setToolTip(
            self.tr(
                "What the steps on the samples of each class added; with custom pairs, edits and "
                "rounding it makes the sum in the last row. Click or Return: how the share of the "
                "class or custom pair grew over time."
            )
        )
        self.setItemDelegate(BarDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_parts(self, parts: Parts) -> None:
        """Show another answer."""
        self.parts.show_parts(parts)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        line = self.parts.lines[index.row()]
        if line.label is not None:
            self.chosen.emit(line.label)
        elif line.pair is not None:
            self.pair_chosen.emit(line.pair)

    def values_text(self) -> str:
        """Return the table with all digits, tabs between columns."""
        return tab_separated((line.name, repr(line.value)) for line in self.parts.lines)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the values or the picture."""
        export_menu(self, self.values_text, self.grab).popup(event.globalPos())
