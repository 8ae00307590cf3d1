"""BranchInfos: what a frame says of the branches, made anew only where something changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bpviz.training.commands import Subscribe
from bpviz.training.infos import BranchCurve, BranchInfo, ComparedCurves, Comparison, TestInfo
from bpviz.training.message import Message
from bpviz.training.quantities import TEST_CURVE, Need
from bpviz.training.run.timeline import Branch
from bpviz.worker.runs import Run, Runs

_CURVES = 60
"""Most curves of other branches that a frame holds, the newest ones."""
_BUCKETS = 500


class BranchInfos:
    """Keeps notes and curves by branch."""

    def __init__(self) -> None:
        self._notes: dict[int, tuple[object, BranchInfo]] = {}
        self._all: tuple[object, tuple[BranchInfo, ...]] | None = None
        self._compared: tuple[object, Comparison] | None = None

    def notes(self, runs: Runs, watch: Subscribe) -> tuple[BranchInfo, ...]:
        """Return the notes of all branches of all runs."""
        if runs.current is None:
            return ()
        session = runs.current.session
        old = runs.branches_of_old()
        newest = session.branches[-_CURVES:]
        key = (
            tuple(branch for _, branch in old),
            tuple((branch, branch.tip) for branch in session.branches),
            session.branch.number,
            session.branch.curves[TEST_CURVE].shown(),
            Need.BRANCHES in watch.needs,
            watch.history_range,
        )
        if self._all is not None and self._all[0] == key:
            return self._all[1]
        made = [self._note(run, branch, None) for run, branch in old]
        for branch in session.branches:
            asked = Need.BRANCHES in watch.needs
            wanted = asked and branch is not session.branch and branch in newest
            made.append(self._note(runs.current, branch, watch if wanted else None))
        living = {note.number for note in made}
        self._notes = {number: kept for number, kept in self._notes.items() if number in living}
        self._all = key, tuple(made)
        return self._all[1]

    def _note(self, run: Run, branch: Branch, watch: Subscribe | None) -> BranchInfo:
        window = None if watch is None else watch.history_range
        living = branch.parent is not None and run.session.has_branch(branch.parent.number)
        at_hand = branch is run.session.branch
        test = branch.curves[TEST_CURVE].shown() if at_hand else None
        key = (branch, branch.tip, watch is not None, window, living, test)
        known = self._notes.get(branch.number)
        if known is not None and known[0] == key:
            return known[1]
        note = BranchInfo(
            branch.number,
            branch.name,
            branch.parent.number if living and branch.parent is not None else None,
            branch.fork,
            branch.tip,
            _why(branch),
            None if watch is None else _curve(branch, window),
            run.info,
            branch.journal.rate(branch.tip),
            branch.journal.rule(branch.tip),
            _tested(branch),
            run.seconds.get(branch.number, 0.0),
        )
        self._notes[branch.number] = key, note
        return note

    def compared(
        self, runs: Runs, comparison: Comparison | None, watch: Subscribe
    ) -> Comparison | None:
        """Return a comparison with the curves of both branches as they are now, where watched."""
        if comparison is None or Need.BRANCHES not in watch.needs:
            return comparison
        numbers = comparison.first, comparison.second
        branches = [runs.of_branch(number).session.branch_of(number) for number in numbers]
        tests = [branch.curves[TEST_CURVE].shown() for branch in branches]
        key = (comparison, *((branch, branch.tip) for branch in branches), *tests)
        if self._compared is None or self._compared[0] != key:
            first, second = (
                ComparedCurves(
                    _curve(branch, (0, branch.tip), 0), test.steps, test.loss, test.accuracy
                )
                for branch, test in zip(branches, tests, strict=True)
            )
            self._compared = key, replace(comparison, curves=(first, second))
        return self._compared[1]


def _why(branch: Branch) -> str:
    """Return what was changed where the branch left its parent."""
    if branch.parent is None:
        return ""
    there = branch.taken_along.at(branch.fork)
    changed = [change for change in branch.journal.at(branch.fork) if change not in there]
    return changed[-1].words() if changed else Message.of("a change taken back")


def _tested(branch: Branch) -> TestInfo | None:
    """Return the last measurement on the test set that is the branch's own."""
    curve = branch.curves[TEST_CURVE].shown()
    at = int(np.searchsorted(curve.steps, branch.tip, side="right")) - 1
    if at < 0:
        return None
    step = int(curve.steps[at])
    if branch.parent is not None and step <= branch.fork and step < branch.tip:
        return None  # of what it shares with its parent
    return TestInfo(step, float(curve.loss[at]), float(curve.accuracy[at]))


def _curve(
    branch: Branch, window: tuple[int, int] | None, begin: int | None = None
) -> BranchCurve | None:
    """Return the loss within `window`, from `begin` or the fork on."""
    first, last = window or (0, branch.tip)
    first, last = max(first, branch.fork if begin is None else begin), min(last, branch.tip)
    if last <= first:
        return None
    view = branch.record.view(first, last, _BUCKETS)
    return BranchCurve(view.starts, view.width, view.loss.mean)
