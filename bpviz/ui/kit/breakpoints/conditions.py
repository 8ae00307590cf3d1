"""The words for every condition of a breakpoint: its name, when it hits, why it may not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bpviz.datasets.dataset import Dataset
from bpviz.network.activations import Activation
from bpviz.training.breakpoints import WATCHING, Breakpoint, Condition
from bpviz.ui.core import option_labels
from bpviz.ui.core.counting import first
from bpviz.ui.core.formatting import translated, translator
from bpviz.ui.core.shown_pair import class_name

_tr = translator("BreakpointConditions")

OFFERED = tuple(condition for condition in Condition if condition not in WATCHING)
"""Conditions that need no more than a value."""


def condition_name(condition: Condition) -> str:
    """Return what to call `condition` in a list of all of them."""
    return {
        Condition.LOSS_ABOVE: _tr("loss above"),
        Condition.LOSS_BELOW: _tr("loss below"),
        Condition.GRADIENT_W1_ABOVE: _tr("‖∂W₁‖ above"),
        Condition.GRADIENT_W2_ABOVE: _tr("‖∂W₂‖ above"),
        Condition.SAMPLE: _tr("sample"),
        Condition.LABEL: _tr("class"),
        Condition.MISCLASSIFIED: _tr("misclassified"),
        Condition.SATURATED: _tr("saturated share"),
        Condition.LOSS_JUMP: _tr("loss jump"),
        Condition.EVERY: _tr("every k steps"),
        Condition.NOT_FINITE: _tr("not finite"),
        Condition.WATCH_ABOVE: _tr("watch above"),
        Condition.WATCH_BELOW: _tr("watch below"),
        Condition.SIGN_CHANGE: _tr("watch changes sign"),
        Condition.MOVE_ABOVE: _tr("watch moves by"),
    }[condition]


def value_name(condition: Condition) -> str:
    """Return what the value of `condition` is; empty where it has none."""
    return {
        Condition.LOSS_ABOVE: _tr("Threshold of the loss"),
        Condition.LOSS_BELOW: _tr("Threshold of the loss"),
        Condition.GRADIENT_W1_ABOVE: _tr("Threshold of ‖∂W₁‖"),
        Condition.GRADIENT_W2_ABOVE: _tr("Threshold of ‖∂W₂‖"),
        Condition.SAMPLE: _tr("Index of the sample, counted from {first}").format(first=first()),
        Condition.LABEL: _tr("Class"),
        Condition.SATURATED: _tr("Share of the hidden units, 0 … 1"),
        Condition.LOSS_JUMP: _tr("Factor"),
        Condition.EVERY: _tr("Number of steps k"),
        Condition.WATCH_ABOVE: _tr("Threshold of the watch"),
        Condition.WATCH_BELOW: _tr("Threshold of the watch"),
        Condition.MOVE_ABOVE: _tr("Threshold of the move in one step"),
    }.get(condition, "")


def explanation(condition: Condition, sigma1: Activation) -> str:
    """Say precisely when `condition` hits, in a network with the hidden activation `sigma1`."""
    before = _tr(
        "The run stops before the update of that step, so nothing of the update is applied."
    )
    return f"{_when(condition, sigma1)} {before}"


def _when(condition: Condition, sigma1: Activation) -> str:
    return {
        Condition.LOSS_ABOVE: _tr("Hit when the loss of the step's pair exceeds the value."),
        Condition.LOSS_BELOW: _tr("Hit when the loss of the step's pair is below the value."),
        Condition.GRADIENT_W1_ABOVE: _tr(
            "Hit when ‖∂W₁‖ of the step, the Frobenius norm of δ1 xᵀ, exceeds the value."
        ),
        Condition.GRADIENT_W2_ABOVE: _tr(
            "Hit when ‖∂W₂‖ of the step, the Frobenius norm of δ2 hᵀ, exceeds the value."
        ),
        Condition.SAMPLE: _tr(
            "Hit when the step trains on this pair; samples are counted from {first}."
        ).format(first=first()),
        Condition.LABEL: _tr("Hit when the step's pair has this class."),
        Condition.MISCLASSIFIED: _tr(
            "Hit when the step's pair is misclassified: the largest output f is not that of "
            "its class, or, with one output, f lies on the wrong side of the threshold."
        ),
        Condition.SATURATED: _tr(
            "Hit when the share of saturated hidden units is at least the value, 0 … 1."
        )
        + f" {option_labels.saturation(sigma1)}",
        Condition.LOSS_JUMP: _tr(
            "Hit when the loss of the step's pair exceeds the factor times the moving mean "
            "over the steps before. That is the plain mean over fewer than 1000 steps, then "
            "exponential: mean += (loss − mean) / 1000. Never hit in the first 1000 steps."
        ),
        Condition.EVERY: _tr("Hit every k updates: at step k, 2k, 3k, …"),
        Condition.NOT_FINITE: _tr(
            "Hit when a quantity of the step (z1, h, z2, f, the loss, δ2, δ1), or a weight "
            "after it, is infinite or not a number; names the first one."
        ),
        Condition.WATCH_ABOVE: _tr("Hit when the watched number exceeds the value."),
        Condition.WATCH_BELOW: _tr("Hit when the watched number is below the value."),
        Condition.SIGN_CHANGE: _tr(
            "Hit when the step takes the watched number from below 0 to 0 or above, or back: the "
            "update of the step, or, for a number of the step's own pair, since the step before."
        ),
        Condition.MOVE_ABOVE: _tr(
            "Hit when the step moves the watched number by more than the value, up or down: the "
            "update of the step, |λδx| of a weight, or, for a number of the step's own pair, "
            "since the step before."
        ),
    }[condition]


def unavailable(condition: Condition, data: Dataset | None) -> str:
    """Return why `condition` makes no sense with `data`; empty if it does."""
    if data is not None and data.labels is None:
        if condition is Condition.LABEL:
            return _tr("{name} is a regression task: its samples have no class.").format(
                name=data.title
            )
        if condition is Condition.MISCLASSIFIED:
            return _tr("{name} is a regression task: no sample is misclassified.").format(
                name=data.title
            )
    return ""


def class_names(data: Dataset | None) -> tuple[str, ...]:
    """Return the name of every class of `data`, its number where it has none."""
    if data is None or data.labels is None:
        return ()
    n = max(len(data.class_names), int(data.labels.max(initial=-1)) + 1)
    return tuple(class_name(data.class_names, c) for c in range(n))


def condition_words(breakpoint: Breakpoint, classes: tuple[str, ...]) -> str:
    """Return the condition in words, a class by its name."""
    return translated(breakpoint.words(classes))


def words_before_value(breakpoint: Breakpoint) -> str:
    """Return what stands before the value in `condition_words`."""
    words = breakpoint.words()
    before = str(QCoreApplication.translate("messages", words.template)).partition("{value")[0]
    watch = words.values.get("watch")
    return before if watch is None else before.replace("{watch}", translated(watch))
