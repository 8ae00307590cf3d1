"""Epochs: training by them, with λ by a schedule, and what is found at the end of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.quoting import brief, spelled
from bpviz.training.evaluation.evaluation import Evaluation
from bpviz.training.journal.journal import NEVER
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome
from bpviz.training.settings import SettingsError, check_count, check_learning_rate

Schedule = Mapping[int, float] | Callable[[int], float]
"""λ by the step from which it holds, or a function of the epoch, which counts from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochReport:
    """How it stands at the end of an epoch.

    Attributes
    ----------
    epoch : int
        Epochs done since step 0: `step` / m.
    step : int
    learning_rate : float
        λ of the epoch's last update.
    train : Evaluation
        Of the training set.
    test : Evaluation or None
        Of the part held back; None where there is none.
    """

    epoch: int
    step: int
    learning_rate: float
    train: Evaluation
    test: Evaluation | None

    __repr__ = brief

    def __str__(self) -> str:
        parts = [f"epoch {self.epoch}: λ {self.learning_rate:.4g}"]
        for name, found in (("training", self.train), ("test", self.test)):
            if found is not None:
                figure = (
                    f"R² {np.mean(found.r2):.4f}"
                    if found.accuracy is None and found.r2 is not None
                    else f"accuracy {found.accuracy:.2%}"
                )
                parts.append(f"{name} mean loss {found.mean_loss:.4g}, {figure}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Training:
    """What `Session.train` returns.

    Attributes
    ----------
    outcome : Outcome
        What ended the last move: COUNT unless it was held up.
    epochs : tuple of EpochReport
        Of each that was completed.
    """

    outcome: Outcome
    epochs: tuple[EpochReport, ...]

    def to_dict(self) -> dict[str, NDArray[Any]]:
        """Return columns of equal length, one row an epoch, as ``pandas.DataFrame`` takes them.

        Returns
        -------
        dict
            "epoch" and "step", int64; "learning_rate", "train_loss" and "test_loss", float64; and
            of classes "train_accuracy" and "test_accuracy", of a regression "train_r2" and
            "test_r2", the mean over the outputs.  NaN where there is no test set.
        """
        columns: dict[str, NDArray[Any]] = {
            "epoch": np.array([each.epoch for each in self.epochs], dtype=np.int64),
            "step": np.array([each.step for each in self.epochs], dtype=np.int64),
            "learning_rate": np.array([each.learning_rate for each in self.epochs], np.float64),
        }
        classes = all(each.train.accuracy is not None for each in self.epochs)
        for name in ("train", "test"):
            found = [getattr(each, name) for each in self.epochs]
            figures = [
                (np.nan, np.nan)
                if each is None
                else (each.mean_loss, each.accuracy if classes else np.mean(each.r2))
                for each in found
            ]
            loss, other = np.array(figures, dtype=np.float64).reshape(-1, 2).T.copy()
            columns |= {f"{name}_loss": loss, f"{name}_{'accuracy' if classes else 'r2'}": other}
        return columns


class Rates:
    """λ along the steps as a schedule has it.

    Parameters
    ----------
    schedule : Schedule or None
        None leaves λ as it is.
    n_samples : int
        Steps of an epoch.

    Raises
    ------
    SettingsError
        If it is neither a mapping of steps to learning rates nor callable.
    """

    def __init__(self, schedule: Schedule | None, n_samples: int) -> None:
        self._of_epoch = schedule if callable(schedule) else None
        self._n_samples = n_samples
        entries: list[tuple[int, float]] = []
        if isinstance(schedule, Mapping):
            entries = [
                (check_count("The step of the schedule", step, 0, NEVER), check_learning_rate(rate))
                for step, rate in schedule.items()
            ]
        elif schedule is not None and not callable(schedule):
            raise SettingsError(
                Message.of(
                    "The schedule is {value}; it must map steps to learning rates, such as "
                    "{example}, or be a function of the epoch.",
                    value=spelled(schedule),
                    example="{0: 0.1, 10000: 0.05}",
                )
            )
        entries.sort()
        self._steps = [step for step, _ in entries]
        self._values = [rate for _, rate in entries]

    def at(self, step: int) -> float | None:
        """Return λ of the update after `step` updates; None where the schedule says nothing."""
        if self._of_epoch is not None:
            return check_learning_rate(self._of_epoch(step // self._n_samples))
        place = bisect_right(self._steps, step)
        return self._values[place - 1] if place else None

    def following(self, step: int) -> int:
        """Return the first step after `step` from which λ may be another one in the same epoch."""
        place = bisect_right(self._steps, step)
        return self._steps[place] if place < len(self._steps) else NEVER
