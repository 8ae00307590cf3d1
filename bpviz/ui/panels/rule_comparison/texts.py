"""What is said of the two gradient rules at one pair."""

from __future__ import annotations

import math

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import (
    MINUS,
    NOTHING,
    count,
    localized,
    number,
    per_cent,
    translator,
)
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.panels.rule_comparison.model import ShownRules, Way

ALIKE = 0.9995
"""From this cosine on two gradients are said to point the same way."""


_tr = translator("RuleWords")


def way_title(way: Way) -> str:
    """Return what a way to the gradient is called."""
    return way_titles(way)[0]


def way_titles(way: Way) -> tuple[str, ...]:
    """Return what a way to the gradient is called, at length and then in fewer letters."""
    return {
        Way.EXACT: (_tr("exact"),),
        Way.PRINTED: (_tr("as printed"), _tr("printed")),
        Way.DIFFERENCES: (_tr("finite differences"), _tr("differences"), _tr("numerical")),
        Way.GAP: (_tr("as printed − exact"), _tr("difference")),
    }[way]


def way_explained(way: Way) -> str:
    """Return how a way comes to its gradient, for a tooltip."""
    return {
        Way.EXACT: _tr(
            "∂W₁ = δ1 xᵀ with δ1ₖ = (Σⱼ δ2ⱼ W₂ⱼₖ) σ₁′(z1ₖ): the chain rule, with column k of W₂. "
            "∂W₂ = δ2 hᵀ."
        ),
        Way.PRINTED: _tr(
            "∂W₁ as the note prints it: δ1ₖ = (Σⱼ δ2ⱼ) σ₁′(z1ₖ). A vector of ones takes the place "
            "of column k of W₂, so every hidden unit gets the same error. ∂W₂ is as in the exact "
            "rule."
        ),
        Way.DIFFERENCES: _tr(
            "(E(w + s) − E(w − s)) / 2s for each weight w by itself, from the loss alone, without "
            "any formula for a gradient. Computed while the run is paused."
        ),
        Way.GAP: _tr("The printed gradient minus the exact one: its error."),
    }[way]


def cosine_text(value: float, decimals: int = 2) -> str:
    """Write a cosine; one that is not quite ±1 is never rounded to it."""
    if math.isnan(value):
        return NOTHING
    most = 1 - 10.0**-decimals
    shown = math.copysign(min(abs(value), most), value) if abs(value) < 1 - 1e-9 else value
    return localized(f"{shown:.{decimals}f}".replace("-", MINUS))


def angle_text(value: float) -> str:
    """Write the angle of a cosine in whole degrees."""
    return f"{math.degrees(math.acos(value)):.0f}°"


def verdict(rules: ShownRules, matrix: MatrixName) -> tuple[str, ...]:
    """Say how the printed gradient lies to the exact one, at length and then in fewer words."""
    if matrix == "W2":
        return (
            _tr("∂W₂ is the same by both rules: only ∂W₁ is misprinted."),
            _tr("∂W₂ is the same by both rules."),
        )
    value, ratio = rules.cosine, rules.ratio
    if math.isnan(value):
        return (_undefined(rules),)
    if value >= ALIKE:
        long = _tr(
            "Here the printed ∂W₁ points in the same direction as the exact one: cosine {cosine}"
        )
        short = _tr("Same direction: cosine {cosine}")
        least = _tr("Same way: cosine {cosine}")
    elif value >= 0:
        long = _tr("The printed ∂W₁ is turned by {angle} from the exact one: cosine {cosine}")
        short = _tr("Turned by {angle}: cosine {cosine}")
        least = _tr("{angle}: cosine {cosine}")
    else:
        long = _tr("The printed ∂W₁ leads uphill, {angle} from the exact one: cosine {cosine}")
        short = _tr("Uphill, turned by {angle}: cosine {cosine}")
        least = _tr("Uphill, {angle}: cosine {cosine}")
    long, short, least = (
        words.format(angle=angle_text(value), cosine=cosine_text(value))
        for words in (long, short, least)
    )
    more = _tr("; {ratio} times as large.").format(ratio=number(ratio, 3))
    return long + more, f"{long}.", short + more, f"{short}.", f"{least}."


def _undefined(rules: ShownRules) -> str:
    exact_norm, printed_norm = rules.exact.grad_W1_norm, rules.printed.grad_W1_norm
    if not (math.isfinite(exact_norm) and math.isfinite(printed_norm)):
        return _tr("A gradient is not finite at these weights: go back and choose a smaller λ.")
    if exact_norm == 0 and printed_norm == 0:
        return _tr("Both ∂W₁ are 0 at this pair: there is no direction to compare.")
    if exact_norm == 0:
        return _tr("The exact ∂W₁ is 0 at this pair, the printed one is not.")
    return _tr("The printed ∂W₁ is 0 at this pair, the exact one is not.")


def cause(rules: ShownRules, matrix: MatrixName) -> tuple[str, ...]:
    """Say what makes the two ∂W₁ differ, at length and then in fewer words; "" where nothing."""
    low, high, same = rules.sent_back
    if matrix == "W2" or not all(map(math.isfinite, (low, high, same))):
        return ("",)
    words: tuple[str, ...]
    if low == high:
        words = (
            _tr("Backpropagated error at the hidden units: exact {low}, as printed {same}."),
            _tr("Backpropagated error: exact {low}, as printed {same}."),
            _tr("Error: exact {low}; printed {same}."),
        )
    else:
        words = (
            _tr(
                "Backpropagated error at hidden unit k: exact {low} … {high}, by column k of W₂; "
                "as printed {same} for every k."
            ),
            _tr(
                "Backpropagated error at hidden unit k: exact {low} … {high}; as printed {same} "
                "for every k."
            ),
            _tr("Error: exact {low} … {high}; printed {same} for all."),
            _tr("Error: {low2} … {high2}; printed {same2}"),
            _tr("{low} … {high}; printed {same}"),
        )
    sent = {"low": low, "high": high, "same": same}
    values = {name: number(value, 3) for name, value in sent.items()}
    values |= {f"{name}2": number(value, 2) for name, value in sent.items()}
    return tuple(each.format(**values) for each in words)


def cause_explained() -> str:
    """Return where the errors come from that reach the hidden units, for a tooltip."""
    return _tr(
        "What reaches hidden unit k before it is multiplied by σ₁′(z1ₖ): exact Σⱼ δ2ⱼ W₂ⱼₖ, with "
        "column k of W₂; as printed Σⱼ δ2ⱼ, with ones. The two rules differ in nothing else."
    )


def measures(rules: ShownRules, matrix: MatrixName, *, standing: bool) -> str:
    """Say how both rules lie to the differences, or how far these have come."""
    found = rules.differences
    if found is None:
        if standing:
            return _tr("Computing the finite differences…")
        return _tr("The finite differences are computed when the run is paused.")
    if not found.complete:
        done = per_cent(found.rows / len(found.W1), 0)
        return _tr("Computing the finite differences: {done} of ∂W₁.").format(done=done)
    numeric, delta = (
        (found.W1, rules.exact.delta1) if matrix == "W1" else (found.W2, rules.exact.delta2)
    )
    if not numeric.any() and delta.any():
        return _tr("The finite differences are 0: the loss changes by less than rounding.")
    cosines = rules.to_differences
    words = _tr("Cosine to the finite differences: exact {exact}, as printed {printed}.")
    if matrix == "W1" and rules.rows < rules.network.n_hidden:
        words = _tr(
            "Cosine to the finite differences, first {rows} units: exact {exact}, as printed "
            "{printed}."
        )
    return words.format(
        rows=count(rules.rows),
        exact=cosine_text(cosines[matrix, Way.EXACT], 6),
        printed=cosine_text(cosines[matrix, Way.PRINTED], 6),
    )


def formula_explained(way: Way, *, one_output: bool) -> str:
    """Return what is marked in the formula of a rule, for a tooltip."""
    if way is Way.EXACT:
        if one_output:
            return _tr(
                "The chain rule: the error δ2 comes back to hidden unit k by its weight W₂ₖ, and "
                "σ₁′ is taken where the unit stands, at W₁ₖ x."
            )
        return _tr(
            "The chain rule: the errors δ2 come back to hidden unit k by column k of W₂, and σ₁′ "
            "is taken where the unit stands, at W₁ₖ x."
        )
    wrong = _tr("Wrong: the 1, of the note's vector of ones, stands where column k of W₂ belongs.")
    if one_output:
        wrong = _tr("Wrong: the 1, of the note's vector of ones, stands where W₂ₖ belongs.")
    second = _tr(
        "The h in σ₁′ is a second slip: W₁ₖ h exists only for n = l. It is read as W₁ₖ x, since "
        "nothing could be computed otherwise."
    )
    return f"{wrong}\n\n{second}"


def one_output(rules: ShownRules) -> tuple[str, ...]:
    """Say why both rules may learn where there is one output, at length and then in fewer words.

    None where there are several.
    """
    if rules.network.n_outputs != 1:
        return ()
    below = {
        "n": count(int((rules.network.W2 < 0).sum())),
        "l": count(rules.network.n_hidden),
    }
    sentences = (
        _tr(
            "One output: column k of W₂ is a number, W₂ₖ. Only its size and its sign ({n} of {l} "
            "below 0) are missing as printed, so both rules may learn."
        ),
        _tr(
            "One output: only size and sign of W₂ₖ ({n} of {l} below 0) are missing; both may "
            "learn."
        ),
        _tr("One output: only size and sign of W₂ₖ are missing; both may learn."),
        _tr("One output: only size and sign of W₂ₖ are missing."),
        _tr("Only size and sign of W₂ₖ are missing."),
    )
    return tuple(words.format(**below) for words in sentences)


def about_one_output() -> str:
    """Return what the slip comes to where there is one output."""
    return _tr(
        "With one output the printed rule misses a factor: its row k is the exact one divided by "
        "W₂[0, k]. Rows of units with W₂[0, k] above 0 point the right way, those of the others "
        "exactly the wrong way. ∂W₂ is right, so that a small problem such as XOR may be learned "
        "all the same; with several outputs each unit needs a column of its own."
    )


def reading(rules: ShownRules, matrix: MatrixName, row: int, column: int) -> str:
    """Return one weight's gradient by all three ways."""
    parts = [f"∂{MATRIX_SYMBOLS[matrix]}[{row}, {column}]"]
    for way in (Way.EXACT, Way.PRINTED, Way.DIFFERENCES):
        values = rules.gradient(matrix, way)
        value = NOTHING
        if values is not None and row < rules.known(matrix, way):
            entry = float(values[row, column])
            kink = way is Way.DIFFERENCES and math.isnan(entry)
            value = _tr("at a kink of ReLU") if kink else number(entry, 6)
        parts.append(f"{way_title(way)} {value}")
    return "   ".join(parts)
