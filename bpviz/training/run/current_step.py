"""CurrentStep: the step that comes next, up to the last row of its update."""

from __future__ import annotations

from bpviz.network.watchpoints import Watchpoints
from bpviz.network.weights import Network
from bpviz.training.run.engine import Engine
from bpviz.training.step.computed_step import ComputedStep


class CurrentStep:
    """What `engine` would do next, which is `opened`; the engine itself is not moved."""

    def __init__(self, engine: Engine, opened: ComputedStep) -> None:
        self._engine, self._opened = engine, opened
        self._half: tuple[tuple[int, float], Network] | None = None

    def half_updated(self, rows: int, rate: float) -> Network:
        """Return the weights after `rows` rows of the update with λ = `rate`."""
        key, opened = (rows, rate), self._opened
        if self._half is None or self._half[0] != key:
            network = self._engine.half_updated(opened.trace, opened.sample, rate, rows)
            self._half = key, network
        return self._half[1]

    def can_be_taken(self, rate: float) -> bool:
        """Whether all of its numbers and the weights after it are finite."""
        return self._engine.can_take(self._opened.trace, self._opened.sample, rate)

    def meets(self, watch: Watchpoints, rate: float) -> bool:
        """Whether a breakpoint stops a run in this step; see `Watchpoints.mode`."""
        return self._engine.meets(watch, self._opened.sample, rate, self._opened.rule)
