"""To ask the past of a run; nothing of it touches the run.  One question at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands.base import Command, Place
from bpviz.training.journal.entries import MatrixName
from bpviz.training.watches import Watch


@dataclass(frozen=True, slots=True)
class AskContributions(Command):
    """Put what each pair added to a weight, or to a row, into `Frame.asked`.

    In the steps `start` … `stop` − 1 of the branch at hand; see `Session.contributions`.  With
    `unit`, all weights of the hidden unit `row` of W1.
    """

    place, beside_comparison = Place.HERE, True

    matrix: MatrixName
    row: int
    column: int | None
    start: int
    stop: int
    unit: bool = False


@dataclass(frozen=True, slots=True)
class AskTrail(Command):
    """Put into `Frame.asked` how what one pair, or one class, added there grew.

    Of a hidden unit `matrix` says which of its weights are meant.
    """

    place, beside_comparison = Place.ANYWHERE, True

    sample: int | None = None
    label: int | None = None
    matrix: MatrixName = "W1"


@dataclass(frozen=True, slots=True)
class AskDifference(Command):
    """Put what differs between two places into `Frame.asked`: each a branch and a step of it."""

    place, beside_comparison = Place.ANYWHERE, True

    first: tuple[int, int]
    second: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AskWatches(Command):
    """Put the curves of watches along steps `first` … `last` of a branch into `Frame.asked`.

    Of the branch at hand where none is named.
    """

    place, beside_comparison = Place.ANYWHERE, True

    watches: tuple[Watch, ...]
    first: int
    last: int
    branch: int | None = None


@dataclass(frozen=True, slots=True)
class FindSteps(Command):
    """Put the steps of the branch at hand that meet a condition into `Frame.asked`.

    Of the steps ``start … stop − 1`` the first `limit`, or with `newest` the last ones.
    """

    place, beside_comparison = Place.ANYWHERE, True

    condition: Breakpoint
    start: int
    stop: int
    limit: int
    newest: bool = False


@dataclass(frozen=True, slots=True)
class FindLargest(Command):
    """Put the `count` steps with the largest values of a watch into `Frame.asked`; of their
    "value", "size" or "move", see `Session.largest`."""

    place, beside_comparison = Place.ANYWHERE, True

    watch: Watch
    count: int
    start: int
    stop: int
    of: Literal["value", "size", "move"] = "value"


@dataclass(frozen=True, slots=True)
class CancelQuestion(Command):
    """Give up the question under way; what was found before stays."""

    place, beside_comparison = Place.ANYWHERE, True
