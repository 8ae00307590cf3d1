"""ComputedStep: what one step computes, found by whoever looks first, trainer or interface."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.weights import Network
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase

if TYPE_CHECKING:
    pass


class ComputedStep:
    """The step on pair `sample` of `pairs` with the weights of `network`.

    A running trainer makes one for each frame, and has better things to do than to compute what
    perhaps nobody looks at: nothing is computed before somebody asks.
    """

    def __init__(self, network: Network, pairs: Pairs, sample: int, rule: GradientRule) -> None:
        self.sample = sample
        self._network = network
        self._pairs = pairs
        self.rule = rule
        self._kept: list[StepTrace] = []
        self._part: tuple[tuple[Phase, int], PartialTrace] | None = None

    @property
    def trace(self) -> StepTrace:
        """Every quantity of the step (N4–N8), always the same object."""
        # Without a lock, which an interrupt might leave behind: where two threads look first at
        # the same time both compute the same, and what the first of them has put in counts.
        if not self._kept:
            self._kept.append(self._computed())
        return self._kept[0]

    def _computed(self) -> StepTrace:
        from bpviz.network.traced import traced  # numba loads only when it is needed

        pairs, i = self._pairs, self.sample
        y = np.array(pairs.y(i))  # who keeps a trace does not keep all targets
        return traced(self._network, pairs.entries(i), pairs.x(i), y, self.rule)

    @cached_property
    def whole(self) -> PartialTrace:
        """All that the step computes before its update, as several panels show it at once."""
        return PartialTrace.at(self.trace, Phase.UPDATE)

    def so_far(self, phase: Phase, row: int) -> PartialTrace:
        """Return what is computed where the step stands at `row` of `phase`."""
        place, part = (phase, row), self._part
        if part is None or part[0] != place:
            part = self._part = place, PartialTrace.at(self.trace, phase, row)
        return part[1]
