"""What the panel of contributions says in words."""

from __future__ import annotations

import math

from bpviz.training.contributions import Contributions
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import (
    MINUS,
    count,
    localized,
    number,
    ordinal,
    shortened,
    translated,
    translator,
)
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.panels.contributions.parts import Parts

_tr = translator("ContributionsTexts")

MOST_LETTERS = 40
"""Of the title of a custom pair."""


def place(found: Contributions) -> str:
    """Return what it is of: "W₁[3, 17]", "W₁[3]"."""
    symbol = MATRIX_SYMBOLS[found.matrix]
    indices = [index for index in (found.row, found.column) if index is not None]
    if found.row is None:
        return counting.entry(symbol, indices[0]).replace("[", "[·, ")
    return counting.entry(symbol, *indices)


def change(found: Contributions) -> str:
    """Return what its change is called: "ΔW₁[3, 17]", of several weights the norm."""
    words = f"Δ{place(found)}"
    return words if found.target.single else f"‖{words}‖"


def own_pair(found: Contributions, which: int) -> str:
    """Return what a person's own pair is called; counted from 0 among these."""
    title = shortened(translated(found.own_pairs[which].title), MOST_LETTERS)
    return _tr("custom pair {n}: {title}").format(n=ordinal(which), title=title)


def signed(value: float, digits: int = 4) -> str:
    """Write a number with its sign, also +."""
    words = number(value, digits)
    return words if words.startswith(MINUS) or value == 0 else f"+{words}"


def summands(*values: float) -> list[str]:
    """Return the first value and the others, whose sum it is, as decimals that add up as printed.

    The second takes what rounding to decimals leaves: at most some units of the last place.
    """
    largest = max(map(abs, values))
    if not 1e-3 <= largest < 1e6:
        return [signed(value) for value in values]
    decimals = 4 - math.floor(math.log10(largest))
    decimals = min(max(decimals, 0), 7)
    whole = [round(value * 10**decimals) for value in values]
    whole[1] = whole[0] - sum(whole[2:])
    return [
        localized(f"{value / 10**decimals:+.{decimals}f}".replace("-", MINUS)) if value else "0"
        for value in whole
    ]


def stretch(found: Contributions, branch: str = "") -> str:
    """Return the steps that were replayed, and of which branch if it is another one."""
    ends = count(found.start), count(found.stop)
    words = _tr("steps {start} to {stop}").format(start=ends[0], stop=ends[1])
    return f"{branch}, {words}" if branch else words


def headline(parts: Parts, branch: str = "") -> tuple[str, ...]:
    """Return of what the sum is and over which steps, the longest way of saying it first."""
    found = parts.found
    short = f"{place(found)}, {stretch(found, branch)}"
    if not found.target.single:
        return short, place(found)
    grows = f"{number(found.before)} → {number(found.after)}"
    return f"{place(found)}: {grows}, {stretch(found, branch)}", short, place(found)


def equation(parts: Parts) -> tuple[str, ...]:
    """Return the sum with its numbers, the longest way of writing it first."""
    found = parts.found
    total, samples, own, edits = summands(parts.change, parts.samples, parts.own, parts.edits)
    terms = [
        _tr("samples {value}").format(value=samples),
        _tr("custom pairs {value}").format(value=own),
        _tr("edits {value}").format(value=edits),
        _tr("rounding {value}").format(value=signed(parts.rounding, 2)),
    ]
    if not found.own_pairs:
        del terms[1]
    left = f"{change(found)} = {total}"
    return f"{left} = {'   '.join(terms)}", f"{left} = {' '.join(terms)}", left


def explanation(parts: Parts) -> str:
    """Return what the sum means, for a tooltip."""
    if parts.found.target.single:
        return _tr(
            "W(b) − W(a) = Σ contributions + edits + rounding. A contribution is −λδx of a step "
            "(of W₂ −λδh), summed over the steps on each sample. Rounding is what the weight lost "
            "to its last digit at each update."
        )
    return _tr(
        "‖W(b) − W(a)‖ = Σ contributions + edits + rounding, each as a length along the change of "
        "the row: the scalar product with ΔW / ‖ΔW‖. Above 0: pushed the row to where it is now."
    )


def side(parts: Parts, sign: int) -> str:
    """Return the title of one list of samples."""
    total, how_many = parts.side(sign)
    if parts.found.target.single:
        words = _tr("raised it: {total} by {n}") if sign > 0 else _tr("lowered it: {total} by {n}")
    else:
        words = _tr("along ΔW: {total} by {n}") if sign > 0 else _tr("against ΔW: {total} by {n}")
    if how_many == 0:
        return words.format(total=0, n=_tr("no sample"))
    n = _tr("1 sample") if how_many == 1 else _tr("{n} samples").format(n=count(how_many))
    return words.format(total=signed(total), n=n)
