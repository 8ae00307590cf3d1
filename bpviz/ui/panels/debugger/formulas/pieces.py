"""Piece and Line: a formula with its numbers, cut where it may be pointed at or broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import Enum, auto

from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import MINUS, exact, number
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Highlight
from bpviz.ui.panels.debugger.formulas.step_numbers import AXES, Quantity, StepNumbers

SYMBOLS: dict[Quantity, str] = {
    "x": "x",
    "y": "y",
    "z1": "z1",
    "h": "h",
    "z2": "z2",
    "f": "f",
    "sigma2_prime": "σ₂′(z2",
    "delta2": "δ2",
    "sigma1_prime": "σ₁′(z1",
    "delta1": "δ1",
}


class Role(Enum):
    """How a piece is drawn."""

    PLAIN = auto()
    """Signs and brackets."""
    SYMBOL = auto()
    """The symbol of a number that one can point at."""
    FACTOR = auto()
    """A number that one can point at."""
    RESULT = auto()
    """What a line comes to."""
    MISSING = auto()
    """Not yet computed."""
    WORDS = auto()
    """A remark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that is not broken.

    Attributes
    ----------
    text : str
        What is written.
    role : Role
    name : str
        The symbol of the quantity, such as "δ2[3]"; empty where nothing can be pointed at.
    exact : str
        The number with all its digits.
    highlight : Highlight or None
        Where the quantity lives.
    breaks : bool
        Whether a line may be broken before it.
    """

    text: str
    role: Role = Role.PLAIN
    name: str = ""
    exact: str = ""
    highlight: Highlight | None = None
    breaks: bool = False

    @property
    def full(self) -> str:
        """What is copied: a number with all its digits, anything else as it is."""
        if not self.exact or self.role not in (Role.FACTOR, Role.RESULT):
            return self.text
        # The sign of a term stands in a piece of its own.
        bare = self.exact.startswith(MINUS) and not self.text.startswith(MINUS)
        return self.exact[1:] if bare else self.exact


@dataclass(frozen=True, slots=True)
class Line:
    """``left = right``; where `left` is empty the sign of equality continues the line above."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    relation: str = "="

    def text(self, *, full: bool = False) -> str:
        """Return the line as text; `full` writes numbers with all their digits."""
        sides = self.left, self.right
        left, right = ("".join(p.full if full else p.text for p in side) for side in sides)
        return f"{left} {self.relation} {right}".strip()


def lines_text(lines: Iterable[Line], *, full: bool = False) -> str:
    """Return lines as text, signs of equality one below the other."""
    rows = [line.text(full=full) for line in lines]
    return "\n".join(row if not row.startswith("=") else "    " + row for row in rows)


def equals(*pieces: Piece) -> tuple[Piece, ...]:
    """Return what follows behind a sign of equality in the same line; it may be broken there."""
    return plain(" = ", breaks=True), *pieces


def plain(text: str, *, breaks: bool = False) -> Piece:
    """Return a sign or symbol."""
    return Piece(text, breaks=breaks)


def words(text: str) -> Piece:
    """Return a remark."""
    return Piece(text, Role.WORDS, breaks=True)


def signed(pieces: tuple[Piece, ...], *, first: bool) -> tuple[Piece, ...]:
    """Return a term of a sum behind the sign with which it is added; a line may break there."""
    if first:
        return pieces
    head, *others = pieces
    negative = head.text.startswith(MINUS)
    sign = plain(f" {MINUS} " if negative else " + ", breaks=True)
    return sign, replace(head, text=head.text.removeprefix(MINUS)), *others


def where(name: Quantity, index: int) -> Highlight:
    """Return where an entry of a vector lives."""
    return Highlight(**{AXES[name]: index})  # type: ignore[arg-type]


def symbol(name: Quantity, index: int) -> str:
    """Return how an entry of a vector is written, "z1[3]"."""
    text = f"{SYMBOLS[name]}[{index}]"
    return text + ")" if "(" in text else text


def value(
    name: str, number_: float | None, highlight: Highlight | None = None, role: Role = Role.FACTOR
) -> Piece:
    """Return a number that one can point at; its symbol where it is not yet computed."""
    if number_ is None:
        return Piece(name, Role.MISSING, name, "", highlight)
    return Piece(number(number_), role, name, exact(number_), highlight)


class Pieces:
    """Makes the pieces of one step's numbers."""

    def __init__(self, numbers: StepNumbers) -> None:
        self.numbers = numbers

    def symbol(self, name: Quantity, index: int) -> Piece:
        """The symbol of an entry; one can point at it."""
        text = symbol(name, index)
        number_ = self.numbers.entry(name, index)
        digits = "" if number_ is None else exact(number_)
        return Piece(text, Role.SYMBOL, text, digits, where(name, index))

    def entry(self, name: Quantity, index: int) -> Piece:
        """The number of an entry."""
        return value(symbol(name, index), self.numbers.entry(name, index), where(name, index))

    def weight_symbol(self, matrix: MatrixName, row: int, column: int) -> Piece:
        """The symbol of a weight."""
        number_ = self.weight(matrix, row, column)
        return replace(number_, text=number_.name, role=Role.SYMBOL)

    def weight(self, matrix: MatrixName, row: int, column: int) -> Piece:
        """The number of a weight from before the update."""
        text = f"{MATRIX_SYMBOLS[matrix]}[{row}, {column}]"
        number_ = self.numbers.weight(matrix, row, column)
        return value(text, number_, weight_place(matrix, row, column))


def weight_place(matrix: MatrixName, row: int | None, column: int | None) -> Highlight:
    """Return where a weight, a row or a column of a matrix lives."""
    place = (row, column)
    return Highlight(W1=place) if matrix == "W1" else Highlight(W2=place)


def together(pieces: Iterable[Piece]) -> Highlight | None:
    """Return all the places where the quantities of `pieces` live."""
    found: dict[str, object] = {}
    for piece in pieces:
        if piece.highlight is not None:
            for field in fields(piece.highlight):
                place = getattr(piece.highlight, field.name)
                if place is not None:
                    found[field.name] = place
    return Highlight(**found) if found else None  # type: ignore[arg-type]


def times(*pieces: Piece) -> tuple[Piece, ...]:
    """Return a product: dots between the factors, brackets around those with a sign."""
    out: list[Piece] = []
    for piece in pieces:
        if out:
            out.append(plain(" · "))
        out.extend(bracketed(piece) if out else (piece,))
    return tuple(out)


def bracketed(piece: Piece) -> tuple[Piece, ...]:
    """Return a number that is a factor: in brackets if it begins with a sign."""
    if piece.text.startswith(MINUS):
        return plain("("), piece, plain(")")
    return (piece,)


def result(piece: Piece) -> Piece:
    """Return a number as what a line comes to."""
    return piece if piece.role is Role.MISSING else replace(piece, role=Role.RESULT)
