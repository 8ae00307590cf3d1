"""Branching: the ways a run went, how to stand on another, and what differs between two."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Protocol

import numpy as np

from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.training.infos import Comparison
from bpviz.training.journal.journal import Journal
from bpviz.training.journal.undo import Revisions
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome
from bpviz.training.record.hits import Hits
from bpviz.training.run.context import RunContext
from bpviz.training.run.engine import Engine
from bpviz.training.run.follower import Follower
from bpviz.training.run.navigation import Navigation
from bpviz.training.run.recorded_steps import RecordedSteps
from bpviz.training.run.run_state import Deleted, Tick
from bpviz.training.run.timeline import Branch, usual_name
from bpviz.training.settings import SettingsError, check_count

DETAILED = 32
"""So many branches, the newest, keep the detail of their record; the older ones a part of it."""

_COARSE = (2**10, 2**10)  # steps kept exactly, and buckets of each width
MEAN_STEPS = 1_000
"""Steps whose loss is averaged for a comparison."""

MAX_NAME = 60
"""Longest name of a branch."""


class Compared(Protocol):
    """A run of which a branch can be compared."""

    def branch_of(self, number: int) -> Branch:
        """See `Branching.branch_of`."""

    def network_at(self, number: int, step: int) -> Network:
        """See `Branching.network_at`."""

    def mean_loss(self, number: int, step: int) -> float:
        """See `Branching.mean_loss`."""


class Branching:
    """All branches of a run.

    Parameters
    ----------
    run : RunContext
    navigation : Navigation
        Of this run.
    """

    def __init__(self, run: RunContext, navigation: Navigation) -> None:
        self._run = run
        self._navigation = navigation

    @property
    def branch(self) -> Branch:
        """The branch it stands on."""
        return self._run.branch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Every way this run went, oldest first."""
        return tuple(self._run.state.branches.values())

    @property
    def untouched(self) -> bool:
        """Whether it was only looked at: nothing was trained, changed or named."""
        state = self._run.state
        made = state.revisions.made or state.revisions.undone or state.deleted.branches
        only = len(state.branches) == 1 and state.tip == 0 and len(state.branch.journal) == 1
        return only and not made and state.branch.name == usual_name(state.number)

    @property
    def next_branch(self) -> int:
        """Number of the next branch."""
        return self._run.state.next_branch

    def number_from(self, first: int) -> None:
        """Let the next branch have number `first` at least: other runs have those before it."""
        state = self._run.state
        self._run.stand(replace(state, next_branch=max(state.next_branch, first)))

    def has_branch(self, number: int) -> bool:
        """Whether `number` is that of a branch of this run."""
        return number in self._run.state.branches

    def branch_of(self, number: int) -> Branch:
        """Return the branch called `number`.

        Raises
        ------
        SettingsError
            If there is none.
        """
        try:
            return self._run.state.branches[number]
        except (KeyError, TypeError):  # perhaps nothing that could be a number
            raise SettingsError(
                Message.of("There is no branch number {number}.", number=number)
            ) from None

    def switch_branch(
        self, number: int, step: int | None = None, tick: Tick | None = None
    ) -> Outcome:
        """Stand on another branch.

        Parameters
        ----------
        number : int
        step : int, optional
            0 … its tip; the step at hand unless given, or its tip where it is shorter.
        tick : callable, optional
            See `Tick`.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        branch = self.branch_of(number)
        if step is None:
            step = min(self._run.state.step, branch.tip)
        step = check_count("The step on that branch", step, 0, branch.tip)
        return self.stand_on(branch, step, tick)

    def stand_on(
        self,
        branch: Branch,
        step: int,
        tick: Tick | None = None,
        revisions: Revisions | None = None,
        gone: int | None = None,
    ) -> Outcome:
        """Go to `step` of another branch; the one that is left gives memory back.

        See `Navigation.go`.
        """
        left = self._run.branch
        result = self._navigation.go(branch, step, tick, revisions=revisions, gone=gone)
        if self._run.branch.number != left.number:
            left.record.compact()
        return result

    def rename_branch(self, number: int, name: str) -> None:
        """Give a branch another name.

        Raises
        ------
        SettingsError
            If there is no such branch, or the name is empty or too long.
        """
        branch = self.branch_of(number)
        words = " ".join(str(name).split())
        if not 0 < len(words) <= MAX_NAME:
            raise SettingsError(
                Message.of(
                    "The name of the branch has {count} characters. Use at most {most}."
                    if words
                    else "The name of the branch is empty. Use 1 to {most} characters.",
                    most=MAX_NAME,
                    count=len(words),
                )
            )
        self._run.stand(self._run.state.with_branch(replace(branch, name=words)))

    def clear_hits(self) -> None:
        """Forget where breakpoints stopped the branch at hand."""
        state = self._run.state
        self._run.stand(state.with_branch(replace(state.branch, hits=Hits())))

    def delete_branch(self, *numbers: int) -> None:
        """Take branches away in one go; those that left them stay.

        They can be restored until others are deleted.

        Raises
        ------
        SettingsError
            If there is no such branch, or the run stands on one of them.
        """
        state = self._run.state
        gone = {number: self.branch_of(number) for number in numbers}
        if state.number in gone:
            raise SettingsError(
                Message.of(
                    "{name} is the current branch. Switch to another branch before you delete it.",
                    name=state.branch.name,
                )
            )
        kept = {number: each for number, each in state.branches.items() if number not in gone}
        revisions = state.revisions
        for number in gone:
            revisions = revisions.without(number)
        deleted = Deleted(tuple(gone.values()), state.revisions, revisions)
        self._run.stand(replace(state, branches=kept, revisions=revisions, deleted=deleted))
        self._run.replayer.pool.keep_only(self._needed_keyframes())

    def restore_branches(self) -> None:
        """Bring back the branches that were deleted last, if any, with all that was recorded."""
        state = self._run.state
        deleted = state.deleted
        found = {**state.branches, **{branch.number: branch for branch in deleted.branches}}
        revisions = deleted.before if state.revisions is deleted.after else state.revisions
        self._run.stand(
            replace(
                state, branches=dict(sorted(found.items())), revisions=revisions, deleted=Deleted()
            )
        )

    def forget_deleted(self) -> None:
        """Give up what could be restored, and its memory."""
        state = self._run.state
        if state.deleted.branches:
            self._run.stand(replace(state, deleted=Deleted()))
            self._run.replayer.pool.keep_only(self._needed_keyframes())

    def _needed_keyframes(self) -> dict[int, int]:
        """Return the last step, for each branch that others may be replayed from, of use there."""
        needed: dict[int, int] = {}
        for branch in (*self.branches, *self._run.state.deleted.branches):
            step, at = branch.tip, branch.lineage
            while needed.get(at.number, -1) < step:
                needed[at.number] = step
                if at.parent is None:
                    break
                step, at = min(step, at.fork), at.parent
        return needed

    def network_at(self, number: int, step: int) -> Network:
        """Return the weights of a branch after `step` updates, without going there.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        branch = self.branch_of(number)
        step = check_count("The step on that branch", step, 0, branch.tip)
        engine = self._run.replayer.new_engine()
        self._run.replayer.bring(engine, branch, step)
        return engine.network()

    def follower(self) -> Follower:
        """Return somebody who goes along this branch once more, from step 0."""
        pairs, start = self._run.replayer.pairs, self.network_at(self.branch.number, 0)
        return Follower(self._run.settings, pairs, start)

    def recorded_steps(self, first: int = 0, last: int | None = None) -> RecordedSteps:
        """Return steps ``first … last − 1`` of this branch, to be read beside the run.

        A copy of at most 25 MB and one place of the weights, which takes milliseconds: what is no
        longer kept exactly is computed by who reads it.

        Parameters
        ----------
        first : int
        last : int, optional
            The tip unless given.

        Raises
        ------
        SettingsError
            Unless 0 ≤ first ≤ last ≤ tip.
        """
        run, branch = self._run, self._run.branch
        first = check_count("The first step", first, 0, branch.tip)
        last = branch.tip if last is None else last
        last = check_count("The end of the range", last, first, branch.tip)
        start = min(max(first, branch.record.exact_from), last)
        exact = np.array(branch.record.raw(start, last))
        engine = None
        if first < start:
            engine = run.replayer.new_engine()
            run.replayer.start(engine, branch, first + 1)  # at `first`, or before
        pairs = run.replayer.pairs
        return RecordedSteps(run.settings, pairs, branch.journal, first, last, exact, engine)

    def compare(
        self, first: int, second: int, step: int | None = None, other: Compared | None = None
    ) -> Comparison:
        """Return how two branches differ.

        Parameters
        ----------
        first, second : int
            Their numbers.
        step : int, optional
            The last one that both have, unless given.
        other : Session, optional
            Another run, which the second branch is of; this one unless given.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        there: Compared = self if other is None else other
        one, two = self.branch_of(first), there.branch_of(second)
        if step is None:
            step = min(one.tip, two.tip)
        weights, others = self.network_at(first, step), there.network_at(second, step)
        return Comparison(
            first,
            second,
            step,
            _difference(others.W1, weights.W1),
            _difference(others.W2, weights.W2),
            (self.mean_loss(first, step), there.mean_loss(second, step)),
            (one.journal.beyond(two.journal), two.journal.beyond(one.journal)),
        )

    def mean_loss(self, number: int, step: int) -> float:
        """Return the mean loss of the last 1 000 steps before `step`, exact however long ago.

        NaN at step 0.
        """
        first = max(0, step - MEAN_STEPS)
        losses = self._run.replayer.values(self.branch_of(number), first, step)[0]
        return float(losses.mean()) if losses.size else math.nan

    def thin(self, left: Branch) -> None:
        """Leave a coarser record to the branches that were left long ago, if there are many."""
        branches = self.branches
        if len(branches) > DETAILED:
            old = branches[-DETAILED - 1]
            if old.number not in (left.number, self._run.branch.number):
                old.record.compact(*_COARSE)

    def is_empty(self, number: int, journal: Journal) -> bool:
        """Whether nobody did anything on a branch but the change with which it has `journal`."""
        branch = self.branch_of(number)
        named = branch.name != Branch.first(number, journal).name
        left = any(each.parent is branch.lineage for each in self.branches)
        done = branch.tip > branch.fork or any(hit.step >= branch.fork for hit in branch.hits.shown)
        return branch.journal == journal and not (named or left or done)

    def forked(self, branch: Branch, step: int, number: int | None = None) -> Branch:
        """Return a new branch that leaves `branch` at `step`; it is not one of the run's yet.

        Its number is the next one unless given.
        """
        record = branch.record
        start = min(record.exact_from, record.partial_from(step))
        exact = self._run.replayer.values(branch, start, step)
        return branch.forked(self.next_branch if number is None else number, step, exact)

    def settle(self, left: Branch, engine: Engine) -> None:
        """See to memory after a fork from `left`; `engine` stands where the new branch begins.

        A keyframe is made before the edits at its step.
        """
        branch = self._run.branch
        if engine.step == branch.fork and not branch.taken_along.edits(branch.fork):
            self._run.replayer.keep(branch, engine)
        left.record.compact()
        self.thin(left)


def _difference(weights: Floats, others: Floats) -> Floats | None:
    """Return weights − others, read-only; None where their shapes differ."""
    if weights.shape != others.shape:
        return None
    with np.errstate(over="ignore"):  # a weight may be as large as a double goes
        difference: Floats = weights - others
    difference.flags.writeable = False
    return difference
