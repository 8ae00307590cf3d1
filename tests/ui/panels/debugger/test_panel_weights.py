"""A selected weight and its chain rule."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import exact
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.panels.debugger.panel import DebuggerPanel
from tests.ui.panels.debugger.formulas.steps import whole
from tests.ui.panels.debugger.reading import (
    NETWORK,
    D,
    L,
    N,
    at,
    child,
    click_phase,
    results,
    tables,
)


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
