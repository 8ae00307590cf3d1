"""The window as a whole: layout, look, messages, help, and that it always goes away."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDockWidget,
    QFrame,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QWidget,
)

from bpviz.datasets import DataRequest
from bpviz.training.commands import NewRun, Run, Watch
from bpviz.training.events import Problem, Progress, State
from bpviz.training.looks import Evaluations
from bpviz.training.message import Message
from bpviz.training.settings import Settings, StoppingRule
from bpviz.ui.crash import CrashReporter
from bpviz.ui.preferences import Preferences
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.selection import Selection
from tests.ui.conftest import Stage
from tests.ui.frames import make_network, make_table

Key = Qt.Key
PANELS = (
    "setup_panel", "weights1_panel", "weights2_panel", "sample_panel",
    "loss_panel", "gradients_panel", "timeline_panel",
)  # fmt: skip
DEBUGGING = ("debugger_panel", "breakpoints_panel", "branches_panel")
QUESTIONING = ("boundary_panel", "units_panel", "draw_panel", "evaluation_panel", "browser_panel")
CHECKING = ("gradient_check_panel", "rule_panel")
BEHIND = (*DEBUGGING, *QUESTIONING, *CHECKING)
"""Tabs behind another panel."""


def dialog(name: str) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    assert len(found) == 1, name
    return found[0]


def shown(stage: Stage) -> set[str]:
    return {n for n, p in stage.window.panel_set.panels.items() if p.isVisible()}


def test_that_there_is_no_frame_before_the_first_and_then_the_newest(fresh: Stage) -> None:
    assert fresh.window.frame is None
    frame = fresh.offer(step=3)
    assert fresh.window.frame is frame


def test_that_the_shape_stands_there_before_the_first_frame(fresh: Stage) -> None:
    assert "784 → 32 → 10" in fresh.child("status_state").text()
    assert fresh.child("status_progress").isVisible()
    assert fresh.window.windowTitle() == "MNIST · l = 32 · bpviz"


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
                   "timeline_panel", "graph_panel", "loss_panel", *DEBUGGING, *CHECKING}),
        ("present", {"weights1_panel", "weights2_panel", "sample_panel", "graph_panel",
                     "loss_panel", "debugger_panel", "draw_panel", "evaluation_panel", *CHECKING}),
        ("explore", {"weights1_panel", "sample_panel", "loss_panel", "gradients_panel",
                     "timeline_panel", *QUESTIONING, *CHECKING} - {"boundary_panel"}),
        ("check", {"timeline_panel", "sample_panel", "loss_panel", "branches_panel", *CHECKING}),
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


def test_that_presentation_enlarges_the_text_and_gives_everything_back(stage: Stage) -> None:
    small = QApplication.font().pointSize()
    stage.press(Key.Key_F12)
    assert QApplication.font().pointSize() == 24
    label = stage.window.panel_set.weights1.findChild(QLabel)
    assert label is not None
    QApplication.processEvents()
    assert label.font().pointSize() == 24
    assert stage.child("learning_rate_edit").font().pointSize() == 24
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


def test_that_the_theme_can_be_switched_and_reaches_every_panel(stage: Stage) -> None:
    stage.child("action_theme_dark").trigger()
    assert stage.look.theme is DARK
    assert all(p.theme is DARK for p in stage.window.panel_set.panels.values())
    assert QApplication.palette().window().color().name() == DARK.window
    stage.child("action_theme_light").trigger()
    assert all(p.theme is LIGHT for p in stage.window.panel_set.panels.values())


def test_that_the_system_is_followed_only_if_so_chosen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[Any] = [DARK]
    monkeypatch.setattr(stage.look, "_wanted", lambda: wanted[0])
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert stage.look.theme is LIGHT
    stage.child("action_theme_system").trigger()
    assert stage.look.theme is DARK
    wanted[0] = LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert stage.look.theme is LIGHT


def test_that_a_selected_weight_of_another_network_is_let_go_everywhere(stage: Stage) -> None:
    panels = stage.window.panel_set
    stage.offer(n_hidden=8)
    plain = panels.weights1.view.plot.grab().toImage()
    panels.debugger.weight_selected.emit(Selection("W1", 6, 300))
    assert panels.weights1.view.plot.grab().toImage() != plain
    stage.offer(n_hidden=3)
    stage.offer(n_hidden=8)
    assert panels.weights1.view.plot.grab().toImage() == plain
    assert panels.debugger.inspection.selection is None


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


FIGURES = ("step", "epoch", "loss", "accuracy", "steps_rate", "frames_rate")


def figures_there(stage: Stage) -> list[Any]:
    figures = [stage.child(f"status_{name}") for name in FIGURES]
    return [figure for figure in figures if not figure.isHidden()]


def test_that_no_figure_of_the_status_bar_is_cut(stage: Stage) -> None:
    for width in (1280, 700, 500, 300):
        stage.window.status.resize(width, 24)
        assert sum(figure.minimumWidth() for figure in figures_there(stage)) < width
    assert stage.child("status_frames_rate").isHidden()


@pytest.mark.parametrize("size", [10, 24])
def test_that_every_number_of_the_status_bar_has_room(stage: Stage, size: int) -> None:
    font = QFont(stage.window.font())
    font.setPointSize(size)
    status = stage.window.status
    status.resize(1280, 50)
    status.fit_text(font)
    for step, loss in ((10, 0.001234), (99_999_999_999, 1.234e-15), (7, 12345.0)):
        stage.offer(step=step, tip=step, mean_loss=loss)
        for figure in figures_there(stage):
            wide = figure.fontMetrics().horizontalAdvance(figure.text())
            assert wide + 2 * figure.GAP <= figure.width(), figure.text()
        assert stage.child("status_loss").isVisible()
    for width in range(400, 1300, 50):
        status.setFixedSize(width, 50)  # the window's layout would have it back at any time
        stage.offer(step=10, tip=10)
        status.fit_text(font)
        stage.offer(step=88 * 10**15, tip=88 * 10**15)
        assert sum(figure.width() for figure in figures_there(stage)) < width


def test_that_figures_give_way_to_progress(stage: Stage) -> None:
    status = stage.window.status
    status.resize(900, 24)
    before = figures_there(stage)
    stage.offer(
        progress=Progress("Going to a step that is far away from where the run stands", 0.1)
    )
    during = figures_there(stage)
    assert len(during) < len(before)
    assert stage.child("status_step") in during
    stage.offer()
    assert figures_there(stage) == before


def test_that_the_status_bar_writes_where_the_run_stands(stage: Stage) -> None:
    curve = Evaluations(np.array([0, 40, 90]), np.ones(3), np.array([0.1, 0.5, 0.9]))
    stage.offer(
        step=48, tip=90, mean_loss=0.0321, test_curve=curve, state=State.RUNNING,
        steps_per_second=351_234.4,
    )  # fmt: skip
    words = {n: stage.child(f"status_{n}").text() for n in ("step", "epoch", "loss", "accuracy")}
    assert words == {
        "step": "step 48", "epoch": "epoch 4.00", "loss": "loss 0.03210", "accuracy": "test 50.0 %"
    }  # fmt: skip
    assert stage.child("status_steps_rate").text() == "351\u202f234 steps/s"
    assert stage.child("status_state").text() == "Running"
    stage.offer(step=0)
    assert stage.child("status_loss").text() == "loss –"
    assert stage.child("status_accuracy").text() == "test –"


def test_that_progress_is_shown_while_it_lasts(stage: Stage) -> None:
    bar = stage.child("status_progress")
    stage.offer(dataset_loaded=False, run=2, progress=Progress("Loading MNIST", 0.25))
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == 0.25
    stage.offer(run=2)
    assert not bar.isVisible()


def test_that_a_problem_is_shown_once_and_can_be_dismissed(stage: Stage) -> None:
    messages = stage.window.messages
    for _ in range(3):
        stage.mailbox.found.append(Problem("The disk is full.", "Traceback …"))
        stage.pump.look()
    assert messages.isVisible()
    assert messages.message() == "The disk is full."
    stage.click(stage.child("message_dismiss"))
    assert messages.message() == ""
    assert not messages.isVisible()


def test_that_the_message_under_a_dismissed_one_comes_back(stage: Stage) -> None:
    stage.window.report("first")
    stage.window.report("second")
    stage.window.messages.dismiss()
    assert stage.window.messages.message() == "first"


def test_that_a_reason_is_shown_until_the_run_goes_on(stage: Stage) -> None:
    reason = Message.of("The loss has levelled off at step {step}.", step=60)
    stage.offer(step=60, state=State.STOPPED, reason=reason)
    assert stage.window.messages.message() == reason
    stage.offer(step=61, state=State.RUNNING)
    assert stage.window.messages.message() == ""


def test_that_a_long_message_does_not_widen_the_window(stage: Stage) -> None:
    stage.window.resize(600, 500)
    stage.window.report("A sentence that goes on and on. " * 12)
    QApplication.processEvents()
    assert stage.window.width() == 600
    assert stage.child("message_frame").height() > 60
    assert isinstance(stage.child("message_frame"), QFrame)


@pytest.fixture
def logging_to(stage: Stage) -> Iterator[Stage]:
    logging.getLogger("bpviz").addHandler(stage.log)
    yield stage
    logging.getLogger("bpviz").removeHandler(stage.log)


def test_that_the_log_keeps_problems_with_their_details(logging_to: Stage) -> None:
    logging_to.window.report("Something.", "the details")
    logging_to.child("action_log").trigger()
    view = dialog("log_view")
    assert "the details" in view.findChild(QObject, "log_text").toPlainText()
    view.findChild(QObject, "log_copy").click()
    assert "the details" in QGuiApplication.clipboard().text()
    view.close()


def test_that_an_error_of_another_thread_is_shown_once_in_this_one(
    logging_to: Stage, qtbot: Any
) -> None:
    reporter = CrashReporter(logging_to.window)
    error = ValueError("from elsewhere")

    def tell() -> None:
        reporter.report(error)
        reporter.report(error)

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "ValueError" in logging_to.window.messages.message())
    logging_to.window.messages.dismiss()
    QApplication.processEvents()
    assert logging_to.window.messages.message() == ""
    assert "from elsewhere" in logging_to.log.text()


def test_that_the_palette_finds_and_does_every_command(stage: Stage) -> None:
    stage.press(Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier
                | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    QTest.keyClicks(edit, "theme dark")
    QTest.keyClick(edit, Key.Key_Return)
    assert stage.look.theme is DARK
    stage.child("action_theme_light").trigger()


def test_that_arrows_move_through_the_palette_while_one_types(stage: Stage) -> None:
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    QTest.keyClicks(edit, "epoch")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        QTest.keyClick(edit, key)
    QTest.keyClick(edit, Key.Key_Return)
    assert len(stage.mailbox.asked()) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("step", "step"),
        ("train on this", "train_next"),
        ("panel d", "show_debugger_panel"),
        ("eak", "break_sample"),
    ],
)
def test_that_the_palette_prefers_a_name_that_begins_as_typed(
    stage: Stage, typed: str, name: str
) -> None:
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    QTest.keyClicks(palette.findChild(QObject, "command_filter"), typed)
    chosen = palette.findChild(QTreeWidget, "command_list").currentItem()
    assert chosen.data(0, Qt.ItemDataRole.UserRole).objectName() == f"action_{name}"
    palette.close()


def test_that_the_palette_finds_what_is_impossible_now_and_does_not_do_it(stage: Stage) -> None:
    assert not stage.child("action_undo").isEnabled()
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    named = [a for a in stage.window.findChildren(QAction) if a.objectName().startswith("action_")]
    assert {item.data(0, Qt.ItemDataRole.UserRole) for item in palette._items()} == set(named)
    QTest.keyClicks(edit, "undo")
    assert [item.text(0) for item in palette._items() if not item.isHidden()] == ["Undo"]
    QTest.keyClick(edit, Key.Key_Down)
    QTest.keyClick(edit, Key.Key_Return)
    assert palette.isVisible()
    assert palette.chosen is None
    palette.close()


def test_that_about_cites_the_note(stage: Stage) -> None:
    stage.child("action_about").trigger()
    about = dialog("about_dialog")
    words = about.findChild(QObject, "about_dialog_text").text()
    for part in ("Felix Reinbott", "Backpropagation", "2020", "MIT"):
        assert part in words
    about.close()


def test_that_the_list_of_keys_names_every_key(stage: Stage) -> None:
    stage.child("action_keys").trigger()
    keys = dialog("key_list")
    words = keys.findChild(QObject, "key_list_text").text()
    for part in ("Space, F5", "F10", "Shift+F10", "Ctrl+→", "Ctrl+R", "F12", "F1", "Ctrl+Shift+P"):
        assert part in words
    keys.close()


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("name", ["about_dialog", "key_list"])
def test_that_all_of_a_help_page_can_be_read_at_any_size_of_text(
    stage: Stage, name: str, points: int
) -> None:
    before = QApplication.font()
    large = QFont(before)
    large.setPointSize(points)
    QApplication.setFont(large)
    try:
        stage.child("action_keys" if name == "key_list" else "action_about").trigger()
        page = dialog(name)
        QApplication.processEvents()
        text, pane = page.findChild(QLabel, f"{name}_text"), page.findChild(QScrollArea)
        assert page.height() <= page.screen().availableSize().height()
        assert text.height() >= text.heightForWidth(text.width())
        assert text.width() <= pane.viewport().width()
        page.close()
    finally:
        QApplication.setFont(before)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_help_explains_what_has_the_focus(stage: Stage) -> None:
    from bpviz.ui.help import explain

    edit = stage.child("learning_rate_edit")
    edit.setFocus()
    assert "W − λ·∂W" in explain(edit)
    stage.press(Key.Key_F1)
    texts = [w for w in QApplication.topLevelWidgets() if w.inherits("QWhatsThat")]
    assert len(texts) == 1
    texts[0].close()


def test_that_no_two_actions_share_a_key(stage: Stage) -> None:
    keys = [
        key.toString()
        for action in stage.window.findChildren(QAction)
        if action.objectName().startswith("action_")
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_that_the_context_menu_beside_the_panels_lists_them(stage: Stage) -> None:
    menu = stage.window.createPopupMenu()
    assert len(menu.actions()) == len(PANELS) + len(BEHIND) + 1
    menu.deleteLater()


def test_that_the_trainer_starts_behind_the_first_picture(fresh: Stage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: fresh.trainer.starts == 1)


def test_that_closing_hides_and_ends_the_trainer(stage: Stage) -> None:
    stage.window.close()
    assert not stage.window.isVisible()
    assert stage.trainer.ends == 1
    stage.mailbox.found.append(Problem("too late"))
    stage.trainer.published.emit()
    assert stage.mailbox.asked(Run) == []


def test_that_quit_closes(stage: Stage) -> None:
    stage.child("action_quit").trigger()
    assert stage.trainer.ends == 1


def test_that_hidden_panels_are_not_asked_for(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    stage.pump.look()
    watches = [c for c in stage.mailbox.posted if isinstance(c, Watch)]
    assert watches[-1].history_buckets == 0
    assert not watches[-1].scan
    stage.child("action_layout_overview").trigger()
    stage.pump.look()
    watch = [c for c in stage.mailbox.posted if isinstance(c, Watch)][-1]
    assert watch.history_buckets > 0
    assert watch.scan


def test_that_preferences_survive_a_restart(tmp_path: Any) -> None:
    path = str(tmp_path / "bpviz.ini")
    chosen = Settings(
        n_hidden=77, learning_rate=0.3, seed=2**63 - 1, stopping=StoppingRule(500, 0.01, 4)
    )
    first = Preferences(QSettings(path, QSettings.Format.IniFormat))
    assert first.last_run() is None
    assert first.theme() == "system"
    first.remember_run(DataRequest("digits"), chosen)
    first.remember({"theme": "dark"})
    first.save()
    again = Preferences(QSettings(path, QSettings.Format.IniFormat))
    assert again.last_run() == (DataRequest("digits"), chosen)
    assert again.theme() == "dark"


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", '{"dataset": 3}', '{"dataset": "x", "settings": {"n_hidden": 0}}', "null"],
)
def test_that_unreadable_preferences_count_as_none(tmp_path: Any, stored: str) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    store.setValue("run", stored)
    store.setValue("theme", "pink")
    store.setValue("layout", "not bytes")
    preferences = Preferences(store)
    assert preferences.last_run() is None
    assert preferences.theme() == "system"
    assert preferences.layout().isEmpty()


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
    legend, bar = fresh.child("loss_panel").legend, fresh.window.toolbar
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


def test_that_whatever_takes_the_focus_has_a_name_and_explains_itself(stage: Stage) -> None:
    stage.window.docks.arrange("overview")
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in stage.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is stage.window  # a list that pops up speaks through its box
        and not (widget.accessibleName() and (widget.toolTip() or widget.whatsThis()))
    ]
    assert nameless == []


def test_that_a_network_that_can_be_drawn_is_presented_as_its_graph(stage: Stage) -> None:
    stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
    present = stage.child("action_present")
    present.trigger()
    QApplication.processEvents()
    assert not stage.window.docks.docks["graph_panel"].visibleRegion().isEmpty()
    assert "sample_panel" not in shown(stage)
    present.trigger()
    assert "sample_panel" in shown(stage)
