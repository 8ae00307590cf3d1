"""The other branches in the loss panel: drawn, named, read out, switched to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from bpviz.training.commands import Seek, SwitchBranch
from bpviz.training.infos import BranchCurve, BranchInfo
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.loss.panel import MOST_NAMED, LossPanel
from tests.ui.branches import make_branch_curve, make_branched, make_branches, make_comparison
from tests.ui.shown_panels import Sent, shown
from tests.ui.themes import use_theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> LossPanel:
    return shown(qtbot, LossPanel(sent), 800, 400)


def place(panel: LossPanel, step: float, loss: float) -> QPoint:
    return QPoint(round(float(panel.plot.px(step))), round(float(panel.plot.py(loss))))


def colours_at(panel: LossPanel, at: QPoint) -> set[str]:
    image = panel.plot.grab().toImage()
    return {image.pixelColor(at.x(), at.y() + dy).name() for dy in range(-3, 4)}


def alone(**overrides: Any) -> Any:
    return make_branched(branches=make_branches()[:1], branch=0, step=6000, tip=6000, **overrides)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_other_branches_are_drawn_in_their_colours(panel: LossPanel, theme: Any) -> None:
    use_theme(theme)
    panel.show_frame(make_branched(history=None))
    for step, loss, branch in ((4500, 0.6, 1), (7000, 0.9, 3), (500, 0.2, 0)):
        assert branch_colour(branch, theme).name() in colours_at(panel, place(panel, step, loss))
    # Before its fork a branch has no line of its own.
    assert branch_colour(3, theme).name() not in colours_at(panel, place(panel, 2000, 0.9))


def test_that_the_first_frame_with_branches_leaves_room_for_their_names(panel: LossPanel) -> None:
    """Beside the buttons there was none once one more of these had come, until the next frame."""
    legend = panel.view.legend
    for width in range(500, 1300, 20):
        panel.resize(width, 400)
        panel.show_frame(alone())
        QApplication.processEvents()
        panel.show_frame(make_branched())
        QApplication.processEvents()
        assert legend.fits(legend.width())


def test_that_lines_lie_where_the_values_are_on_logarithmic_axes(panel: LossPanel) -> None:
    panel.view.log_x.setChecked(True)
    panel.view.log_y.setChecked(True)
    panel.show_frame(make_branched(history=None))
    assert branch_colour(3, LIGHT).name() in colours_at(panel, place(panel, 7000, 0.9))


def test_that_the_axes_reach_to_the_longest_branch_and_the_greatest_loss(
    panel: LossPanel,
) -> None:
    notes = list(make_branches())
    notes[3] = replace(notes[3], curve=make_branch_curve(3000, 8000, 10, 30.0))
    panel.show_frame(make_branched(branches=tuple(notes)))
    assert panel.plot.x_scale.high >= 8000
    assert panel.plot.y_scale.high >= 30
    panel.view.branches.setChecked(False)
    assert panel.plot.x_scale.high < 8000
    assert panel.plot.y_scale.high < 30


def test_that_the_switch_hides_them_and_says_that_they_are_not_needed(
    qtbot: Any, panel: LossPanel
) -> None:
    panel.show_frame(make_branched())
    assert panel.view.branches.isChecked()
    qtbot.mouseClick(panel.view.branches, Qt.MouseButton.LeftButton)
    assert not panel.view.branches.isChecked()
    assert not panel.plot.branches.lines
    assert not any("first" in entry.text for entry in panel.view.legend.entries)
    panel.show_frame(make_branched())
    assert not panel.plot.branches.lines


def test_that_with_one_branch_nothing_speaks_of_branches(panel: LossPanel) -> None:
    panel.show_frame(alone())
    assert not panel.view.branches.isVisible()
    assert not any("branches" in entry.text for entry in panel.view.legend.entries)
    panel.show_frame(make_branched())
    assert panel.view.branches.isVisible()


def test_that_the_legend_names_a_few_and_counts_the_others(panel: LossPanel) -> None:
    notes = [BranchInfo(0, "first", None, 0, 6000, "", make_branch_curve(0, 6000, 10, 0.2))]
    notes += [
        BranchInfo(i, f"branch {i}", 0, 100, 5000, "", make_branch_curve(100, 5000, 10, 0.3))
        for i in range(1, 17)
    ]
    panel.show_frame(make_branched(branches=tuple(notes), branch=2))
    named = [entry for entry in panel.view.legend.entries if entry.text.startswith("branch ")]
    assert [entry.text for entry in named] == ["branch 16", "branch 15", "branch 14"]
    assert named[0].colour == branch_colour(16, LIGHT).name()
    assert panel.view.legend.entries[-1].text == f"+ {16 - MOST_NAMED} more"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_branch_that_the_legend_does_not_name_is_grey(panel: LossPanel, theme: Any) -> None:
    use_theme(theme)
    notes = tuple(
        BranchInfo(i, f"branch {i}", None, 0, 6000, "", make_branch_curve(0, 6000, 10, i / 10))
        for i in range(1, 8)
    )
    panel.show_frame(make_branched(branches=notes, branch=1, history=None))
    for branch in (5, 6, 7):
        assert branch_colour(branch, theme).name() in colours_at(
            panel, place(panel, 5000, branch / 10)
        )
    for branch in (2, 3, 4):
        found = colours_at(panel, place(panel, 5000, branch / 10))
        assert branch_colour(branch, theme).name() not in found
        assert len(found) > 1  # but it is drawn
    compared = make_comparison(2, 3, 3000)
    panel.show_frame(make_branched(branches=notes, branch=1, history=None, comparison=compared))
    assert branch_colour(2, theme).name() in colours_at(panel, place(panel, 5000, 0.2))


def test_that_hovering_reads_the_nearest_branch_first(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(make_branched())
    QApplication.processEvents()  # the buttons go below the legend
    qtbot.mouseMove(panel.plot, place(panel, 3500, 0.6))
    lines = panel.plot.readout()
    branches = [line for line in lines if ": mean" in line]
    assert branches[0] == f"fast: mean {number(0.6)}"
    assert {line.split(":")[0] for line in branches} == {"fast", "first", "printed"}
    assert "“fast”" in lines[-1]
    panel.plot.hover = QPointF(place(panel, 2500, 0.6))
    assert not any("printed" in line for line in panel.plot.readout())


def test_that_alt_and_a_click_switch_to_the_branch_under_it(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(make_branched())
    at = place(panel, 4500, 0.6)
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, ALT, at + QPoint(0, 4))
    assert sent == [SwitchBranch(1)]
    sent.clear()
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, ALT, at - QPoint(0, 60))
    assert not sent
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    assert [type(command) for command in sent] == [Seek]


def test_that_a_click_beyond_the_own_end_goes_to_the_end(
    qtbot: Any, panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(make_branched())
    qtbot.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=place(panel, 7000, 0.1))
    assert sent == [Seek(4000)]


def test_that_the_menu_switches_to_the_branch_under_the_mouse(
    panel: LossPanel, sent: list[Any]
) -> None:
    panel.show_frame(make_branched())
    panel.plot.hover = QPointF(place(panel, 7000, 0.9))
    menu = panel.plot.copy_menu()
    action = menu.findChild(QAction, "switch_to_branch")
    assert action is not None
    assert "“printed”" in action.text()
    action.trigger()
    assert sent == [SwitchBranch(3)]
    panel.plot.hover = QPointF(place(panel, 7000, 0.5))
    assert panel.plot.copy_menu().findChild(QAction, "switch_to_branch") is None


def test_that_branches_that_are_compared_stand_out(panel: LossPanel) -> None:
    def thickness(branch: int, step: float, loss: float) -> int:
        image, at = panel.plot.grab().toImage(), place(panel, step, loss)
        colour = branch_colour(branch, LIGHT).name()
        return sum(image.pixelColor(at.x(), at.y() + dy).name() == colour for dy in range(-8, 9))

    panel.show_frame(make_branched(history=None))
    assert (thickness(1, 4500, 0.6), thickness(3, 7000, 0.9)) == (1, 1)
    assert not panel.plot.strong
    panel.show_frame(make_branched(history=None, comparison=make_comparison(1, 2, 3000)))
    assert (thickness(1, 4500, 0.6), thickness(3, 7000, 0.9)) == (2, 0)
    assert panel.plot.strong


def test_that_lines_are_drawn_once_until_something_changes(
    panel: LossPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = make_branched()
    panel.show_frame(frame)
    panel.plot.grab()
    lines = panel.plot.branches
    drawn: list[int] = []
    monkeypatch.setattr(lines, "_paint_all", lambda *_: drawn.append(1))
    panel.show_frame(replace(frame, loss=0.3))
    panel.plot.grab()
    assert not drawn
    notes = list(frame.branches)
    notes[0] = replace(notes[0], curve=make_branch_curve(0, 6000, 10, 0.25))
    panel.show_frame(replace(frame, branches=tuple(notes)))
    panel.plot.grab()
    assert len(drawn) == 1


def test_that_a_thousand_branches_are_drawn_once(
    panel: LossPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    curve = make_branch_curve(1000, 6000, 10, 0.4)
    notes = tuple(
        BranchInfo(i, f"b{i}", 0 if i else None, 1000, 6000, "", curve) for i in range(1000)
    )
    frame = make_branched(branches=notes, branch=0)
    panel.show_frame(frame)
    panel.plot.grab()
    drawn: list[int] = []
    monkeypatch.setattr(panel.plot.branches, "_paint_all", lambda *_: drawn.append(1))
    for loss in (0.1, 0.2, 0.3):
        panel.show_frame(replace(frame, loss=loss))
        panel.plot.grab()
    assert not drawn


@pytest.mark.parametrize("values", [[], [np.nan], [np.inf, np.nan], [0.0], [1e308, 5e-324]])
def test_that_any_curve_can_be_drawn(panel: LossPanel, values: list[float]) -> None:
    curve = BranchCurve(np.arange(len(values), dtype=np.int64), 1, np.array(values))
    notes = (BranchInfo(0, "a"), BranchInfo(1, "b", 0, 0, len(values), "", curve))
    for log in (False, True):
        panel.view.log_y.setChecked(log)
        panel.show_frame(make_branched(branches=notes, branch=0))
        panel.plot.hover = QPointF(place(panel, 0, 0.5))
        assert not panel.grab().isNull()
        assert np.isfinite([panel.plot.y_scale.low, panel.plot.y_scale.high]).all()


def test_that_a_range_beyond_the_own_end_asks_for_a_record_that_exists(
    qtbot: Any, panel: LossPanel
) -> None:
    panel.show_frame(make_branched())
    with qtbot.waitSignal(panel.range_wanted, timeout=2000) as asked:
        panel.plot.zoom_to(7000, 7900)
    first, last = asked.args[0]
    assert 0 <= first <= last <= 4000
    panel.grab()


def test_that_copied_values_name_the_branches(panel: LossPanel) -> None:
    panel.show_frame(make_branched())
    text = panel.plot.values_text()
    assert "first_step\tloss_moving_average\tfast" in text
    assert "\n4990\t0.6" in text


def test_that_a_small_panel_keeps_room_for_the_plot(qtbot: Any, panel: LossPanel) -> None:
    panel.show_frame(make_branched())
    panel.resize(300, 250)
    qtbot.waitUntil(lambda: panel.view.legend.width() > 250)
    qtbot.waitUntil(lambda: panel.plot.height() > 120)
