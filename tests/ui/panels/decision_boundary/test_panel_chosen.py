"""The chosen sample in the decision boundary, which nothing hides."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Network
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.panels.decision_boundary.planes import moons, shown
from tests.ui.themes import use_theme


def crowd(classes: int, chosen: int) -> Dataset:
    """Samples of every class side by side, and 100 of each on the same spot."""
    labels = np.concatenate([np.arange(classes), np.repeat(np.arange(classes), 100)])
    X = np.column_stack([labels, np.zeros(len(labels))]).astype(float)
    X[classes:] = [chosen, 0.0]
    X[0] = [0.0, 1.0] if chosen else X[0]
    names = tuple("abcdefghij"[:classes])
    return Dataset.from_arrays(
        "crowd",
        np.column_stack([X, np.ones(len(labels))]),
        np.eye(classes)[labels],
        labels=labels,
        class_names=names,
        constant=2,
    )


def luminance(colour: QColor) -> float:
    """WCAG 2's relative luminance."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.dot([0.2126, 0.7152, 0.0722], linear))


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def painted(panel: BoundaryPanel) -> QImage:
    return panel.plane.picture().toImage()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("chosen", range(10))
def test_that_it_is_on_top_with_a_ring_that_every_class_colour_shows(
    panel: BoundaryPanel, theme: Theme, chosen: int
) -> None:
    use_theme(theme)
    data = crowd(10, chosen)
    through = np.array([[1.0, 0.0, -float(chosen)], [0.0, 1.0, 0.0]])  # both lines meet there
    shown(
        panel,
        data,
        network=Network(through, np.ones((10, 2))),
        selected=chosen,
        selected_part=Part.TRAIN,
        sample=len(data.X) - 1,
    )
    image, view = painted(panel), panel.plane
    at = view.place(*data.X[chosen, :2].tolist()).toPoint()
    assert image.pixelColor(at).name() == theme.classes[chosen]
    # From the middle out and back again there is the accent, next to what it stands out from.
    accent = QColor(theme.accent)
    for way in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
        ray = [image.pixelColor(at.x() + i * way[0], at.y() + i * way[1]) for i in range(16)]
        inked = [i for i, colour in enumerate(ray) if contrast(colour, accent) < 1.3 and i > 3]
        assert inked
        assert max(contrast(ray[i], ray[inked[-1]]) for i in range(inked[-1], 16)) >= 3


@pytest.mark.parametrize("part", Part)
def test_that_the_readout_of_something_near_by_leaves_it_in_sight(
    panel: BoundaryPanel, part: Part
) -> None:
    data = moons()
    samples = data.part(part)
    assert samples is not None
    for index in range(0, samples.n_samples, 7):
        shown(panel, data, selected=index, selected_part=part)
        view = panel.plane
        at = view.place(*samples.x(index)[:2].tolist())
        ring = QRectF(at.x() - 8, at.y() - 8, 16, 16)
        for way in (QPointF(60, 0), QPointF(-60, 0), QPointF(0, 45), QPointF(0, -45)):
            view.hover = at + way
            if view.area().contains(view.hover.toPoint()):
                box = view._readout_box(view.area(), view.hover, 150, 70)
                assert not box.intersects(ring)


def test_that_the_step_s_pair_and_a_hollow_test_sample_are_drawn_once_more_too(
    panel: BoundaryPanel,
) -> None:
    data = moons()
    assert data.test is not None
    shown(panel, data, selected=3, selected_part=Part.TEST, sample=5)
    view, image = panel.plane, painted(panel)
    hollow = view.place(*data.test.x(3)[:2].tolist()).toPoint()
    filled = view.place(*data.x(5)[:2].tolist()).toPoint()
    assert data.labels is not None
    assert image.pixelColor(hollow).name() == LIGHT.base
    assert image.pixelColor(filled).name() == LIGHT.classes[int(data.labels[5])]
    panel.plane.zoom(1e-3, view.place(50.0, 50.0))  # far out of sight there is no ring
    assert panel.plane.kept_clear() == []
