"""The cards of the hidden units: order, room, what is in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF

from bpviz.network import Network
from bpviz.training.events import State
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.hidden_units.card_layout import picture_rect
from bpviz.ui.panels.hidden_units.model import UnitOrder
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.frames import (
    changed,
    make_frame,
    make_images,
    make_network,
    make_regression,
    make_table,
)
from tests.ui.panels.hidden_units.units import frame_of, place
from tests.ui.records import make_classes
from tests.ui.themes import use_theme
from tests.ui.unit_scans import make_unit_scan, regression_scan


def test_that_only_the_cards_in_sight_are_painted(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(4096, dataset=make_classes(20)))
    panel.grab()
    seen = panel.cards.visible_places()
    assert 2 <= len(seen) < 40
    assert len(panel.cards._painter._kept) == len(seen)
    bar = panel.cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert panel.cards.visible_places().stop == 4096


def test_that_a_face_is_painted_once_for_each_look(panel: UnitsPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    panel.grab()
    faces = dict(panel.cards._painter._kept)
    other = make_network(784, 8, 10, seed=9)
    panel.show_frame(replace(frame, network=other, step=101))
    panel.grab()
    assert panel.cards._painter._kept == faces
    panel.show_frame(changed(frame, units=make_unit_scan()))
    panel.grab()
    assert panel.cards._painter._kept != faces


def test_that_weights_follow_every_frame_in_the_colours_of_their_sign(panel: UnitsPanel) -> None:
    W1 = np.zeros((8, 784))
    W1[0, :392], W1[0, 392:] = -1.0, 1.0
    network = Network(W1, np.zeros((10, 8)))
    panel.show_frame(frame_of(network=network))

    def colours() -> list[int]:
        picture = panel.cards.viewport().grab().toImage()
        rect = picture_rect(panel.cards.cards().picture, (28, 28))
        corner = QPointF(panel.cards.card_rect(0).topLeft()) + rect.center()
        up, down = corner - QPointF(0, 12), corner + QPointF(0, 12)
        return [picture.pixel(at.toPoint()) & 0xFFFFFF for at in (up, down)]

    ends = LIGHT.signed.getLookupTable(0.0, 1.0, 256)[[0, 255]]
    low, high = (int(r) << 16 | int(g) << 8 | int(b) for r, g, b in ends[:, :3])
    assert colours() == [low, high]
    panel.show_frame(frame_of(network=Network(-W1, np.zeros((10, 8)))))
    assert colours() == [high, low]


def test_that_weights_that_are_not_finite_are_drawn_as_a_warning(panel: UnitsPanel) -> None:
    network = make_network(784, 8, 10)
    W1, W2 = network.W1.copy(), network.W2.copy()
    W1[0], W2[:, 0] = np.nan, np.inf
    panel.show_frame(frame_of(network=Network(W1, W2)))
    picture = panel.cards.viewport().grab().toImage()
    assert picture.pixelColor(place(panel, 0, "picture")).name() == LIGHT.warning
    assert picture.pixelColor(place(panel, 0, "outputs") + QPoint(4, 0)).name() == LIGHT.warning


@pytest.mark.parametrize("size", [(700, 450), (300, 250), (120, 90)])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_every_kind_of_network_can_be_painted(
    panel: UnitsPanel, size: tuple[int, int], theme: Any
) -> None:
    use_theme(theme)
    panel.resize(*size)
    for data, scan in (
        (make_images(constant=True), make_unit_scan()),
        (make_classes(9, 3), make_unit_scan()),
        (make_table(n=90, d=40), regression_scan()),
        (make_regression(d=2), regression_scan(1)),
    ):
        n_hidden = len(scan.saturated)
        panel.show_frame(make_frame(data, n_hidden=n_hidden, units=scan, switched_off=(0,)))
        for view in ("histograms", "units"):
            panel.head.views.button(view).click()
            assert not panel.grab().isNull()


def test_that_units_can_be_sorted_and_keep_their_places_until_the_next_look(
    panel: UnitsPanel,
) -> None:
    frame = frame_of(state=State.RUNNING)
    panel.show_frame(frame)
    order = panel.head.order
    order.setCurrentIndex(order.findData(UnitOrder.ACTIVATION))
    assert panel.cards.order.tolist() == list(range(8))[::-1]
    order.setCurrentIndex(order.findData(UnitOrder.NORM))
    by_norm = panel.cards.order.tolist()
    assert by_norm == np.argsort(-np.linalg.norm(frame.network.W1, axis=1)).tolist()
    other = replace(frame, network=make_network(784, 8, 10, seed=5))
    panel.show_frame(other)
    assert panel.cards.order.tolist() == by_norm
    panel.show_frame(changed(other, units=make_unit_scan()))
    assert panel.cards.order.tolist() != by_norm


def test_that_another_hidden_size_gives_other_cards(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(40))
    panel.cards.verticalScrollBar().setValue(10**6)
    panel.select(Selection("W1", 39, 0))
    panel.show_frame(frame_of(2))
    assert panel.cards.order.tolist() == [0, 1]
    panel.grab()
    assert panel.cards.visible_places() == range(2)
