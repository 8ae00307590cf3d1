"""Branches of a run: a journal of what a person changed, and the record of every step.

The state at any step is the nearest keyframe, the journal, and a replay; a branch says what the
journal and the record are.  Going back keeps the future; a change made before the end of what
is recorded forks a new branch, which shares the past.
"""

from __future__ import annotations

from bisect import insort_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.training.changes import Change, Skip, WeightEdit
from bpviz.training.curves import CosineCurve, PointCurve
from bpviz.training.hits import Hits
from bpviz.training.message import Message
from bpviz.training.record import Record
from bpviz.training.schedule import NEVER, Schedule

__all__ = ["NEVER", "Branch"]


@dataclass(eq=False)
class Branch:
    """One way the run went, from step 0 to the end of its record.

    Attributes
    ----------
    number : int
        Its identity, counting up.
    parent : Branch or None
        The branch it left, at step `fork`.
    journal : list of Change
        By rising step, beginning with the settings' λ at step 0; what the parents had before the
        fork is in it.  For reading only, see `note`.
    rule : GradientRule
        The settings' rule.
    record : Record
        Of every step, the shared past included.
    train_curve, test_curve : PointCurve
    cosine_curve : CosineCurve
    hits : Hits
        Where breakpoints stopped it.
    name : str
    """

    number: int
    parent: Branch | None
    fork: int
    journal: list[Change]
    rule: GradientRule = GradientRule.EXACT
    record: Record = field(default_factory=Record)
    train_curve: PointCurve = field(default_factory=PointCurve)
    test_curve: PointCurve = field(default_factory=PointCurve)
    cosine_curve: CosineCurve = field(default_factory=CosineCurve)
    hits: Hits = field(default_factory=Hits)
    name: str = ""
    _schedule: Schedule | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.name = self.name or Message.of("Branch {number}", number=self.number + 1)

    @property
    def tip(self) -> int:
        """Updates that this branch has ever done."""
        return self.record.end

    @property
    def schedule(self) -> Schedule:
        """What the journal says of each step."""
        if self._schedule is None:
            self._schedule = Schedule(self.journal, self.rule)
        return self._schedule

    def note(self, change: Change) -> None:
        """Enter a change at the tip; it takes the place of one of the same thing there."""
        journal = list(self.journal)
        for at, old in enumerate(journal):
            if old.step == change.step and _replaces(change, old):
                journal[at] = change
                break
        else:
            insort_right(journal, change, key=lambda old: old.step)
        self.rewrite(journal)

    def rewrite(self, journal: Sequence[Change]) -> None:
        """Take another journal, which may differ from the old one only from the tip on."""
        self.journal = list(journal)
        self._schedule = None

    def forked(self, number: int, step: int, exact: Floats) -> Branch:
        """Return a new branch that leaves this one at `step`; `exact` as for `Record.cut`."""
        return Branch(
            number=number,
            parent=self,
            fork=step,
            journal=[change for change in self.journal if change.step <= step],
            rule=self.rule,
            record=self.record.cut(step, exact),
            train_curve=self.train_curve.cut(step),
            test_curve=self.test_curve.cut(step),
            cosine_curve=self.cosine_curve.cut(step),
            hits=self.hits.cut(step),
        )


def _replaces(new: Change, old: Change) -> bool:
    """Whether `new`, at the same step, leaves nothing of `old`."""
    if type(new) is not type(old) or isinstance(new, Skip):
        return False
    if isinstance(new, WeightEdit) and isinstance(old, WeightEdit):
        return (new.matrix, new.row, new.column) == (old.matrix, old.row, old.column)
    return True
