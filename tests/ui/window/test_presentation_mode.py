"""Presentation mode: the whole screen, text that fits it, and what stays within reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from bpviz.datasets import DataRequest
from bpviz.training.commands import NewRun
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.presentation_mode import FITTED, POINTS, points_for
from tests.ui.conftest import Stage
from tests.ui.frames import make_network, make_table


def present(stage: Stage, width: int = 1280, height: int = 800) -> None:
    """Begin a presentation on a screen of that size."""
    stage.child("action_present").trigger()
    QApplication.processEvents()  # the screen's own size comes first
    stage.window.resize(width, height)
    size = QSize(width, height)
    layout = "" if stage.window.docks.own else stage.window.docks.layout_name()
    stage.qtbot.waitUntil(lambda: QApplication.font().pointSize() == points_for(layout, size))


def in_sight(stage: Stage) -> set[str]:
    QApplication.processEvents()
    docks = stage.window.docks.docks.items()
    return {name for name, dock in docks if not dock.visibleRegion().isEmpty()}


def test_that_it_takes_the_screen_without_menus_and_gives_both_back(stage: Stage) -> None:
    menus = stage.window.menuBar()
    stage.child("action_present").trigger()
    assert stage.window.isFullScreen()
    assert menus.isHidden()
    stage.child("action_present").trigger()
    assert not stage.window.isFullScreen()
    assert not menus.isHidden()


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_that_a_large_window_is_as_large_afterwards(stage: Stage, state: Qt.WindowState) -> None:
    stage.window.setWindowState(state)
    for _ in range(2):
        stage.child("action_present").trigger()
    assert stage.window.windowState() & state


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_each_layout_has_its_size_of_text(stage: Stage, layout: str) -> None:
    stage.child(f"action_layout_{layout}").trigger()
    present(stage)
    shown = "present" if layout == "overview" else layout
    assert stage.window.docks.layout_name() == shown
    assert QApplication.font().pointSize() == POINTS[shown]
    stage.child("action_layout_overview").trigger()
    assert QApplication.font().pointSize() == POINTS["overview"]


@given(st.sampled_from(LAYOUTS), st.integers(1, 9000), st.integers(1, 9000))
def test_that_a_larger_screen_never_has_smaller_text(layout: str, width: int, height: int) -> None:
    points = points_for(layout, QSize(width, height))
    assert points >= 1
    assert points <= points_for(layout, QSize(width + 1, height))
    assert points <= points_for(layout, QSize(width, height + 1))
    double = points_for(layout, QSize(2 * width, 2 * height))
    assert 2 * points - 1 <= double <= 2 * points + 1 or points == 1
    assert points_for(layout, QSize(width, height), 192) <= points


def test_that_the_sizes_are_those_of_the_screen_that_they_are_for() -> None:
    assert {name: points_for(name, FITTED) for name in POINTS} == POINTS
    assert set(POINTS) == set(LAYOUTS)


def test_that_another_screen_has_text_in_proportion(stage: Stage) -> None:
    present(stage)
    small = QApplication.font().pointSize()
    stage.window.resize(1920, 1200)
    stage.qtbot.waitUntil(lambda: QApplication.font().pointSize() == 3 * small // 2)
    stage.window.resize(1280, 800)
    stage.qtbot.waitUntil(lambda: QApplication.font().pointSize() == small)


def test_that_what_a_teacher_changes_is_within_reach(stage: Stage) -> None:
    assert not stage.child("presented_dataset_edit").isVisible()
    present(stage)
    bar = stage.window.toolbar
    for name in (
        "learning_rate_edit", "hidden_size_edit", "speed_edit", "presented_dataset_edit",
        "button_present",
    ):  # fmt: skip
        edit = stage.child(name)
        stage.qtbot.waitUntil(lambda edit=edit: edit.isVisible())
        assert bar.rect().contains(edit.geometry()), name
    assert not stage.child("qt_toolbar_ext_button").isVisible()
    box = stage.child("presented_dataset_edit")
    assert box.currentData() == "mnist"
    box.setCurrentIndex(box.findData("iris"))
    assert [c.data for c in stage.mailbox.asked(NewRun) if isinstance(c, NewRun)] == [
        DataRequest("iris")
    ]
    stage.click(stage.child("button_present"))
    assert not stage.window.isFullScreen()
    assert not box.isVisible()


def test_that_a_layout_of_ones_own_is_presented_as_it_is_and_comes_back(stage: Stage) -> None:
    docks = stage.window.docks
    stage.child("action_layout_debug").trigger()
    docks.close_panel("sample_panel")
    docks.show_panel("boundary_panel")
    stage.window.own_layouts.save("Mine")
    mine = in_sight(stage)
    shares = {name: docks.docks[name].width() / stage.window.width() for name in mine}
    stage.child("action_layout_overview").trigger()
    for begin in ("action_own_layout_0", "", "action_panel_whole"):  # "": still the one chosen
        if begin:
            stage.child(begin).trigger()
        whole = docks.whole()
        present(stage, 1920, 1200)
        stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
        assert in_sight(stage) == ({whole} if whole else mine)
        docks.leave_whole()
        assert in_sight(stage) == mine
        for name, share in shares.items():
            assert docks.docks[name].width() / 1920 == pytest.approx(share, abs=0.03)
        stage.child("action_layout_debug").trigger()
        assert in_sight(stage) != mine
        stage.child("action_present").trigger()
        assert docks.whole() == whole
        assert in_sight(stage) == ({whole} if whole else mine)
    docks.leave_whole()
    assert in_sight(stage) == mine


def test_that_panels_asked_for_by_key_squeeze_no_other_and_are_gone_afterwards(
    stage: Stage,
) -> None:
    before = stage.window.docks.save()
    present(stage)
    widths = {name: stage.child(name).width() for name in in_sight(stage)}
    for key, held, name in (
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, "find_panel"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "contributions_panel"),
    ):
        stage.press(key, modifier=held)
        seen = in_sight(stage)
        assert name in seen
        for each in seen & widths.keys():
            assert stage.child(each).width() >= widths[each] - 2
        assert stage.child(name).width() >= min(widths.values())
    stage.child("action_present").trigger()
    QApplication.processEvents()
    assert in_sight(stage).isdisjoint({"find_panel", "contributions_panel"})
    assert stage.window.docks.save() == before


def test_that_a_network_that_can_be_drawn_comes_as_its_graph_at_once(stage: Stage) -> None:
    present(stage)
    assert "graph_panel" not in in_sight(stage)
    stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
    assert "graph_panel" in in_sight(stage)


def test_that_panels_moved_about_stay_when_the_data_change_outside_of_it(stage: Stage) -> None:
    stage.window.docks.docks["loss_panel"].close()
    stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
    assert stage.window.docks.docks["loss_panel"].isHidden()


def test_that_a_window_closed_while_presenting_is_kept_as_an_ordinary_one(stage: Stage) -> None:
    stored = []

    def store() -> None:
        stored.append(
            {name for name, dock in stage.window.docks.docks.items() if not dock.isHidden()}
        )
        assert not stage.window.isFullScreen()
        assert stage.window.text_size.chosen() is None

    there = {name for name, dock in stage.window.docks.docks.items() if not dock.isHidden()}
    stage.child("action_present").trigger()
    stage.window.closing.connect(store)
    stage.window.close()
    assert stored == [there]
