"""What the confusion matrix counts and says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from bpviz.training.evaluation.confusion import Confusion
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix
from bpviz.ui.panels.evaluation.confusion.texts import sentence
from tests.ui.panels.evaluation.confusion.counting import COUNTS


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        ((0, 1), "cat predicted as dog: 2 of 7 (28.6 %)"),
        ((1, 1), "dog classified correctly: 7 of 8 (87.5 %)"),
        ((2, 0), "owl predicted as cat: 0 of 0 (–)"),
        ((0, -1), "class cat: 7 of 15 samples (46.7 %)"),
        ((-1, 1), "predicted as dog: 9 of 15 samples (60.0 %), 7 of them correctly"),
        ((1, 3), "dog misclassified: 1 of 8 (12.5 %)"),
        ((-1, -1), "all 15 samples, 3 of them misclassified (20.0 %)"),
        ((-1, 3), "all classes: 3 of 15 samples misclassified (20.0 %)"),
    ],
)
def test_that_every_spot_says_a_sentence(
    matrix: ConfusionMatrix, spot: tuple[int, int], words: str
) -> None:
    assert matrix.sentence_at(spot) == words


def test_that_the_values_copied_have_sums_and_accuracies(matrix: ConfusionMatrix) -> None:
    matrix.copy_menu().actions()[0].trigger()
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1][:5] == ["cat", "5", "2", "0", "7"]
    assert float(rows[2][5]) == 7 / 8
    assert rows[4][1:5] == ["6", "9", "0", "15"]
    assert float(rows[4][5]) == 12 / 15


def test_that_a_sentence_about_a_class_without_a_name_has_its_number() -> None:
    words = sentence(Confusion(COUNTS), (), SampleFilter(label=0, predicted=1))
    assert words.startswith("0 predicted as 1: ")
