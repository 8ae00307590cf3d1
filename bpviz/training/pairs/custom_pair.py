"""CustomPair: a pair (x, y) that a person made and that a step trains on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.network.types import Floats
from bpviz.quoting import brief


@dataclass(frozen=True, slots=True, eq=False)
class CustomPair:
    """A drawing, the places of some sliders, or a sample of the test set.

    Attributes
    ----------
    x : (n,) float64
        Inputs, the constant 1 with them where the data set has one; copied, read-only.
    y : (d,) float64
        Targets as the network sees them; copied, read-only.
    label : int or None
        Class; None for regression.
    title : str
        What it is, in the person's language and fit to follow "train on": "a drawing as 7".
    """

    x: Floats
    y: Floats
    label: int | None
    title: str

    __repr__ = brief

    def __post_init__(self) -> None:
        for name in ("x", "y"):
            array = np.array(getattr(self, name), dtype=np.float64)
            array.flags.writeable = False
            object.__setattr__(self, name, array)
