"""Setup and the hidden size: every change starts the right new run, once."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

from bpviz.datasets import DataRequest, catalog
from bpviz.network import GradientRule
from bpviz.training.commands import NewRun, SetGradientRule, SetSpeed
from bpviz.training.events import Problem, State
from bpviz.training.settings import Order, Settings, StoppingRule
from tests.ui.conftest import Stage


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_that_setting_the_hidden_size_acts_at_once(stage: Stage) -> None:
    stage.child("hidden_size_edit").setValue(100)
    assert stage.mailbox.asked() == [NewRun(DataRequest("mnist"), Settings(n_hidden=100))]
    assert stage.child("setup_hidden_size_edit").value() == 100
    assert "l = 100" in stage.window.windowTitle()


def test_that_typing_100_starts_one_run_and_not_three(stage: Stage) -> None:
    edit = stage.child("hidden_size_edit")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "100")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [run.settings.n_hidden for run in stage.new_runs()] == [100]


def test_that_the_mirror_in_the_panel_does_the_same(stage: Stage) -> None:
    stage.child("setup_hidden_size_edit").setValue(64)
    assert stage.mailbox.asked() == [NewRun(DataRequest("mnist"), Settings(n_hidden=64))]
    assert stage.child("hidden_size_edit").value() == 64


@pytest.mark.parametrize(
    ("name", "value", "changes"),
    [
        ("sigma1_edit", "tanh", {"sigma1": "tanh"}),
        ("sigma1_edit", "softplus", {"sigma1": "softplus"}),
        ("sigma2_edit", "identity", {"sigma2": "identity"}),
        ("initializer_edit", "he", {"initializer": "he"}),
        ("order_edit", "shuffled", {"order": "shuffled"}),
    ],
)
def test_that_a_choice_starts_a_run_with_it(
    stage: Stage, name: str, value: str, changes: dict[str, object]
) -> None:
    choose(stage.child(name), value)
    assert stage.mailbox.asked() == [NewRun(DataRequest("mnist"), Settings().replace(**changes))]


def test_that_another_gradient_rule_acts_in_the_run_at_hand_and_in_the_next(stage: Stage) -> None:
    choose(stage.child("gradient_rule_edit"), "as_printed")
    assert stage.mailbox.asked() == [SetGradientRule(GradientRule.AS_PRINTED)]
    choose(stage.child("order_edit"), "shuffled")
    wanted = Settings(order=Order.SHUFFLED, gradient_rule=GradientRule.AS_PRINTED)
    assert stage.mailbox.asked()[1:] == [NewRun(DataRequest("mnist"), wanted)]


def test_that_the_rule_of_the_place_one_went_to_is_shown(stage: Stage) -> None:
    choose(stage.child("gradient_rule_edit"), "as_printed")
    asked = len(stage.mailbox.posted)
    stage.offer(
        gradient_rule=GradientRule.EXACT, acknowledged=asked - 1
    )  # on its way before the change
    assert stage.child("gradient_rule_edit").currentData() == "as_printed"
    stage.offer(gradient_rule=GradientRule.EXACT, acknowledged=asked)
    assert stage.child("gradient_rule_edit").currentData() == "exact"
    assert stage.mailbox.asked(NewRun) == []


def test_that_a_seed_of_64_bits_arrives(stage: Stage) -> None:
    stage.child("seed_edit").setValue(2**63 - 1)
    assert stage.mailbox.asked() == [NewRun(DataRequest("mnist"), Settings(seed=2**63 - 1))]


def test_that_a_data_set_brings_the_hidden_size_and_rate_that_suit_it(stage: Stage) -> None:
    entry = catalog.entry("xor")
    choose(stage.child("dataset_edit"), "xor")
    settings = Settings(n_hidden=entry.n_hidden, learning_rate=entry.learning_rate)
    speed = SetSpeed(400.0)  # for the eye: four samples are seen through at once
    assert stage.mailbox.asked() == [speed, NewRun(DataRequest("xor"), settings)]
    assert stage.child("hidden_size_edit").value() == entry.n_hidden
    assert stage.child("learning_rate_edit").value() == entry.learning_rate
    assert stage.child("setup_description").text() == entry.description
    assert stage.window.windowTitle().startswith(entry.title)


def test_that_the_stopping_rule_can_be_switched_on_and_changed(stage: Stage) -> None:
    assert not stage.child("stopping_window_edit").isVisible()
    stage.child("stopping_edit").setChecked(True)
    assert stage.new_runs()[-1].settings.stopping == StoppingRule()
    assert stage.child("stopping_window_edit").value() == 60_000
    stage.child("stopping_tolerance_edit").setValue(0.01)
    assert stage.new_runs()[-1].settings.stopping == StoppingRule(tolerance=0.01)
    stage.child("stopping_window_edit").setValue(500)
    stage.child("stopping_patience_edit").setValue(5)
    assert stage.new_runs()[-1].settings.stopping == StoppingRule(500, 0.01, 5)
    stage.child("stopping_edit").setChecked(False)
    assert stage.new_runs()[-1].settings.stopping is None


@pytest.mark.parametrize("text", ["1", "-0.1", "x", ""])
def test_that_an_impossible_tolerance_is_refused(stage: Stage, text: str) -> None:
    stage.child("stopping_edit").setChecked(True)
    stage.clear()
    edit = stage.child("stopping_tolerance_edit")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert stage.mailbox.asked() == []
    assert stage.window.messages.message().startswith("Tolerance: ")


def test_that_a_new_run_asked_for_while_running_goes_on_running(stage: Stage) -> None:
    stage.offer(step=8, state=State.RUNNING)
    stage.child("hidden_size_edit").setValue(5)
    assert stage.child("action_run").isChecked()
    stage.offer(step=0, run=2, state=State.RUNNING)
    assert stage.child("action_run").isChecked()


def test_that_the_editors_return_to_what_is_there_if_loading_fails(
    stage: Stage, qtbot: Any
) -> None:
    choose(stage.child("dataset_edit"), "xor")
    stage.mailbox.found.append(Problem("XOR cannot be loaded."))
    stage.offer(step=7, data_request=DataRequest("mnist"), settings=Settings(), learning_rate=0.1)
    qtbot.waitUntil(lambda: stage.child("dataset_edit").currentData() == "mnist", timeout=2000)
    qtbot.waitUntil(lambda: stage.child("learning_rate_edit").value() == 0.1, timeout=2000)
    assert stage.child("hidden_size_edit").value() == 32
    assert "XOR" in stage.window.messages.message()
    assert len(stage.new_runs()) == 1


def test_that_a_hundred_changes_send_a_hundred_runs_in_order(stage: Stage) -> None:
    edit = stage.child("hidden_size_edit")
    for size in range(33, 133):
        edit.setValue(size)
    assert [run.settings.n_hidden for run in stage.new_runs()] == list(range(33, 133))


def wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(0, 120), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", ["hidden_size_edit", "dataset_edit", "seed_edit", "speed_edit"])
def test_that_scrolling_past_an_editor_changes_nothing(stage: Stage, name: str) -> None:
    stage.window.setFocus()
    wheel(stage.child(name))
    assert stage.mailbox.asked() == []


def test_that_the_wheel_works_in_an_editor_with_the_focus(stage: Stage) -> None:
    stage.child("hidden_size_edit").setFocus()
    wheel(stage.child("hidden_size_edit"))
    assert [run.settings.n_hidden for run in stage.new_runs()] == [33]


def test_that_every_control_of_the_window_can_be_named_and_explained(stage: Stage) -> None:
    focusable = [
        w
        for w in stage.window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.window() is stage.window  # not the lists that combo boxes pop up
        and not isinstance(w.parentWidget(), QAbstractSpinBox)
    ]
    assert len(focusable) > 20
    lacking = [
        (type(w).__name__, w.objectName(), w.parentWidget().objectName())
        for w in focusable
        if not (w.objectName() and w.accessibleName() and (w.toolTip() or w.whatsThis()))
    ]
    assert not lacking, "\n".join(map(str, lacking))
