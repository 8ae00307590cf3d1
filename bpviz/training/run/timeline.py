"""Branches of a run: a journal of what a person changed, and the record of every step.

The state at any step is the nearest keyframe, the journal, and a replay; a branch says what the
journal and the record are.  Going back keeps the future; a change made before the end of what
is recorded forks a new branch, which shares the past.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bpviz.network.types import Floats
from bpviz.training.journal.journal import NEVER, Journal
from bpviz.training.message import Message
from bpviz.training.quantities import Curves
from bpviz.training.record.hits import Hits
from bpviz.training.record.record import Record

__all__ = ["NEVER", "Branch", "Lineage", "usual_name"]


@dataclass(frozen=True, eq=False)
class Lineage:
    """A branch by its number, and the one that it left at step `fork`, if any."""

    number: int
    parent: Lineage | None = field(default=None, repr=False)  # a chain may be long
    fork: int = 0


@dataclass(frozen=True, eq=False)
class Branch:
    """One way the run went, from step 0 to the end of its record.

    What a person decides is immutable: a branch that is changed or renamed is another object with
    the same number.  What is measured along it, record and curves, is shared by all of these and
    only added to, but for what an edit of a weight makes void.

    Attributes
    ----------
    lineage : Lineage
        Its number, counting up, and the branches it comes from.
    journal : Journal
        What the parents had before the fork is in it.
    taken_along : Journal
        What it had of that when it was forked.
    record : Record
        Of every step, the shared past included.
    curves : Curves
        What was measured now and then.
    hits : Hits
        Where breakpoints stopped it.
    name : str
    """

    lineage: Lineage
    journal: Journal
    taken_along: Journal
    record: Record = field(default_factory=Record)
    curves: Curves = field(default_factory=Curves)
    hits: Hits = field(default_factory=Hits)
    name: str = ""

    @classmethod
    def first(cls, number: int, journal: Journal) -> Branch:
        """Return the branch with which a run begins."""
        return cls(Lineage(number), journal, journal, name=usual_name(number))

    @property
    def number(self) -> int:
        """Its identity."""
        return self.lineage.number

    @property
    def parent(self) -> Lineage | None:
        """The branch it left."""
        return self.lineage.parent

    @property
    def fork(self) -> int:
        """The step at which it left that."""
        return self.lineage.fork

    def __repr__(self) -> str:
        left = "" if self.parent is None else f", which left {self.parent.number} at {self.fork}"
        return f"<Branch {self.number} {str(self.name)!r} of {self.tip} steps{left}>"

    @property
    def tip(self) -> int:
        """Updates that this branch has ever done."""
        return self.record.end

    def forked(self, number: int, step: int, exact: Floats) -> Branch:
        """Return a new branch that leaves this one at `step`; `exact` as for `Record.cut`."""
        journal = self.journal.until(step)
        return Branch(
            lineage=Lineage(number, self.lineage, step),
            journal=journal,
            taken_along=journal,
            record=self.record.cut(step, exact),
            curves=self.curves.cut(step),
            hits=self.hits.cut(step),
            name=usual_name(number),
        )


def usual_name(number: int) -> Message:
    """Return what a branch is called that nobody has named."""
    return Message.of("Branch {number}", number=number + 1)
