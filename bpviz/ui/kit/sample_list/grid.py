"""SampleGrid: pictures of all samples, as small ones side by side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.sample_list.cell import CellLayout, CellPainter, FittedText
from bpviz.ui.kit.sample_list.model import SampleModel, ShownSamples
from bpviz.ui.kit.sample_list.thumbnails import Thumbnails
from bpviz.ui.kit.sample_list.view import SampleView

SIZES = (2, 3, 4, 6, 8, 12)
"""Sizes of the pictures to choose from, in heights of a line of text."""


class SampleGrid(Fitted, SampleView):
    """The pictures with their classes below; only those that are seen are ever made.

    Signals
    -------
    size_changed(int)
        Which of `SIZES` the pictures have.

    Attributes
    ----------
    thumbnails : Thumbnails
    size_index : int
        Which of `SIZES` the pictures have.
    """

    size_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.thumbnails = Thumbnails()
        self._shape = (28, 28)
        self.size_index = 1
        self._captions = True
        self._numbers: int | None = None
        self._layout: CellLayout | None = None
        self._texts = FittedText()
        self._kept = (0, 0)  # place at the top when cells were last laid out, and the scroll bar
        super().__init__(name, SampleModel(), parent)
        self.setAccessibleName(self.tr("Samples as pictures"))
        self.setToolTip(
            self.tr(
                "Click: show the sample. Double click or Return: train on it next. Arrows, "
                "PageUp, PageDown, Home and End go to another one; type an index to go there. ✗ "
                "and a corner: misclassified, and the class predicted instead. Ctrl and the "
                "wheel: size of the pictures."
            )
        )
        self.horizontalHeader().hide()
        self._fit()

    def set_size_index(self, index: int) -> None:
        """Give the pictures another one of `SIZES`."""
        index = min(max(index, 0), len(SIZES) - 1)
        if index != self.size_index:
            self.size_index = index
            self._fit()
            self.size_changed.emit(index)

    def set_numbers(self, column: int | None) -> None:
        """Write the loss (−1), ‖∂W₁‖ (0), ‖∂W₂‖ (1) or `VALUES` below each; None writes none."""
        again = (column is None) is not (self._numbers is None)
        self._numbers = column
        if again:
            self._fit()
        self.viewport().update()

    def show_pictures(self, shown: ShownSamples, shape: tuple[int, int]) -> None:
        """Show pictures of this shape; called before `show_samples` where the data is new."""
        self.thumbnails.set_data(shown.data, shape)
        captions = shown.data.labels is not None
        if shape != self._shape or captions != self._captions:
            self._shape, self._captions = shape, captions
            self._fit()

    # Places ------------------------------------------------------------------------------------

    def rect_of(self, place: int) -> QRect:
        """Return where the sample at `place` of the list is drawn, in pixels of the viewport."""
        line, column = divmod(place, self.cells.per_line)
        width = self.columnWidth(0)
        return QRect(column * width, self.top_of_line(line), width, self.line_height())

    def place_at(self, point: QPoint) -> int | None:
        """Return the place in the list of what is drawn at a point of the viewport."""
        column = point.x() // max(self.columnWidth(0), 1)
        place = self.line_at(point.y()) * self.cells.per_line + column
        inside = 0 <= column < self.cells.per_line and point.y() >= 0
        return place if inside and self.shown is not None and place < len(self.shown) else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the size of the pictures with Ctrl held down."""
        if event.modifiers() & event.modifiers().ControlModifier:
            turned = event.angleDelta().y()
            self.set_size_index(self.size_index + (turned > 0) - (turned < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def _fit(self) -> None:
        """Lay out cells anew; what is at the top stays there."""
        metrics = self.fontMetrics()
        lines = int(self._captions) + int(self._numbers is not None)
        wanted = SIZES[self.size_index] * metrics.height()
        layout = CellLayout.fitting(self._shape, wanted, metrics, lines)
        room = max(self.viewport().width(), 1)
        per_line = max(room // layout.cell.width(), 1)
        layout = layout.widened(room // per_line)
        first = self._first_in_sight()
        self._layout = layout
        self.thumbnails.set_size(layout.picture.size(), self.devicePixelRatioF())
        self.cells.set_per_line(per_line)
        self.verticalHeader().setDefaultSectionSize(layout.cell.height())
        self.horizontalHeader().setDefaultSectionSize(layout.cell.width())
        self.updateGeometries()
        if first is not None:
            self.verticalScrollBar().setValue(first // per_line * layout.cell.height())
            self._kept = first, self.verticalScrollBar().value()
        self._mark_current()
        self.viewport().update()

    def _first_in_sight(self) -> int | None:
        """Return the place of what stands first; None if the list is at its beginning.

        As long as nobody scrolls it stays the same: a window that is drawn larger and smaller
        passes many layouts, and the list would creep with each.
        """
        value = self.verticalScrollBar().value()
        if value <= 0:
            return None
        place, at = self._kept
        if value == at:
            return place
        middle = self.line_height() // 2
        return max(self.line_at(middle), 0) * self.cells.per_line

    def sizeHint(self) -> QSize:
        """Room for a few pictures."""
        return QSize(400, 260)

    # Painting ----------------------------------------------------------------------------------

    def paint_lines(self, painter: QPainter, shown: ShownSamples, first: int, last: int) -> None:
        """Paint the pictures of the lines ``first … last``."""
        layout, per_line = self._layout, self.cells.per_line
        if layout is None:
            return
        start = first * per_line
        focused = self.hasFocus()
        samples = shown.indices[start : (last + 1) * per_line].tolist()
        pixmaps = self.thumbnails.pixmaps(samples)
        cells = CellPainter(painter, layout, shown, current_theme(), self._numbers, self._texts)
        for offset, (sample, pixmap) in enumerate(zip(samples, pixmaps, strict=True)):
            rect = self.rect_of(start + offset)
            self.marks.paint_ground(painter, sample, rect, current_theme())
            cells.paint(rect.topLeft(), sample, pixmap)
            self.marks.paint_frames(painter, sample, rect, current_theme(), focused=focused)
