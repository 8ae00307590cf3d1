"""PhaseList: the phases of a step, which are done, which comes next, and which is shown."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.phase_names import phase_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.keys import ARROWS
from bpviz.ui.kit.controls.layouts import named

Index = QModelIndex | QPersistentModelIndex

_MARK = Qt.ItemDataRole.UserRole
DONE, HERE, AHEAD = "✓", "▸", ""
"""What stands before a phase, so that colour is not needed to tell them apart."""


class _Delegate(QStyledItemDelegate):
    """Draws a phase as a box with its mark: filled where the step stands, dashed if it is ahead."""

    def __init__(self, view: PhaseList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the longest mark, so that nothing moves along with the step."""
        return self._view.cell_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one phase."""
        theme, mark = current_theme(), str(index.data(_MARK))
        rect: QRect = option.rect.adjusted(1, 1, -2, -3)
        here, ahead = mark == HERE, mark == AHEAD
        fill = theme.accent if here else theme.raised if mark == DONE else theme.base
        style = Qt.PenStyle.DashLine if ahead else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(theme.accent if here else theme.border), 1, style))
        painter.setBrush(QColor(fill))
        painter.drawRect(rect)
        colour = theme.accent_text if here else theme.muted if ahead else theme.text
        painter.setPen(QColor(colour))
        painter.setFont(self._view.font())
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{mark} {words}" if mark else words)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:  # its formula is shown
            bar = QRect(rect.left(), rect.bottom() + 1, rect.width() + 1, 3)
            painter.fillRect(bar, QColor(theme.text))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme.text), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))


class PhaseList(QListWidget):
    """A list that flows like text; a click or the arrow keys show a phase.

    Signals
    -------
    inspected(object)
        A person wants to see a `Phase`.
    """

    inspected = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = self.tr(
            "The phases of a step in order. ✓: done, ▸: comes next; the bar marks the phase whose "
            "formula is shown."
        )
        tip = self.tr("Click a phase to see its formula.")
        named(self, name, self.tr("Phases of the step"), tip=tip, about=about)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the run
        self.viewport().setAutoFillBackground(False)
        self._sizes: list[QSize] = []
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        for phase in PHASES:
            item = QListWidgetItem(phase_name(phase), self)
            item.setData(_MARK, AHEAD)
        self._place: tuple[Phase, int, int, int] | None = None
        self._fit_font()
        self.currentRowChanged.connect(self._current_changed)
        self.itemClicked.connect(self._clicked)

    def long_name(self, phase: Phase) -> str:
        """Return what a phase does, in words."""
        return {
            Phase.DRAW: self.tr("Draw the pair (x, y)"),
            Phase.Z1: self.tr("Hidden pre-activations z1"),
            Phase.H: self.tr("Hidden activations h"),
            Phase.Z2: self.tr("Output pre-activations z2"),
            Phase.F: self.tr("Outputs f"),
            Phase.LOSS: self.tr("Loss of the pair"),
            Phase.GRAD_W2: self.tr("Gradient of W₂, row by row"),
            Phase.GRAD_W1: self.tr("Gradient of W₁, row by row"),
            Phase.UPDATE: self.tr("Update of W₂ and W₁, row by row"),
        }[phase]

    def set_place(self, phase: Phase, row: int, n_hidden: int, n_outputs: int) -> None:
        """Mark where the step stands; the list itself moves nothing."""
        place = (phase, row, n_hidden, n_outputs)
        if place == self._place:
            return
        self._place = place
        for each in PHASES:
            item = self.item(each.order)
            mark = HERE if each is phase else DONE if each.order < phase.order else AHEAD
            item.setData(_MARK, mark)
            rows = rows_in(each, n_hidden, n_outputs)
            state = {
                HERE: self.tr("comes next"),
                DONE: self.tr("done"),
                AHEAD: self.tr("not yet computed"),
            }[mark]
            if each is phase and rows > 1:
                state = self.tr("rows done: {row} of {rows}").format(row=row, rows=rows)
            words = f"{self.long_name(each)}: {state}"
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def show_phase(self, phase: Phase) -> None:
        """Mark the phase whose formula is shown, without telling anybody."""
        if self.currentRow() != phase.order:
            with QSignalBlocker(self):
                self.setCurrentRow(phase.order)

    @property
    def shown(self) -> Phase:
        """The phase whose formula is shown."""
        return PHASES[max(self.currentRow(), 0)]

    def mark_of(self, phase: Phase) -> str:
        """Return what stands before a phase."""
        return str(self.item(phase.order).data(_MARK))

    @Slot(int)
    def _current_changed(self, row: int) -> None:
        if row >= 0:
            self.inspected.emit(PHASES[row])

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.inspected.emit(PHASES[self.row(item)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys; leave all other keys to the window."""
        if event.key() in (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    # ---- size

    def cell_size(self, row: int) -> QSize:
        """Return the room of one phase."""
        return self._sizes[row] if row < len(self._sizes) else QSize(40, 24)

    def _fit_font(self) -> None:
        metrics = QFontMetrics(self.font())
        wide, high = metrics.horizontalAdvance, metrics.height()
        more = max(wide(f"{mark} ") for mark in (DONE, HERE)) + high // 2
        self._sizes = [QSize(wide(phase_name(phase)) + more, high + 12) for phase in PHASES]
        self.scheduleDelayedItemsLayout()
        self._fit_height()

    def _fit_height(self) -> None:
        if not self._sizes:
            return
        lines, x = 1, 0
        room = max(self.width() - 2, 1)
        for size in self._sizes:
            if x and x + size.width() > room:
                lines += 1
                x = 0
            x += size.width()
        height = lines * self._sizes[0].height() + 2
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for all lines."""
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_sizes"):
            self._fit_font()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(40, 20)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(300, self.height())
