"""While a run trains, the browser follows, and nothing is taken away from under the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bpviz.training.events import State
from bpviz.ui.core.formatting import count
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey, listed
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.panels.sample_browser.browsing import (
    click,
    enter,
    frame_of,
    later,
    leave,
    listed_by,
    make_panel,
    make_pictures,
    view_of,
)
from tests.ui.shown_panels import Sent

DATA = make_pictures(400, test=make_pictures(60, seed=6))
WORST = SortKey(SortBy.LOSS, True)
OLD = frame_of(DATA, 100, seed=1)
NEW = frame_of(DATA, 200, seed=2)


@pytest.fixture
def panel(qtbot: QtBot) -> BrowserPanel:
    panel = make_panel(qtbot, Sent())
    panel.show_frame(OLD)
    panel.views.table.sort_wanted.emit(WORST)
    return panel


def order(frame: object, wanted: SampleFilter | None = None) -> list[int]:
    scan = frame.scan  # type: ignore[attr-defined]
    return [int(i) for i in listed(DATA, scan, wanted or SampleFilter(), WORST)]


def numbers(panel: BrowserPanel) -> int:
    shown = panel.samples.shown
    assert shown is not None
    assert shown.scan is not None
    return shown.scan.step


def test_that_order_and_numbers_follow_a_new_scan(panel: BrowserPanel) -> None:
    assert listed_by(panel) == order(OLD)
    panel.show_frame(NEW)
    assert listed_by(panel) == order(NEW)
    assert numbers(panel) == 200
    assert panel.head.words.text() == "400 samples, at step 200"


def test_that_members_come_and_go(panel: BrowserPanel) -> None:
    wanted = SampleFilter(wrong=True)
    panel.set_filter(wanted)
    before = listed_by(panel)
    panel.show_frame(NEW)
    assert listed_by(panel) == order(NEW, wanted) != before


def test_that_while_training_it_follows_no_more_than_twice_a_second(panel: BrowserPanel) -> None:
    running = [later(frame, state=State.RUNNING) for frame in (OLD, NEW)]
    panel.show_frame(running[0])
    panel.show_frame(running[1])
    assert listed_by(panel) == order(OLD)
    assert numbers(panel) == 100
    panel.samples.pace.timer.timeout.emit()
    assert listed_by(panel) == order(NEW)
    assert numbers(panel) == 200


def test_that_it_is_not_sorted_again_while_nothing_has_changed(panel: BrowserPanel) -> None:
    sorts = panel.samples.lister.sorts
    for step in range(100, 130):
        panel.show_frame(later(OLD, step=step, sample=step, selected=3))
    assert panel.samples.lister.sorts == sorts


def test_that_under_the_mouse_every_sample_stays_where_it_is(panel: BrowserPanel) -> None:
    panel.set_filter(SampleFilter(wrong=True))
    before = listed_by(panel)
    enter(panel)
    panel.show_frame(NEW)
    assert listed_by(panel) == before
    assert numbers(panel) == 200
    assert panel.head.refresh.isVisible()
    assert panel.head.words.text().endswith(f"at step {count(100)}")
    leave(panel)
    assert listed_by(panel) == order(NEW, SampleFilter(wrong=True))
    assert panel.head.words.text().endswith(f"at step {count(200)}")
    assert not panel.head.refresh.isVisible()


def test_that_one_can_sort_again_under_the_mouse(panel: BrowserPanel) -> None:
    enter(panel)
    panel.show_frame(NEW)
    panel.head.refresh.click()
    assert listed_by(panel) == order(NEW)


def test_that_another_filter_or_order_acts_under_the_mouse(panel: BrowserPanel) -> None:
    enter(panel)
    panel.show_frame(NEW)
    panel.controls.direction.click()
    assert listed_by(panel) == [
        int(i) for i in listed(DATA, NEW.scan, SampleFilter(), SortKey(SortBy.LOSS))
    ]


def test_that_the_first_scan_is_not_held_back(qtbot: QtBot) -> None:
    panel = make_panel(qtbot, Sent())
    panel.show_frame(frame_of(DATA, scan=None))
    panel.views.table.sort_wanted.emit(WORST)
    enter(panel)
    panel.show_frame(NEW)
    assert listed_by(panel) == order(NEW)


def test_that_by_index_nothing_is_ever_stale(panel: BrowserPanel) -> None:
    panel.views.table.sort_wanted.emit(SortKey())
    enter(panel)
    panel.show_frame(NEW)
    assert not panel.head.refresh.isVisible()
    assert listed_by(panel) == list(range(400))


def test_that_an_open_menu_holds_the_order(
    panel: BrowserPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []  # the offscreen platform cannot open one
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    view_of(panel).menu_wanted.emit(order(OLD)[0], QPoint(0, 0))
    panel.show_frame(NEW)
    assert listed_by(panel) == order(OLD)
    opened[0].aboutToHide.emit()
    assert listed_by(panel) == order(NEW)


def test_that_dragging_the_scroll_bar_holds_the_order(panel: BrowserPanel) -> None:
    bar = view_of(panel).verticalScrollBar()
    bar.setSliderDown(True)
    panel.show_frame(NEW)
    assert listed_by(panel) == order(OLD)
    bar.setSliderDown(False)
    assert listed_by(panel) == order(NEW)


def test_that_live_can_be_switched_off(panel: BrowserPanel) -> None:
    panel.controls.live.click()
    panel.show_frame(NEW)
    assert listed_by(panel) == order(OLD)
    panel.head.refresh.click()
    assert listed_by(panel) == order(NEW)
    panel.show_frame(OLD)
    assert listed_by(panel) == order(NEW)
    panel.controls.live.click()
    assert listed_by(panel) == order(OLD)


def test_that_what_is_at_the_top_stays_the_top(panel: BrowserPanel) -> None:
    panel.show_frame(NEW)
    assert view_of(panel).verticalScrollBar().value() == 0


def test_that_in_the_middle_the_same_ranks_stay_in_sight(panel: BrowserPanel) -> None:
    bar = view_of(panel).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    value = bar.value()
    panel.show_frame(NEW)
    assert bar.value() == value


def test_that_the_current_sample_stays_in_place_while_keys_go_to_the_view(
    panel: BrowserPanel,
) -> None:
    view = view_of(panel)
    bar = view.verticalScrollBar()
    old, new = order(OLD), order(NEW)
    per_line, height = view.cells.per_line, view.line_height()
    lines = {i: (old.index(i) // per_line, new.index(i) // per_line) for i in old}
    last = (len(old) - 1) // per_line
    middle = [i for i, (a, b) in lines.items() if 9 < a < last - 9 and 9 < b < last - 9 and a != b]
    sample = middle[0]
    bar.setValue(lines[sample][0] * height - height // 2)
    view.setFocus()
    click(panel, sample)
    leave(panel)
    place = view.shown.place(sample) if view.shown else None
    assert place is not None
    top = view.rect_of(place).top()
    panel.show_frame(NEW)
    place = view.shown.place(sample) if view.shown else None
    assert place is not None
    assert view.rect_of(place).top() == top
    assert view.current == sample


def test_that_a_new_run_is_not_shown_with_numbers_of_the_old_one(panel: BrowserPanel) -> None:
    enter(panel)
    panel.show_frame(later(NEW, run=2, scan=None))
    shown = panel.samples.shown
    assert shown is not None
    assert shown.scan is None
    assert listed_by(panel) == list(range(400))


def test_that_a_scan_of_other_data_is_not_taken_for_one_of_these(panel: BrowserPanel) -> None:
    assert DATA.test is not None
    panel.show_frame(later(NEW, scan=frame_of(DATA.test).scan))
    shown = panel.samples.shown
    assert shown is not None
    assert shown.scan is None


def test_that_wrong_ones_are_marked_by_shape_as_well_as_by_colour(panel: BrowserPanel) -> None:
    panel.views.table.sort_wanted.emit(SortKey())
    assert OLD.scan is not None
    assert OLD.scan.correct is not None
    right = later(OLD, scan=later_scan(OLD, np.ones(400, bool)))
    wrong = later(OLD, scan=later_scan(OLD, np.zeros(400, bool)))
    grey = []
    for frame in (right, wrong):
        panel.show_frame(frame)
        image = view_of(panel).viewport().grab().toImage()
        grey.append(image.convertToFormat(image.Format.Format_Grayscale8))
    picture = view_of(panel).rect_of(0)
    half = picture.adjusted(picture.width() // 2, 0, 0, -picture.height() // 2)
    assert grey[0].copy(half) != grey[1].copy(half)  # beside and above the words


def later_scan(frame: object, correct: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> object:
    from dataclasses import replace

    return replace(frame.scan, correct=correct)  # type: ignore[attr-defined]
