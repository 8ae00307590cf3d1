"""PairedRunPlan: which two branches a trial compares, from where, and how far they have come."""

from __future__ import annotations

from bisect import bisect_right

from bpviz.network.rules import GradientRule
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.evaluation.rule_infos import PairedRunInfo, PairedSide, RuleCosines
from bpviz.training.infos import BranchCurve
from bpviz.training.journal.entries import RateChange
from bpviz.training.journal.journal import NEVER, Journal
from bpviz.training.message import Message
from bpviz.training.quantities import COSINES, TEST_CURVE
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session

LAST = NEVER
"""The last step there can be."""

_BUCKETS = 500
_MEAN = 1_000  # steps of the mean loss


class PlannedSide:
    """One of the two branches.

    Attributes
    ----------
    rule : GradientRule
    number : int or None
        Of its branch; None before its turn.
    journal : Journal or None
        As it was made: whoever changes anything afterwards has another experiment.
    ended : str
        Why it ended before its goal, in words.
    """

    def __init__(self, rule: GradientRule, session: Session) -> None:
        self.rule = rule
        self._session = session
        self.number: int | None = None
        self.journal: Journal | None = None
        self.ended = ""
        self._note: tuple[object, PairedSide] | None = None

    @property
    def branch(self) -> Branch | None:
        """Its branch; None before its turn."""
        return None if self.number is None else self._session.branch_of(self.number)

    def begin(self, name: str) -> None:
        """Make its branch where the session stands."""
        branch = self._session.branch_off(self.rule, name)
        self.number, self.journal = branch.number, branch.journal

    def finished(self, goal: int) -> bool:
        """Whether it has nothing more to do on the way to step `goal`."""
        return bool(self.ended) or (self.branch is not None and self.branch.tip >= goal)

    def note(self, start: int) -> PairedSide:
        """Return what a frame says of it, the same object while nothing has changed."""
        branch = self.branch
        if branch is None:
            nothing = Branch.first(-1, Journal([RateChange(0, 1.0)]))
            return PairedSide(
                self.rule, -1, "", start, None, float("nan"), *_curves(nothing), self.ended
            )
        cosines, test = _curves(branch)
        key = (branch.name, branch.tip, cosines, test, self.ended)
        if self._note is None or self._note[0] != key:
            record, tip = branch.record, branch.tip
            curve = None
            if tip > start:
                view = record.view(start, tip, _BUCKETS)
                curve = BranchCurve(view.starts, view.width, view.loss.mean)
            newest = record.raw(max(record.exact_from, tip - _MEAN), tip)[0]
            mean = float(newest.mean()) if newest.size else float("nan")
            note = PairedSide(
                self.rule,
                branch.number,
                branch.name,
                tip,
                curve,
                mean,
                cosines,
                test,
                self.ended,
            )
            self._note = key, note
        return self._note[1]


class PairedRunPlan:
    """Two branches that leave the one at hand at step `start`.

    Attributes
    ----------
    session : Session
    origin : Branch
        The one that they leave.
    start, steps : int
    sides : (Side, Side)
        The exact rule, and the printed one.
    """

    def __init__(self, session: Session, start: int) -> None:
        self.session = session
        self.origin = session.branch
        self.start = start
        self.steps = 0
        self.sides = (
            PlannedSide(GradientRule.EXACT, session),
            PlannedSide(GradientRule.AS_PRINTED, session),
        )
        self._past = self.origin.journal.until(start)
        self._stages: tuple[object, tuple[int, ...]] | None = None

    @property
    def goal(self) -> int:
        """The step to which both shall come."""
        return self.start + self.steps

    @property
    def fraction(self) -> float:
        """Share of the steps that are done, 0 … 1."""
        done = 0
        for side in self.sides:
            tip = self.start if side.branch is None else side.branch.tip
            done += self.steps if side.ended else min(tip - self.start, self.steps)
        return done / max(2 * self.steps, 1)

    def exists(self) -> bool:
        """Whether every branch that was made is still there."""
        made = (side.number for side in self.sides if side.number is not None)
        return all(map(self.session.has_branch, made))

    def goes_on(self, session: Session, start: int) -> bool:
        """Whether a trial from step `start` of the branch at hand is this one once more."""
        if session is not self.session or start != self.start or not self.exists():
            return False
        origin = self.origin.number
        if session.branch.number not in (origin, *(side.number for side in self.sides)):
            return False
        if session.has_branch(origin):
            self.origin = session.branch_of(origin)
        elif any(side.number is None for side in self.sides):
            return False
        untouched = all(
            side.branch is None or side.branch.journal == side.journal for side in self.sides
        )
        return untouched and self._past == self.origin.journal.until(start)

    def done(self, steps: int) -> bool:
        """Whether both branches have come as far already."""
        return all(
            side.branch is not None and side.branch.tip >= self.start + steps for side in self.sides
        )

    def next_side(self) -> PlannedSide | None:
        """Return the side whose turn it is, the printed rule first; None if both are done."""
        waiting = (side for side in reversed(self.sides) if not side.finished(self.goal))
        return next(waiting, None)

    def stages(self, count: int) -> tuple[int, ...]:
        """Return `count` steps on the way to the goal, nearer to one another at its beginning."""
        key = (self.steps, count)
        if self._stages is None or self._stages[0] != key:
            squares = {self.start + self.steps * i * i // (count * count) for i in range(count + 1)}
            self._stages = key, tuple(sorted(squares))
        return self._stages[1]

    def next_stage(self, step: int, count: int) -> int:
        """Return the first of `stages` beyond `step`, at most the goal."""
        stages = self.stages(count)
        at = bisect_right(stages, step)
        return stages[at] if at < len(stages) else self.goal

    def name_of(self, side: PlannedSide) -> Message:
        """Return a name for the branch of `side` that no branch of the run has yet."""
        exact = side.rule is GradientRule.EXACT
        name = Message.of("exact") if exact else Message.of("as printed")
        if self.start > 0:
            name = (
                Message.of("exact from step {step}", step=self.start)
                if exact
                else Message.of("as printed from step {step}", step=self.start)
            )
        taken = {branch.name for branch in self.session.branches}
        number, free = 1, name
        while free in taken:
            number += 1
            free = Message.of("{name} ({number})", name=name, number=number)
        return free

    def note(self, training: GradientRule | None) -> PairedRunInfo:
        """Return what a frame says of it."""
        exact, printed = (side.note(self.start) for side in self.sides)
        return PairedRunInfo(self.start, self.steps, (exact, printed), training)


def _curves(branch: Branch) -> tuple[RuleCosines, Evaluations]:
    return branch.curves[COSINES].shown(), branch.curves[TEST_CURVE].shown()
