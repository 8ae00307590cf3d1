"""Editing a single weight in its panel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from bpviz.network import Network
from bpviz.training.commands import EditWeight
from bpviz.training.events import State
from bpviz.ui.core import counting
from bpviz.ui.core.selection import Selection
from tests.ui.frames import make_frame, make_images, make_network
from tests.ui.panels.weights.bench import LEFT, Bench, weight


@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_a_double_click_edits_the_weight_under_it(qtbot: QtBot, matrix: Any) -> None:
    bench = Bench(qtbot, matrix)
    frame = bench.show(make_frame(make_images(shape=(8, 8))))
    bench.double_click(3, 5)
    assert bench.line.isVisible()
    assert bench.line.hasFocus()
    assert float(bench.line.text()) == getattr(frame.network, matrix)[3, 5]
    assert bench.line.selectedText() == bench.line.text()
    bench.type("-0.25")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight(matrix, 3, 5, -0.25)]
    assert not bench.line.isVisible()
    assert bench.window.hasFocus()


def test_that_a_double_click_selects_and_neither_zooms_nor_moves(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    sight = view.box.viewRect()
    with qtbot.waitSignal(bench.panel.weight_selected) as selected:
        bench.double_click(3, 5)
    assert selected.args == [Selection("W2", 3, 5)]
    assert view.box.viewRect() == sight
    view.box.scaleBy((0.5, 0.5))
    sight = view.box.viewRect()
    bench.panel.editor.close_editor()
    bench.double_click(5, 4)
    assert view.box.viewRect() == sight


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" 1e-3 ", 1e-3),
        ("−2,5E+2", -250.0),
        ("1e308", 1e308),
        ("-1e308", -1e308),
        ("0", 0.0),
        ("5e-324", 5e-324),
    ],
)
def test_that_every_way_to_write_a_finite_number_is_understood(
    bench: Bench, typed: str, value: float
) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type(typed)
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, value)]


@pytest.mark.parametrize("typed", ["text", "nan", "inf", "-Infinity", "1e309", "", "1,000.5", "½"])
def test_that_what_is_no_finite_number_is_refused_in_a_sentence_and_stays_open(
    bench: Bench, typed: str
) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.line.clear()
    bench.type(typed)
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == []
    assert bench.line.isVisible()
    assert bench.line.hasFocus()
    assert "Type" in bench.said
    assert typed in bench.said
    bench.type("0.125")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.125)]
    bench.double_click(1, 2)
    assert bench.said == ""


def test_that_escape_leaves_the_weight_as_it_is(bench: Bench) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type("0.5")
    bench.press(Qt.Key.Key_Escape)
    assert not bench.line.isVisible()
    assert bench.window.hasFocus()
    assert bench.sent == []


def test_that_enter_on_the_same_value_changes_nothing(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.double_click(1, 2)
    bench.press(Qt.Key.Key_Return)
    bench.double_click(1, 2)
    bench.type(repr(weight(frame, 1, 2)))
    bench.press(Qt.Key.Key_Return)
    assert not bench.line.isVisible()
    assert bench.sent == []


@pytest.mark.parametrize(("typed", "taken"), [("0.5", True), ("text", False)])
def test_that_leaving_takes_a_good_number_over(bench: Bench, typed: str, taken: bool) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type(typed)
    bench.other.setFocus()
    assert bench.sent == ([EditWeight("W2", 1, 2, 0.5)] if taken else [])
    assert not bench.line.isVisible()
    assert bench.other.hasFocus()


def test_that_another_entry_can_be_edited_right_away(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.double_click(1, 2)
    bench.type("0.5")
    bench.double_click(8, 6)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.5)]
    assert float(bench.line.text()) == weight(frame, 8, 6)
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.hasFocus()


@pytest.mark.parametrize("state", [State.RUNNING, State.LOADING, State.FAILED])
def test_that_while_the_run_does_not_stand_it_says_so(bench: Bench, state: State) -> None:
    bench.show(make_frame(state=state))
    bench.double_click(1, 2)
    assert not bench.line.isVisible()
    assert bench.said.endswith("Pause it first.")
    bench.show(make_frame(state=State.STOPPED))
    bench.double_click(1, 2)
    assert bench.line.isVisible()
    assert bench.said == ""


@pytest.mark.parametrize("quantity", ["G", "dW"])
def test_that_only_weights_can_be_edited(bench: Bench, quantity: str) -> None:
    bench.show(make_frame(step=3))
    bench.panel.quantity.button(quantity).click()
    bench.double_click(1, 2)
    assert not bench.line.isVisible()
    assert "W" in bench.said


def test_that_a_run_that_goes_on_or_another_run_closes_the_line(bench: Bench) -> None:
    for frame in (make_frame(state=State.RUNNING), make_frame(run=2, n_hidden=3)):
        bench.show(make_frame())
        bench.double_click(1, 2)
        bench.type("0.5")
        bench.show(frame)
        assert not bench.line.isVisible()
    assert bench.sent == []


def test_that_the_line_follows_its_weight_until_somebody_types(bench: Bench) -> None:
    bench.show(make_frame())
    bench.double_click(1, 2)
    other = bench.show(make_frame(network=make_network(784, 8, 10, seed=5), step=1))
    assert float(bench.line.text()) == weight(other, 1, 2)
    bench.type("0.5")
    bench.show(make_frame(step=2))
    assert bench.line.text() == "0.5"


def test_that_a_weight_that_is_no_number_can_be_mended(bench: Bench) -> None:
    network = make_network(784, 8, 10)
    W2 = network.W2.copy()
    W2[1, 2] = np.nan
    bench.show(make_frame(network=Network(network.W1, W2)))
    bench.double_click(1, 2)
    assert bench.line.text() == "NaN"
    bench.type("0.5")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.5)]


def test_that_digits_stand_in_the_decimal_mark_of_the_locale(bench: Bench) -> None:
    frame = bench.show(make_frame())
    bench.panel.setLocale(QLocale(QLocale.Language.German))
    bench.double_click(1, 2)
    assert bench.line.text() == repr(weight(frame, 1, 2)).replace(".", ",")


def test_that_a_click_leaves_the_focus_where_it_is(bench: Bench, qtbot: QtBot) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    qtbot.mouseClick(view.plot.viewport(), LEFT, pos=view.widget_position(1, 2))
    assert bench.window.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_the_selected_weight_is_edited_by_keys_alone(bench: Bench, key: Any) -> None:
    bench.show(make_frame())
    view = bench.panel.view
    view.setFocus()
    bench.press(Qt.Key.Key_Return)  # selects an entry to begin with
    assert view.marks.selected == (0, 0)
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Down)
    bench.press(key)
    assert bench.line.hasFocus()
    bench.type("2")
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 1, 2.0)]
    assert view.hasFocus()


def test_that_an_open_line_names_its_weight_as_one_counts_now(qtbot: QtBot) -> None:
    bench = Bench(qtbot, "W2")
    bench.show(make_frame())
    bench.double_click(1, 2)
    assert bench.panel.editor.place.text() == "W₂[1, 2] ="
    bench.line.setText("0.5")
    counting.count_from(1)
    assert bench.panel.editor.place.text() == "W₂[2, 3] ="
    bench.press(Qt.Key.Key_Return)
    assert bench.sent == [EditWeight("W2", 1, 2, 0.5)]
