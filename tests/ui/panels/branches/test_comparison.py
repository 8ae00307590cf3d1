"""Comparing two branches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import (
    CompareBranches,
    DeleteBranches,
    SwitchBranch,
)
from bpviz.training.infos import ComparedCurves, Comparison
from bpviz.training.journal.entries import RateChange
from bpviz.training.quantities import Need
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import NOTHING, count, number
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.branches import (
    make_branch_curve,
    make_branched,
    make_branches,
    make_comparison,
    make_run,
)
from tests.ui.frames import make_images, make_network
from tests.ui.panels.branches.hands import compared, editor, select
from tests.ui.shown_panels import Sent


def test_that_a_comparison_shows_names_step_norms_and_both_differences(
    panel: BranchesPanel,
) -> None:
    assert not panel.needs()
    frame = compared(panel)
    view = panel.comparison
    assert view is not None
    assert view.isVisible()
    assert Need.BRANCHES in panel.needs()
    assert [entry.text for entry in view.names.entries][1::2] == ["edited", "fast"]
    assert view.step_edit.number() == 3500
    for part, values in zip(view.views, (frame.comparison.W1, frame.comparison.W2), strict=True):
        assert part.isVisible()
        assert number(float(np.linalg.norm(values))) in part.title.text()
        assert np.array_equal(part.view.image_item.image, values.astype(np.float32))
        low, high = part.view.image_item.levels
        assert -low == high >= np.abs(values).max()


def test_that_the_mean_losses_of_both_are_told_with_the_branch_they_belong_to(
    panel: BranchesPanel,
) -> None:
    comparison = replace(make_comparison(2, 1, 900), mean_losses=(0.6, 0.25))
    panel.show_frame(make_branched(comparison=comparison))
    view = panel.comparison
    assert view is not None
    notes = {note.number: note.name for note in make_branched().branches}
    shown = [entry.text for entry in view.losses.entries][1:]
    assert set(shown) == {f"{notes[2]} {number(0.6)}", f"{notes[1]} {number(0.25)}"}
    assert f"{count(900)} steps" in view.losses.toolTip()


def test_that_a_figure_says_at_which_step_they_are_compared(panel: BranchesPanel) -> None:
    assert panel.figure_subject() == ""
    panel.show_frame(make_branched(comparison=make_comparison(2, 1, 900)))
    assert panel.figure_subject() == "compared at step 900"
    panel.show_frame(make_branched())
    assert panel.figure_subject() == ""


def test_that_at_step_0_there_is_no_mean_loss(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched(comparison=make_comparison(1, 2, 0)))
    view = panel.comparison
    assert view is not None
    assert all(entry.text.endswith(f" {NOTHING}") for entry in view.losses.entries[1:])


def test_that_another_step_is_asked_for_and_not_overwritten_by_an_old_frame(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    view.step_edit.setFocus()
    view.step_edit.selectAll()
    qtbot.keyClicks(view.step_edit, "1 200")
    compared(panel)  # while it is being typed
    qtbot.keyClick(view.step_edit, Qt.Key.Key_Return)
    assert sent == [CompareBranches(1, 2, 1200)]
    compared(panel, acknowledged=0)
    assert view.step_edit.number() == 1200
    compared(panel, 1200, acknowledged=1)
    assert view.step_edit.number() == 1200


def test_that_a_step_that_one_of_them_has_not_is_refused(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    view.step_edit.selectAll()
    qtbot.keyClicks(view.step_edit, "4001")
    qtbot.keyClick(view.step_edit, Qt.Key.Key_Return)
    assert not sent
    assert count(4000) in panel.message.text()


def test_that_a_comparison_ends(qtbot: Any, panel: BranchesPanel, sent: Sent) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    qtbot.mouseClick(view.end_button, Qt.MouseButton.LeftButton)
    assert sent == [CompareBranches(None)]
    panel.show_frame(make_branched())
    assert not view.isVisible()
    assert not panel.needs()


def test_that_pictures_can_be_drawn_as_tiles_or_as_the_matrix(
    qtbot: Any, panel: BranchesPanel
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    assert view.views[0].view.grid is not None
    qtbot.mouseClick(view.layout_choice.button("matrix"), Qt.MouseButton.LeftButton)
    assert view.views[0].view.grid is None
    assert view.views[1].view.grid is None


def test_that_a_narrow_panel_shows_one_difference_at_a_time(
    qtbot: Any, panel: BranchesPanel
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    panel.resize(300, 250)
    qtbot.waitUntil(lambda: view.which.isVisible())
    assert not panel.upper.isVisible()
    assert [part.isVisible() for part in view.views] == [True, False]
    qtbot.mouseClick(view.which.button("W2"), Qt.MouseButton.LeftButton)
    assert [part.isVisible() for part in view.views] == [False, True]
    panel.show_frame(make_branched())
    assert panel.upper.isVisible()


def test_that_differences_that_are_not_finite_can_be_shown(panel: BranchesPanel) -> None:
    comparison = make_comparison(1, 2, 3500)
    bad = comparison.W1.copy()
    bad[0, :3] = np.inf, -np.inf, np.nan
    huge = np.full_like(comparison.W2, 1e300)
    panel.show_frame(make_branched(comparison=replace(comparison, W1=bad, W2=huge)))
    panel.grab()
    view = panel.comparison
    assert view is not None
    norm = number(1e300 * np.sqrt(huge.size))
    assert norm in view.views[1].title.text()


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("size", [(1, 1), (300, 250), (600, 800), (1600, 300)])
def test_that_it_can_have_any_size(
    panel: BranchesPanel, size: tuple[int, int], points: int
) -> None:
    panel.set_presenting(points == 24)
    panel.setFont(QFont(panel.font().family(), points))
    compared(panel)
    panel.resize(*size)
    panel.grab()
    panel.show_frame(make_branched())
    panel.grab()


def test_that_the_menu_offers_what_the_keys_do(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    menu = panel.build_menu()
    actions = {action.objectName(): action for action in menu.actions()}
    assert all(action.isEnabled() for action in actions.values())
    actions["branches_menu_rename"].trigger()
    assert editor(panel).text() == "fast"
    actions["branches_menu_switch"].trigger()
    actions["branches_menu_compare"].trigger()
    actions["branches_menu_delete"].trigger()
    assert sent == [SwitchBranch(1), CompareBranches(1, 2), DeleteBranches((1,))]
    menu.deleteLater()


def test_that_every_widget_that_takes_focus_explains_itself(panel: BranchesPanel) -> None:
    compared(panel)
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith(
            "qt_"
        ):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            assert len(widget.toolTip()) > 10, widget.objectName()


def test_that_differences_of_pictures_with_a_constant_are_tiles(
    qtbot: Any, panel: BranchesPanel
) -> None:
    data = make_images(shape=(8, 8), constant=True)
    a, b = make_network(65, 8, 10, 1), make_network(65, 8, 10, 2)
    difference = Comparison(2, 1, 4000, b.W1 - a.W1, b.W2 - a.W2, dataset=data)
    panel.show_frame(make_branched(dataset=data, network=a, comparison=difference))
    comparison = panel.comparison
    assert comparison is not None
    grid = comparison.views[0].view.grid
    assert grid is not None
    assert grid.constant


def curves_of(first: float, second: float) -> Any:
    """Losses of 4 000 and 5 000 steps, and two measurements of each."""
    steps = np.array([0, 4000], dtype=np.int64)
    test = steps, np.array([1.0, 0.5]), np.array([0.1, 0.9])
    tips = 5000, 4000
    return tuple(
        ComparedCurves(make_branch_curve(0, tip, 10, loss), *test)
        for tip, loss in zip(tips, (first, second), strict=True)
    )


def test_that_the_curves_of_both_are_drawn_from_step_0_in_their_colours(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    comparison = replace(make_comparison(1, 2, 3500), curves=curves_of(0.6, 0.3))
    panel.show_frame(make_branched(comparison=comparison))
    view = panel.comparison
    assert view is not None
    qtbot.mouseClick(view.page.button("curves"), Qt.MouseButton.LeftButton)
    plot = view.curves.plot
    assert plot.isVisible()
    assert not view.views[0].isVisible()
    assert [line.name for line in plot.lines.lines] == ["fast", "edited"]
    image = plot.grab().toImage()
    for branch, loss in ((1, 0.6), (2, 0.3)):
        x, y = round(float(plot.px(500))), round(float(plot.py(loss)))
        found = {image.pixelColor(x, y + dy).name() for dy in range(-3, 4)}
        assert branch_colour(branch, current_theme()).name() in found
    plot.hover = QPointF(float(plot.px(3900)), 20)
    words = "\n".join(plot.readout())
    assert f"fast: mean loss {number(0.6)}" in words
    assert f"at step {count(4000)}" in words
    plot.step_clicked.emit(4900)  # the shorter one has 4 000
    assert sent[-1] == CompareBranches(1, 2, 4000)
    assert "fast" in plot.values_text()


def test_that_settings_that_differ_are_said_above_and_listed(
    qtbot: Any, panel: BranchesPanel
) -> None:
    notes = [replace(note, run=make_run("moons", noise=0.1)) for note in make_branches()]
    notes[2] = replace(notes[2], run=make_run("moons", noise=0.3, seed=4))
    changes = (RateChange(1000, 0.3),), ()
    comparison = replace(make_comparison(1, 2, 3500), changes=changes)
    panel.show_frame(make_branched(branches=tuple(notes), comparison=comparison))
    view = panel.comparison
    assert view is not None
    assert "noise: 0.1 ↔ 0.3" in view.summary.whole()
    qtbot.mouseClick(view.page.button("settings"), Qt.MouseButton.LeftButton)
    assert view.table.isVisible()
    assert ("seed of the data", "0", "4") in view.table.rows.rows
    assert (f"from step {count(1000)}", "λ = 0.3", NOTHING) in view.table.rows.rows
    qtbot.waitUntil(lambda: view.table.height() > view.height() / 2)


def test_that_matrices_of_other_shapes_are_not_drawn_and_it_says_so(panel: BranchesPanel) -> None:
    notes = [replace(note, run=make_run("moons")) for note in make_branches()]
    notes[2] = replace(notes[2], run=make_run("moons", n_hidden=17))
    comparison = replace(make_comparison(1, 2, 3500), W1=None, W2=None, dataset=None)
    panel.show_frame(make_branched(branches=tuple(notes), comparison=comparison))
    view = panel.comparison
    assert view is not None
    for part, (one, other) in zip(
        view.views, (("8 × 3", "17 × 3"), ("2 × 8", "2 × 17")), strict=True
    ):
        assert not part.view.isVisible()
        assert one in part.nothing.text()
        assert other in part.nothing.text()
    compared(panel)  # and back to what can be drawn
    assert view.views[0].view.isVisible()


def test_that_a_new_name_is_shown_at_once(qtbot: Any, panel: BranchesPanel) -> None:
    curves = curves_of(0.6, 0.3)
    comparison = replace(make_comparison(1, 2, 3500), curves=curves)
    panel.show_frame(make_branched(comparison=comparison))
    view = panel.comparison
    assert view is not None
    qtbot.mouseClick(view.page.button("curves"), Qt.MouseButton.LeftButton)
    notes = [replace(n, name="renamed") if n.number == 1 else n for n in make_branches()]
    panel.show_frame(make_branched(branches=tuple(notes), comparison=comparison))
    for legend in (view.names, view.losses, view.curves.legend):
        told = " ".join(entry.text for entry in legend.entries)
        assert "renamed" in told
        assert "fast" not in told
    assert view.table.rows.names[0] == "renamed"
