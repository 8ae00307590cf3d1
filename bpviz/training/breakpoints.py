"""Breakpoint: a condition on a step, and what exactly it means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from bpviz.parsing import as_real
from bpviz.quoting import spelled
from bpviz.training.message import Index, Message
from bpviz.training.settings import MAX_SEED, SettingsError, check_count
from bpviz.training.watch_text import made
from bpviz.training.watches import Quantity, Watch


class Condition(IntEnum):
    """What a breakpoint looks at; the numbers are known to the kernels."""

    LOSS_ABOVE = 0
    LOSS_BELOW = 1
    GRADIENT_W1_ABOVE = 2
    GRADIENT_W2_ABOVE = 3
    SAMPLE = 4
    LABEL = 5
    MISCLASSIFIED = 6
    SATURATED = 7
    LOSS_JUMP = 8
    EVERY = 9
    NOT_FINITE = 10
    WATCH_ABOVE = 11
    WATCH_BELOW = 12
    SIGN_CHANGE = 13
    MOVE_ABOVE = 14


COUNTED = frozenset({Condition.SAMPLE, Condition.LABEL, Condition.EVERY})
"""Conditions whose value is a whole number."""

BARE = frozenset({Condition.MISCLASSIFIED, Condition.NOT_FINITE, Condition.SIGN_CHANGE})
"""Conditions without a value."""

WATCHING = frozenset({
    Condition.WATCH_ABOVE, Condition.WATCH_BELOW, Condition.SIGN_CHANGE, Condition.MOVE_ABOVE,
})  # fmt: skip
"""Conditions on a `Watch`: data breakpoints."""

_NAMES = {
    Condition.LOSS_ABOVE: Message.of("The loss threshold"),
    Condition.LOSS_BELOW: Message.of("The loss threshold"),
    Condition.GRADIENT_W1_ABOVE: Message.of("The threshold of ‖∂W₁‖"),
    Condition.GRADIENT_W2_ABOVE: Message.of("The threshold of ‖∂W₂‖"),
    Condition.SATURATED: Message.of("The fraction of saturated hidden units"),
    Condition.LOSS_JUMP: Message.of("The factor of the loss jump"),
    Condition.WATCH_ABOVE: Message.of("The threshold of the watch"),
    Condition.WATCH_BELOW: Message.of("The threshold of the watch"),
    Condition.MOVE_ABOVE: Message.of("The threshold of the move"),
}


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A condition that is checked in every step, before its update.

    Make one with the class methods; a threshold that can never be reached is allowed.

    Attributes
    ----------
    condition : Condition
    value : float or int
        The threshold, or the sample, class or number of steps; 0 where there is none.
    watch : Watch or None
        What a data breakpoint is about.

    Raises
    ------
    SettingsError
        If the value is not a number of the right kind, or the watch none.
    """

    condition: Condition
    value: float | int = 0
    watch: Watch | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "condition", Condition(self.condition))
        object.__setattr__(self, "value", _checked(self.condition, self.value))
        if (self.condition in WATCHING) != isinstance(self.watch, Watch):
            raise SettingsError(
                Message.of(
                    "The watch of the breakpoint is {value}; it must be a Watch for a data "
                    "breakpoint, and None for any other.",
                    value=spelled(self.watch),
                )
            )

    @classmethod
    def loss_above(cls, value: float) -> Breakpoint:
        """loss > `value`."""
        return cls(Condition.LOSS_ABOVE, value)

    @classmethod
    def loss_below(cls, value: float) -> Breakpoint:
        """loss < `value`."""
        return cls(Condition.LOSS_BELOW, value)

    @classmethod
    def gradient_above(cls, value: float, matrix: Literal["W1", "W2"] = "W1") -> Breakpoint:
        """‖∂W1‖_F > `value`, or ‖∂W2‖_F."""
        if matrix not in ("W1", "W2"):
            raise SettingsError(f'The matrix is {spelled(matrix)}; it must be "W1" or "W2".')
        first = matrix == "W1"
        return cls(Condition.GRADIENT_W1_ABOVE if first else Condition.GRADIENT_W2_ABOVE, value)

    @classmethod
    def sample(cls, index: int) -> Breakpoint:
        """The step trains on pair `index`, counted from 0."""
        return cls(Condition.SAMPLE, index)

    @classmethod
    def label(cls, number: int) -> Breakpoint:
        """The step's pair has class `number`, counted from 0."""
        return cls(Condition.LABEL, number)

    @classmethod
    def misclassified(cls) -> Breakpoint:
        """The largest output, or the side of the threshold, is not the label's; for classes."""
        return cls(Condition.MISCLASSIFIED)

    @classmethod
    def saturated(cls, fraction: float) -> Breakpoint:
        """A share ≥ `fraction` of the hidden units is saturated, see `Activation.saturation`."""
        return cls(Condition.SATURATED, fraction)

    @classmethod
    def loss_jump(cls, factor: float) -> Breakpoint:
        """loss > `factor` times its moving mean over the steps before.

        The mean is that of all steps before while these are fewer than 1 000, from then on
        exponential: ``mean += (loss − mean) / 1000``.  Silent for the first 1 000 steps.
        """
        return cls(Condition.LOSS_JUMP, factor)

    @classmethod
    def every(cls, steps: int) -> Breakpoint:
        """`steps` updates more are done: at step `steps`, 2 · `steps`, …"""
        return cls(Condition.EVERY, steps)

    @classmethod
    def not_finite(cls) -> Breakpoint:
        """A quantity of the step, or a weight after it, is infinite or not a number."""
        return cls(Condition.NOT_FINITE)

    @classmethod
    def above(cls, watch: Watch | str, value: float) -> Breakpoint:
        """`watch` > `value` in the step, before its update."""
        watch = made(watch)
        if watch == _OWN_LOSS:
            return cls.loss_above(value)
        return cls(Condition.WATCH_ABOVE, value, watch)

    @classmethod
    def below(cls, watch: Watch | str, value: float) -> Breakpoint:
        """`watch` < `value` in the step, before its update."""
        watch = made(watch)
        if watch == _OWN_LOSS:
            return cls.loss_below(value)
        return cls(Condition.WATCH_BELOW, value, watch)

    @classmethod
    def changes_sign(cls, watch: Watch | str) -> Breakpoint:
        """The step takes `watch` from below 0 to 0 or above, or back.

        What is made of the weights alone is compared with what it would be after the update of this
        step; what belongs to the step's own pair with that of the step before, so never at step 0.
        An edit by hand is no step, and with a value that is not a number nothing changes.
        """
        return cls(Condition.SIGN_CHANGE, 0, made(watch))

    @classmethod
    def moves(cls, watch: Watch | str, value: float) -> Breakpoint:
        """The step moves `watch` by more than `value`, up or down; of a weight, |λδx| > `value`.

        Which two values these are says `changes_sign`.
        """
        return cls(Condition.MOVE_ABOVE, value, made(watch))

    @property
    def looks_back(self) -> bool:
        """Whether it compares with the step before."""
        changes = self.condition in (Condition.SIGN_CHANGE, Condition.MOVE_ABOVE)
        return changes and self.watch is not None and self.watch.own

    def words(self, classes: Sequence[str] = ()) -> Message:
        """Return the condition in words, a class by its name among `classes` where it has one."""
        value = self.value
        match self.condition:
            case Condition.LOSS_ABOVE:
                return Message.of("loss > {value:.6g}", value=value)
            case Condition.LOSS_BELOW:
                return Message.of("loss < {value:.6g}", value=value)
            case Condition.GRADIENT_W1_ABOVE:
                return Message.of("‖∂W₁‖ > {value:.6g}", value=value)
            case Condition.GRADIENT_W2_ABOVE:
                return Message.of("‖∂W₂‖ > {value:.6g}", value=value)
            case Condition.SAMPLE:
                return Message.of("sample {value}", value=Index(value))
            case Condition.LABEL:
                number = int(value)
                name = classes[number] if number < len(classes) else Index(number)
                return Message.of("class {value}", value=name)
            case Condition.MISCLASSIFIED:
                return Message.of("misclassified")
            case Condition.SATURATED:
                return Message.of("saturated hidden units ≥ {value:.4g}", value=value)
            case Condition.LOSS_JUMP:
                return Message.of("loss > {value:.4g} × its moving mean", value=value)
            case Condition.EVERY:
                if value == 1:
                    return Message.of("every step")
                return Message.of("every {value} steps", value=value)
            case Condition.NOT_FINITE:
                return Message.of("not finite")
        assert self.watch is not None
        watch = self.watch.title()
        match self.condition:
            case Condition.WATCH_ABOVE:
                return Message.of("{watch} > {value:.6g}", watch=watch, value=value)
            case Condition.WATCH_BELOW:
                return Message.of("{watch} < {value:.6g}", watch=watch, value=value)
            case Condition.SIGN_CHANGE:
                return Message.of("{watch} changes sign", watch=watch)
            case _:
                return Message.of("{watch} moves by > {value:.6g}", watch=watch, value=value)


_OWN_LOSS = Watch(Quantity.LOSS)


def _checked(condition: Condition, value: object) -> float | int:
    match condition:
        case Condition.SAMPLE:
            return check_count("The sample of the breakpoint", value, 0, MAX_SEED)
        case Condition.LABEL:
            return check_count("The class of the breakpoint", value, 0, MAX_SEED)
        case Condition.EVERY:
            return check_count("The number of steps of the breakpoint", value, 1, MAX_SEED)
        case Condition.MISCLASSIFIED | Condition.NOT_FINITE | Condition.SIGN_CHANGE:
            return 0
    number = as_real(value)
    if math.isnan(number):
        raise SettingsError(
            Message.of(
                "{name} is {value}; it must be a number, such as 0.5.",
                name=_NAMES[condition],
                value=spelled(value),
            )
        )
    return number
