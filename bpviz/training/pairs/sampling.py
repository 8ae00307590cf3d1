"""Which pair is drawn at step t: a pure function of (seed, order, number of samples, t).

NumPy promises stable bits for its bit generators only, not for ``Generator`` methods, and a run
must replay after an upgrade: so the bounded integers and the shuffle on top of Philox's raw bits
are made here.
"""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from bpviz.network.record_kernels import bounded
from bpviz.network.types import Ints
from bpviz.training.settings import Order

_BLOCK = 4096  # steps drawn at once; a constant of the format, changing it changes every run
_STREAM = {Order.RANDOM: 1, Order.SHUFFLED: 2}
_KEPT_BLOCKS = 4


class Sampler:
    """The order of the pairs of one run.

    Parameters
    ----------
    seed : int
        0 … 2⁶³ − 1.
    order : Order
    n_samples : int
        m, 1 … 2³² − 1.
    """

    def __init__(self, seed: int, order: Order, n_samples: int) -> None:
        self._seed = seed
        self._order = order
        self._m = n_samples
        # A block of the shuffled order is a whole number of epochs.
        epochs = max(1, _BLOCK // n_samples)
        self._block = epochs * n_samples if order is Order.SHUFFLED else _BLOCK
        self._blocks: OrderedDict[int, Ints] = OrderedDict()

    def index(self, step: int) -> int:
        """Return the index of the pair that step `step` (counted from 0) draws."""
        return int(self.indices(step, 1)[0])

    def indices(self, first: int, count: int) -> Ints:
        """Return the pairs of the steps ``first … first + count − 1``, shape (count,), int64.

        Read-only in every case: the kernels would be compiled a second time for other arrays.
        """
        if self._order is Order.SEQUENTIAL:
            start = first % self._m
            return _fixed(np.arange(start, start + count, dtype=np.int64) % self._m)
        parts = []
        while count > 0:
            number, offset = divmod(first, self._block)
            part = self._drawn(number)[offset : offset + count]
            parts.append(part)
            first += len(part)
            count -= len(part)
        if len(parts) == 1:
            return parts[0]
        return _fixed(np.concatenate(parts or [np.zeros(0, np.int64)]))

    def _drawn(self, number: int) -> Ints:
        """Return block `number`, from the few kept or drawn anew."""
        block = self._blocks.get(number)
        if block is None:
            block = self._random(number) if self._order is Order.RANDOM else self._shuffled(number)
            self._blocks[number] = _fixed(block)
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def _raw(self, number: int, count: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        key = np.array([self._seed, _STREAM[self._order]], dtype=np.uint64)
        # The block's number in the second word: its stream cannot reach the next block's.
        counter = np.array([0, number, 0, 0], dtype=np.uint64)
        return np.random.Philox(key=key, counter=counter).random_raw(count)

    def _random(self, number: int) -> Ints:
        """Integers below m with replacement, see `bounded`."""
        drawn: Ints = np.empty(_BLOCK, dtype=np.int64)
        bounded(self._raw(number, _BLOCK), np.uint64(self._m), drawn)
        return drawn

    def _shuffled(self, number: int) -> Ints:
        """A permutation for each epoch of the block: the order of m random keys."""
        keys = self._raw(number, self._block).reshape(-1, self._m)
        return np.argsort(keys, axis=1, kind="stable").astype(np.int64).ravel()


def _fixed(array: Ints) -> Ints:
    array.flags.writeable = False
    return array
