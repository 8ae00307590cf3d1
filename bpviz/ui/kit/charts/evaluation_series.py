"""Measured losses and accuracies: as points of a plot, in words, and as a table."""

from __future__ import annotations

import math

import numpy as np

from bpviz.training.evaluation.results import Evaluations
from bpviz.training.events import Frame
from bpviz.ui.core.formatting import count, number, per_cent, translator
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.history_plot import Points

TRAIN, TEST = 1, 2
"""Series of the theme."""

REACH = 40
"""Pixels from the mouse within which an evaluation is read out."""


_tr = translator("EvaluationPoints")


def evaluation_points(frame: Frame) -> tuple[tuple[Points, ...], bool]:
    """Return both curves as points, and whether there are accuracies among them.

    Mean losses belong to the left axis, accuracies in per cent to the right one.
    """
    points = []
    classified = False
    for curve, colour in ((frame.train_curve, TRAIN), (frame.test_curve, TEST)):
        points.append(Points(curve.steps, curve.loss, colour))
        if np.isfinite(curve.accuracy).any():
            classified = True
            points.append(Points(curve.steps, 100 * curve.accuracy, colour, on_right=True))
    return tuple(points), classified


def evaluation_lines(chart: Chart, frame: Frame, at: float) -> list[str]:
    """Describe the evaluation of each part nearest to a step, where one is near on `chart`."""
    lines = (
        _nearest(chart, _tr("training set"), frame.train_curve, at),
        _nearest(chart, _tr("test set"), frame.test_curve, at),
    )
    return [line for line in lines if line]


def _nearest(chart: Chart, name: str, curve: Evaluations, at: float) -> str:
    if not len(curve.steps):
        return ""
    i = int(np.argmin(np.abs(curve.steps - at)))
    if abs(float(chart.px(curve.steps[i].astype(float)) - chart.px(at))) > REACH:
        return ""
    accuracy = float(curve.accuracy[i])
    if math.isnan(accuracy):
        text = _tr("{name} at step {step}: loss {loss}")
    else:
        text = _tr("{name} at step {step}: loss {loss}, accuracy {accuracy}")
    return text.format(
        name=name,
        step=count(int(curve.steps[i])),
        loss=number(curve.loss[i]),
        accuracy=per_cent(accuracy, 2),
    )


def evaluation_rows(frame: Frame) -> list[str]:
    """Return both curves as lines of a table, tabs between columns, an empty line before each."""
    rows = []
    for name, curve in (("train", frame.train_curve), ("test", frame.test_curve)):
        rows += ["", f"step\t{name}_loss\t{name}_accuracy"]
        columns = (curve.steps.tolist(), curve.loss.tolist(), curve.accuracy.tolist())
        rows += ["\t".join(map(repr, row)) for row in zip(*columns, strict=True)]
    return rows
