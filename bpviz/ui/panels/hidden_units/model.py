"""What there is to show of the hidden units: their weights now, and what a look at a set found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.training.evaluation.results import UnitScan
from bpviz.training.events import Frame
from bpviz.ui.core.image_shape import constant_name, pixel_shape

MOST_BARS = 24
"""Weights of a unit that are drawn as bars; more are drawn as a picture."""


class UnitOrder(StrEnum):
    """How the units follow one another; all but INDEX begin with the largest."""

    INDEX = "index"
    IMPORTANCE = "importance"
    ACTIVATION = "activation"
    SATURATION = "saturation"
    NORM = "norm"


def block_shape(count: int) -> tuple[int, int]:
    """Return height and width of a picture, about square, that holds `count` entries."""
    width = math.ceil(math.sqrt(count))
    return -(-count // width), width


def row_norms(W1T: Floats) -> Floats:
    """‖W₁ₖ‖ of every column of `W1T` (n, l), (l,) float64; ∞ or NaN where a weight is, or beyond
    1e154."""
    with np.errstate(all="ignore"):
        norms: Floats = np.sqrt(np.einsum("ij,ij->j", W1T, W1T))
    return norms


@dataclass(frozen=True, eq=False)
class ShownUnits:
    """The hidden units of one frame.

    Attributes
    ----------
    network : Network
        The weights now.
    dataset : Dataset
    scan : UnitScan or None
        What they do; of older weights perhaps.
    off : frozenset of int
        Units that are switched off.
    stretch : object
        See `Frame.stretch`.
    """

    network: Network
    dataset: Dataset
    scan: UnitScan | None
    off: frozenset[int] = frozenset()
    stretch: object = None

    @classmethod
    def of(cls, frame: Frame, off: frozenset[int]) -> ShownUnits | None:
        """Return what `frame` has; None while its data set is loading."""
        if frame.dataset is None:
            return None
        scan, n_hidden = frame.units, frame.network.n_hidden
        if scan is not None and len(scan.mean_activation) != n_hidden:
            scan = None  # of a network that was there before
        there = frozenset(k for k in off if k < n_hidden)
        return cls(frame.network, frame.dataset, scan, there, frame.stretch)

    @cached_property
    def pixels(self) -> tuple[int, int] | None:
        """Height and width where the inputs are a picture."""
        return pixel_shape(self.dataset, self.network.n_inputs)

    @cached_property
    def picture(self) -> tuple[int, int] | None:
        """Height and width of the picture that shows the weights of a unit; None for bars."""
        n = self.network.n_inputs
        return self.pixels or (None if n <= MOST_BARS else block_shape(n))

    @cached_property
    def output_picture(self) -> tuple[int, int] | None:
        """Height and width of the picture that shows a column of W₂; None for bars."""
        d = self.network.n_outputs
        return None if d <= MOST_BARS else block_shape(d)

    @cached_property
    def input_names(self) -> tuple[str, ...]:
        """What each input is called; () where they are pixels without names."""
        names = self.dataset.input_names
        n = self.network.n_inputs
        if len(names) != n:
            return ()
        constant = self.dataset.constant
        return tuple(constant_name() if i == constant else name for i, name in enumerate(names))

    @cached_property
    def output_names(self) -> tuple[str, ...]:
        """What each output is called; () where nobody named them."""
        classes = self.dataset.class_names
        names = classes if self.dataset.labels is not None else self.dataset.target_names
        if len(names) == 2 and self.network.n_outputs == 1:
            return names[1:]
        return names if len(names) == self.network.n_outputs else ()

    @cached_property
    def importance(self) -> Floats | None:
        """How much worse it gets without each unit, (l,).

        Classes: percentage points of accuracy; regression: the rise of the mean loss.
        """
        scan = self.scan
        if scan is None:
            return None
        if scan.accuracy is None or scan.accuracy_without is None:
            return scan.loss_without - scan.loss
        return 100 * (scan.accuracy - scan.accuracy_without)

    def ranked(self, order: UnitOrder) -> Ints:
        """Return the units as they follow one another, (l,) int64; by index what is not known."""
        every = np.arange(self.network.n_hidden)
        scan, importance = self.scan, self.importance
        if order is UnitOrder.NORM:
            return np.argsort(-row_norms(self.network.W1T), kind="stable")
        if scan is None or importance is None or order is UnitOrder.INDEX:
            return every
        if order is UnitOrder.IMPORTANCE:  # few samples make many units alike: the loss decides
            return np.lexsort((every, -scan.loss_without, -importance))
        value = scan.mean_activation if order is UnitOrder.ACTIVATION else scan.saturated
        return np.argsort(-value, kind="stable")
