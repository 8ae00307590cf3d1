"""Branches of a run: a journal of what a person changed, and the record of every step.

The state at any step is the nearest keyframe, the journal, and a replay; a branch says what the
journal and the record are.  Going back keeps the future; a change made before the end of what
is recorded forks a new branch, which shares the past.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from bpviz.network.types import Floats
from bpviz.training.changes import RateChange
from bpviz.training.curves import PointCurve
from bpviz.training.record import Record

NEVER = 2**63 - 1
"""A step that no run reaches."""


@dataclass(eq=False)
class Branch:
    """One way the run went, from step 0 to the end of its record.

    Attributes
    ----------
    number : int
        0 for the first branch, then counting up.
    parent : Branch or None
        The branch it left, at step `fork`.
    journal : list of RateChange
        By rising step, one per step, beginning with the settings' λ at step 0; what the parents
        had before the fork is in it.
    record : Record
        Of every step, the shared past included.
    train_curve, test_curve : PointCurve
    """

    number: int
    parent: Branch | None
    fork: int
    journal: list[RateChange]
    record: Record = field(default_factory=Record)
    train_curve: PointCurve = field(default_factory=PointCurve)
    test_curve: PointCurve = field(default_factory=PointCurve)

    @property
    def tip(self) -> int:
        """Updates that this branch has ever done."""
        return self.record.end

    def rate_at(self, step: int) -> tuple[float, int]:
        """Return λ of the update after `step` updates, and the step of the next change."""
        at = bisect_right(self.journal, step, key=lambda change: change.step)
        end = self.journal[at].step if at < len(self.journal) else NEVER
        return self.journal[at - 1].learning_rate, end

    def note(self, change: RateChange) -> None:
        """Enter a change at the tip; it takes the place of an earlier one there."""
        while self.journal and self.journal[-1].step >= change.step:
            self.journal.pop()
        self.journal.append(change)

    def forked(self, number: int, step: int, exact: Floats) -> Branch:
        """Return a new branch that leaves this one at `step`; `exact` as for `Record.cut`."""
        return Branch(
            number=number,
            parent=self,
            fork=step,
            journal=[change for change in self.journal if change.step <= step],
            record=self.record.cut(step, exact),
            train_curve=self.train_curve.cut(step),
            test_curve=self.test_curve.cut(step),
        )
