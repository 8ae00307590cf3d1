"""The panel that compares two positions: what it asks, what it shows, and what a click does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset, Part
from bpviz.training import Session, Settings
from bpviz.training.commands import AskDifference, CancelQuestion, Command, SelectSample
from bpviz.training.difference import Place
from bpviz.training.events import Frame
from bpviz.training.infos import AskedInfo, BranchInfo
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.positions.panel import PositionsPanel
from tests.ui.frames import changed, make_frame, make_images, make_table

Left = Qt.MouseButton.LeftButton
BRANCHES = (BranchInfo(0, "first", tip=60), BranchInfo(3, "second", parent=0, fork=20, tip=90))


class Desk:
    """The panel, a small run of two branches, and the commands that were sent."""

    def __init__(self, qtbot: QtBot, data: Dataset) -> None:
        self.sent: list[Command] = []
        self.session = Session(Settings(n_hidden=8, learning_rate=2.0), data)
        self.session.advance(60)
        self.frame: Frame = make_frame(
            data, network=self.session.network, step=60, tip=60, branches=BRANCHES, branch=0
        )
        self.panel = PositionsPanel(self._send)
        qtbot.addWidget(self.panel)
        self.panel.resize(800, 420)
        self.panel.show()
        self.panel.show_frame(self.frame)

    def _send(self, command: Command) -> int:
        self.sent.append(command)
        return len(self.sent)

    def asked(self, **found: object) -> Frame:
        return changed(self.frame, asked=replace(AskedInfo(), **found))  # type: ignore[arg-type]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, make_images(40, test=make_images(30)))


def test_that_it_asks_from_the_start_to_here_or_between_what_was_chosen(desk: Desk) -> None:
    head = desk.panel.head
    assert "two branches" in desk.panel.message.text()
    QTest.mouseClick(head.button, Left)
    assert desk.sent == [AskDifference((0, 0), (0, 60))]
    desk.panel.show_frame(changed(desk.frame, branch=3, step=80, tip=90))
    QTest.mouseClick(head.button, Left)
    assert desk.sent[-1] == AskDifference((3, 0), (3, 80))  # both follow the run
    head.first.branch.setCurrentIndex(0)
    head.first.branch.activated.emit(0)
    head.first.step.setText("60")
    desk.panel.show_frame(changed(desk.frame, branch=3, step=81, tip=90))
    QTest.keyClick(head.first.step, Qt.Key.Key_Return)
    assert desk.sent[-1] == AskDifference((0, 60), (3, 81))
    head.first.step.setText("61")
    QTest.keyClick(head.first.step, Qt.Key.Key_Return)
    assert "out of range" in head.complaint.text()
    assert len(desk.sent) == 3


def test_that_a_branch_that_is_gone_is_chosen_no_longer(desk: Desk) -> None:
    first = desk.panel.head.first
    first.branch.setCurrentIndex(1)
    first.branch.activated.emit(1)
    assert first.number() == 3
    desk.panel.show_frame(changed(desk.frame, branches=BRANCHES[:1]))
    assert first.number() == 0


def test_that_a_replay_under_way_shows_its_progress_and_can_be_cancelled(desk: Desk) -> None:
    desk.panel.show_frame(desk.asked(what="AskDifference", fraction=0.5))
    assert desk.panel.head.progress.value() == 500
    QTest.mouseClick(desk.panel.head.button, Left)
    assert desk.sent == [CancelQuestion()]


def test_that_weights_and_flips_are_shown_and_a_click_selects(desk: Desk) -> None:
    found = desk.session.difference(0, 60)
    flips = found.flips
    assert flips is not None
    assert len(flips) > 0
    desk.panel.show_frame(desk.asked(difference=found))
    panel = desk.panel
    assert panel.what.text() == "first, step 0 → first, step 60"
    for view, values in zip(panel.weights.views, (found.W1, found.W2), strict=True):
        assert view.isVisible()
        assert np.array_equal(view.view.matrix, values)
    assert panel.weights.views[0].view.grid is not None  # as pictures
    assert not panel.weights.which.isVisible()
    panel.resize(260, 160)
    assert panel.weights.which.isVisible()
    assert [view.isVisible() for view in panel.weights.views] == [True, False]
    panel.resize(800, 420)
    chosen: list[object] = []
    panel.weight_selected.connect(chosen.append)
    panel.weights.views[1].view.clicked.emit(2, 3)
    assert chosen == [Selection("W2", 2, 3)]
    panel.select(Selection("W2", 2, 3))
    assert panel.weights.views[1].view.marks.selected == (2, 3)

    QTest.mouseClick(panel.page.button("flips"), Left)
    rows = panel.table.flips
    assert rows.rowCount() == len(flips)
    texts = [rows.data(rows.index(0, column)) for column in range(4)]
    right = [str(flips.index[0]), str(flips.true[0])]
    for label in (flips.before[0], flips.after[0]):
        right.append(f"{'✓' if label == flips.true[0] else '✗'} {label}")
    assert texts == right
    panel.table.clicked.emit(rows.index(0, 0))
    assert desk.sent == [SelectSample(int(flips.index[0]), Part.TEST)]
    assert panel.table.values_text().count("\n") == len(flips)
    panel.grab()


def test_that_it_says_where_nothing_flipped_or_could(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.show_frame(desk.asked(difference=desk.session.difference(60, 60)))
    QTest.mouseClick(desk.panel.page.button("flips"), Left)
    assert desk.panel.message.text() == "All 30 test samples are classified as before"
    other = Desk(qtbot, make_table())
    other.panel.show_frame(other.asked(difference=other.session.difference(0, 60)))
    QTest.mouseClick(other.panel.page.button("flips"), Left)
    assert "no test set" in other.panel.message.text()


def test_that_matrices_of_other_sizes_get_a_sentence_each(desk: Desk) -> None:
    found = replace(
        desk.session.difference(0, 60), W1=None, W2=None, dataset=None, second=Place(3, 60)
    )
    desk.panel.show_frame(desk.asked(difference=found))
    assert desk.panel.what.text().endswith("second, step 60")
    for view in desk.panel.weights.views:
        assert "different sizes" in view.nothing.text()
        assert view.nothing.isVisible()


def test_that_a_problem_stands_where_the_answer_would(desk: Desk) -> None:
    desk.panel.show_frame(desk.asked(problem="Not enough memory.", asked="AskDifference"))
    assert desk.panel.message.text() == "Not enough memory."
