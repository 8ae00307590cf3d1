"""The numbers of hidden units in the decision boundary: beside the samples, never on them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.frames import make_frame
from tests.ui.panels.decision_boundary.planes import click, moons, shown

ONE_PANEL = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def random_set(rng: np.random.Generator, m: int, inputs: int) -> Dataset:
    """Samples of two classes in clumps, each input in units of its own."""
    X = rng.normal(size=(3, inputs))[rng.integers(0, 3, m)] + 0.3 * rng.normal(size=(m, inputs))
    X = 10.0 ** rng.integers(-3, 4, inputs) * X
    labels = rng.integers(0, 2, m)
    return Dataset.from_arrays(
        "random",
        np.column_stack([X, np.ones(m)]),
        labels[:, np.newaxis].astype(float),
        labels=labels if inputs == 2 else None,
        class_names=("a", "b") if inputs == 2 else (),
        constant=inputs,
    )


def crossing(rng: np.random.Generator, data: Dataset, units: int, chosen: int) -> Network:
    """A network whose lines run through samples, half of them the same way through the chosen one.

    Their labels stand in a queue along it.
    """
    W1 = rng.normal(size=(units, data.n_inputs)) / np.abs(data.X).max(axis=0)
    W1[: units // 2] = W1[0]
    through = rng.integers(0, data.n_samples, units)
    through[: units // 2] = chosen
    W1[:, -1] = -(W1[:, :-1] * data.X[through, :-1]).sum(axis=1)
    return Network(W1, rng.normal(size=(1, units)))


@pytest.mark.parametrize("inputs", [1, 2])
@ONE_PANEL
@given(seed=st.integers(0, 10**6), m=st.integers(2, 400), units=st.integers(1, 40))
def test_that_no_label_covers_a_sample_or_another_label(
    panel: BoundaryPanel, inputs: int, seed: int, m: int, units: int
) -> None:
    rng = np.random.default_rng(seed)
    data = random_set(rng, m, inputs)
    chosen = int(rng.integers(m))
    frame = make_frame(data, network=crossing(rng, data, units, chosen), selected=chosen)
    panel.resize(*((500, 200), (700, 480))[seed % 2])
    panel.show_frame(frame)
    panel.select(Selection("W1", 0, 0))
    panel.grab()
    view = panel.body.view
    x, y = view.px(data.X[:, 0]), view.py(data.X[:, 1] if inputs == 2 else data.Y[:, 0])
    boxes = list(view.labels.values())
    for i, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:i])
        across = np.maximum(box.left() - x, x - box.right()).clip(0)
        down = np.maximum(box.top() - y, y - box.bottom()).clip(0)
        assert (np.hypot(across, down) >= view.dots.radius() + 1).all()
        ring = np.hypot(across[chosen], down[chosen])
        assert ring >= view.dots.radius() + 7  # the ring's outer edge


def test_that_labels_are_there_and_lie_on_their_lines(panel: BoundaryPanel) -> None:
    network = shown(panel, moons())
    view = panel.plane
    assert len(view.labels) >= 3
    for k, box in view.labels.items():
        away = box.adjusted(-1, -1, 1, 1)
        corners = [away.topLeft(), away.topRight(), away.bottomLeft(), away.bottomRight()]
        sides = [network.W1[k] @ [*view.values_at(at), 1.0] > 0 for at in corners]
        assert any(sides)
        assert not all(sides)


def test_that_a_click_on_a_label_selects_its_unit_which_has_one_before_all_others(
    panel: BoundaryPanel,
) -> None:
    shown(panel, moons())
    told: list[Any] = []
    panel.unit_selected.connect(told.append)
    for k, box in list(panel.plane.labels.items()):
        corner = box.topLeft() + QPointF(2, 2)
        if panel.plane.dots.nearest(panel.plane, corner) is None:
            click(panel.plane, corner)
            assert told[-1] == k
    assert told
    panel.grab()
    assert next(iter(panel.plane.labels)) == told[-1]
    panel.head.lines.click()
    panel.grab()
    assert panel.plane.labels == {}


def test_that_what_is_switched_off_is_said_where_no_sample_is(panel: BoundaryPanel) -> None:
    panel.resize(500, 200)
    for mirror in ((1, 1), (-1, 1), (1, -1), (-1, -1)):  # there is one in all corners but one
        spots = np.array([[-1.0, 1], [1, -1], [-1, -1], [0.0, 0.0]]) * mirror
        data = Dataset.from_arrays(
            "corners", np.column_stack([spots, np.ones(4)]), np.zeros((4, 1)), constant=2
        )
        shown(panel, data, switched_off=(1, 4))
        image, area = panel.plane.picture().toImage(), panel.plane.area()
        inked = [
            (x, y)
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
            if image.pixelColor(x, y).name() == LIGHT.warning
        ]
        assert inked
        middle = np.mean(inked, axis=0)
        assert (middle[0] > area.center().x()) == (mirror[0] > 0)
        assert (middle[1] < area.center().y()) == (mirror[1] > 0)
