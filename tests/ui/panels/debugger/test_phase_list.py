"""The list of phases."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from bpviz.training.step.phases import PHASES, Phase
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.debugger.phase_list import AHEAD, DONE, HERE, PhaseList
from tests.ui.themes import use_theme


@pytest.fixture
def phases(qtbot: QtBot) -> PhaseList:
    phases = PhaseList("phases")
    qtbot.addWidget(phases)
    phases.resize(480, 40)
    phases.set_place(Phase.Z2, 0, 4, 3)
    phases.show_phase(Phase.Z2)
    with qtbot.waitExposed(phases):
        phases.show()
    return phases


def asked(phases: PhaseList) -> list[Phase]:
    found: list[Phase] = []
    phases.inspected.connect(found.append)
    return found


def test_that_marks_tell_done_next_and_ahead(phases: PhaseList) -> None:
    marks = [phases.mark_of(phase) for phase in PHASES]
    assert marks == [DONE] * 3 + [HERE] + [AHEAD] * 5
    assert len({DONE, HERE, AHEAD}) == 3


def test_that_words_say_the_same(phases: PhaseList) -> None:
    phases.set_place(Phase.GRAD_W2, 2, 4, 3)
    role = Qt.ItemDataRole.AccessibleTextRole
    words = [str(phases.item(phase.order).data(role)) for phase in PHASES]
    assert words[0].endswith(": done")
    assert "rows done: 2 of 3" in words[Phase.GRAD_W2.order]
    assert words[-1].endswith(": not yet computed")


def test_that_a_click_asks_for_a_phase(phases: PhaseList, qtbot: QtBot) -> None:
    found = asked(phases)
    for phase in (Phase.LOSS, Phase.Z2):
        place = phases.visualItemRect(phases.item(phase.order)).center()
        qtbot.mouseClick(phases.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert found[-1] is phase
        assert phases.shown is phase
    # A click leaves the arrow keys to the window.
    assert not phases.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_that_a_click_on_the_phase_that_is_shown_counts(phases: PhaseList, qtbot: QtBot) -> None:
    found = asked(phases)
    place = phases.visualItemRect(phases.item(Phase.Z2.order)).center()
    qtbot.mouseClick(phases.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found == [Phase.Z2]


def test_that_arrow_keys_move_and_space_does_not(phases: PhaseList, qtbot: QtBot) -> None:
    found = asked(phases)
    phases.setFocus()
    qtbot.keyClick(phases, Qt.Key.Key_Right)
    qtbot.keyClick(phases, Qt.Key.Key_Left)
    qtbot.keyClick(phases, Qt.Key.Key_End)
    assert found == [Phase.F, Phase.Z2, Phase.UPDATE]
    qtbot.keyClick(phases, Qt.Key.Key_Space)
    assert len(found) == 3


def test_that_following_the_run_asks_for_nothing(phases: PhaseList) -> None:
    found = asked(phases)
    phases.show_phase(Phase.UPDATE)
    assert phases.shown is Phase.UPDATE
    assert found == []


@pytest.mark.parametrize("width", [120, 300, 480, 900])
@pytest.mark.parametrize("points", [9, 24])
def test_that_all_phases_are_in_sight(phases: PhaseList, width: int, points: int) -> None:
    font = QFont(phases.font())
    font.setPointSize(points)
    phases.setFont(font)
    phases.resize(width, phases.height())
    phases.doItemsLayout()
    for phase in PHASES:
        rect = phases.visualItemRect(phases.item(phase.order))
        assert rect.bottom() <= phases.viewport().height()
        assert rect.right() <= width or rect.left() == 0


def test_that_nothing_moves_while_the_step_goes_on(phases: PhaseList) -> None:
    before = [phases.visualItemRect(phases.item(phase.order)) for phase in PHASES]
    for phase in PHASES:
        phases.set_place(phase, 0, 4, 3)
        use_theme(DARK)
        assert [phases.visualItemRect(phases.item(p.order)) for p in PHASES] == before
        assert not phases.grab().isNull()
