"""What ended a move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bpviz.training.message import Message


class StopReason(StrEnum):
    """Why `Session.advance` or `seek` returned."""

    COUNT = "count"
    """All steps asked for were done."""
    ATTENTION = "attention"
    """Somebody waits in the mailbox."""
    STOPPING_RULE = "stopping_rule"
    """N9 (iii): the loss levelled off."""
    NOT_FINITE = "not_finite"
    """A quantity of the current step is infinite or not a number; nothing of it is applied."""
    CANCELLED = "cancelled"
    """A long seek was given up; the run stands where it stood."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of a move.

    Attributes
    ----------
    reason : StopReason
    step : int
        Where the run stands: updates done.
    message : str
        The reason in words; empty for COUNT and ATTENTION.
    """

    reason: StopReason
    step: int
    message: str = ""


def levelled_off(step: int, patience: int, window: int, best: float) -> Message:
    """Say why the stopping rule ended the run."""
    return Message.of(
        "Stopped by the stopping rule after step {step}: for {patience} × {window} steps the mean "
        "loss did not improve on that of the best window, {best:.4g}.",
        step=step,
        patience=patience,
        window=window,
        best=best,
    )


def not_finite(step: int, name: str, value: str, rate: float) -> Message:
    """Say which quantity of which step overflowed."""
    return Message.of(
        "Paused at step {step}, before its update: {name} is {value}, no longer a finite number "
        "(λ = {rate:.4g}). Go back and choose a smaller λ.",
        step=step,
        name=name,
        value=value,
        rate=rate,
    )
