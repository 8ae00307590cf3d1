"""To ask the past of a run; nothing of it touches the run.  One question at a time."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place
from bpviz.training.journal.entries import MatrixName


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
    """Put into `Frame.asked` how what one pair, or one class, added there grew."""

    place, beside_comparison = Place.ANYWHERE, True

    sample: int | None = None
    label: int | None = None


@dataclass(frozen=True, slots=True)
class AskDifference(Command):
    """Put what differs between two places into `Frame.asked`: each a branch and a step of it."""

    place, beside_comparison = Place.ANYWHERE, True

    first: tuple[int, int]
    second: tuple[int, int]


@dataclass(frozen=True, slots=True)
class CancelQuestion(Command):
    """Give up the question under way; what was found before stays."""

    place, beside_comparison = Place.ANYWHERE, True
