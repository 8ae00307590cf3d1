"""RegressionFit: how well one output of a regression is predicted, in the target's own unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats


@dataclass(frozen=True, eq=False)
class RegressionFit:
    """True and predicted values of one output for every sample.

    Attributes
    ----------
    true, predicted : (m,) float64
        In the target's own unit.
    """

    true: Floats
    predicted: Floats

    @classmethod
    def of(cls, data: Dataset, outputs: Floats, output: int) -> RegressionFit:
        """Return that of one output, 0 … d − 1.

        Parameters
        ----------
        data : Dataset
            The part, m samples.
        outputs : (m, d) float64
            f of every sample, as the network gives it.
        """
        return cls(data.unscaled(data.Y)[:, output], data.unscaled(outputs)[:, output])

    @cached_property
    def finite(self) -> NDArray[np.bool_]:
        """Which samples have finite values, (m,)."""
        return np.isfinite(self.true) & np.isfinite(self.predicted)

    @property
    def n_not_finite(self) -> int:
        """Samples that R² and RMSE leave out."""
        return len(self.true) - int(np.count_nonzero(self.finite))

    @cached_property
    def squares(self) -> float:
        """Sum of (predicted − true)² over the finite ones."""
        with np.errstate(all="ignore"):
            return float(((self.predicted - self.true)[self.finite] ** 2).sum())

    @property
    def rmse(self) -> float | None:
        """Root of the mean of (predicted − true)²; None without finite samples."""
        n = len(self.true) - self.n_not_finite
        return float(np.sqrt(self.squares / n)) if n else None

    @cached_property
    def r2(self) -> float | None:
        """1 − Σ(predicted − true)² / Σ(true − mean)²; None where all true values are the same."""
        true = self.true[self.finite]
        if not len(true) or true.min() == true.max():
            return None
        with np.errstate(all="ignore"):
            return 1.0 - self.squares / float(((true - true.mean()) ** 2).sum())
