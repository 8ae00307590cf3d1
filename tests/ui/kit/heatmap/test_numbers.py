"""The numbers in the cells of a heatmap."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from bpviz.ui.core import formatting
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.charts.colour_image import colour_table, pen_on
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap


@pytest.fixture
def view(qtbot: QtBot) -> Heatmap:
    view = Heatmap("matrix")
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def show(view: Heatmap, matrix: Any, limit: float = 2.0) -> None:
    matrix = np.array(matrix, dtype=np.float64)
    view.set_matrix(matrix, as_image(matrix), limit)


def written(view: Heatmap, monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, str]]:
    """Return what is written while the heatmap is painted: values and their texts."""
    texts: list[tuple[float, str]] = []
    real = formatting.number_within

    def spy(value: float, *rest: Any) -> str:
        texts.append((float(value), real(value, *rest)))
        return texts[-1][1]

    monkeypatch.setattr("bpviz.ui.kit.heatmap.numbers.number_within", spy)
    view.plot.grab()
    return texts


def test_that_cells_with_room_hold_the_numbers_of_the_matrix(
    view: Heatmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = np.random.default_rng(0).normal(size=(5, 6))
    matrix[2, 3], matrix[4, 0] = 1.2e-9, 0.1
    show(view, matrix)
    texts = written(view, monkeypatch)
    assert [value for value, _ in texts] == matrix.ravel().tolist()
    for value, text in texts:
        read = float(text.replace("−", "-"))
        assert read == pytest.approx(value, rel=0.005)


def test_that_cells_without_room_hold_none_and_zooming_in_brings_them(
    view: Heatmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(view, np.arange(40.0 * 60).reshape(40, 60), 2400.0)
    assert view.numbers.numbered() == []
    assert written(view, monkeypatch) == []
    view.box.setRange(QRectF(9.5, 19.5, 6, 4), padding=0)
    view.plot.grab()
    assert {cell for _, _, cell in view.numbers.numbered()} == {
        (row, column) for row in range(20, 24) for column in range(10, 16)
    }


def test_that_a_number_stands_in_the_pixel_of_its_entry_also_on_tiles(view: Heatmap) -> None:
    view.set_tile_shape((2, 2))
    show(view, np.arange(10.0).reshape(2, 5), 10.0)  # the fifth is the foot of a tile
    numbered = view.numbers.numbered()
    assert sorted(cell for _, _, cell in numbered) == [(k, i) for k in range(2) for i in range(5)]
    grid = view.grid
    assert grid is not None
    assert all((y, x) == grid.pixel(*cell) for y, x, cell in numbered)


def test_that_numbers_can_be_switched_off(view: Heatmap, monkeypatch: pytest.MonkeyPatch) -> None:
    show(view, np.eye(3))
    menu = view.build_menu()
    action = next(each for each in menu.actions() if each.text() == "Numbers in the cells")
    action.trigger()
    assert written(view, monkeypatch) == []
    action.trigger()
    assert len(written(view, monkeypatch)) == 9
    menu.deleteLater()


def test_that_no_tick_of_an_axis_lies_upon_a_cell(view: Heatmap) -> None:
    """Before a number it read as a minus, through its point as a comma."""
    view.numbers.set_on(False)
    show(view, np.zeros((3, 9)))
    box = view.plot.mapFromScene(view.box.sceneBoundingRect()).boundingRect()
    inside = box.adjusted(2, 2, -2, -2)
    picture = view.plot.grab(inside).toImage()
    seen = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(seen) == 1


def test_that_what_is_no_number_says_so_and_rows_to_come_say_nothing(
    view: Heatmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = np.array([[1.0, np.inf], [np.nan, -1.0], [np.nan, np.nan]])
    view.set_matrix(matrix, as_image(matrix), 2.0, known=2)
    assert [text for _, text in written(view, monkeypatch)] == ["1.00", "∞", "NaN", "−1.00"]


def _light(colour: QColor) -> float:
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


@given(st.integers(0, 0xFFFFFF))
def test_that_a_number_is_read_upon_any_colour(rgb: int) -> None:
    ground = 0xFF000000 | rgb
    assert _contrast(pen_on(ground), QColor.fromRgb(ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_number_is_written_in_the_pen_of_its_cell(view: Heatmap, theme: Any) -> None:
    from tests.ui.themes import use_theme

    use_theme(theme)
    show(view, [[-2.0, 0.0, 2.0]])
    image: QImage = view.plot.grab().toImage()
    for column, place in ((0, 0), (1, 128), (2, 255)):
        ground = int(colour_table(theme)[place])
        wanted, middle = pen_on(ground), view.widget_position(0, column)
        seen = {
            image.pixelColor(middle.x() + dx, middle.y() + dy).name()
            for dx in range(-30, 30)
            for dy in range(-8, 9)
        }
        assert wanted.name() in seen
    use_theme(LIGHT)
