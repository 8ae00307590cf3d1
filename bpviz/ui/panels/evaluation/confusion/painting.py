"""Drawing a confusion matrix: cells as one image, then numbers, names, sums and bars."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.formatting import count, per_cent, translator
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import Theme, faint
from bpviz.ui.kit.charts.colour_image import pen_on
from bpviz.ui.panels.evaluation.confusion.colours import cell_strengths, cells_image, strongest
from bpviz.ui.panels.evaluation.confusion.layout import (
    GAP,
    MOST_NUMBERED,
    PAD,
    SMALLEST,
    ConfusionLayout,
    widest,
)
from bpviz.ui.panels.evaluation.confusion.texts import cell_text

_tr = translator("Confusion")

_CENTRE = Qt.AlignmentFlag.AlignCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, eq=False)
class ConfusionPicture:
    """What is drawn.

    Attributes
    ----------
    confusion : Confusion
    names : tuple of str
        Of the classes.
    as_shares : bool
        Shares of each class in per cent instead of counts.
    theme : Theme
    """

    confusion: Confusion
    names: tuple[str, ...]
    as_shares: bool
    theme: Theme


def paint_confusion(painter: QPainter, layout: ConfusionLayout, what: ConfusionPicture) -> None:
    """Draw everything but the frames around spots; the painter's font is the widget's."""
    strengths = cell_strengths(what.confusion, as_shares=what.as_shares)
    pixels = round(layout.matrix.height()), round(layout.matrix.width())
    painter.drawImage(layout.matrix, cells_image(strongest(strengths, *pixels), what.theme))
    _paint_grid(painter, layout, what.theme)
    _paint_titles(painter, layout, what.theme)
    _paint_names(painter, layout, what)
    if layout.factor:
        _paint_numbers(painter, layout, what, cells_image(strengths, what.theme))
    _paint_sums(painter, layout, what)
    _paint_bars(painter, layout, what)


def _paint_grid(painter: QPainter, layout: ConfusionLayout, theme: Theme) -> None:
    matrix = layout.matrix
    painter.setPen(QColor(theme.base))
    if layout.n <= MOST_NUMBERED:
        for k in range(1, layout.n):
            x = round(matrix.left() + k * layout.cell_width)
            y = round(matrix.top() + k * layout.cell_height)
            painter.drawLine(x, round(matrix.top()), x, round(matrix.bottom()) - 1)
            painter.drawLine(round(matrix.left()), y, round(matrix.right()) - 1, y)
    painter.setPen(QColor(theme.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(matrix.adjusted(-1, -1, 0, 0))


def _paint_titles(painter: QPainter, layout: ConfusionLayout, theme: Theme) -> None:
    matrix, line = layout.matrix, painter.fontMetrics().height()
    painter.setPen(QColor(theme.text))
    top = matrix.top() - PAD - layout.head - line
    # Text may be wider than a small matrix: it stands over it in the middle, inside the widget.
    above = QRectF(0, top, 2 * matrix.center().x(), line)
    _text(painter, above, _CENTRE, _tr("predicted class"))
    _paint_side_title(painter, layout, _tr("true class"))
    if layout.shares:
        words = _tr("accuracy")
        heading = QRectF(layout.bars.left(), top + layout.head, 0, line)
        heading.setRight(layout.right)
        wide = painter.fontMetrics().horizontalAdvance(words)
        if wide > heading.width():  # a line above it is more room
            heading = QRectF(layout.right - wide, top, wide, line)
        painter.setPen(QColor(theme.muted))
        _text(painter, heading, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
    if layout.sums:
        place = QRectF(matrix.right(), top + layout.head, layout.sums, line)
        _text(painter, place, _MIDDLE | Qt.AlignmentFlag.AlignRight, "Σ")


def _paint_side_title(painter: QPainter, layout: ConfusionLayout, words: str) -> None:
    """Write along the left side, as near to the matrix's middle as all of it can be seen."""
    matrix, metrics = layout.matrix, painter.fontMetrics()
    line, room = metrics.height(), matrix.bottom() + layout.foot
    half = min(metrics.horizontalAdvance(words) + 2.0, room) / 2
    painter.save()
    middle = min(max(matrix.center().y(), half), room - half)
    painter.translate(layout.names_left - GAP - line / 2, middle)
    painter.rotate(-90)
    _text(painter, QRectF(-half, -line / 2, 2 * half, line), _CENTRE, words)
    painter.restore()


def _paint_names(painter: QPainter, layout: ConfusionLayout, what: ConfusionPicture) -> None:
    painter.setPen(QColor(what.theme.text))
    names = [class_name(what.names, c) for c in range(layout.n)]
    metrics, line = painter.fontMetrics(), painter.fontMetrics().height()
    free_from = -1.0
    for c, name in enumerate(names):
        place = layout.cell(-1, c)
        if layout.upright:
            painter.save()
            painter.translate(place.center().x(), place.bottom())
            painter.rotate(-90)
            along = QRectF(0, -line / 2, place.height(), line)
            _text(painter, along, _MIDDLE | Qt.AlignmentFlag.AlignLeft, name)
            painter.restore()
            continue
        half = metrics.horizontalAdvance(name) / 2 + 3
        if place.width() < 2 * half:  # better some names than parts of all
            half = max(min(half, 2 * line), place.width() / 2)
            if place.center().x() - half < free_from:
                continue
            free_from = place.center().x() + half
            place = QRectF(place.center().x() - half, place.top(), 2 * half, place.height())
        _text(painter, place, _CENTRE, name)
    painter.save()
    _scale_font(painter, layout.rows or 1.0)
    free_from = -1.0
    for c, name in enumerate(names):
        place = layout.cell(c, -1)
        if not layout.rows:
            if place.center().y() - line / 2 < free_from:
                continue
            free_from = place.center().y() + line / 2
            place.adjust(0, -line, 0, line)
        _text(painter, place, _MIDDLE | Qt.AlignmentFlag.AlignRight, name, layout.names)
    painter.restore()


def _scale_font(painter: QPainter, factor: float) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    painter.setFont(font)


def _paint_numbers(
    painter: QPainter, layout: ConfusionLayout, what: ConfusionPicture, cells: QImage
) -> None:
    painter.save()
    _scale_font(painter, layout.factor)
    faint = QColor(what.theme.muted)
    counts = what.confusion.counts
    for row in range(layout.n):
        for column in range(layout.n):
            pen = pen_on(cells.pixel(column, row)) if counts[row, column] else faint
            painter.setPen(pen)
            words = cell_text(what.confusion, row, column, as_shares=what.as_shares)
            painter.drawText(layout.cell(row, column), _CENTRE, words)
    painter.restore()


def _paint_sums(painter: QPainter, layout: ConfusionLayout, what: ConfusionPicture) -> None:
    painter.setPen(QColor(what.theme.muted))
    matrix, confusion = layout.matrix, what.confusion
    at_right = _MIDDLE | Qt.AlignmentFlag.AlignRight
    if layout.sums:
        for row, total in enumerate(confusion.rows.tolist()):
            place = layout.cell(row, layout.n)
            place = QRectF(matrix.right(), place.top(), layout.sums, place.height())
            painter.drawText(place, at_right, count(total))
    if layout.foot:
        _paint_foot(painter, layout, [count(total) for total in confusion.columns.tolist()])
        place = QRectF(matrix.right(), matrix.bottom() + PAD, layout.sums, layout.foot - PAD)
        painter.drawText(place, at_right, count(int(confusion.rows.sum())))


def _paint_foot(painter: QPainter, layout: ConfusionLayout, sums: list[str]) -> None:
    """Write below the columns, small where they are narrow; none where some cannot be read."""
    metrics = painter.fontMetrics()
    factor = min(layout.cell_width / (widest(sums, metrics.horizontalAdvance) + 2), 1.0)
    if factor * metrics.height() < SMALLEST:
        return
    painter.save()
    _scale_font(painter, factor)
    for column, total in enumerate(sums):
        place = layout.cell(0, column)
        place = QRectF(place.left(), layout.matrix.bottom() + PAD, place.width(), layout.foot - PAD)
        painter.drawText(place, _CENTRE, total)
    painter.restore()


def _paint_bars(painter: QPainter, layout: ConfusionLayout, what: ConfusionPicture) -> None:
    painter.save()
    _scale_font(painter, layout.rows or 1.0)
    theme, line = what.theme, painter.fontMetrics().height()
    accuracy = what.confusion.accuracy.tolist()
    bars = layout.bars
    track = faint(theme.border, 90)
    gap = 2 if layout.n <= MOST_NUMBERED else 0
    height = max(min(layout.cell_height - gap, line * 0.9), 0.5)
    for row, share in enumerate(accuracy):
        place = layout.cell(row, layout.n)
        known = share == share
        if bars.width() and known:
            bar = QRectF(bars.left(), place.center().y() - height / 2, bars.width(), height)
            painter.fillRect(bar, track)
            bar.setWidth(bar.width() * share)
            painter.fillRect(bar, QColor(theme.series[0]))
        if layout.shares and layout.rows:
            number = QRectF(bars.right(), place.top(), PAD + layout.shares, place.height())
            painter.setPen(QColor(theme.text))
            painter.drawText(number, _MIDDLE | Qt.AlignmentFlag.AlignRight, per_cent(share))
    painter.restore()
    if layout.foot and layout.shares:
        total = int(what.confusion.rows.sum())
        number = QRectF(bars.left(), layout.matrix.bottom() + PAD, 0, layout.foot - PAD)
        number.setRight(layout.right)
        painter.setPen(QColor(theme.text))
        words = per_cent(int(what.confusion.right.sum()) / total if total else None)
        painter.drawText(number, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)


def _text(
    painter: QPainter, place: QRectF, flags: Qt.AlignmentFlag, words: str, most: float | None = None
) -> None:
    """Draw one line of text, with … where it has no room."""
    room = int(place.width() if most is None else most) + 1
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, flags, short)
