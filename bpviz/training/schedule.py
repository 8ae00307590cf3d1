"""Schedule: what a journal says of any one step, found quickly however long the journal is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bpviz.network.rules import GradientRule
from bpviz.training.changes import Change, Hold, Pin, RateChange, RuleChange, Skip, WeightEdit

NEVER = 2**63 - 1
"""A step that no run reaches."""

T = TypeVar("T")


@dataclass
class _Stairs(Generic[T]):
    """A value that changes at some steps, which come in rising order."""

    value: T
    steps: list[int] = field(default_factory=list)
    values: list[T] = field(default_factory=list)

    def add(self, step: int, value: T) -> None:
        self.steps.append(step)
        self.values.append(value)

    def at(self, step: int) -> T:
        found = bisect_right(self.steps, step)
        return self.values[found - 1] if found else self.value


class Schedule:
    """λ, gradient rule, pair and weight edits of every step, from a journal by rising step."""

    def __init__(self, journal: Sequence[Change], rule: GradientRule) -> None:
        first = journal[0]
        assert isinstance(first, RateChange), "a journal begins with λ at step 0"
        self._rate = _Stairs(first.learning_rate)
        self._rule = _Stairs(rule)
        self._held: _Stairs[int | None] = _Stairs(None)
        self._skips: list[int] = []
        self._pins: dict[int, int] = {}
        self._edits: dict[int, list[WeightEdit]] = {}
        self._bounds: list[int] = []
        for change in journal:
            self._put(change)

    def _put(self, change: Change) -> None:
        step = change.step
        self._bounds.append(step)
        match change:
            case RateChange(_, rate):
                self._rate.add(step, rate)
            case RuleChange(_, rule):
                self._rule.add(step, rule)
            case Hold(_, held):
                self._held.add(step, held)
            case Pin(_, sample):
                self._pins[step] = sample
            case Skip():
                self._skips.append(step)
            case WeightEdit():
                self._edits.setdefault(step, []).append(change)

    def rate(self, step: int) -> float:
        """λ of the update after `step` updates."""
        return self._rate.at(step)

    def rule(self, step: int) -> GradientRule:
        """The formula that δ1 of step `step` follows."""
        return self._rule.at(step)

    def pinned(self, step: int) -> int | None:
        """The pair chosen for this one step."""
        return self._pins.get(step)

    def held(self, step: int) -> int | None:
        """The pair that every step trains on from before `step`."""
        return self._held.at(step)

    def draw(self, step: int) -> int:
        """Which draw of the sampler step `step` takes: pairs left out move it up."""
        return step + bisect_right(self._skips, step)

    def edits(self, step: int) -> Sequence[WeightEdit]:
        """The weights that were set before step `step`, in order."""
        return self._edits.get(step, ())

    def end(self, step: int) -> int:
        """First step after `step` that anything may be different for."""
        if step in self._pins:
            return step + 1
        at = bisect_right(self._bounds, step)
        return self._bounds[at] if at < len(self._bounds) else NEVER
