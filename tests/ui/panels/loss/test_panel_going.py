"""Going, zooming and moving in the loss panel."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from bpviz.training.commands import Seek
from bpviz.ui.panels.loss.panel import LossPanel
from tests.ui.mouse import double_click
from tests.ui.panels.loss.hands import pixel_of, run_of, wheel


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
    qtbot.mouseClick(panel.view.log_x, Qt.MouseButton.LeftButton)
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
    assert panel.view.whole_run.isEnabled()


def test_that_a_double_click_shows_the_whole_run_without_going_anywhere(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(run_of(60_000, 30))
    panel.plot.zoom_to(20_000, 30_000)
    at = pixel_of(panel, 25_000)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(panel.range_wanted, timeout=2000) as asked:
        double_click(panel.plot, at)
    assert panel.plot.view_range is None
    assert asked.args == [None]
    assert not panel.view.whole_run.isEnabled()
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
    qtbot.mouseClick(panel.view.whole_run, Qt.MouseButton.LeftButton)
    assert panel.plot.view_range is None


def test_that_another_plots_range_is_taken_over_silently(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(run_of(5000, 5))
    with (
        qtbot.assertNotEmitted(panel.view_range_changed),
        qtbot.assertNotEmitted(panel.range_wanted, wait=200),
    ):
        panel.set_view_range((100, 200))
    assert panel.plot.view_range == (100, 200)
    assert panel.view.whole_run.isEnabled()
