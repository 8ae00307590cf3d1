"""Which inputs of a data set are the pixels of a picture, and how the constant one is called."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from bpviz.datasets.dataset import Dataset


def pixel_shape(data: Dataset | None, n_inputs: int) -> tuple[int, int] | None:
    """Return height and width of the picture that the inputs are; None if they are none.

    The first height · width of `n_inputs` inputs are its pixels, row by row; the constant input
    may follow.
    """
    if data is None or data.image_shape is None:
        return None
    more = n_inputs - math.prod(data.image_shape)
    fits = more == 0 or (more == 1 and data.constant == n_inputs - 1)
    return data.image_shape if fits else None


def constant_name() -> str:
    """Return what the constant input is called in tables."""
    return QCoreApplication.translate("Pixels", "1 (constant)")
