"""Losses go to a file from a window whose run goes on, and are read back to the last bit."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from bpviz.datasets import load
from bpviz.training import Session
from bpviz.training.commands import Advance, Run, SetLearningRate
from bpviz.training.commands.exports import Exported
from bpviz.training.events import Frame, State
from tests.e2e.conftest import Person


def has_written(path: str, frame: Frame) -> bool:
    return frame.exporting.last == path


def test_that_a_file_of_a_run_that_goes_on_has_the_losses_of_that_run(
    person: Callable[..., Person], tmp_path: Path
) -> None:
    one = person("--dataset", "digits", "--hidden", "12")
    one.wait_for(State.PAUSED)
    one.window.send(Advance(1000))
    one.wait(lambda frame: frame.step == 1000 and frame.state is State.PAUSED)
    one.window.send(SetLearningRate(0.25))
    one.window.send(Run())
    one.wait(lambda frame: frame.step > 1000)
    for what in (Exported.LOSSES, Exported.JOURNAL):
        path = str(tmp_path / f"{what}.csv")
        one.window.exports.write(what, path)
        one.wait(partial(has_written, path))
        assert one.frame.state is State.RUNNING
        assert one.window.messages.message() == f"Written: {what}.csv"
    one.window.actions_of_run.run.trigger()
    with open(tmp_path / "losses.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 1000
    again = Session(one.frame.settings, load("digits"))
    again.advance(1000)
    again.set_learning_rate(0.25)
    again.advance(len(rows) - 1000)
    right = again.history.loss(0, len(rows))
    assert np.array([float(row["loss"]) for row in rows]).tobytes() == right.tobytes()
    with open(tmp_path / "journal.csv", newline="") as file:
        assert [row["step"] for row in csv.DictReader(file)] == ["0", "1000"]
