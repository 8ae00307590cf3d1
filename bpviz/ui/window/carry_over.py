"""What a person has chosen and typed in one window, taken over into another one.

A window whose language changes is made anew, since all of its texts are.  What the trainer knows
comes with the next frame, and what outlives the program with the preferences; the rest is here:
switches, choices, what was typed, what is drawn, zooms, and where the panels are scrolled to.  A
widget that keeps more than Qt's own do has a method `take_over`, which is called with the one whose
place it takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QSplitter,
    QToolButton,
    QWidget,
)

from bpviz.ui.kit.controls.number_edit import NumberEdit

_W = TypeVar("_W", bound=QWidget)


def carry_over(old: QWidget, new: QWidget) -> None:
    """Bring `new` and its widgets into the state of `old` and those of the same name in it.

    Nothing may listen to what they ask for meanwhile: the run has all of it already.  Numbers come
    first: one that is changed may end a switch, such as following the run.
    """
    for edit, its_edit in _pairs(old, new, NumberEdit):
        if edit.value() != its_edit.value():
            edit.setValue(its_edit.value())
    for slider, its_slider in _pairs(old, new, QAbstractSlider):
        if slider.value() != its_slider.value() and not isinstance(slider, QScrollBar):
            slider.setValue(its_slider.value())
    for box, its_box in _pairs(old, new, QComboBox):
        _choose(box, its_box)
    for button, its_button in _pairs(old, new, QAbstractButton):
        _press(button, its_button)
    for line, its_line in _pairs(old, new, QLineEdit):
        if line.text() != its_line.text() and not isinstance(line.parent(), QAbstractSpinBox):
            line.setText(its_line.text())
            line.textEdited.emit(its_line.text())
    for header, its_header in _pairs(old, new, QHeaderView):
        _take_sections(header, its_header)
    for splitter, its_splitter in _pairs(old, new, QSplitter):
        splitter.restoreState(its_splitter.saveState())
    for widget, its_own in [*_pairs(old, new, QWidget), (new, old)]:
        take_over = getattr(widget, "take_over", None)  # a drawing, a zoom
        if take_over is not None:
            take_over(its_own)


def _take_sections(header: QHeaderView, its: QHeaderView) -> None:
    """Have sections as wide as its, but no title cut that was whole there."""
    own = [header.sectionSize(i) for i in range(header.count())]
    header.restoreState(its.saveState())
    for i, size in enumerate(own):
        title = str(its.model().headerData(i, its.orientation()) or "")
        whole = its.sectionSize(i) >= its.fontMetrics().horizontalAdvance(title)
        if header.sectionSize(i) < size and whole and not header.isSectionHidden(i):
            header.resizeSection(i, size)


def _choose(box: QComboBox, its: QComboBox) -> None:
    index = its.currentIndex()
    if box.currentIndex() != index and box.count() == its.count():
        box.setCurrentIndex(index)
        box.activated.emit(index)


def _press(button: QAbstractButton, its: QAbstractButton) -> None:
    of_action = isinstance(its, QToolButton) and its.defaultAction() is not None
    if its.isCheckable() and not of_action and button.isChecked() != its.isChecked():
        among_others = its.autoExclusive() or its.group() is not None
        if its.isChecked() or not among_others:  # the chosen one of several releases the others
            button.click()


def scroll_alike(old: QWidget, new: QWidget) -> None:
    """Scroll the areas of `new` to where those of `old` are; once they have their sizes.

    Of a window that is gone by then nothing is known.
    """
    if not shiboken6.isValid(old):
        return
    for mine, its in _pairs(old, new, QAbstractScrollArea):
        for bar, wanted in (
            (mine.verticalScrollBar(), its.verticalScrollBar()),
            (mine.horizontalScrollBar(), its.horizontalScrollBar()),
        ):
            bar.setValue(wanted.value())


def actions_alike(old: QWidget, new: QWidget) -> None:
    """Tick the actions of `new` that are ticked in `old`."""
    there = {action.objectName(): action for action in new.findChildren(QAction)}
    for action in old.findChildren(QAction):
        mine = there.get(action.objectName())
        of_dock = action.objectName().startswith("action_show_")  # comes with the layout
        if mine is not None and action.isCheckable() and not of_dock:
            mine.setChecked(action.isChecked())


def _pairs(old: QWidget, new: QWidget, kind: type[_W]) -> Iterator[tuple[_W, _W]]:
    """Yield the widgets of that kind in `new`, each with the one in `old` that it stands for."""
    known = dict(_keyed(old, kind))
    # Named before anything is done to them: what one does may take away others, such as the arrows
    # beside tabs that the docks then have in other places.
    pairs = [(widget, known[key]) for key, widget in _keyed(new, kind) if key in known]
    for widget, its in pairs:
        if shiboken6.isValid(widget) and shiboken6.isValid(its):
            yield widget, its


def _keyed(window: QWidget, kind: type[_W]) -> Iterator[tuple[object, _W]]:
    """Yield every widget of that kind with what it is called: its name, within what has one."""
    seen: Counter[tuple[str, ...]] = Counter()
    for widget in window.findChildren(kind):
        names: list[str] = []
        at: QWidget | None = widget
        while at is not None and at is not window:
            if at.objectName():
                names.append(at.objectName())
            at = at.parentWidget()
        path = tuple(names)
        seen[path] += 1
        yield (path, seen[path]), widget
