"""Changes of the run: each goes to the journal of the branch."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.rules import GradientRule
from bpviz.training.commands.base import Command, Place
from bpviz.training.journal.entries import MatrixName
from bpviz.training.pairs.custom_pair import CustomPair


@dataclass(frozen=True, slots=True)
class SetGradientRule(Command):
    """Let δ1 follow `rule` from the step at hand on."""

    place, beside_comparison = Place.HERE, False
    kept_for_data = True

    rule: GradientRule


@dataclass(frozen=True, slots=True)
class TrainNext(Command):
    """Let the step at hand (if its update has begun: the next one) train on pair `sample`."""

    place, beside_comparison = Place.HERE, False

    sample: int


@dataclass(frozen=True, slots=True)
class TrainOwn(Command):
    """Let the step at hand train on a pair that a person made."""

    place, beside_comparison = Place.HERE, False

    pair: CustomPair


@dataclass(frozen=True, slots=True)
class HoldSample(Command):
    """Train on pair `sample` from the step at hand on; None draws again."""

    place, beside_comparison = Place.HERE, False

    sample: int | None


@dataclass(frozen=True, slots=True)
class SkipSample(Command):
    """Leave out the pair of the step at hand."""

    place, beside_comparison = Place.HERE, False


@dataclass(frozen=True, slots=True)
class EditWeight(Command):
    """Set one weight; rows and columns count from 0."""

    place, beside_comparison = Place.HERE, False

    matrix: MatrixName
    row: int
    column: int
    value: float


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Stand where the last change was made, without it."""

    place, beside_comparison = Place.ANYWHERE, False


@dataclass(frozen=True, slots=True)
class Redo(Command):
    """Make the change again that was undone last."""

    place, beside_comparison = Place.ANYWHERE, False
