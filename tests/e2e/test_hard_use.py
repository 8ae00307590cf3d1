"""What a crowd in front of a projector does to the window; the run goes on, or ends in order."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from bpviz.training.events import State
from tests.e2e.conftest import Person

Make = Callable[..., Person]


def test_that_forty_hidden_sizes_while_running_end_on_the_last(person: Make) -> None:
    someone = person("--dataset", "digits")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    someone.wait_for(State.RUNNING)
    size = someone.find("hidden_size_edit")
    for i in range(40):
        size.setValue(1 + i % 50)
        QCoreApplication.processEvents()
    size.setValue(77)
    frame = someone.wait(lambda f: f.network.n_hidden == 77 and f.step > 0)
    assert frame.state is State.RUNNING


def test_that_forty_data_sets_while_running_end_on_the_last(person: Make) -> None:
    someone = person("--dataset", "xor")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    someone.wait_for(State.RUNNING)
    choice = someone.find("dataset_edit")
    places = [i for i in range(choice.count()) if choice.itemData(i) is not None]  # no lines
    for i in range(40):
        choice.setCurrentIndex(places[i % len(places)])
        QCoreApplication.processEvents()
    choice.setCurrentIndex(choice.findText("XOR"))
    choice.setCurrentIndex(choice.findText("Iris"))
    frame = someone.wait(lambda f: f.dataset_name == "iris" and f.state is not State.LOADING)
    assert frame.dataset is not None
    assert frame.dataset.n_inputs == 4


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.4, 0.6, 0.9])
def test_that_it_closes_at_any_moment_of_loading(person: Make, delay: float) -> None:
    someone = person("--dataset", "mnist")
    begun = time.monotonic()
    someone.qtbot.waitUntil(lambda: time.monotonic() - begun >= delay, timeout=5000)
    assert someone.window.close()
    assert not someone.window.isVisible()


def test_that_it_closes_while_training_and_while_the_timeline_is_dragged(person: Make) -> None:
    someone = person("--dataset", "digits")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 50_000)
    slider = someone.find("timeline_slider")
    middle = slider.rect().center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    for offset in (10, -60, 35):
        moved = middle.translated(offset, 0) if hasattr(middle, "translated") else middle
        QTest.mouseMove(slider, moved)
    assert someone.window.close()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)


def test_that_a_slider_dragged_wildly_leaves_the_run_whole(person: Make) -> None:
    someone = person("--dataset", "digits")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 30_000)
    tip = someone.frame.tip
    slider = someone.find("timeline_slider")
    someone.wait(lambda _: slider.maximum() > 30_000)  # it follows the run ten times a second
    for i in range(60):
        slider.setValue(slider.maximum() * (i * 37 % 60) // 60)
        QCoreApplication.processEvents()
    slider.setValue(slider.minimum())
    frame = someone.wait(lambda f: f.step == 0 and f.state is State.PAUSED)
    assert frame.tip >= tip
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > frame.tip)


@pytest.mark.parametrize("size", [(1, 1), (320, 200), (3840, 2160)])
def test_that_any_size_of_window_goes_on_training(person: Make, size: tuple[int, int]) -> None:
    someone = person("--dataset", "digits")
    someone.wait_for(State.PAUSED)
    someone.window.resize(*size)
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 20_000)
    someone.window.showMinimized()
    step = someone.frame.step
    someone.wait(lambda f: f.step > step + 20_000)
    someone.window.showNormal()
    someone.trigger("action_run")
    someone.wait_for(State.PAUSED)


def test_that_a_damaged_data_set_leaves_the_run_that_was_there(
    person: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bpviz.datasets import DatasetError
    from bpviz.worker import loading

    someone = person("--dataset", "xor")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_step")
    someone.wait(lambda f: f.step == 1)

    def broken(name: str, **_: object) -> None:
        raise DatasetError(f"The file of {name} is damaged. Reinstalling bpviz puts it back.")

    monkeypatch.setattr(loading, "load", broken)
    choice = someone.find("dataset_edit")
    choice.setCurrentIndex(choice.findText("Iris"))
    someone.qtbot.waitUntil(lambda: "damaged" in someone.window.messages.message(), timeout=20_000)
    frame = someone.wait_for(State.PAUSED)
    assert (frame.dataset_name, frame.step) == ("xor", 1)
    assert choice.currentText() == "XOR"


def test_that_an_error_in_the_trainer_is_shown_and_the_window_stays_alive(
    person: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bpviz.training.session import Session

    someone = person("--dataset", "xor")
    someone.wait_for(State.PAUSED)
    with monkeypatch.context() as patch:

        def broken(*_: object, **__: object) -> None:
            raise RuntimeError("a fault made for this test")

        patch.setattr(Session, "advance", broken)
        someone.trigger("action_run")
        frame = someone.wait_for(State.FAILED)
        assert "a fault made for this test" in frame.reason
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 1000)
