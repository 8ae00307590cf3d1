"""Going through 60 000 samples by keys, wheel and scroll bar."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.training.commands import SelectSample, TrainNext
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.sample_list.grid import SIZES
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.panels.sample_browser.browsing import (
    click,
    frame_of,
    listed_by,
    make_panel,
    make_pictures,
    press,
    view_of,
)
from tests.ui.shown_panels import Sent

KEY = Qt.Key
MANY = make_pictures(60_000)
FRAME = frame_of(MANY, 12_345)


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> BrowserPanel:
    panel = make_panel(qtbot, sent)
    panel.show_frame(FRAME)
    view_of(panel).setFocus()
    QApplication.processEvents()
    return panel


def selected(sent: Sent) -> list[int | None]:
    return [command.index for command in sent if isinstance(command, SelectSample)]


def in_sight(panel: BrowserPanel, sample: int) -> bool:
    view = view_of(panel)
    place = view.shown.place(sample) if view.shown else None
    return place is not None and view.viewport().rect().contains(view.rect_of(place))


def page_of(panel: BrowserPanel) -> int:
    """How many samples can be seen at most, parts of them counted."""
    view = view_of(panel)
    return (view.viewport().height() // view.line_height() + 2) * view.cells.per_line


def test_that_only_what_is_seen_is_made(panel: BrowserPanel) -> None:
    made = panel.views.grid.thumbnails
    assert 0 < made.made <= page_of(panel)
    bar = view_of(panel).verticalScrollBar()
    for places in range(1, 6):
        bar.setValue(bar.maximum() * places // 6)
        QApplication.processEvents()
        assert made.made <= (places + 1) * page_of(panel)
    before = made.made
    bar.setValue(bar.value() - 2)
    QApplication.processEvents()
    assert made.made - before <= view_of(panel).cells.per_line


def test_that_the_pictures_are_those_of_the_samples(panel: BrowserPanel) -> None:
    X = np.array([np.full(16, v) for v in (0.0, 1.0, 0.0, 1.0)])
    data = Dataset.from_arrays("ink", X, np.eye(4), image_shape=(4, 4))
    panel.show_frame(frame_of(data, run=2))
    view = view_of(panel)
    image = view.viewport().grab().toImage()
    colours = [image.pixelColor(view.rect_of(place).center()).name() for place in range(4)]
    theme = current_theme()
    assert colours == [theme.base, theme.text, theme.base, theme.text]


def test_that_every_place_can_be_found_again(panel: BrowserPanel) -> None:
    view = view_of(panel)
    bar = view.verticalScrollBar()
    for value in (0, 17, bar.maximum() // 3, bar.maximum()):
        bar.setValue(value)
        first = view.line_at(0) * view.cells.per_line
        for place in range(first, min(first + page_of(panel), 60_000)):
            rect = view.rect_of(place)
            for corner in (rect.topLeft(), rect.bottomRight()):
                if view.viewport().rect().contains(corner):
                    assert view.place_at(corner) == place
    assert view.place_at(QPoint(-3, 5)) is None
    assert view.place_at(QPoint(view.viewport().width() + 99, 5)) is None


def test_that_arrows_go_to_neighbours(panel: BrowserPanel, sent: Sent) -> None:
    line = view_of(panel).cells.per_line
    assert line > 2
    press(panel, KEY.Key_Down)  # begins with what is in sight
    press(panel, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left, KEY.Key_Left, KEY.Key_Up)
    assert selected(sent) == [0, 1, 1 + line, line, line - 1, line - 1][:5]
    press(panel, KEY.Key_Home)
    assert selected(sent)[5:] == [0]


def test_that_home_end_and_pages_go_far(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, KEY.Key_End)
    assert in_sight(panel, 59_999)
    press(panel, KEY.Key_Home)
    assert in_sight(panel, 0)
    view = view_of(panel)
    step = view.lines_in_sight() * view.cells.per_line
    press(panel, KEY.Key_PageDown, KEY.Key_PageDown)
    assert in_sight(panel, 2 * step)
    press(panel, KEY.Key_PageUp)
    assert selected(sent) == [59_999, 0, step, 2 * step, step]
    QTest.keyClick(view, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert selected(sent)[-1] == 59_999


def test_that_at_an_end_nothing_is_chosen_again(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, KEY.Key_End, KEY.Key_Right, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_End)
    assert selected(sent) == [59_999]


def test_that_a_typed_index_is_gone_to_at_return(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, "31415")
    assert sent == []
    assert panel.bar.words.text() == "Go to sample 31415…"
    press(panel, KEY.Key_Return)
    assert sent == [SelectSample(31_415)]  # and not trained on
    assert in_sight(panel, 31_415)
    press(panel, KEY.Key_Return)
    assert sent[1:] == [TrainNext(31_415)]


def test_that_a_typed_index_is_gone_to_after_a_pause(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, "59", KEY.Key_Backspace, "8")
    view_of(panel).typing.timer.timeout.emit()
    assert sent == [SelectSample(58)]


def test_that_escape_or_an_arrow_gives_typing_up(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, "42", KEY.Key_Escape)
    assert panel.bar.words.text() == ""
    press(panel, "42", KEY.Key_Right, KEY.Key_Return)
    assert sent == [SelectSample(0), TrainNext(0)]


def test_that_an_index_that_is_not_listed_is_said_to_be_so(panel: BrowserPanel, sent: Sent) -> None:
    press(panel, "70000", KEY.Key_Return)
    words = f"Sample {count(70_000)} does not exist. Use an index from 0 to {count(59_999)}."
    assert panel.bar.words.text() == words
    assert MANY.labels is not None
    panel.set_filter(SampleFilter(label=int(MANY.labels[5] + 1) % 4))
    press(panel, "5", KEY.Key_Return)
    assert panel.bar.words.text() == "Sample 5 is not listed with these filters."
    assert sent == []


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Escape, KEY.Key_Plus, KEY.Key_Minus])
def test_that_keys_without_a_use_here_are_left_to_the_window(
    panel: BrowserPanel, sent: Sent, key: Qt.Key
) -> None:
    click(panel, 2)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    view_of(panel).keyPressEvent(event)
    assert not event.isAccepted()


def test_that_an_empty_list_leaves_all_keys_to_the_window(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(MANY, run=2, scan=None))
    panel.set_filter(SampleFilter(wrong=True))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_Down, Qt.KeyboardModifier.NoModifier)
    view_of(panel).keyPressEvent(event)
    assert not event.isAccepted()


def test_that_keys_follow_the_order_that_is_shown(panel: BrowserPanel, sent: Sent) -> None:
    panel.views.table.sort_wanted.emit(SortKey(SortBy.LOSS, True))
    press(panel, KEY.Key_Home, KEY.Key_Right, KEY.Key_Right)
    assert selected(sent) == listed_by(panel)[:3]


def test_that_assistive_technology_hears_of_the_current_sample(panel: BrowserPanel) -> None:
    press(panel, "777", KEY.Key_Return)
    view = view_of(panel)
    words = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert MANY.labels is not None
    assert FRAME.scan is not None
    assert FRAME.scan.predicted is not None
    label, guess = (int(each[777]) for each in (MANY.labels, FRAME.scan.predicted))
    assert words.startswith(f"sample 777, class {'abcd'[label]}, predicted {'abcd'[guess]} ")
    assert f"loss {number(FRAME.scan.losses[777])}" in words


def turn(panel: BrowserPanel, notches: int, modifiers: Any) -> None:
    viewport = view_of(panel).viewport()
    at = QPointF(viewport.rect().center())
    QApplication.sendEvent(
        viewport,
        QWheelEvent(
            at,
            QPointF(viewport.mapToGlobal(at.toPoint())),
            QPoint(0, 0),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_that_the_wheel_scrolls_and_with_ctrl_changes_the_size(panel: BrowserPanel) -> None:
    view, grid = view_of(panel), panel.views.grid
    turn(panel, -3, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    size, height = grid.size_index, view.line_height()
    turn(panel, 1, Qt.KeyboardModifier.ControlModifier)
    assert grid.size_index == size + 1
    assert panel.head.size_slider.value() == size + 1
    assert view.line_height() > height
    for _ in range(20):
        turn(panel, -1, Qt.KeyboardModifier.ControlModifier)
    assert grid.size_index == 0
    panel.head.size_slider.setValue(len(SIZES) - 1)
    assert grid.size_index == len(SIZES) - 1


def test_that_another_size_of_panel_or_pictures_keeps_the_place(
    panel: BrowserPanel, qtbot: QtBot
) -> None:
    view = view_of(panel)
    view.scroll_to(30_000)
    bar = view.verticalScrollBar()
    bar.setValue(30_000 // view.cells.per_line * view.line_height())
    for width in (300, 900, 480):
        panel.resize(width, 320)
        QApplication.processEvents()
        first = view.line_at(view.line_height() // 2) * view.cells.per_line
        assert first <= 30_000 < first + view.cells.per_line
    panel.head.size_slider.setValue(4)
    first = view.line_at(view.line_height() // 2) * view.cells.per_line
    assert first <= 30_000 < first + view.cells.per_line
