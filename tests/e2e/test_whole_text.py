"""Whatever has no room for all of its text says the whole of it when one points at it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtGui import QFont, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from bpviz.training.commands import Advance
from bpviz.training.events import State
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.window.language import speak
from bpviz.ui.window.layouts import LAYOUTS
from tests.e2e.conftest import Person

SLACK = 2
"""Pixels by which a text may be wider than its place: hinting and bearings."""


def plain(words: str) -> str:
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText() if re.search(r"<\w+[^>]*>", words) else words


def wide(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(words)


def room_of(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def cut(widget: QWidget) -> str:
    """Return the text of a widget if it has not enough room for it, measured from outside."""
    if isinstance(widget, QLabel):
        words = plain(widget.text())
        if widget.buddy() is not None:
            words = words.replace("&", "")  # which underlines the letter of an access key
        if widget.wordWrap():
            high = widget.heightForWidth(widget.width())
            return words if high > widget.height() + SLACK else ""
        return words if wide(widget, words) > widget.contentsRect().width() + SLACK else ""
    if isinstance(widget, QAbstractButton):
        words, style = widget.text().replace("&", ""), getattr(widget, "toolButtonStyle", None)
        icon = not widget.icon().isNull()
        if icon and style is not None and style() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return ""
        return words if wide(widget, words) > widget.width() - 4 + SLACK else ""
    if isinstance(widget, QComboBox):
        words = widget.currentText()
        return words if wide(widget, words) > room_of(widget) + SLACK else ""
    return ""


def tip_of(widget: QWidget) -> str:
    """Return what the tooltip says when somebody points at the middle of a widget."""
    QToolTip.hideText()
    middle = widget.rect().center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
    QCoreApplication.sendEvent(widget, event)
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def problems(person: Person) -> Iterator[tuple[str, ...]]:
    """Return what is cut in the panels as they are, and cannot be read anywhere."""
    for name, panel in person.window.panel_set.panels.items():
        person.window.docks.show_panel(name)
        person.qtbot.waitUntil(panel.isVisible)
        for _ in range(3):  # what fits itself does so with the events that come
            QCoreApplication.processEvents()
        for widget in panel.findChildren(QWidget):
            if not widget.isVisible() or widget.visibleRegion().isEmpty():
                continue
            words = cut(widget)
            if words and isinstance(widget, AdaptiveLabel):
                words = widget.whole()  # of which what is cut is a shorter form
            if words and words not in plain(tip_of(widget)):
                yield name, widget.objectName(), words, tip_of(widget)
            if (
                isinstance(widget, QHeaderView)
                and widget.orientation() == Qt.Orientation.Horizontal
            ):
                yield from ((name, *each) for each in cut_titles(widget))
            if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox):
                digits, beginning = widget.text(), widget.cursorPositionAt(QPoint(3, 3))
                if digits and not widget.hasFocus() and beginning > 1:
                    yield name, widget.parent().objectName(), digits, "without its first digits"


def cut_titles(header: QHeaderView) -> Iterator[tuple[str, ...]]:
    model, across = header.model(), Qt.Orientation.Horizontal
    for section in range(header.count()):
        title = str(model.headerData(section, across, Qt.ItemDataRole.DisplayRole) or "")
        tip = str(model.headerData(section, across, Qt.ItemDataRole.ToolTipRole) or "")
        if wide(header, title) > header.sectionSize(section) and len(tip) < len(title):
            yield header.parent().objectName(), title, tip


@pytest.fixture
def fonts(qapp: Any) -> Iterator[Callable[[int], None]]:
    app, locale = QApplication.instance(), QLocale()
    assert isinstance(app, QApplication)
    before = QFont(app.font())

    def use(points: int) -> None:
        font = QFont(before)
        font.setPointSize(points)
        app.setFont(font)

    yield use
    app.setFont(before)
    speak(app, "en")
    QLocale.setDefault(locale)


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # of tooltips
@pytest.mark.parametrize(("language", "sizes"), [("en", (20,)), ("de", (9, 20))])
def test_that_all_that_is_cut_can_be_read_elsewhere(
    person: Callable[..., Person],
    fonts: Callable[[int], None],
    language: str,
    sizes: tuple[int, ...],
) -> None:
    one = person("--dataset", "iris", "--hidden", "6", "--language", language)
    one.wait_for(State.PAUSED)
    sent = one.window.send(Advance(300))
    one.wait(lambda frame: frame.acknowledged >= sent and frame.state is State.PAUSED)
    one.window.panel_set._select(Selection("W1", 3, 1))
    one.window.panel_set.check_gradient()
    found = set()
    for points in sizes:
        fonts(points)
        for layout in LAYOUTS:
            one.window.docks.arrange(layout)
            one.window.resize(1280, 800)
            found |= {(points, layout, *problem) for problem in problems(one)}
    assert sorted(found) == []
