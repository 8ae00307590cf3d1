"""ConfusionMatrix: true class by predicted class, to read, to point at and to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.formatting import count, tabular
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.chart import near
from bpviz.ui.kit.controls.export_menu import export_menu
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, neighbour, plain
from bpviz.ui.panels.evaluation.confusion.layout import (
    MOST_NUMBERED,
    ConfusionLayout,
    Measures,
    widest,
)
from bpviz.ui.panels.evaluation.confusion.painting import ConfusionPicture, paint_confusion
from bpviz.ui.panels.evaluation.confusion.texts import cell_text, sentence, table

Spot = tuple[int, int]
"""A row and a column, see `ConfusionLayout`."""


class ConfusionMatrix(QWidget):
    """A heatmap with names, sums and bars; a spot is chosen by click, or by arrows and Enter.

    Signals
    -------
    chosen(object)
        The `SampleFilter` of a spot.
    pointed(str)
        The sentence about the spot under the mouse or, with the focus, at the cursor; empty if
        there is none.

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
    at : (int, int)
        The spot that the keyboard stands at, see `ConfusionLayout`.
    """

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))
        self.confusion: Confusion | None = None
        self.part = Part.TRAIN
        self.names: tuple[str, ...] = ()
        self.as_shares = False
        self._layout: tuple[object, ConfusionLayout] | None = None
        self._picture: tuple[object, QPixmap] | None = None
        self._version = 0
        self.at: Spot = (0, 0)
        self._hover: Spot | None = None
        self._press: QPointF | None = None
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_confusion(self, confusion: Confusion, names: tuple[str, ...], part: Part) -> None:
        """Show `confusion` of the samples of `part`."""
        n = confusion.n_classes
        if max(self.at) > n:
            self.at = (0, 0)
        if self._hover is not None and max(self._hover) > n:
            self._hover = None
        self.confusion, self.names, self.part = confusion, names, part
        self.changed()

    @Slot(bool)
    def set_as_shares(self, on: bool) -> None:
        """Show shares of each class in per cent, or counts."""
        self.as_shares = on
        self.changed()

    def changed(self) -> None:
        """Draw anew, and say what is there now: something of what is shown is different."""
        self._version += 1
        self._say()

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
        texts = [class_name(self.names, c) for c in range(n)], numbers, totals, ["100.0 %"]
        return n, Measures(metrics.height(), *(widest(each, wide) for each in texts))

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
        key = (self._version, self.size(), self.font().key(), ratio, current_theme().name)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(current_theme().window))
            with QPainter(picture) as painter:
                self._paint_confusion(painter)
            self._picture = (key, picture)
        return self._picture[1]

    def _paint_confusion(self, painter: QPainter) -> None:
        layout = self.layout_now()
        if self.confusion is not None and min(layout.cell_width, layout.cell_height) > 0.01:
            what = ConfusionPicture(self.confusion, self.names, self.as_shares, current_theme())
            painter.setFont(self.font())
            paint_confusion(painter, layout, what)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the figures tabular when the application's font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.font().featureTags():
            self.setFont(tabular(self.font()))

    def values_text(self) -> str:
        """Return the counts as a table."""
        return "" if self.confusion is None else table(self.confusion, self.names, self.part)

    def current(self) -> Spot | None:
        """Return the spot under the mouse, else with the focus that of the cursor."""
        if self._hover is not None:
            return self._hover
        return self.at if self.hasFocus() else None

    def _say(self) -> None:
        """Draw the frames anew, and say what they stand for."""
        self.update()
        spot = self.current()
        words = "" if spot is None else self.sentence_at(spot)
        if words != self._said:
            self._said = words
            self.setAccessibleDescription(words)
            self.pointed.emit(words)

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kept picture, and frames around the spots of mouse and cursor."""
        with QPainter(self) as painter:
            if painting_figure():
                self._paint_confusion(painter)
                return
            painter.drawPixmap(0, 0, self.picture())
            if self.confusion is not None and self.hasFocus():
                self._frame(painter, self.at, current_theme().accent)
            if self.confusion is not None and self._hover is not None:
                self._frame(painter, self._hover, current_theme().text)

    def _frame(self, painter: QPainter, spot: Spot, colour: str) -> None:
        place = self.layout_now().cell(*spot)
        least = 5.0
        more_x, more_y = (max(least - side, 0) / 2 for side in (place.width(), place.height()))
        place = QRectF(place.adjusted(-more_x, -more_y, more_x - 1, more_y - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for each, width in ((current_theme().base, 4), (colour, 2)):
            painter.setPen(QPen(QColor(each), width))
            painter.drawRect(place)

    # Mouse and keyboard ------------------------------------------------------------------------

    def _point(self, spot: Spot | None) -> None:
        if spot != self._hover:
            self._hover = spot
            self.setCursor(
                Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor
            )
            self._say()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        shown = self.confusion is not None
        self._point(self.layout_now().spot(event.position()) if shown else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._press = event.position() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click: choose the samples of the spot."""
        press, self._press = self._press, None
        if press is None or not near(press, event.position()) or self.confusion is None:
            return
        spot = self.layout_now().spot(event.position())
        if spot is not None:
            self.at = spot
            self._choose(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, choose with Enter; the rest is the window's."""
        key = event.key()
        if self.confusion is None or not plain(event):
            super().keyPressEvent(event)
            return
        n = self.confusion.n_classes
        if key in ARROWS:
            self._move(neighbour(key, self.at, (-1, n - 1), (-1, n)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move((self.at[0], -1 if key == Qt.Key.Key_Home else n))
        elif key in ENTER:
            self._choose(self.at)
        else:
            super().keyPressEvent(event)

    def _move(self, spot: Spot) -> None:
        self.at, self._hover = spot, None
        self._say()

    def _choose(self, spot: Spot) -> None:
        self._say()
        self.chosen.emit(self.filter_at(spot))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self._say()

    # Taking it out -----------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the counts or the picture."""
        self.copy_menu().popup(event.globalPos())

    def copy_menu(self) -> QMenu:
        """Return the menu of the right mouse button."""
        return export_menu(self, self.values_text, self.picture)
