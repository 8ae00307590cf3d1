"""Changing: what a person may change in the middle of a run, and take back."""

from __future__ import annotations

import math

from bpviz.network.rules import GradientRule
from bpviz.parsing import as_real
from bpviz.training.branching import Branching
from bpviz.training.changes import (
    Change,
    Hold,
    MatrixName,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome
from bpviz.training.own_pair import OwnPair
from bpviz.training.phases import Phase
from bpviz.training.revisions import Revision
from bpviz.training.settings import SettingsError, check_count, check_learning_rate
from bpviz.training.timeline import Branch


class Changing(Branching):
    """Changes go to the journal of the branch; made before its tip they fork a new branch."""

    def set_learning_rate(self, value: float) -> None:
        """Use λ = `value` from the next update on; in the midst of an update from the one after it.

        Before the tip this forks: the new branch shares the past, the old one stays.

        Raises
        ------
        SettingsError
            If `value` is not a finite number above 0.
        """
        rate = check_learning_rate(value)
        step = self.step + self.updating
        if rate != self._branch.schedule.rate(step):
            self._enter(RateChange(step, rate))

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
                    'The gradient rule is {rule!r}; it must be "exact" or "as_printed".', rule=rule
                )
            ) from None
        if known is not self.gradient_rule:
            self._enter(RuleChange(self.step, known))

    def branch_off(self, rule: GradientRule, name: str) -> Branch:
        """Stand on a new branch called `name`, which follows `rule` from the step at hand on.

        The branch so far stays as it is, even where nothing lies ahead of it.
        """
        step, before = self.step, self._branch
        after = self._forked(before, step)
        old = tuple(after.journal)
        change = RuleChange(step, rule)
        after.note(change)
        after.name = name
        self._revisions.add(
            Revision(change.words(), step, change, before, after, old, tuple(after.journal))
        )
        self._branch = after
        self._moved()
        self._place(Phase.DRAW)
        return after

    def train_next(self, sample: int) -> None:
        """Let the step at hand, which begins again, train on pair `sample`.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        sample = self._sample("The sample to train on", sample)
        if sample != self.sample_index(self.step):
            self._enter(Pin(self.step, sample, self._title(sample)))

    def train_own(self, pair: OwnPair) -> int:
        """Let the step at hand, which begins again, train on a pair that a person made.

        Parameters
        ----------
        pair : OwnPair
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
        pairs = self._replayer.pairs
        number = pairs.number_of(pair)
        if number is None:
            number = pairs.add(pair)
        self.train_next(number)
        return number

    def _title(self, sample: int | None) -> str:
        own = None if sample is None else self._replayer.pairs.own(sample)
        return "" if own is None else own.title

    def hold(self, sample: int | None) -> None:
        """Train on pair `sample` from the step at hand on; None draws again.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        if sample is not None:
            sample = self._sample("The sample to keep training on", sample)
        if sample != self.held:
            self._enter(Hold(self.step, sample, self._title(sample)), drop=Pin)

    def skip(self) -> None:
        """Leave out the pair of the step at hand; a pair chosen for it gives way to the drawn one.

        Raises
        ------
        SettingsError
            If every step trains on the same pair.
        """
        if self._branch.schedule.pinned(self.step) is not None:
            self._enter(None, drop=Pin)
        elif self.held is not None:
            raise SettingsError(
                Message.of(
                    "Every step trains on sample {sample}; it cannot be skipped before pairs are "
                    "drawn again.",
                    sample=self.held,
                )
            )
        else:
            self._enter(Skip(self.step, self.sample_index(self.step)))

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
        W = self.network_before.W1 if edit.matrix == "W1" else self.network_before.W2
        if W[edit.row, edit.column] != edit.value:
            self._enter(edit)

    def _checked_edit(self, matrix: MatrixName, row: int, column: int, value: float) -> WeightEdit:
        if matrix not in ("W1", "W2"):
            raise SettingsError(f'The matrix is {matrix!r}; it must be "W1" or "W2".')
        network = self.network_before
        rows, columns = (network.W1 if matrix == "W1" else network.W2).shape
        row = check_count(Message.of("The row of {matrix}", matrix=matrix), row, 0, rows - 1)
        column = check_count(
            Message.of("The column of {matrix}", matrix=matrix), column, 0, columns - 1
        )
        number = as_real(value)
        if not math.isfinite(number):
            raise SettingsError(
                Message.of(
                    "The weight {matrix}[{row}, {column}] would be {value}; it must be a finite "
                    "number, such as 0.5.",
                    matrix=matrix,
                    row=row,
                    column=column,
                    value=repr(value) if isinstance(value, str) else str(value),
                )
            )
        return WeightEdit(self.step, matrix, row, column, number)

    def _enter(self, change: Change | None, drop: type[Change] | None = None) -> None:
        """Make a change, and leave out an entry of kind `drop` at its step."""
        step = self.step if change is None else change.step
        words = Message.of("the pair is drawn") if change is None else change.words()
        before = self._branch
        after = before if step >= before.tip else self._forked(before, step)
        old = tuple(after.journal)
        kept = [e for e in old if e.step <= step]  # λ may be changed for the step after the tip
        after.rewrite(
            [e for e in kept if drop is None or e.step != step or not isinstance(e, drop)]
        )
        if change is not None:
            after.note(change)
        self._revisions.add(Revision(words, step, change, before, after, old, tuple(after.journal)))
        self._branch = after
        if isinstance(change, RateChange):
            return  # the step at hand does not depend on λ before its update
        if isinstance(change, WeightEdit):
            self._engine.edit(change.matrix, change.row, change.column, change.value)
        self._moved()
        self._place(Phase.DRAW)

    # ---- undo and redo

    @property
    def undo_words(self) -> str:
        """The change that `undo` takes back, in words; empty if there is none."""
        revision = self._revisions.last_made()
        return "" if revision is None else revision.words

    @property
    def redo_words(self) -> str:
        """The change that `redo` makes again, in words; empty if there is none."""
        revision = self._revisions.last_undone()
        return "" if revision is None else revision.words

    def undo(self) -> Outcome:
        """Stand where the last change was made, without it; what was trained with it stays.

        Raises
        ------
        SettingsError
            If there is none.
        """
        revision = self._revisions.last_made()
        if revision is None:
            raise SettingsError("There is no change to undo.")
        before = revision.before
        if before is revision.after:
            before = self._rewritten(before, revision.step, revision.journal_before)
        self._revisions.undone(before)
        return self._stand_on(before, min(revision.step, before.tip))

    def redo(self) -> Outcome:
        """Make the change again that was undone last, and stand where it was made.

        Raises
        ------
        SettingsError
            If there is none.
        """
        revision = self._revisions.last_undone()
        if revision is None:
            raise SettingsError("There is no change to make again.")
        after = revision.after
        if revision.before is after:
            after = self._rewritten(after, revision.step, revision.journal_after)
        self._revisions.redone(after)
        return self._stand_on(after, min(revision.step, after.tip))

    def _rewritten(self, branch: Branch, step: int, journal: tuple[Change, ...]) -> Branch:
        """Return `branch` with another journal at `step`; a new one if it has trained since."""
        if branch.tip > step:
            branch = self._forked(branch, step)
        branch.rewrite(journal)
        return branch
