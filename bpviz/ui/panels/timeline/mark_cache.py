"""TimelineRecord: the marks of a run, made anew only where something new happened."""

from __future__ import annotations

from operator import attrgetter

from bpviz.training.events import Frame
from bpviz.training.notes import BranchNote, HitNote, JournalNote
from bpviz.ui.panels.timeline.marks import Mark, MarkRow, continued, fork_marks, hit_marks

_shape = attrgetter("number", "name", "parent", "fork", "tip", "change")


class TimelineRecord:
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
        self.branches: tuple[BranchNote, ...] = ()
        self._journal: tuple[JournalNote, ...] = ()
        self._hits: tuple[HitNote, ...] = ()
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
