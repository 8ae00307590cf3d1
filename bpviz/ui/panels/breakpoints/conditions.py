"""The words for every condition of a breakpoint: its name, when it hits, why it may not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bpviz.datasets.dataset import Dataset
from bpviz.network.activations import Activation
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.ui.core import option_labels
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.shown_pair import class_name

translate = QCoreApplication.translate


def condition_name(condition: Condition) -> str:
    """Return what to call `condition` in a list of all of them."""
    return {
        Condition.LOSS_ABOVE: translate("BreakpointConditions", "loss above"),
        Condition.LOSS_BELOW: translate("BreakpointConditions", "loss below"),
        Condition.GRADIENT_W1_ABOVE: translate("BreakpointConditions", "‖∂W₁‖ above"),
        Condition.GRADIENT_W2_ABOVE: translate("BreakpointConditions", "‖∂W₂‖ above"),
        Condition.SAMPLE: translate("BreakpointConditions", "sample"),
        Condition.LABEL: translate("BreakpointConditions", "class"),
        Condition.MISCLASSIFIED: translate("BreakpointConditions", "misclassified"),
        Condition.SATURATED: translate("BreakpointConditions", "saturated share"),
        Condition.LOSS_JUMP: translate("BreakpointConditions", "loss jump"),
        Condition.EVERY: translate("BreakpointConditions", "every k steps"),
        Condition.NOT_FINITE: translate("BreakpointConditions", "not finite"),
    }[condition]


def value_name(condition: Condition) -> str:
    """Return what the value of `condition` is; empty where it has none."""
    return {
        Condition.LOSS_ABOVE: translate("BreakpointConditions", "Threshold of the loss"),
        Condition.LOSS_BELOW: translate("BreakpointConditions", "Threshold of the loss"),
        Condition.GRADIENT_W1_ABOVE: translate("BreakpointConditions", "Threshold of ‖∂W₁‖"),
        Condition.GRADIENT_W2_ABOVE: translate("BreakpointConditions", "Threshold of ‖∂W₂‖"),
        Condition.SAMPLE: translate("BreakpointConditions", "Index of the sample, counted from 0"),
        Condition.LABEL: translate("BreakpointConditions", "Class"),
        Condition.SATURATED: translate("BreakpointConditions", "Share of the hidden units, 0 … 1"),
        Condition.LOSS_JUMP: translate("BreakpointConditions", "Factor"),
        Condition.EVERY: translate("BreakpointConditions", "Number of steps k"),
    }.get(condition, "")


def explanation(condition: Condition, sigma1: Activation) -> str:
    """Say precisely when `condition` hits, in a network with the hidden activation `sigma1`."""
    before = translate(
        "BreakpointConditions",
        "The run stops before the update of that step, so nothing of the update is applied.",
    )
    return f"{_when(condition, sigma1)} {before}"


def _when(condition: Condition, sigma1: Activation) -> str:
    match condition:
        case Condition.LOSS_ABOVE:
            return translate(
                "BreakpointConditions", "Hit when the loss of the step's pair exceeds the value."
            )
        case Condition.LOSS_BELOW:
            return translate(
                "BreakpointConditions", "Hit when the loss of the step's pair is below the value."
            )
        case Condition.GRADIENT_W1_ABOVE:
            return translate(
                "BreakpointConditions",
                "Hit when ‖∂W₁‖ of the step, the Frobenius norm of δ1 xᵀ, exceeds the value.",
            )
        case Condition.GRADIENT_W2_ABOVE:
            return translate(
                "BreakpointConditions",
                "Hit when ‖∂W₂‖ of the step, the Frobenius norm of δ2 hᵀ, exceeds the value.",
            )
        case Condition.SAMPLE:
            return translate(
                "BreakpointConditions",
                "Hit when the step trains on this pair; samples are counted from 0.",
            )
        case Condition.LABEL:
            return translate("BreakpointConditions", "Hit when the step's pair has this class.")
        case Condition.MISCLASSIFIED:
            return translate(
                "BreakpointConditions",
                "Hit when the step's pair is misclassified: the largest output f is not that of "
                "its class, or, with one output, f lies on the wrong side of the threshold.",
            )
        case Condition.SATURATED:
            share = translate(
                "BreakpointConditions",
                "Hit when the share of saturated hidden units is at least the value, 0 … 1.",
            )
            return f"{share} {option_labels.saturation(sigma1)}"
        case Condition.LOSS_JUMP:
            return translate(
                "BreakpointConditions",
                "Hit when the loss of the step's pair exceeds the factor times the moving mean "
                "over the steps before. That is the plain mean over fewer than 1000 steps, then "
                "exponential: mean += (loss − mean) / 1000. Never hit in the first 1000 steps.",
            )
        case Condition.EVERY:
            return translate(
                "BreakpointConditions",
                "Hit every k updates: at step k, 2k, 3k, …",
            )
        case Condition.NOT_FINITE:
            return translate(
                "BreakpointConditions",
                "Hit when a quantity of the step (z1, h, z2, f, the loss, δ2, δ1), or a weight "
                "after it, is infinite or not a number; names the first one.",
            )


def unavailable(condition: Condition, data: Dataset | None) -> str:
    """Return why `condition` makes no sense with `data`; empty if it does."""
    if data is not None and data.labels is None:
        if condition is Condition.LABEL:
            return translate(
                "BreakpointConditions", "{name} is a regression task: its samples have no class."
            ).format(name=data.title)
        if condition is Condition.MISCLASSIFIED:
            return translate(
                "BreakpointConditions",
                "{name} is a regression task: no sample is misclassified.",
            ).format(name=data.title)
    return ""


def class_names(data: Dataset | None) -> tuple[str, ...]:
    """Return the name of every class of `data`, its number where it has none."""
    if data is None or data.labels is None:
        return ()
    n = max(len(data.class_names), int(data.labels.max(initial=-1)) + 1)
    return tuple(class_name(data.class_names, c) for c in range(n))


def condition_words(breakpoint: Breakpoint, classes: tuple[str, ...]) -> str:
    """Return the condition in words, a class with its name."""
    words = translated(breakpoint.words())
    if breakpoint.condition is Condition.LABEL and breakpoint.value < len(classes):
        name = classes[int(breakpoint.value)]
        if name != str(breakpoint.value):
            words = f"{words} ({name})"
    return words


def words_before_value(breakpoint: Breakpoint) -> str:
    """Return what stands before the value in `condition_words`."""
    return str(translate("messages", breakpoint.words().template)).partition("{")[0]
