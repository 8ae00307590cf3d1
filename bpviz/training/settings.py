"""Every hyperparameter of a run, once: frozen and validated."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.parsing import as_real
from bpviz.quoting import spelled
from bpviz.training.message import Message

MAX_HIDDEN = 4096
"""Largest hidden size l that a run accepts."""

MAX_SEED = 2**63 - 1
"""Largest seed; every public count and seed is a signed 64-bit integer."""


class SettingsError(ValueError):
    """A hyperparameter is out of its range; the message says which, and what to use."""


class Order(StrEnum):
    """How the pair of each step is drawn (N9: at random)."""

    RANDOM = "random"
    SHUFFLED = "shuffled"
    SEQUENTIAL = "sequential"


def check_learning_rate(value: object) -> float:
    """Return λ as a float.

    Raises
    ------
    SettingsError
        If `value` is not a finite real number above 0.
    """
    number = as_real(value)
    if not (math.isfinite(number) and number > 0):
        raise SettingsError(
            Message.of(
                "The learning rate λ is {value}; it must be a finite number above 0, such as 0.1.",
                value=spelled(value),
            )
        )
    return number


def check_count(name: str, value: object, low: int, high: int) -> int:
    """Return `value` as an int of ``low … high``.

    Raises
    ------
    SettingsError
        If it is not a whole number in that range; the message begins with `name`.
    """
    try:
        number = value.__index__()  # type: ignore[attr-defined]
    except (AttributeError, TypeError):  # TypeError: an array, or a type in place of a number
        number = None
    if number is None or isinstance(value, bool) or not low <= number <= high:
        raise SettingsError(
            Message.of(
                "{name} is {value}; it must be a whole number from {low} to {high}.",
                name=name if isinstance(name, Message) else Message.of(name),
                value=spelled(value),
                low=low,
                high=high,
            )
        )
    return int(number)


def _choice(name: str, kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(value if isinstance(value, str) else "")
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise SettingsError(f"{name} is {spelled(value)}; it must be one of {known}.") from None


@dataclass(frozen=True, slots=True)
class StoppingRule:
    """N9 (iii): stop when the loss no longer improves substantially.

    The mean loss over each window of steps is compared with the best window so far; after
    `patience` windows in a row that did not improve on it, the run stops.

    Attributes
    ----------
    window : int or None
        Steps in one window, at least 1; None means ``max(m, 10 000)`` for m samples.
    tolerance : float
        Relative improvement that counts, 0 ≤ tolerance < 1: a window improves when its mean is
        below ``(1 − tolerance)`` times the best.
    patience : int
        Windows in a row without improvement that end the run, at least 1.
    """

    window: int | None = None
    tolerance: float = 1e-3
    patience: int = 3

    def __post_init__(self) -> None:
        if self.window is not None:
            object.__setattr__(
                self, "window", check_count("The stopping window", self.window, 1, MAX_SEED)
            )
        object.__setattr__(
            self, "patience", check_count("The patience", self.patience, 1, MAX_SEED)
        )
        ok = isinstance(self.tolerance, (int, float)) and not isinstance(self.tolerance, bool)
        if not ok or not 0 <= self.tolerance < 1:
            raise SettingsError(
                Message.of(
                    "The tolerance is {value}; it must be a number from 0 to below 1.",
                    value=spelled(self.tolerance),
                )
            )
        object.__setattr__(self, "tolerance", float(self.tolerance))

    def window_for(self, n_samples: int) -> int:
        """Steps in one window for a data set of `n_samples` pairs."""
        return self.window if self.window is not None else max(n_samples, 10_000)


def _stopping_rule(value: object) -> StoppingRule | None:
    """Return the rule, which JSON has as a mapping of its fields."""
    if value is None or isinstance(value, StoppingRule):
        return value
    known = {field.name for field in dataclasses.fields(StoppingRule)}
    if isinstance(value, Mapping) and value and set(value) <= known:
        return StoppingRule(**value)
    raise SettingsError(
        Message.of(
            "The stopping rule is {value}; it must be a StoppingRule or None, or hold the fields "
            "of one.",
            value=spelled(value),
        )
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The hyperparameters of one run.

    Attributes
    ----------
    n_hidden : int
        Hidden size l, 1 … 4096.
    learning_rate : float
        λ of N9 (ii), finite and above 0.  The value at the start; a run may change it.
    seed : int
        0 … 2⁶³ − 1; fixes the initial weights and every draw.
    order : Order
        How pairs are drawn: "random" (with replacement, the note's), "shuffled" (a fresh
        permutation each epoch) or "sequential".
    sigma1, sigma2 : Activation
        Hidden and output activation.
    initializer : Initializer
        Distribution of the initial weights.
    gradient_rule : GradientRule
        "exact" (N5–N8) or "as_printed" (the note's formula with its first slip).
    stopping : StoppingRule or None
        N9 (iii); None runs until told to stop.  A mapping of its fields is taken as well, so that
        ``Settings(**json.loads(json.dumps(dataclasses.asdict(settings))))`` equals `settings`.
    keyframe_budget : int
        Bytes that the copies of the weights kept for time travel may take.

    Raises
    ------
    SettingsError
        If any value is out of its range.
    """

    n_hidden: int = 32
    learning_rate: float = 0.1
    seed: int = 0
    order: Order = Order.RANDOM
    sigma1: Activation = Activation.SIGMOID
    sigma2: Activation = Activation.SIGMOID
    initializer: Initializer = Initializer.NORMAL
    gradient_rule: GradientRule = GradientRule.EXACT
    stopping: StoppingRule | None = None
    keyframe_budget: int = 128 * 2**20

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put("n_hidden", check_count("The hidden size l", self.n_hidden, 1, MAX_HIDDEN))
        put("learning_rate", check_learning_rate(self.learning_rate))
        put("seed", check_count("The seed", self.seed, 0, MAX_SEED))
        put("order", _choice("The sample order", Order, self.order))
        put("sigma1", _choice("The hidden activation σ₁", Activation, self.sigma1))
        put("sigma2", _choice("The output activation σ₂", Activation, self.sigma2))
        put("initializer", _choice("The initializer", Initializer, self.initializer))
        put("gradient_rule", _choice("The gradient rule", GradientRule, self.gradient_rule))
        put("stopping", _stopping_rule(self.stopping))
        put(
            "keyframe_budget",
            check_count("The keyframe budget", self.keyframe_budget, 0, MAX_SEED),
        )

    def replace(self, **changes: object) -> Settings:
        """Return a copy with some values changed, validated again."""
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]
