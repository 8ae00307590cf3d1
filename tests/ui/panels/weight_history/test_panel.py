"""Weights over time: what was counted is drawn, read out, copied and gone to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from bpviz.network import Network
from bpviz.training.commands import Seek
from bpviz.training.evaluation.weight_histograms import WeightsJob
from bpviz.training.evaluation.weight_history import WeightCurve, WeightHistory
from bpviz.training.quantities import Need
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.weight_history.panel import WeightHistoryPanel
from bpviz.ui.panels.weight_history.plot import WIDEST, ramp
from tests.ui.frames import make_frame
from tests.ui.shown_panels import Sent, shown
from tests.ui.themes import use_theme

STEPS = (0, 400, 700, 1000)


def weights(step: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Wider and wider ones."""
    rng = np.random.default_rng(step)
    wide = 0.1 + step / 500
    return wide * rng.normal(size=(8, 30)), 3 * wide * rng.normal(size=(5, 8))


def history(*steps: int) -> WeightHistory:
    curve = WeightCurve()
    for step in steps:
        job = WeightsJob(Network(*weights(step)), step)
        job.advance()
        curve.add(job.result())
    return curve.shown()


HISTORY = history(*STEPS)


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> WeightHistoryPanel:
    made = shown(qtbot, WeightHistoryPanel(sent), 640, 400)
    made.show_frame(frame())
    return made


def frame(**changes: Any) -> Any:
    return make_frame(**({"step": 700, "tip": 1000, "weight_history": HISTORY} | changes))


def place(panel: WeightHistoryPanel, step: int, weight: float) -> QPoint:
    x, y = float(panel.plot.px(step)), float(panel.plot.py(weight))
    return QPoint(round(x), round(y))


def read_at(panel: WeightHistoryPanel, step: int, weight: float) -> list[str]:
    QTest.mouseMove(panel.plot, QPoint(1, 1))
    QTest.mouseMove(panel.plot, place(panel, step, weight))
    panel.plot.hover = QPointF(place(panel, step, weight))
    return panel.plot.readout()


def test_that_it_needs_the_weights_and_nothing_else(panel: WeightHistoryPanel) -> None:
    assert panel.needs() == {Need.WEIGHTS}


@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_the_readout_says_what_numpy_counts(panel: WeightHistoryPanel, matrix: str) -> None:
    panel.matrices.button(matrix).click()
    edges = panel.plot.table.edges
    for step in STEPS[1:]:
        values = weights(step)[0 if matrix == "W1" else 1]
        expected, _ = np.histogram(values, np.append(edges, edges[-1] + 1.0))
        for at in (int(np.argmax(expected)), len(edges) // 3):
            said = read_at(panel, step, (edges[at] + edges[at + 1]) / 2)
            assert said[0].replace("\u202f", "") == f"step {step}"
            assert said[2] == f"{expected[at]} of {values.size} weights"


def test_that_only_what_was_measured_is_drawn(panel: WeightHistoryPanel) -> None:
    plot = panel.plot
    plot.step = plot.tip = 1000  # no pale future
    plot.hover = None
    image = plot.grab().toImage()
    area = plot.area()
    drawn = {
        x
        for x in range(area.left(), area.right() - 8)
        for y in range(area.top(), area.bottom())
        if image.pixelColor(x, y).blue() > image.pixelColor(x, y).red() + 20
    }
    beside = {x for x in drawn if min(abs(x - plot.px(step)) for step in STEPS) > WIDEST / 2 + 1}
    assert len(drawn) >= 2 * WIDEST
    assert not beside


def test_that_more_weights_have_a_stronger_colour_and_none_has_the_ground(
    panel: WeightHistoryPanel,
) -> None:
    for on in (False, True):
        panel.view.log_y.setChecked(on)
        counts, levels = panel.plot.table.counts, panel.plot.levels(panel.plot.table.counts)
        assert ((levels == 0) == (counts == 0)).all()
        assert levels.max() == 255
        order = np.argsort(counts, axis=None)
        assert (np.diff(levels.ravel()[order]) >= 0).all()
    for theme in (LIGHT, DARK):
        lightness = [QColor.fromRgb(int(rgb)).lightnessF() for rgb in ramp(theme)[[0, 1, 255]]]
        assert lightness == sorted(lightness, reverse=theme is LIGHT)
        assert lightness[0] != lightness[1]


@pytest.mark.parametrize("step", [0, 400, 1000])
def test_that_a_click_on_a_measurement_goes_to_its_step(
    panel: WeightHistoryPanel, sent: Sent, step: int
) -> None:
    at = place(panel, step, 0.0) + QPoint(-3 if step else 3, 0)
    QTest.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    assert sent == [Seek(step)]


def test_that_a_click_between_two_goes_to_the_step_under_it(
    panel: WeightHistoryPanel, sent: Sent
) -> None:
    QTest.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=place(panel, 200, 0.0))
    assert len(sent) == 1
    assert abs(sent[0].step - 200) <= 1000 / panel.plot.area().width() + 1


def test_that_the_keyboard_goes_from_cell_to_cell_and_enter_to_the_step(
    panel: WeightHistoryPanel, sent: Sent
) -> None:
    plot = panel.plot
    press = lambda key: QTest.keyClick(plot, key)  # noqa: E731
    press(Qt.Key.Key_Left)  # the first key shows where one is: at the run, in the fullest bin
    assert plot.cell == (2, int(np.argmax(plot.table.counts[2])))
    at = plot.cell[1]
    for key, cell in (
        (Qt.Key.Key_Right, (3, at)),
        (Qt.Key.Key_Right, (3, at)),
        (Qt.Key.Key_Home, (0, at)),
        (Qt.Key.Key_Up, (0, at + 1)),
        (Qt.Key.Key_PageDown, (0, at - 9)),
        (Qt.Key.Key_End, (3, at - 9)),
        (Qt.Key.Key_Left, (2, at - 9)),
    ):
        press(key)
        assert plot.cell == cell
        assert plot.accessibleDescription() == ", ".join(plot.readout())
    expected = panel.plot.table.counts[2, at - 9]
    assert plot.readout()[2] == f"{expected} of 240 weights"
    press(Qt.Key.Key_Return)
    assert sent == [Seek(700)]
    press(Qt.Key.Key_Escape)
    assert (plot.cell, plot.readout()) == (None, [])


def test_that_the_cell_stays_at_its_step_and_weight_while_the_run_goes_on(
    panel: WeightHistoryPanel,
) -> None:
    QTest.keyClick(panel.plot, Qt.Key.Key_Home)
    QTest.keyClick(panel.plot, Qt.Key.Key_Right)
    said = panel.plot.readout()
    panel.show_frame(frame(step=1500, tip=1500, weight_history=history(0, 200, *STEPS[1:], 1500)))
    column, at = panel.plot.cell or (-1, -1)
    assert panel.plot.table.steps[column] == 400
    low, high = panel.plot.table.edges[at : at + 2]
    old = float(said[1].split(" to ")[0].replace("−", "-"))
    assert low <= old < high


def test_that_a_fork_or_a_new_run_may_have_less_or_nothing(panel: WeightHistoryPanel) -> None:
    QTest.keyClick(panel.plot, Qt.Key.Key_End)
    panel.show_frame(frame(branch=1, tip=700, weight_history=history(0, 400)))
    assert panel.plot.cell is not None
    assert len(panel.plot.table.steps) == 2
    panel.plot.zoom_to(100, 300)
    panel.show_frame(frame(run=2, step=0, tip=0, weight_history=WeightHistory()))
    assert panel.plot.cell is None
    assert panel.plot.readout() == []
    assert panel.plot.view_range is None
    assert panel.plot.message == "Computing…"
    panel.grab()
    QTest.keyClick(panel.plot, Qt.Key.Key_Right)


def test_that_a_data_set_that_loads_has_a_sentence(qtbot: Any, sent: Sent) -> None:
    panel = shown(qtbot, WeightHistoryPanel(sent), 300, 200)
    assert "loading" in panel.plot.message
    panel.show_frame(make_frame(dataset_loaded=False))
    assert "loading" in panel.plot.message
    panel.grab()


def test_that_values_copied_are_all_bins_that_hold_a_weight(panel: WeightHistoryPanel) -> None:
    head, *rows = [line.split("\t") for line in panel.plot.values_text().splitlines()]
    assert head == ["matrix", "step", "from", "to", "weights"]
    for step in STEPS:
        own = [row for row in rows if row[1] == str(step)]
        assert sum(int(row[4]) for row in own) == 240
        expected = np.histogram(weights(step)[0], np.append([float(row[2]) for row in own], 99.0))
        assert [int(row[4]) for row in own] == expected[0].tolist()
    assert {row[0] for row in rows} == {"W1"}


def test_that_weights_that_are_not_finite_are_named(panel: WeightHistoryPanel) -> None:
    W1, W2 = weights(400)
    W1[0, :3] = np.nan, np.inf, -np.inf
    curve = WeightCurve()
    for network in (Network(W1, W2), Network(np.full_like(W1, np.nan), W2)):
        job = WeightsJob(network, 400 + len(curve.shown().columns))
        job.advance()
        curve.add(job.result())
    panel.show_frame(frame(weight_history=curve.shown()))
    assert read_at(panel, 400, 0.0)[2:][1] == "3 not finite"
    only = WeightHistory(curve.shown().columns[1:])
    panel.show_frame(frame(weight_history=only))
    panel.grab()
    assert panel.plot.readout() == []


def test_that_the_legend_names_the_counts_of_the_colours(panel: WeightHistoryPanel) -> None:
    most = panel.plot.table.counts.max()
    assert [entry.text for entry in panel.view.legend.entries][-2:] == [
        str(most),
        "weights in a bin",
    ]
    assert "measured at 4 steps" in panel.measured.text()


def test_that_a_colour_of_the_legend_is_that_of_a_bin_of_as_many(
    panel: WeightHistoryPanel,
) -> None:
    for on in (False, True):
        panel.view.log_y.setChecked(on)
        *entries, _ = panel.view.legend.entries
        for entry in entries:
            levels = panel.plot.levels(np.array([int(entry.text)]))
            assert QColor.fromRgb(int(ramp(LIGHT)[levels[0]])).name() == entry.colour
        assert entries[0].text == "1"
        assert panel.plot.levels(np.array([0, 1, panel.plot.most])).tolist() == [0, 1, 255]


@pytest.mark.parametrize("size", [(40, 30), (230, 150), (1800, 1100)])
def test_that_any_size_is_drawn_in_both_themes(
    qtbot: Any, panel: WeightHistoryPanel, size: tuple[int, int]
) -> None:
    for theme in (DARK, LIGHT):
        use_theme(theme)
        panel.resize(*size)
        panel.set_presenting(theme is DARK)
        assert not panel.grab().isNull()


def test_that_colours_and_axis_are_of_what_is_in_sight(panel: WeightHistoryPanel) -> None:
    table = panel.plot.table
    for steps, columns in (((350, 450), slice(1, 2)), ((600, 1000), slice(2, 4)), (None, slice(4))):
        panel.set_view_range(steps)
        most = int(table.counts[columns].max())
        assert [entry.text for entry in panel.view.legend.entries][-2] == str(most)
        held = np.flatnonzero(table.counts[columns].any(axis=0))
        assert panel.plot.y_scale.low <= table.edges[held[0]]
        assert panel.plot.y_scale.high >= table.edges[held[-1] + 1]
    panel.plot.zoom_to(350, 450)
    most = int(table.counts[1].max())
    assert [entry.text for entry in panel.view.legend.entries][-2] == str(most)
