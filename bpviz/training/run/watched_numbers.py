"""WatchedNumbers: watches of a run as the kernels take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bpviz.network import watches as kernel
from bpviz.network.types import Floats
from bpviz.network.watches import Watches
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.settings import Settings
from bpviz.training.watches import NORMS, WEIGHTS, Quantity, Watch

_KINDS = {
    Quantity.W1: kernel.WEIGHT1, Quantity.W2: kernel.WEIGHT2, Quantity.BIAS: kernel.WEIGHT1,
    Quantity.NORM_W1: kernel.NORM1, Quantity.NORM_W2: kernel.NORM2, Quantity.Z1: kernel.Z1,
    Quantity.H: kernel.H, Quantity.DELTA1: kernel.DELTA1, Quantity.Z2: kernel.Z2,
    Quantity.F: kernel.F, Quantity.DELTA2: kernel.DELTA2, Quantity.LOSS: kernel.LOSS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the kernels look at in every step.

    Attributes
    ----------
    watch : Watch
    want : int
        VALUE, SIGN or MOVE, see `network.watches`.
    limit : float
        Up to which a move may be taken for 0; −1 where all are to be exact.
    """

    watch: Watch
    want: int = kernel.VALUE
    limit: float = -1.0

    @classmethod
    def of(cls, breakpoint: Breakpoint) -> Wanted | None:
        """Return what a breakpoint needs; None where it is not about a watch."""
        if breakpoint.watch is None:
            return None
        if breakpoint.condition is Condition.SIGN_CHANGE:
            return cls(breakpoint.watch, kernel.SIGN)
        if breakpoint.condition is Condition.MOVE_ABOVE:
            return cls(breakpoint.watch, kernel.MOVE, float(breakpoint.value))
        return cls(breakpoint.watch)

    @property
    def needs_ahead(self) -> bool:
        """Whether the weights after the update are needed as a whole."""
        watch = self.watch
        return self.want != kernel.VALUE and not (watch.quantity in WEIGHTS or watch.own)


class WatchedNumbers:
    """Says which watches a run has, and makes them what the kernels take.

    Parameters
    ----------
    settings : Settings
    pairs : Pairs
        Of the run.
    """

    def __init__(self, settings: Settings, pairs: Pairs) -> None:
        self._n_hidden = settings.n_hidden
        self._pairs = pairs

    def check(self, watch: Watch, own_pairs: int) -> None:
        """See `Watch.check`."""
        watch.check(self._pairs.dataset, self._n_hidden, own_pairs)

    def problem(self, watch: Watch, own_pairs: int) -> str:
        """See `Watch.problem`."""
        return watch.problem(self._pairs.dataset, self._n_hidden, own_pairs)

    def arrays(
        self, wanted: Sequence[Wanted], steps: int = 0, ahead: Floats | None = None
    ) -> Watches:
        """Return arrays for the kernels, which hold for one call of them at a time.

        Parameters
        ----------
        wanted : sequence of Wanted
            That exist in this run.
        steps : int
            For so many there is room in the series.
        ahead : (n + d, l) float64, optional
            Room that is nobody else's meanwhile; made anew unless given.
        """
        data = self._pairs.dataset
        samples = sorted({each.watch.sample for each in wanted if each.watch.sample is not None})
        fixed = np.empty((len(samples), data.n_inputs + data.n_outputs if samples else 0))
        for c, sample in enumerate(samples):
            fixed[c] = np.concatenate([self._pairs.x(sample), self._pairs.y(sample)])
        room = np.empty(3 * (self._n_hidden + data.n_outputs) if samples else 0)
        if not any(each.needs_ahead for each in wanted):
            ahead = np.empty((0, 0))
        elif ahead is None:
            ahead = self.room_ahead()
        empty = Watches.empty(len(wanted))
        for w, each in enumerate(wanted):
            watch = each.watch
            sample = kernel.OWN if watch.sample is None else samples.index(watch.sample)
            row, column = self._place(watch)
            empty.table[w] = _KINDS[watch.quantity], row, column, sample, each.want
            empty.state[w, kernel.LIMIT] = each.limit
        series = np.empty((len(wanted), steps))
        return empty._replace(series=series, fixed=fixed, room=room, ahead=ahead)

    def room_ahead(self) -> Floats:
        """Return room for the weights after an update."""
        data = self._pairs.dataset
        return np.empty((data.n_inputs + data.n_outputs, self._n_hidden))

    def nanoseconds(self, wanted: Sequence[Wanted], forward: float) -> float:
        """About what looking takes in a step, where another forward pass takes `forward`."""
        data = self._pairs.dataset
        weights = (data.n_inputs + data.n_outputs) * self._n_hidden
        every = 20.0 * len(wanted)
        if any(each.needs_ahead for each in wanted):
            every += forward
        for each in wanted:
            times = 2 if each.needs_ahead else 1
            if each.watch.quantity in NORMS:
                whole = each.watch.row is None and each.watch.column is None
                every += times * (0.4 * weights if whole else 3.0 * (weights**0.5))
            elif each.watch.sample is not None:
                every += times * forward
        return every

    def _place(self, watch: Watch) -> tuple[int, int]:
        if watch.quantity is Quantity.BIAS:
            assert watch.row is not None
            assert self._pairs.dataset.constant is not None
            return watch.row, self._pairs.dataset.constant
        missing = kernel.ALL if watch.quantity in NORMS else 0
        return (
            missing if watch.row is None else watch.row,
            missing if watch.column is None else watch.column,
        )
