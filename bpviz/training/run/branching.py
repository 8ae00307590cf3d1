"""Branching: the ways a run went, how to stand on another, and what differs between two."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from bpviz.network.weights import Network
from bpviz.training.infos import Comparison
from bpviz.training.journal.undo import Revisions
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome
from bpviz.training.record.hits import Hits
from bpviz.training.run.context import RunContext
from bpviz.training.run.engine import Engine
from bpviz.training.run.follower import Follower
from bpviz.training.run.navigation import Navigation
from bpviz.training.run.replay import Tick
from bpviz.training.run.timeline import Branch
from bpviz.training.settings import SettingsError, check_count

DETAILED = 32
"""So many branches, the newest, keep the detail of their record; the older ones a part of it."""

_COARSE = (2**10, 2**10)  # steps kept exactly, and buckets of each width
MEAN_STEPS = 1_000
"""Steps whose loss is averaged for a comparison."""

MAX_NAME = 60
"""Longest name of a branch."""


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
    def next_branch(self) -> int:
        """Number of the next branch."""
        return self._run.state.next_branch

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
    ) -> Outcome:
        """Go to `step` of another branch; the one that is left gives memory back."""
        left = self._run.branch
        result = self._navigation.go(branch, step, tick, revisions=revisions)
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

    def delete_branch(self, number: int) -> None:
        """Forget a branch; those that left it stay.

        Raises
        ------
        SettingsError
            If there is no such branch, or the run stands on it.
        """
        branch, state = self.branch_of(number), self._run.state
        if branch is state.branch:
            raise SettingsError(
                Message.of(
                    "{name} is the current branch. Switch to another branch before you delete it.",
                    name=branch.name,
                )
            )
        kept = {other.number: other for other in self.branches if other is not branch}
        revisions = state.revisions.without(branch.number)
        self._run.stand(replace(state, branches=kept, revisions=revisions))
        self._run.replayer.pool.keep_only(self._needed_keyframes())

    def _needed_keyframes(self) -> dict[int, int]:
        """Return the last step, for each branch that others may be replayed from, of use there."""
        needed: dict[int, int] = {}
        for branch in self.branches:
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

    def compare(self, first: int, second: int, step: int | None = None) -> Comparison:
        """Return how the weights of two branches differ.

        Parameters
        ----------
        first, second : int
            Their numbers.
        step : int, optional
            The last one that both have, unless given.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        if step is None:
            step = min(self.branch_of(first).tip, self.branch_of(second).tip)
        one, other = self.network_at(first, step), self.network_at(second, step)
        with np.errstate(over="ignore"):  # a weight may be as large as a double goes
            W1, W2 = other.W1 - one.W1, other.W2 - one.W2
        for difference in (W1, W2):
            difference.flags.writeable = False
        means = self._mean_loss(first, step), self._mean_loss(second, step)
        return Comparison(first, second, step, W1, W2, means)

    def _mean_loss(self, number: int, step: int) -> float:
        """The mean loss of the last steps before `step`, exact however long ago they are."""
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

    def forked(self, branch: Branch, step: int) -> Branch:
        """Return a new branch that leaves `branch` at `step`; it is not one of the run's yet."""
        record = branch.record
        start = min(record.exact_from, record.partial_from(step))
        exact = self._run.replayer.values(branch, start, step)
        return branch.forked(self.next_branch, step, exact)

    def settle(self, left: Branch, engine: Engine) -> None:
        """See to memory after a fork from `left`; `engine` stands where the new branch begins.

        A keyframe is made before the edits at its step.
        """
        branch = self._run.branch
        if engine.step == branch.fork and not branch.taken_along.edits(branch.fork):
            self._run.replayer.keep(branch, engine)
        left.record.compact()
        self.thin(left)
