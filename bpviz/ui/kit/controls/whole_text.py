"""A tooltip says the whole text of a button, a list of choices or a label that has no room for it.

Labels of one line do so themselves (`labels.ElidedLabel`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

BESIDE = 6
"""Pixels of a button that its text leaves free, at least."""


def joined(whole: str, tip: str) -> str:
    """Return a tooltip with the whole of what is cut before what it says anyway."""
    return "\n\n".join(filter(None, (whole, tip))) if whole not in tip else tip


def cut_text(widget: QWidget) -> str:
    """Return the whole text of `widget` if not all of it is seen; else nothing."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.text() if widget.heightForWidth(widget.width()) > widget.height() else ""
    if isinstance(widget, QLabel):  # also one with formulas, whose width only Qt knows
        return widget.text() if QLabel.sizeHint(widget).width() > widget.width() else ""
    if isinstance(widget, QComboBox):
        text, room = widget.currentText(), _field(widget)
    elif isinstance(widget, QAbstractButton):
        text, room = widget.text().replace("&", ""), widget.width() - _beside(widget)
    else:
        return ""
    return text if widget.fontMetrics().horizontalAdvance(text) > room else ""


def _field(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, field, box).width()


def _beside(button: QAbstractButton) -> int:
    """Return the width of what stands beside the text."""
    if isinstance(button, QCheckBox):
        return button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + BESIDE
    return BESIDE if button.icon().isNull() else BESIDE + button.iconSize().width()


class _Tips(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a tooltip with the whole text where it is cut; leave all else to the widget."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        whole = cut_text(watched) if isinstance(watched, QWidget) else ""
        if whole and isinstance(watched, QWidget):
            QToolTip.showText(event.globalPos(), joined(whole, watched.toolTip()), watched)
        return bool(whole)


_tips = _Tips()


def show_whole(widget: QWidget) -> None:
    """Let the tooltip of `widget` say its whole text while not all of it is seen."""
    widget.installEventFilter(_tips)
