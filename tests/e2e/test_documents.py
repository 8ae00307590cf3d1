"""A run goes to a file or a text in one window, and comes back in another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bpviz.network.digest import digest
from bpviz.training import Breakpoint, Phase
from bpviz.training.commands import AddBreakpoint, Advance, AdvancePhase, Seek, SetLearningRate
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person


def told(frame: Frame) -> tuple[object, ...]:
    """Return what a person would call the same run at the same place."""
    branches = [(each.name, each.fork, each.tip, each.parent) for each in frame.branches]
    journal = [note.text for note in frame.journal]
    notes = [(note.breakpoint, note.hits) for note in frame.breakpoints]
    place = frame.step, frame.tip, frame.phase, frame.branch, frame.learning_rate, frame.loss
    return digest(frame.network), *place, branches, journal, notes, frame.settings


def rests(number: int, frame: Frame) -> bool:
    return frame.acknowledged >= number and frame.state is not State.RUNNING


def test_that_a_run_is_the_same_in_the_next_window_from_its_file_and_from_its_recipe(
    person: Callable[..., Person], tmp_path: Path
) -> None:
    one = person("--dataset", "digits", "--hidden", "12")
    one.wait_for(State.PAUSED)
    for command in (
        AddBreakpoint(Breakpoint.every(1500)), Advance(4000), Advance(3000), Seek(2000),
        SetLearningRate(0.25), Advance(400), AdvancePhase(), AdvancePhase(),
    ):  # fmt: skip
        number = one.window.send(command)
        one.wait(partial(rests, number))
    one.trigger("action_layout_debug")
    before = told(one.wait(lambda frame: frame.phase is Phase.H and frame.step == 2400))
    path = tmp_path / "digits.bpviz"
    one.window.document.save_to(str(path))
    one.wait(lambda frame: frame.document.path == str(path))
    assert not one.frame.document.changed
    assert one.window.windowTitle().startswith("digits[*] · ")
    one.trigger("action_copy_recipe")
    clipboard = QGuiApplication.clipboard()
    one.qtbot.waitUntil(lambda: clipboard.text().startswith("bpviz1:"))

    other = person("--dataset", "xor")
    other.wait_for(State.PAUSED)
    other.window.own_data.look_at_source(str(path))
    other.wait(lambda frame: frame.document.opened > 0)
    assert told(other.frame) == before
    assert other.window.docks.layout_name() == "debug"
    assert other.find("hidden_size_edit").value() == 12
    assert other.find("learning_rate_edit").value() == 0.25
    assert other.window.own_data.actions.recent()[0].source == str(path)
    opened = other.frame.document.opened
    other.press(Qt.Key.Key_Right)
    other.wait(lambda frame: frame.step == 2401 and frame.document.changed)

    other.trigger("action_paste_recipe")
    other.wait(lambda frame: frame.document.opened > opened)
    assert told(other.frame)[:4] == before[:4]
    assert (other.frame.document.path, other.frame.document.changed) == ("", True)

    third = person(str(path))
    third.wait(lambda frame: frame.document.opened > 0)
    assert told(third.frame) == before
    assert third.find("dataset_edit").currentData() == "digits"
