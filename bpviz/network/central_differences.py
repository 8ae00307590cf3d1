"""The gradient check: every entry of both gradients against an independent slope of the loss."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network.check_ledger import CheckLedger
from bpviz.network.check_plan import CheckPlan, Piece
from bpviz.network.checked import GradientCheck
from bpviz.network.differences import Differences, Slopes, Wide, hidden_sums
from bpviz.network.evaluate import check_finite_pair, trace
from bpviz.network.rules import GradientRule
from bpviz.network.step_sizes import StepSizeSweep, default_step_size, sweep, usual_step_sizes
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network, NetworkError
from bpviz.parsing import as_real
from bpviz.quoting import spelled

__all__ = ["CheckJob", "GradientCheck", "default_step_size", "gradient_check"]

_BATCH = 10_000
"""Entries times outputs of one evaluation: a millisecond or two."""


_QUANTITIES = ("z1", "h", "z2", "f", "loss", "delta2", "delta1")
"""What must be finite, in the order in which a step computes it."""


class NotFiniteError(NetworkError):
    """There is no gradient to check, because `quantity` is not finite."""

    def __init__(self, quantity: str) -> None:
        super().__init__(
            f"{quantity} is not finite at these weights; a gradient can be checked only where "
            "every quantity of the step is."
        )
        self.quantity = quantity


def _doubtful_deltas(net: Network, t: StepTrace) -> tuple[Floats, Floats]:
    """Return what rounding may have done to δ1 and δ2, because f is known to some digits only.

    Where f meets y to the last of them, f − y is nothing but rounding.
    """
    eps, slope = float(np.finfo(np.float64).eps), np.abs(t.sigma2_prime)
    of_delta2 = 2 * slope * eps * (np.abs(t.f) + slope * (np.abs(net.W2) @ np.abs(t.h)))
    sent_back = np.ones_like(net.W2) if t.gradient_rule is GradientRule.AS_PRINTED else net.W2
    return (np.abs(sent_back).T @ of_delta2) * np.abs(t.sigma1_prime), of_delta2


class CheckJob:
    """A gradient check under way, in slices, so that it can show progress and be given up.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        Formula of the closed-form side; "as_printed" shows its fault at once.
    step_size : float, optional
        s; by default `default_step_size`.
    limit : int, optional
        Of a network with more weights than this, only the rows `chosen` and as many random weights
        are compared as make a tenth of it.
    chosen : iterable of (str, int)
        Rows that are compared in any case: ("W1" or "W2", row).
    seed : int
        Fixes the random weights.

    Attributes
    ----------
    step_size : float
        s.
    trace : StepTrace
        The closed-form side.

    Raises
    ------
    NetworkError
        If the pair does not fit or is not finite, a row is none of the network's, `step_size` is
        not a finite number above 0, or a quantity of the step is not finite.
    """

    def __init__(
        self,
        net: Network,
        x: ArrayLike,
        y: ArrayLike,
        gradient_rule: GradientRule | str = GradientRule.EXACT,
        step_size: float | None = None,
        *,
        limit: int | None = None,
        chosen: Iterable[tuple[str, int]] = (),
        seed: int = 0,
    ) -> None:
        inputs, targets = check_finite_pair(net, x, y)
        analytic = trace(net, inputs, targets, gradient_rule)
        s = default_step_size() if step_size is None else as_real(step_size)
        if not 0 < s < np.inf:
            raise NetworkError(
                f"The step size is {spelled(step_size)}; it must be a finite number above 0."
            )
        for name in _QUANTITIES:
            if not np.isfinite(getattr(analytic, name)).all():
                raise NotFiniteError(name)
        for name, weights in (("W1", net.W1T), ("W2", net.W2)):
            if not np.isfinite(weights).all():
                raise NotFiniteError(name)
        self.step_size = s
        self.trace = analytic
        self._net, self._inputs, self._targets = net, inputs, targets
        self._shapes = shapes = {"W1": net.W1.shape, "W2": net.W2.shape}
        self._factors = {"W1": (analytic.delta1, inputs), "W2": (analytic.delta2, analytic.h)}
        self._doubts = dict(zip(shapes, _doubtful_deltas(net, analytic), strict=True))
        widths = {"W1": max(1, _BATCH // net.n_outputs), "W2": _BATCH}
        self._plan = CheckPlan(shapes, widths, limit, chosen, seed)
        self._ledgers = {m: CheckLedger(shapes[m], self._plan.counts[m]) for m in shapes}
        self._total = sum(self._plan.counts.values())
        self._differences: Differences | None = None
        self._loss = analytic.loss
        self._work = self._go()
        self._done = False

    @property
    def done(self) -> bool:
        """Whether every entry has been compared."""
        return self._done

    @property
    def fraction(self) -> float:
        """Share of the entries that have been compared, 0 … 1."""
        return sum(ledger.size for ledger in self._ledgers.values()) / max(self._total, 1)

    def advance(self, seconds: float | None = None) -> None:
        """Compare some more entries, for about `seconds`, or all that are left."""
        begun = time.perf_counter()
        for _ in self._work:
            if seconds is not None and time.perf_counter() - begun >= seconds:
                return
        self._done = True

    def result(self) -> GradientCheck:
        """Return what was found so far."""
        found = {matrix: ledger.result() for matrix, ledger in self._ledgers.items()}
        return GradientCheck(found["W1"], found["W2"], self.step_size, self._loss)

    def has(self, matrix: str, row: int, column: int) -> bool:
        """Whether the network has that weight, be it compared or not."""
        rows, columns = self._shapes.get(matrix, (0, 0))
        return bool(0 <= row < rows and 0 <= column < columns)

    def sweep(self, matrix: str, row: int, column: int) -> StepSizeSweep:
        """Return differences of one weight over the usual step sizes, see `step_size_sweep`.

        Only once the check is done: then it costs next to nothing.
        """
        assert self._differences is not None
        analytic = float(self._closed_form(matrix, row, np.array([column]))[0])
        usual, largest = usual_step_sizes(), self._ledgers[matrix].largest
        return sweep(
            self._differences, matrix, row, column, analytic, usual, self.step_size, largest
        )

    def _closed_form(self, matrix: str, row: int, columns: Ints) -> Floats:
        """N6 and N8: entries of the gradient, which is an outer product."""
        delta, values = self._factors[matrix]
        return np.asarray(delta[row] * values[columns])

    def _with_doubt(self, piece: Piece, slopes: Slopes) -> Slopes:
        """Add what rounding may have done to the closed form, which is in double precision."""
        values = self._factors[piece.matrix][1][piece.columns]
        doubt = self._doubts[piece.matrix][piece.row] * np.abs(values)
        return slopes._replace(rounding=slopes.rounding + doubt)

    def _go(self) -> Iterator[None]:
        """Do everything; yield whenever some milliseconds may have passed."""
        sums: list[Wide] = []
        for part in hidden_sums(self._net, self._inputs):
            if sums:
                yield
            sums.append(part)
        self._differences = Differences(
            self._net, self._inputs, self._targets, z1=np.concatenate(sums)
        )
        self._loss = self._differences.loss
        first = True
        for piece in self._plan.pieces():
            if not first:
                yield
            first = False
            analytic = self._closed_form(*piece)
            slopes = self._differences.of(*piece, self.step_size)
            self._ledgers[piece.matrix].add(piece, analytic, self._with_doubt(piece, slopes))
        for ledger in self._ledgers.values():
            ledger.judge()
            while not ledger.judged:
                yield
                ledger.judge()


def gradient_check(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    gradient_rule: GradientRule | str = GradientRule.EXACT,
    step_size: float | None = None,
) -> GradientCheck:
    """Compare every weight's gradient with ``(E(w + s) − E(w − s)) / 2s``.

    The loss E is evaluated from N1 and N3 alone, in the widest floating point of the machine, so
    that rounding stays far below truncation.  Weights at a kink of ReLU, and those whose gradient
    is smaller than rounding, are told apart and not counted as errors.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        Formula of the closed-form side; "as_printed" shows its fault at once.
    step_size : float, optional
        s; by default the cube root of the machine's precision.

    Raises
    ------
    NetworkError
        If the pair does not fit or is not finite, `step_size` is not a finite number above 0, or a
        quantity of the step is not finite.
    """
    job = CheckJob(net, x, y, gradient_rule, step_size)
    job.advance()
    return job.result()
