"""Colours of arrays: the same as pyqtgraph's, in the format that costs no conversion."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.kit.charts.colour_image import colour_table
from bpviz.ui.kit.heatmap.items import HeatImage

NATIVE = (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied)


def drawn(item: Any, image: NDArray[np.float32], limit: float) -> NDArray[np.uint32]:
    """Return the pixels that `item` paints for `image` on green, one an entry."""
    item.setImage(image, autoLevels=False, levels=(-limit, limit))
    target = QImage(image.shape[1], image.shape[0], QImage.Format.Format_RGB32)
    target.fill(0xFF00FF00)
    painter = QPainter(target)
    item.paint(painter)
    painter.end()
    return np.array(target.constBits(), dtype=np.uint8).view(np.uint32).reshape(image.shape)


def both(theme: Theme) -> tuple[HeatImage, pg.ImageItem]:
    ours, theirs = HeatImage(), pg.ImageItem(axisOrder="row-major")
    ours.set_colours(colour_table(theme))
    theirs.setLookupTable(theme.signed.getLookupTable(0.0, 1.0, 256))
    return ours, theirs


@given(
    seed=st.integers(0, 1000), shape=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    limit=st.floats(1e-6, 1e6), holes=st.booleans(), theme=st.sampled_from([LIGHT, DARK]),
)  # fmt: skip
def test_that_it_has_the_colours_of_pyqtgraph(
    qapp: Any, seed: int, shape: tuple[int, int], limit: float, holes: bool, theme: Theme
) -> None:
    rng = np.random.default_rng(seed)
    image = (limit * rng.normal(size=shape)).astype(np.float32)
    if holes:
        image[rng.random(shape) < 0.3] = np.nan
    ours, theirs = both(theme)
    a, b = drawn(ours, image, limit), drawn(theirs, image, limit)
    # Rounding may put a value on the border of two of the 256 colours into the other one.
    apart = np.abs(a.view(np.uint8).astype(int) - b.view(np.uint8).astype(int))
    assert apart.max() <= 8
    np.testing.assert_array_equal(a == 0xFF00FF00, np.isnan(image))


@pytest.mark.parametrize("holes", [False, True])
def test_that_its_picture_needs_no_conversion_when_it_is_drawn(qapp: Any, holes: bool) -> None:
    ours, _ = both(LIGHT)
    image = np.ones((3, 4), dtype=np.float32)
    image[0, 0] = np.nan if holes else 0.0
    drawn(ours, image, 2.0)
    assert ours.qimage.format() is NATIVE[holes]


def test_that_what_is_beyond_the_ends_has_their_colours(qapp: Any) -> None:
    ours, _ = both(LIGHT)
    image = np.array([[-np.inf, -9.0, -1.0, 1.0, 9.0, np.inf]], dtype=np.float32)
    pixels = drawn(ours, image, 1.0)[0]
    assert pixels[0] == pixels[1] == pixels[2] != pixels[3] == pixels[4] == pixels[5]


def test_that_all_values_on_one_level_are_drawn(qapp: Any) -> None:
    ours, _ = both(LIGHT)
    pixels = drawn(ours, np.zeros((2, 2), dtype=np.float32), 0.0)
    assert len(np.unique(pixels)) == 1
    assert pixels[0, 0] != 0xFF00FF00
