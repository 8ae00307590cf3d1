"""The confusion matrix: its counts, where its spots lie, what they say and choose."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bpviz.datasets.dataset import Part
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.confusion import Confusion
from bpviz.ui.widgets.confusion_colours import cell_strengths, colours_of, strongest
from bpviz.ui.widgets.confusion_layout import ConfusionLayout, Measures
from bpviz.ui.widgets.confusion_matrix import ConfusionMatrix
from bpviz.ui.widgets.confusion_words import cell_text, sentence
from bpviz.ui.widgets.sample_filter import SampleFilter

NAMES = ("cat", "dog", "owl")
COUNTS = np.array([[5, 2, 0], [1, 7, 0], [0, 0, 0]])


def counted(labels: Any, predicted: Any, c: int) -> Any:
    """What `Confusion` does, one sample after the other."""
    table = np.zeros((c, c), dtype=int)
    for true, said in zip(labels, predicted, strict=True):
        table[true][said] += 1
    return table


@pytest.fixture
def chosen() -> list[SampleFilter]:
    return []


@pytest.fixture
def matrix(qtbot: Any, chosen: list[SampleFilter]) -> ConfusionMatrix:
    made = ConfusionMatrix("made")
    qtbot.addWidget(made)
    made.chosen.connect(chosen.append)
    made.set_confusion(Confusion(COUNTS), NAMES, Part.TEST)
    made.resize(500, 300)
    made.show()
    made.setFocus()
    return made


def middle(matrix: ConfusionMatrix, spot: tuple[int, int]) -> QPoint:
    return matrix.layout_now().cell(*spot).center().toPoint()


@given(st.integers(1, 7), st.integers(0, 60), st.integers(0, 2**31))
def test_that_it_counts_like_a_loop_over_the_samples(c: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    labels, predicted = rng.integers(0, c, (2, m))
    confusion = Confusion.of(labels, predicted, c)
    expected = counted(labels, predicted, c)
    assert confusion.counts.tolist() == expected.tolist()
    assert confusion.rows.tolist() == [int(np.sum(labels == k)) for k in range(c)]
    assert confusion.columns.tolist() == [int(np.sum(predicted == k)) for k in range(c)]
    for k in range(c):
        of_class = predicted[labels == k]
        if len(of_class):
            assert confusion.accuracy[k] == pytest.approx(np.mean(of_class == k))
        else:
            assert np.isnan(confusion.accuracy[k])
            assert confusion.shares[k].tolist() == [0.0] * c


def test_that_a_class_beyond_the_named_ones_is_counted_too() -> None:
    confusion = Confusion.of(np.array([0, 4]), np.array([2, 4]), 2)
    assert confusion.n_classes == 5
    assert (confusion.counts[0, 2], confusion.counts[4, 4]) == (1, 1)


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        ((0, 1), "cat taken for dog: 2 of 7 (28.6 %)"),
        ((1, 1), "dog recognised: 7 of 8 (87.5 %)"),
        ((2, 0), "owl taken for cat: 0 of 0 (–)"),
        ((0, -1), "class cat: 7 of 15 samples (46.7 %)"),
        ((-1, 1), "taken for dog: 9 of 15 samples (60.0 %), 7 of them rightly"),
        ((1, 3), "dog taken for something else: 1 of 8 (12.5 %)"),
        ((-1, -1), "all 15 samples, 3 of them wrong (20.0 %)"),
        ((-1, 3), "all classes: 3 of 15 samples wrong (20.0 %)"),
    ],
)
def test_that_every_spot_says_a_sentence(
    matrix: ConfusionMatrix, spot: tuple[int, int], words: str
) -> None:
    assert matrix.sentence_at(spot) == words


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        ((0, 1), SampleFilter(Part.TEST, label=0, predicted=1)),
        ((2, 2), SampleFilter(Part.TEST, label=2, predicted=2)),
        ((1, -1), SampleFilter(Part.TEST, label=1)),
        ((-1, 2), SampleFilter(Part.TEST, predicted=2)),
        ((0, 3), SampleFilter(Part.TEST, label=0, wrong=True)),
        ((-1, -1), SampleFilter(Part.TEST)),
        ((-1, 3), SampleFilter(Part.TEST, wrong=True)),
    ],
)
def test_that_a_click_chooses_the_samples_of_a_spot(
    qtbot: Any,
    matrix: ConfusionMatrix,
    chosen: list[SampleFilter],
    spot: tuple[int, int],
    expected: SampleFilter,
) -> None:
    at = middle(matrix, spot)
    assert matrix.layout_now().spot(at.toPointF()) == spot
    qtbot.mouseMove(matrix, at)
    assert matrix.accessibleDescription() == matrix.sentence_at(spot)
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [expected]
    assert matrix.at == spot


def test_that_the_sums_below_stand_for_their_columns(matrix: ConfusionMatrix) -> None:
    layout = matrix.layout_now()
    assert layout.foot > 0
    below = layout.cell(2, 1).center()
    below.setY(layout.matrix.bottom() + layout.foot / 2)
    assert layout.spot(below) == (-1, 1)


def test_that_a_drag_or_the_right_button_chooses_nothing(
    qtbot: Any, matrix: ConfusionMatrix, chosen: list[SampleFilter]
) -> None:
    qtbot.mouseClick(matrix, Qt.MouseButton.RightButton, pos=middle(matrix, (0, 0)))
    qtbot.mousePress(matrix, Qt.MouseButton.LeftButton, pos=middle(matrix, (0, 0)))
    qtbot.mouseRelease(matrix, Qt.MouseButton.LeftButton, pos=middle(matrix, (1, 1)))
    assert chosen == []


def test_that_arrows_go_everywhere_and_enter_chooses(
    qtbot: Any, matrix: ConfusionMatrix, chosen: list[SampleFilter]
) -> None:
    key = Qt.Key
    for pressed, spot in (
        (key.Key_Right, (0, 1)),
        (key.Key_Up, (-1, 1)),
        (key.Key_Up, (-1, 1)),  # no further
        (key.Key_End, (-1, 3)),
        (key.Key_Down, (0, 3)),
        (key.Key_Down, (1, 3)),
        (key.Key_Home, (1, -1)),
        (key.Key_Right, (1, 0)),
    ):
        qtbot.keyClick(matrix, pressed)
        assert matrix.at == spot
        assert matrix.accessibleDescription() == matrix.sentence_at(spot)
    qtbot.keyClick(matrix, key.Key_Return)
    qtbot.keyClick(matrix, key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert chosen == [SampleFilter(Part.TEST, label=1, predicted=0)] * 2


def test_that_it_leaves_the_keys_that_it_has_no_use_for(
    qtbot: Any, matrix: ConfusionMatrix, chosen: list[SampleFilter]
) -> None:
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    qtbot.keyClick(matrix, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert (matrix.at, chosen) == ((0, 0), [])


def test_that_fewer_classes_bring_the_keyboard_back_into_the_matrix(
    matrix: ConfusionMatrix,
) -> None:
    matrix.at = (2, 3)
    matrix.set_confusion(Confusion(COUNTS[:2, :2]), NAMES[:2], Part.TRAIN)
    assert matrix.at == (0, 0)
    assert matrix.filter_at((0, 2)) == SampleFilter(Part.TRAIN, label=0, wrong=True)


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
    colours = colours_of(cell_strengths(confusion, as_shares=False), theme).astype(int)
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
    matrix = ConfusionMatrix("made")
    qtbot.addWidget(matrix)
    assert not matrix.grab().isNull()  # nothing to show yet
    labels, predicted = rng.integers(0, n, (2, 50 * n))
    names = tuple(f"a rather long name {i}" for i in range(n))
    matrix.set_confusion(Confusion.of(labels, predicted, n), names, Part.TRAIN)
    matrix.set_theme(DARK)
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


def test_that_the_values_copied_have_sums_and_accuracies(matrix: ConfusionMatrix) -> None:
    matrix.copy_menu().actions()[0].trigger()
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1][:5] == ["cat", "5", "2", "0", "7"]
    assert float(rows[2][5]) == 7 / 8
    assert rows[4][1:5] == ["6", "9", "0", "15"]
    assert float(rows[4][5]) == 12 / 15


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


def test_that_a_sentence_about_a_class_without_a_name_has_its_number() -> None:
    words = sentence(Confusion(COUNTS), (), SampleFilter(label=0, predicted=1))
    assert words.startswith("0 taken for 1: ")


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
