"""Digits are learned through the window alone, and what it shows is what a replay says."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt

from bpviz.datasets import Dataset
from bpviz.network import predict
from bpviz.training import Phase, Session
from bpviz.training.events import State
from tests.e2e.conftest import Person

Make = Callable[..., Person]


def test_that_space_alone_teaches_mnist_to_ninety_percent(person: Make, mnist: Dataset) -> None:
    someone = person("--dataset", "mnist", "--hidden", "32", "--seed", "0")
    first = someone.wait_for(State.PAUSED)
    assert (first.step, first.dataset_name) == (0, "mnist")
    someone.press(Qt.Key.Key_Space)
    someone.wait(lambda f: f.test_curve.accuracy.size > 0 and f.test_curve.accuracy[-1] >= 0.9)
    someone.press(Qt.Key.Key_Space)
    frame = someone.wait_for(State.PAUSED)
    hits = predict(frame.network, mnist.test.rows).argmax(axis=1) == mnist.test.labels
    assert hits.mean() >= 0.9


def test_that_the_window_shows_the_bits_of_a_straight_run(person: Make, digits: Dataset) -> None:
    someone = person("--dataset", "digits", "--hidden", "9", "--seed", "4")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    someone.wait(lambda f: f.step > 20_000)
    someone.find("learning_rate_edit").setValue(0.7)
    someone.wait(lambda f: f.learning_rate == 0.7 and f.step > 40_000)
    someone.trigger("action_run")
    frame = someone.wait_for(State.PAUSED)
    straight = Session(frame.settings, digits)
    for note in frame.journal:
        straight.seek(note.step)
        straight.set_learning_rate(0.7)
    straight.seek(frame.step)
    assert len(frame.journal) == 1
    assert np.array_equal(frame.network.W1, straight.network.W1)
    assert np.array_equal(frame.network.W2, straight.network.W2)
    for name, matrix in (("weights1", frame.network.W1), ("weights2", frame.network.W2)):
        image = someone.find(f"{name}_panel").image_item.image
        assert np.array_equal(image, matrix.astype(np.float32))


def test_that_steps_back_return_to_the_initial_weights(person: Make) -> None:
    someone = person("--dataset", "xor", "--hidden", "3")
    start = someone.wait_for(State.PAUSED).network.W1.copy()
    for done in range(1, 6):
        someone.trigger("action_step")
        someone.wait(lambda f, done=done: f.step == done)
    assert not np.array_equal(someone.frame.network.W1, start)
    for left in range(4, -1, -1):
        someone.trigger("action_back")
        someone.wait(lambda f, left=left: f.step == left)
    assert np.array_equal(someone.frame.network.W1, start)
    assert someone.frame.tip == 5


def test_that_the_stopping_rule_ends_a_run_and_says_why(person: Make) -> None:
    someone = person("--dataset", "xor", "--stop-window", "50", "--stop-patience", "2")
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    frame = someone.wait_for(State.STOPPED)
    assert frame.step % 50 == 0
    assert "stopping rule" in frame.reason
    assert not someone.find("action_run").isChecked()


def test_that_numbers_that_overflow_pause_the_run_and_one_can_go_back(person: Make) -> None:
    someone = person(
        "--dataset", "iris", "--sigma1", "relu", "--sigma2", "identity", "--learning-rate", "1e9"
    )
    someone.wait_for(State.PAUSED)
    someone.trigger("action_run")
    frame = someone.wait(lambda f: f.state is State.PAUSED and bool(f.reason))
    assert f"step {frame.step}" in frame.reason
    assert np.isfinite(frame.network.W1).all()
    assert (frame.phase, frame.row) == (Phase.UPDATE, 0)
    someone.trigger("action_back")  # to the beginning of this step
    someone.wait(lambda f: (f.step, f.phase) == (frame.step, Phase.DRAW))
    someone.trigger("action_back")
    earlier = someone.wait(lambda f: f.step == frame.step - 1)
    assert earlier.state is State.PAUSED
    assert earlier.reason == ""
