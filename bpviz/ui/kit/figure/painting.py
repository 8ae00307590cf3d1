"""Widgets painted one by one onto paper, each within the one that it stands in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import nullcontext

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QMenuBar,
    QTabBar,
    QTableView,
    QWidget,
)

from bpviz.ui.core.figure_mode import clipped

WHOLE_CELLS = "whole_cells"
"""A property of tables that are drawn without the cells that have no room for all of them."""

_GROUND, _ALONE = QWidget.RenderFlag.DrawWindowBackground, QWidget.RenderFlag(0)


def paint_widget(painter: QPainter, widget: QWidget, without: Collection[QWidget] = ()) -> None:
    """Paint a widget that is visible on its ground, and what stands in it, but for those `without`.

    `QWidget.render` by itself would rely on clips that SVG does not have.
    """
    _paint(painter, widget, without, _GROUND)


def _paint(
    painter: QPainter,
    widget: QWidget,
    without: Collection[QWidget],
    how: QWidget.RenderFlag = _ALONE,  # one that lies over another must not hide it
) -> None:
    area = widget.parentWidget()
    room: QRect | None = None
    if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
        room = _room(area)
        if room != widget.rect():
            painter.fillRect(widget.rect(), widget.palette().brush(widget.backgroundRole()))
    with nullcontext() if room is None else clipped(painter, room):
        if isinstance(widget, QMenuBar):
            _paint_menus(painter, widget)
        elif isinstance(widget, QTabBar):
            with clipped(painter, widget.rect()):  # the last one may reach beyond the window
                _paint_tabs(painter, widget)
        else:  # a QGraphicsView has another method of that name
            QWidget.render(widget, painter, QPoint(), QRegion(), how)
        for child in widget.children():
            if not isinstance(child, QWidget) or child.isWindow() or not child.isVisible():
                continue
            if child in without or child.size().isEmpty():
                continue
            inside = widget.rect().contains(child.geometry())
            with nullcontext() if inside else clipped(painter, widget.rect()):
                painter.save()
                painter.translate(child.pos())
                _paint(painter, child, without)
                painter.restore()


def whole_cells(view: QTableView) -> tuple[range, range]:
    """Return the rows and columns of a table that are in sight from edge to edge."""
    room, model = view.viewport().size(), view.model()
    return (
        _whole(view.rowAt, view.rowViewportPosition, view.rowHeight, room.height(),
               model.rowCount()),
        _whole(view.columnAt, view.columnViewportPosition, view.columnWidth, room.width(),
               model.columnCount()),
    )  # fmt: skip


def _whole(
    at: Callable[[int], int],
    place: Callable[[int], int],
    size: Callable[[int], int],
    room: int,
    count: int,
) -> range:
    """Return which of `count` sections in turn have all of their room between 0 and `room`."""
    first, last = max(at(0), 0), at(room - 1)
    last = count - 1 if last < 0 else last
    if place(first) < 0:
        first += 1
    if last >= first and place(last) + size(last) > room:
        last -= 1
    return range(first, last + 1)


def _room(area: QAbstractScrollArea) -> QRect:
    """Return the part of a viewport that is drawn: of a table on paper no cell that is cut.

    Half a number would be another number.
    """
    room = area.viewport().rect()
    table = area.parentWidget() if isinstance(area, QHeaderView) else area
    if not (isinstance(table, QTableView) and table.property(WHOLE_CELLS)):
        return room
    rows, columns = whole_cells(table)
    inner = table.viewport().rect()
    if rows:
        inner.setTop(max(table.rowViewportPosition(rows[0]), 0))
        below = table.rowAt(inner.bottom())
        if below > rows[-1]:
            inner.setBottom(table.rowViewportPosition(below) - 1)
    if columns:
        inner.setLeft(max(table.columnViewportPosition(columns[0]), 0))
        beside = table.columnAt(inner.right())
        if beside > columns[-1]:
            inner.setRight(table.columnViewportPosition(beside) - 1)
    if table is not area:  # a header goes along one of its edges
        along = isinstance(area, QHeaderView) and area.orientation() is Qt.Orientation.Horizontal
        if along:
            inner.setTop(room.top())
            inner.setBottom(room.bottom())
        else:
            inner.setLeft(room.left())
            inner.setRight(room.right())
    return inner


def _paint_menus(painter: QPainter, bar: QMenuBar) -> None:
    """Paint a menu bar; Qt's styles would paint over its words where there is no clip."""
    painter.save()
    painter.setFont(bar.font())
    painter.setPen(bar.palette().windowText().color())
    centre = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextHideMnemonic.value
    for action in bar.actions():
        painter.drawText(bar.actionGeometry(action), centre, action.text())
    painter.restore()


def _paint_tabs(painter: QPainter, bar: QTabBar) -> None:
    """Paint tabs as boxes; those of Qt's styles reach below their bar where there is no clip."""
    painter.save()
    painter.setFont(bar.font())
    colours = bar.palette()
    ink, line = colours.windowText().color(), colours.mid().color()
    for index in range(bar.count()):
        if not bar.isTabVisible(index):
            continue
        ground = colours.window() if index == bar.currentIndex() else colours.button()
        place = bar.tabRect(index)
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawRect(place.adjusted(0, 1, -1, 0))
        painter.setPen(ink)
        centre = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextShowMnemonic.value
        words = bar.fontMetrics().elidedText(
            bar.tabText(index), bar.elideMode(), place.width(), Qt.TextFlag.TextShowMnemonic.value
        )
        painter.drawText(place, centre, words)
    painter.restore()
