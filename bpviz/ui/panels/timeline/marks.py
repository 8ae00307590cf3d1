"""Marks on a timeline: what happened at which step, and which of them share a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from operator import attrgetter

import numpy as np

from bpviz.network.types import Ints
from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo, HitInfo, JournalInfo
from bpviz.training.journal.entries import Hold, Pin, RateChange, RuleChange, Skip, WeightEdit
from bpviz.training.message import Message
from bpviz.ui.core.formatting import NOTHING, count, translated, translator
from bpviz.ui.panels.timeline.axis import StepRange

MOST_TEXTS = 8
"""Most marks of one place that are told one by one."""


class MarkKind(IntEnum):
    """What a mark stands for; of several at one place the greatest is drawn."""

    OTHER = 0
    RATE = 1
    RULE = 2
    SAMPLE = 3
    WEIGHT = 4
    FORK = 5
    HIT = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at `step`; `source` is the note that tells of it.

    `branch` is the number of the branch whose colour a fork has; `leaves` is the name of the parent
    where the current branch begins, None at any other mark.
    """

    step: int
    kind: MarkKind
    source: JournalInfo | HitInfo | BranchInfo
    branch: int = 0
    leaves: str | None = None

    def words(self) -> str:
        """Return what happened, translated."""
        note = self.source
        if isinstance(note, BranchInfo):
            if self.leaves is not None:
                return _tr("{branch} begins here: it forks from {parent}").format(
                    branch=translated(note.name), parent=translated(self.leaves)
                )
            return _tr("{branch} forks here").format(branch=translated(note.name))
        if isinstance(note, HitInfo):
            return _tr("stopped by breakpoint {number}: {text}").format(
                number=note.number, text=translated(note.text)
            )
        return translated(note.text)

    def sentence(self) -> str:
        """Return step and words."""
        if isinstance(self.source, JournalInfo):
            text = _tr("From step {step}: {text}")
        else:
            text = _tr("Step {step}: {text}")
        return text.format(step=count(self.step), text=self.words())


_tr = translator("TimelineMarks")


def kind_of(note: JournalInfo) -> MarkKind:
    """Return the kind of a journal entry's mark."""
    match note.change:
        case RateChange():
            return MarkKind.RATE
        case RuleChange():
            return MarkKind.RULE
        case Pin() | Hold() | Skip():
            return MarkKind.SAMPLE
        case WeightEdit():
            return MarkKind.WEIGHT
    return MarkKind.OTHER


class MarkRow:
    """Marks by rising step, and the places where they are drawn."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: mark.step))
        self.steps: Ints = np.array([mark.step for mark in self.marks], dtype=np.int64)
        self.kinds: Ints = np.array([mark.kind for mark in self.marks], dtype=np.int64)

    def followed_by(self, kept: int, marks: Sequence[Mark]) -> MarkRow:
        """Return a row of the first `kept` marks and of others, which all come after them."""
        rest, whole = MarkRow(marks), MarkRow()
        whole.marks = self.marks[:kept] + rest.marks
        whole.steps = np.concatenate([self.steps[:kept], rest.steps])
        whole.kinds = np.concatenate([self.kinds[:kept], rest.kinds])
        return whole

    def spots(self, shown: StepRange, width: float, apart: float = 5.0) -> list[Spot]:
        """Return the places of the marks within `shown`, along `width` pixels, from the left.

        Marks less than `apart` pixels behind the first of a place belong to it.
        """
        low, high = np.searchsorted(self.steps, (shown.first, shown.last + 1))
        places = shown.shares(self.steps[low:high]) * width
        found: list[Spot] = []
        at, end = 0, len(places)
        while at < end:
            after = int(np.searchsorted(places, places[at] + apart))
            found.append(
                Spot(float(places[at]), self, int(low) + at, int(low) + max(after, at + 1))
            )
            at = max(after, at + 1)
        return found


@dataclass(frozen=True, slots=True)
class Spot:
    """Marks `low` … `high` − 1 of a row, drawn as one at `x` pixels."""

    x: float
    row: MarkRow
    low: int
    high: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks."""
        return self.row.marks[self.low : self.high]

    def face(self) -> Mark:
        """Return the mark that is drawn for all of them."""
        return self.row.marks[self.low + int(self.row.kinds[self.low : self.high].argmax())]

    def next_step(self, step: int) -> int:
        """Return the step that a click goes to when the run stands at `step`.

        That is the next mark of this place, and the first one after the last.
        """
        steps = self.row.steps[self.low : self.high]
        behind = int(np.searchsorted(steps, step, side="right"))
        inside = 0 < behind < len(steps) and int(steps[behind - 1]) == step
        return int(steps[behind if inside else 0])

    def sentences(self) -> list[str]:
        """Return what there is to say, at most `MOST_TEXTS` marks one by one."""
        size = self.high - self.low
        told = size if size <= MOST_TEXTS else MOST_TEXTS - 1
        lines = [mark.sentence() for mark in self.row.marks[self.low : self.low + told]]
        if told < size:
            lines.append(_tr("and {n} more").format(n=count(size - told)))
        return lines


def journal_marks(notes: Sequence[JournalInfo], rate: float) -> list[Mark]:
    """Return a mark for each entry of the journal, and one for all of a gesture.

    `rate` is the λ that the run began with.
    """
    marks: list[Mark] = []
    before, gesture = rate, 0
    for note in notes:
        change = note.change
        if not isinstance(change, RateChange):
            gesture = 0
        elif change.gesture > 0 and change.gesture == gesture:
            words = Message.of(
                "λ: {before:.4g} → {after:.4g}", before=before, after=change.learning_rate
            )
            first = marks[-1]
            marks[-1] = replace(first, source=replace(note, step=first.step, text=words))
            rate = change.learning_rate
            continue
        else:
            before, gesture, rate = rate, change.gesture, change.learning_rate
        marks.append(Mark(note.step, kind_of(note), note))
    return marks


def continued(
    row: MarkRow, old: Sequence[JournalInfo], new: Sequence[JournalInfo], rate: float
) -> MarkRow:
    """Return the marks of `new`, of which `row` has those of `old`.

    Only what comes after their common beginning is made: a journal may be long, and a drag of λ
    adds to it with every frame.  An entry that is in both is the same object, and so are all
    entries before it.  `rate` is the λ that the run began with.
    """
    same = bisect_left(range(min(len(old), len(new))), True, key=lambda at: old[at] is not new[at])
    while same > 0 and not (_ends_at(old, same) and _ends_at(new, same)):
        same -= 1
    earlier = (new[at].change for at in range(same - 1, -1, -1))
    before = next((c.learning_rate for c in earlier if isinstance(c, RateChange)), rate)
    kept = int(np.searchsorted(row.steps, new[same - 1].step, side="right")) if same else 0
    return row.followed_by(kept, journal_marks(new[same:], before))


def _ends_at(notes: Sequence[JournalInfo], count: int) -> bool:
    """Whether the first `count` entries are whole steps, and no gesture that may go on."""
    last = notes[count - 1]
    if isinstance(last.change, RateChange) and last.change.gesture > 0:
        return False
    return count == len(notes) or last.step < notes[count].step


def hit_marks(hits: Sequence[HitInfo]) -> list[Mark]:
    """Return a mark for each hit of a breakpoint."""
    return [Mark(hit.step, MarkKind.HIT, hit) for hit in hits]


def fork_marks(frame: Frame) -> list[Mark]:
    """Return a mark for where the current branch left its parent, and for each of its children."""
    names = {branch.number: branch.name for branch in frame.branches}
    found = []
    for branch in frame.branches:
        if branch.number == frame.branch and branch.parent is not None:
            parent = names.get(branch.parent, NOTHING)
            found.append(Mark(branch.fork, MarkKind.FORK, branch, branch.number, parent))
        elif branch.parent == frame.branch and branch.number != frame.branch:
            found.append(Mark(branch.fork, MarkKind.FORK, branch, branch.number))
    return found


_shape = attrgetter("number", "name", "parent", "fork", "tip", "change")


class MarkCache:
    """Turns frames into rows of marks and into branches.

    Attributes
    ----------
    rows : tuple of MarkRow
        Entries of the journal, hits of breakpoints, forks; the same objects while they stay.
    branches : tuple of BranchNote
        Likewise the same object while no branch changes.
    """

    def __init__(self) -> None:
        self.rows = (MarkRow(), MarkRow(), MarkRow())
        self.branches: tuple[BranchInfo, ...] = ()
        self._journal: tuple[JournalInfo, ...] = ()
        self._hits: tuple[HitInfo, ...] = ()
        self._forks: object = None

    def show(self, frame: Frame) -> None:
        """Take over what a frame says."""
        journal, hits, forks = self.rows
        if frame.journal is not self._journal and frame.journal != self._journal:
            rate = frame.settings.learning_rate
            journal = continued(journal, self._journal, frame.journal, rate)
        if frame.hits is not self._hits and frame.hits != self._hits:
            hits = MarkRow(hit_marks(frame.hits))
        shapes = [_shape(branch) for branch in frame.branches]
        if (frame.branch, shapes) != self._forks:
            self._forks = (frame.branch, shapes)
            self.branches = frame.branches
            fresh = fork_marks(frame)
            if [(m.step, m.branch, m.words()) for m in fresh] != [
                (m.step, m.branch, m.words()) for m in forks.marks
            ]:
                forks = MarkRow(fresh)
        self._journal, self._hits, self.rows = frame.journal, frame.hits, (journal, hits, forks)

    def marks(self) -> list[Mark]:
        """Return entries and hits in one list, by rising step."""
        journal, hits, _ = self.rows
        return sorted([*journal.marks, *hits.marks], key=lambda mark: mark.step)
