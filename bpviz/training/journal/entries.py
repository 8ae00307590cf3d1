"""What a person can change in a run: the entries of a branch's journal, frozen and validated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bpviz.network.rules import GradientRule
from bpviz.training.message import Index, Message

MatrixName = Literal["W1", "W2"]


@dataclass(frozen=True, slots=True)
class RateChange:
    """From `step` on (the next update after `step` updates), λ is `learning_rate`."""

    step: int
    learning_rate: float
    gesture: int = 0
    """Several with the same number above 0, one after the other, were one gesture."""

    def words(self) -> Message:
        """Return the change in words."""
        return Message.of("λ = {rate:.4g}", rate=self.learning_rate)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """From `step` on, δ1 follows `gradient_rule`."""

    step: int
    gradient_rule: GradientRule

    def words(self) -> Message:
        """Return the change in words."""
        if self.gradient_rule is GradientRule.EXACT:
            return Message.of("gradient rule: exact")
        return Message.of("gradient rule: as printed in the note")


@dataclass(frozen=True, slots=True)
class WeightEdit:
    """Before step `step`, one weight was set to `value`; rows and columns count from 0."""

    step: int
    matrix: MatrixName
    row: int
    column: int
    value: float

    def words(self) -> Message:
        """Return the change in words."""
        return Message.of(
            "{matrix}[{row}, {column}] = {value:.4g}",
            matrix="W₁" if self.matrix == "W1" else "W₂",
            row=Index(self.row),
            column=Index(self.column),
            value=self.value,
        )


@dataclass(frozen=True, slots=True)
class Pin:
    """Step `step` trains on pair `sample`, in place of the one that was drawn for it."""

    step: int
    sample: int
    title: str = ""
    """What it is, where a person made it."""

    def words(self) -> Message:
        """Return the change in words."""
        if self.title:
            return Message.of("train on {title}", title=self.title)
        return Message.of("train on sample {sample}", sample=Index(self.sample))


@dataclass(frozen=True, slots=True)
class Hold:
    """From `step` on, every step trains on pair `sample`; None lets it draw again."""

    step: int
    sample: int | None
    title: str = ""
    """What it is, where a person made it."""

    def words(self) -> Message:
        """Return the change in words."""
        if self.title:
            return Message.of("keep training on {title}", title=self.title)
        if self.sample is None:
            return Message.of("draw samples again")
        return Message.of("keep training on sample {sample}", sample=Index(self.sample))


@dataclass(frozen=True, slots=True)
class Skip:
    """Step `step` leaves out the pair drawn for it; the draws after it move up by one."""

    step: int
    sample: int
    """The pair that was left out."""

    def words(self) -> Message:
        """Return the change in words."""
        return Message.of("skip sample {sample}", sample=Index(self.sample))


Change: TypeAlias = RateChange | RuleChange | WeightEdit | Pin | Hold | Skip
