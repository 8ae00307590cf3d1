"""StepAtHand: one step opened, from the draw of its pair to the last row of its update."""

from __future__ import annotations

from bpviz.network.rules import GradientRule
from bpviz.network.watchpoints import SEARCH
from bpviz.network.weights import Network
from bpviz.training.armed import Breakpoints
from bpviz.training.engine import Engine
from bpviz.training.partial_trace import PartialTrace
from bpviz.training.phases import Phase


class StepAtHand:
    """The step that `engine` takes next, on pair `sample`; the engine itself is not moved.

    All of the step is computed at once by the kernels; what is shown of it depends on the place.
    """

    def __init__(self, engine: Engine, sample: int, rule: GradientRule) -> None:
        self.sample = sample
        self.trace, self._ws = engine.traced(sample, rule)
        self._engine = engine
        self._part: tuple[tuple[Phase, int], PartialTrace] | None = None
        self._half: tuple[tuple[int, float], Network] | None = None

    def so_far(self, phase: Phase, row: int) -> PartialTrace:
        """Return what is computed where the step stands at `row` of `phase`."""
        place = (phase, row)
        if self._part is None or self._part[0] != place:
            self._part = place, PartialTrace.at(self.trace, phase, row)
        return self._part[1]

    def half_updated(self, rows: int, rate: float) -> Network:
        """Return the weights after `rows` rows of the update with λ = `rate`."""
        key = (rows, rate)
        if self._half is None or self._half[0] != key:
            self._half = key, self._engine.half_updated(self.sample, rate, self._ws, rows)
        return self._half[1]

    def can_be_taken(self, rate: float) -> bool:
        """Whether all of its numbers and the weights after it are finite."""
        return self._engine.can_take(self.sample, rate, self._ws, self.trace.loss)

    def meets(self, breakpoints: Breakpoints, mode: int, rate: float) -> bool:
        """Whether a breakpoint is met in this step; see `Watchpoints.mode`."""
        watch = breakpoints.watch(mode)
        stops = self._engine.meets(watch, self.sample, rate, self._ws, self.trace.loss)
        return breakpoints.last_met() is not None if mode == SEARCH else stops
