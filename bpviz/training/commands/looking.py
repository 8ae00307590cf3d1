"""What is looked at beside the run; nothing of it touches the run."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.datasets.dataset import Part
from bpviz.training.commands.base import Command, Place
from bpviz.training.quantities import Need


@dataclass(frozen=True, slots=True)
class SelectSample(Command):
    """Show a pair of `part` in `Frame.selected`; None follows the pair of each step."""

    place, beside_comparison = Place.ANYWHERE, True

    index: int | None
    part: Part = Part.TRAIN


@dataclass(frozen=True, slots=True)
class SwitchOff(Command):
    """Look at the network without these hidden units; the run itself goes on with all of them."""

    place, beside_comparison = Place.ANYWHERE, True

    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CompareBranches(Command):
    """Put W of `second` − W of `first` into `Frame.comparison`.

    At `step`; None is the last step that both have.  `first` None ends the comparison.
    """

    place, beside_comparison = Place.ANYWHERE, True

    first: int | None
    second: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Subscribe(Command):
    """What the visible panels need, so that hidden ones cost nothing.

    Attributes
    ----------
    needs : frozenset of Need
    history_range : tuple of two int, or None
        Steps ``first … last`` of the loss curve to send as `Frame.history`; None is all of it.
    history_buckets : int
        At most so many points in it.
    """

    place, beside_comparison = Place.ANYWHERE, True

    needs: frozenset[Need] = frozenset({Need.HISTORY, Need.SCAN, Need.EVALUATION})
    history_range: tuple[int, int] | None = None
    history_buckets: int = 2000
