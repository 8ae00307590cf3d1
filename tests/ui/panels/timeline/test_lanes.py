"""A lane for each branch: which ones, where a click goes, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.training.infos import BranchInfo
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.timeline.axis import StepRange, TimeAxis
from bpviz.ui.panels.timeline.lanes import MOST, BranchLanes, chosen_lanes
from tests.ui.themes import use_theme

THREE = (
    BranchInfo(0, "main", None, 0, 1000),
    BranchInfo(1, "one", 0, 400, 900, "λ = 1"),
    BranchInfo(2, "two", 1, 600, 700),
)
MANY = (THREE[0], *(BranchInfo(i, f"branch {i}", 0, i, 500 + i) for i in range(1, 1001)))


@pytest.fixture
def lanes(qtbot: Any) -> Iterator[BranchLanes]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(620, 300)
    anchor = QWidget(window)
    anchor.setGeometry(0, 160, 620, 30)
    lanes = BranchLanes(lambda: TimeAxis(StepRange(0, 1000), 620, 10), anchor, window)
    lanes.setGeometry(0, 190, 620, 6 * lanes.lane_height())
    lanes.set_branches(THREE, 1)
    window.show()
    yield lanes
    window.close()


def place(lanes: BranchLanes, row: int, step: int) -> QPoint:
    return QPoint(10 + round(step * 0.6), round((row + 0.5) * lanes.lane_height()))


def test_that_there_is_nothing_to_draw_for_a_single_branch(lanes: BranchLanes) -> None:
    lanes.set_branches(THREE[:1], 0)
    assert lanes.rows_for(500) == 0
    assert lanes.lanes() == []


def test_that_a_click_switches_to_the_branch_at_the_step_under_the_mouse(
    qtbot: Any, lanes: BranchLanes
) -> None:
    wanted: list[tuple[int, int]] = []
    lanes.branch_wanted.connect(lambda number, step: wanted.append((number, step)))
    for row, step in ((0, 800), (1, 100), (2, 950)):
        qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place(lanes, row, step))
    assert wanted == [(0, 800), (1, 100), (2, 700)]  # the third ends at 700


def test_that_the_current_branch_and_its_family_come_first_and_stay_in_order() -> None:
    branches = (*MANY[:500], BranchInfo(500, "b", 3, 5, 9), *MANY[501:])
    chosen = [branch.number for branch in chosen_lanes(branches, 3, 4)]
    assert chosen == [0, 3, 500, 1000]


def test_that_the_others_are_counted_and_the_list_is_offered(
    qtbot: Any, lanes: BranchLanes
) -> None:
    lanes.set_branches(MANY, 7)
    assert len(lanes.lanes()) == MOST
    assert lanes._more() == f"+ {count(1001 - MOST)} more"
    with (
        qtbot.waitSignal(lanes.more_wanted, timeout=1000),
        qtbot.assertNotEmitted(lanes.branch_wanted),
    ):
        qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=lanes.more_rect().center().toPoint())
    lanes.set_branches(THREE, 1)
    assert lanes.more_rect().isEmpty()


def test_that_a_lane_says_where_its_branch_comes_from(qtbot: Any, lanes: BranchLanes) -> None:
    qtbot.mouseMove(lanes, place(lanes, 1, 500))
    assert lanes.readout.isVisible()
    text = lanes.readout.text()
    for words in ("one", "forks from main at step 400: λ = 1", "900 steps", "step 500"):
        assert words in text
    QApplication.sendEvent(lanes, QEvent(QEvent.Type.Leave))
    assert not lanes.readout.isVisible()


def distance(a: QColor, b: QColor) -> int:
    """How far apart two colours are."""
    return sum(abs(p - q) for p, q in zip(a.getRgb(), b.getRgb(), strict=True))


def test_that_every_lane_is_drawn_in_its_colour_from_fork_to_tip(lanes: BranchLanes) -> None:
    for theme in (DARK, LIGHT):
        use_theme(theme)
        picture = lanes.grab().toImage()
        for row, (step, drawn) in enumerate(((100, True), (300, False), (650, True))):
            at = place(lanes, row, step)
            colour = branch_colour(THREE[row].number, theme)
            column = [picture.pixelColor(at.x(), at.y() + dy) for dy in range(-2, 3)]
            near = min(distance(c, colour) for c in column)
            bare = distance(QColor(theme.window), colour)
            assert (near < bare / 2) == drawn, (theme.name, row)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (40, 10), (3840, 300)])
def test_that_it_can_have_any_size(lanes: BranchLanes, size: tuple[int, int]) -> None:
    for branches in (THREE, MANY, ()):
        lanes.set_branches(branches, 2)
        lanes.resize(*size)
        lanes.grab()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_where_no_name_has_room_the_other_branches_are_thin_lines(
    qtbot: Any, lanes: BranchLanes, theme: Any
) -> None:
    use_theme(theme)
    room = lanes.fontMetrics().height() - 1
    lanes.setFixedHeight(lanes.height_in(room))
    assert 0 < lanes.height() <= room
    assert [branch.number for branch in lanes.lanes()] == [0, 2]  # the slider is the lane of 1
    image = lanes.grab().toImage()
    for row, step, branch in ((0, 800, 0), (1, 650, 2)):
        at = place(lanes, row, step)
        colours = {QColor(image.pixel(at.x(), at.y() + dy)).name() for dy in (-1, 0, 1)}
        assert branch_colour(branch, theme).name() in colours
    wanted: list[tuple[int, int]] = []
    lanes.branch_wanted.connect(lambda number, step: wanted.append((number, step)))
    qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place(lanes, 1, 650))
    assert wanted == [(2, 650)]
    assert lanes.height_in(1) == 0


def test_that_a_branch_that_goes_on_beyond_the_current_one_says_how_far(
    lanes: BranchLanes,
) -> None:
    beyond = lanes.words(THREE[0])[-1]
    assert f"{count(100)} steps" in beyond  # 1000 against 900
    assert "beyond" not in " ".join(lanes.words(THREE[2]))
