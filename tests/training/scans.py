"""Runs of a few thousand steps, and a naive scan of each for what meets a breakpoint."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from bpviz.datasets import Dataset, load
from bpviz.network import Activation
from bpviz.training import Breakpoint, Phase, Session, Settings, StopReason
from bpviz.training.breakpoints import Condition
from bpviz.training.record.keyframes import keyframe_size
from tests.training.conditions import met
from tests.training.oracle import Line, line_of

END = 2600


def data_named(name: str) -> Dataset:
    if name == "xor":
        return load("xor")  # one output
    rng = np.random.default_rng(8)
    X = rng.normal(size=(15, 4)) * (rng.random((15, 4)) < 0.6)
    labels = rng.integers(0, 3, 15)
    classes = {"labels": labels} if name == "classes" else {}
    return Dataset.from_arrays(name, X, np.eye(3)[labels], **classes)


def settings_for(data: Dataset, sigma1: str) -> Settings:
    size = keyframe_size(data.n_inputs, 4, data.n_outputs)
    rate = 0.02 if sigma1 in ("relu", "identity") else 0.6
    return Settings(
        n_hidden=4, learning_rate=rate, seed=2, sigma1=Activation(sigma1), keyframe_budget=6 * size
    )


@lru_cache
def world(name: str, sigma1: str = "sigmoid") -> tuple[Settings, Dataset, Line]:
    data = data_named(name)
    chosen = settings_for(data, sigma1)
    line = line_of(Session(chosen, data))
    line.network(END)
    return chosen, data, line


@lru_cache
def scan(name: str, sigma1: str, breakpoint: Breakpoint) -> tuple[int, ...]:
    """All steps below END at which it is met."""
    line = world(name, sigma1)[2]
    if breakpoint.condition is not Condition.LOSS_JUMP:
        return tuple(step for step in range(END) if met(line, step, breakpoint))
    found, mean = [], 0.0
    for step in range(END):
        loss = line.values[step][0]
        if step >= 1000 and loss > breakpoint.value * mean:
            found.append(step)
        mean = mean + (loss - mean) / min(step + 1, 1000)
    return tuple(found)


def run_to(session: Session, end: int, chunk: int = 10**9, attention: bool = False) -> list[int]:
    """Go on to `end` past every stop; return the steps of the stops."""
    found, flag = [], np.array([attention], dtype=np.uint8)
    while session.step < end:
        outcome = session.advance(min(chunk, end - session.step), flag)
        if outcome.reason is StopReason.BREAKPOINT:
            assert (session.step, session.phase, session.row) == (outcome.step, Phase.UPDATE, 0)
            found.append(outcome.step)
    return found
