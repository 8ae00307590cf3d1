"""ConfusionSheet: a confusion matrix as it is laid out and drawn; kept as a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.datasets.dataset import Part
from bpviz.ui.core.formatting import count, tabular
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.panels.evaluation.confusion.counts import Confusion
from bpviz.ui.panels.evaluation.confusion.layout import (
    MOST_NUMBERED,
    ConfusionLayout,
    Measures,
    widest,
)
from bpviz.ui.panels.evaluation.confusion.painting import ConfusionPicture, paint_confusion
from bpviz.ui.panels.evaluation.confusion.texts import cell_text, class_name, sentence, table

Spot = tuple[int, int]
"""A row and a column, see `ConfusionLayout`."""


class ConfusionSheet(QWidget):
    """What is shown, where it lies and how it looks; mouse and keys are for `ConfusionMatrix`.

    Attributes
    ----------
    confusion : Confusion or None
        What is shown.
    part : Part
        To which part of the data set its samples belong.
    names : tuple of str
        Of the classes.
    as_shares : bool
        Whether cells show their share of the class in per cent instead of counts.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))
        self.confusion: Confusion | None = None
        self.part = Part.TRAIN
        self.names: tuple[str, ...] = ()
        self.as_shares = False
        self.theme: Theme = LIGHT
        self._layout: tuple[object, ConfusionLayout] | None = None
        self._picture: tuple[object, QPixmap] | None = None
        self._version = 0

    def set_confusion(self, confusion: Confusion, names: tuple[str, ...], part: Part) -> None:
        """Show `confusion` of the samples of `part`."""
        self.confusion, self.names, self.part = confusion, names, part
        self.changed()

    @Slot(bool)
    def set_as_shares(self, on: bool) -> None:
        """Show shares of each class in per cent, or counts."""
        self.as_shares = on
        self.changed()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        self.changed()

    def changed(self) -> None:
        """Draw anew: something of what is shown is different."""
        self._version += 1
        self.update()

    def filter_at(self, spot: Spot) -> SampleFilter:
        """Return the samples that a spot stands for."""
        n = 0 if self.confusion is None else self.confusion.n_classes
        row, column = spot
        return SampleFilter(
            self.part,
            label=row if row >= 0 else None,
            predicted=column if 0 <= column < n else None,
            wrong=column >= n,
        )

    def sentence_at(self, spot: Spot) -> str:
        """Say what a spot stands for."""
        if self.confusion is None:
            return ""
        return sentence(self.confusion, self.names, self.filter_at(spot))

    # Layout ------------------------------------------------------------------------------------

    def layout_now(self) -> ConfusionLayout:
        """Return where everything lies at this size."""
        key = (self._version, self.size(), self.font().key())
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, ConfusionLayout.fitting(self.size(), *self._measure()))
        return self._layout[1]

    def _measure(self) -> tuple[int, Measures]:
        confusion, metrics = self.confusion, self.fontMetrics()
        wide = metrics.horizontalAdvance
        if confusion is None:
            return 1, Measures(metrics.height(), 0, 0, 0, 0)
        n = confusion.n_classes
        numbers, totals = [], []
        if n <= MOST_NUMBERED:
            cells = [(row, column) for row in range(n) for column in range(n)]
            numbers = [cell_text(confusion, *cell, as_shares=self.as_shares) for cell in cells]
            totals = [count(total) for total in confusion.rows.tolist()]
            totals.append(count(int(confusion.rows.sum())))
        if self.as_shares:
            numbers.append("99.9")
        names = [class_name(self.names, c) for c in range(n)]
        return n, Measures(
            metrics.height(),
            widest(names, wide),
            widest(numbers, wide),
            widest(totals, wide),
            wide("100.0 %"),
        )

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it to almost nothing."""
        return QSize(40, 30)

    # Painting ----------------------------------------------------------------------------------

    def picture(self) -> QPixmap:
        """Return all of it as a picture, without the frames around spots."""
        ratio = self.devicePixelRatioF()
        key = (self._version, self.size(), self.font().key(), ratio)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(self.theme.window))
            layout = self.layout_now()
            if self.confusion is not None and min(layout.cell_width, layout.cell_height) > 0.01:
                what = ConfusionPicture(self.confusion, self.names, self.as_shares, self.theme)
                painter = QPainter(picture)
                try:
                    painter.setFont(self.font())
                    paint_confusion(painter, layout, what)
                finally:
                    painter.end()
            self._picture = (key, picture)
        return self._picture[1]

    def changeEvent(self, event: QEvent) -> None:
        """Keep the figures tabular when the application's font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.font().featureTags():
            self.setFont(tabular(self.font()))

    def values_text(self) -> str:
        """Return the counts as a table."""
        return "" if self.confusion is None else table(self.confusion, self.names, self.part)
