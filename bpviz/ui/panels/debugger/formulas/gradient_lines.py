"""The lines of δ2, δ1, the gradient and the update of one weight: N5–N9 with numbers put in."""

from __future__ import annotations

from dataclasses import replace

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import MINUS, translator
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Highlight
from bpviz.ui.panels.debugger.formulas.expansion import Term
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
    weight_place,
    words,
)
from bpviz.ui.panels.debugger.formulas.printed_sum import PrintedSum
from bpviz.ui.panels.debugger.formulas.step_numbers import Quantity, StepNumbers
from bpviz.ui.panels.debugger.formulas.sum_lines import decimals, not_yet, sum_lines

_tr = translator("formulas")


def delta2_lines(numbers: StepNumbers, j: int) -> list[Line]:
    """N5: δ2_j = 2 (f_j − y_j) σ₂′(z2_j)."""
    make = Pieces(numbers)
    f, y, prime = make.entry("f", j), make.entry("y", j), make.entry("sigma2_prime", j)
    symbols = (
        plain("2 · ("),
        make.symbol("f", j),
        plain(f" {MINUS} "),
        make.symbol("y", j),
        plain(") · "),
        make.symbol("sigma2_prime", j),
    )
    middle = (plain("2 · ("), f, plain(f" {MINUS} "), *bracketed(y), plain(") · "))
    end = equals(_end(make.entry("delta2", j)))
    return [
        Line((make.symbol("delta2", j),), symbols),
        Line((), (*middle, *bracketed(prime), *end)),
    ]


def delta1_lines(numbers: StepNumbers, k: int) -> list[Line]:
    """N7: δ1_k = (Σⱼ δ2_j W₂ⱼₖ) σ₁′(z1_k); as printed with ones for W₂'s column."""
    make = Pieces(numbers)
    printed = numbers.as_printed
    one = Piece("1", Role.FACTOR, "1_d", "1")
    column = one if printed else _column(k)
    sum_name = Piece("s", Role.SYMBOL, "s", "")
    symbols = (plain("Σⱼ "), all_deltas(), plain(" · "), column)

    def factors(term: Term) -> tuple[Piece, ...]:
        delta = make.entry("delta2", term.index)
        return times(delta, one if printed else make.weight("W2", term.index, k))

    expansion = numbers.back(k)
    if expansion is None:
        lines = [Line((sum_name,), symbols), Line((), needs("δ2"))]
        back = value("s", None)
    else:
        back = value("s", expansion.total)
        lines = sum_lines((sum_name,), expansion, factors, result(back), symbols)
    prime = make.entry("sigma1_prime", k)
    lines.append(
        Line(
            (make.symbol("delta1", k),),
            (
                sum_name,
                plain(" · "),
                make.symbol("sigma1_prime", k),
                *(equals(*times(back, prime)) if prime.role is not Role.MISSING else ()),
                *equals(_end(make.entry("delta1", k))),
            ),
        )
    )
    return lines


def gradient_lines(
    numbers: StepNumbers, matrix: MatrixName, row: int, column: int, remark: str = ""
) -> list[Line]:
    """N6, N8: one entry of the gradient, δ · input."""
    make = Pieces(numbers)
    delta, inputs = _names(matrix)
    place = weight_place(matrix, row, column)
    name = counting.entry(f"∂{MATRIX_SYMBOLS[matrix]}", row, column)
    gradient = value(name, numbers.gradient(matrix, row, column), place)
    right = times(make.symbol(delta, row), make.symbol(inputs, column))
    middle = times(make.entry(delta, row), make.entry(inputs, column))
    end = (_end(gradient), *_remark(remark))
    left = (Piece(name, Role.SYMBOL, name, gradient.exact, place),)
    return [Line(left, (*right, *equals(*middle), *equals(*end)))]


def update_lines(
    numbers: StepNumbers, matrix: MatrixName, row: int, column: int, remark: str = ""
) -> list[Line]:
    """N9: W ← W − (λδ) · input, in this association."""
    make = Pieces(numbers)
    delta, inputs = _names(matrix)
    place = weight_place(matrix, row, column)
    name = counting.entry(MATRIX_SYMBOLS[matrix], row, column)
    old, rate = make.weight(matrix, row, column), value("λ", numbers.rate)
    product = (make.entry(delta, row), make.entry(inputs, column))

    def change(one: Piece, two: Piece, three: Piece) -> tuple[Piece, ...]:
        return (
            plain(f" {MINUS} ", breaks=True),
            plain("("),
            *times(one, two),
            plain(") · "),
            *bracketed(three),
        )

    symbols = (make.symbol(delta, row), make.symbol(inputs, column))
    lines = [
        Line(
            (make.weight_symbol(matrix, row, column),),
            (
                make.weight_symbol(matrix, row, column),
                *change(Piece("λ", Role.SYMBOL, "λ", rate.exact), *symbols),
            ),
            "←",
        ),
        Line((), (old, *change(rate, *product))),
    ]
    expansion, printed = numbers.update(matrix, row, column), ""
    if expansion is not None and expansion.total is not None:

        def factors(term: Term) -> tuple[Piece, ...]:
            if term.index == 0:
                return (old,)
            scaled = value(f"λ·{symbols[0].name}", numbers.scaled(matrix, row))
            return times(scaled, product[1])

        lines.append(Line((), decimals(expansion, factors)))
        printed = PrintedSum.of(expansion).total
    words_new = _tr("new {weight}").format(weight=name)
    new = value(words_new, numbers.new_weight(matrix, row, column), place)
    end = _end(new) if not printed else replace(result(new), text=printed)
    lines[-1] = replace(lines[-1], right=(*lines[-1].right, *equals(end), *_remark(remark)))
    return lines


def needs(symbol: str) -> tuple[Piece, ...]:
    """Return the words for a sum whose inputs are not computed."""
    text = _tr("{symbol} is not yet computed")
    return (Piece(text.format(symbol=symbol), Role.MISSING),)


def all_deltas() -> Piece:
    """Return δ2[j], which lives in every output."""
    return Piece("δ2[j]", Role.SYMBOL, "δ2", "", Highlight(output=-1))


def _names(matrix: MatrixName) -> tuple[Quantity, Quantity]:
    return ("delta2", "h") if matrix == "W2" else ("delta1", "x")


def _column(k: int) -> Piece:
    """Return W₂[j, k], which lives in a whole column."""
    name = _tr("column {k} of W₂").format(k=counting.shown(k))
    return Piece(f"W₂[j, {counting.shown(k)}]", Role.SYMBOL, name, "", weight_place("W2", None, k))


def _remark(remark: str) -> tuple[Piece, ...]:
    return (plain("  "), words(f"({remark})")) if remark else ()


def _end(piece: Piece) -> Piece:
    return not_yet() if piece.role is Role.MISSING else result(piece)
