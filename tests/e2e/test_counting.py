"""The whole window counts from 0 or from 1: what it says, copies, and takes."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QTableView,
    QWidget,
)

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.commands import (
    AddBreakpoint,
    Advance,
    AdvancePhase,
    EditWeight,
    HoldSample,
    SelectSample,
    SwitchOff,
)
from bpviz.training.events import State
from bpviz.training.step.phases import Phase
from bpviz.ui.core import counting
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.heatmap.view import Heatmap
from bpviz.ui.panels.debugger.number_lines import NumberLines
from bpviz.ui.panels.debugger.table_view import TableView
from bpviz.ui.panels.decision_boundary.probe_table import ProbeTable
from bpviz.ui.panels.network_graph.model import Layer, Unit
from bpviz.ui.panels.network_graph.texts import describe
from bpviz.ui.panels.network_graph.view import GraphView
from tests.e2e.conftest import Person

Role = Qt.ItemDataRole

COPIES = ("values_text", "table", "text", "list_text")
"""What copies values is called."""

ENTRY = re.compile(r"\[(\d+)(?:, (\d+))?\]")
NAMED = re.compile(
    r"(?<!onstant )\b(?:sample|unit|row|column|input|output) (\d[\d\u202f]*)(?![\d.,%])",
    re.IGNORECASE,
)

COUNTED = re.compile(r"(index|unit|row|column)( from 1)?")
"""Headings of copied indices."""


def indices(words: str) -> list[int]:
    """Return all numbers in `words` that are indices, by what stands around them."""
    found = [n for match in ENTRY.findall(words) for n in match if n]
    found += [n.replace("\u202f", "") for n in NAMED.findall(words)]
    return [int(n) for n in found] + list(copied(words))


def copied(words: str) -> Iterator[int]:
    """Return the indices in copied tables, which stand below their headings."""
    columns: list[int] = []
    for line in words.split("\n"):
        entries = line.split("\t")
        heads = [at for at, entry in enumerate(entries) if COUNTED.fullmatch(entry)]
        columns = heads or columns
        if not heads:
            there = [entries[at] for at in columns if at < len(entries)]
            yield from (int(entry) for entry in there if entry.isdigit())


def cells(model: QAbstractItemModel, rows: int = 4, columns: int = 8) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), rows)):
        for column in range(min(model.columnCount(QModelIndex()), columns)):
            index = model.index(row, column)
            for role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
                yield str(model.data(index, role))
    for column in range(min(model.columnCount(QModelIndex()), columns)):
        for role in (Role.DisplayRole, Role.ToolTipRole):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role))


def painted(widget: QWidget) -> Iterator[str]:
    """Return what a widget writes without a label, and what it says when it is pointed at."""
    if isinstance(widget, Heatmap):
        rows, columns = widget.matrix.shape
        if rows and columns:
            yield widget.describe(0, 0)
            yield widget.describe(rows - 1, columns - 1)
    elif isinstance(widget, NumberLines):
        yield widget.text(full=True)
        for line in widget.lines:
            yield from (widget.describe(piece) for piece in (*line.left, *line.right))
    elif isinstance(widget, TableView) and widget.table is not None:
        yield widget.describe((0, 0))
    elif isinstance(widget, ProbeTable):
        for layer in widget.layers:
            yield from (f"unit {name}" for name in layer.names)
    elif isinstance(widget, GraphView) and widget.state is not None:
        for layer in Layer:
            yield describe(widget.state, Unit(layer, 0))
        yield describe(widget.state, Selection("W2", 0, 0))
    elif isinstance(widget, Chart):
        yield "\n".join(getattr(widget, "describe", lambda index: [])(0) or [])


def said_by(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.whatsThis()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(min(widget.count(), 12)))
    if isinstance(widget, QTableView) and widget.model() is not None:
        yield from cells(widget.model())
    yield from painted(widget)


def said(person: Person) -> dict[tuple[Any, ...], str]:
    """Return every text of every panel, and what would be copied, by where it stands."""
    found: dict[tuple[Any, ...], str] = {}
    person.window.panel_set.make_all()
    viewers = {viewer.widget: viewer for viewer in person.window._pump._viewers}
    for name, panel in person.window.panel_set.panels.items():
        person.window.docks.show_panel(name)
        QCoreApplication.processEvents()
        viewer = viewers[panel]  # panels take turns, and have to have had theirs
        person.qtbot.waitUntil(
            lambda panel=panel, viewer=viewer: (
                panel.isVisible() and viewer.shown is person.window.frame
            )
        )
        QCoreApplication.processEvents()
        for place, widget in enumerate([panel, *panel.findChildren(QWidget)]):
            where = name, place, widget.objectName()
            for at, words in enumerate(said_by(widget)):
                found[*where, at] = words
            for copy in COPIES:
                copied = getattr(widget, copy, None)
                if callable(copied) and not isinstance(widget, (QLabel, QAbstractButton)):
                    found[*where, copy] = str(copied())[:4000]
    return found


def settled(person: Person) -> dict[tuple[Any, ...], str]:
    """Return what is said once nothing more is computed beside the run."""
    before, now = said(person), said(person)
    while [*map(indices, now.values())] != [*map(indices, before.values())]:
        before, now = now, said(person)
    return now


def said_after(
    person: Person, action: str, wanted: Callable[[tuple[Any, ...], str], bool]
) -> dict[tuple[Any, ...], str]:
    """Return what is said after an action: as soon as all is as wanted, or nothing changes."""
    person.trigger(action)
    now = said(person)
    return now if all(itertools.starmap(wanted, now.items())) else settled(person)


def begin(person: Callable[..., Person], data: str) -> Person:
    """Return a window that stands inside a step, with something said of the first of everything."""
    one = person("--dataset", data, "--hidden", "5")
    one.wait_for(State.PAUSED)
    window = one.window
    for command in (
        Advance(40),
        EditWeight("W1", 0, 0, 0.5),
        EditWeight("W2", 0, 0, 0.5),
        HoldSample(0),
        SwitchOff((0,)),
        SelectSample(0, Part.TRAIN),
        *[AdvancePhase()] * 7,
        AddBreakpoint(Breakpoint.sample(0)),
    ):
        sent = window.send(command)
        one.wait(
            lambda frame, sent=sent: frame.acknowledged >= sent and frame.state is State.PAUSED  # type: ignore[misc]
        )
    window.panel_set._select(Selection("W1", 0, 0))
    window.panel_set.check_gradient()
    one.wait(lambda frame: frame.check is not None and frame.checking is None)
    return one


@pytest.mark.parametrize(
    ("data", "telling"),
    [
        ("iris", {"weights1_panel", "debugger_panel", "browser_panel", "units_panel"}),
        ("xor", {"weights2_panel", "graph_panel", "boundary_panel", "gradient_check_panel"}),
        ("digits", {"sample_panel", "draw_panel", "rule_panel", "breakpoints_panel"}),
    ],
)
def test_that_everything_counts_from_one_as_soon_as_somebody_says_so(
    person: Callable[..., Person], data: str, telling: set[str]
) -> None:
    one = begin(person, data)
    from_zero = settled(one)
    found = {where: indices(words) for where, words in from_zero.items()}

    def as_found(where: tuple[Any, ...], words: str, by: int = 0) -> bool:
        return where not in found or indices(words) == [index + by for index in found[where]]

    one_more = functools.partial(as_found, by=1)
    from_one = said_after(one, "action_count_from_one", one_more)
    assert counting.first() == 1
    again = said_after(one, "action_count_from_one", as_found)
    assert counting.first() == 0
    there = from_zero.keys() & from_one.keys() & again.keys()
    assert len(there) > 0.9 * len(from_zero)  # a list of choices may have been opened since
    wrong = [
        (where, from_zero[where], from_one[where], again[where])
        for where in there
        if not (one_more(where, from_one[where]) and as_found(where, again[where]))
    ]
    assert wrong == []
    assert telling <= {where[0] for where in there if 0 in found[where]}


def type_into(edit: Any, words: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("start", counting.STARTS)
def test_that_what_is_typed_counts_as_what_is_shown(
    person: Callable[..., Person], start: int
) -> None:
    one = person("--dataset", "iris", "--hidden", "5")
    one.wait_for(State.PAUSED)
    counting.count_from(start)
    one.window.docks.show_panel("sample_panel")
    type_into(one.find("sample_index"), str(start + 2))
    assert one.wait(lambda frame: frame.selected is not None).selected == 2
    one.window.docks.show_panel("breakpoints_panel")
    form = one.find("breakpoints_panel").adder
    form.choose(Condition.SAMPLE)
    one.qtbot.waitUntil(lambda: form.value_edit.text() == str(start + 2))  # the sample shown
    type_into(form.value_edit, str(start))
    made = one.wait(lambda frame: len(frame.breakpoints) == 1).breakpoints[0]
    assert made.breakpoint == Breakpoint.sample(0)
    cell = one.find("breakpoints_list").model().index(0, 0)
    assert cell.data() == f"sample {start}"
    one.window.docks.show_panel("debugger_panel")
    debugger = one.find("debugger_panel")
    one.qtbot.waitUntil(debugger.phases.isVisible)
    debugger.phases.inspected.emit(Phase.H)
    type_into(debugger.head.row_edit, str(start + 4))
    assert debugger.inspection.row == 4
    type_into(debugger.head.row_edit, str(start + 5))  # there are five
    assert debugger.inspection.row == 4
    assert f"from {start} to {start + 4}" in one.find("message_label").text()
    one.window.docks.show_panel("browser_panel")
    browser = one.find("browser_panel")
    one.qtbot.waitUntil(lambda: browser.samples.shown is not None and browser.isVisible())
    table = browser.views.view
    table.setFocus()
    QTest.keyClicks(table, str(start + 7))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert one.wait(lambda frame: frame.selected == 7).selected == 7


def test_that_an_index_that_nobody_has_taken_over_stays_what_it_is(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "iris", "--hidden", "5")
    one.wait_for(State.PAUSED)
    one.window.docks.show_panel("sample_panel")
    chooser = one.find("sample_index")
    type_into(chooser, "7")
    one.wait(lambda frame: frame.selected == 7)
    one.trigger("action_count_from_one")
    assert (chooser.value(), chooser.lineEdit().text()) == (7, "8")
    assert one.frame.selected == 7
