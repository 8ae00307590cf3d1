"""SampleFilter: which samples a person wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.datasets.dataset import Part


@dataclass(frozen=True, slots=True)
class SampleFilter:
    """Some of the samples of one part of a data set; what is None or False does not matter.

    Attributes
    ----------
    part : Part
    label : int or None
        Their class.
    predicted : int or None
        The class that the network gives them.
    wrong : bool
        Only those that are classified wrongly.
    """

    part: Part = Part.TRAIN
    label: int | None = None
    predicted: int | None = None
    wrong: bool = False
