"""The slope of a measured series and its standard error, as the soak judges it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Slope:
    """How a quantity changes an hour.

    Attributes
    ----------
    per_hour : float
    error : float
        Standard error of it.
    """

    per_hour: float
    error: float

    @property
    def within_noise(self) -> bool:
        """Whether it is no further from 0 than three standard errors."""
        return abs(self.per_hour) <= 3.0 * self.error

    def __str__(self) -> str:
        return f"{self.per_hour:+.2f} ± {self.error:.2f}"


def slope(
    hours: NDArray[np.float64],
    values: NDArray[np.float64],
    beside: NDArray[np.float64] | None = None,
) -> Slope:
    """Fit ``values = a + b·hours (+ c·beside)`` by least squares and return b.

    Neighbouring rows of a soak are alike (memory stays where it is, a busy neighbour of the machine
    stays for minutes), so the usual error would be far too small. This one is Newey's and West's
    (1987): the covariances of the residuals up to m^(1/3) rows apart count, with falling weights,
    and at least four.

    Parameters
    ----------
    hours, values : (m,) float64
        m ≥ 4.
    beside : (m,) float64, optional
        What else the values depend on, for instance how long others held the processor.
    """
    columns = [np.ones_like(hours), hours - hours.mean()]
    if beside is not None and np.ptp(beside) > 0:
        columns.append(beside - beside.mean())
    X = np.column_stack(columns)
    inverse = np.linalg.pinv(X.T @ X)
    b = inverse @ X.T @ values
    scores = X * (values - X @ b)[:, np.newaxis]
    reach = min(len(hours) - 1, max(4, round(len(hours) ** (1 / 3))))
    middle = scores.T @ scores
    for lag in range(1, reach + 1):
        apart = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (reach + 1)) * (apart + apart.T)
    variance = (inverse @ middle @ inverse)[1, 1] * len(hours) / max(1, len(hours) - X.shape[1])
    return Slope(float(b[1]), float(np.sqrt(max(0.0, variance))))
