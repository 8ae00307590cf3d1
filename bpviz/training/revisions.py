"""Revisions: which changes can be undone, and made again."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.changes import Change, RateChange
from bpviz.training.message import Message
from bpviz.training.timeline import Branch

_KEPT = 1_000


@dataclass
class Revision:
    """One change: the run without it and with it, at the same step.

    Attributes
    ----------
    words : Message
    step : int
        From which the change acts.
    change : Change or None
    before, after : Branch
        The branches without and with it; the same one while nothing was trained since.
    journal_before, journal_after : tuple of Change
        The journal up to that step, without and with it.
    """

    words: Message
    step: int
    change: Change | None
    before: Branch
    after: Branch
    journal_before: tuple[Change, ...]
    journal_after: tuple[Change, ...]


class Revisions:
    """The changes that were made, and those that were undone."""

    def __init__(self) -> None:
        self._made: list[Revision] = []
        self._undone: list[Revision] = []

    def add(self, revision: Revision) -> None:
        """A person made a change; what was undone can no longer be made again.

        Changes of λ at the same place, as a slider makes them, count as one.
        """
        self._undone.clear()
        last = self._made[-1] if self._made else None
        if (
            last is not None
            and isinstance(last.change, RateChange)
            and isinstance(revision.change, RateChange)
            and revision.before is revision.after is last.after
            and revision.step == last.step
        ):
            last.words, last.change = revision.words, revision.change
            last.journal_after = revision.journal_after
            return
        self._made.append(revision)
        del self._made[:-_KEPT]

    def last_made(self) -> Revision | None:
        """Return what `undo` would concern."""
        return self._made[-1] if self._made else None

    def last_undone(self) -> Revision | None:
        """Return what `redo` would concern."""
        return self._undone[-1] if self._undone else None

    def undone(self, before: Branch) -> None:
        """Take note that the last change made was undone, and that `before` is now without it.

        Where that is a new branch, it has the changes made earlier, and is theirs from now on.
        """
        revision = self._made.pop()
        if revision.before is revision.after:
            _follow(self._made, revision.after, before)
        revision.before = before
        self._undone.append(revision)

    def redone(self, after: Branch) -> None:
        """Take note that the last change undone was made again, on `after`; see `undone`."""
        revision = self._undone.pop()
        if revision.before is revision.after:
            _follow(self._undone, revision.before, after)
        revision.after = after
        self._made.append(revision)

    def forget(self, branch: Branch) -> None:
        """Leave out what concerns a branch that is deleted."""
        for revisions in (self._made, self._undone):
            revisions[:] = [
                each for each in revisions if branch is not each.before and branch is not each.after
            ]


def _follow(revisions: list[Revision], old: Branch, new: Branch) -> None:
    """Let what concerns `old` concern `new`."""
    for each in revisions:
        each.before = new if each.before is old else each.before
        each.after = new if each.after is old else each.after
