"""The value of a breakpoint as people type it: reading, writing, and what it is at first."""

from __future__ import annotations

import math

from bpviz.datasets.dataset import Dataset
from bpviz.training.breakpoints import BARE, COUNTED, Condition
from bpviz.training.events import Frame, State
from bpviz.ui.core.counting import shown
from bpviz.ui.core.formatting import MINUS, count, number, ordinal, translator
from bpviz.ui.core.shown_pair import ShownPair, predicted_class
from bpviz.ui.kit.controls.number_text import read_index, read_real, read_whole, written

_tr = translator("BreakpointValues")

Value = float | int

INDICES = frozenset({Condition.SAMPLE, Condition.LABEL})
"""Conditions whose value is an index."""


def read_value(condition: Condition, typed: str, data: Dataset | None) -> Value:
    """Return the value that `typed` means for `condition`.

    A real number may have either decimal mark and an exponent; a whole one has 64 bits.

    Raises
    ------
    InputError
        If it means none, or the data set has no such sample or class.
    """
    if condition in BARE:
        return 0
    if condition in COUNTED:
        if condition is Condition.EVERY:
            return read_whole(typed, low=1)
        known = condition is Condition.SAMPLE and data is not None
        return read_index(typed, data.n_samples - 1) if known and data else read_index(typed)
    plain = typed.strip().lower().replace(MINUS, "-").replace("∞", "inf")
    if plain in ("inf", "+inf", "-inf"):  # cannot be reached, and is legal
        return float(plain)
    return read_real(typed)


def value_words(condition: Condition, value: Value) -> str:
    """Return the text that `read_value` takes for `value`."""
    return written(shown(int(value)) if condition in INDICES else value)


def default_value(condition: Condition, frame: Frame) -> Value:
    """Return a sensible value to begin with, for the run as `frame` has it."""
    usual = frame.mean_loss if math.isfinite(frame.mean_loss) else frame.loss
    trace = frame.preview
    match condition:
        case Condition.LOSS_ABOVE:
            return _round(2 * usual)
        case Condition.LOSS_BELOW:
            return _round(usual / 2)
        case Condition.GRADIENT_W1_ABOVE:
            return _round(math.nan if trace is None else 2 * trace.grad_W1_norm)
        case Condition.GRADIENT_W2_ABOVE:
            return _round(math.nan if trace is None else 2 * trace.grad_W2_norm)
        case Condition.SAMPLE:
            pairs = ShownPair.of(frame), ShownPair.of_step(frame)
            return next((p.index for p in pairs if p is not None and p.trains), 0)
        case Condition.SATURATED:
            return 0.5
        case Condition.LOSS_JUMP:
            return 2.0
        case Condition.EVERY:
            return frame.dataset.n_samples if frame.dataset is not None else 1000
    return 0


MOST_WEIGHTS = 1_000_000
"""With more, the step at hand is not computed for this list alone while the run goes on."""


def present_value(condition: Condition, frame: Frame, classes: tuple[str, ...]) -> str:
    """Return what `condition` watches, in words, as the step at hand has it.

    Empty where that is not known without work for the run: a jump is measured against a mean that
    only the compiled loop keeps.

    Parameters
    ----------
    classes : tuple of str
        Their names.
    """
    if condition is Condition.EVERY:
        return count(frame.step)
    heavy = frame.network.W1.size + frame.network.W2.size > MOST_WEIGHTS
    if frame.dataset is None or frame.opened is None:
        return ""
    pair = ShownPair.of_step(frame)
    if condition is Condition.SAMPLE:
        return ordinal(frame.sample) if frame.own is None else ""
    if condition is Condition.LABEL:
        label = None if pair is None else pair.label
        return classes[label] if label is not None and label < len(classes) else ""
    if heavy and frame.state is State.RUNNING:
        return ""
    trace = frame.opened.trace
    low, high = frame.settings.sigma1.saturation
    match condition:
        case Condition.LOSS_ABOVE | Condition.LOSS_BELOW:
            return number(trace.loss)
        case Condition.GRADIENT_W1_ABOVE:
            return number(trace.grad_W1_norm)
        case Condition.GRADIENT_W2_ABOVE:
            return number(trace.grad_W2_norm)
        case Condition.SATURATED:
            return number(float(((trace.h < low) | (trace.h > high)).mean()), 3)
        case Condition.MISCLASSIFIED if pair is not None and pair.label is not None:
            right = predicted_class(frame.dataset, trace.f) == pair.label
            return _tr("right") if right else _tr("wrong")
    return ""


def _round(value: float) -> float:
    """Return `value` with two significant digits; 1 where that is no use as a threshold."""
    return float(f"{value:.2g}") if math.isfinite(value) and value > 0 else 1.0
