"""Numbers as people type them, the same way in every locale, and as programs give them; no Qt."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from numbers import Real

from bpviz.quoting import spelled

_POINTS = str.maketrans({",": ".", "٫": ".", "−": "-", "⁻": "-"})
_REAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_WHOLE = re.compile(r"[+-]?\d+")


class TooLargeError(ValueError):
    """It is a number, but too large for a float64."""


def parse_number(text: str) -> float:
    """Read a real number: "0.3", "0,3", "1e-3", "٠٫٣" mean the same to everybody.

    A comma and a point are both the decimal mark; there are no group separators, because "1,000"
    cannot be told from one.

    Raises
    ------
    ValueError
        If `text` is anything else, "nan" and "inf" included; a `TooLargeError` if it is too large
        for a float64.
    """
    plain = text.strip().translate(_POINTS)
    if not _REAL.fullmatch(plain):
        raise ValueError(f"{spelled(text.strip())} is not a number")
    value = float(plain)
    if value in (float("inf"), float("-inf")):
        raise TooLargeError(f"{spelled(text.strip())} is too large a number")
    return value


def parse_count(text: str) -> int:
    """Read a whole number; spaces between groups of digits are let pass, as in "60 000".

    Raises
    ------
    ValueError
        If `text` is anything else.
    """
    plain = "".join(text.translate(_POINTS).split())
    if not _WHOLE.fullmatch(plain) or len(plain) > 40:
        raise ValueError(f"{spelled(text.strip())} is not a whole number")
    return int(plain)


def as_real(value: object) -> float:
    """Return a real number as a float, infinite where it is too large; NaN for anything else."""
    if not isinstance(value, (Real, Decimal)) or isinstance(value, bool):
        return math.nan
    try:
        return float(value)
    except OverflowError:  # a whole number too long, or a fraction of such
        return -math.inf if value < 0 else math.inf
    except ValueError:  # a signalling Decimal
        return math.nan
