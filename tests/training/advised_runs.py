"""Real runs, looked at as the window does: frames of a session, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from bpviz.datasets import DataRequest, Dataset
from bpviz.network import predict
from bpviz.training import Session, Settings
from bpviz.training.advice import Advice, Adviser
from bpviz.training.commands import Subscribe
from bpviz.training.events import Frame, State
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE, Need
from bpviz.worker.frames import FrameBuilder, Situation
from bpviz.worker.runs import Runs


def watched(
    data: Dataset,
    settings: Settings,
    steps: int,
    every: int = 250,
    rates: Mapping[int, float] | None = None,
) -> Iterator[Frame]:
    """Train `steps` steps and yield a frame at every few, evaluated at each.

    Parameters
    ----------
    rates : mapping of int to float
        λ from these steps on, multiples of `every`.
    """
    runs = Runs()
    session = runs.begin(DataRequest(data.name), data, settings)
    builder = FrameBuilder()
    builder.watch = Subscribe(frozenset({Need.HISTORY, Need.EVALUATION}))
    while True:
        _evaluate(session, data, TRAIN_CURVE)
        if data.test is not None:
            _evaluate(session, data.test, TEST_CURVE)
        yield builder.frame(runs, _RUNNING)
        if session.step >= steps:
            return
        if session.step in (rates or {}):
            session.set_learning_rate((rates or {})[session.step])
        before = session.step
        session.advance(every)
        if session.step == before:
            return


_RUNNING = Situation(
    acknowledged=0,
    state=State.RUNNING,
    reason="",
    progress=None,
    compiling=None,
    selected=None,
    results={},
    switched_off=(),
    comparison=None,
    check=None,
    checking=None,
    steps_per_second=0.0,
)


def _evaluate(session: Session, data: Dataset, quantity: object) -> None:
    f = predict(session.network, data.rows)
    loss = float(((f - data.Y) ** 2).sum(axis=1).mean())
    right = None if data.labels is None else float((data.predicted(f) == data.labels).mean())
    session.branch.curves[quantity].add(session.step, loss, right)  # type: ignore[index]


def said(*run: object, **how: object) -> list[Advice]:
    """Return everything that an adviser says while such a run goes on; see `watched`."""
    adviser = Adviser()
    with np.errstate(all="ignore"):
        found = [adviser.look(frame) for frame in watched(*run, **how)]  # type: ignore[arg-type]
    return [each for each in found if each is not None]
