"""The panel of the gradient check: verdict, pictures, curves, and what a person does in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule
from bpviz.training.commands import CancelCheck, CheckGradient, Command, SweepWeight
from bpviz.training.events import State
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.gradient_check.error_map import EntryKind
from bpviz.ui.panels.gradient_check.panel import GradientCheckPanel
from tests.ui.frames import make_frame, make_images, make_network, make_own
from tests.ui.panels.gradient_check.checks import Desk, Left, checked, make_note, small
from tests.ui.themes import use_theme


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_that_before_the_first_check_it_says_what_it_will_do(desk: Desk) -> None:
    assert not desk.panel.head.button.isVisible() or desk.panel.head.button.text() == "Check"
    desk.show(small(step=3))
    assert "central differences" in desk.text("verdict")
    assert not desk.view("W1").isVisible()
    assert desk.panel.body.sweep.plot.message


def test_that_the_button_checks_by_the_rule_of_the_run_or_the_one_chosen(desk: Desk) -> None:
    desk.show(small(step=3))
    QTest.mouseClick(desk.panel.head.button, Left)
    assert desk.sent == [CheckGradient(None, None)]
    desk.panel.select(Selection("W1", 2, 1))
    desk.sent.clear()
    QTest.mouseClick(desk.panel.head.rules.button("as_printed"), Left)
    QTest.mouseClick(desk.panel.head.button, Left)
    assert desk.sent == [CheckGradient(GradientRule.AS_PRINTED, ("W1", 2))]


def test_that_another_rule_is_checked_at_once_where_there_is_a_check_already(desk: Desk) -> None:
    desk.show(checked(small(step=3)))
    QTest.mouseClick(desk.panel.head.rules.button("exact"), Left)
    assert desk.sent == [CheckGradient(GradientRule.EXACT, None)]


def test_that_a_check_under_way_shows_its_progress_and_can_be_cancelled(desk: Desk) -> None:
    desk.show(replace(small(step=3), checking=0.25))
    assert desk.panel.head.progress.isVisible()
    assert desk.panel.head.progress.value() == 250
    assert desk.panel.head.button.text() == "Cancel"
    QTest.mouseClick(desk.panel.head.button, Left)
    assert desk.sent == [CancelCheck()]
    desk.show(small(step=3))
    assert desk.panel.head.button.text() == "Check"
    assert not desk.panel.head.progress.isVisible()


def test_that_the_right_rule_agrees_and_every_weight_is_drawn(desk: Desk) -> None:
    frame = checked(small(step=3))
    desk.show(frame)
    note = frame.check
    assert note is not None
    assert note.result is not None
    assert desk.text("verdict").startswith("Agrees to ")
    assert note.result.worst is not None
    matrix, row, column = note.result.worst
    assert f"W{'₁' if matrix == 'W1' else '₂'}[{row}, {column}]" in desk.text("where")
    assert "step 3 · sample 0 · exact rule · 20 weights · s = " in desk.text("details")
    np.testing.assert_array_equal(desk.view("W1").matrix, note.result.relative_error_W1)
    np.testing.assert_array_equal(desk.view("W2").matrix, note.result.relative_error_W2)
    assert (desk.view("W1").codes == EntryKind.COMPARED).all()
    assert desk.panel.body.sweep.plot.sweep is note.worst


def test_that_the_printed_rule_is_caught(desk: Desk) -> None:
    frame = small(step=3, gradient_rule=GradientRule.AS_PRINTED)
    desk.show(checked(frame, GradientRule.AS_PRINTED))
    assert desk.text("verdict").startswith("Relative error up to ")
    assert "printed formula is not the gradient" in desk.text("verdict")
    assert "at W₁[" in desk.text("where")
    shown = desk.panel.head.verdict.palette().windowText().color().name()
    assert shown == LIGHT.warning


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_click_reads_a_weight_and_selects_it(desk: Desk, theme: Any) -> None:
    use_theme(theme)
    frame = checked(small(step=3))
    desk.show(frame)
    desk.click_weight("W1", 4, 2)
    assert desk.selected == [Selection("W1", 4, 2)]
    assert desk.view("W1").marks.selected == (4, 2)
    assert desk.view("W2").marks.selection == (None, 4)
    reading = desk.panel.body.reading.text()
    assert reading.startswith("W₁[4, 2] relative error ")
    assert "closed form" in reading
    assert "s = 4.8e−7" in reading or "s = 6.1e−6" in reading
    assert desk.sent == [SweepWeight(("W1", 4, 2))]
    assert desk.panel.body.sweep.choice.value() == "selected"
    QTest.mouseClick(desk.panel.body.sweep.choice.button("worst"), Left)
    assert desk.sent[-1] == SweepWeight(None)


def test_that_the_legend_of_the_sweep_has_the_colours_of_the_theme_in_force(desk: Desk) -> None:
    desk.show(checked(small(step=3)))
    legend = desk.panel.body.sweep.legend
    before = [entry.colour for entry in legend.entries]
    use_theme(DARK)
    after = [entry.colour for entry in legend.entries]
    assert len(after) == len(before) > 1
    assert set(after) <= {DARK.text, *DARK.series}
    assert after != before


def test_that_arrow_keys_walk_from_weight_to_weight(desk: Desk) -> None:
    desk.show(checked(small(step=3)))
    view = desk.view("W2")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert desk.selected == [Selection("W2", 0, 0), Selection("W2", 0, 1)]
    assert desk.panel.body.reading.text().startswith("W₂[0, 1] relative error ")


def test_that_the_worst_weight_can_be_selected_everywhere(desk: Desk) -> None:
    frame = checked(small(step=3), GradientRule.AS_PRINTED)
    desk.show(frame)
    QTest.mouseClick(desk.panel.head.worst, Left)
    assert frame.check is not None
    assert frame.check.result is not None
    worst = frame.check.result.worst
    assert worst is not None
    assert desk.selected == [Selection(*worst)]


def test_that_a_selection_made_elsewhere_is_followed_only_where_it_is_wanted(desk: Desk) -> None:
    desk.show(checked(small(step=3)))
    desk.panel.select(Selection("W1", 1, 1))
    assert desk.sent == []
    assert desk.view("W1").marks.selected == (1, 1)
    QTest.mouseClick(desk.panel.body.sweep.choice.button("selected"), Left)
    desk.panel.select(Selection("W2", 0, 3))
    assert desk.sent == [SweepWeight(("W1", 1, 1)), SweepWeight(("W2", 0, 3))]
    desk.panel.select(None)
    assert desk.sent[-1] == SweepWeight(None)
    assert desk.panel.body.sweep.choice.value() == "worst"


def test_that_the_curves_are_those_of_the_chosen_weight(desk: Desk) -> None:
    frame = small(step=3)
    note = make_note(frame, weight=("W2", 0, 3))
    desk.show(replace(frame, check=note))
    assert desk.panel.body.sweep.plot.sweep is note.chosen
    assert desk.panel.body.sweep.title.text().startswith("∂W₂[0, 3] = ")


def test_that_a_check_of_other_numbers_is_told_as_old(desk: Desk) -> None:
    frame = small(step=3)
    note = make_note(frame)
    desk.show(replace(frame, check=note))
    assert "Old" not in desk.text("details")
    desk.show(replace(small(step=1234), check=note))
    assert "Outdated: the run is at step 1 234 now." in desk.text("details").replace("\u202f", " ")
    desk.panel.head.details.resize(300, 20)
    assert desk.text("details").endswith(" now.")
    assert "s = " in desk.panel.head.details.toolTip()
    desk.show(replace(frame, network=make_network(3, 5, 1, seed=9), check=note))
    assert "Outdated: weights or pair have changed since." in desk.text("details")
    desk.show(replace(small(step=3, sample=2), check=note))
    assert "Outdated: weights or pair have changed since." in desk.text("details")
    desk.show(replace(frame, check=note, gradient_rule=GradientRule.AS_PRINTED))
    assert "Computed with the other gradient rule." in desk.text("details")


def test_that_test_samples_and_own_pairs_are_named(desk: Desk) -> None:
    data = make_images(test=make_images())
    desk.show(checked(make_frame(data, selected=4, selected_part=Part.TEST)))
    assert "test sample 4" in desk.text("details")
    desk.show(checked(make_frame(data, own=make_own(data))))
    assert "custom pair: a drawing as 3" in desk.text("details")


def test_that_pictures_of_inputs_are_drawn_as_tiles(desk: Desk) -> None:
    frame = checked(make_frame())
    desk.show(frame)
    assert desk.view("W1").grid is not None
    desk.click_weight("W1", 5, 400)
    assert desk.selected == [Selection("W1", 5, 400)]
    desk.show(checked(small()))
    assert desk.view("W1").grid is None


@pytest.mark.parametrize("size", [(300, 160), (480, 560), (930, 240), (200, 900), (40, 30)])
@pytest.mark.parametrize("presenting", [False, True])
def test_that_it_can_be_drawn_at_any_size(
    qtbot: QtBot, size: tuple[int, int], presenting: bool
) -> None:
    desk = Desk(qtbot, *size)
    desk.panel.set_presenting(presenting)
    for frame in (checked(make_frame()), checked(small()), small()):
        desk.show(frame)
        assert not desk.panel.grab().isNull()


def test_that_the_plot_reads_the_errors_of_a_step_size(desk: Desk) -> None:
    desk.show(checked(small(step=3)))
    plot = desk.panel.body.sweep.plot
    QTest.mouseMove(plot, QPoint(int(plot.px(1e-3)), plot.area().center().y()))
    assert plot.readout()[0] == "s = 0.0010"
    table = [line.split("\t") for line in plot.values_text().splitlines()]
    assert table[0] == ["step size", "double", "extended", "kink"]
    assert len(table) == 106


def test_that_it_can_be_asked_before_it_was_ever_shown(qtbot: QtBot) -> None:
    sent: list[Command] = []
    panel = GradientCheckPanel(lambda command: sent.append(command) or 0)  # type: ignore[func-returns-value]
    qtbot.addWidget(panel)
    panel.check()
    assert sent == [CheckGradient(None, None)]


def test_that_while_data_is_loading_the_button_waits(desk: Desk) -> None:
    desk.show(make_frame(dataset_loaded=False))
    assert not desk.panel.head.button.isEnabled()
    desk.show(small(step=3, state=State.RUNNING))
    assert desk.panel.head.button.isEnabled()


def test_that_frames_with_the_same_check_repaint_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = checked(small(step=3))
    desk.show(frame)
    note = frame.check
    running = replace(small(step=4, state=State.RUNNING), check=note)
    desk.show(replace(running, step=4))
    said = desk.text("details")
    plot, updates = desk.panel.body.sweep.plot, []
    monkeypatch.setattr(plot, "update", lambda *_: updates.append(1))
    desk.show(replace(running, loss=0.5))
    assert desk.text("details") == said
    assert updates == []
