"""Twenty digits drawn by hand, two of each class, as the points that the pen went through."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from bpviz.datasets.drawing.drawing import Drawing
from bpviz.datasets.drawing.strokes import Stroke
from bpviz.network.types import Floats


def handwritten() -> list[tuple[int, list[Floats]]]:
    """Return class and strokes, each (k, 2), of every digit."""
    text = (Path(__file__).parent / "strokes.json").read_text("utf-8")
    return [(each["label"], [np.array(s) for s in each["strokes"]]) for each in json.loads(text)]


def drawn(
    strokes: list[Floats],
    shape: tuple[int, int] = (28, 28),
    width: float = 0.09,
    scale: float = 1.0,
    shift: tuple[float, float] = (0.0, 0.0),
) -> Drawing:
    """Return a drawing of strokes that are scaled about the middle, pen and all, and shifted."""
    drawing = Drawing(*shape)
    for points in strokes:
        drawing.add(Stroke((points - 0.5) * scale + 0.5 + shift, width * scale))
    return drawing
