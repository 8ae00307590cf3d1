"""GridBudget: how fine a grid may be so that a picture of the plane costs little enough."""

from __future__ import annotations

from collections import deque

CELLS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32)
"""Widths of a square of the grid, in pixels."""

BUDGET = 0.003
"""Seconds that computing a picture may take while the network changes; colours and painting come
on top."""

_SLACK = 1.2
"""A finer grid is taken only if it would stay below the budget by this factor, and a coarser one
only beyond it, so that the grid does not change back and forth."""

_KEPT = 12
"""Measurements, of which the quickest counts: the others were held up by something else."""


def points(cell: int, width: int, height: int) -> int:
    """Return how many points a grid of that cell has, with one more all around the area."""
    return (-(-width // cell) + 2) * (-(-height // cell) + 2)


class GridBudget:
    """Chooses the grid from what a point has cost, and keeps to its choice."""

    def __init__(self, budget: float = BUDGET) -> None:
        self._budget = budget
        self._key: object = None
        self._costs: deque[float] = deque(maxlen=_KEPT)
        self._guess = 1e-6
        self._cell: int | None = None

    def begin(self, key: object, guess: float) -> None:
        """Forget what was measured if `key` is another; `guess` is what a point may cost, in s."""
        if key != self._key:
            self._key, self._guess, self._cell = key, guess, None
            self._costs.clear()

    def measured(self, count: int, seconds: float) -> None:
        """Note what `count` points cost."""
        if count > 200:  # fewer cost mostly the call
            self._costs.append(seconds / count)

    @property
    def cost(self) -> float:
        """What a point costs, in seconds."""
        return min(self._costs, default=self._guess)

    def cell(self, width: int, height: int) -> int:
        """Return the width of a square for an area of that size, in pixels."""

        def fits(cell: int, budget: float) -> bool:
            return points(cell, width, height) * self.cost <= budget

        now = self._cell
        if now is None or not fits(now, self._budget * _SLACK):
            now = next((cell for cell in CELLS if fits(cell, self._budget)), CELLS[-1])
        else:
            finer = (cell for cell in CELLS if cell < now and fits(cell, self._budget / _SLACK))
            now = next(finer, now)
        self._cell = now
        return now

    def slab(self, columns: int) -> int:
        """Return how many rows of so many points may be computed in one go, at least one."""
        return max(1, int(self._budget / (max(columns, 1) * self.cost)))
