"""The gradients panel: what it says, what a click selects, what it draws again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from bpviz.datasets.dataset import Part
from bpviz.training.commands import Seek, SelectSample, TrainNext
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.gradients.panel import GradientsPanel, View
from bpviz.ui.panels.gradients.scatter import SampleOrder
from tests.ui.frames import changed, make_frame, make_own, make_table
from tests.ui.records import make_classes, make_history, make_scan
from tests.ui.shown_panels import Sent, shown
from tests.ui.themes import use_theme


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> GradientsPanel:
    return shown(qtbot, GradientsPanel(sent), 700, 300)


def frame_of(m: int = 400, step: int = 0, scanned: int = 0, **overrides: Any) -> Any:
    dataset = make_classes(m)
    values = {"step": step, "tip": step, "scan": make_scan(dataset, scanned)}
    return make_frame(dataset, **(values | overrides))


@pytest.mark.parametrize("m", [1, 4, 60_000])
def test_that_a_click_on_a_point_selects_that_sample(
    qtbot: Any, panel: GradientsPanel, sent: list[Any], m: int
) -> None:
    panel.show_frame(frame_of(m))
    plot = panel.samples.plot
    index = m // 2
    at = plot.place_of(index).toPoint()
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert len(sent) == 1
    assert isinstance(sent[0], SelectSample)
    found = plot.place_of(sent[0].index)
    assert abs(found.x() - plot.place_of(index).x()) <= 1.5
    if m <= 4:
        assert sent == [SelectSample(index)]


def test_that_the_menu_of_a_point_trains_on_that_sample_next(
    panel: GradientsPanel, sent: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []  # the offscreen platform cannot open one
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    panel.show_frame(frame_of(4))
    plot = panel.samples.plot
    at = plot.place_of(2).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, plot.mapToGlobal(at))
    QGuiApplication.sendEvent(plot, event)
    train = opened[0].actions()[0]
    assert train.text() == "Train on this sample next"
    train.trigger()
    opened[0].close()
    assert sent == [TrainNext(2)]


def test_that_beside_all_points_the_menu_only_copies(panel: GradientsPanel) -> None:
    panel.show_frame(frame_of(1))
    plot = panel.samples.plot
    for hover in (None, plot.place_of(0) + QPointF(60, 0)):
        plot.hover = hover
        assert "Train on this sample next" not in [a.text() for a in plot.copy_menu().actions()]


def test_that_the_readout_says_what_the_menu_can_do(panel: GradientsPanel) -> None:
    panel.show_frame(frame_of(4))
    plot = panel.samples.plot
    plot.hover = plot.place_of(2)
    lines = plot.readout()
    assert lines[:-1] == panel.samples.describe(2)
    assert "train" in lines[-1]


def test_that_a_click_beside_all_points_selects_nothing(
    qtbot: Any, panel: GradientsPanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_of(1))
    plot = panel.samples.plot
    at = plot.place_of(0).toPoint() + QPoint(60, 0)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert not sent


def test_that_it_says_at_which_step_it_was_computed_and_how_long_ago(panel: GradientsPanel) -> None:
    panel.show_frame(frame_of(step=45_011, scanned=45_011))
    assert panel.age.text() == f"computed at step {count(45_011)}"
    panel.show_frame(frame_of(step=48_211, scanned=45_011))
    assert f"{count(3200)} steps ago" in panel.age.text()
    panel.show_frame(frame_of(step=45_000, scanned=45_011))
    assert "11 steps ahead" in panel.age.text()


def test_that_the_age_grows_while_the_scan_stays(panel: GradientsPanel) -> None:
    frame = frame_of(step=10, scanned=10)
    panel.show_frame(frame)
    version = panel.samples.plot._version
    panel.show_frame(replace(frame, step=15, tip=15))
    assert "5 steps ago" in panel.age.text()
    assert panel.samples.plot._version == version


def test_that_before_the_first_scan_it_says_that_it_is_being_computed(
    panel: GradientsPanel,
) -> None:
    panel.show_frame(frame_of(scan=None))
    assert "Computing" in panel.samples.plot.message
    assert panel.age.text() == "computing…"
    panel.grab()
    panel.show_frame(frame_of())
    assert not panel.samples.plot.message
    loading = make_frame(dataset_loaded=False)
    panel.show_frame(loading)
    assert panel.samples.plot.message
    panel.grab()


def test_that_zeros_and_what_is_not_finite_are_counted(panel: GradientsPanel) -> None:
    frame = frame_of(5)
    magnitudes = frame.scan.magnitudes.copy()
    magnitudes[:, 0] = [0.0, np.nan, np.inf, 1.0, 0.0]
    panel.show_frame(changed(frame, scan=replace(frame.scan, magnitudes=magnitudes)))
    assert "0 (at the bottom edge): 2" in panel.age.text()
    assert "not finite (at the top edge): 2" in panel.age.text()
    panel.samples.matrix.button("W2").click()
    assert "edge" not in panel.age.text()
    panel.resize(560, panel.height())
    QApplication.processEvents()
    panel.samples.matrix.button("W1").click()
    magnitudes = np.where(np.isfinite(magnitudes), magnitudes, 1.0)
    panel.show_frame(changed(frame, scan=replace(frame.scan, magnitudes=magnitudes)))
    assert not panel.age.elided
    assert panel.age.text().endswith("0 (at the bottom edge): 2")


def test_that_either_matrix_can_be_looked_at(qtbot: Any, panel: GradientsPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    assert (panel.samples.plot.values == frame.scan.magnitudes[:, 0]).all()
    qtbot.mouseClick(panel.samples.matrix.button("W2"), Qt.MouseButton.LeftButton)
    assert (panel.samples.plot.values == frame.scan.magnitudes[:, 1]).all()
    assert "∂W₂" in panel.samples.plot.y_title


def test_that_orders_and_the_linear_axis_can_be_chosen(panel: GradientsPanel) -> None:
    panel.show_frame(frame_of())
    for i in range(panel.samples.order.count()):
        panel.samples.order.setCurrentIndex(i)
        assert panel.samples.plot.order == panel.samples.order.itemData(i)
        panel.grab()
    assert panel.samples.plot.order is SampleOrder.INDEX
    assert panel.samples.plot.x_title == "sample index"
    panel.samples.log.click()
    assert not panel.samples.plot.y_scale.log


def test_that_hovering_tells_all_about_a_sample(qtbot: Any, panel: GradientsPanel) -> None:
    frame = frame_of(4)
    panel.show_frame(frame)
    plot = panel.samples.plot
    qtbot.mouseMove(plot, plot.place_of(2).toPoint())
    text = "\n".join(plot.readout())
    assert "sample 2" in text
    assert f"class {frame.dataset.class_names[frame.dataset.labels[2]]}" in text
    for value in frame.scan.magnitudes[2]:
        assert number(value) in text
    assert number(frame.scan.losses[2]) in text
    assert ("correct" if frame.scan.correct[2] else "misclassified") in text


def test_that_the_current_sample_is_marked_only_while_the_run_stands(panel: GradientsPanel) -> None:
    frame = frame_of(selected=7, sample=3)
    panel.show_frame(frame)
    assert (panel.samples.plot.selected, panel.samples.plot.current) == (7, 3)
    panel.show_frame(replace(frame, state=State.RUNNING))
    assert (panel.samples.plot.selected, panel.samples.plot.current) == (7, None)


def test_that_the_legend_leaves_its_room_to_the_plot_where_the_axis_names_the_classes(
    panel: GradientsPanel,
) -> None:
    panel.show_frame(frame_of())
    legend, order = panel.samples.legend, panel.samples.order
    few, one = legend.width(), legend.minimumSizeHint().height()
    legend.entries *= 9  # as many as there are letters for, however wide the panel is
    assert legend.heightForWidth(few) == one
    order.setCurrentIndex(order.findData(SampleOrder.SIZE))
    assert legend.heightForWidth(few) > one


def test_that_a_regression_has_neither_classes_nor_right_and_wrong(panel: GradientsPanel) -> None:
    table = make_table(6)
    panel.show_frame(make_frame(table, scan=make_scan(table)))
    assert panel.samples.legend.entries == ()
    assert len(panel.samples.describe(1)) == 4
    panel.grab()


def test_that_the_view_says_what_it_needs(panel: GradientsPanel) -> None:
    assert (panel.shows_scan, panel.shows_history) == (True, False)
    panel.views.button("time").click()
    assert panel.needs() == {Need.HISTORY}
    assert (panel.shows_scan, panel.shows_history) == (False, True)
    assert panel.samples.isHidden()
    assert panel.age.text() == ""
    panel.set_view(View.BOTH)
    assert (panel.shows_scan, panel.shows_history) == (True, True)
    assert not panel.samples.isHidden()
    assert not panel.time.isHidden()


@pytest.mark.parametrize("history", [None, make_history(1), make_history(6000, 30)])
def test_that_the_view_along_time_shows_any_record(panel: GradientsPanel, history: Any) -> None:
    panel.set_view(View.TIME)
    tip = 0 if history is None else history.tip
    panel.show_frame(frame_of(step=tip, history=history))
    assert bool(panel.time.plot.message) is (history is None)
    panel.grab()


def test_that_a_click_along_time_goes_to_that_step(
    qtbot: Any, panel: GradientsPanel, sent: list[Any]
) -> None:
    panel.set_view(View.TIME)
    panel.show_frame(frame_of(step=6000, history=make_history(6000, 30)))
    qtbot.waitUntil(lambda: panel.time.plot.area().width() > 50)  # laid out
    area = panel.time.plot.area()
    at = QPoint(round(float(panel.time.plot.px(3000))), area.center().y())
    qtbot.mouseMove(panel.time.plot, at)
    assert "‖∂W₂‖" in "\n".join(panel.time.plot.readout())
    qtbot.mouseClick(panel.time.plot, Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(sent[0], Seek)
    assert sent[0].step == pytest.approx(3000, abs=6000 / area.width())


def test_that_the_values_copied_are_exact(panel: GradientsPanel) -> None:
    frame = frame_of(4)
    panel.show_frame(frame)
    panel.samples.plot.copy_menu().actions()[0].trigger()
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0][:4] == ["index", "class", "grad_W1", "grad_W2"]
    assert [float(row[3]) for row in rows[1:]] == frame.scan.magnitudes[:, 1].tolist()


def test_that_it_follows_the_theme_at_any_size(qtbot: Any, panel: GradientsPanel) -> None:
    panel.set_view(View.BOTH)
    panel.show_frame(frame_of(step=600, history=make_history(600)))
    use_theme(DARK)
    qtbot.waitUntil(lambda: panel.time.plot.area().width() > 50)  # laid out
    for plot in (panel.samples.plot, panel.time.plot):
        assert plot.grab().toImage().pixelColor(1, 1).name() == DARK.base
    for size in ((0, 0), (1, 1), (60, 40), (3840, 800)):
        panel.resize(*size)
        panel.grab()


def test_that_only_samples_of_the_training_set_are_ringed(panel: GradientsPanel) -> None:
    dataset, plot = make_classes(40), panel.samples.plot
    scan = make_scan(dataset, 0)
    panel.show_frame(make_frame(dataset, scan=scan, sample=7, selected=3))
    assert (plot.selected, plot.current) == (3, 7)
    panel.show_frame(make_frame(dataset, scan=scan, sample=7, selected=3, selected_part=Part.TEST))
    assert (plot.selected, plot.current) == (None, 7)
    panel.show_frame(make_frame(dataset, scan=scan, own=make_own(dataset)))
    assert (plot.selected, plot.current) == (None, None)
