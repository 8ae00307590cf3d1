"""Evaluations of all samples along a branch as a table."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator

from bpviz.datasets.dataset import Dataset
from bpviz.exchange.tables.writing import Cell, Tell, go_on, nobody, write_rows
from bpviz.network.types import Stop
from bpviz.training.evaluation.curves import PointCurve
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session


def measured(branch: Branch) -> tuple[Evaluations, Evaluations]:
    """Return what was measured along a branch on the training and on the test set."""
    curves = branch.curves
    return curves[TRAIN_CURVE].shown(), curves[TEST_CURVE].shown()


def evaluated(
    session: Session, steps: Iterable[int], *, tell: Tell = nobody, stop: Stop = GOES_ON
) -> tuple[Evaluations, Evaluations]:
    """Evaluate both sets at some steps of the branch at hand, which is computed once more for it.

    Parameters
    ----------
    session : Session
        It stays where it is.
    steps : iterable of int
        Rising, 0 … its tip.

    Raises
    ------
    ExportCancelled
        If `stop` was set on the way.
    """
    wanted, data = list(steps), session.dataset
    follower, journal, rule = session.follower(), session.branch.journal, session.gradient_rule
    curves = PointCurve(), PointCurve()
    for number, step in enumerate(wanted):
        tell(number / len(wanted))
        follower.go_to(step, journal, stop)
        go_on(stop)
        network = follower.network()
        for curve, part in zip(curves, (data, data.test), strict=True):
            if part is not None:
                job = ScanJob(network, step, part, rule, gradients=False)
                job.advance(stop)
                go_on(stop)
                scan = job.result()
                curve.add(step, scan.mean_loss, scan.accuracy)
    return curves[0].shown(), curves[1].shown()


def write_evaluations(
    dataset: Dataset,
    curves: tuple[Evaluations, Evaluations],
    path: str | os.PathLike[str],
    *,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each step at which something was measured, in rising order, as CSV.

    Columns: ``step``; ``training_loss`` and, where there are classes, ``training_accuracy``,
    0 … 1; the same of the test set, where there is one.  A cell is empty where that set was not
    looked at.

    Parameters
    ----------
    dataset : Dataset
    curves : (Evaluations, Evaluations)
        Of the training and the test set, see `measured`.

    Raises
    ------
    ExchangeError, ExportCancelled
        See `write_rows`.
    """
    sets = ["training", *([] if dataset.test is None else ["test"])]
    kinds = ["loss", *([] if dataset.labels is None else ["accuracy"])]
    titles = ["step", *(f"{name}_{kind}" for name in sets for kind in kinds)]
    found = [_points(curve) for curve in curves[: len(sets)]]
    steps = sorted(set().union(*found))

    def rows() -> Iterator[list[Cell]]:
        for step in steps:
            values = (points.get(step, (None, None)) for points in found)
            yield [step, *(value for both in values for value in both[: len(kinds)])]

    write_rows(path, titles, rows(), len(steps), tell=tell, stop=stop)


def _points(curve: Evaluations) -> dict[int, tuple[float | None, float | None]]:
    rows = zip(curve.steps.tolist(), curve.loss.tolist(), curve.accuracy.tolist(), strict=True)
    return {
        step: (loss, None if math.isnan(accuracy) else accuracy) for step, loss, accuracy in rows
    }
