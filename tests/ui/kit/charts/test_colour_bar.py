"""Colour bars: which colours stand at which end, and what is written there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.kit.charts.colour_bar import STOPS, ColourBar, ColourKey, paint_bar
from bpviz.ui.kit.charts.colour_image import colour_table
from tests.ui.themes import use_theme


def near(image: QImage, x: int, y: int, colour: int) -> bool:
    """Whether a pixel has a colour, but for what two pixels of a short bar bring."""
    a, b = image.pixelColor(x, y).getRgb(), QColor.fromRgb(colour).getRgb()
    return max(abs(p - q) for p, q in zip(a, b, strict=True)) <= 16


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(("width", "height"), [(12, 200), (200, 12)])
def test_that_a_bar_begins_below_or_left_with_its_first_colour(
    qapp: Any, theme: Theme, width: int, height: int
) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    colours = colour_table(theme, steps=STOPS)
    paint_bar(painter, QRectF(0, 0, width - 1, height - 1), colours, theme.border)
    painter.end()
    first, middle, last = colours[[0, STOPS // 2, -1]].tolist()
    assert near(image, 1, height - 2, first)
    assert near(image, width - 2, 1, last)
    assert near(image, width // 2, height // 2, middle)
    assert image.pixelColor(0, 0) == QColor(theme.border)


def test_that_a_bar_names_both_ends_alike(qapp: Any) -> None:
    bar = ColourBar()
    bar.set_limit(0.25)
    top, middle, bottom = bar.labels()
    assert top.removeprefix("+") == bottom.removeprefix("−")
    assert (top[0], middle, bottom[0]) == ("+", "0", "−")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_key_stays_as_wide_whatever_its_limit(qtbot: Any, theme: Theme) -> None:
    key = ColourKey("key", "W₁")
    qtbot.addWidget(key)
    use_theme(theme)
    before = key.sizeHint()
    key.set_limit(8e-30)
    assert key.sizeHint() == before
    key.resize(before)
    image = key.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    strong = [colour for colour in row if colour.hsvSaturation() > 100]
    assert strong[0].blue() > strong[0].red()
    assert strong[-1].red() > strong[-1].blue()
