"""To compare the two gradient rules."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.commands.base import Command, Place


@dataclass(frozen=True, slots=True)
class CompareRules(Command):
    """Train `steps` steps with the exact rule and as many with the printed one, each on a branch.

    Both begin at the same weights and draw the same pairs: at step 0, or at the step at hand.  The
    run ends paused on the exact one.  Where both are there already from such a trial, they are
    trained on until they have done `steps`.
    """

    place, beside_comparison = Place.HERE, False

    steps: int
    from_start: bool = True
