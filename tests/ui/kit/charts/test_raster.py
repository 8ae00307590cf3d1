"""Bands of thousands of boxes, painted as an image: the pixels that boxes one by one would have."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from bpviz.ui.kit.charts.raster import paint_band

AREA = QRect(7, 5, 40, 30)
box = st.tuples(st.floats(0.0, 6.0), st.floats(-10.0, 50.0), st.floats(0.0, 40.0))


def painted(edges: tuple[Any, Any, Any, Any], ratio: float) -> np.ndarray[Any, Any]:
    """Return which of the screen's pixels a band is seen in."""
    size = round(60 * ratio)
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_band(painter, AREA, QColor(200, 0, 0, 50), edges, ratio)
    painter.end()
    pixels = np.array(image.constBits(), dtype=np.uint8).view(np.uint32).reshape(size, size)
    assert len(np.unique(pixels)) <= 2  # nothing is painted twice
    return pixels != 0xFFFFFFFF


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@given(boxes=st.lists(box, min_size=1, max_size=30), missing=st.booleans())
def test_that_a_band_is_seen_from_its_least_to_its_greatest_value(
    qapp: Any, boxes: list[tuple[float, float, float]], missing: bool, ratio: float
) -> None:
    left = AREA.left() + np.cumsum([0.0] + [wide for wide, _, _ in boxes[:-1]])
    right = left + [wide for wide, _, _ in boxes]
    top = AREA.top() + np.array([y for _, y, _ in boxes])
    bottom = top + [high for _, _, high in boxes]
    if missing:
        top[0] = np.nan
    seen = painted((left, right, top, bottom), ratio)
    first = [math.floor((x - AREA.left()) * ratio) for x in left]
    for column in range(round(AREA.width() * ratio)):
        here = [i for i, x in enumerate(first) if x == column and not np.isnan(top[i])]
        if not here:
            continue
        low = math.floor((min(top[i] for i in here) - AREA.top()) * ratio)
        high = math.ceil((max(bottom[i] for i in here) - AREA.top()) * ratio)
        height = round(AREA.height() * ratio)
        low = min(max(low, 0), height - 1)
        high = min(max(high, low + 1), height)
        at = column + round(AREA.left() * ratio)
        rows = np.flatnonzero(seen[:, at]) - round(AREA.top() * ratio)
        np.testing.assert_array_equal(rows, np.arange(low, high))
    inside = np.zeros_like(seen)
    inside[
        round(AREA.top() * ratio) : round((AREA.top() + AREA.height()) * ratio),
        round(AREA.left() * ratio) : round((AREA.left() + AREA.width()) * ratio),
    ] = True
    assert not (seen & ~inside).any()
