"""How the confusion matrix is drawn at any size."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.charts.colour_image import pixels_of
from bpviz.ui.panels.evaluation.confusion.colours import cell_strengths, cells_image, strongest
from bpviz.ui.panels.evaluation.confusion.layout import ConfusionLayout, Measures
from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix
from bpviz.ui.panels.evaluation.confusion.texts import cell_text
from tests.ui.panels.evaluation.confusion.counting import COUNTS, middle
from tests.ui.themes import use_theme


@pytest.mark.parametrize(
    ("as_shares", "words"), [(False, ("5", "2", "0")), (True, ("71.4", "28.6", "0"))]
)
def test_that_cells_show_counts_or_per_cent(as_shares: bool, words: tuple[str, ...]) -> None:
    confusion = Confusion(COUNTS)
    shown = tuple(cell_text(confusion, 0, k, as_shares=as_shares) for k in range(3))
    assert shown == words


def test_that_almost_all_is_not_all() -> None:
    confusion = Confusion(np.array([[99_999, 1], [0, 3]]))
    assert cell_text(confusion, 0, 0, as_shares=True) == "99.9"
    assert cell_text(confusion, 1, 1, as_shares=True) == "100"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_one_mistake_among_thousands_stands_out(theme: Any) -> None:
    confusion = Confusion(np.array([[5000, 1, 0], [0, 5000, 3], [0, 0, 5000]]))
    image = cells_image(cell_strengths(confusion, as_shares=False), theme)
    colours = pixels_of(image).view(np.uint8).reshape(3, 3, 4)[..., 2::-1].astype(int)
    ground = colours[0, 2]
    assert (colours[1, 0] == ground).all()
    most, some, right = (np.abs(colours[at] - ground).sum() for at in ((1, 2), (0, 1), (0, 0)))
    assert most > some > 40  # nine mistakes more would not change the first one's colour
    assert colours[1, 2][0] > colours[1, 2][2]  # ochre
    assert colours[0, 0][2] > colours[0, 0][0]  # blue
    assert most > right


@given(
    st.integers(0, 1500),
    st.integers(0, 1000),
    st.integers(1, 300),
    st.tuples(*[st.integers(1, most) for most in (45, 400, 60, 90, 70)]),
)
def test_that_every_spot_is_found_where_it_lies(
    width: int, height: int, n: int, sizes: tuple[int, int, int, int, int]
) -> None:
    layout = ConfusionLayout.fitting(QSize(width, height), n, Measures(*sizes))
    assert layout.cell_width > 0
    assert layout.cell_height > 0
    assert layout.sums >= 0
    assert layout.bars.width() >= 0
    for row, column in ((0, 0), (n - 1, n - 1), (n // 2, n // 3)):
        assert layout.spot(layout.cell(row, column).center()) == (row, column)
    if width > 400 and height > 200 and sizes[0] < 20:
        assert layout.right <= width + 1
        assert layout.matrix.bottom() <= height
        assert layout.names_left >= 0


@pytest.mark.parametrize("n", [1, 2, 10, 20, 21, 300])
def test_that_it_is_drawn_at_any_size(qtbot: Any, n: int) -> None:
    rng = np.random.default_rng(n)
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    assert not matrix.grab().isNull()  # nothing to show yet
    labels, predicted = rng.integers(0, n, (2, 50 * n))
    names = tuple(f"a rather long name {i}" for i in range(n))
    matrix.set_confusion(Confusion.of(labels, predicted, n), names, Part.TRAIN)
    use_theme(DARK)
    matrix.set_as_shares(True)
    for size in ((0, 0), (1, 1), (60, 40), (300, 170), (1500, 300)):
        matrix.resize(*size)
        matrix.grab()


def test_that_hover_and_cursor_cost_no_new_picture(qtbot: Any, matrix: ConfusionMatrix) -> None:
    matrix.grab()
    before = matrix.picture()
    qtbot.mouseMove(matrix, middle(matrix, (1, 1)))
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    matrix.grab()
    assert matrix.picture() is before
    matrix.set_as_shares(True)
    assert matrix.picture() is not before


def test_that_numbers_stand_in_cells_that_have_room(qtbot: Any, matrix: ConfusionMatrix) -> None:
    assert matrix.layout_now().factor == 1.0
    matrix.resize(120, 70)
    assert matrix.layout_now().factor == 0.0


def test_that_it_follows_the_font_of_the_application(qtbot: Any, matrix: ConfusionMatrix) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = matrix.layout_now().matrix.top()
    old = app.font()
    big = app.font()
    big.setPointSize(24)
    try:
        app.setFont(big)
        qtbot.waitUntil(lambda: matrix.fontMetrics().height() > 25)
        assert matrix.layout_now().matrix.top() > before
        matrix.grab()
    finally:
        app.setFont(old)


def test_that_no_mistake_gets_lost_where_there_are_more_cells_than_pixels() -> None:
    labels = np.arange(1000)
    predicted = labels.copy()
    predicted[[123, 777]] = [456, 2]
    confusion = Confusion.of(labels, predicted, 1000)
    small = strongest(cell_strengths(confusion, as_shares=False), 90, 70)
    assert small.shape == (90, 70)
    assert set(np.argwhere(small == 1.0)[:, 0]) == {123 * 90 // 1000, 777 * 90 // 1000}
    assert (small < 0).any(axis=1).all()  # and of every class what is right


def test_that_long_names_lie_where_a_column_is_wider_than_they_could_be_high() -> None:
    text = Measures(line=14, name=200, number=20, total=20, share=44)
    assert not ConfusionLayout.fitting(QSize(600, 400), 2, text).upright
    assert ConfusionLayout.fitting(QSize(600, 400), 8, text).upright


def test_that_large_text_is_made_smaller_before_numbers_are_left_out() -> None:
    large = Measures(line=38, name=20, number=60, total=90, share=120)
    assert 0.5 < ConfusionLayout.fitting(QSize(900, 380), 10, large).factor < 0.76
    small = Measures(line=14, name=8, number=24, total=36, share=48)
    assert ConfusionLayout.fitting(QSize(450, 130), 10, small).factor == 0.0
