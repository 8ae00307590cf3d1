"""How numbers and sentences are written: the same everywhere, and none that jumps about."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import SupportsFloat

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from bpviz.training.message import Index, Message
from bpviz.ui.core import counting

MINUS = "−"
"""U+2212, as wide as the digits."""

GROUP = "\u202f"
"""Narrow no-break space between groups of three digits."""

FIGURE_SPACE = "\u2007"
"""A space as wide as a digit; keeps a column straight."""

_OPTION = re.compile(r' \([a-z]+(_[a-z]+|="[a-z]+"|(?<=categories))\)')

NOTHING = "–"
"""Stands where there is no value."""


def localized(plain: str) -> str:
    """Return a number as Python writes it with the decimal mark of the interface's language."""
    return plain.replace(".", QCoreApplication.translate("numbers", ".")) if "." in plain else plain


def number(value: SupportsFloat | None, digits: int = 4, *, width: int = 0) -> str:
    """Write a real number with `digits` significant digits, trailing zeros kept.

    From 0.001 up to what needs no more than `digits` digits (at least 9999) it is written out,
    otherwise with an exponent: 0.001234, 12.34, 1234, 1.235e4, 1.234e−5.

    Parameters
    ----------
    value : real number or None
        None becomes an en dash, infinity ∞.
    digits : int
        Significant digits, at least 1.
    width : int
        Pad on the left with figure spaces to at least so many characters.
    """
    return localized(_number(value, max(digits, 1))).rjust(width, FIGURE_SPACE)


def _number(value: SupportsFloat | None, digits: int) -> str:
    if value is None:
        return NOTHING
    x = float(value)
    if math.isnan(x):
        return "NaN"
    sign = MINUS if x < 0 else ""
    x = abs(x)
    if math.isinf(x):
        return sign + "∞"
    mantissa, _, exponent = f"{x:.{digits - 1}e}".partition("e")
    power = int(exponent)  # of the rounded number: 9999.9 is 1.000e4
    if x == 0 or -3 <= power < max(digits, 4):
        return sign + f"{x:.{max(digits - 1 - power, 0)}f}"
    return f"{sign}{mantissa}e{str(power).replace('-', MINUS)}"


def number_within(
    value: SupportsFloat | None, wide: Callable[[str], float], room: float, digits: int = 4
) -> str:
    """Write a real number with as many significant digits, at most `digits`, as have room.

    Where not even one has, … stands for it: a number without its first digits, or without its
    exponent, would be another number.

    Parameters
    ----------
    wide : callable
        Returns the width of a text, in whatever `room` is measured in.
    """
    texts = (number(value, n) for n in range(digits, 0, -1))
    return next((text for text in texts if wide(text) <= room), "…")


def exact(value: SupportsFloat | None) -> str:
    """Write a float64 with as many digits as it takes to tell it from every other float64."""
    if value is None:
        return NOTHING
    x = float(value)
    if not math.isfinite(x):
        return _number(x, 4)
    return localized(repr(x).replace("-", MINUS))


def count(n: int | None) -> str:
    """Write a whole number in groups of three digits: 48 211.  None becomes an en dash."""
    if n is None:
        return NOTHING
    return f"{int(n):,}".replace(",", GROUP).replace("-", MINUS)


def ordinal(index: int) -> str:
    """Write an index, which counts from 0, as `counting` has it, in groups of three digits."""
    return count(counting.shown(index))


def per_cent(share: SupportsFloat | None, decimals: int = 1) -> str:
    """Write a share, 0 … 1, in per cent; None and NaN become an en dash.

    What is not all is never rounded to 100 %, and what is not nothing never to 0 %.
    """
    if share is None or math.isnan(x := float(share)):
        return NOTHING
    least = 10.0**-decimals
    shown = min(max(100 * x, least), 100 - least) if 0 < x < 1 else 100 * x
    return localized(f"{shown:.{decimals}f} %")


def shortened(name: str, most: int = 24) -> str:
    """Return a name that is at most `most` characters long, with … where some are left out."""
    return name if len(name) <= most else name[: most - 1] + "…"


def translator(context: str) -> Callable[[str], str]:
    """Return a function that translates the texts of a module, all in one context.

    `scripts/translations.py` finds the texts where a module calls it ``_tr``:
    ``_tr = translator("Context")``.
    """
    return lambda words: QCoreApplication.translate(context, words)


def translated(message: str) -> str:
    """Translate a `Message` into the interface's language; return any other string as it is."""
    template = getattr(message, "template", None)
    if not isinstance(message, Message) or template is None:
        return message
    values = {name: _written(value) for name, value in message.values.items()}
    try:
        return QCoreApplication.translate("messages", template).format(**values)
    except (KeyError, IndexError, ValueError):  # a translator's slip must not hide the sentence
        return str(message)


def without_options(sentence: str) -> str:
    """Return a sentence about data without the names that options have in Python.

    They stand in brackets behind what they mean: "raise the size limit (max_bytes)".
    """
    return _OPTION.sub("", sentence)


class _Real(float):
    """A real number that is written with the decimal mark of the interface's language."""

    def __format__(self, form: str) -> str:
        return localized(super().__format__(form))


def _written(value: object) -> object:
    """Return a value as sentences have it: strings translated, numbers as the language has them."""
    if isinstance(value, str):
        return translated(value)
    if isinstance(value, Index):
        return ordinal(value)
    if isinstance(value, float):
        return _Real(value)
    return count(value) if isinstance(value, int) and not isinstance(value, bool) else value


def tabular(font: QFont) -> QFont:
    """Return a copy of `font` whose digits all have the same width, where it can do that."""
    copy = QFont(font)
    if hasattr(copy, "setFeature"):  # Qt 6.7 and later
        copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def weighted(weight: QFont.Weight) -> QFont:
    """Return a font that says its weight and nothing else: size and family are inherited."""
    font = QFont()
    font.setWeight(weight)
    return font


def text_scale(metrics: QFontMetrics) -> float:
    """Return how many times as large as ordinary text this is, 1 … 4 (presentation mode).

    Whatever is drawn beside the text grows as much.
    """
    return min(max(metrics.height() / 18, 1.0), 4.0)


def line_scale(metrics: QFontMetrics) -> int:
    """Return in whole pixels, 1 … 6, how thick lines are beside this text.

    Others would be blurred.  They are doubled a little before text is twice as large: a thin line
    is lost from afar before a word is.
    """
    return min(max(round(metrics.height() / 13), 1), 6)
