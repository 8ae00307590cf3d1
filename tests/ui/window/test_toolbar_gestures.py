"""λ dragged or stepped: the run follows live, and one gesture is one change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.training.commands import Run, SetLearningRate, Undo
from bpviz.ui.kit.controls.gesture import PAUSE_MS
from bpviz.ui.kit.controls.seek_throttle import EVERY_MS
from tests.ui.conftest import Stage


@pytest.fixture
def rates(stage: Stage) -> Stage:
    stage.offer()
    stage.clear()
    return stage


def sent(stage: Stage) -> list[SetLearningRate]:
    return [x for x in stage.mailbox.posted if isinstance(x, SetLearningRate)]


def drag(stage: Stage, *positions: int) -> None:
    slider = stage.window.toolbar.learning_rate_slider
    slider.setSliderDown(True)
    for position in positions:
        slider.setSliderPosition(position)
    slider.setSliderDown(False)


def test_that_a_drag_is_one_gesture_and_the_next_another(rates: Stage) -> None:
    drag(rates, -20, -10, 0)
    drag(rates, 5, 3)
    first, second = (x.gesture for x in (sent(rates)[0], sent(rates)[-1]))
    assert 0 < first < second
    assert {x.gesture for x in sent(rates)} == {first, second}
    assert sent(rates)[-1].value == rates.window.toolbar.learning_rate_edit.value()
    assert [x.value for x in sent(rates) if x.gesture == first][-1] == 1.0  # the notch of 0


def test_that_a_storm_of_values_is_sent_no_faster_than_it_is_seen(
    rates: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 7.0
    monkeypatch.setattr(rates.window.toolbar._pacer, "_clock", lambda: now)
    drag(rates, *(position % 20 for position in range(1000)))
    assert len(sent(rates)) == 2  # one at once, and one when it is let go
    assert sent(rates)[-1].value == rates.window.toolbar.learning_rate_edit.value()


def test_that_a_drag_that_rests_is_live(rates: Stage) -> None:
    slider = rates.window.toolbar.learning_rate_slider
    slider.setSliderDown(True)
    for position in (-3, 2, 7):
        slider.setSliderPosition(position)
        rates.qtbot.waitUntil(
            lambda: bool(sent(rates)) and sent(rates)[-1].value == slider.number()
        )
    assert len({x.gesture for x in sent(rates)}) == 1
    slider.setSliderDown(False)
    assert len(sent(rates)) == 3


def test_that_a_held_key_is_one_gesture_until_it_rests(rates: Stage) -> None:
    edit = rates.window.toolbar.learning_rate_edit
    edit.setFocus()
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Up)
    rates.qtbot.waitUntil(lambda: sent(rates)[-1].value == edit.value())
    assert len({x.gesture for x in sent(rates)}) == 1
    gesture = rates.window.toolbar._gesture
    with rates.qtbot.waitSignal(gesture.ended, timeout=20 * PAUSE_MS):
        pass
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert sent(rates)[-1].gesture == sent(rates)[0].gesture + 1


def test_that_what_is_typed_is_a_change_of_its_own(rates: Stage) -> None:
    edit = rates.window.toolbar.learning_rate_edit
    for value in (0.25, 0.125):
        edit.setValue(value)
    assert sent(rates) == [SetLearningRate(0.25), SetLearningRate(0.125)]


def test_that_what_waits_goes_before_what_is_done_next_and_ends_the_gesture(rates: Stage) -> None:
    slider = rates.window.toolbar.learning_rate_slider
    slider.setSliderDown(True)
    slider.setSliderPosition(-8)
    slider.setSliderPosition(4)
    rates.child("action_run").trigger()
    last, run = [x for x in rates.mailbox.posted if isinstance(x, (SetLearningRate, Run))][-2:]
    assert isinstance(run, Run)
    assert isinstance(last, SetLearningRate)
    assert last.value == slider.number()
    rates.window._send_next(Undo())
    slider.setSliderPosition(6)
    rates.qtbot.waitUntil(lambda: sent(rates)[-1].value == slider.number())
    assert sent(rates)[-1].gesture > last.gesture
    slider.setSliderDown(False)


def test_that_an_old_frame_does_not_put_back_a_value_that_waits(rates: Stage) -> None:
    edit = rates.window.toolbar.learning_rate_edit
    before = edit.value()
    edit.stepBy(1)
    edit.stepBy(1)
    wanted = edit.value()
    rates.offer(learning_rate=before, acknowledged=len(rates.mailbox.posted))
    assert edit.value() == wanted
    rates.qtbot.waitUntil(lambda: sent(rates)[-1].value == wanted, timeout=100 * EVERY_MS)
