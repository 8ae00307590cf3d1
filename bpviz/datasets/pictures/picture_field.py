"""PictureField: between a picture of paper and ink and the inputs of a data set of pictures."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats

_LOOKED_AT = 500
"""Samples that are looked at to see what paper and ink are."""


@dataclass(frozen=True, slots=True)
class PictureField:
    """Where the pixels are among the inputs, and which values mean paper and ink.

    Attributes
    ----------
    shape : (height, width)
    n_inputs : int
        n: height · width, one more with a constant input 1 behind the pixels.
    paper, ink : float
        Values of a pixel without and with full ink, different from one another.
    """

    shape: tuple[int, int]
    n_inputs: int
    paper: float = 0.0
    ink: float = 1.0

    @classmethod
    def of(cls, data: Dataset) -> PictureField | None:
        """Return the field of a data set; None if its inputs are not the pixels of a picture."""
        if data.image_shape is None:
            return None
        pixels = math.prod(data.image_shape)
        if pixels != data.n_inputs and (data.n_inputs, data.constant) != (pixels + 1, pixels):
            return None
        return cls(data.image_shape, data.n_inputs, *_paper_and_ink(data, pixels))

    @property
    def fits(self) -> tuple[tuple[int, int], int]:
        """What a drawing must have in common with a field to be shown in it."""
        return self.shape, self.n_inputs

    def x(self, picture: Floats) -> Floats:
        """Return the inputs (n,) float64 for a picture (height, width), 0 for paper … 1 for ink."""
        x = np.ones(self.n_inputs)
        x[: picture.size] = (self.paper + (self.ink - self.paper) * picture).ravel()
        return x

    def picture(self, x: Floats) -> Floats:
        """Return what `x`, would look like on the canvas: (height, width), 0 … 1."""
        pixels = x[: math.prod(self.shape)].reshape(self.shape)
        return np.clip((pixels - self.paper) / (self.ink - self.paper), 0.0, 1.0)


def _paper_and_ink(data: Dataset, pixels: int) -> tuple[float, float]:
    """Return the values of paper and ink: both ends of what there is, paper being more common."""
    m = data.n_samples
    chosen = np.unique(np.linspace(0, max(m - 1, 0), min(m, _LOOKED_AT)).astype(np.int64))
    values = np.array([data.x(int(i))[:pixels] for i in chosen])
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if not low < high:
        return 0.0, high if high > 0 else 1.0
    return (high, low) if np.median(values) > (low + high) / 2 else (low, high)
