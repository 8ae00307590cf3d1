"""Colour scales in the real window: after any jump a picture is as contrasty as a fresh one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt

from bpviz.training.commands import Advance, EditWeight, Seek, SetLearningRate, SwitchBranch
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person

PANELS = ("weights1_panel", "weights2_panel")


def go(one: Person, command: object, step: int) -> Frame:
    number = one.window.send(command)  # type: ignore[arg-type]
    return one.wait(
        lambda f: f.acknowledged >= number and f.step == step and f.state is not State.RUNNING
    )


def limits(one: Person) -> list[float]:
    one.qtbot.wait(0)
    return [float(one.find(name).image_item.levels[1]) for name in PANELS]


def contrast(one: Person) -> list[float]:
    """How far the entries reach on their scales, 1 where the largest is at its end."""
    shown = [one.find(name).image_item for name in PANELS]
    return [float(np.abs(item.image).max() / item.levels[1]) for item in shown]


def test_that_after_every_kind_of_jump_weights_are_as_contrasty_as_fresh_ones(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "digits", "--hidden", "16", "--seed", "1")
    one.wait_for(State.PAUSED)
    fresh = limits(one)
    start = one.frame.branch

    def blow_up() -> None:
        """Train on until both matrices are far larger, and are seen to be."""
        one.window.send(SetLearningRate(1e7))
        step = one.frame.step + 20
        go(one, Advance(20), step)
        one.qtbot.waitUntil(lambda: min(np.divide(limits(one), fresh)) > 100)

    def is_fresh() -> None:
        one.qtbot.waitUntil(lambda: limits(one) == fresh)

    blow_up()
    one.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)  # restart
    one.wait(lambda f: f.step == 0)
    is_fresh()
    go(one, Seek(20), 20)
    assert min(np.divide(limits(one), fresh)) > 100
    go(one, Seek(0), 0)
    is_fresh()
    go(one, Seek(20), 20)
    go(one, SwitchBranch(start, 0), 0)
    is_fresh()
    go(one, EditWeight("W1", 3, 5, 1e6), 0)
    go(one, EditWeight("W2", 3, 5, 1e6), 0)
    one.qtbot.waitUntil(lambda: min(np.divide(limits(one), fresh)) > 100)
    for _ in range(2):
        one.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    is_fresh()
    blow_up()
    one.find("seed_edit").setValue(2)
    one.wait(lambda f: f.settings.seed == 2 and f.step == 0)
    one.qtbot.waitUntil(lambda: min(contrast(one)) > 0.6)
    blow_up()
    one.find("hidden_size_edit").setValue(8)
    one.wait(lambda f: f.settings.n_hidden == 8 and f.step == 0)
    one.qtbot.waitUntil(lambda: min(contrast(one)) > 0.6)
