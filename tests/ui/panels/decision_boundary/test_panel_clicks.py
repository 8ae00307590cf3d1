"""What clicks, keys and the wheel do in the decision boundary."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.datasets.dataset import Part
from bpviz.network import predict
from bpviz.training.commands import SelectSample, TrainNext, TrainOwn
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.panels.decision_boundary.planes import click, moons, shown


def test_that_a_click_on_a_sample_makes_it_the_current_one(
    panel: BoundaryPanel, sent: list[Any]
) -> None:
    data = moons()
    shown(panel, data)
    view = panel.plane
    assert data.test is not None
    for part, samples in ((Part.TRAIN, data), (Part.TEST, data.test)):
        place = view.place(*samples.x(7)[:2].tolist())
        found = view.dots.nearest(view, place)
        assert found is not None
        click(view, place)
        assert sent[-1] == SelectSample(found[1], found[0])
        there = data.part(found[0])
        assert there is not None
        assert np.allclose(there.x(found[1])[:2], samples.x(7)[:2], atol=0.05)
        assert part in (Part.TRAIN, Part.TEST)


def test_that_a_click_between_them_tries_the_point(panel: BoundaryPanel, sent: list[Any]) -> None:
    network = shown(panel, moons())
    view = panel.plane
    place = view.place(1.9, 1.1)
    click(view, place, shift=True)
    assert panel.tried is not None
    assert panel.tried == pytest.approx((1.9, 1.1), abs=2 * max(view.unit))
    f = float(predict(network, [*panel.tried, 1.0])[0, 0])
    assert f"f = {f:.4}" in panel.body.line.text.text().replace("−", "-")
    assert panel.body.reading.layers[0].values.tolist() == [f]
    assert sent == []


def test_that_a_tried_point_is_moved_and_let_go_by_keys(panel: BoundaryPanel) -> None:
    shown(panel, moons())
    view = panel.plane
    QTest.keyClick(view, Qt.Key.Key_Return)
    before = panel.tried
    assert before is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert panel.tried is not None
    assert panel.tried[0] == pytest.approx(before[0] + 2 * view.unit[0])
    assert panel.tried[1] == pytest.approx(before[1] + 20 * view.unit[1])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert panel.tried is None


def test_that_trying_a_point_leaves_the_plane_its_room(panel: BoundaryPanel, qtbot: Any) -> None:
    """In a narrow place the numbers would push the plane together to a strip."""
    shown(panel, moons())
    for width in (300, 440, 700):
        panel.resize(width, 330)
        panel.try_point((0.3, 0.2))
        qtbot.waitUntil(lambda: panel.plane.area().width() >= 200)
    assert panel.body.readings.isVisible()


def test_that_a_step_can_train_on_a_sample_of_either_part(
    panel: BoundaryPanel, sent: list[Any]
) -> None:
    data = moons()
    shown(panel, data)
    view = panel.plane
    view.hover = view.place(*data.x(3)[:2].tolist())
    found = view.dots.nearest(view, view.hover)
    assert found is not None
    action = view.copy_menu().actions()[0]
    assert action.objectName() == "boundary_train_next"
    action.trigger()
    if found[0] is Part.TRAIN:
        assert sent == [TrainNext(found[1])]
    panel._train(Part.TEST, 5)
    assert data.test is not None
    command = sent[-1]
    assert isinstance(command, TrainOwn)
    assert np.array_equal(command.pair.x, data.test.x(5))
    assert command.pair.title == "test sample 5"


def test_that_the_wheel_zooms_and_home_shows_all_again(panel: BoundaryPanel) -> None:
    shown(panel, moons())
    view, before = panel.plane, panel.plane.x_scale
    view.zoom(0.5)
    assert view.x_scale != before
    assert view.zoom_hint() == "zoomed: Home key shows all"
    assert panel.body.line.show_all.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.x_scale == before
    assert view.zoom_hint() == ""
    assert not panel.body.line.show_all.isVisible()
