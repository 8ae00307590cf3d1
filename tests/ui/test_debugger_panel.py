"""The debugger: phases, formulas, the numbers of one row or weight, and what is pointed at."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command
from bpviz.training.events import Frame
from bpviz.training.phases import PHASES, Phase, rows_in
from bpviz.ui.formulas.pieces import Role
from bpviz.ui.panels.debugger import DebuggerPanel
from bpviz.ui.text import exact, number
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.formula_lines import FormulaLines
from bpviz.ui.widgets.selection import Highlight, Selection
from bpviz.ui.widgets.small_matrix import SmallMatrix
from tests.ui.formulas.steps import kernel_frame, make_data, scaled, some_network, whole
from tests.ui.frames import make_frame, make_images

N, L, D = 9, 4, 3
DATA, NETWORK = make_data(N, D), some_network(N, L, D)


def at(phase: Phase = Phase.DRAW, row: int = 0, **options: Any) -> Frame:
    return kernel_frame(DATA, NETWORK, phase, row, **options)


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, sent: list[Command]) -> DebuggerPanel:
    def send(command: Command) -> int:
        sent.append(command)
        return len(sent)

    panel = DebuggerPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(480, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def text(panel: DebuggerPanel) -> str:
    return panel.page.numbers.text()


def results(lines: FormulaLines) -> dict[str, str]:
    pieces = [piece for line in lines.lines for piece in line.right if piece.role is Role.RESULT]
    return {piece.name: piece.exact for piece in pieces}


def tables(panel: DebuggerPanel) -> list[SmallMatrix]:
    return [matrix for matrix in panel.page.tables.matrices if matrix.isVisibleTo(panel)]


def click_phase(panel: DebuggerPanel, qtbot: QtBot, phase: Phase) -> None:
    place = panel.phases.visualItemRect(panel.phases.item(phase.order)).center()
    qtbot.mouseClick(panel.phases.viewport(), Qt.MouseButton.LeftButton, pos=place)


def child(panel: DebuggerPanel, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


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
                assert f"row {row} of " in panel.head.state.text()


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


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self.shown.append(thing)
        return False


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


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(["exact", "as_printed"]), st.booleans(), st.data())
def test_that_any_selected_weight_has_its_chain_rule(
    panel: DebuggerPanel, rule: str, first: bool, data: Any
) -> None:
    frame = at(rule=rule)
    t = whole(frame)
    rows, columns = (L, N) if first else (D, L)
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    panel.show_frame(frame)
    panel.select(Selection("W1" if first else "W2", row, column))
    found = results(panel.page.chain)
    delta, inputs = (t.delta1, t.x) if first else (t.delta2, t.h)
    symbol, name = ("W₁", "δ1") if first else ("W₂", "δ2")
    old = (NETWORK.W1 if first else NETWORK.W2)[row, column]
    assert found[f"{name}[{row}]"] == exact(delta[row])
    assert found[f"∂{symbol}[{row}, {column}]"] == exact(delta[row] * inputs[column])
    new = old - (0.1 * delta[row]) * inputs[column]
    assert found[f"new {symbol}[{row}, {column}]"] == exact(new)


def test_that_a_chain_rule_says_what_is_still_to_come(panel: DebuggerPanel) -> None:
    panel.select(Selection("W1", 2, 3))
    panel.show_frame(at(Phase.GRAD_W1, 2))
    assert "not yet computed" in panel.page.chain.text()
    assert results(panel.page.chain) == {}
    panel.show_frame(at(Phase.UPDATE, D))
    assert "δ1[2]" in results(panel.page.chain)
    assert "new W₁[2, 3]" not in results(panel.page.chain)
    panel.show_frame(at(Phase.UPDATE, D + 3))
    frame = at(Phase.UPDATE, D + 3)
    assert results(panel.page.chain)["new W₁[2, 3]"] == exact(frame.network.W1[2, 3])


def test_that_nothing_is_said_twice(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W2, 2))
    panel.select(Selection("W2", 1, 3))
    assert panel.page.chain.isVisible()
    assert not panel.page.numbers.isVisible()
    assert not panel.page.before.isVisible()  # row 1, which the chain rule shows
    panel.show_frame(at(Phase.Z2))
    assert panel.page.numbers.isVisible()


def test_that_a_weight_can_be_let_go(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at(Phase.GRAD_W2, 1))
    panel.select(Selection("W2", 2, 0))
    told: list[Selection | None] = []
    panel.weight_selected.connect(told.append)
    assert panel.head.row_edit.value() == 2
    qtbot.mouseClick(child(panel, "debugger_clear"), Qt.MouseButton.LeftButton)
    assert told == [None]
    assert panel.head.row_edit.value() == 1
    assert not panel.page.chain.isVisible()


def test_that_a_selection_from_outside_is_not_echoed(panel: DebuggerPanel) -> None:
    told: list[Selection | None] = []
    panel.weight_selected.connect(told.append)
    panel.show_frame(at())
    panel.select(Selection("W2", 2, 0))
    panel.select(None)
    assert told == []


def test_that_another_row_moves_the_selected_weight(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at())
    click_phase(panel, qtbot, Phase.GRAD_W1)
    panel.select(Selection("W1", 1, 5))
    told: list[Selection | None] = []
    panel.weight_selected.connect(told.append)
    panel.head.row_edit.stepUp()
    assert told == [Selection("W1", 2, 5)]
    assert "∂W₁[2, 5]" in results(panel.page.chain)


def test_that_a_click_in_a_small_heatmap_selects_a_weight(
    panel: DebuggerPanel, qtbot: QtBot
) -> None:
    panel.show_frame(at(Phase.Z2))
    told: list[Selection | None] = []
    panel.weight_selected.connect(told.append)
    matrix = next(m for m in tables(panel) if m.accessibleName() == "W₂")
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_centre(1, 3))
    assert told == [Selection("W2", 1, 3)]
    assert panel.page.chain.isVisible()


def test_that_a_click_on_a_weights_number_selects_it(panel: DebuggerPanel, qtbot: QtBot) -> None:
    panel.show_frame(at(Phase.Z2))
    told: list[Selection | None] = []
    panel.weight_selected.connect(told.append)
    lines = panel.page.numbers
    for name, wanted in (("h[1]", []), ("W₂[0, 1]", [Selection("W2", 0, 1)])):
        place = lines.place_of(name).center().toPoint()
        qtbot.mouseClick(lines, Qt.MouseButton.LeftButton, pos=place)
        assert told == wanted


@pytest.mark.parametrize(
    ("phase", "name", "place"),
    [
        (Phase.GRAD_W2, "f[0]", Highlight(output=0)),
        (Phase.GRAD_W2, "σ₂′(z2[0])", Highlight(output=0)),
        (Phase.GRAD_W1, "δ2[1]", Highlight(output=1)),
        (Phase.GRAD_W1, "W₂[1, 0]", Highlight(W2=(1, 0))),
        (Phase.Z2, "h[2]", Highlight(hidden=2)),
        (Phase.H, "z1[0]", Highlight(hidden=0)),
    ],
)
def test_that_pointing_at_a_factor_says_where_it_lives(
    panel: DebuggerPanel, qtbot: QtBot, phase: Phase, name: str, place: Highlight
) -> None:
    panel.show_frame(at())
    click_phase(panel, qtbot, phase)
    told: list[Highlight | None] = []
    panel.highlighted.connect(told.append)
    lines = panel.page.numbers
    qtbot.mouseMove(lines, QPoint(lines.width() - 1, 1))
    qtbot.mouseMove(lines, lines.place_of(name).center().toPoint())
    assert told[-1] == place
    panel.hide()
    assert told[-1] is None


def test_that_the_printed_rule_is_shown_and_called_wrong(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W1, 1, rule="as_printed"))
    assert "1_d" in panel.page.formula.text()
    assert "wrong" in panel.page.note.text()
    assert panel.page.note.isVisible()
    panel.show_frame(at(Phase.GRAD_W1, 1))
    assert "1_d" not in panel.page.formula.text()
    assert not panel.page.note.isVisible()


def test_that_activations_have_their_own_formulas(panel: DebuggerPanel) -> None:
    network = some_network(N, L, D, sigma1="tanh", sigma2="relu")
    panel.show_frame(kernel_frame(DATA, network, Phase.H))
    assert "σ₁(t) = tanh(t)" in panel.page.formula.text()
    panel.show_frame(kernel_frame(DATA, network, Phase.F))
    assert "σ₂(t) = max(t, 0)" in panel.page.formula.text()


def test_that_tables_show_what_a_phase_reads_and_writes(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W1, 2))
    found = {m.accessibleName(): m for m in tables(panel)}
    assert list(found) == ["δ2", "W₂", "z1", "x", "δ1", "∂W₁"]
    t = whole(at())
    assert found["δ1"].describe((0, 1)) == f"δ1[1] = {exact(t.delta1[1])}"
    assert found["δ1"].describe((0, 2)) == "δ1[2] is not yet computed"


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize(
    "shape", [(784, 32, 10), (1, 1, 1), (5, 1, 3), (5, 4, 1), (20, 4096, 2)], ids=str
)
def test_that_networks_of_any_shape_are_shown(
    panel: DebuggerPanel, phase: Phase, shape: tuple[int, int, int]
) -> None:
    n, l, d = shape  # noqa: E741 - the note's letters
    network, data = some_network(n, l, d), make_data(n, d)
    for row in {0, rows_in(phase, l, d) - 1}:
        panel.show_frame(kernel_frame(data, network, phase, row))
        for selection in (Selection("W1", l - 1, n - 1), Selection("W2", d - 1, l - 1), None):
            panel.select(selection)
            assert not panel.grab().isNull()


@pytest.mark.parametrize("factor", [1e308, math.inf, math.nan])
def test_that_a_step_that_went_wrong_can_be_read(
    panel: DebuggerPanel, qtbot: QtBot, factor: float
) -> None:
    network = scaled(some_network(N, L, D, sigma1="identity", sigma2="identity"), factor)
    for phase in PHASES:
        panel.show_frame(kernel_frame(DATA, network))
        click_phase(panel, qtbot, phase)
        assert not panel.grab().isNull()
    click_phase(panel, qtbot, Phase.LOSS)
    assert number(whole(kernel_frame(DATA, network)).loss) in text(panel)


def test_that_a_vanishing_learning_rate_is_written_as_it_is(panel: DebuggerPanel) -> None:
    panel.show_frame(at(rate=1e-300))
    panel.select(Selection("W2", 1, 2))
    assert "(1.000e−300 · " in panel.page.chain.text()
    assert results(panel.page.chain)["new W₂[1, 2]"] == exact(NETWORK.W2[1, 2])


def test_that_it_waits_for_the_data(panel: DebuggerPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert child(panel, "debugger_empty").isVisible()
    assert not panel.phases.isVisible()
    panel.select(Selection("W1", 0, 0))
    panel.set_presenting(True)
    panel.show_frame(at())
    assert panel.phases.isVisible()
    assert not child(panel, "debugger_empty").isVisible()


def test_that_a_selection_of_another_network_is_forgotten(panel: DebuggerPanel) -> None:
    panel.show_frame(make_frame(make_images(), n_hidden=32))
    panel.select(Selection("W1", 31, 700))
    panel.show_frame(at(run=2))
    assert panel.inspection.selection is None
    assert not panel.page.chain.isVisible()


def test_that_formula_and_numbers_can_be_copied(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W2, 2))
    panel.select(Selection("W1", 1, 2))
    menu = panel.build_menu()
    menu.actions()[0].trigger()
    copied = QGuiApplication.clipboard().text()
    t = whole(at())
    assert "δ2_k = 2(f_k − y_k) σ₂′(z2_k)" in copied
    assert exact(t.delta2[1]) in copied
    assert "Chain rule of W₁[1, 2]" in copied


def test_that_presentation_mode_says_less(panel: DebuggerPanel) -> None:
    panel.show_frame(kernel_frame(make_data(784, 10), some_network(784, 32, 10), Phase.Z2))
    assert text(panel).count("W₂") == 0
    assert "27 more terms" in text(panel)
    panel.set_presenting(True)
    assert "29 more terms" in text(panel)
    assert panel.page.tables.isVisible()  # what is read and written belongs to the lecture
    panel.set_presenting(False)
    assert panel.page.tables.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("size", [(300, 250), (480, 500), (1200, 900)], ids=str)
def test_that_it_can_be_drawn_at_any_size(
    panel: DebuggerPanel, theme: Any, points: int, size: tuple[int, int]
) -> None:
    font = QFont(panel.font())
    font.setPointSize(points)
    panel.setFont(font)
    panel.set_theme(theme)
    panel.resize(*size)
    for phase in PHASES:
        panel.show_frame(at(phase))
        QApplication.processEvents()
        assert panel.width() == size[0]
        assert panel.page.content.width() <= panel.page.viewport().width()


def test_that_everything_that_takes_the_focus_has_a_name(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W1))
    panel.select(Selection("W1", 1, 2))
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel):
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            assert widget.toolTip(), widget.objectName()


def test_that_it_sends_nothing_to_the_trainer(panel: DebuggerPanel, sent: list[Command]) -> None:
    for phase in PHASES:
        panel.show_frame(at(phase))
    panel.select(Selection("W1", 1, 2))
    assert sent == []
