"""Where the samples of a data set lie on the plane of its inputs or along its curve."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.types import Floats
from bpviz.training.events import Frame, State
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import pixels_of
from bpviz.ui.panels.decision_boundary.input_plot import Range, Ringed
from bpviz.ui.panels.decision_boundary.quantity import (
    PlottedQuantity,
    Quantity,
    coloured,
    output_range,
    scale_of,
    table_of,
)
from bpviz.ui.panels.decision_boundary.sample_points import Points
from bpviz.ui.panels.decision_boundary.scene import InputKind, PlotInputs

MARGIN = 0.15
"""Room around the samples, as a share of their range."""

SLOW = 20.0
"""Steps a second up to which the pair of each step can be followed by eye."""


def sample_dots(scene: PlotInputs, theme: Theme) -> dict[Part, Points]:
    """Return the samples of both parts, in the colours of their classes or of their targets."""
    dots = {}
    for part in Part:
        data = scene.data.part(part)
        if data is not None and data.n_samples:
            x, y = places(scene, data.X, data.Y, data.labels)
            dots[part] = Points(x, y, _colours(scene, data, theme))
    return dots


def places(
    scene: PlotInputs, X: Floats, Y: Floats, labels: NDArray[np.int64] | None
) -> tuple[Floats, Floats]:
    """Return where pairs lie, (m,) each: X (m, n), Y (m, d) and, for classes, labels (m,)."""
    inputs = scene.inputs
    x = X[:, inputs.axes[0]]
    if inputs.kind is InputKind.PLANE:
        return x, X[:, inputs.axes[1]]
    j = scene.output
    if j is not None:
        offset, factor = scale_of(scene.data, j)
        return x, offset + factor * Y[:, j]
    # Every class has a curve of its own: a sample lies where that of its class should go.
    own = np.zeros(len(Y), dtype=np.int64) if labels is None else np.clip(labels, 0, Y.shape[1] - 1)
    return x, Y[np.arange(len(Y)), own]


def _colours(scene: PlotInputs, data: Dataset, theme: Theme) -> NDArray[np.uint32]:
    if data.labels is not None:
        table = np.array([QColor(c).rgba() for c in theme.classes], dtype=np.uint32)
        return np.asarray(table[data.labels % len(table)])
    if scene.inputs.kind is InputKind.CURVE:
        return np.full(data.n_samples, QColor(theme.series[0]).rgba(), dtype=np.uint32)
    j = scene.output or 0
    shown = PlottedQuantity(Quantity.OUTPUT, j)
    span = output_range(scene.data, scene.net, shown)
    targets = data.Y[np.newaxis, :, j]
    return np.asarray(pixels_of(coloured(targets, span, table_of(theme, shown), theme))[0])


def home(scene: PlotInputs, dots: dict[Part, Points]) -> tuple[Range, Range]:
    """Return the ranges of both axes that hold all samples, with a margin."""
    x, y = (
        np.concatenate(values) for values in zip(*((d.x, d.y) for d in dots.values()), strict=True)
    )
    if scene.inputs.kind is InputKind.CURVE and scene.data.labels is not None:
        y = np.array([0.0, 1.0])
    return around(x), around(y)


def around(values: Floats) -> Range:
    """Return a range that holds all finite `values`, with a margin at both ends."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return -1.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    room = MARGIN * (high - low)
    if not room > 1e-12 * max(abs(low), abs(high)) or not math.isfinite(room):
        room = max(abs(high), 1.0) / 2
    return low - room, high + room


def pair_at_hand(frame: Frame, scene: PlotInputs) -> Ringed | None:
    """Return the step's pair; None while pairs follow too quickly to be seen."""
    own = frame.own
    if frame.state is State.RUNNING and frame.steps_per_second > SLOW:
        return None
    if own is None:
        return Part.TRAIN, frame.sample
    labels = None if own.label is None else np.array([own.label])
    x, y = places(scene, own.x[np.newaxis], own.y[np.newaxis], labels)
    return QPointF(float(x[0]), float(y[0])) if np.isfinite([x[0], y[0]]).all() else None


def is_slow(frame: Frame) -> bool:
    """Whether the network stands, or changes so seldom that there is time for a finer picture."""
    return frame.state is not State.RUNNING or 0 < frame.steps_per_second <= SLOW / 4
