"""The rule comparison: three heatmaps on one scale, both curves, and the button."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from bpviz.network import GradientRule
from bpviz.training.commands import CompareRules, Pause, Seek, Subscribe
from bpviz.training.events import Frame, State
from bpviz.training.quantities import Need
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.rule_comparison.model import WAYS, Way
from bpviz.ui.panels.rule_comparison.panel import RulePanel
from tests.ui.conftest import Stage
from tests.ui.frames import changed, make_frame, make_images, make_table
from tests.ui.themes import use_theme
from tests.ui.trials import differences_of, make_cosines, make_side, make_trial

EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> RulePanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = RulePanel(send)
    qtbot.addWidget(panel)
    panel.resize(900, 800)
    panel.show()
    return panel


def frame_of(data: Any = None, **overrides: Any) -> Frame:
    values: dict[str, Any] = {
        "step": 400,
        "tip": 400,
        "cosines": make_cosines((0, 0.1), (400, -0.2)),
    }
    frame = make_frame(data or make_images(shape=(6, 6)), **(values | overrides))
    if "differences" in overrides:
        return frame
    return changed(frame, differences=differences_of(frame))


def image(panel: RulePanel, way: Way) -> Any:
    return panel.pictures.pictures[way].view.matrix


def click_entry(panel: RulePanel, way: Way, row: int, column: int) -> None:
    view = panel.pictures.pictures[way].view
    place = view.widget_position(row, column)
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)


# ---- the pair


def test_that_it_needs_both_rules_and_the_test_curve(panel: RulePanel) -> None:
    assert panel.needs() == {Need.RULE, Need.EVALUATION}


def test_that_the_three_gradients_stand_side_by_side_on_one_scale(panel: RulePanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    shown = frame.preview
    assert shown is not None
    np.testing.assert_array_equal(image(panel, Way.EXACT), shown.grad_W1)
    np.testing.assert_array_equal(image(panel, Way.DIFFERENCES), shown.grad_W1)
    printed = np.outer(shown.delta2.sum() * shown.sigma1_prime, shown.x)
    np.testing.assert_allclose(image(panel, Way.PRINTED), printed, rtol=1e-12)
    limits = {panel.pictures.pictures[way].view.bar.limit for way in WAYS}
    assert len(limits) == 1
    assert panel.head.scale.limit == limits.pop() >= np.abs(printed).max()
    assert panel.pictures.pictures[Way.GAP].isHidden()
    places = [panel.pictures.pictures[way].x() for way in WAYS]
    assert places == sorted(set(places))


def test_that_the_gap_is_shown_where_it_is_wanted(panel: RulePanel) -> None:
    panel.show_frame(frame_of())
    panel.head.gap.click()
    gap = image(panel, Way.PRINTED) - image(panel, Way.EXACT)
    np.testing.assert_allclose(image(panel, Way.GAP), gap, atol=1e-15)
    panel.head.gap.click()
    assert panel.pictures.pictures[Way.GAP].isHidden()


def test_that_w2_is_the_same_by_both_rules_and_it_says_so(panel: RulePanel) -> None:
    panel.show_frame(frame_of())
    panel.head.matrix.button("W2").click()
    np.testing.assert_allclose(image(panel, Way.EXACT), image(panel, Way.PRINTED), rtol=1e-12)
    assert image(panel, Way.EXACT).shape == (10, 8)
    assert "same by both rules" in panel.verdict.text()
    assert not panel.head.layout_choice.isEnabled()


def test_that_it_says_where_the_printed_rule_leads_and_what_differences_say(
    panel: RulePanel,
) -> None:
    panel.show_frame(frame_of())
    assert "cosine" in panel.verdict.text()
    assert "exact 1.000000" in panel.measures.text()
    assert "sample 0 at step 400" in panel.head.pair.text()


def test_that_differences_are_awaited_while_the_run_goes_on(panel: RulePanel) -> None:
    panel.show_frame(frame_of(differences=None, state=State.RUNNING))
    assert "when the run is paused" in panel.measures.text()
    assert np.isnan(image(panel, Way.DIFFERENCES)).all()
    panel.show_frame(frame_of(differences=None))
    assert "Computing" in panel.measures.text()
    frame = frame_of()
    panel.show_frame(changed(frame, differences=differences_of(frame, rows=2)))
    assert "25 %" in panel.measures.text()


def test_that_it_waits_for_the_data(panel: RulePanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert not panel.upper.isVisible()
    panel.show_frame(frame_of())
    assert panel.upper.isVisible()


def test_that_one_output_is_explained(panel: RulePanel) -> None:
    panel.show_frame(frame_of(make_table()))
    assert "misses a factor" in panel.verdict.toolTip()
    panel.show_frame(frame_of())
    assert "misses a factor" not in panel.verdict.toolTip()


# ---- one weight


@pytest.mark.parametrize("layout", ["tiles", "matrix"])
def test_that_a_click_selects_the_weight_everywhere_and_reads_it(
    panel: RulePanel, qtbot: Any, layout: str
) -> None:
    panel.show_frame(frame_of())
    panel.head.layout_choice.button(layout).click()
    with qtbot.waitSignal(panel.weight_selected) as caught:
        click_entry(panel, Way.PRINTED, 2, 14)
    assert caught.args == [Selection("W1", 2, 14)]
    for way in WAYS:
        assert panel.pictures.pictures[way].view.marks.selected == (2, 14)
    assert panel.readout.text().startswith("∂W₁[2, 14]   exact ")


def test_that_a_weight_of_the_other_matrix_marks_its_unit(panel: RulePanel) -> None:
    panel.show_frame(frame_of())
    panel.select(Selection("W2", 1, 5))
    marks = panel.pictures.pictures[Way.EXACT].view.marks
    assert marks.selection == (5, None)
    panel.head.matrix.button("W2").click()
    assert marks.selection == (1, 5)
    assert "∂W₂[1, 5]" in panel.readout.text()
    panel.select(None)
    assert "Point at a weight" in panel.readout.text()


def test_that_the_selection_goes_through_the_window(stage: Stage) -> None:
    stage.child("action_layout_check").trigger()
    stage.offer(step=7, tip=9)
    panel = stage.window.panel_set.rule
    panel.pictures.clicked.emit(Selection("W1", 3, 5))
    assert stage.window.panel_set.panels["weights1_panel"].view.marks.selected == (3, 5)


# ---- the trial


def test_that_the_button_asks_for_both_rules(panel: RulePanel, sent: list[Any]) -> None:
    panel.show_frame(frame_of())
    panel.trial.bar.steps.setValue(500)
    panel.trial.bar.button.click()
    panel.trial.bar.start.button("here").click()
    panel.trial.bar.button.click()
    assert sent == [CompareRules(500, True), CompareRules(500, False)]


def test_that_the_button_ends_a_trial_under_way(panel: RulePanel, sent: list[Any]) -> None:
    sides = make_side(EXACT, branch=-1, tip=0, loss=None, name=""), make_side(PRINTED, tip=120)
    panel.show_frame(frame_of(trial=make_trial(PRINTED, sides=sides), state=State.RUNNING))
    assert panel.trial.bar.button.text() == "End comparison"
    said = panel.trial.bar.result.accessibleDescription()
    assert "step 120 of 400" in said
    assert "exact: comes next" in said
    panel.trial.bar.button.click()
    assert sent == [Pause()]


def test_that_both_results_are_said_and_drawn(panel: RulePanel) -> None:
    panel.show_frame(frame_of(trial=make_trial(), branch=2))
    said = panel.trial.bar.result.accessibleDescription()
    assert "exact: accuracy 90.0 %, mean loss 0.100" in said
    assert "as printed: accuracy 10.0 %, mean loss 2.50" in said
    assert [line.name for line in panel.trial.cosines.lines] == ["exact", "as printed"]
    assert panel.trial.losses.classified
    assert "dashed" in panel.trial.loss_legend.accessibleDescription()
    panel.show_frame(frame_of(trial=make_trial(), branch=0))  # stands on neither of them
    assert len(panel.trial.cosines.lines) == 3
    panel.show_frame(frame_of(branch=0))
    assert len(panel.trial.cosines.lines) == 1
    assert panel.trial.losses.message


def test_that_a_click_in_a_curve_goes_to_that_step(panel: RulePanel, sent: list[Any]) -> None:
    panel.show_frame(frame_of(trial=make_trial(), branch=2))
    panel.trial.cosines.step_clicked.emit(123)
    assert sent == [Seek(123)]


def test_that_a_number_of_steps_that_is_none_is_refused(panel: RulePanel, qtbot: Any) -> None:
    panel.show_frame(frame_of())
    with qtbot.waitSignal(panel.refused) as caught:
        panel.trial.bar.steps.lineEdit().setText("many")
        panel.trial.bar.steps.editingFinished.emit()
    assert "not a whole number. Type one from 1" in caught.args[0]
    assert panel.trial.bar.steps.value() == 10_000


def test_that_the_key_shows_the_panel_and_begins_the_trial(stage: Stage) -> None:
    stage.child("action_rule_trial").trigger()
    assert not stage.window.panel_set.rule.visibleRegion().isEmpty()
    assert stage.mailbox.asked(CompareRules) == [CompareRules(10_000, True)]
    before = stage.mailbox.posted[: stage.mailbox.posted.index(CompareRules(10_000, True))]
    watched = [command for command in before if isinstance(command, Subscribe)]
    assert Need.RULE in watched[-1].needs  # or a short one would be over before it
    stage.offer(step=7, tip=9, trial=make_trial(PRINTED), state=State.RUNNING)
    stage.clear()
    stage.child("action_rule_trial").trigger()
    assert stage.mailbox.asked() == [Pause()]


# ---- room and looks


def test_that_one_part_is_shown_where_both_have_no_room(panel: RulePanel, qtbot: Any) -> None:
    panel.show_frame(frame_of())
    assert panel.upper.isVisible()
    assert panel.trial.isVisible()
    panel.resize(420, 300)
    qtbot.waitUntil(lambda: not panel.trial.isVisible())
    assert panel.upper.isVisible()
    assert panel.head.view.value() == "pair"
    panel.resize(900, 800)
    qtbot.waitUntil(panel.trial.isVisible)
    assert panel.head.view.value() == "both"
    panel.resize(420, 300)
    panel.head.view.button("run").click()
    assert panel.trial.isVisible()
    assert not panel.upper.isVisible()


@pytest.mark.parametrize("size", [(1500, 320), (300, 900), (900, 800), (60, 40)])
def test_that_it_is_painted_at_every_size_in_both_themes(
    panel: RulePanel, size: tuple[int, int]
) -> None:
    frame = frame_of(trial=make_trial(), branch=2)
    panel.resize(*size)
    for theme in (DARK, LIGHT):
        use_theme(theme)
        for on in (True, False):
            panel.set_presenting(on)
            panel.show_frame(frame)
            assert not panel.grab().isNull()


def test_that_curves_can_be_read_and_copied(panel: RulePanel) -> None:
    panel.show_frame(frame_of(trial=make_trial(), branch=2))
    cosines, losses = panel.trial.cosines, panel.trial.losses
    losses.hover = losses.area().center().toPointF()
    cosines.hover = QPointF(float(cosines.px(400.0)), 50.0)
    assert "exact, step 400: cosine −0.20, uphill on 25 % of pairs" in cosines.readout()
    assert any("mean loss 2.500" in line for line in losses.readout())
    assert "as printed\t400\t-0.8\t" in cosines.values_text()
    assert losses.values_text().count("\n") > 100
