"""To check the gradient; nothing of it touches the run."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.rules import GradientRule
from bpviz.training.commands.base import Command, Place
from bpviz.training.journal.entries import MatrixName


@dataclass(frozen=True, slots=True)
class CheckGradient(Command):
    """Compare the gradient of the pair shown, at this position, with central differences.

    The pair is that of `Frame.selected`, else that of the step at hand.

    Attributes
    ----------
    rule : GradientRule or None
        Formula of the closed form; None is that of the step at hand.
    row : (str, int) or None
        Matrix and row that are compared whole where the network is too large for every weight.
    """

    place, beside_comparison = Place.HERE, True

    rule: GradientRule | None = None
    row: tuple[MatrixName, int] | None = None


@dataclass(frozen=True, slots=True)
class CancelCheck(Command):
    """Give up the check under way; the one before it stays."""

    place, beside_comparison = Place.ANYWHERE, True


@dataclass(frozen=True, slots=True)
class SweepWeight(Command):
    """Show the error of one weight against the step size: its matrix, row and column.

    None is the weight with the largest error.
    """

    place, beside_comparison = Place.ANYWHERE, True

    weight: tuple[MatrixName, int, int] | None
