"""The loss panel: what it draws survives any number, and what is clicked is the right step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from bpviz.training.commands import Seek
from bpviz.ui.panels.loss import LossPanel
from bpviz.ui.theme import DARK, LIGHT
from tests.ui.frames import make_frame, make_table
from tests.ui.records import make_classes, make_evaluations, make_history


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> LossPanel:
    panel = LossPanel(sent.append)
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    return panel


def run_of(tip: int, width: int = 1, **overrides: Any) -> Any:
    values = {
        "dataset": make_classes(50),
        "step": tip,
        "tip": tip,
        "history": make_history(tip, width) if tip else None,
        "train_curve": make_evaluations(tip, 4),
        "test_curve": make_evaluations(tip, 4),
    }
    return make_frame(**(values | overrides))


def pixel_of(panel: LossPanel, step: float) -> QPoint:
    area = panel.plot.area()
    return QPoint(round(float(panel.plot.px(step))), area.top() + area.height() // 2)


def wheel(panel: LossPanel, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(panel.plot.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.plot, event)


def painted(panel: LossPanel) -> QImage:
    return panel.grab().toImage()


def colours_in_plot(panel: LossPanel) -> int:
    image, area = panel.plot.grab().toImage(), panel.plot.area()
    rows = range(area.top(), area.bottom(), 2)
    return len({image.pixel(x, y) for y in rows for x in range(area.left(), area.right(), 3)})


@pytest.mark.parametrize("step", [0, 12_345, 59_999])
def test_that_a_click_goes_to_the_step_under_it(
    qtbot: Any, panel: LossPanel, sent: list[Any], step: int
) -> None:
    panel.show_frame(run_of(60_000, 30))
    at = pixel_of(panel, step)
    at.setX(min(at.x(), panel.plot.area().right()))
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    assert len(sent) == 1
    assert isinstance(sent[0], Seek)
    one_pixel = 60_000 / panel.plot.area().width()
    assert abs(sent[0].step - step) <= one_pixel


def test_that_a_click_outside_the_plot_area_does_nothing(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(1000))
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not sent


def test_that_a_click_on_the_logarithmic_axis_goes_to_the_step_under_it(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(60_000, 30))
    qtbot.mouseClick(panel.log_x, Qt.MouseButton.LeftButton)
    assert "step + 1" in panel.plot.x_title
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=pixel_of(panel, 99))
    assert sent[0].step == pytest.approx(99, abs=2)
    first = panel.plot.area().topLeft() + QPoint(0, 20)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=first)
    assert sent[1] == Seek(0)


def test_that_the_wheel_zooms_about_the_mouse_and_asks_for_the_finer_record_once(
    qtbot: Any, panel: LossPanel
) -> None:
    panel.show_frame(run_of(60_000, 30))
    at = pixel_of(panel, 30_000)
    before = panel.plot.x_value(at.x())
    with qtbot.waitSignal(panel.range_wanted, timeout=2000) as asked:
        for _ in range(6):
            wheel(panel, at, 1)
    assert panel.plot.x_value(at.x()) == pytest.approx(before, abs=60)
    first, last = panel.plot.view_range
    assert last - first == pytest.approx(60_000 * 0.8**6, rel=0.02)
    wanted = asked.args[0]
    assert wanted[0] <= max(0, first - 1000)
    assert wanted[1] >= last


def test_that_dragging_shows_the_chosen_steps_and_sends_no_seek(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(60_000, 30))
    start, end = pixel_of(panel, 40_000), pixel_of(panel, 20_000)
    qtbot.mousePress(panel.plot, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(panel.plot, end)
    qtbot.mouseRelease(panel.plot, Qt.MouseButton.LeftButton, pos=end)
    first, last = panel.plot.view_range
    assert first == pytest.approx(20_000, abs=100)
    assert last == pytest.approx(40_000, abs=100)
    assert not sent
    assert panel.whole_run.isEnabled()


def test_that_a_double_click_shows_the_whole_run_without_going_anywhere(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(60_000, 30))
    panel.plot.zoom_to(20_000, 30_000)
    at = pixel_of(panel, 25_000)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(panel.range_wanted, timeout=2000) as asked:
        qtbot.mouseDClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    assert panel.plot.view_range is None
    assert asked.args == [None]
    assert not panel.whole_run.isEnabled()
    assert not sent


def test_that_a_click_in_a_zoomed_plot_is_sent_once_it_is_no_double_click(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(60_000, 30))
    panel.plot.zoom_to(20_000, 30_000)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=pixel_of(panel, 25_000))
    qtbot.waitUntil(lambda: len(sent) == 1, timeout=3000)
    assert sent[0].step == pytest.approx(25_000, abs=20)


def test_that_the_button_shows_the_whole_run(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(run_of(5000, 5))
    panel.plot.zoom_to(100, 200)
    qtbot.mouseClick(panel.whole_run, Qt.MouseButton.LeftButton)
    assert panel.plot.view_range is None


def test_that_another_plots_range_is_taken_over_silently(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(run_of(5000, 5))
    with (
        qtbot.assertNotEmitted(panel.view_range_changed),
        qtbot.assertNotEmitted(panel.range_wanted, wait=200),
    ):
        panel.set_view_range((100, 200))
    assert panel.plot.view_range == (100, 200)
    assert panel.whole_run.isEnabled()


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
    panel.log_y.setChecked(log)
    panel.log_x.setChecked(log)
    assert np.isfinite([panel.plot.y_scale.low, panel.plot.y_scale.high]).all()
    assert panel.plot.y_scale.low < panel.plot.y_scale.high
    assert not painted(panel).isNull()
    panel.deleteLater()


def test_that_a_spike_of_one_step_among_sixty_thousand_is_painted(panel: LossPanel) -> None:
    losses = np.full(60_000, 0.1)
    losses[33_333] = 1.0
    spike = run_of(60_000, history=make_history(60_000, 30, loss=losses))
    panel.log_y.setChecked(True)
    panel.show_frame(spike)
    x = round(float(panel.plot.px(33_333)))
    y = round(float(panel.plot.py(0.5)))
    image = panel.plot.grab().toImage()
    near = {image.pixelColor(x + dx, y).name() for dx in (-1, 0, 1)}
    far = {image.pixelColor(x + dx, y).name() for dx in (-9, -8, 8, 9)}
    assert not near <= far


def test_that_an_infinite_loss_reaches_the_top_and_a_zero_the_bottom(panel: LossPanel) -> None:
    losses = np.array([0.5, np.inf, 0.0, 0.5])
    panel.log_y.setChecked(True)
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
    texts = [entry.text for entry in panel.legend.entries]
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
    assert any(expected in entry.text for entry in panel.legend.entries)


def test_that_hovering_reads_the_bucket_and_the_accuracy(qtbot: Any, panel: LossPanel) -> None:
    frame = run_of(60_000, 30)
    panel.show_frame(frame)
    qtbot.mouseMove(panel.plot, pixel_of(panel, 20_010))
    lines = panel.plot.readout()
    bucket = panel.plot.bucket_at(panel.plot.x_value(pixel_of(panel, 20_010).x()))
    assert bucket is not None
    text = "\n".join(lines)
    from bpviz.ui.text import count, number

    assert count(int(frame.history.starts[bucket])) in text
    assert number(float(frame.history.loss.high[bucket])) in text
    assert "% right" in text
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
        panel.set_theme(theme)
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
    for button in (panel.log_x, panel.log_y, panel.whole_run):
        assert button.objectName()
        assert button.accessibleName()
        assert len(button.toolTip()) > 10


def test_that_one_step_is_no_plural(panel: LossPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel.plot, "averaged_steps", lambda: 1)
    panel.show_frame(run_of(30))
    assert any(entry.text == "mean of 1 step" for entry in panel.legend.entries)


def test_that_the_plot_has_most_of_a_small_panel(panel: LossPanel, qtbot: Any) -> None:
    panel.show_frame(run_of(1000))
    panel.resize(370, 270)
    qtbot.waitUntil(lambda: panel.plot.height() > panel.height() / 2)
