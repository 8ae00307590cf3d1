"""Colours of arrays: which colour of a table each entry has, and in which format."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QColor, QImage

from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.kit.charts.colour_image import (
    colour_table,
    ink_image,
    ink_table,
    lookup,
    picture_of,
    pixels_of,
)

TABLE = np.arange(0xFF000010, 0xFF00001A, dtype=np.uint32)
"""Ten colours that can be told apart."""

RED = 0xFFFF0000


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_that_the_colours_share_the_range_in_equal_parts(dtype: Any) -> None:
    values = np.array([[-1.0, 0.0, 0.05, 0.15, 0.95, 1.0, 7.0]], dtype=dtype)
    drawn = pixels_of(lookup(values, TABLE, 0.0, 1.0))[0]
    assert (drawn - TABLE[0]).tolist() == [0, 0, 0, 1, 9, 9, 9]


@given(arrays(np.float64, (3, 4), elements=st.floats(-3, 13)))
def test_that_values_without_ends_are_places_in_the_table(values: Any) -> None:
    expected = [[TABLE[min(max(int(np.floor(v)), 0), 9)] for v in row] for row in values]
    assert pixels_of(lookup(values, TABLE)).tolist() == expected


@pytest.mark.parametrize(
    ("bad", "form"),
    [(0, QImage.Format.Format_ARGB32_Premultiplied), (RED, QImage.Format.Format_RGB32)],
)
def test_that_what_is_not_a_number_has_the_bad_colour(bad: int, form: QImage.Format) -> None:
    values = np.array([[np.nan, 3.0], [-np.inf, np.inf]])
    image = lookup(values, TABLE, bad=bad)
    assert pixels_of(image).tolist() == [[bad, TABLE[3]], [TABLE[0], TABLE[9]]]
    assert image.format() is form
    assert lookup(values[1:], TABLE).format() is QImage.Format.Format_RGB32


def test_that_a_picture_outlives_its_array() -> None:
    values = np.arange(12.0).reshape(3, 4) % 10
    pixels = TABLE[values.astype(int)]
    images = lookup(values, TABLE), picture_of(pixels[:, :4])
    values[:], pixels[:] = 0, 0
    for image in images:
        assert pixels_of(image).ravel().tolist() == [*TABLE, *TABLE[:2]]


@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (5, 0)])
def test_that_nothing_is_a_picture_of_nothing(shape: tuple[int, int]) -> None:
    assert lookup(np.zeros(shape), TABLE, 0.0, 1.0).isNull()
    assert pixels_of(lookup(np.zeros(shape), TABLE)).size == 0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["signed", "magnitudes", "errors"])
def test_that_a_table_has_the_colours_of_the_theme(theme: Theme, name: Any) -> None:
    expected = getattr(theme, name).getLookupTable(0.0, 1.0, 33)[:, :3].tolist()
    found = [QColor.fromRgb(c).getRgb() for c in colour_table(theme, name, 33).tolist()]
    assert found == [(*parts, 255) for parts in expected]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_ink_lies_on_paper_unless_a_value_is_below_zero(theme: Theme) -> None:
    paper, ink, warning = (QColor(c).rgb() for c in (theme.base, theme.text, theme.warning))
    assert pixels_of(ink_image(np.array([[0.0, 2.0, 9.0, np.inf]]), 2.0, theme)).tolist() == [
        [paper, ink, ink, warning]
    ]
    assert ink_table(theme)[[0, 255]].tolist() == [paper, ink]
    ends = colour_table(theme)[[0, 255]].tolist()
    signed = [
        ink_image(np.array([[-2.0, 2.0]]), 2.0, theme),
        ink_image(np.array([[-9.0, 9.0]]), 2.0, theme, signed=True),
    ]
    assert [pixels_of(image).tolist() for image in signed] == [[ends], [ends]]
    assert pixels_of(ink_image(np.array([[2.0]]), 2.0, theme, signed=True))[0, 0] == ends[1]
