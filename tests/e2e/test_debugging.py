"""A whole debugging story, by keys alone: stop, look inside, go back, change, compare."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from bpviz.network import GradientRule, trace
from bpviz.training import Phase
from bpviz.training.commands import EditWeight, SetSpeed, SwitchBranch
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person

Make = Callable[..., Person]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL = Modifier.ShiftModifier, Modifier.ControlModifier


@pytest.fixture
def someone(person: Make) -> Person:
    """A person before the digits, paused at step 0."""
    one = person("--dataset", "digits", "--hidden", "12", "--seed", "3")
    one.wait_for(State.PAUSED)
    return one


def where(frame: Frame) -> tuple[int, Phase, int]:
    return frame.step, frame.phase, frame.row


def same_weights(a: Frame, b: Frame) -> bool:
    return np.array_equal(a.network.W1, b.network.W1) and np.array_equal(a.network.W2, b.network.W2)


def test_that_a_run_is_stopped_opened_taken_back_and_tried_otherwise(someone: Person) -> None:
    start = someone.frame
    sample = start.sample

    # Run some steps, then stop at the sample of the beginning whenever it is drawn again.
    for _ in range(3):
        someone.press(Key.Key_F10)
    someone.wait(lambda f: f.step == 3 and f.state is State.PAUSED)
    someone.press(Key.Key_F10, SHIFT)
    someone.wait(lambda f: f.step == 2)
    someone.press(Key.Key_R, CTRL)
    someone.wait(lambda f: f.step == 0)
    someone.press(Key.Key_F9)
    someone.wait(lambda f: len(f.breakpoints) == 1)
    someone.press(Key.Key_F10)  # a step that meets the breakpoint stops before its update
    hit = someone.wait_for(State.STOPPED)
    assert where(hit) == (0, Phase.UPDATE, 0)
    assert f"sample {sample}" in hit.reason
    someone.press(Key.Key_F5)
    hit = someone.wait(lambda f: f.state is State.STOPPED and f.step > 0)
    assert (hit.sample, hit.phase, hit.row) == (sample, Phase.UPDATE, 0)
    assert hit.trace is not None
    assert hit.breakpoints[0].hits == 2
    assert [each.step for each in hit.hits] == [0, hit.step]

    # Every number of the step is that of an independent trace of the pair.
    data = hit.dataset
    assert data is not None
    alone = trace(hit.network, data.x(sample), data.Y[sample])
    for name in ("z1", "h", "z2", "f", "delta1", "delta2"):
        np.testing.assert_allclose(getattr(hit.trace, name), getattr(alone, name), rtol=1e-12)

    # Back through the phases, then forward by rows to the same place.
    someone.press(Key.Key_F11, CTRL)
    someone.wait(lambda f: where(f) == (hit.step, Phase.GRAD_W1, 0))
    someone.press(Key.Key_F7)
    part = someone.wait(lambda f: where(f) == (hit.step, Phase.GRAD_W1, 1))
    assert part.trace is not None
    assert part.trace.delta1 is not None
    assert part.trace.delta1[0] == hit.trace.delta1[0]
    assert np.isnan(part.trace.delta1[1:]).all()
    someone.press(Key.Key_F11)
    someone.wait(lambda f: where(f) == (hit.step, Phase.UPDATE, 0))
    someone.press(Key.Key_F7)
    half = someone.wait(lambda f: where(f) == (hit.step, Phase.UPDATE, 1))
    assert half.network_before is not None
    assert np.array_equal(half.network.W2[1:], hit.network.W2[1:])
    assert not np.array_equal(half.network.W2[0], hit.network.W2[0])
    someone.press(Key.Key_F7, SHIFT)
    again = someone.wait(lambda f: where(f) == (hit.step, Phase.UPDATE, 0))
    assert same_weights(again, hit)
    someone.press(Key.Key_F11, SHIFT)  # out of the step
    after = someone.wait(lambda f: where(f) == (hit.step + 1, Phase.DRAW, 0))

    # Back to the hit, by the reverse of run; on from there gives the same bits.
    someone.press(Key.Key_F5, SHIFT)
    someone.wait(lambda f: where(f) == (hit.step, Phase.UPDATE, 0))
    someone.press(Key.Key_F10)
    once_more = someone.wait(lambda f: f.step == hit.step + 1)
    assert same_weights(once_more, after)

    # Another λ from the hit on makes a branch; the old one stays, and undo leads back to it.
    someone.press(Key.Key_F9, CTRL | SHIFT)
    someone.wait(lambda f: not f.breakpoints)
    someone.press(Key.Key_F10)
    someone.wait(lambda f: f.step == hit.step + 2)
    someone.press(Key.Key_F10, SHIFT)
    someone.wait(lambda f: f.step == hit.step + 1)
    someone.press(Key.Key_Plus)
    forked = someone.wait(lambda f: len(f.branches) == 2)
    assert forked.branch != hit.branch
    assert forked.learning_rate > hit.learning_rate
    assert "λ" in forked.undo
    someone.press(Key.Key_F10)
    someone.wait(lambda f: f.step == hit.step + 2 and f.branch == forked.branch)
    someone.press(Key.Key_Z, CTRL)
    undone = someone.wait(lambda f: f.branch == hit.branch)
    assert (undone.step, undone.learning_rate) == (hit.step + 1, hit.learning_rate)
    someone.press(Key.Key_Z, CTRL | SHIFT)
    redone = someone.wait(lambda f: f.branch == forked.branch)
    assert redone.learning_rate == forked.learning_rate


def test_that_the_command_palette_finds_the_moves_of_the_debugger(someone: Person) -> None:
    someone.press(Key.Key_P, CTRL | SHIFT)
    palette = someone.window.findChild(QDialog, "command_palette")
    assert palette is not None
    line = palette.findChild(QLineEdit, "command_filter")
    assert line is not None
    someone.qtbot.keyClicks(line, "next phase")
    someone.qtbot.keyClick(line, Key.Key_Return)
    someone.wait(lambda f: f.phase is Phase.Z1)


def test_that_a_slow_run_walks_through_the_phases_and_can_be_held_anywhere(
    someone: Person,
) -> None:
    seen: set[Phase] = set()
    rows: set[int] = set()

    def look(frame: Frame) -> bool:
        seen.add(frame.phase)
        rows.add(frame.row)
        # While the machine is busy, some pass unseen: they come again with the next step.
        return frame.step >= 1 and seen == set(Phase) and len(rows) > 5

    someone.window.send(SetSpeed(1.5))
    someone.press(Key.Key_F5)
    someone.wait(look)
    someone.wait(lambda f: f.phase is Phase.GRAD_W1)
    someone.press(Key.Key_F5)
    held = someone.wait_for(State.PAUSED)
    assert held.phase is not Phase.DRAW
    straight = someone.frame
    someone.press(Key.Key_F11, SHIFT)
    someone.wait(lambda f: where(f) == (straight.step + 1, Phase.DRAW, 0))


def test_that_pins_edits_and_the_rule_are_kept_and_replayed_to_the_bit(someone: Person) -> None:
    def do(name: str, ready: Callable[[Frame], bool]) -> Frame:
        someone.trigger(name)
        return someone.wait(ready)

    someone.find("sample_panel")
    drawn = someone.frame.sample
    do("action_skip", lambda f: f.sample != drawn)
    do("action_step", lambda f: f.step == 1 and f.state is State.PAUSED)
    do("action_hold", lambda f: f.held is not None)
    do("action_step", lambda f: f.step == 2 and f.state is State.PAUSED)
    someone.window.send(EditWeight("W1", 2, 20, 0.75))
    someone.wait(lambda f: f.network.W1[2, 20] == 0.75)
    do("action_step", lambda f: f.step == 3 and f.state is State.PAUSED)
    box = someone.find("gradient_rule_edit")
    box.setCurrentIndex(box.findData("as_printed"))
    someone.wait(lambda f: f.gradient_rule is GradientRule.AS_PRINTED)
    for step in (4, 5):
        do("action_step", lambda f, step=step: f.step == step and f.state is State.PAUSED)
    end = someone.frame
    assert [note.step for note in end.journal] == [0, 1, 2, 3]
    do("action_restart", lambda f: f.step == 0)
    someone.find("timeline_slider").setValue(5)
    again = someone.wait(lambda f: f.step == 5 and f.state is State.PAUSED)
    assert same_weights(again, end)
    assert len(again.branches) == 1


def test_that_bad_changes_get_a_sentence_and_lose_nothing(someone: Person) -> None:
    before = someone.frame
    someone.window.send(EditWeight("W1", 0, 0, float("nan")))
    someone.qtbot.waitUntil(lambda: "finite" in someone.window.messages.message(), timeout=10_000)
    someone.window.send(EditWeight("W1", 99, 0, 1.0))
    someone.qtbot.waitUntil(lambda: "row" in someone.window.messages.message(), timeout=10_000)
    someone.window.send(EditWeight("W1", 0, 0, 1e308))
    someone.wait(lambda f: f.network.W1[0, 0] == 1e308)
    someone.trigger("action_undo")
    after = someone.wait(lambda f: f.network.W1[0, 0] != 1e308)
    assert same_weights(before, after)


def test_that_a_new_hidden_size_keeps_the_old_run_to_return_to(someone: Person) -> None:
    for _ in range(4):
        someone.press(Key.Key_F10)
    old = someone.wait(lambda f: f.step == 4 and f.state is State.PAUSED)
    someone.find("hidden_size_edit").setValue(5)
    new = someone.wait(lambda f: f.network.n_hidden == 5 and f.state is State.PAUSED)
    assert [note.number for note in new.branches] == [old.branch, new.branch]
    assert QApplication.activeModalWidget() is None
    panel = someone.window.panel_set.panels["branches_panel"]
    panel.send(SwitchBranch(old.branch, 4))
    back = someone.wait(lambda f: f.network.n_hidden == 12 and f.state is State.PAUSED)
    assert back.step == 4
    assert same_weights(back, old)
    assert someone.find("hidden_size_edit").value() == 12
