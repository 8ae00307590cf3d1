"""PrintedSum: an expansion in decimals that add up just as they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bpviz.ui.core.formatting import MINUS, exact, localized, number
from bpviz.ui.panels.debugger.formulas.expansion import Exact, Expansion

DIGITS = 4
"""Significant digits of the sum."""

MOST_DIGITS = 12
"""Significant digits of the largest part, where the others are much smaller."""

FLOAT_DIGITS = 17
"""So many significant digits tell every float64 from the others."""

PLAIN = range(-3, 6)
"""Powers of ten of the largest part for which no exponent is written."""


def decade(value: Fraction) -> int:
    """Return the power of ten e with 10ᵉ ≤ |value| < 10ᵉ⁺¹; `value` must not be 0."""
    top, bottom = abs(value.numerator), value.denominator
    guess = len(str(top)) - len(str(bottom))  # right, or one too large
    return guess if abs(value) >= Fraction(10) ** guess else guess - 1


@dataclass(frozen=True, slots=True)
class Quantum:
    """The last decimal of a line: all numbers of the line are whole multiples of it.

    Attributes
    ----------
    power : int
        The quantum is 10 ** power.
    exponent : int
        Numbers are written with this exponent; 0 writes them plainly.
    """

    power: int
    exponent: int

    @classmethod
    def of(cls, total: Fraction, parts: tuple[Fraction, ...], *, few: bool = False) -> Quantum:
        """Choose one fine enough for `total`, but not finer than the largest part makes sense.

        With `few` parts it is also fine enough to see something of each.
        """
        decades = [decade(part) for part in (total, *parts) if part]
        largest = max(decades, default=0)
        finest = decade(total) if total else largest
        if few:
            finest = min([finest, *(decade(part) + DIGITS - 2 for part in parts if part)])
        exponent = 0 if largest in PLAIN else largest
        power = max(finest - DIGITS + 1, largest - MOST_DIGITS + 1)
        return cls(min(power, exponent), exponent)

    def units(self, value: Fraction) -> int:
        """Return the nearest whole multiple."""
        return round(value / Fraction(10) ** self.power)

    def write(self, units: int) -> str:
        """Write `units` times the quantum in decimals."""
        decimals = self.exponent - self.power
        digits = str(abs(units)).rjust(decimals + 1, "0")
        whole = digits[:-decimals] + "." + digits[-decimals:] if decimals else digits
        power = f"e{self.exponent}".replace("-", MINUS) if self.exponent else ""
        return (MINUS if units < 0 else "") + localized(whole) + power


@dataclass(frozen=True, slots=True)
class PrintedSum:
    """What is written: terms + rest = total, in decimals.

    Attributes
    ----------
    terms : tuple of str
    rest : str
        All further terms and all rounding; empty if there is nothing to write.
    total : str
    """

    terms: tuple[str, ...]
    rest: str
    total: str

    @classmethod
    def of(cls, expansion: Expansion) -> PrintedSum:
        """Print an expansion that has a total.

        Where something is not finite there is no rest, and every number is printed as it is.
        """
        total, rest = expansion.total, expansion.rest
        if total is None or rest is None:
            terms = tuple(as_number(term.value) for term in expansion.terms)
            return cls(terms, "", number(total))
        values = tuple(Fraction(term.value) for term in expansion.terms)
        few = expansion.more == 0 and len(values) <= 2
        quantum = Quantum.of(Fraction(total), values if few else (*values, rest), few=few)
        units = [quantum.units(value) for value in values]
        whole = quantum.units(Fraction(total))
        left = whole - sum(units)
        return cls(
            tuple(map(quantum.write, units)),
            quantum.write(left) if left or expansion.more else "",
            quantum.write(whole),
        )


def as_number(value: Exact, digits: int = DIGITS) -> str:
    """Write an exact value with `digits` significant digits, also beyond the range of a float."""
    if isinstance(value, float) or not value:
        return number(float(value), digits)
    e = decade(value)
    if -300 < e < 300:
        return number(float(value), digits)
    quantum = Quantum(e - digits + 1, e)
    units = quantum.units(value)
    if abs(units) == 10**digits:  # rounded up to the next power of ten
        quantum = Quantum(e - digits + 2, e + 1)
        units = quantum.units(value)
    return quantum.write(units)


def all_digits(value: Exact) -> str:
    """Write an exact value as a float64 is written, or to as many digits where it is none."""
    if isinstance(value, float):
        return exact(value)
    if not value:
        return exact(0.0)
    e = decade(value)
    if -300 < e < 300 and Fraction(float(value)) == value:
        return exact(float(value))
    quantum = Quantum(e - FLOAT_DIGITS + 1, 0 if -5 < e < FLOAT_DIGITS - 1 else e)
    return quantum.write(quantum.units(value))
