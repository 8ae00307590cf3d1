"""What the panel of the gradient check says in words and numbers."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from bpviz.datasets.dataset import Part
from bpviz.network.checked import CheckedMatrix
from bpviz.network.rules import GradientRule
from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import count, number, ordinal, translated, translator
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Selection

if TYPE_CHECKING:
    from bpviz.network.step_sizes import StepSizeSweep


_tr = translator("GradientCheck")


def verdict(note: CheckInfo) -> str:
    """Return how it came out, in one sentence."""
    result, kind = note.result, verdict_of(note)
    if result is None:
        return translated(note.problem)
    error = number(result.max_relative_error, 2)
    match kind:
        case Verdict.AGREES:
            return _tr("Agrees to {error}.").format(error=error)
        case Verdict.ZERO:
            return _tr("Gradient and difference are 0 for every weight that can be compared.")
        case Verdict.NOTHING:
            return _tr("No weight can be compared here.")
        case Verdict.STEP_SIZE:
            words = _tr(
                "Relative error up to {error} at this step size, but other step sizes agree."
            )
        case Verdict.DOUBTFUL:
            words = _tr("Agrees only to {error}: see the error against the step size.")
        case _ if note.rule is GradientRule.AS_PRINTED:
            words = _tr("Relative error up to {error}: the printed formula is not the gradient.")
        case _:
            words = _tr("Relative error up to {error}: probably a wrong derivative.")
    return words.format(error=error)


def where(note: CheckInfo) -> tuple[str, ...]:
    """Return where the largest error is, at length and then in fewer words; none where it is 0."""
    place = worst_of(note)
    if place is None or note.result is None or verdict_of(note) is Verdict.ZERO:
        return ()
    sentences = (
        _tr("Largest relative error {error}, at {place}"),
        _tr("Largest error {error}, at {place}"),
        _tr("Largest error at {place}"),
    )
    error = number(note.result.max_relative_error, 2)
    return tuple(words.format(error=error, place=place.words) for words in sentences)


def worst_of(note: CheckInfo) -> Selection | None:
    """Return the weight with the largest error."""
    worst = None if note.result is None else note.result.worst
    return None if worst is None else Selection(*worst)


def of_what(note: CheckInfo) -> str:
    """Return step, pair, rule and step size."""
    rule = _tr("exact rule") if note.rule is GradientRule.EXACT else _tr("rule as printed")
    parts = [_tr("step {step}").format(step=count(note.step)), pair(note), rule]
    if note.result is not None:
        parts.append(_tr("{n} weights").format(n=count(note.result.checked)))
        parts.append(f"s = {number(note.result.step_size, 2)}")
    return " · ".join(parts)


def pair(note: CheckInfo) -> str:
    """Return what the pair is called."""
    if note.own:
        return _tr("custom pair: {title}").format(title=translated(note.own))
    words = _tr("test sample {index}") if note.part is Part.TEST else _tr("sample {index}")
    return words.format(index=ordinal(note.sample))


def age(note: CheckInfo, frame: Frame, rule: GradientRule) -> str:
    """Return why a check is not of what is shown now; empty if it is."""
    if note.step != frame.step:
        words = _tr("Outdated: the run is at step {step} now.")
        return words.format(step=count(frame.step))
    shown = frame.preview if frame.selected is None else frame.selected_trace
    if not note.is_of(frame.old_network, shown):
        return _tr("Outdated: weights or pair have changed since.")
    if note.rule is not rule:
        return _tr("Computed with the other gradient rule.")
    return ""


def notes(note: CheckInfo) -> list[str]:
    """Return a sentence for everything that was not compared, and why."""
    result = note.result
    if result is None:
        return []
    said = _why_all_is_zero(note) if verdict_of(note) is Verdict.ZERO else []
    if not result.complete:
        total = sum(m.shape[0] * m.shape[1] for m in (result.W1, result.W2))
        words = _tr(
            "{checked} of {total} weights were compared: those of the selected row, if any, and "
            "random ones."
        )  # fmt: skip
        said.append(words.format(checked=count(result.checked), total=count(total)))
    if result.kinks:
        words = _tr(
            "{n} at a kink of ReLU: the loss bends between the two evaluations, so their "
            "difference is neither a slope nor an error."
        )  # fmt: skip
        said.append(words.format(n=count(result.kinks)))
    if result.unresolved:
        words = _tr(
            "{n} lost in rounding: moving the weight changes the loss by little more than "
            "rounding, as behind saturated units."
        )  # fmt: skip
        said.append(words.format(n=count(result.unresolved)))
    return said


def _why_all_is_zero(note: CheckInfo) -> list[str]:
    """Return what keeps the loss from moving, as far as one thing alone does."""
    if not note.trace.delta2.any():
        return [_tr("δ2 is 0: each output equals its target, is saturated, or is a ReLU below 0.")]
    if not note.trace.h.any():
        return [_tr("h is 0: no hidden unit is active.")]
    return []


def matrix_title(matrix: MatrixName, checked: CheckedMatrix) -> tuple[str, ...]:
    """Return symbol, shape and largest error of a matrix, at length and then in fewer words."""
    symbol, (rows, columns) = MATRIX_SYMBOLS[matrix], checked.shape
    size = f"{symbol}   {rows} × {columns}"
    if checked.worst is None:
        return size, symbol
    error = number(checked.max_relative_error, 2)
    largest = _tr("largest {error}").format(error=error)
    return f"{size}   {largest}", f"{symbol}   {largest}", f"{symbol}   {error}", symbol


AGREES = 1e-5
"""Relative errors up to this are truncation and rounding."""

DIFFERS = 1e-2
"""Those above it are hardly ever anything but a wrong derivative."""

_FINE, _BETTER, _NEIGHBOURS = 1e-4, 10.0, 3
"""A weight agrees at other step sizes where so many in a row have no larger error than that, and
one so many times smaller than at the step size that was used."""


class Verdict(Enum):
    """How a check came out."""

    REFUSED = "refused"
    NOTHING = "nothing"
    """No weight can be compared."""
    ZERO = "zero"
    """Wherever they can be compared both are exactly 0."""
    AGREES = "agrees"
    STEP_SIZE = "step size"
    """They differ, but the worst weight agrees at other step sizes."""
    DOUBTFUL = "doubtful"
    DIFFERS = "differs"

    @property
    def good(self) -> bool:
        """Whether nothing speaks against the derivative."""
        return self is Verdict.AGREES


def verdict_of(note: CheckInfo) -> Verdict:
    """Return how a check came out."""
    result = note.result
    if result is None:
        return Verdict.REFUSED
    if result.worst is None:
        return Verdict.NOTHING
    error = result.max_relative_error
    if error <= AGREES:
        return Verdict.ZERO if error == 0 else Verdict.AGREES
    if note.worst is not None and agrees_elsewhere(note.worst.curve, error):
        return Verdict.STEP_SIZE
    return Verdict.DOUBTFUL if error <= DIFFERS else Verdict.DIFFERS


def agrees_elsewhere(curve: StepSizeSweep, error: float) -> bool:
    """Whether the weight agrees over a stretch of step sizes, where at the one used it has `error`.

    One alone would not do: a curve that only passes through the closed form comes near it as well.
    Nor would a stretch that is no better: a slightly wrong derivative is as wrong at all of them.
    """
    most = min(_FINE, error / _BETTER)
    with np.errstate(invalid="ignore"):
        fine = (np.minimum(curve.double, curve.extended) <= most) & ~curve.kink
    run = np.convolve(fine.astype(int), np.ones(_NEIGHBOURS, dtype=int), mode="valid")
    return bool((run == _NEIGHBOURS).any())
