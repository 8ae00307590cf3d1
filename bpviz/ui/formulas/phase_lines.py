"""The lines of each phase, with the numbers of one row or entry put in."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from bpviz.network.activations import Activation
from bpviz.training.phases import Phase
from bpviz.training.settings import Order
from bpviz.ui.formulas.expansion import Term
from bpviz.ui.formulas.gradient_lines import (
    delta1_lines,
    delta2_lines,
    gradient_lines,
    needs,
    update_lines,
)
from bpviz.ui.formulas.pieces import (
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
from bpviz.ui.formulas.step_numbers import Quantity, StepNumbers
from bpviz.ui.formulas.sum_lines import not_yet, sum_lines
from bpviz.ui.text import MINUS, NOTHING, count
from bpviz.ui.widgets.selection import Selection


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
            return z1_lines(numbers, row)
        case Phase.H:
            return activation_lines(numbers, "z1", "h", row)
        case Phase.Z2:
            return z2_lines(numbers, row)
        case Phase.F:
            return activation_lines(numbers, "z2", "f", row)
        case Phase.LOSS:
            return loss_lines(numbers)
        case Phase.GRAD_W2:
            entry, remark = _entry(numbers, Selection("W2", row, 0), selection)
            lines = delta2_lines(numbers, row)
            return lines + gradient_lines(numbers, "W2", row, entry, remark)
        case Phase.GRAD_W1:
            entry, remark = _entry(numbers, Selection("W1", row, 0), selection)
            lines = delta1_lines(numbers, row)
            return lines + gradient_lines(numbers, "W1", row, entry, remark)
    place = updated_row(numbers, row)
    entry, remark = _entry(numbers, place, selection)
    return update_lines(numbers, place.matrix, place.row, entry, remark)


def chain_lines(numbers: StepNumbers, selection: Selection) -> list[Line]:
    """Return the whole chain rule of one weight: δ, gradient, old and new value."""
    matrix, row, column = selection.matrix, selection.row, selection.column
    lines = (delta2_lines if matrix == "W2" else delta1_lines)(numbers, row)
    return [
        *lines,
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
    remark = QCoreApplication.translate("formulas", "the largest entry of its row")
    return numbers.largest_column(row.matrix), remark


def z1_lines(numbers: StepNumbers, k: int) -> list[Line]:
    """N4: z1_k = Σᵢ W₁ₖᵢ xᵢ."""
    make = Pieces(numbers)

    def factors(term: Term) -> tuple[Piece, ...]:
        return times(make.weight("W1", k, term.index), make.entry("x", term.index))

    left, expansion = (make.symbol("z1", k),), numbers.z1(k)
    if expansion is None:
        return [Line(left, needs("x"))]
    return sum_lines(left, expansion, factors, result(make.entry("z1", k)))


def z2_lines(numbers: StepNumbers, j: int) -> list[Line]:
    """N4: z2_j = Σₖ W₂ⱼₖ hₖ."""
    make = Pieces(numbers)

    def factors(term: Term) -> tuple[Piece, ...]:
        return times(make.weight("W2", j, term.index), make.entry("h", term.index))

    left, expansion = (make.symbol("z2", j),), numbers.z2(j)
    if expansion is None:
        return [Line(left, needs("h"))]
    return sum_lines(left, expansion, factors, result(make.entry("z2", j)))


def loss_lines(numbers: StepNumbers) -> list[Line]:
    """N3: ‖f − y‖² = Σⱼ (f_j − y_j)²."""
    make = Pieces(numbers)

    def factors(term: Term) -> tuple[Piece, ...]:
        f, y = make.entry("f", term.index), make.entry("y", term.index)
        return plain("("), f, plain(f" {MINUS} "), *bracketed(y), plain(")²")

    name = QCoreApplication.translate("formulas", "loss")
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
    return [
        Line((make.symbol(after, index),), symbols),
        Line((), (*_activation(kind, z), *equals(last))),
    ]


def _activation(kind: Activation, z: Piece) -> tuple[Piece, ...]:
    """Return σ with the number z put in."""
    match kind:
        case Activation.SIGMOID:
            return plain("1 / (1 + exp("), plain(MINUS), *bracketed(z), plain("))")
        case Activation.TANH:
            return plain("tanh("), z, plain(")")
        case Activation.RELU:
            return plain("max("), z, plain(", 0)")
        case Activation.IDENTITY:
            return (z,)


def draw_lines(numbers: StepNumbers) -> list[Line]:
    """N9 (iii): which pair is drawn, and how."""
    frame, data = numbers.frame, numbers.frame.dataset
    if data is None:
        return [Line((plain("i"),), (Piece(NOTHING, Role.MISSING),))]
    i, gap = frame.sample, plain("  ")
    name = QCoreApplication.translate("formulas", "sample")
    samples = QCoreApplication.translate("formulas", "of {number} samples")
    lines = [
        Line(
            (plain("i"),),
            (
                Piece(count(i), Role.RESULT, name, str(i)),
                gap,
                words(samples.format(number=count(data.n_samples))),
            ),
        ),
        Line((), (words(_how_drawn(numbers)),), ""),
    ]
    x, y = data.x(i), data.Y[i]
    inputs = QCoreApplication.translate("formulas", "{number} inputs, {used} of them not 0")
    used = inputs.format(number=count(len(x)), used=count(int(np.count_nonzero(x))))
    lines.append(Line((plain("x"),), (plain(f"X[{count(i)}]"), gap, words(f"({used})"))))
    right = [plain(f"Y[{count(i)}]")]
    if data.labels is not None:
        label = int(data.labels[i])
        known = label < len(data.class_names)
        text = QCoreApplication.translate("formulas", "class {label}")
        label_name = data.class_names[label] if known else str(label)
        right += [gap, words(f"({text.format(label=label_name)})")]
    elif len(y) == 1:
        right += [plain(" = "), result(value("y[0]", float(y[0])))]
    lines.append(Line((plain("y"),), tuple(right)))
    return lines


def _how_drawn(numbers: StepNumbers) -> str:
    frame = numbers.frame
    if frame.held is not None:
        return QCoreApplication.translate("formulas", "kept by hand for every step")
    if frame.chosen:
        return QCoreApplication.translate("formulas", "chosen by hand for this step")
    match frame.settings.order:
        case Order.RANDOM:
            text = QCoreApplication.translate(
                "formulas", "drawn at random (seed {seed}, step {step})"
            )
        case Order.SHUFFLED:
            text = QCoreApplication.translate(
                "formulas", "from a new shuffle each epoch (seed {seed}, step {step})"
            )
        case Order.SEQUENTIAL:
            text = QCoreApplication.translate("formulas", "the next one in order (step {step})")
    return text.format(seed=count(frame.settings.seed), step=count(frame.step))
