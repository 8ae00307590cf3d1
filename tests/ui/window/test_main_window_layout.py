"""The window: its panels, arrangements, presentation and theme."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDockWidget,
    QLabel,
)

from bpviz.datasets import DataRequest
from bpviz.training.commands import CheckGradient, NewRun
from bpviz.training.settings import Settings
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT, current_theme
from tests.ui.conftest import Stage
from tests.ui.frames import make_network, make_table
from tests.ui.window.panels import (
    ASKING,
    BEHIND,
    CHECKING,
    DEBUGGING,
    PANELS,
    QUESTIONING,
    Key,
    shown,
)


def test_that_there_is_no_frame_before_the_first_and_then_the_newest(fresh: Stage) -> None:
    assert fresh.window.frame is None
    frame = fresh.offer(step=3)
    assert fresh.window.frame is frame


def test_that_the_shape_stands_there_before_the_first_frame(fresh: Stage) -> None:
    assert "784 → 32 → 10" in fresh.child("status_state").text()
    assert fresh.child("status_progress").isVisible()
    assert fresh.window.windowTitle() == "MNIST · l = 32[*] · bpviz"


def test_that_every_panel_has_its_name_and_can_be_seen(stage: Stage) -> None:
    assert shown(stage) == {*PANELS, *BEHIND}
    for name in PANELS:
        assert not stage.child(name).visibleRegion().isEmpty()


def test_that_the_rows_lie_as_drawn(stage: Stage) -> None:
    def place(name: str) -> Any:
        panel = stage.child(name)
        return panel.mapTo(stage.window, panel.rect().topLeft())

    assert place("setup_panel").x() < place("weights1_panel").x() < place("sample_panel").x()
    assert place("weights1_panel").y() < place("weights2_panel").y() < place("loss_panel").y()
    assert place("loss_panel").x() < place("gradients_panel").x()
    assert place("timeline_panel").y() > place("loss_panel").y()


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("debug", {"weights1_panel", "weights2_panel", "sample_panel", "gradients_panel",
                   "timeline_panel", "graph_panel", "loss_panel", *DEBUGGING, *CHECKING, *ASKING}),
        ("present", {"weights1_panel", "weights2_panel", "sample_panel", "graph_panel",
                     "loss_panel", "debugger_panel", "draw_panel", "evaluation_panel",
                     *CHECKING, *ASKING}),
        ("explore", {"weights1_panel", "sample_panel", "loss_panel", "gradients_panel",
                     "timeline_panel", *QUESTIONING, *CHECKING, *ASKING} - {"boundary_panel"}),
        ("check", {"timeline_panel", "sample_panel", "loss_panel", "branches_panel",
                   "weight_history_panel", *CHECKING, *ASKING}),
        ("overview", {*PANELS, *BEHIND}),
    ],
)  # fmt: skip
def test_that_an_arrangement_shows_its_panels(stage: Stage, name: str, there: set[str]) -> None:
    stage.child(f"action_layout_{name}").trigger()
    assert shown(stage) == there


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_the_layout_can_be_wrecked_and_reset(stage: Stage) -> None:
    before = {n: stage.child(n).size() for n in PANELS}
    for dock in stage.window.findChildren(QDockWidget):
        dock.setFloating(True)
        dock.hide()
    stage.child("action_reset_layout").trigger()
    QApplication.processEvents()
    assert shown(stage) == {*PANELS, *BEHIND}
    for name, size in before.items():
        assert abs(stage.child(name).width() - size.width()) < 30, name


def test_that_a_layout_is_saved_and_restored(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    state = stage.window.layout_state()
    stage.child("action_reset_layout").trigger()
    stage.window.restore_layout(state)
    assert "setup_panel" not in shown(stage)
    assert stage.window.toolbar.isVisible()
    assert not stage.window.messages.isVisible()


@pytest.mark.parametrize("layout", ["overview", "check"])
def test_that_a_check_in_sight_is_made_when_its_layout_is_restored(
    fresh: Stage, layout: str
) -> None:
    fresh.child(f"action_layout_{layout}").trigger()
    state = fresh.window.layout_state()
    fresh.child("action_reset_layout").trigger()
    fresh.clear()
    fresh.window.restore_layout(state)
    QApplication.processEvents()
    fresh.offer(step=5)
    assert (CheckGradient(None, None) in fresh.mailbox.posted) is (layout == "check")


def test_that_a_presentation_of_the_layout_check_goes_on_with_the_check(stage: Stage) -> None:
    stage.offer(step=5)
    stage.child("action_layout_check").trigger()
    stage.clear()
    stage.press(Key.Key_F12)
    assert CheckGradient(None, None) in stage.mailbox.posted
    stage.press(Key.Key_F12)


def test_that_presentation_enlarges_the_text_and_gives_everything_back(stage: Stage) -> None:
    small = QApplication.font().pointSize()
    stage.press(Key.Key_F12)
    QApplication.processEvents()
    stage.window.resize(1920, 1080)
    stage.qtbot.waitUntil(lambda: QApplication.font().pointSize() > 1.5 * small)
    large = QApplication.font().pointSize()
    label = stage.window.panel_set.panels["weights1_panel"].findChild(QLabel)
    assert label is not None
    QApplication.processEvents()
    assert label.font().pointSize() == large
    assert stage.child("learning_rate_edit").font().pointSize() == large
    assert len(shown(stage)) < len({*PANELS, *BEHIND})
    stage.press(Key.Key_F12)
    QApplication.processEvents()
    assert QApplication.font().pointSize() == small
    assert label.font().pointSize() == small
    assert shown(stage) == {*PANELS, *BEHIND}


def test_that_a_layout_stored_while_presenting_is_the_ordinary_one(stage: Stage) -> None:
    stage.press(Key.Key_F12)
    state = stage.window.layout_state()
    stage.press(Key.Key_F12)
    stage.window.restore_layout(state)
    assert shown(stage) == {*PANELS, *BEHIND}


def pictures(stage: Stage) -> dict[str, QImage]:
    """What is seen in two arrangements, of docks with their titles, and of the bars."""
    found = {}
    for layout in ("debug", "overview"):
        stage.child(f"action_layout_{layout}").trigger()
        QApplication.processEvents()
        for dock in stage.window.findChildren(QDockWidget):
            if not dock.visibleRegion().isEmpty():
                found[f"{layout} {dock.objectName()}"] = dock.grab().toImage()
    found["toolbar"] = stage.window.toolbar.grab().toImage()
    found["messages"] = stage.window.messages.grab().toImage()
    return found


def test_that_a_window_that_is_switched_looks_as_if_it_had_been_dark_from_the_start(
    stage: Stage, qtbot: Any
) -> None:
    light = pictures(stage)
    stage.child("action_theme_dark").trigger()
    assert current_theme() is DARK
    switched = pictures(stage)
    stage.child("action_theme_light").trigger()
    assert current_theme() is LIGHT
    other = Stage(qtbot, "dark")
    other.show()
    other.offer(step=7, tip=9)
    pictures(other)  # an arrangement is laid out once and restored from then on
    dark = pictures(other)
    other.end()
    assert {name: picture == dark[name] for name, picture in switched.items()} == dict.fromkeys(
        dark, True
    )
    assert [name for name in light if light[name] == dark[name]] == []


def test_that_the_system_is_followed_only_if_so_chosen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[Any] = [DARK]
    monkeypatch.setattr(stage.look, "_wanted", lambda: wanted[0])
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme() is LIGHT
    stage.child("action_theme_system").trigger()
    assert current_theme() is DARK
    wanted[0] = LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme() is LIGHT


def test_that_a_selected_weight_of_another_network_is_let_go_everywhere(stage: Stage) -> None:
    panels = stage.window.panel_set.panels
    stage.offer(n_hidden=8)
    plain = panels["weights1_panel"].view.plot.grab().toImage()
    panels["debugger_panel"].weight_selected.emit(Selection("W1", 6, 300))
    assert panels["weights1_panel"].view.plot.grab().toImage() != plain
    stage.offer(n_hidden=3)
    stage.offer(n_hidden=8)
    assert panels["weights1_panel"].view.plot.grab().toImage() == plain
    assert panels["debugger_panel"].inspection.selection is None


@pytest.mark.parametrize("size", [(1, 1), (320, 200), (1280, 800), (3840, 2160)])
def test_that_any_size_is_survived(stage: Stage, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    QApplication.processEvents()
    stage.offer(step=8)
    QApplication.processEvents()
    stage.window.setWindowState(Qt.WindowState.WindowMinimized)
    stage.offer(step=9)
    stage.window.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.processEvents()


def test_that_a_new_run_is_what_the_editors_show(stage: Stage) -> None:
    stage.child("learning_rate_edit").setValue(0.7)
    stage.child("hidden_size_edit").setValue(50)
    assert stage.mailbox.asked(NewRun) == [
        NewRun(DataRequest("mnist"), Settings(n_hidden=50, learning_rate=0.7))
    ]
    assert stage.window.last_run() == (
        DataRequest("mnist"),
        Settings(n_hidden=50, learning_rate=0.7),
    )


def test_that_presentation_mode_cuts_no_legend_and_shows_every_editor_left(fresh: Stage) -> None:
    fresh.offer(step=7, tip=9)
    present = fresh.child("action_present")
    present.trigger()
    QApplication.processEvents()
    fresh.window.resize(1280, 800)
    legend, bar = fresh.child("loss_panel").view.legend, fresh.window.toolbar
    fresh.qtbot.waitUntil(lambda: legend.height() >= legend.heightForWidth(legend.width()))
    assert legend.width() >= max(legend._width(entry) for entry in legend.entries)
    edit = fresh.child("hidden_size_edit")
    fresh.qtbot.waitUntil(lambda: edit.isVisible() and edit.geometry().right() < bar.width())
    assert not fresh.child("qt_toolbar_ext_button").isVisible()
    assert not fresh.child("loss_log_x").isVisible()
    present.trigger()
    assert fresh.child("loss_log_x").isVisible()
    assert fresh.child("learning_rate_edit").isVisible()


def test_that_the_toolbar_fits_a_window_1280_pixels_wide(stage: Stage) -> None:
    assert stage.window.toolbar.sizeHint().width() <= 1280
    stage.child("action_present").trigger()
    QApplication.processEvents()
    stage.window.resize(1280, 800)
    stage.qtbot.waitUntil(lambda: stage.window.toolbar.sizeHint().width() <= 1280)
    assert not stage.child("qt_toolbar_ext_button").isVisible()


def test_that_an_empty_check_box_has_an_outline_that_can_be_seen(qtbot: Any) -> None:
    made = Stage(qtbot, "dark")
    try:
        box = QCheckBox()
        qtbot.addWidget(box)
        box.resize(40, 24)
        picture = box.grab().toImage()
        brightest = max(
            picture.pixelColor(x, y).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert brightest - QColor(DARK.base).lightness() > 60
    finally:
        made.end()


def test_that_a_network_that_can_be_drawn_is_presented_as_its_graph(stage: Stage) -> None:
    stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
    present = stage.child("action_present")
    present.trigger()
    QApplication.processEvents()
    assert not stage.window.docks.docks["graph_panel"].visibleRegion().isEmpty()
    assert "sample_panel" not in shown(stage)
    present.trigger()
    assert "sample_panel" in shown(stage)
