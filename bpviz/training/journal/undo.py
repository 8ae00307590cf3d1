"""Revisions: which changes can be undone, and made again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bpviz.training.journal.entries import Change, RateChange
from bpviz.training.journal.journal import Journal
from bpviz.training.message import Message

_KEPT = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Revision:
    """One change, or one gesture: the run without it and with it, at the same step.

    Attributes
    ----------
    made : Message
        What was done, in words.
    step : int
        From which it acts.
    change : Change or None
        The last, of a gesture.
    before, after : int
        Numbers of the branches without and with it; the same one while nothing was trained since.
    journal_before, journal_after : Journal
        The journal without and with it.
    """

    made: Message
    step: int
    change: Change | None
    before: int
    after: int
    journal_before: Journal
    journal_after: Journal

    @property
    def words(self) -> Message:
        """The change in words, λ with what it was before: "λ 0.1 → 63"."""
        if not isinstance(self.change, RateChange):
            return self.made
        before = self.journal_before.rate(self.step)
        after = self.change.learning_rate
        return Message.of("λ {before:.4g} → {after:.4g}", before=before, after=after)

    def goes_on_with(self, later: Revision) -> bool:
        """Whether `later` is more of the same: λ changed by one gesture, or in one place."""
        one, other = self.change, later.change
        if not isinstance(one, RateChange) or not isinstance(other, RateChange):
            return False
        together = one.gesture == other.gesture and (other.gesture > 0 or later.step == self.step)
        return together and later.before == later.after == self.after


@dataclass(frozen=True, slots=True, eq=False)
class Revisions:
    """The changes that were made, and those that were undone, the last of each at the end.

    Immutable: each method returns what is so afterwards.
    """

    made: tuple[Revision, ...] = ()
    undone: tuple[Revision, ...] = ()

    def with_made(self, revision: Revision) -> Revisions:
        """A person made a change; what was undone can no longer be made again."""
        if self.made and self.made[-1].goes_on_with(revision):
            whole = replace(
                self.made[-1],
                made=revision.made,
                change=revision.change,
                journal_after=revision.journal_after,
            )
            return Revisions((*self.made[:-1], whole))
        return Revisions((*self.made, revision)[-_KEPT:])

    def with_undone(self, before: int) -> Revisions:
        """The last change made was undone, and branch `before` is now without it.

        Where that is a new branch, it has the changes made earlier, and is theirs from now on.
        """
        made, revision = self.made[:-1], self.made[-1]
        if revision.before == revision.after:
            made = _followed(made, revision.after, before)
        return Revisions(made, (*self.undone, replace(revision, before=before)))

    def with_redone(self, after: int) -> Revisions:
        """The last change undone was made again, on branch `after`; see `with_undone`."""
        undone, revision = self.undone[:-1], self.undone[-1]
        if revision.before == revision.after:
            undone = _followed(undone, revision.before, after)
        return Revisions((*self.made, replace(revision, after=after)), undone)

    def without(self, branch: int) -> Revisions:
        """Leave out what concerns a branch that is deleted."""
        made, undone = (
            tuple(each for each in revisions if branch not in (each.before, each.after))
            for revisions in (self.made, self.undone)
        )
        return Revisions(made, undone)


def _followed(revisions: tuple[Revision, ...], old: int, new: int) -> tuple[Revision, ...]:
    """Let what concerns branch `old` concern `new`."""
    if old == new:
        return revisions
    return tuple(
        replace(
            each,
            before=new if each.before == old else each.before,
            after=new if each.after == old else each.after,
        )
        for each in revisions
    )
