"""The panel of contributions: what it asks, what it shows, and what a click does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpviz.training.commands import (
    AskContributions,
    AskTrail,
    CancelQuestion,
    Command,
    Seek,
    SelectSample,
    SwitchBranch,
)
from bpviz.training.contributions import Target
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.contributions import texts
from bpviz.ui.panels.contributions.header import CLASSES, ROW, SAMPLES, SUM, TIME, UNIT
from bpviz.ui.panels.contributions.panel import ContributionsPanel
from bpviz.ui.panels.contributions.parts import Parts
from bpviz.ui.window.figures.panel_figure import page_of
from tests.ui.branches import make_branches
from tests.ui.frames import changed, make_images, make_regression, make_table
from tests.ui.panels.contributions.answers import Answered

Left = Qt.MouseButton.LeftButton
WEIGHT = Target("W1", 1, 380)
ONE = Selection("W1", 1, 380)


class Desk:
    """The panel, and the commands that it has sent."""

    def __init__(self, qtbot: QtBot, answers: Answered) -> None:
        self.sent: list[Command] = []
        self.answers = answers
        self.panel = ContributionsPanel(self._send)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 420)
        self.panel.show()
        self.panel.show_frame(answers.frame)

    def _send(self, command: Command) -> int:
        self.sent.append(command)
        return len(self.sent)

    def turn_to(self, page: str) -> None:
        QTest.mouseClick(self.panel.head.pages.button(page), Left)

    def show(self, target: Target, **more: Any) -> Parts:
        found = self.answers.contributions(target)
        self.panel.show_frame(self.answers.asked(contributions=found, **more))
        return Parts(found)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, Answered(make_images(40)))


def test_that_it_asks_about_the_weight_its_row_or_its_unit_up_to_here(desk: Desk) -> None:
    panel, button = desk.panel, desk.panel.head.button
    assert "Select a weight" in panel.message.text()
    assert not button.isEnabled()
    panel.select(ONE)
    assert "W₁[1, 380]" in panel.message.text()
    QTest.mouseClick(button, Left)
    QTest.mouseClick(panel.head.kinds.button(ROW), Left)
    QTest.mouseClick(button, Left)
    panel.select(Selection("W2", 3, 5))
    QTest.mouseClick(button, Left)
    QTest.mouseClick(panel.head.kinds.button(UNIT), Left)
    QTest.mouseClick(button, Left)
    assert desk.sent == [
        AskContributions("W1", 1, 380, 0, 60),
        AskContributions("W1", 1, None, 0, 60),
        AskContributions("W2", 3, None, 0, 60),
        AskContributions("W1", 5, None, 0, 60, unit=True),
    ]


def test_that_the_stretch_is_what_was_typed_or_zoomed_to_and_wrong_ones_get_a_sentence(
    desk: Desk,
) -> None:
    head = desk.panel.head
    desk.panel.select(ONE)
    head.start.setText("10")
    head.stop.setText("5")
    QTest.keyClick(head.stop, Qt.Key.Key_Return)
    assert "before it begins" in head.complaint.text()
    head.stop.setText("61")
    QTest.keyClick(head.stop, Qt.Key.Key_Return)
    assert "out of range" in head.complaint.text()
    assert desk.sent == []
    head.stop.setText("50")
    QTest.keyClick(head.stop, Qt.Key.Key_Return)
    assert head.complaint.isHidden()
    assert not head.zoomed.isVisible()
    desk.panel.set_view_range((20, 90))
    QTest.mouseClick(head.zoomed, Left)
    assert desk.sent == [
        AskContributions("W1", 1, 380, 10, 50),
        AskContributions("W1", 1, 380, 20, 60),
    ]


def test_that_a_replay_under_way_shows_its_progress_and_can_be_cancelled(desk: Desk) -> None:
    desk.panel.show_frame(desk.answers.asked(what="AskContributions", fraction=0.25))
    head = desk.panel.head
    assert head.progress.isVisible()
    assert head.progress.value() == 250
    assert head.button.text() == "Cancel"
    QTest.mouseClick(head.button, Left)
    assert desk.sent == [CancelQuestion()]
    desk.panel.show_frame(desk.answers.asked(what="AskDifference", fraction=0.5))
    assert not head.progress.isVisible()  # that is asked elsewhere


def test_that_the_sum_has_its_stretch_and_its_numbers_add_up_as_printed(desk: Desk) -> None:
    for target in (WEIGHT, Target("W1", 1, 0), Target("W1", 1, None), Target("W2", 4, 1)):
        parts = desk.show(target)
        said = desk.panel.head.what.text()
        assert "steps 0 to 60" in said
        line = texts.equation(parts)[0].partition(" = ")[2].replace("−", "-")
        assert desk.panel.head.sum.text() in texts.equation(parts)
        numbers = [float(word) for word in line.split() if word[0] in "+-0"]
        total, samples, edits = numbers[:3]
        assert total == pytest.approx(samples + edits, abs=1e-12)
        assert total == pytest.approx(parts.change, rel=1e-4)


def test_that_each_custom_pair_is_a_part_of_its_own_with_its_curve(desk: Desk) -> None:
    session, m = desk.answers.session, desk.answers.session.dataset.n_samples
    data = session.dataset
    for shift in range(24):
        x = np.roll(data.rows.dense()[shift], 3)
        pair = CustomPair(x, data.Y[shift], int(data.labels[shift]), f"drawing {shift}")  # type: ignore[index]
        session.train_own(pair)
        session.advance(1)
    parts = desk.show(WEIGHT)
    lines = desk.panel.classes.parts.lines
    own = [line for line in lines if line.pair is not None]
    acted = np.flatnonzero(parts.by_pair)
    assert len(own) == min(len(acted), 20) > 2
    for line in own:
        assert line.pair is not None
        assert line.value == parts.by_pair[line.pair - m]
        assert line.name == f"custom pair {line.pair - m}: drawing {line.pair - m}"
    others = [line.value for line in lines if line.name == "other custom pairs"]
    assert bool(others) == (len(acted) > 20)
    whole = sum(line.value for line in lines if not line.whole)
    assert whole == pytest.approx(parts.change, rel=1e-9)
    desk.sent.clear()
    table = desk.panel.classes
    table.clicked.emit(table.parts.index(lines.index(own[0]), 0))
    assert desk.sent == [AskTrail(sample=own[0].pair, matrix="W1")]
    trail = desk.answers.trail(parts.found, sample=own[0].pair)
    desk.panel.show_frame(desk.answers.asked(contributions=parts.found, trail=trail))
    assert own[0].name in desk.panel.time.title.text()
    assert trail.total[-1] == pytest.approx(own[0].value)


def test_that_a_low_panel_still_says_its_steps(desk: Desk) -> None:
    parts = desk.show(WEIGHT)
    desk.panel.resize(1200, 150)
    assert not desk.panel.head.what.isVisible()
    assert desk.panel.head.sum.text() == f"steps 0 to 60: {texts.equation(parts)[0]}"


def test_that_an_answer_of_another_branch_says_so_and_its_steps_lead_there(desk: Desk) -> None:
    found = desk.answers.contributions(WEIGHT)
    first = int(found.by_sample.argmax())
    trail = desk.answers.trail(found, sample=first)
    desk.panel.show_frame(desk.answers.asked(contributions=found, trail=trail))
    assert "first" not in desk.panel.head.what.text()
    there = changed(
        desk.answers.asked(contributions=found, trail=trail),
        branch=1, step=9, tip=9, branches=make_branches(),
    )  # fmt: skip
    desk.panel.show_frame(there)
    assert "first, steps 0 to 60" in desk.panel.head.what.text()
    table = desk.panel.time.table
    desk.sent.clear()
    table.clicked.emit(table.steps.index(0, 0))
    assert desk.sent == [SwitchBranch(0, int(trail.steps[-1]))]
    desk.panel.show_frame(desk.answers.asked(contributions=found, trail=trail))
    assert "first" not in desk.panel.head.what.text()


def test_that_the_lists_have_the_samples_that_moved_it_most(desk: Desk) -> None:
    parts = desk.show(WEIGHT)
    by_sample = parts.found.by_sample
    for side, sign in zip(desk.panel.samples.sides, (1, -1), strict=True):
        right = [i for i in np.argsort(-sign * by_sample, kind="stable") if sign * by_sample[i] > 0]
        assert side.view.shown is not None
        assert side.view.shown.indices.tolist() == right
        total = sum(by_sample[i] for i in right)
        assert texts.signed(total) in side.title.text()
        assert repr(float(by_sample[right[0]])) in side.values_text()
        assert f"share {texts.number(by_sample[right[0]])}" in side.view.shown.facts(right[0])
    assert desk.panel.samples.sides[0].view is desk.panel.samples.sides[0].pictures


def test_that_a_click_on_a_sample_shows_it_and_asks_for_its_curve(desk: Desk) -> None:
    parts = desk.show(WEIGHT)
    view = desk.panel.samples.sides[0].view
    assert view.shown is not None
    first = int(view.shown.indices[0])
    view.go_to(first)
    assert desk.sent == [SelectSample(first), AskTrail(sample=first)]
    view.train_wanted.emit(first)
    assert desk.panel.head.pages.value() == TIME
    trail = desk.answers.trail(parts.found, sample=first)
    frame = desk.answers.asked(contributions=parts.found, trail=trail)
    desk.panel.show_frame(frame)
    table = desk.panel.time.table
    assert table.steps.rowCount() == trail.count
    assert [table.columnWidth(i) for i in (0, 1)] == [table.viewport().width() / 2] * 2
    assert table.steps.step(0) == (trail.steps[-1], trail.added[-1])
    desk.sent.clear()
    table.clicked.emit(table.steps.index(0, 0))
    assert desk.sent == [Seek(int(trail.steps[-1]))]
    plot = desk.panel.time.plot
    QTest.mouseClick(plot, Left, pos=plot.area().center())
    assert isinstance(desk.sent[-1], Seek)
    plot.hover = QPointF(plot.area().right(), plot.area().center().y())
    assert texts.signed(trail.total[-1]) in plot.readout()[-1]
    assert "added" in plot.values_text()


def test_that_classes_are_bars_that_add_up_and_a_click_asks_for_the_curve_of_one(
    desk: Desk,
) -> None:
    parts = desk.show(WEIGHT)
    desk.turn_to(CLASSES)
    table, lines = desk.panel.classes, desk.panel.classes.parts.lines
    assert table.isVisible()
    *others, whole = lines
    assert whole.value == parts.change
    assert sum(line.value for line in others) == pytest.approx(parts.change, abs=1e-14)
    assert [line.label for line in others] == [*range(10), None, None]
    table.clicked.emit(table.parts.index(3, 0))
    assert desk.sent == [AskTrail(label=3)]
    assert desk.panel.head.pages.value() == TIME
    assert repr(whole.value) in table.values_text()


def test_that_the_row_of_a_unit_is_a_sum_of_pictures_on_one_scale(desk: Desk) -> None:
    unit = desk.answers.unit(1)
    desk.panel.show_frame(desk.answers.asked(contributions=unit))
    desk.turn_to(SUM)
    pictures = desk.panel.sum.pictures
    assert pictures.isVisible()
    *others, whole = pictures.rows
    total = sum(row.values for row in others)
    np.testing.assert_allclose(total, whole.values, atol=1e-13)
    assert np.array_equal(whole.values, unit.W1.change)
    assert pictures.limit >= max(np.abs(row.values).max() for row in pictures.rows)
    rects = [pictures.rect_of(k) for k in range(len(pictures.rows))]
    assert all(pictures.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for k, a in enumerate(rects) for b in rects[k + 1 :])
    centre = QPointF(rects[2].center())
    assert pictures.read(centre).startswith("2: ‖·‖")
    QTest.mouseClick(pictures, Left, pos=rects[2].center())
    assert pictures.accessibleDescription() == pictures.words(2)
    pictures.setFocus()
    QTest.keyClick(pictures, Qt.Key.Key_Right)
    assert pictures.current == 3
    desk.panel.grab()


def test_that_both_sides_of_a_unit_are_shown_and_their_curves_kept_apart(desk: Desk) -> None:
    unit = desk.answers.unit(1)
    trail = desk.answers.trail(unit.W2, sample=3)
    panel, side = desk.panel, desk.panel.head.side
    panel.show_frame(desk.answers.asked(contributions=unit, trail=trail))
    assert side.isVisible()
    assert panel.head.what.text().startswith("W₁[1], ")
    desk.turn_to(TIME)
    assert panel.time.plot.trail is None  # it is of the other side
    QTest.mouseClick(side.button("W2"), Left)
    assert panel.head.what.text().startswith("W₂[·, 1], ")
    assert panel.time.plot.trail is trail
    panel.samples.chosen.emit(7)
    assert desk.sent[-1] == AskTrail(sample=7, matrix="W2")
    desk.turn_to(SUM)
    np.testing.assert_array_equal(panel.sum.matrix.matrix[-1], unit.W2.change)
    desk.show(WEIGHT)
    assert not side.isVisible()


def test_that_a_single_weight_has_no_picture_and_says_how_to_get_one(desk: Desk) -> None:
    desk.show(Target("W1", 1, None))
    desk.turn_to(SUM)
    desk.show(WEIGHT)
    assert "Choose Row or Unit" in desk.panel.message.text()
    assert desk.panel.message.isVisible()


def test_that_tables_and_regressions_are_shown_as_rows(qtbot: QtBot) -> None:
    for data in (make_table(9, 3, 1, ("a", "b", "c")), make_regression(8, 2)):
        desk = Desk(qtbot, Answered(data))
        parts = desk.show(Target("W1", 1, 0))
        side = desk.panel.samples.sides[0]
        assert side.view is side.rows
        desk.turn_to(CLASSES)
        assert sum(line.value for line in desk.panel.classes.parts.lines[:-1]) == pytest.approx(
            parts.change, abs=1e-13
        )
        for target in (Target("W1", 1, None), Target("W2", 0, None), Target("W2", None, 1)):
            desk.show(target)
            desk.turn_to(SUM)
            matrix = desk.panel.sum.matrix
            assert matrix.isVisible()
            np.testing.assert_allclose(
                matrix.matrix[:-1].sum(axis=0), matrix.matrix[-1], atol=1e-13
            )
            desk.panel.grab()


def test_that_a_problem_stands_where_the_answer_would(desk: Desk) -> None:
    problem = "What each of 9 samples added would take 9 MB. Choose a single weight."
    desk.panel.show_frame(desk.answers.asked(problem=problem, asked="AskContributions"))
    assert desk.panel.message.text() == problem
    loading = changed(desk.answers.frame, dataset=None)
    desk.panel.show_frame(loading)
    assert "Waiting for the data set" in desk.panel.message.text()


def test_that_values_can_be_copied(desk: Desk) -> None:
    desk.show(WEIGHT)
    side = desk.panel.samples.sides[0]
    assert side.view.shown is not None
    menu = side.build_menu(int(side.view.shown.indices[0]))
    menu.actions()[2].trigger()
    assert QGuiApplication.clipboard().text() == side.values_text()
    menu.deleteLater()
    desk.turn_to(SAMPLES)


def test_that_a_figure_has_the_answer_without_the_question(desk: Desk) -> None:
    parts = desk.show(WEIGHT)
    desk.turn_to(TIME)
    trail = desk.answers.trail(parts.found, label=2)
    frame = desk.answers.asked(contributions=parts.found, trail=trail)
    desk.panel.show_frame(frame)
    assert desk.panel.time.table.isVisible()
    assert desk.panel.figure_subject() == "W₁[1, 380], Over time"
    with page_of(desk.panel, frame, QSize(500, 320), LIGHT) as page:
        words = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
        assert desk.panel.head.what.whole() in words
        assert any(line in words for line in texts.equation(parts))
        twin = page.findChild(ContributionsPanel)
        assert twin.head.controls in twin.figure_leaves_out()
        assert not twin.time.table.isVisible()
        assert twin.time.plot.trail is trail
