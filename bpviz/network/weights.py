"""Network: both matrices and both activations, immutable; and how weights begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from bpviz import notebook
from bpviz.network.activations import Activation
from bpviz.network.elementary import normal_pairs
from bpviz.network.types import Floats
from bpviz.quoting import spelled


class NetworkError(ValueError):
    """Matrices, inputs or targets do not fit together; the message says which and how."""


class Initializer(StrEnum):
    """Distribution of the initial weights, all with mean 0.

    NORMAL has the variances 1/n for W₁ and 1/l for W₂, UNIFORM the same variances;
    GLOROT has 2/(n + l) and 2/(l + d), HE 2/n and 2/l, both normal; ZEROS is there to show that
    hidden units that start alike stay alike.
    """

    NORMAL = "normal"
    UNIFORM = "uniform"
    GLOROT = "glorot"
    HE = "he"
    ZEROS = "zeros"

    def variance(self, fan_in: int, fan_out: int) -> float:
        """Variance of a weight between `fan_in` and `fan_out` units."""
        if self is Initializer.ZEROS:
            return 0.0
        if self is Initializer.GLOROT:
            return 2.0 / (fan_in + fan_out)
        return (2.0 if self is Initializer.HE else 1.0) / fan_in


_MATRIX_STREAM = 0x57  # keeps the draws for weights apart from those for samples


def _draw(kind: Initializer, shape: tuple[int, int], seed: int, matrix: int) -> Floats:
    """Draw a (rows, columns) matrix from raw Philox bits.

    NumPy promises stable bits for its bit generators but not for ``Generator`` methods, and a
    seed must mean the same weights after an upgrade and on another processor.
    """
    rows, columns = shape
    size = rows * columns
    scale = float(np.sqrt(kind.variance(columns, rows)))
    bits = np.random.Philox(key=np.array([seed, _MATRIX_STREAM + matrix], dtype=np.uint64))
    half = (size + 1) // 2
    raw = bits.random_raw(2 * half)
    unit = ((raw >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53  # above 0, at most 1
    if kind is Initializer.UNIFORM:
        values = (2.0 * unit - 1.0) * np.sqrt(3.0)
    else:
        values = np.concatenate(normal_pairs(unit[:half], unit[half:]))
    return np.asarray(scale * values[:size]).reshape(shape)


def _matrix(name: str, value: ArrayLike) -> Floats:
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise NetworkError(f"{name} is not a matrix of real numbers.") from None
    if array.ndim != 2 or 0 in array.shape:
        raise NetworkError(
            f"{name} has the shape {array.shape}; it must be a matrix with two dimensions, "
            "none of them 0."
        )
    return array


def _is_whole(value: object) -> bool:
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool)


@dataclass(frozen=True, eq=False, init=False)
class Network:
    """N1: f(x) = σ₂(W₂ σ₁(W₁ x)), without biases; immutable.

    Parameters
    ----------
    W1 : (l, n) array_like
        Hidden weights; copied.
    W2 : (d, l) array_like
        Output weights; copied.
    sigma1, sigma2 : Activation or str
        Hidden and output activation, sigmoid unless given.

    Raises
    ------
    NetworkError
        If the shapes do not fit, or an activation is unknown.
    """

    W1T: Floats
    """W₁ transposed, (n, l), contiguous, read-only: as the kernels use it."""
    W2: Floats
    """Output weights, (d, l), contiguous, read-only."""
    sigma1: Activation
    sigma2: Activation

    def __init__(
        self,
        W1: ArrayLike,
        W2: ArrayLike,
        sigma1: Activation | str = Activation.SIGMOID,
        sigma2: Activation | str = Activation.SIGMOID,
    ) -> None:
        hidden, output = _matrix("W1", W1), _matrix("W2", W2)
        if output.shape[1] != hidden.shape[0]:
            raise NetworkError(
                f"W1 has {hidden.shape[0]} rows and W2 {output.shape[1]} columns; both must be "
                "the hidden size l."
            )
        self._fill(np.array(hidden.T, order="C"), np.array(output, order="C"), sigma1, sigma2)

    def _fill(
        self, W1T: Floats, W2: Floats, sigma1: Activation | str, sigma2: Activation | str
    ) -> None:
        try:
            activations = Activation(sigma1), Activation(sigma2)
        except ValueError:
            known = ", ".join(Activation)
            raise NetworkError(
                f"The activations are {spelled(sigma1)} and {spelled(sigma2)}; each must be one "
                f"of {known}."
            ) from None
        W1T.flags.writeable = False
        W2.flags.writeable = False
        for name, value in zip(
            ("W1T", "W2", "sigma1", "sigma2"), (W1T, W2, *activations), strict=True
        ):
            object.__setattr__(self, name, value)

    @classmethod
    def of_transposed(
        cls,
        W1T: Floats,
        W2: Floats,
        sigma1: Activation | str = Activation.SIGMOID,
        sigma2: Activation | str = Activation.SIGMOID,
    ) -> Network:
        """Wrap contiguous arrays W1T (n, l) and W2 (d, l) without a copy; they become read-only."""
        network = cls.__new__(cls)
        network._fill(W1T, W2, sigma1, sigma2)
        return network

    @classmethod
    def initial(
        cls,
        *,
        n_inputs: int,
        n_hidden: int,
        n_outputs: int,
        seed: int = 0,
        sigma1: Activation | str = Activation.SIGMOID,
        sigma2: Activation | str = Activation.SIGMOID,
        initializer: Initializer | str = Initializer.NORMAL,
    ) -> Network:
        """Draw new weights; the same seed gives the same weights.

        Raises
        ------
        NetworkError
            If a size is not a whole number above 0, the seed none of 0 … 2⁶³ − 1, or the
            initializer unknown.
        """
        for name, size in (("n", n_inputs), ("l", n_hidden), ("d", n_outputs)):
            if not _is_whole(size) or size < 1:
                raise NetworkError(f"{name} is {spelled(size)}; it must be a whole number above 0.")
        if not _is_whole(seed) or not 0 <= seed < 2**63:
            raise NetworkError(
                f"The seed is {spelled(seed)}; it must be a whole number from 0 to 2⁶³ − 1."
            )
        try:
            kind = Initializer(initializer)
        except ValueError:
            known = ", ".join(Initializer)
            raise NetworkError(
                f"The initializer is {spelled(initializer)}; it must be one of {known}."
            ) from None
        W1 = _draw(kind, (n_hidden, n_inputs), seed, 1)
        W2 = _draw(kind, (n_outputs, n_hidden), seed, 2)
        return cls.of_transposed(np.ascontiguousarray(W1.T), W2, sigma1, sigma2)

    def without(self, units: Iterable[int]) -> Network:
        """Return the network with these hidden units switched off: their columns of W₂ are zero.

        This very object where there are none.
        """
        off = list(units)
        if not off:
            return self
        W2 = self.W2.copy()
        W2[:, off] = 0.0
        return Network.of_transposed(self.W1T, W2, self.sigma1, self.sigma2)

    def __reduce__(self) -> tuple[Any, ...]:
        return Network.of_transposed, (self.W1T, self.W2, self.sigma1, self.sigma2)

    def __deepcopy__(self, memo: object) -> Network:
        return self  # nothing of it ever changes

    def __repr__(self) -> str:
        return (
            f"<Network of {self.n_inputs} inputs, {self.n_hidden} hidden units and "
            f"{self.n_outputs} outputs, {self.sigma1} and {self.sigma2}>"
        )

    def _repr_html_(self) -> str:
        shapes = (
            ("sizes", f"n = {self.n_inputs}, l = {self.n_hidden}, d = {self.n_outputs}"),
            ("activations", f"{self.sigma1}, {self.sigma2}"),
        )
        drawn = [
            notebook.picture(
                notebook.diverging(matrix),
                f"{name}, {' × '.join(map(str, matrix.shape))}, {matrix.min():.4g} to "
                f"{matrix.max():.4g}",
                min(max(4 * matrix.shape[1], 32), 480),
            )
            for name, matrix in (("W₁", self.W1), ("W₂", self.W2))
            if matrix.size <= notebook.MOST_PIXELS
        ]
        return notebook.block("Network", notebook.facts(shapes), *drawn)

    @property
    def W1(self) -> Floats:
        """Hidden weights, (l, n), read-only: a view of `W1T`."""
        return self.W1T.T

    @property
    def n_inputs(self) -> int:
        """n."""
        return int(self.W1T.shape[0])

    @property
    def n_hidden(self) -> int:
        """l."""
        return int(self.W1T.shape[1])

    @property
    def n_outputs(self) -> int:
        """d."""
        return int(self.W2.shape[0])
