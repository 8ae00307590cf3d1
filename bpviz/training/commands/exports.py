"""To write what is known of a run for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bpviz.datasets.dataset import Part
from bpviz.training.commands.base import Command, Place


class Exported(StrEnum):
    """What can be written."""

    LOSSES = "losses"
    """Loss and gradient magnitudes of every step of the branch at hand."""
    EVALUATIONS = "evaluations"
    """What was measured of all samples along it."""
    JOURNAL = "journal"
    """What was changed along it."""
    SAMPLES = "samples"
    """Every sample, seen with the weights at this position."""
    PAIRS = "pairs"
    """The pairs that a person made."""
    WEIGHTS = "weights"
    """Both matrices at this position."""
    SCRIPT = "script"
    """The step at hand as a program."""


@dataclass(frozen=True, slots=True)
class Export(Command):
    """Write one of them to a file, in the format of its ending; training goes on meanwhile."""

    place, beside_comparison = Place.HERE, True

    what: Exported
    path: str
    count_from: int = 0
    """What the first sample, row, column, unit and class is called: 0 or 1."""
    listed: tuple[Part, tuple[int, ...]] | None = None
    """Of samples only these of one set, in this order."""
    script: str = ""
    """Which kind of program; empty for the usual one."""


@dataclass(frozen=True, slots=True)
class CancelExport(Command):
    """Give up the file that is being written; nothing of it is left."""

    place, beside_comparison = Place.ANYWHERE, True
