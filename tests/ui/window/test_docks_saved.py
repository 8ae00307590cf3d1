"""Layouts as they are kept: whole, damaged, of another version, for another size of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt

from bpviz.ui.window import docks as docks_module
from tests.ui.conftest import Stage
from tests.ui.window.panels import shown
from tests.ui.window.test_docks_whole import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def test_that_a_damaged_layout_is_never_handed_to_qt(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    docks = stage.window.docks
    saved = docks.save().data()
    asked: list[object] = []
    monkeypatch.setattr(docks, "_restore_state", lambda state: asked.append(state) or True)
    for place in range(len(saved)):
        for other in (saved[place] ^ 1, saved[place] ^ 0x80):
            damaged = saved[:place] + bytes([other]) + saved[place + 1 :]
            assert not docks.restore(QByteArray(damaged))
        assert not docks.restore(QByteArray(saved[:place]))
        assert not docks.restore(QByteArray(saved[:place] + saved[place + 1 :]))
    assert asked == []
    assert docks.restore(QByteArray(saved))


def test_that_a_layout_of_a_newer_version_changes_nothing_and_is_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.child("action_layout_debug").trigger()
    with monkeypatch.context() as newer:
        newer.setattr(docks_module, "LAYOUT_VERSION", docks_module.LAYOUT_VERSION + 1)
        saved = stage.window.layout_state()
    stage.child("action_layout_overview").trigger()
    there = shown(stage)
    stage.window.restore_layout(saved)
    assert shown(stage) == there
    said = stage.child("message_label").text()
    assert said.startswith("The layout of the last session is damaged or of another version")
    assert "Overview is shown instead." in said


def test_that_what_qt_itself_wrote_for_older_versions_is_still_read(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    there = shown(stage)
    old = stage.window.saveState(docks_module.LAYOUT_VERSION)
    stage.child("action_layout_overview").trigger()
    assert stage.window.docks.restore(old)
    assert shown(stage) == there


def test_that_in_a_smaller_window_every_place_has_its_share(stage: Stage) -> None:
    stage.window.resize(1600, 1000)
    stage.child("action_layout_overview").trigger()
    before = seen(stage)
    saved = stage.window.docks.save()
    stage.child("action_layout_explore").trigger()
    stage.window.resize(1200, 750)
    seen(stage)
    for _ in range(2):  # Qt has it right once, and changes it then
        assert stage.window.docks.restore(saved)
        after = seen(stage)
    assert after.keys() == before.keys()
    for name, (_, _, width, height) in after.items():
        assert abs(width - before[name][2] * 0.75) < 20, name
        assert abs(height - before[name][3] * 0.75) < 30, name


def test_that_shares_forced_by_too_little_room_are_not_kept_in_another_window(
    stage: Stage,
) -> None:
    docks, window = stage.window.docks, stage.window
    window.resize(1600, 1000)
    stage.child("action_layout_overview").trigger()
    seen(stage)
    window.resizeDocks([docks.docks["timeline_panel"]], [400], Qt.Orientation.Vertical)
    forced = seen(stage)["timeline_panel"][3]
    layouts = [docks.save()]
    docks.own = True
    layouts.append(docks.save())
    window.resize(1200, 750)
    seen(stage)
    heights = []
    for layout in layouts:
        assert docks.restore(layout)
        heights.append(seen(stage)["timeline_panel"][3])
    assert heights[0] < 750 * 0.2
    assert abs(heights[1] - forced * 0.75) < 30  # somebody's own is as that person wants it


def test_that_places_have_their_shares_again_once_text_has_its_size_again(stage: Stage) -> None:
    stage.window.resize(1024, 640)
    stage.child("action_layout_overview").trigger()
    before = seen(stage)
    try:
        for larger in (4, 6):  # with all panels, and with one at a time
            for _ in range(larger):
                stage.window.text_size.enlarge()
                seen(stage)
            stage.window.text_size.reset()
            after = seen(stage)
            assert after.keys() == before.keys()
            now, then = after["timeline_panel"][3], before["timeline_panel"][3]
            assert abs(now - then) < 4  # it would keep what large text took for it
    finally:
        stage.window.text_size.reset()
