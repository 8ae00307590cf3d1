"""Steps of the past, found beside a real trainer, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bpviz.datasets import load
from bpviz.training import Session
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_that_steps_are_found_gone_to_and_left_again_by_keys(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "digits", "--hidden", "8", "--seed", "3")
    one.wait_for(State.PAUSED)
    for name, words in (("timeline_run_edit", "1"),):
        one.find(name).setText(words)
    one.find("timeline_run").click()  # an epoch
    first = one.wait(lambda f: f.state is State.PAUSED and f.step > 1000)
    assert first.dataset is not None

    alone = Session(first.settings, load("digits"))
    alone.advance(first.step)
    right = alone.find("W1[3, 20] moves by > 0.004", 0, first.tip + 1)
    assert 2 < len(right) < 1000

    panel = one.find("find_panel")
    one.press(Key.Key_F, Modifier.ControlModifier)
    one.qtbot.keyClicks(panel.form.line, "W1[3, 20] moves by > 0.004")
    one.qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)

    def done(frame: Frame) -> bool:
        found = frame.asked.found
        return found is not None and frame.asked.what == "" and found.searched == found.stop

    found = one.wait(done).asked.found
    assert found is not None
    assert found.steps.tolist() == right.tolist()
    assert found.samples.tolist() == [alone.sample_index(step) for step in right.tolist()]
    assert found.values is not None
    assert found.values.tolist() == alone.watch("W1", 3, 20).values()[right].tolist()
    assert one.frame.step == first.step  # the run has not moved
    assert panel.table.found.rowCount() == len(right)

    one.press(Key.Key_F3, Modifier.ShiftModifier)
    before = [step for step in right.tolist() if step < first.step]
    one.wait(lambda f: f.step == before[-1])
    one.press(Key.Key_F3, Modifier.ShiftModifier)
    one.wait(lambda f: f.step == before[-2])
    one.press(Key.Key_Right)  # a step, since nothing is typed into any more
    one.wait(lambda f: f.step == before[-2] + 1)
    one.press(Key.Key_F3)
    one.wait(lambda f: f.step == before[-1])
    assert panel.table.found.here == before.index(before[-1])
