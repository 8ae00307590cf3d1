"""Widgets painted one by one onto paper, each within the one that it stands in."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import nullcontext

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QMenuBar, QTabBar, QWidget

from bpviz.ui.core.figure_mode import clipped

_ALONE = QWidget.RenderFlag.DrawWindowBackground


def paint_widget(painter: QPainter, widget: QWidget, without: Collection[QWidget] = ()) -> None:
    """Paint a widget that is visible, and what stands in it, but for those `without`.

    `QWidget.render` by itself would rely on clips that SVG does not have.
    """
    area = widget.parentWidget()
    scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is widget
    with clipped(painter, widget.rect()) if scrolls else nullcontext():
        if isinstance(widget, QMenuBar):
            _paint_menus(painter, widget)
        elif isinstance(widget, QTabBar):
            _paint_tabs(painter, widget)
        else:  # a QGraphicsView has another method of that name
            QWidget.render(widget, painter, QPoint(), QRegion(), _ALONE)
        for child in widget.children():
            if not isinstance(child, QWidget) or child.isWindow() or not child.isVisible():
                continue
            if child in without or child.size().isEmpty():
                continue
            inside = widget.rect().contains(child.geometry())
            with nullcontext() if inside else clipped(painter, widget.rect()):
                painter.save()
                painter.translate(child.pos())
                paint_widget(painter, child, without)
                painter.restore()


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
