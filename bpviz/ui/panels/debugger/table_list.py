"""TableList: the tables that a phase reads, and those that it writes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.panels.debugger.formulas.tables import Table
from bpviz.ui.panels.debugger.table_view import TableView

MOST = 6
"""No phase has more tables."""


class TableList(FittedWidget):
    """A line for each table: what it is, and its heatmap.

    Signals
    -------
    pointed(object)
        The `Highlight` of an entry, or None.
    weight_chosen(object)
        A person chose an entry of W₁ or W₂, or of a gradient: a `Selection`.
    """

    pointed = Signal(object)
    weight_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        # With a parent: without one, they would be windows for a moment, and take the keys along.
        self._reads, self._writes = QLabel(self.tr("reads"), self), QLabel(self.tr("writes"), self)
        for label in (self._reads, self._writes):
            label.setForegroundRole(MUTED)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(MOST, 1)  # tables stay together while the page makes room
        self.matrices: list[TableView] = []
        self._names: list[QLabel] = []
        for place in range(MOST):
            matrix = TableView(f"{name}_{place}", self)
            matrix.pointed.connect(self.pointed)
            matrix.chosen.connect(self._chosen)
            label = QLabel()
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(label, place, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(matrix, place, 2)
            self.matrices.append(matrix)
            self._names.append(label)
        self._layout: tuple[int, int] = (-1, -1)
        self._fit()

    def set_tables(
        self, reads: tuple[Table, ...], writes: tuple[Table, ...], stretch: object = None
    ) -> None:
        """Show other tables; their colours are steady in one `stretch`, see `Frame.stretch`."""
        tables = (*reads, *writes)
        for place, (matrix, label) in enumerate(zip(self.matrices, self._names, strict=True)):
            if place < len(tables):
                table = tables[place]
                rows, columns = map(count, table.shape)
                size = columns if table.vector is not None else f"{rows} × {columns}"
                tip = self.tr("{symbol}, {size}: point at an entry to read it")
                tip = tip.format(symbol=table.symbol, size=size)
                label.setText(table.symbol)
                if label.toolTip() != tip:
                    label.setToolTip(tip)
                    matrix.setToolTip(tip)
                matrix.writes = place >= len(reads)
                matrix.set_table(table, stretch)
        if (len(reads), len(writes)) != self._layout:
            self._place(len(reads), len(writes))

    def _place(self, reads: int, writes: int) -> None:
        self._layout = (reads, writes)
        for place, (matrix, label) in enumerate(zip(self.matrices, self._names, strict=True)):
            for widget in (matrix, label):
                widget.setVisible(place < reads + writes)
        for word, row, some in ((self._reads, 0, reads), (self._writes, reads, writes)):
            word.setVisible(bool(some))
            if some:
                self._grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)

    def _fit(self) -> None:
        """Let the names be as wide as the widest, so that nothing moves between phases."""
        metrics = self.fontMetrics()
        wide, high = metrics.horizontalAdvance, metrics.height() + 2
        for label in self._names:
            label.setFixedSize(wide("‖f − y‖²") + 4, high)
        words = self._reads, self._writes
        for word in words:
            word.setFixedSize(max(wide(each.text()) for each in words) + 2, high)

    @Slot(int, int)
    def _chosen(self, row: int, column: int) -> None:
        matrix = self.sender()
        table = matrix.table if isinstance(matrix, TableView) else None
        if table is not None and table.matrix is not None:
            self.weight_chosen.emit(Selection(table.matrix, row, column))
