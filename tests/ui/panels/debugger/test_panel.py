"""What the debugger's panel shows of any network, and in any room."""

from __future__ import annotations

import math
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpviz.training.commands import Command
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from tests.ui.frames import make_frame, make_images
from tests.ui.panels.debugger.formulas.steps import (
    kernel_frame,
    make_data,
    scaled,
    some_network,
    whole,
)
from tests.ui.panels.debugger.reading import (
    DATA,
    NETWORK,
    D,
    L,
    N,
    at,
    child,
    click_phase,
    results,
    tables,
    text,
)
from tests.ui.themes import use_theme


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


def test_that_a_weight_is_kept_that_only_the_next_network_has(panel: DebuggerPanel) -> None:
    panel.show_frame(at())
    panel.select(Selection("W1", 31, 700))
    panel.show_frame(make_frame(make_images(), n_hidden=32, run=2))
    assert panel.inspection.selection == Selection("W1", 31, 700)
    assert "W₁[31, 700]" in panel.page.chain.text()


def test_that_formula_and_numbers_can_be_copied(panel: DebuggerPanel) -> None:
    panel.show_frame(at(Phase.GRAD_W2, 2))
    panel.select(Selection("W1", 1, 2))
    menu = panel.build_menu()
    menu.actions()[0].trigger()
    copied = QGuiApplication.clipboard().text()
    t = whole(at())
    assert "δ2_j = 2(f_j − y_j) σ₂′(z2_j)" in copied
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
    use_theme(theme)
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
