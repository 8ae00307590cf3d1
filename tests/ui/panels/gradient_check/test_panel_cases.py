"""The panel of the gradient check at hard places: kinks, saturated units, refusals, samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from bpviz.network import Network
from bpviz.ui.panels.gradient_check.error_map import EntryKind
from tests.ui.frames import make_frame, make_table, make_trace
from tests.ui.panels.gradient_check.checks import Desk, checked, small


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_that_a_kink_is_told_and_not_an_error(desk: Desk) -> None:
    W1 = np.array([[1.0, -1.0, 0.0], [1.0, 0.5, 0.2]])
    data = make_table()
    W1[1] = data.x(0)
    W1[0] -= (W1[0] @ data.x(0)) / (data.x(0) @ data.x(0)) * data.x(0)  # z1 of unit 0 is 0
    net = Network(W1, np.array([[0.5, 2.0]]), "relu", "identity")
    desk.show(checked(make_frame(data, network=net)))
    assert desk.text("verdict").startswith("Agrees to ")
    assert "3 at a kink of ReLU" in desk.text("notes")
    assert (desk.view("W1").codes[0] == EntryKind.KINK).all()
    assert "at a kink" in desk.panel.body.legend.accessibleDescription()
    desk.click_weight("W1", 0, 1)
    assert "at a kink of ReLU" in desk.panel.body.reading.text()


def test_that_saturated_units_are_told_and_not_an_error(desk: Desk) -> None:
    net = Network(np.full((2, 3), 30.0), np.full((1, 2), 45.0))
    desk.show(checked(make_frame(make_table(), network=net)))
    assert desk.text("verdict") == "No weight can be compared here."
    assert "lost in rounding" in desk.text("notes")
    assert "lost in rounding" in desk.panel.body.legend.accessibleDescription()
    assert desk.panel.body.sweep.plot.sweep is None
    assert not desk.panel.head.worst.isVisible()


def test_that_a_refusal_is_the_verdict_and_no_old_picture_stays(desk: Desk) -> None:
    frame = checked(small(step=3))
    desk.show(frame)
    assert frame.check is not None
    refused = replace(frame.check, result=None, worst=None, problem="There is no gradient.")
    desk.show(replace(frame, check=refused))
    assert desk.text("verdict") == "There is no gradient."
    assert not desk.view("W1").isVisible()
    desk.show(frame)
    assert desk.view("W1").isVisible()


def test_that_weights_that_were_not_compared_are_told_from_errors(desk: Desk) -> None:
    frame = small(step=3)
    desk.show(checked(frame, limit=19, chosen=[("W1", 2)]))
    assert "of 20 weights were compared" in desk.text("notes")
    assert (desk.view("W1").codes[2] == EntryKind.COMPARED).all()
    bare = np.argwhere(desk.view("W1").codes == EntryKind.UNCHECKED)[0]
    desk.click_weight("W1", *map(int, bare))
    assert desk.panel.body.reading.text().endswith("not compared")
    assert "not compared" in desk.panel.body.legend.accessibleDescription()


@pytest.mark.parametrize(
    ("W1", "W2", "activations", "said"),
    [
        (1.0, 1e6, ("sigmoid", "sigmoid"), "δ2 is 0"),  # f = 1 = y, and σ′ underflows
        (-1.0, 1.0, ("relu", "identity"), "h is 0"),
    ],
)
def test_that_it_is_said_why_nothing_moves_the_loss(
    desk: Desk, W1: float, W2: float, activations: tuple[str, str], said: str
) -> None:
    data = make_table(n=3, d=1)
    x = np.abs(data.x(0))
    assert x.any()
    network = Network(np.full((4, 3), W1), np.full((1, 4), W2), *activations)
    pair = make_trace(network, x, data.Y[0])
    desk.show(checked(make_frame(data, network=network, preview=pair)))
    assert desk.text("verdict") == "Gradient and difference are 0 for every weight that can be " \
        "compared."  # fmt: skip
    assert said in desk.text("notes")


def test_that_a_title_says_as_much_as_it_has_room_for(desk: Desk) -> None:
    desk.show(checked(small()))
    titles = set()
    for width in (900, 420, 260):
        desk.panel.resize(width, 720)
        for part in desk.panel.body.parts.values():
            words = part.title.text()
            titles.add(words)
            assert part.title.fontMetrics().horizontalAdvance(words) <= part.title.width()
    assert len(titles) > 2
