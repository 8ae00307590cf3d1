"""The marks that carry the errors back."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset, load
from bpviz.network import Network
from bpviz.training.step.phases import Phase
from bpviz.ui.core.figure_mode import figure_painted
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.network_graph.colours import GraphColours
from bpviz.ui.panels.network_graph.error_flow import PERIOD, Lanes, MarkPainter, lanes_of
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState
from tests.ui.frames import make_frame, make_network


@pytest.fixture(scope="module")
def iris() -> Dataset:
    return load("iris")


def lanes(data: Dataset, phase: Phase, row: int = 0, **more: Any) -> tuple[Lanes, GraphLayout]:
    state = GraphState.of(make_frame(data, phase=phase, row=row, **more), data)
    layout = GraphLayout.fitting(
        state.shape, QSizeF(700, 420), QFontMetricsF(QFont()), state.input_names
    )
    return lanes_of(state, layout), layout


def test_that_marks_run_from_the_right_to_the_left(qtbot: QtBot, iris: Dataset) -> None:
    for phase in (Phase.LOSS, Phase.GRAD_W2, Phase.GRAD_W1, Phase.UPDATE):
        found, _ = lanes(iris, phase)
        assert len(found.ends) > 0
        early, late = (found.places(found.shares(t * PERIOD)) for t in (0.2, 0.8))
        assert (late[:, 0] < early[:, 0]).all()


def test_that_nothing_runs_on_the_way_forward(qtbot: QtBot, iris: Dataset) -> None:
    for phase in (Phase.DRAW, Phase.Z1, Phase.H, Phase.Z2, Phase.F):
        assert len(lanes(iris, phase)[0].ends) == 0


def test_that_marks_leave_the_outputs_that_are_done_and_the_one_at_hand(
    qtbot: QtBot, iris: Dataset
) -> None:
    found, _ = lanes(iris, Phase.GRAD_W2, 1)
    assert found.known.tolist() == [True] * 8 + [False] * 8
    frame = make_frame(iris)
    assert frame.preview is not None
    assert (found.deltas[:8] == frame.preview.delta2[0]).all()
    assert np.isnan(found.deltas[8:]).all()


def test_that_they_reach_the_inputs_once_delta_1_is_computed(qtbot: QtBot, iris: Dataset) -> None:
    found, layout = lanes(iris, Phase.GRAD_W1, 2)
    assert len(found.ends) == 3 * 8 + 3 * 4
    assert found.known.sum() == 3 * 8 + 2 * 4
    assert found.ends[-1, 2] == layout.ends["W1"][0, 0, 0]
    assert lanes(iris, Phase.UPDATE, 4)[0].known.all()


def test_that_a_mark_is_larger_the_larger_its_delta(qtbot: QtBot, iris: Dataset) -> None:
    found, _ = lanes(iris, Phase.UPDATE)
    order = np.argsort(np.abs(found.deltas))
    assert (np.diff(found.strengths[order]) >= 0).all()
    assert found.strengths.max() == 1.0
    assert found.strengths.min() > 0.0


def test_that_a_delta_of_zero_sends_no_mark_and_a_bad_one_a_large_mark(
    qtbot: QtBot, iris: Dataset
) -> None:
    base = make_network(4, 8, 3)
    W2 = base.W2.copy()
    W2[:, 3] = 0.0
    found, _ = lanes(iris, Phase.UPDATE, network=Network(base.W1, W2))
    assert (found.strengths[24 + 3 * 4 : 24 + 4 * 4] == 0).all()
    W2[1, 0] = np.inf
    found, _ = lanes(iris, Phase.UPDATE, network=Network(base.W1, W2))
    assert (found.strengths[~np.isfinite(found.deltas)] == 1).all()


def paint(lane: Lanes, seconds: float) -> QPixmap:
    picture = QPixmap(200, 40)
    picture.fill(QColor(LIGHT.base))
    painter = QPainter(picture)
    MarkPainter(GraphColours(LIGHT), 6.0, 1.0).paint(painter, lane, seconds)
    painter.end()
    return picture


def test_that_marks_are_circles_on_paper_and_pictures_on_the_screen(qapp: Any) -> None:
    ends = np.array([[190.0, 20.0, 10.0, 20.0]])
    lane = Lanes(ends, np.array([0.3]), np.array([True]), np.ones(1))
    written = []
    for paper in (True, False):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        device = QSvgGenerator()
        device.setOutputDevice(buffer)
        with figure_painted() if paper else nullcontext(), QPainter(device) as painter:
            MarkPainter(GraphColours(LIGHT), 6.0, 1.0).paint(painter, lane, PERIOD / 3)
        written.append(bytes(buffer.data().data()))
    on_paper, on_screen = written
    assert b"<image" not in on_paper
    assert on_paper.count(b"<circle") == on_screen.count(b"<image") > 0


def one_lane(delta: float, *, known: bool = True) -> Lanes:
    ends = np.array([[190.0, 20.0, 10.0, 20.0]])
    return Lanes(ends, np.array([delta]), np.array([known]), np.ones(1))


@pytest.mark.parametrize(
    ("delta", "colour"),
    [
        (0.3, GraphColours(LIGHT).sign(1.0)),
        (-0.3, GraphColours(LIGHT).sign(-1.0)),
        (np.nan, QColor(LIGHT.warning)),
    ],
)
def test_that_a_mark_has_the_colour_of_its_sign(qtbot: QtBot, delta: float, colour: QColor) -> None:
    picture = paint(one_lane(delta), PERIOD / 2).toImage()
    assert picture.pixelColor(100, 20) == colour
    assert picture.pixelColor(40, 20) == QColor(LIGHT.base)


def test_that_marks_of_different_signs_differ_and_unknown_ones_are_hollow(qtbot: QtBot) -> None:
    colours = GraphColours(LIGHT)
    assert colours.sign(1.0) != colours.sign(-1.0)
    picture = paint(one_lane(np.nan, known=False), PERIOD / 2).toImage()
    assert picture.pixelColor(100, 20) == QColor(LIGHT.base)
    assert picture != paint(Lanes(*[np.zeros((0, 4))], *[np.zeros(0)] * 3), 0.0).toImage()


def test_that_what_follows_a_mark_sets_out_after_it(qtbot: QtBot) -> None:
    lane = one_lane(1.0)
    assert lane.shares(0.0)[0] == 0.0
    assert lane.shares(0.0, 12.0)[0] < 0.0
    assert lane.shares(PERIOD / 2, 18.0)[0] == pytest.approx(0.4)
