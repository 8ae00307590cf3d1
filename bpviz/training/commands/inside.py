"""To go inside a step."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place


@dataclass(frozen=True, slots=True)
class AdvancePhase(Command):
    """Go to the beginning of the next phase; after the update comes the next step's draw."""

    place, beside_comparison = Place.HERE, False


@dataclass(frozen=True, slots=True)
class AdvanceRow(Command):
    """Compute one row more; in a phase without rows the same as `AdvancePhase`."""

    place, beside_comparison = Place.HERE, False


@dataclass(frozen=True, slots=True)
class FinishStep(Command):
    """Complete the step at hand and stand before the next draw."""

    place, beside_comparison = Place.HERE, False


@dataclass(frozen=True, slots=True)
class BackPhase(Command):
    """Undo the phase at hand as far as it is done, or the one before it."""

    place, beside_comparison = Place.HERE, False


@dataclass(frozen=True, slots=True)
class BackRow(Command):
    """Undo one row; the reverse of `AdvanceRow`."""

    place, beside_comparison = Place.HERE, False
