"""What a look at all samples of a data set finds; frozen, on one snapshot of the weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from numpy.typing import NDArray

from bpviz.quoting import brief

if TYPE_CHECKING:
    import numpy as np

    from bpviz.datasets.dataset import Part
    from bpviz.network.types import Floats, Ints


@dataclass(frozen=True, eq=False, kw_only=True)
class Scan:
    """The losses of every sample of the training or the test set, and what the network says.

    Attributes
    ----------
    step : int
        The position whose weights were used.
    losses : (m,) float64
        Loss of each sample.
    magnitudes : (m, 2) float64
        ‖∂W1‖_F and ‖∂W2‖_F of each sample; (0, 2) where nobody wanted to see them.
    predicted : (m,) int64, or None for regression
        The class that the network gives each sample: see `Dataset.predicted`.
    correct : (m,) bool, or None for regression
        Whether that is the class of the sample.
    outputs : (m, d) float64, or None for classes
        f of each sample.
    """

    step: int
    losses: Floats
    magnitudes: Floats
    predicted: Ints | None = None
    correct: NDArray[np.bool_] | None = None
    outputs: Floats | None = None

    __repr__ = brief

    @cached_property
    def mean_loss(self) -> float:
        """Mean loss over the set at that position."""
        return float(self.losses.mean())

    @cached_property
    def accuracy(self) -> float | None:
        """Share of samples classified rightly, 0 … 1."""
        return None if self.correct is None else float(self.correct.mean())


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UnitScan:
    """What the hidden units do on all samples of a set, and how much each of them matters.

    Attributes
    ----------
    step : int
        The position whose weights were used.
    part : Part
        The test set, or the training set where there is none.
    n_samples : int
        m of it.
    mean_activation : (l,) float64
        Mean of h_k.
    saturated : (l,) float64
        Share of samples on which unit k is saturated, 0 … 1, see `Breakpoint.saturated`.
    edges : (b + 1,) float64
        Bounds of the bins of `counts`, rising; each contains its lower bound, the last one both.
    counts : (l, b) int64
        Samples whose h_k lies in each bin.
    loss, accuracy : float, float or None
        Mean loss and share classified rightly of the whole network; None for regression.
    loss_without, accuracy_without : (l,) float64, and None for regression
        The same without unit k: column k of W₂ counts as zero.
    off : tuple of int
        Units that were switched off together.
    loss_off, accuracy_off : float, float or None
        The same without all of these; equal to `loss` and `accuracy` where there are none.
    """

    step: int
    part: Part
    n_samples: int
    mean_activation: Floats
    saturated: Floats
    edges: Floats
    counts: Ints
    loss: float
    accuracy: float | None
    loss_without: Floats
    accuracy_without: Floats | None
    off: tuple[int, ...]
    loss_off: float
    accuracy_off: float | None

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class Evaluations:
    """Test and training curves of the current branch; arrays of equal length, by rising step.

    `accuracy` is 0 … 1, and NaN throughout for regression.
    """

    steps: Ints
    loss: Floats
    accuracy: Floats

    __repr__ = brief

    def to_dict(self) -> dict[str, Ints | Floats]:
        """Return "step", "mean_loss" and "accuracy", as ``pandas.DataFrame`` takes them."""
        return {"step": self.steps, "mean_loss": self.loss, "accuracy": self.accuracy}
