"""The popup list: Return or a click chooses, Escape closes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeView

from bpviz.ui.core.formatting import count
from bpviz.ui.panels.timeline.list_popup import MOST_ROWS, ListEntry, ListPopup

PLACES = [ListEntry(100 * i, f"change {i}", QIcon(), 100 * i, i == 3) for i in range(10_000)]


@pytest.fixture
def anchor(qtbot: Any) -> QPushButton:
    anchor = QPushButton("open")
    qtbot.addWidget(anchor)
    anchor.show()
    return anchor


@pytest.fixture
def popup(anchor: QPushButton) -> ListPopup:
    return ListPopup("test_list", "Changes", "Nothing was changed.", anchor)


def test_that_return_chooses_the_current_line_and_closes(
    qtbot: Any, popup: ListPopup, anchor: QPushButton
) -> None:
    popup.open_at(anchor, PLACES, 3)
    with qtbot.waitSignal(popup.chosen, timeout=1000) as chosen:
        QTest.keyClick(popup.view, Qt.Key.Key_Down)
        QTest.keyClick(popup.view, Qt.Key.Key_Return)
    assert chosen.args == [400]
    assert not popup.isVisible()


def test_that_a_click_chooses_exactly_once(
    qtbot: Any, popup: ListPopup, anchor: QPushButton
) -> None:
    chosen: list[object] = []
    popup.chosen.connect(chosen.append)
    popup.open_at(anchor, PLACES, 0)
    centre = popup.view.visualRect(popup.model.index(2, 1)).center()
    qtbot.mouseClick(popup.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert chosen == [200]
    assert not popup.isVisible()


def test_that_escape_closes_and_goes_nowhere(
    qtbot: Any, popup: ListPopup, anchor: QPushButton
) -> None:
    popup.open_at(anchor, PLACES, 0)
    with qtbot.assertNotEmitted(popup.chosen):
        QTest.keyClick(popup.view, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_that_the_place_where_the_run_stands_is_in_sight(
    popup: ListPopup, anchor: QPushButton
) -> None:
    popup.open_at(anchor, PLACES, 5000)
    view = popup.findChild(QTreeView, "test_list_view")
    assert view is not None
    assert view.currentIndex().row() == 5000
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    rows = view.viewport().height() // view.sizeHintForRow(0)
    assert MOST_ROWS - 1 <= rows <= MOST_ROWS + 1


def test_that_it_shows_step_and_words_and_says_when_there_is_nothing(
    popup: ListPopup, anchor: QPushButton
) -> None:
    popup.open_at(anchor, PLACES, -1)
    model = popup.model
    assert model.index(70, 0).data() == count(7000)
    assert model.index(70, 1).data() == "change 70"
    popup.hide()
    popup.open_at(anchor, [], -1)
    assert popup.nothing.isVisible()
    assert not popup.view.isVisible()


def test_that_a_long_title_is_not_cut_above_short_lines(anchor: QPushButton) -> None:
    popup = ListPopup("test_list", "Änderungen und Haltepunkte dieses Zweigs", "Nichts.", anchor)
    popup.open_at(anchor, PLACES[:1], 0)
    assert popup.title.width() >= popup.title.sizeHint().width()
