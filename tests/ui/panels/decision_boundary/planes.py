"""Data sets over a plane, and a mouse for its panel."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from bpviz.datasets import Dataset, load
from bpviz.network import Network
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.frames import make_frame


def moons(d: int = 1) -> Dataset:
    """Two moons with a constant input and a test part; with d outputs, one-hot classes."""
    data = load("moons")
    assert data.labels is not None
    if d == 1:
        return data
    labels = np.arange(data.n_samples) % d
    names = tuple("abcdefgh"[:d])
    return Dataset.from_arrays(
        "several", data.X, np.eye(d)[labels], labels=labels, class_names=names, constant=2
    )


def line_set() -> Dataset:
    """One input beside the constant; the target in its own units, 100 + 50 y."""
    x = np.linspace(-1.0, 1.0, 21)
    return Dataset.from_arrays(
        "line",
        np.column_stack([x, np.ones(21)]),
        0.5 + 0.3 * x,
        input_names=("x", "1"),
        constant=1,
        target_names=("heat",),
        target_scale=np.array([[100.0, 50.0]]),
    )


def shown(panel: BoundaryPanel, data: Dataset, **overrides: Any) -> Network:
    """Show a frame of `data`, and return its network, whose weights are large enough to bend."""
    network = overrides.pop("network", None)
    if network is None:
        start = Network.initial(
            n_inputs=data.n_inputs, n_hidden=6, n_outputs=data.n_outputs, seed=3
        )
        network = Network(3 * start.W1, 3 * start.W2)
    panel.show_frame(make_frame(data, network=network, **overrides))
    panel.grab()
    return network


def click(view: Any, place: QPointF, *, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, keys, place.toPoint())


def inputs_of(panel: BoundaryPanel) -> np.ndarray:
    """Every point of the picture's grid as a row of inputs, the constant in its place."""
    picture, scene = panel.plane.drawn, panel.scene
    assert picture is not None
    assert scene is not None
    across, up = np.meshgrid(picture.grid.across, picture.grid.up)
    return np.column_stack([across.ravel(), up.ravel(), np.ones(across.size)])
