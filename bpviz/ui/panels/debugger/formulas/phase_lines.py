"""The lines of each phase, with the numbers of one row or entry put in."""

from __future__ import annotations

import numpy as np

from bpviz.network.activations import Activation
from bpviz.training.journal.entries import MatrixName
from bpviz.training.settings import Order
from bpviz.training.step.phases import Phase
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import MINUS, NOTHING, count, translator
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.shown_pair import ShownPair, class_name
from bpviz.ui.panels.debugger.formulas.expansion import Term
from bpviz.ui.panels.debugger.formulas.gradient_lines import (
    delta1_lines,
    delta2_lines,
    gradient_lines,
    needs,
    update_lines,
)
from bpviz.ui.panels.debugger.formulas.own_units import unit_lines
from bpviz.ui.panels.debugger.formulas.pieces import (
    Line,
    Piece,
    Pieces,
    Role,
    bracketed,
    equals,
    plain,
    result,
    times,
    value,
    words,
)
from bpviz.ui.panels.debugger.formulas.step_numbers import Quantity, StepNumbers
from bpviz.ui.panels.debugger.formulas.sum_lines import not_yet, sum_lines

_tr = translator("formulas")

DELTA_LINES = {"W1": delta1_lines, "W2": delta2_lines}
"""The lines of δ with which the gradient of a matrix is made."""


def phase_lines(
    numbers: StepNumbers, phase: Phase, row: int, selection: Selection | None = None
) -> list[Line]:
    """Return the formula of `phase` with its numbers.

    Parameters
    ----------
    numbers : StepNumbers
    phase : Phase
    row : int
        Its row as in `rows_in`, or the entry of the vector that it computes.
    selection : Selection or None
        Whose column is shown where a row has many entries; else the largest one is.
    """
    match phase:
        case Phase.DRAW:
            return draw_lines(numbers)
        case Phase.Z1:
            return sum_of_row(numbers, "W1", row)
        case Phase.H:
            return activation_lines(numbers, "z1", "h", row)
        case Phase.Z2:
            return sum_of_row(numbers, "W2", row)
        case Phase.F:
            return activation_lines(numbers, "z2", "f", row)
        case Phase.LOSS:
            return loss_lines(numbers)
        case Phase.GRAD_W2 | Phase.GRAD_W1:
            matrix: MatrixName = "W2" if phase is Phase.GRAD_W2 else "W1"
            entry, remark = _entry(numbers, Selection(matrix, row, 0), selection)
            lines = DELTA_LINES[matrix](numbers, row)
            return lines + gradient_lines(numbers, matrix, row, entry, remark)
    place = updated_row(numbers, row)
    entry, remark = _entry(numbers, place, selection)
    return update_lines(numbers, place.matrix, place.row, entry, remark)


def chain_lines(numbers: StepNumbers, selection: Selection) -> list[Line]:
    """Return the whole chain rule of one weight: δ, gradient, old and new value."""
    matrix, row, column = selection.matrix, selection.row, selection.column
    return [
        *DELTA_LINES[matrix](numbers, row),
        *gradient_lines(numbers, matrix, row, column),
        *update_lines(numbers, matrix, row, column),
    ]


def updated_row(numbers: StepNumbers, row: int) -> Selection:
    """Return which row of which matrix is row `row` of the update, at column 0."""
    d = numbers.length("output")
    return Selection("W2", row, 0) if row < d else Selection("W1", row - d, 0)


def _entry(numbers: StepNumbers, row: Selection, selection: Selection | None) -> tuple[int, str]:
    """Return the column to show of a row, and a remark if nobody chose it."""
    if selection is not None and selection.matrix == row.matrix:
        return selection.column, ""
    return numbers.largest_column(row.matrix), _tr("largest in its row")


def sum_of_row(numbers: StepNumbers, matrix: MatrixName, row: int) -> list[Line]:
    """N4: z1_k = Σᵢ W₁ₖᵢ xᵢ, z2_j = Σₖ W₂ⱼₖ hₖ."""
    make, first = Pieces(numbers), matrix == "W1"
    z: Quantity = "z1" if first else "z2"
    inputs: Quantity = "x" if first else "h"

    def factors(term: Term) -> tuple[Piece, ...]:
        return times(make.weight(matrix, row, term.index), make.entry(inputs, term.index))

    left, expansion = (make.symbol(z, row),), numbers.z1(row) if first else numbers.z2(row)
    if expansion is None:
        return [Line(left, needs(inputs))]
    return sum_lines(left, expansion, factors, result(make.entry(z, row)))


def loss_lines(numbers: StepNumbers) -> list[Line]:
    """N3: ‖f − y‖² = Σⱼ (f_j − y_j)²."""
    make = Pieces(numbers)

    def factors(term: Term) -> tuple[Piece, ...]:
        f, y = make.entry("f", term.index), make.entry("y", term.index)
        return plain("("), f, plain(f" {MINUS} "), *bracketed(y), plain(")²")

    name = _tr("loss")
    total = value(name, numbers.trace.loss)
    left, expansion = (Piece(name, Role.SYMBOL, name, total.exact),), numbers.loss()
    if expansion is None:
        return [Line(left, needs("f"))]
    return sum_lines(left, expansion, factors, result(total))


def activation_lines(
    numbers: StepNumbers, before: Quantity, after: Quantity, index: int
) -> list[Line]:
    """N4: h_k = σ₁(z1_k), f_j = σ₂(z2_j)."""
    make = Pieces(numbers)
    network = numbers.network
    sigma, kind = ("σ₁", network.sigma1) if before == "z1" else ("σ₂", network.sigma2)
    z, end = make.entry(before, index), make.entry(after, index)
    symbols = (plain(f"{sigma}("), make.symbol(before, index), plain(")"))
    last = not_yet() if end.role is Role.MISSING else result(end)
    lines = [
        Line((make.symbol(after, index),), symbols),
        Line((), (*_activation(kind, z), *equals(last))),
    ]
    if after == "f":
        lines += unit_lines(numbers.frame.dataset, "f", numbers.vector("f"), (index,))
    return lines


def _activation(kind: Activation, z: Piece) -> tuple[Piece, ...]:
    """Return σ with the number z put in."""
    before, after = kind.with_number.split("{}")
    number = bracketed(z) if before.endswith(MINUS) else (z,)
    return tuple(filter(lambda piece: piece.text, (plain(before), *number, plain(after))))


def draw_lines(numbers: StepNumbers) -> list[Line]:
    """N9 (iii): which pair is drawn, and how."""
    frame, data = numbers.frame, numbers.frame.dataset
    if data is None:
        return [Line((plain("i"),), (Piece(NOTHING, Role.MISSING),))]
    pair = ShownPair(data, frame.sample, own=frame.own)

    def taken(letter: str, then: str = "  ") -> tuple[Piece, ...]:
        """Return from which row of which array it comes; a person's own pair is in none."""
        return () if pair.own is not None else (plain(f"{letter}[{count(pair.index)}]{then}"),)

    x, y, label = pair.x, pair.y, pair.label
    known = _tr("{inputs}, {used} of them nonzero")
    used = known.format(inputs=plurals.inputs(len(x)), used=count(int(np.count_nonzero(x))))
    if label is not None:
        text = _tr("class {label}")
        text = text.format(label=class_name(data.class_names, label))
        target = (*taken("Y"), words(f"({text})"))
    elif len(y) == 1:
        target = (*taken("Y", " = "), result(value("y[0]", float(y[0]))))
    else:
        text = _tr("{number} targets")
        target = (*taken("Y"), words(f"({text.format(number=count(len(y)))})"))
    return [
        _which(pair),
        Line((), (words(_how_drawn(numbers)),), ""),
        Line((plain("x"),), (*taken("X"), words(f"({used})"))),
        Line((plain("y"),), target),
        *unit_lines(data, "y", y, range(len(y))),
    ]


def _which(pair: ShownPair) -> Line:
    """Return the line that says which pair it is."""
    if pair.own is not None:
        return Line((plain("(x, y)"),), (words(pair.words),))
    i, name = pair.index, _tr("sample")
    samples = _tr("of {number} samples")
    whole = words(samples.format(number=count(pair.data.n_samples)))
    return Line((plain("i"),), (Piece(count(i), Role.RESULT, name, str(i)), plain("  "), whole))


def _how_drawn(numbers: StepNumbers) -> str:
    frame = numbers.frame
    if frame.held is not None:
        return _tr("chosen for every step")
    if frame.own is not None:
        return _tr("custom pair for this step")
    if frame.chosen:
        return _tr("chosen for this step")
    match frame.settings.order:
        case Order.RANDOM:
            text = _tr("drawn at random (seed {seed}, step {step})")
        case Order.SHUFFLED:
            text = _tr("from a new shuffle each epoch (seed {seed}, step {step})")
        case Order.SEQUENTIAL:
            text = _tr("the next one in order (step {step})")
    return text.format(seed=count(frame.settings.seed), step=count(frame.step))
