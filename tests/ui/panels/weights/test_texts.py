"""When the panels of W₁ and W₂ write their numbers in words: not at every frame of a fast run."""

from __future__ import annotations

import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from bpviz.training.events import Frame, State
from bpviz.ui.panels.weights import panel as weights
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.frames import make_frame, make_images


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(weights, "time", made)
    return made


@pytest.fixture
def panel(qtbot: QtBot, clock: Clock) -> WeightsPanel:
    made = WeightsPanel("W1", lambda command: 0)
    qtbot.addWidget(made)
    return made


def at(step: int, state: State = State.RUNNING, speed: float = 1e5) -> Frame:
    frame = make_frame(make_images(), step=step, state=state)
    return dataclasses.replace(frame, steps_per_second=speed)


def test_that_a_fast_run_writes_its_words_ten_times_a_second(
    panel: WeightsPanel, clock: Clock
) -> None:
    panel.show_frame(at(1000))
    clock.now += 0.02
    panel.show_frame(at(3000))
    assert panel.head.caption.text().endswith("1" + "\u202f" + "000")
    clock.now += 0.09
    panel.show_frame(at(5000))
    assert panel.head.caption.text().endswith("5" + "\u202f" + "000")


@pytest.mark.parametrize("state", [State.PAUSED, State.STOPPED])
def test_that_the_words_are_right_at_once_where_the_run_stands(
    panel: WeightsPanel, clock: Clock, state: State
) -> None:
    panel.show_frame(at(1000))
    clock.now += 0.001
    panel.show_frame(at(1007, state, 0.0))
    assert panel.head.caption.text().endswith("1" + "\u202f" + "007")


def test_that_a_slow_run_writes_every_step(panel: WeightsPanel, clock: Clock) -> None:
    for step in (1, 2, 3):
        panel.show_frame(at(step, speed=3.0))
        assert panel.head.caption.text().endswith(str(step))


def test_that_another_quantity_is_named_at_once(panel: WeightsPanel, clock: Clock) -> None:
    panel.show_frame(at(1000))
    panel.quantity.button("G").click()
    assert panel.head.title.text().startswith("∂")
