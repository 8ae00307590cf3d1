"""The size of all text: chosen by keys, within its bounds, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.preferences import Preferences
from bpviz.ui.window.text_size import LEAST, MOST
from tests.ui.conftest import Stage


def places(stage: Stage) -> dict[str, tuple[int, ...]]:
    """Where the docks are that can be seen, once nothing moves any more."""
    found: list[dict[str, tuple[int, ...]]] = []

    def settled() -> bool:
        window, docks = stage.window.rect(), stage.window.docks.docks.items()
        there = {n: d.geometry() for n, d in docks if d.isVisible()}
        found.append({n: each.getRect() for n, each in there.items() if window.intersects(each)})
        return len(found) > 3 and found[-1] == found[-4]

    stage.qtbot.waitUntil(settled)
    return found[-1]


def points() -> int:
    return QApplication.font().pointSize()


def test_that_text_becomes_larger_and_smaller_by_a_point_and_what_it_was(stage: Stage) -> None:
    before = points()
    stage.child("action_larger_text").trigger()
    stage.child("action_larger_text").trigger()
    assert points() == stage.window.text_size.chosen() == before + 2
    stage.child("action_smaller_text").trigger()
    assert points() == before + 1
    stage.child("action_reset_text").trigger()
    assert points() == before
    assert stage.window.text_size.chosen() is None


@pytest.mark.parametrize(("action", "bound"), [("larger", MOST), ("smaller", LEAST)])
def test_that_text_ends_at_its_bounds(stage: Stage, action: str, bound: int) -> None:
    stage.window.text_size.choose(bound)
    stage.child(f"action_{action}_text").trigger()
    assert points() == bound


def test_that_the_keys_are_those_of_every_browser(stage: Stage) -> None:
    keys = {
        name: {key.toString() for key in stage.child(f"action_{name}_text").shortcuts()}
        for name in ("larger", "smaller", "reset")
    }
    assert keys == {"larger": {"Ctrl++", "Ctrl+="}, "smaller": {"Ctrl+-"}, "reset": {"Ctrl+0"}}


def test_that_a_size_stored_beyond_the_bounds_is_brought_within(stage: Stage) -> None:
    stage.window.text_size.choose(400)
    assert points() == MOST
    stage.window.text_size.choose(1)
    assert points() == LEAST


def test_that_a_presentation_has_a_size_of_its_own(stage: Stage) -> None:
    stage.window.text_size.choose(11)
    stage.child("action_present").trigger()
    fitting = points()
    stage.child("action_larger_text").trigger()
    assert points() == fitting + 1
    stage.child("action_present").trigger()
    assert points() == 11
    stage.child("action_present").trigger()
    assert points() == fitting + 1
    stage.child("action_reset_text").trigger()
    assert points() == fitting
    stage.child("action_present").trigger()
    assert points() == 11


@pytest.mark.parametrize("stored", [None, "", "large", "-3", "1e3", "²", "99999999999"])
def test_that_a_size_that_means_nothing_is_the_system_s(tmp_path: Path, stored: object) -> None:
    store = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    if stored is not None:
        store.setValue("text_size", stored)
    assert Preferences(store).text_size() is None


def test_that_the_size_is_kept_and_forgotten_with_the_choice(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    kept = Preferences(store)
    kept.remember({"text_size": 19})
    assert Preferences(store).text_size() == 19
    kept.remember({"text_size": None})
    assert Preferences(store).text_size() is None


def test_that_text_too_large_for_several_panels_shows_one_at_a_time_and_loses_no_layout(
    stage: Stage,
) -> None:
    docks, size = stage.window.docks, stage.window.text_size
    stage.child("action_layout_debug").trigger()
    docks.close_panel("sample_panel")
    before = places(stage)
    stage.window.own_layouts.save("Mine")
    present, whole = stage.child("action_present"), stage.child("action_panel_whole")
    for way in ("restart", "present", "own"):
        size.choose(24)
        (front,) = places(stage)
        panel = stage.window.panel_set.panels[front]
        assert panel.width() > 1200
        assert panel.height() > 450
        if way == "restart":
            assert docks.restore(docks.save())
        elif way == "present":
            present.trigger()
            assert len(places(stage)) > 1
            present.trigger()
        else:
            whole.trigger()
            assert places(stage).keys() == {front}
            whole.trigger()
            stage.child("action_layout_explore").trigger()
            assert places(stage).keys() <= {n for n, d in docks.docks.items() if not d.isHidden()}
            stage.child("action_own_layout_0").trigger()
        assert len(places(stage)) == 1
        docks.show_panel("loss_panel")
        assert places(stage).keys() == {"loss_panel"}
        docks.show_panel("weights1_panel")
        size.choose(None)
        assert places(stage) == before, way
    size.choose(24)
    docks.show_panel("sample_panel")  # one that was closed
    assert places(stage).keys() == {"sample_panel"}
    stage.child("action_layout_explore").trigger()
    kept = docks.save()
    size.choose(None)
    ordinary = places(stage)
    stage.child("action_layout_debug").trigger()
    assert docks.restore(kept)
    assert places(stage) == ordinary
    assert docks.layout_name() == "explore"


def test_that_only_large_text_shows_one_panel_at_a_time(stage: Stage) -> None:
    count = len(places(stage))
    for points_, width, height, several in (
        (15, 1280, 800, True), (16, 1280, 800, False), (16, 1600, 1000, True),
        (10, 600, 400, True),
    ):  # fmt: skip
        stage.window.resize(width, height)
        stage.window.text_size.choose(points_)
        assert len(places(stage)) == (count if several else 1), (points_, width)
    stage.window.text_size.choose(MOST)
    stage.child("action_layout_overview").trigger()
    assert places(stage).keys() != {"timeline_panel"}  # the widest is not what one wants to see


@pytest.mark.parametrize("size", [LEAST, MOST])
def test_that_the_smallest_window_is_used_with_text_of_any_size(stage: Stage, size: int) -> None:
    stage.window.text_size.choose(size)
    for layout in LAYOUTS:
        stage.child(f"action_layout_{layout}").trigger()
        QApplication.processEvents()
        stage.offer(step=8)
    QApplication.processEvents()
    assert stage.window.width() == 1280
    for name in ("learning_rate_edit", "hidden_size_edit", "speed_edit"):
        edit = stage.child(name)
        assert edit.isVisible(), name
        assert edit.geometry().right() < stage.window.toolbar.width(), name
