"""What ended a move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bpviz.datasets.sentence import paragraph
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.infos import HitInfo
from bpviz.training.message import Index, Message


class StopReason(StrEnum):
    """Why `Session.advance` or `seek` returned."""

    COUNT = "count"
    """All steps asked for were done."""
    ATTENTION = "attention"
    """Somebody waits in the mailbox."""
    STOPPING_RULE = "stopping_rule"
    """N9 (iii): the loss levelled off."""
    BREAKPOINT = "breakpoint"
    """A breakpoint is met: it stands before the update of that step."""
    BEGINNING = "beginning"
    """It was to go back further than to the beginning of step 0."""
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
    breakpoint : Breakpoint or None
        The first of those that stopped it.
    hits : tuple of HitNote
        Of all that stopped it.
    """

    reason: StopReason
    step: int
    message: str = ""
    breakpoint: Breakpoint | None = None
    hits: tuple[HitInfo, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the breakpoints that stopped it."""
        return tuple(hit.number for hit in self.hits)


def levelled_off(step: int, patience: int, window: int, best: float) -> Message:
    """Say why the stopping rule ended the run."""
    return Message.of(
        "Stopped by the stopping rule after step {step}: for {patience} × {window} steps, the "
        "mean loss has not improved on that of the best window, {best:.4g}.",
        step=step,
        patience=patience,
        window=window,
        best=best,
    )


def stopped(step: int, words: list[Message]) -> Message:
    """Say which breakpoints stopped the run."""
    shown = words[:3] + [Message.of("…")] * (len(words) > 3)
    return Message.of(
        "Stopped before the update of step {step}: {conditions}.",
        step=step,
        conditions=paragraph(shown, "; "),
    )


def quantity(name: str, value: str) -> Message:
    """Say which quantity is not finite."""
    return Message.of("not finite: {name} is {value}", name=name, value=value)


def at_beginning() -> Message:
    """Say that there is nothing before step 0."""
    return Message.of("This is step 0, the beginning of the run: there is no earlier step.")


def no_hit_before(step: int) -> Message:
    """Say that going back met no breakpoint."""
    return Message.of("No breakpoint was hit before step {step}; this is step 0.", step=step)


def not_finite(step: int, name: str, value: str, rate: float) -> Message:
    """Say which quantity of which step overflowed."""
    said = Message.of(
        "Paused at step {step}, before its update: {name} is {value}, no longer a finite number "
        "(λ = {rate:.4g}).",
        step=step,
        name=name,
        value=value,
        rate=rate,
    )
    return paragraph([said, Message.of("Go back and choose a smaller λ.")])


def not_finite_data(step: int, name: str, value: str, place: str, sample: int, bad: str) -> Message:
    """Say which quantity of which step is not finite because the pair itself is not."""
    said = Message.of(
        "Paused at step {step}, before its update: {name} is {value}, no longer a finite number, "
        "because {place} of sample {sample} is {bad}.",
        step=step,
        name=name,
        value=value,
        place=place,
        sample=Index(sample),
        bad=bad,
    )
    return paragraph([said, Message.of("Use data with finite numbers only.")])


def without_a_window(message: str) -> str:
    """Return the reason of a stop for somebody who has nothing to go back with."""
    said = getattr(message, "values", {}).get("s0", message)
    words = f"{said} Choose a smaller λ." if "rate" in getattr(said, "values", {}) else str(message)
    return words.replace("Paused at step", "Stopped at step", 1)
