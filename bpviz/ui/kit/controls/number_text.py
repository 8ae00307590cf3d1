"""Numbers as people type them in the window: read, written, or refused in one sentence."""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QLocale

from bpviz.parsing import TooLargeError, parse_count, parse_number
from bpviz.quoting import short
from bpviz.training.settings import MAX_SEED
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import count, translator

_tr = translator("NumberText")

LARGEST = MAX_SEED
"""Largest whole number there is, 2⁶³ − 1."""

_UNLIMITED = 1e150  # beyond it a range says less than an example does
_POWER = re.compile(r"(\d+)(?:[.,](\d+))?e\+?(\d{1,3})", re.IGNORECASE)


class InputError(ValueError):
    """What was typed is not possible; the message is one translated sentence."""


def parse_whole(text: str) -> int | None:
    """Return the whole number that `text` means, None if it means none.

    Spaces may stand between groups of digits; ``6e4`` and ``1.5e6`` are understood.
    """
    try:
        return parse_count(text)
    except ValueError:
        pass
    power = _POWER.fullmatch(text.strip())
    if power is None:
        return None
    whole, fraction, exponent = power[1], (power[2] or "").rstrip("0"), int(power[3])
    if len(fraction) > exponent or len(whole) > 40:
        return None
    zeros = min(exponent - len(fraction), 100)
    return int(whole + fraction + "0" * zeros)


def read_whole(typed: str, low: int = 0, high: int = LARGEST, unit: str = "") -> int:
    """Return the whole number from `low` to `high` that `typed` means, with or without its unit.

    Raises
    ------
    InputError
        If it means none.
    """
    value = parse_whole(typed.strip().removesuffix(unit.strip()))
    if value is not None and low <= value <= high:
        return value
    if not typed.strip():
        sentence = _tr("A whole number is missing. Type one {allowed}.")
    elif value is None:
        sentence = _tr("“{typed}” is not a whole number. Type one {allowed}.")
    else:
        sentence = _tr("“{typed}” is out of range. Type a whole number {allowed}.")
    ends = ("2⁶³ − 1" if n == LARGEST else count(n) + unit for n in (low, high))
    raise _refused(sentence, typed, _between(*ends))


def read_index(typed: str, last: int = LARGEST - 1) -> int:
    """Return the index, 0 … `last`, that `typed` means as `counting` has it.

    Raises
    ------
    InputError
        If it means none.
    """
    ends = counting.first(), counting.shown(last)
    return counting.meant(read_whole(typed, *ends))


def read_real(
    typed: str,
    low: float = -sys.float_info.max,
    high: float = sys.float_info.max,
    *,
    allowed: str = "",
    unit: str = "",
) -> float:
    """Return the finite number from `low` to `high` that `typed` means, with or without its unit.

    Parameters
    ----------
    allowed : str
        Translated words for the range where "from … to …" would not do: "above 0".

    Raises
    ------
    InputError
        If it means none.
    """
    try:
        value = parse_number(typed.strip().removesuffix(unit.strip()))
        if low <= value <= high:
            return value
        beyond = True
    except ValueError as error:
        beyond = isinstance(error, TooLargeError)
    if not typed.strip():
        sentence = _tr("A number is missing. Type one {allowed}.")
    elif beyond:
        sentence = _tr("“{typed}” is out of range. Type a number {allowed}.")
    else:
        sentence = _tr("“{typed}” is not a number. Type one {allowed}.")
    if not allowed and high >= _UNLIMITED and not beyond:
        allowed = _tr("such as 0.5 or 1e-3")
    ends = (_localized(f"{n:.2g}") if abs(n) >= _UNLIMITED else written(n) for n in (low, high))
    raise _refused(sentence, typed, allowed or _between(*(end + unit for end in ends)))


def written(value: float) -> str:
    """Write the shortest text that means `value`, with the locale's decimal mark."""
    if isinstance(value, int):
        return str(value)
    plain = f"{value:.4g}"
    return _localized(plain if float(plain) == value else repr(value))


def _localized(plain: str) -> str:
    mantissa, _, exponent = plain.partition("e")
    plain = f"{mantissa}e{int(exponent)}" if exponent else plain.removesuffix(".0")
    return plain.replace(".", ",") if QLocale().decimalPoint() == "," else plain


def _between(low: str, high: str) -> str:
    return _tr("from {low} to {high}").format(low=low, high=high)


def _refused(sentence: str, typed: str, allowed: str) -> InputError:
    return InputError(sentence.format(typed=short(typed.strip(), 24), allowed=allowed))
