"""Following the phases of a step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.formatting import exact
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from tests.ui.panels.debugger.formulas.steps import whole
from tests.ui.panels.debugger.reading import D, L, Windows, at, child, click_phase, results, text


def test_that_it_has_the_name_by_which_it_is_found(panel: DebuggerPanel) -> None:
    assert panel.objectName() == "debugger_panel"
    assert panel.title() == "Debugger"
    assert panel.interval_ms == 100


def test_that_it_walks_along_with_the_step(panel: DebuggerPanel) -> None:
    for phase in PHASES:
        for row in range(rows_in(phase, L, D)):
            panel.show_frame(at(phase, row))
            assert panel.phases.shown is phase
            assert panel.phases.mark_of(phase) == "▸"
            assert panel.head.row_edit.value() == (row if panel.inspection.rows > 1 else 0)
            assert not panel.head.follow.isVisible()
            if rows_in(phase, L, D) > 1:
                assert f"row {row} (0 … {rows_in(phase, L, D) - 1})" in panel.head.state.text()


def test_that_what_was_computed_last_stands_there_with_its_numbers(panel: DebuggerPanel) -> None:
    t = whole(at())
    panel.show_frame(at(Phase.GRAD_W2, 2))
    assert "not yet computed" in text(panel)
    assert results(panel.page.before)["δ2[1]"] == exact(t.delta2[1])
    panel.show_frame(at(Phase.GRAD_W2, 0))
    assert results(panel.page.before)["loss"] == exact(t.loss)
    panel.show_frame(at(Phase.DRAW))
    assert not panel.page.before.isVisible()


def test_that_a_click_shows_a_phase_until_the_run_moves(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at(Phase.LOSS))
    click_phase(panel, qtbot, Phase.Z1)
    assert "z1 = W₁x" in panel.page.formula.text()
    assert results(panel.page.numbers)["z1[0]"] == exact(whole(at()).z1[0])
    assert panel.head.follow.isVisible()
    panel.show_frame(at(Phase.LOSS))
    assert panel.phases.shown is Phase.Z1
    panel.show_frame(at(Phase.GRAD_W2))
    assert panel.phases.shown is Phase.GRAD_W2
    assert not panel.head.follow.isVisible()


def test_that_one_can_go_back_to_following(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at(Phase.LOSS))
    click_phase(panel, qtbot, Phase.Z1)
    qtbot.mouseClick(child(panel, "debugger_follow"), Qt.MouseButton.LeftButton)
    assert panel.phases.shown is Phase.LOSS


def test_that_a_phase_is_watched_while_the_run_goes_by_whole_steps(
    panel: DebuggerPanel, qtbot: QtBot
) -> None:
    panel.show_frame(at())
    click_phase(panel, qtbot, Phase.F)
    frame = at(sample=2, step=8)
    panel.show_frame(frame)
    assert results(panel.page.numbers)["f[0]"] == exact(whole(frame).f[0])


def test_that_the_row_edit_shows_another_row(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at())
    click_phase(panel, qtbot, Phase.GRAD_W1)
    edit = child(panel, "debugger_row_edit")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert results(panel.page.numbers)["δ1[2]"] == exact(whole(at()).delta1[2])
    edit.selectAll()
    qtbot.keyClicks(edit, "3")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "δ1[3]" in results(panel.page.numbers)
    assert edit.maximum() == L - 1


def test_that_phases_without_rows_have_no_row_edit(panel: DebuggerPanel) -> None:
    for phase in PHASES:
        panel.show_frame(at(phase))
        assert panel.head.row_edit.isVisible() == (phase not in (Phase.DRAW, Phase.LOSS))


def test_that_the_head_keeps_its_height(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at())
    QApplication.processEvents()
    before = panel.head.height()
    click_phase(panel, qtbot, Phase.GRAD_W1)
    panel.select(Selection("W1", 1, 2))
    QApplication.processEvents()
    assert panel.head.height() == before


def test_that_the_title_can_be_read_whether_anything_stands_beside_it(panel: DebuggerPanel) -> None:
    for phase in PHASES:
        panel.show_frame(at(phase))
        QApplication.processEvents()
        title = panel.head.title
        assert title.text() == panel.phases.long_name(phase)
        assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_that_no_part_of_it_is_ever_a_window_of_its_own(panel: DebuggerPanel) -> None:
    windows, app = Windows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    try:
        for phase in (*PHASES, Phase.DRAW):
            panel.show_frame(at(phase))
    finally:
        app.removeEventFilter(windows)
    assert windows.shown == []  # such a flash would take the keys away from the window
