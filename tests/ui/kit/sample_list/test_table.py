"""The table of samples: its columns, its numbers in their own units, its titles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.training.commands import SelectSample, TrainNext
from bpviz.ui.core.formatting import NOTHING, count, exact, number
from bpviz.ui.kit.sample_list.columns import ColumnKind
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey
from bpviz.ui.kit.sample_list.table import SampleTable
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.frames import make_regression
from tests.ui.panels.sample_browser.browsing import (
    click,
    double_click,
    frame_of,
    listed_by,
    make_answers,
    make_panel,
)
from tests.ui.records import make_classes
from tests.ui.shown_panels import Sent

ROLE = Qt.ItemDataRole


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> BrowserPanel:
    return make_panel(qtbot, sent, (700, 320))


def titles(table: SampleTable) -> list[str]:
    model = table.model()
    return [str(model.headerData(i, Qt.Orientation.Horizontal)) for i in range(model.columnCount())]


def cell(table: SampleTable, row: int, title: str, role: Any = ROLE.DisplayRole) -> str:
    model = table.model()
    return str(model.data(model.index(row, titles(table).index(title)), role))


def test_that_classes_have_these_columns(panel: BrowserPanel) -> None:
    data = make_classes(30)
    frame = frame_of(data)
    panel.show_frame(frame)
    table = panel.views.table
    assert panel.views.view is table
    quantities = ["index", "class", "predicted", "loss", "‖∂W₁‖", "‖∂W₂‖"]
    assert titles(table) == [*quantities, "x[0]", "x[1]", "x[2]"]
    scan = frame.scan
    assert scan is not None
    assert scan.predicted is not None
    assert scan.correct is not None
    assert data.labels is not None
    for row in range(30):
        assert cell(table, row, "index") == count(row)
        assert cell(table, row, "class") == str(data.labels[row])
        mark = "" if scan.correct[row] else "✗ "
        assert cell(table, row, "predicted") == f"{mark}{scan.predicted[row]}"
        assert cell(table, row, "loss") == number(scan.losses[row])
        assert cell(table, row, "‖∂W₂‖") == number(scan.magnitudes[row, 1])
        assert cell(table, row, "x[1]") == number(data.x(row)[1])
        assert cell(table, row, "x[1]", ROLE.ToolTipRole) == exact(data.x(row)[1])


def test_that_a_regression_is_in_its_own_units(panel: BrowserPanel) -> None:
    data = make_regression(20, d=2)
    frame = frame_of(data)
    panel.show_frame(frame)
    table = panel.views.table
    pairs = [f"{what} {name}" for name in ("temperature", "length") for what in
             ("target", "output", "error")]  # fmt: skip
    inputs = ["width", "height", "1 (constant)"]
    assert titles(table) == ["index", *pairs, "loss", "‖∂W₁‖", "‖∂W₂‖", *inputs]
    assert frame.scan is not None
    assert frame.scan.outputs is not None
    for row in range(20):
        target = 100 + 50 * data.Y[row, 0]
        output = 100 + 50 * frame.scan.outputs[row, 0]
        assert cell(table, row, "target temperature") == number(target)
        assert cell(table, row, "output temperature") == number(output)
        shown = cell(table, row, "error temperature", ROLE.ToolTipRole).replace("−", "-")
        assert float(shown) == pytest.approx(output - target)


def test_that_a_single_target_needs_no_name(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(make_regression(9)))
    assert titles(panel.views.table)[1:4] == ["target", "output", "error"]
    texts = [panel.controls.order.itemText(i) for i in range(panel.controls.order.count())]
    assert "by error" in texts
    for box in (panel.controls.label, panel.controls.predicted, panel.controls.wrong):
        assert not box.isVisible()


def test_that_a_regression_is_sorted_by_error(panel: BrowserPanel) -> None:
    data = make_regression(40)
    frame = frame_of(data)
    panel.show_frame(frame)
    panel.views.table.sort_wanted.emit(SortKey(SortBy.ERROR, True, 0))
    assert frame.scan is not None
    assert frame.scan.outputs is not None
    size = np.abs(frame.scan.outputs - data.Y)[:, 0]
    assert listed_by(panel) == sorted(range(40), key=lambda i: -size[i])


def test_that_what_is_not_known_is_a_dash(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(make_classes(9), scan=None))
    for title in ("predicted", "loss", "‖∂W₁‖"):
        assert cell(panel.views.table, 0, title) == NOTHING
    bare = make_answers(make_classes(9), magnitudes=np.zeros((0, 2)))
    panel.show_frame(frame_of(make_classes(9), scan=bare))
    assert cell(panel.views.table, 0, "‖∂W₁‖") == NOTHING
    panel.grab()


def title_at(table: SampleTable, kind: ColumnKind) -> QPoint:
    header = table.horizontalHeader()
    section = next(i for i, column in enumerate(table.table.columns) if column.kind is kind)
    middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    return QPoint(middle, header.height() // 2)


def test_that_a_click_on_a_title_sorts_and_another_turns_it_round(panel: BrowserPanel) -> None:
    frame = frame_of(make_classes(60))
    panel.show_frame(frame)
    table = panel.views.table
    header = table.horizontalHeader().viewport()
    assert frame.scan is not None
    losses = frame.scan.losses
    for sign in (-1, 1, -1):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=title_at(table, ColumnKind.LOSS))
        assert listed_by(panel) == sorted(range(60), key=lambda i: sign * losses[i])
        assert panel.controls.key == SortKey(SortBy.LOSS, sign < 0)
        assert table.horizontalHeader().sortIndicatorSection() == 3
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=title_at(table, ColumnKind.INDEX))
    assert listed_by(panel) == list(range(60))


def test_that_a_title_nothing_is_sorted_by_changes_nothing(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(make_classes(60)))
    table = panel.views.table
    before = table.horizontalHeader().sortIndicatorSection()
    header = table.horizontalHeader().viewport()
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=title_at(table, ColumnKind.CLASS))
    assert listed_by(panel) == list(range(60))
    assert table.horizontalHeader().sortIndicatorSection() == before


def test_that_the_order_chosen_above_stands_at_the_titles(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(make_classes(60)))
    panel.controls.order.setCurrentIndex(2)
    panel.controls.order.activated.emit(2)
    assert panel.controls.key.by is SortBy.GRADIENT_W1
    assert panel.views.table.horizontalHeader().sortIndicatorSection() == 4


def test_that_rows_are_looked_at_and_trained_on(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(make_classes(60)))
    click(panel, 4)
    assert sent == [SelectSample(4)]
    double_click(panel, 4)
    assert sent[-1] == TrainNext(4)


def test_that_keys_go_along_rows_and_scroll_columns(panel: BrowserPanel, sent: Sent) -> None:
    rng = np.random.default_rng(0)
    wide = Dataset.from_arrays("wide", rng.random((50, 40)), rng.random((50, 1)))
    panel.show_frame(frame_of(wide))
    table = panel.views.table
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(table, key)
    assert sent == [SelectSample(0), SelectSample(1), SelectSample(49)]
    bar = table.horizontalScrollBar()
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert bar.value() > 0
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert bar.value() == 0
    assert len(sent) == 3


def test_that_titles_explain_themselves(panel: BrowserPanel) -> None:
    for run, data in enumerate((make_classes(9), make_regression(9, d=2)), 1):
        panel.show_frame(frame_of(data, run=run))
        model = panel.views.table.model()
        for section in range(model.columnCount()):
            words = model.headerData(section, Qt.Orientation.Horizontal, ROLE.ToolTipRole)
            assert len(str(words)) > 9


def test_that_rows_are_marked(panel: BrowserPanel) -> None:
    data = make_classes(30)
    images = []
    for marks in ({"sample": 29}, {"sample": 1}, {"sample": 29, "selected": 1}):
        panel.show_frame(frame_of(data, **marks))
        images.append(panel.views.table.viewport().grab().toImage())
    assert images[0] != images[1] != images[2] != images[0]


def test_that_the_first_cell_of_a_row_tells_of_the_whole_sample(panel: BrowserPanel) -> None:
    panel.show_frame(frame_of(make_regression(9)))
    model = panel.views.table.model()
    words = str(model.data(model.index(2, 0), ROLE.AccessibleTextRole))
    assert words.startswith("sample 2, temperature: target ")
    assert "loss" in words
    alone = model.data(model.index(2, 1), ROLE.AccessibleTextRole)
    assert alone == cell(panel.views.table, 2, "target")


def test_that_the_column_of_indices_is_no_wider_than_they_are(panel: BrowserPanel) -> None:
    data = make_classes(12)
    panel.show_frame(frame_of(data))
    header, kinds = panel.views.table.horizontalHeader(), panel.views.table.table.columns
    wide = {column.kind: header.sectionSize(i) for i, column in enumerate(kinds)}
    assert wide[ColumnKind.INDEX] < wide[ColumnKind.LOSS]
