"""The histograms of weights and hidden values."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

from bpviz.training.events import State
from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.frames import changed, make_network
from tests.ui.panels.hidden_units.units import frame_of, view_histograms


def test_that_histograms_are_those_of_all_weights_and_of_the_selected_unit(
    panel: UnitsPanel,
) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    view_histograms(panel)
    plots = panel.histograms.plots
    assert all(plot.isVisible() for plot in plots.values())
    for name, matrix in (("W1", frame.network.W1), ("W2", frame.network.W2)):
        plot = plots[name]
        assert plot.every is not None
        assert plot.chosen is None
        assert plot.edges[0] == -plot.edges[-1]
        by_hand = np.histogram(matrix, bins=plot.edges)[0]
        np.testing.assert_array_equal(plot.every.counts, by_hand)
    panel.select(Selection("W2", 4, 3))
    for name, own in (("W1", frame.network.W1[3]), ("W2", frame.network.W2[:, 3])):
        chosen = plots[name].chosen
        assert chosen is not None
        assert chosen.name == "unit 3"
        by_hand = np.histogram(own, bins=plots[name].edges)[0]
        np.testing.assert_array_equal(chosen.counts, by_hand)
        assert chosen.shares().sum() == pytest.approx(100.0)
    values = plots["h"]
    assert values.every is not None
    assert values.chosen is not None
    assert values.every.counts.tolist() == [400, 400, 400, 400]
    assert values.chosen.counts.tolist() == [0, 0, 0, 200]
    for plot in plots.values():
        assert plot.x_title
        assert plot.y_title.startswith("%")
        assert len([tick for tick in plot.x_ticks(2) if tick.label]) >= 2


def test_that_histograms_follow_the_weights_and_the_look(panel: UnitsPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    view_histograms(panel)
    before = panel.histograms.plots["W1"].every
    panel.show_frame(replace(frame, state=State.RUNNING))
    assert panel.histograms.plots["W1"].every is before  # the same weights cost nothing
    network = make_network(784, 8, 10, seed=4)
    panel.show_frame(replace(frame, network=network))
    assert panel.histograms.plots["W1"].every is not before
    panel.show_frame(changed(frame, units=None))
    assert panel.histograms.plots["h"].every is None
    assert "Computing" in panel.histograms.plots["h"].message


def test_that_a_bin_can_be_read_and_the_counts_copied(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    view_histograms(panel)
    panel.select(Selection("W1", 2, 0))
    plot = panel.histograms.plots["h"]
    plot.hover = QPointF(plot.px([0.6])[0], plot.area().center().y())
    assert plot.readout() == [
        "0.500 to 0.750",
        f"all: 25.00 % ({count(400)})",
        "unit 2: 100.0 % (200)",
    ]
    rows = plot.values_text().split("\n")
    assert rows[0].split("\t") == ["from", "to", "all", "unit 2"]
    assert rows[3].split("\t") == ["0.5", "0.75", "400", "200"]


def test_that_one_histogram_can_be_chosen_and_a_small_panel_shows_one(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of())
    view_histograms(panel)
    assert not panel.head.order.isVisible()
    panel.histograms.choice.button("h").click()
    assert [name for name, plot in panel.histograms.plots.items() if plot.isVisible()] == ["h"]
    panel.histograms.choice.button("all").click()
    panel.resize(280, 250)
    QApplication.processEvents()
    assert panel.histograms.shown() == ("W1",)
    panel.resize(280, 900)
    QApplication.processEvents()
    assert panel.histograms.shown() == ("W1", "W2", "h")


def test_that_of_a_huge_matrix_a_sample_is_counted_and_it_says_so(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(512, units=None))
    view_histograms(panel)
    every = panel.histograms.plots["W1"].every
    assert every is not None
    assert every.name == "all, counted on a random subset"
    assert panel.interval_ms >= 33


def test_that_every_widget_that_takes_the_focus_is_named_and_explained(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(switched_off=(1,)))
    widgets = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QListView)  # what a combo box opens
    ]
    assert len(widgets) >= 4
    for widget in widgets:
        assert widget.objectName(), widget
        assert widget.accessibleName(), widget.objectName()
        assert widget.toolTip(), widget.objectName()
