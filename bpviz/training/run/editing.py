"""Editing: what a person may change in the middle of a run, and take back."""

from __future__ import annotations

import math
from dataclasses import replace

from bpviz.network.rules import GradientRule
from bpviz.parsing import as_real
from bpviz.quoting import spelled
from bpviz.training.journal.entries import (
    Change,
    Hold,
    MatrixName,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.journal.journal import Journal
from bpviz.training.journal.undo import Revision, Revisions
from bpviz.training.message import Index, Message
from bpviz.training.outcome import Outcome
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.run.branching import Branching
from bpviz.training.run.context import RunContext
from bpviz.training.run.position import Position
from bpviz.training.run.run_state import Spot
from bpviz.training.run.timeline import Branch
from bpviz.training.settings import MAX_SEED, SettingsError, check_count, check_learning_rate
from bpviz.training.step.phases import Phase


class Editing:
    """Changes go to the journal of the branch; made before its tip they fork a new branch.

    Parameters
    ----------
    run : RunContext
    position : Position
        In this run.
    branching : Branching
        Of this run.
    """

    def __init__(self, run: RunContext, position: Position, branching: Branching) -> None:
        self._run = run
        self._position = position
        self._branching = branching

    def set_learning_rate(self, value: float, gesture: int = 0) -> None:
        """Use λ = `value` from the next update on; in the midst of an update from the one after it.

        Before the tip this forks: the new branch shares the past, the old one stays.

        Parameters
        ----------
        value : float
            Finite, above 0.
        gesture : int
            Values with the same number above 0, one after the other, are one change to undo.

        Raises
        ------
        SettingsError
            If `value` is not a finite number above 0.
        """
        rate = check_learning_rate(value)
        gesture = check_count("The gesture", gesture, 0, MAX_SEED)
        step = self._run.state.step + self._position.updating
        if rate != self._run.branch.journal.rate(step):
            self._enter(RateChange(step, rate, gesture))

    def set_gradient_rule(self, rule: GradientRule | str) -> None:
        """Let δ1 follow `rule` from the step at hand on, which begins again.

        Raises
        ------
        SettingsError
            If there is no such rule.
        """
        try:
            known = GradientRule(rule)
        except ValueError:
            raise SettingsError(
                Message.of(
                    'The gradient rule is {rule}; it must be "exact" or "as_printed".',
                    rule=spelled(rule),
                )
            ) from None
        if known is not self._position.gradient_rule:
            self._enter(RuleChange(self._run.state.step, known))

    def branch_off(self, rule: GradientRule, name: str) -> Branch:
        """Stand on a new branch called `name`, which follows `rule` from the step at hand on.

        The branch so far stays as it is, even where nothing lies ahead of it.
        """
        step = self._run.state.step
        child = self._branching.forked(self._run.branch, step)
        change = RuleChange(step, rule)
        after = replace(child, journal=child.journal.noted(change), name=name)
        self._change_to(after, change.words(), step, change, child.journal)
        return after

    def train_next(self, sample: int) -> None:
        """Let the step at hand, which begins again, train on pair `sample`.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        step = self._run.state.step
        sample = self._position.check_sample("The sample to train on", sample)
        if sample != self._position.sample_index(step):
            self._enter(Pin(step, sample, self._title(sample)))

    def train_own(self, pair: CustomPair) -> int:
        """Let the step at hand, which begins again, train on a pair that a person made.

        Parameters
        ----------
        pair : CustomPair
            (n,) inputs, (d,) targets and, where the data set has classes, the class.

        Returns
        -------
        int
            The number that it has from now on, m or more: as a sample index it can be trained on
            again.

        Raises
        ------
        SettingsError
            If it does not fit the data set.
        """
        pairs = self._run.replayer.pairs
        pairs.keep(self._run.state.own_pairs)
        number = pairs.number_of(pair)
        if number is None:
            number = pairs.add(pair)
            self._enter(Pin(self._run.state.step, number, pair.title), own_pairs=1)
        else:
            self.train_next(number)
        return number

    def _title(self, sample: int | None) -> str:
        own = None if sample is None else self._run.replayer.pairs.own(sample)
        return "" if own is None else own.title

    def hold(self, sample: int | None) -> None:
        """Train on pair `sample` from the step at hand on; None draws again.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        if sample is not None:
            sample = self._position.check_sample("The sample to keep training on", sample)
        if sample != self._position.held:
            self._enter(Hold(self._run.state.step, sample, self._title(sample)), unpin=True)

    def skip(self) -> None:
        """Leave out the pair of the step at hand; a pair chosen for it gives way to the drawn one.

        Raises
        ------
        SettingsError
            If every step trains on the same pair.
        """
        step, held = self._run.state.step, self._position.held
        if self._run.branch.journal.pinned(step) is not None:
            self._enter(None, unpin=True)
        elif held is not None:
            raise SettingsError(
                Message.of(
                    "Sample {sample} cannot be skipped while every step trains on it. Stop "
                    "training on it alone first.",
                    sample=Index(held),
                )
            )
        else:
            self._enter(Skip(step, self._position.sample_index(step)))

    def edit_weight(self, matrix: MatrixName, row: int, column: int, value: float) -> None:
        """Set one weight; the step at hand begins again.

        Parameters
        ----------
        matrix : "W1" or "W2"
        row, column : int
            Counted from 0, within (l, n) or (d, l).
        value : float
            Finite.

        Raises
        ------
        SettingsError
            If an argument is not right.
        """
        edit = self._checked_edit(matrix, row, column, value)
        if self._run.engine.weight(edit.matrix, edit.row, edit.column) != edit.value:
            self._enter(edit)

    def _checked_edit(self, matrix: MatrixName, row: int, column: int, value: float) -> WeightEdit:
        if matrix not in ("W1", "W2"):
            raise SettingsError(f'The matrix is {spelled(matrix)}; it must be "W1" or "W2".')
        data, hidden = self._run.dataset, self._run.settings.n_hidden
        rows, columns = (hidden, data.n_inputs) if matrix == "W1" else (data.n_outputs, hidden)
        row = check_count(Message.of("The row of {matrix}", matrix=matrix), row, 0, rows - 1)
        column = check_count(
            Message.of("The column of {matrix}", matrix=matrix), column, 0, columns - 1
        )
        number = as_real(value)
        if not math.isfinite(number):
            raise SettingsError(
                Message.of(
                    "The weight {matrix}[{row}, {column}] would become {value}; it must be a "
                    "finite number, such as 0.5.",
                    matrix=matrix,
                    row=Index(row),
                    column=Index(column),
                    value=spelled(value),
                )
            )
        return WeightEdit(self._run.state.step, matrix, row, column, number)

    def _enter(self, change: Change | None, *, unpin: bool = False, own_pairs: int = 0) -> None:
        """Make a change, and with `unpin` leave out a pair chosen for its step.

        `own_pairs` is how many pairs a person made for it.
        """
        state = self._run.state
        step = state.step if change is None else change.step
        words = Message.of("the pair is drawn") if change is None else change.words()
        branch = state.branch if step >= state.tip else self._branching.forked(state.branch, step)
        journal = branch.journal.until(step)  # λ may be changed for the step after the tip
        if unpin:
            journal = journal.unpinned(step)
        if change is not None:
            journal = journal.noted(change)
        after = replace(branch, journal=journal)
        self._change_to(after, words, step, change, branch.journal, own_pairs)

    def _change_to(
        self,
        after: Branch,
        words: Message,
        step: int,
        change: Change | None,
        journal_before: Journal,
        own_pairs: int = 0,
    ) -> None:
        """Stand on `after`, the branch at hand with a change from `step` on or one that left it."""
        state, engine = self._run.state, self._run.engine
        before = state.branch
        revision = Revision(
            words, step, change, before.number, after.number, journal_before, after.journal
        )
        made = state.with_branch(
            after, number=after.number, tip=after.tip,
            revisions=state.revisions.with_made(revision),
            own_pairs=state.own_pairs + own_pairs,
            jumps=state.jumps + isinstance(change, WeightEdit),
        )  # fmt: skip
        if isinstance(change, WeightEdit):
            after.curves.forget(step)
        # The step at hand does not depend on λ before its update.
        if not isinstance(change, RateChange):
            made = replace(made, spot=Spot()).standing(Phase.DRAW)
        self._run.stand(made)
        if after.number != before.number:
            self._branching.settle(before, engine)
        if isinstance(change, WeightEdit):
            engine.edit(change.matrix, change.row, change.column, change.value)
        engine.spot = made.spot

    # ---- undo and redo

    @property
    def last_revision(self) -> Revision | None:
        """The change that `undo` takes back; None if there is none."""
        made = self._run.state.revisions.made
        return made[-1] if made else None

    @property
    def undo_words(self) -> str:
        """The same in words; empty if there is none."""
        last = self.last_revision
        return "" if last is None else last.words

    @property
    def redo_words(self) -> str:
        """The change that `redo` makes again, in words; empty if there is none."""
        undone = self._run.state.revisions.undone
        return undone[-1].words if undone else ""

    def undo(self) -> Outcome:
        """Stand where the last change was made, without it; what was trained with it stays.

        The branch that it made goes with it where nothing was done there.

        Raises
        ------
        SettingsError
            If there is none.
        """
        revisions = self._run.state.revisions
        if not revisions.made:
            raise SettingsError("There is no change to undo.")
        revision = revisions.made[-1]
        branch = self._branching.branch_of(revision.before)
        gone = None
        if revision.before == revision.after:
            branch = self._rewritten(branch, revision.step, revision.journal_before)
        elif self._branching.is_empty(revision.after, revision.journal_after):
            gone = revision.after
        undone = revisions.with_undone(branch.number)
        return self._stand_on_rewritten(branch, revision, undone, gone)

    def redo(self) -> Outcome:
        """Make the change again that was undone last, and stand where it was made.

        Raises
        ------
        SettingsError
            If there is none.
        """
        revisions = self._run.state.revisions
        if not revisions.undone:
            raise SettingsError("There is no change to redo.")
        revision = revisions.undone[-1]
        if not self._branching.has_branch(revision.after):  # it went with the change
            left = self._branching.branch_of(revision.before)
            branch = self._branching.forked(left, revision.step, revision.after)
            branch = replace(branch, journal=revision.journal_after)
        elif revision.before == revision.after:
            branch = self._branching.branch_of(revision.after)
            branch = self._rewritten(branch, revision.step, revision.journal_after)
        else:
            branch = self._branching.branch_of(revision.after)
        return self._stand_on_rewritten(branch, revision, revisions.with_redone(branch.number))

    def _stand_on_rewritten(
        self, branch: Branch, revision: Revision, revisions: Revisions, gone: int | None = None
    ) -> Outcome:
        left, forked = self._run.branch, not self._branching.has_branch(branch.number)
        step = min(revision.step, branch.tip)
        result = self._branching.stand_on(branch, step, revisions=revisions, gone=gone)
        if forked:
            self._branching.thin(left)
        return result

    def _rewritten(self, branch: Branch, step: int, journal: Journal) -> Branch:
        """Return `branch` with another journal at `step`; a new one if it has trained since."""
        if branch.tip > step:
            branch = self._branching.forked(branch, step)
        branch.curves.forget(step)  # of other weights, if one of them was set
        return replace(branch, journal=journal)
