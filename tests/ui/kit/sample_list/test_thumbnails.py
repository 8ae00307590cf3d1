"""Small pictures: their colours, and that only so many are kept."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.kit.sample_list import thumbnails
from bpviz.ui.kit.sample_list.thumbnails import Thumbnails
from tests.ui.frames import make_images
from tests.ui.themes import use_theme


@pytest.fixture
def made(qtbot: QtBot) -> Thumbnails:
    return Thumbnails()


def colours(made: Thumbnails, sample: int) -> list[list[str]]:
    image = made.pixmaps([sample])[0].toImage()
    return [
        [image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())
    ]


def pictures(X: list[list[float]], constant: int | None = None) -> Dataset:
    Y = [[0.0]] * len(X)
    return Dataset.from_arrays("p", X, Y, image_shape=(1, 2), constant=constant)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_ink_stands_on_paper(made: Thumbnails, theme: Theme) -> None:
    use_theme(theme)
    made.set_data(pictures([[0.0, 4.0], [2.0, 0.0]]), (1, 2))
    made.set_size(QSize(2, 1), 1.0)
    assert colours(made, 0) == [[theme.base, theme.text]]
    half = QColor(colours(made, 1)[0][0])
    paper, ink = QColor(theme.base), QColor(theme.text)
    assert abs(half.red() - (paper.red() + ink.red()) / 2) <= 1


def test_that_the_constant_input_is_no_pixel(made: Thumbnails) -> None:
    made.set_data(pictures([[0.0, 0.25, 1.0]], constant=2), (1, 2))
    made.set_size(QSize(2, 1), 1.0)
    assert colours(made, 0) == [[LIGHT.base, LIGHT.text]]


def test_that_values_below_zero_have_the_signed_colours(made: Thumbnails) -> None:
    made.set_data(pictures([[-3.0, 3.0], [0.0, 1.0]]), (1, 2))
    made.set_size(QSize(2, 1), 1.0)
    table = LIGHT.signed.getLookupTable(0.0, 1.0, 256)[:, :3]
    ends = [QColor(*table[i].tolist()).name() for i in (0, 255)]
    assert colours(made, 0) == [ends]


def test_that_what_is_not_finite_stands_out(made: Thumbnails) -> None:
    made.set_data(pictures([[np.nan, 1.0], [0.0, np.inf]]), (1, 2))
    made.set_size(QSize(2, 1), 1.0)
    assert colours(made, 0) == [[LIGHT.warning, LIGHT.text]]
    assert colours(made, 1) == [[LIGHT.base, LIGHT.warning]]


@pytest.mark.parametrize("scale", [0.0, 1e-320, 1e300])
def test_that_any_range_of_values_can_be_drawn(made: Thumbnails, scale: float) -> None:
    made.set_data(pictures([[scale, -scale], [0.0, 0.0]]), (1, 2))
    made.set_size(QSize(20, 10), 1.0)
    assert [p.size() for p in made.pixmaps([0, 1])] == [QSize(20, 10)] * 2


def test_that_a_picture_is_made_once(made: Thumbnails) -> None:
    made.set_data(make_images(12), (28, 28))
    made.set_size(QSize(56, 56), 1.0)
    first = made.pixmaps([3, 4])
    again = made.pixmaps([4, 3, 5])
    assert made.made == 3
    assert again[1].cacheKey() == first[0].cacheKey()
    assert again[0].cacheKey() == first[1].cacheKey()


def test_that_those_not_seen_for_longest_go_first(
    made: Thumbnails, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "LEAST", 4)
    monkeypatch.setattr(thumbnails, "BYTES", 0)
    made.set_data(make_images(12), (28, 28))
    made.pixmaps([0, 1, 2, 3])
    made.pixmaps([0])
    made.pixmaps([4, 5])
    assert len(made) == 4
    made.pixmaps([0, 3, 4, 5])
    assert made.made == 6
    made.pixmaps([1])
    assert made.made == 7


def test_that_a_page_may_be_larger_than_what_is_kept(
    made: Thumbnails, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "LEAST", 4)
    monkeypatch.setattr(thumbnails, "BYTES", 0)
    made.set_data(make_images(12), (28, 28))
    made.pixmaps([10, 11])
    assert not any(p.isNull() for p in made.pixmaps(list(range(12))))
    assert len(made) == 4


def test_that_memory_is_bounded_whatever_the_size(made: Thumbnails) -> None:
    made.set_data(make_images(12), (28, 28))
    for side in (28, 112, 512):
        made.set_size(QSize(side, side), 2.0)
        assert made.capacity * 4 * (2 * side) ** 2 <= max(
            thumbnails.BYTES, thumbnails.LEAST * 4 * (2 * side) ** 2
        )


def test_that_another_theme_size_or_data_makes_them_anew(made: Thumbnails) -> None:
    made.set_data(make_images(12), (28, 28))
    made.pixmaps([0])
    use_theme(DARK)
    made.pixmaps([0])
    made.set_size(QSize(30, 30), 1.0)
    made.pixmaps([0])
    made.set_data(make_images(12), (28, 28))
    made.pixmaps([0])
    assert made.made == 4
