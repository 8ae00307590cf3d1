"""Small heatmaps: colours, numbers, what is empty, and how one points at entries."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.debugger.formulas.step_numbers import StepNumbers
from bpviz.ui.panels.debugger.formulas.tables import Dense, Table, tables_of
from bpviz.ui.panels.debugger.table_list import TableList
from bpviz.ui.panels.debugger.table_painting import fitting
from bpviz.ui.panels.debugger.table_view import TableView
from tests.ui.panels.debugger.formulas.steps import kernel_frame, make_data, some_network
from tests.ui.themes import use_theme

VALUES = np.array([[0.5, -1.0, 0.0], [0.25, 1.0, math.nan]])


def table(known: tuple[int, int] = (2, 3), values: np.ndarray = VALUES) -> Table:  # type: ignore[type-arg]
    return Table("W₂", Dense(values), values.shape, known, matrix="W2", mark=(1, None))


@pytest.fixture
def matrix(qtbot: QtBot) -> TableView:
    matrix = TableView("small")
    qtbot.addWidget(matrix)
    matrix.resize(300, 60)
    matrix.set_table(table())
    with qtbot.waitExposed(matrix):
        matrix.show()
    return matrix


def test_that_colours_are_the_themes_signed_ones(matrix: TableView) -> None:
    for theme in (LIGHT, DARK):
        use_theme(theme)
        ends = theme.signed.getLookupTable(0.0, 1.0, 256)
        assert matrix.colours.pixelColor(1, 1) == QColor(*map(int, ends[255]))
        assert matrix.colours.pixelColor(1, 0) == QColor(*map(int, ends[0]))
        assert matrix.colours.pixelColor(2, 1) == QColor(theme.warning)


def test_that_what_is_not_computed_is_empty_and_not_zero(matrix: TableView) -> None:
    matrix.set_table(table(known=(1, 3)))
    assert matrix.colours.pixelColor(0, 0).alpha() == 255
    assert matrix.colours.pixelColor(0, 1).alpha() == 0
    assert matrix.describe((1, 0)) == "W₂[1, 0] is not yet computed"
    assert matrix.describe((0, 1)) == "W₂[0, 1] = −1.0"
    assert matrix.values_text() == "0.5\t-1.0\t0.0\n\t\t"


def test_that_nothing_at_all_can_be_drawn(matrix: TableView) -> None:
    matrix.set_table(Table("δ2", None, (1, 4), (0, 0), vector="delta2", mark=(0, 2)))
    assert not matrix.grab().isNull()
    assert matrix.describe((0, 2)) == "δ2[2] is not yet computed"


def test_that_numbers_stand_in_cells_that_are_wide_enough(matrix: TableView) -> None:
    def dark_pixels() -> int:
        image = matrix.grab().toImage()
        return sum(
            image.pixelColor(x, y).lightness() < 60
            for y in range(image.height())
            for x in range(image.width())
        )

    matrix.set_table(table(values=np.full((2, 3), 1e-3)))
    wide = dark_pixels()
    matrix.resize(60, 60)
    assert wide > dark_pixels() + 20


def test_that_a_number_has_as_many_digits_as_there_is_room(matrix: TableView) -> None:
    metrics = matrix.fontMetrics()
    texts = [
        fitting(-0.0123, metrics, metrics.horizontalAdvance(text) + 1)
        for text in ("−0.012", "−0.01", "−0")
    ]
    assert texts == ["−0.012", "−0.01", ""]
    assert fitting(math.nan, metrics, 100) == "NaN"


def test_that_the_mouse_reads_and_chooses_an_entry(matrix: TableView, qtbot: QtBot) -> None:
    places: list[Highlight | None] = []
    chosen: list[tuple[int, int]] = []
    matrix.pointed.connect(places.append)
    matrix.chosen.connect(lambda row, column: chosen.append((row, column)))
    place = matrix.cell_centre(1, 2)
    assert matrix.cell_at(place.toPointF()) == (1, 2)
    qtbot.mouseMove(matrix, place)
    assert places == [Highlight(W2=(1, 2))]
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [(1, 2)]
    matrix.hide()
    assert places[-1] is None


def test_that_keys_read_and_choose_an_entry(matrix: TableView, qtbot: QtBot) -> None:
    chosen: list[tuple[int, int]] = []
    places: list[Highlight | None] = []
    matrix.chosen.connect(lambda row, column: chosen.append((row, column)))
    matrix.pointed.connect(places.append)
    matrix.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen == [(1, 1)]
    assert places == [Highlight(W2=(0, 0)), Highlight(W2=(0, 1)), Highlight(W2=(1, 1))]


def test_that_another_table_is_pointed_at_anew(matrix: TableView, qtbot: QtBot) -> None:
    qtbot.mouseMove(matrix, matrix.cell_centre(0, 0))
    qtbot.mouseMove(matrix, matrix.cell_centre(1, 2))
    places: list[Highlight | None] = []
    matrix.pointed.connect(places.append)
    matrix.set_table(Table("h", Dense(VALUES[:1]), (1, 3), (1, 3), vector="h"))
    assert places == [None]


@pytest.mark.parametrize("shape", [(1, 1), (1, 784), (10, 32), (32, 784), (4096, 784), (4096, 1)])
def test_that_tables_of_any_shape_have_a_small_picture(
    matrix: TableView, shape: tuple[int, int]
) -> None:
    values = np.random.default_rng(0).normal(size=shape)
    values[-1, -1] = math.inf
    matrix.set_table(Table("W₁", Dense(values), shape, shape, matrix="W1", mark=(0, None)))
    assert matrix.colours.width() <= 512
    assert matrix.colours.height() <= 512
    assert matrix.height() < 200
    row, column = shape[0] - 1, shape[1] - 1
    assert matrix.cell_at(matrix.cell_centre(0, 0).toPointF()) is not None
    assert matrix.describe((row, column)) == f"W₁[{row}, {column}] = ∞"
    assert not matrix.grab().isNull()


def test_that_huge_numbers_have_colours(matrix: TableView) -> None:
    matrix.set_table(table(values=np.array([[1e308, -1e308], [1e-308, 0.0]])))
    assert matrix.colours.pixelColor(0, 0) != matrix.colours.pixelColor(1, 0)


def test_that_a_list_names_what_a_phase_reads_and_writes(qtbot: QtBot) -> None:
    listed = TableList("tables")
    qtbot.addWidget(listed)
    listed.resize(400, 300)
    use_theme(DARK)
    numbers = StepNumbers(kernel_frame(make_data(5, 3), some_network(5, 4, 3)))
    with qtbot.waitExposed(listed):
        listed.show()
    chosen: list[Selection] = []
    listed.weight_chosen.connect(chosen.append)
    listed.set_tables(*tables_of(numbers, Phase.Z2, 1))
    shown = [m for m in listed.matrices if m.isVisible()]
    assert [m.accessibleName() for m in shown] == ["W₂", "h", "z2"]
    place = shown[0].cell_centre(2, 3)
    qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(shown[1], Qt.MouseButton.LeftButton, pos=shown[1].cell_centre(0, 0))
    assert chosen == [Selection("W2", 2, 3)]
    listed.set_tables(*tables_of(numbers, Phase.DRAW, 0))
    assert [m.accessibleName() for m in listed.matrices if m.isVisible()] == ["x", "y"]


@pytest.mark.parametrize("writes", [False, True])
def test_that_a_thin_row_is_seen_inside_its_frame(matrix: TableView, writes: bool) -> None:
    values = np.zeros((32, 784))
    values[5] = 1.0
    shape = values.shape
    matrix.writes = writes
    matrix.set_table(Table("W₁", Dense(values), shape, shape, matrix="W1", mark=(5, None)))
    place = matrix.cell_centre(5, 400)
    inside = matrix.grab().toImage().pixelColor(place)
    assert inside != QColor(LIGHT.accent)
    assert inside != QColor(LIGHT.base)


def test_that_what_is_written_has_a_heavier_frame_than_what_is_read(matrix: TableView) -> None:
    def accent() -> int:
        image = matrix.grab().toImage()
        wanted = QColor(LIGHT.accent)
        return sum(
            image.pixelColor(x, y) == wanted
            for y in range(image.height())
            for x in range(image.width())
        )

    light = accent()
    matrix.writes = True
    matrix.update()
    assert accent() > light > 0
