"""The lines of a sum: its factors, its terms in decimals that add up, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bpviz.ui.core.formatting import count, translator
from bpviz.ui.panels.debugger.formulas.expansion import Expansion, Term
from bpviz.ui.panels.debugger.formulas.pieces import (
    Line,
    Piece,
    Role,
    equals,
    plain,
    signed,
    together,
    words,
)
from bpviz.ui.panels.debugger.formulas.printed_sum import PrintedSum, all_digits

_tr = translator("formulas")

Factors = Callable[[Term], tuple[Piece, ...]]
"""Writes a term as a product."""


def not_yet() -> Piece:
    """Return the words for a result that the step has not reached."""
    return Piece(_tr("not yet computed"), Role.MISSING)


def more_terms(more: int) -> str:
    """Return "771 more terms", or what the rest is called where all terms are shown."""
    if more == 0:
        return _tr("rounding")
    if more == 1:
        return _tr("1 more term")
    text = _tr("{number} more terms")
    return text.format(number=count(more))


def sum_lines(
    left: tuple[Piece, ...],
    expansion: Expansion,
    factors: Factors,
    total: Piece,
    symbols: tuple[Piece, ...] = (),
) -> list[Line]:
    """Write a sum out.

    Parameters
    ----------
    left : tuple of Piece
        What the sum is called.
    expansion : Expansion
    factors : callable
        Writes a term as a product.
    total : Piece
        What it comes to.
    symbols : tuple of Piece
        The sum in symbols, for a line of its own.
    """
    lines = [Line(left, symbols)] if symbols else []
    first = () if symbols else left
    if not expansion.terms:
        nothing = _tr("all inputs are 0, so the sum has no terms")
        return [*lines, Line(first, (total, plain("  "), words(f"({nothing})")))]
    lines.append(Line(first, _products(expansion, factors)))
    if expansion.total is None:
        return [*lines, Line((), (not_yet(),))]
    if len(expansion.terms) == 1 and not expansion.more:
        return [*lines, Line((), (total,))]
    # The sum in the decimals of its terms, so that they add up as they stand there.
    total = replace(total, text=PrintedSum.of(expansion).total)
    return [*lines, Line((), (*decimals(expansion, factors), *equals(total)))]


def _products(expansion: Expansion, factors: Factors) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for term in expansion.terms:
        pieces.extend(signed(factors(term), first=not pieces))
    return (*pieces, *_unsaid(expansion))


def _unsaid(expansion: Expansion) -> tuple[Piece, ...]:
    """Return "+ 771 more terms", where nothing is said of what they come to."""
    if not expansion.more:
        return ()
    return plain(" + ", breaks=True), Piece(more_terms(expansion.more), Role.WORDS)


def decimals(expansion: Expansion, factors: Factors) -> tuple[Piece, ...]:
    """Return the terms of a sum that has a total, and its rest, in decimals that add up."""
    printed = PrintedSum.of(expansion)
    pieces: list[Piece] = []
    for term, text in zip(expansion.terms, printed.terms, strict=True):
        named = [piece for piece in factors(term) if piece.name]
        name = " · ".join(piece.name for piece in named)
        exactly = all_digits(term.value)
        piece = Piece(text, Role.FACTOR, name, exactly, together(named))
        pieces.extend(signed((piece,), first=not pieces))
    if not printed.rest:
        return (*pieces, *_unsaid(expansion))
    name = more_terms(expansion.more)
    exactly = "" if expansion.rest is None else all_digits(expansion.rest)
    rest = Piece(printed.rest, Role.FACTOR, name, exactly)
    return (*pieces, *signed((rest,), first=False), Piece(f" ({name})", Role.WORDS))
