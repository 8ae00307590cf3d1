"""What the loss panel draws and says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.loss.panel import LossPanel
from tests.ui.frames import make_table
from tests.ui.panels.loss.hands import colours_in_plot, painted, pixel_of, run_of
from tests.ui.records import make_evaluations, make_history
from tests.ui.themes import use_theme


@given(
    values=st.lists(
        st.one_of(
            st.floats(0, 1e308),
            st.sampled_from([0.0, np.nan, np.inf, 5e-324, 1e-308, 1.7e308]),
        ),
        min_size=1,
        max_size=60,
    ),
    width=st.integers(1, 7),
    log=st.booleans(),
)
def test_that_any_loss_can_be_drawn(values: list[float], width: int, log: bool) -> None:
    QApplication.instance() or QApplication([])
    panel = LossPanel(lambda command: None)
    panel.resize(300, 150)
    losses = np.array(values)
    panel.show_frame(run_of(len(values), history=make_history(len(values), width, loss=losses)))
    panel.view.log_y.setChecked(log)
    panel.view.log_x.setChecked(log)
    assert np.isfinite([panel.plot.y_scale.low, panel.plot.y_scale.high]).all()
    assert panel.plot.y_scale.low < panel.plot.y_scale.high
    assert not painted(panel).isNull()
    panel.deleteLater()


def test_that_a_spike_of_one_step_among_sixty_thousand_is_painted(panel: LossPanel) -> None:
    losses = np.full(60_000, 0.1)
    losses[33_333] = 1.0
    spike = run_of(60_000, history=make_history(60_000, 30, loss=losses))
    panel.view.log_y.setChecked(True)
    panel.show_frame(spike)
    x = round(float(panel.plot.px(33_333)))
    y = round(float(panel.plot.py(0.5)))
    image = panel.plot.grab().toImage()
    near = {image.pixelColor(x + dx, y).name() for dx in (-1, 0, 1)}
    far = {image.pixelColor(x + dx, y).name() for dx in (-9, -8, 8, 9)}
    assert not near <= far


def test_that_an_infinite_loss_reaches_the_top_and_a_zero_the_bottom(panel: LossPanel) -> None:
    losses = np.array([0.5, np.inf, 0.0, 0.5])
    panel.view.log_y.setChecked(True)
    panel.show_frame(run_of(4, history=make_history(4, 1, loss=losses)))
    area = panel.plot.area()
    y = panel.plot.py(losses)
    assert y[1] <= area.top()
    assert y[2] >= area.top() + area.height()


def test_that_before_the_first_step_it_says_so(panel: LossPanel) -> None:
    panel.show_frame(
        run_of(0, train_curve=make_evaluations(0, 0), test_curve=make_evaluations(0, 0))
    )
    assert panel.plot.message
    panel.show_frame(run_of(1))
    assert not panel.plot.message
    assert colours_in_plot(panel) > 1


def test_that_accuracy_has_an_axis_only_where_something_is_classified(panel: LossPanel) -> None:
    panel.show_frame(run_of(100))
    assert panel.plot.right_scale is not None
    texts = [entry.text for entry in panel.view.legend.entries]
    assert any("accuracy" in text for text in texts)
    nan = make_evaluations(100, 4)
    nan = replace(nan, accuracy=np.full(4, np.nan))
    panel.show_frame(run_of(100, dataset=make_table(), train_curve=nan, test_curve=nan))
    assert panel.plot.right_scale is None


@pytest.mark.parametrize(("width", "expected"), [(1, "1\u202f000"), (30, "1\u202f020")])
def test_that_the_legend_names_the_width_of_the_moving_average(
    panel: LossPanel, width: int, expected: str
) -> None:
    panel.show_frame(run_of(6000, width))
    assert any(expected in entry.text for entry in panel.view.legend.entries)


def test_that_hovering_reads_the_bucket_and_the_accuracy(qtbot: Any, panel: LossPanel) -> None:
    frame = run_of(60_000, 30)
    panel.show_frame(frame)
    qtbot.mouseMove(panel.plot, pixel_of(panel, 20_010))
    lines = panel.plot.readout()
    bucket = panel.plot.bucket_at(panel.plot.x_value(pixel_of(panel, 20_010).x()))
    assert bucket is not None
    text = "\n".join(lines)
    from bpviz.ui.core.formatting import count, number

    assert count(int(frame.history.starts[bucket])) in text
    assert number(float(frame.history.loss.high[bucket])) in text
    assert ", accuracy " in text
    QApplication.sendEvent(panel.plot, QEvent(QEvent.Type.Leave))
    assert panel.plot.readout() == []


def test_that_what_lies_ahead_is_dimmed_after_going_back(panel: LossPanel) -> None:
    frame = run_of(60_000, 30)
    panel.show_frame(frame)
    x, y = round(float(panel.plot.px(50_000))), round(float(panel.plot.py(0.05)))
    before = panel.plot.grab().toImage().pixelColor(x, y)
    panel.show_frame(replace(frame, step=20_000))
    after = panel.plot.grab().toImage().pixelColor(x, y)
    assert after.lightness() > before.lightness()


def test_that_the_values_copied_are_exact(panel: LossPanel) -> None:
    frame = run_of(5)
    panel.show_frame(frame)
    actions = panel.plot.copy_menu().actions()
    actions[0].trigger()
    rows = QGuiApplication.clipboard().text().splitlines()
    assert float(rows[1].split("\t")[2]) == frame.history.loss.mean[0]
    actions[1].trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_that_it_follows_the_theme(panel: LossPanel) -> None:
    panel.show_frame(run_of(1000))
    for theme in (LIGHT, DARK):
        use_theme(theme)
        corner = panel.plot.grab().toImage().pixelColor(1, 1)
        assert corner.name() == theme.base


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (40, 30), (130, 60), (3840, 2160)])
def test_that_it_can_have_any_size(panel: LossPanel, size: tuple[int, int]) -> None:
    panel.show_frame(run_of(60_000, 30))
    panel.resize(*size)
    panel.plot.resize(*size)
    panel.plot.grab()
    panel.plot.hover = QPointF(1, 1)
    panel.grab()


def test_that_a_range_beyond_the_run_shows_an_empty_plot(panel: LossPanel) -> None:
    panel.show_frame(run_of(1000))
    panel.set_view_range((2**61, 2**61 + 5))
    panel.grab()
    panel.set_view_range((5000, 6000))
    panel.grab()
    assert panel.plot.bucket_at(5500) is None


def test_that_another_run_is_shown_as_a_whole(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(run_of(5000, 5))
    panel.plot.zoom_to(1000, 2000)
    panel.show_frame(run_of(5000, 5))
    assert panel.plot.view_range is not None
    with qtbot.waitSignal(panel.range_wanted, timeout=2000) as asked:
        panel.show_frame(run_of(100, run=2))
    assert asked.args == [None]
    assert panel.plot.view_range is None


def test_that_every_widget_that_takes_focus_explains_itself(panel: LossPanel) -> None:
    for button in (panel.view.log_x, panel.view.log_y, panel.view.whole_run):
        assert button.objectName()
        assert button.accessibleName()
        assert len(button.toolTip()) > 10


def test_that_one_step_is_no_plural(panel: LossPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel.plot, "averaged_steps", lambda: 1)
    panel.show_frame(run_of(30))
    assert any(entry.text == "mean of 1 step" for entry in panel.view.legend.entries)


def test_that_the_plot_has_most_of_a_small_panel(panel: LossPanel, qtbot: Any) -> None:
    panel.show_frame(run_of(1000))
    panel.resize(370, 270)
    qtbot.waitUntil(lambda: panel.plot.height() > panel.height() / 2)
