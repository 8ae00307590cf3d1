"""NumberLines: a formula with its numbers, each of which one can point at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.selection import Highlight
from bpviz.ui.core.theme import Theme, current_theme, faint
from bpviz.ui.kit.controls.keys import ARROWS, ENTER
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.panels.debugger.formulas.pieces import Line, Piece, Role, lines_text

Measure = Callable[[Piece], float]
"""Returns the width of a piece in pixels."""

WIDEST_LEFT = 0.4
"""The sign of equality stands at most at this share of the width."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its place."""

    piece: Piece
    rect: QRectF


def lay_out(
    lines: Sequence[Line], width: float, height: float, measure: Measure, gap: float
) -> tuple[list[Placed], float]:
    """Place all pieces.

    Parameters
    ----------
    lines : sequence of Line
    width : float
        Room in pixels.
    height : float
        Of a line.
    measure : callable
    gap : float
        Between a sign of equality and what is beside it.

    Returns
    -------
    places : list of Placed
        From left to right and from top to bottom.
    total : float
        Height of all of it.
    """
    lefts = [sum(map(measure, line.left)) for line in lines]
    relation = max((measure(Piece(line.relation)) for line in lines), default=0.0)
    column = min(max(lefts, default=0.0), WIDEST_LEFT * width)
    places: list[Placed] = []
    y = 0.0
    for line, left in zip(lines, lefts, strict=True):
        x = max(column - left, 0.0)
        for piece in line.left:
            places.append(Placed(piece, QRectF(x, y, measure(piece), height)))
            x += measure(piece)
        # A left side that is too wide has the line to itself.
        if left > column:
            y += height
        x = column + gap
        places.append(Placed(Piece(line.relation), QRectF(x, y, relation, height)))
        start = x + relation + gap
        x = start
        for group in _groups(line.right):
            wide = sum(map(measure, group))
            if x > start and x + wide > width:
                y += height
                x = start
            for piece in group:
                size = measure(piece)
                if x > start and x + size > width:  # a group that is wider than a line
                    y += height
                    x = start
                places.append(Placed(piece, QRectF(x, y, size, height)))
                x += size
        y += height
    return places, y


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Split pieces where a line may be broken."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.breaks and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def colour_of(piece: Piece, theme: Theme) -> str:
    """Return the colour in which a piece is written."""
    if piece.role in (Role.FACTOR, Role.RESULT) and ("∞" in piece.text or "NaN" in piece.text):
        return theme.warning
    return theme.muted if piece.role in (Role.MISSING, Role.WORDS) else theme.text


def is_stop(piece: Piece) -> bool:
    """Return whether the arrow keys stop at a piece: at numbers, and where one is missing."""
    return bool(piece.name) and piece.role in (Role.FACTOR, Role.RESULT, Role.MISSING)


class NumberLines(QWidget):
    """Lines of numbers that wrap to its width.

    The mouse, or the arrow keys while it has the focus, point at a number: its tooltip names it
    with all digits, and `pointed` says where it lives.

    Attributes
    ----------
    lines : tuple of Line
        What is shown.

    Signals
    -------
    pointed(object)
        A `Highlight`, or None when nothing is pointed at any more.
    chosen(object)
        The `Highlight` of a number that was clicked, or chosen by Enter.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = self.tr(
            "The formula with its numbers. Point at a number, or move to it with the arrow keys, "
            "to read all its digits and to see its position."
        )
        tip = self.tr("Point at a number to read all its digits")
        named(self, name, title, tip=tip, about=about)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.lines: tuple[Line, ...] = ()
        self._places: list[Placed] = []
        self._laid_out = -1
        self._height = 0
        self._at: int | None = None
        self._mouse: QPointF | None = None
        self._said: Highlight | None = None
        self._fit_font()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what is pointed at stays so where it is."""
        shown = tuple(lines)
        if shown == self.lines:
            return
        self.lines = shown
        before = self._height
        self._lay_out(self.width())
        if self._mouse is not None:
            self._at = self._index_at(self._mouse)
        elif self._at is not None and self._at >= len(self._places):
            self._at = None
        self._say()
        if self._height != before:
            self.updateGeometry()
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self, *, full: bool = False) -> str:
        """Return the lines as text; `full` writes numbers with all their digits."""
        return lines_text(self.lines, full=full)

    def place_of(self, name: str) -> QRectF:
        """Return where the first number called `name` is drawn; empty if there is none."""
        for placed in self._places:
            if placed.piece.name == name and placed.piece.role is not Role.SYMBOL:
                return placed.rect
        return QRectF()

    # ---- size

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if width == self._laid_out:
            return self._height
        return self._measured(width)[1]

    def sizeHint(self) -> QSize:
        """As high as it is at its width."""
        return QSize(200, self.heightForWidth(max(self.width(), 100)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(40, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if self.width() != self._laid_out:
            self._lay_out(self.width())
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self._font = tabular(self.font())
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self._bold_metrics = QFontMetricsF(self._bold)
        self._lay_out(self.width())
        self.updateGeometry()
        self.update()

    def _measure(self, piece: Piece) -> float:
        metrics = self._bold_metrics if piece.role is Role.RESULT else self._metrics
        return metrics.horizontalAdvance(piece.text)

    def _measured(self, width: int) -> tuple[list[Placed], int]:
        line, room = self._metrics.height(), max(width - 2, 1)
        places, total = lay_out(self.lines, room, round(1.3 * line), self._measure, 0.4 * line)
        return places, round(total)

    def _lay_out(self, width: int) -> None:
        self._places, self._height = self._measured(width)
        self._laid_out = width

    # ---- pointing

    def _index_at(self, position: QPointF) -> int | None:
        for index, placed in enumerate(self._places):
            if placed.piece.name and placed.rect.contains(position):
                return index
        return None

    def _point(self, index: int | None) -> None:
        if index != self._at:
            self._at = index
            self.update()
        self._say()

    def _say(self) -> None:
        place = None if self._at is None else self._places[self._at].piece.highlight
        if place != self._said:
            self._said = place
            self.pointed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._mouse = event.position()
        self._point(self._index_at(self._mouse))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._mouse = None
        self._point(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at nothing."""
        super().hideEvent(event)
        self._mouse = None
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        if self._mouse is None:
            self._point(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._choose(index)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from number to number with the arrow keys; Enter chooses one."""
        stops = [i for i, placed in enumerate(self._places) if is_stop(placed.piece)]
        key = event.key()
        if key in ENTER and self._at is not None:
            self._choose(self._at)
        elif stops and sum(ARROWS.get(key, ())) > 0:
            beyond = [i for i in stops if self._at is None or i > self._at]
            self._point(beyond[0] if beyond else stops[-1])
        elif stops and key in ARROWS:
            before = [i for i in stops if self._at is not None and i < self._at]
            self._point(before[-1] if before else stops[0])
        elif stops and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point(stops[0] if key == Qt.Key.Key_Home else stops[-1])
        else:
            event.ignore()

    def _choose(self, index: int) -> None:
        place = self._places[index].piece.highlight
        if place is not None:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        """Show the digits of what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            words = self.toolTip() if index is None else self.describe(self._places[index].piece)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def describe(self, piece: Piece) -> str:
        """Return the name of a piece and its number with all digits."""
        if piece.role is Role.MISSING:
            return self.tr("{name} is not yet computed").format(name=piece.name)
        return f"{piece.name} = {piece.exact}" if piece.exact else piece.name

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pieces."""
        painter = QPainter(self)
        theme = current_theme()
        for index, placed in enumerate(self._places):
            piece, rect = placed.piece, placed.rect
            if not event.rect().toRectF().intersects(rect):
                continue
            if index == self._at:
                painter.setPen(QPen(QColor(theme.accent), 1))
                painter.setBrush(faint(theme.accent, 40))
                painter.drawRect(rect.adjusted(-1, 1, 1, -2).toRect())
                painter.setBrush(Qt.BrushStyle.NoBrush)
            elif piece.role is Role.FACTOR and piece.name:
                painter.setPen(QPen(QColor(theme.border), 1, Qt.PenStyle.DotLine))
                y = round(rect.center().y() + self._metrics.ascent() / 2) + 2
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right() - 1, y))
            painter.setFont(self._bold if piece.role is Role.RESULT else self._font)
            painter.setPen(QColor(colour_of(piece, theme)))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(rect, middle, piece.text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
