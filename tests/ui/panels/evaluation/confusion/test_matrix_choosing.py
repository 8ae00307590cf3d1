"""Choosing samples in the confusion matrix with mouse and keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix
from tests.ui.panels.evaluation.confusion.counting import COUNTS, NAMES, middle


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
