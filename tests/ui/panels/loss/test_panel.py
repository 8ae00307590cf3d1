"""What the loss panel draws and says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.loss.panel import LossPanel
from tests.ui.frames import make_table
from tests.ui.panels.loss.hands import colours_in_plot, painted, pixel_of, run_of
from tests.ui.records import make_evaluations, make_history
from tests.ui.shown_panels import shown
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


def test_that_no_mean_is_said_to_be_of_more_steps_than_there_are(panel: LossPanel) -> None:
    for tip, legend in (
        (1, "mean of 1 step"), (12, "mean of 12 steps"), (3_000, "mean of 1\u202f000 steps")
    ):  # fmt: skip
        panel.show_frame(run_of(tip))
        assert legend in [entry.text for entry in panel.view.legend.entries]
        for step in (0, tip // 2):
            panel.plot.hover = QPointF(pixel_of(panel, step))
            said = [line for line in panel.plot.readout() if line.startswith("mean of")]
            there = count(min(step + 1, 1000))
            assert [line.partition(":")[0] for line in said] == (
                [f"mean of {there} steps"] if step else []
            )


def test_that_one_step_is_no_plural(panel: LossPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel.plot, "averaged_steps", lambda: 1)
    panel.show_frame(run_of(30))
    assert any(entry.text == "mean of 1 step" for entry in panel.view.legend.entries)


def test_that_the_plot_has_most_of_a_small_panel(panel: LossPanel, qtbot: Any) -> None:
    panel.show_frame(run_of(1000))
    panel.resize(370, 270)
    qtbot.waitUntil(lambda: panel.plot.height() > panel.height() / 2)


def test_that_the_loss_axis_becomes_logarithmic_once_the_loss_spans_a_decade(
    panel: LossPanel,
) -> None:
    flat = np.full(1000, 0.5)
    none = make_evaluations(1000, 0)
    for losses, log in ((flat, False), (np.geomspace(1, 0.01, 1000), True), (flat, False)):
        history = make_history(1000, 1, loss=losses)
        panel.show_frame(run_of(1000, history=history, train_curve=none, test_curve=none))
        assert panel.plot.y_scale.log is log
        assert panel.view.log_y.isChecked() is log


def test_that_single_extremes_do_not_make_the_axis_logarithmic(panel: LossPanel) -> None:
    losses = np.full(60_000, 0.5)
    losses[::500] = 1e-6
    none = make_evaluations(0, 0)
    history = make_history(60_000, 100, loss=losses)
    panel.show_frame(run_of(60_000, history=history, train_curve=none, test_curve=none))
    assert not panel.plot.y_scale.log


def test_that_an_axis_between_linear_and_logarithmic_does_not_flicker(panel: LossPanel) -> None:
    none, logs = make_evaluations(0, 0), []
    for ratio in (9, 11, 9, 11, 6, 11, 4, 9):
        history = make_history(1000, 1, loss=np.geomspace(1, 1 / ratio, 1000))
        panel.show_frame(run_of(1000, history=history, train_curve=none, test_curve=none))
        logs.append(panel.plot.y_scale.log)
    assert logs == [False, True, True, True, True, True, False, False]


@pytest.mark.parametrize("chosen", [False, True])
def test_that_a_persons_choice_of_the_axis_wins(qtbot: Any, panel: LossPanel, chosen: bool) -> None:
    panel.show_frame(run_of(60_000, 30))
    assert panel.view.log_y.isChecked()
    for _ in range(2 if chosen else 1):
        qtbot.mouseClick(panel.view.log_y, Qt.MouseButton.LeftButton)
    flat = make_history(1000, 1, loss=np.full(1000, 0.5))
    for frame in (run_of(60_000, 30), run_of(1000, history=flat, run=2), run_of(60_000, 30)):
        panel.show_frame(frame)
        assert panel.plot.y_scale.log is panel.view.log_y.isChecked() is chosen


def test_that_the_axis_stays_what_it_is_while_a_part_is_in_sight(panel: LossPanel) -> None:
    panel.show_frame(run_of(60_000, 30))
    panel.set_view_range((50_000, 50_100))
    none = make_evaluations(0, 0)
    flat = make_history(60_000, 30, loss=np.full(60_000, 0.5))
    panel.show_frame(run_of(60_000, history=flat, train_curve=none, test_curve=none))
    assert panel.plot.y_scale.log
    panel.set_view_range(None)
    panel.show_frame(run_of(60_000, history=flat, train_curve=none, test_curve=none))
    assert not panel.plot.y_scale.log


def test_that_extremes_can_be_switched_off(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(run_of(60_000, 30))
    assert "extremes" in [entry.text for entry in panel.view.legend.entries]
    before = panel.plot.grab().toImage()
    qtbot.mouseClick(panel.view.extremes, Qt.MouseButton.LeftButton)
    assert "extremes" not in [entry.text for entry in panel.view.legend.entries]
    assert panel.plot.grab().toImage() != before
    panel.plot.hover = QPointF(pixel_of(panel, 20_010))
    assert any("extremes" in line for line in panel.plot.readout())  # the numbers stay


def test_that_the_readout_and_the_table_have_band_mean_and_extremes(panel: LossPanel) -> None:
    frame = run_of(60_000, 30)
    panel.show_frame(frame)
    panel.plot.hover = QPointF(pixel_of(panel, 20_010))
    bucket = panel.plot.bucket_at(panel.plot.x_value(panel.plot.hover.x()))
    assert bucket is not None
    loss, (lower, upper) = frame.history.loss, frame.history.loss_quantiles
    lines = panel.plot.readout()
    assert f"mean loss {number(loss.mean[bucket])}" in lines
    assert f"10–90 % of the steps: {number(lower[bucket])} … {number(upper[bucket])}" in lines
    assert f"extremes: {number(loss.low[bucket])} … {number(loss.high[bucket])}" in lines
    rows = [row.split("\t") for row in panel.plot.values_text().splitlines()]
    row = dict(zip(rows[0], rows[1 + bucket], strict=True))
    for name, values in (
        ("loss_min", loss.low),
        ("loss_10_percent", lower),
        ("loss_mean", loss.mean),
        ("loss_90_percent", upper),
        ("loss_max", loss.high),
    ):
        assert float(row[name]) == values[bucket]


def test_that_few_steps_are_named_as_such(panel: LossPanel) -> None:
    panel.show_frame(run_of(100))
    texts = [entry.text for entry in panel.view.legend.entries]
    assert "every step" in texts
    assert "extremes" not in texts


def test_that_whats_this_explains_band_mean_extremes_and_keys(panel: LossPanel) -> None:
    words = panel.plot.whatsThis()
    for word in (
        "10 %",
        "90 %",
        "moving average",
        "outline",
        "joined only",
        "Enter",
        "logarithmic",
    ):
        assert word in words


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_switches_have_the_outline_of_a_button(panel: LossPanel, theme: Any) -> None:
    use_theme(theme)
    panel.show_frame(run_of(100))
    for button in (panel.view.extremes, panel.view.log_x, panel.view.log_y):
        for on in (False, True):
            button.setChecked(on)
            image = button.grab().toImage()
            middle, height = image.height() // 2, image.height()
            edge = {image.pixelColor(0, y).name() for y in range(2, height - 2)}
            assert len(edge) == 1
            assert edge != {theme.window, image.pixelColor(3, middle).name()}
        off, on = (grabbed(button, state) for state in (False, True))
        assert off != on


def grabbed(button: Any, on: bool) -> Any:
    button.setChecked(on)
    return button.grab().toImage()


def test_that_curves_are_those_of_the_branch_shown(qtbot: Any, panel: LossPanel) -> None:
    """After going to another branch nothing is left of what was measured on the first."""
    steps = np.array([0, 20_000, 40_000])
    one = replace(make_evaluations(60_000, 3), steps=steps)
    other = replace(make_evaluations(60_000, 3), steps=np.array([0, 10_000, 50_000]))
    panel.show_frame(run_of(60_000, 30, train_curve=one, test_curve=one))
    panel.show_frame(run_of(60_000, 30, train_curve=other, test_curve=other, branch=1))
    fresh = shown(qtbot, LossPanel(lambda command: None), 800, 300)
    fresh.show_frame(run_of(60_000, 30, train_curve=other, test_curve=other, branch=1))
    for plot in (fresh.plot, panel.plot):
        plot.resize(700, 250)
    assert fresh.plot.grab().toImage() == panel.plot.grab().toImage()
