"""Watches as people type them: ``W1[3, 17]``, ``norm W2[0, :]``, ``f[7] of sample 41``."""

from __future__ import annotations

import re

from bpviz.parsing import parse_count
from bpviz.quoting import spelled
from bpviz.training.message import Message
from bpviz.training.settings import SettingsError
from bpviz.training.watches import Quantity, Watch

EXAMPLES = (
    "W1[3, 17]", "W2[0, 3]", "bias[3]", "norm W1", "norm W1[3, :]", "norm W2[:, 3]", "z1[3]",
    "h[3]", "delta1[3]", "z2[0]", "f[0]", "delta2[0]", "loss", "f[0] of sample 41",
    "loss of sample 41",
)  # fmt: skip
"""Of each kind."""

_AT = r"\s*\[\s*([^\[\],]+?)\s*\]"
_PLACE = r"\s*\[\s*([^\[\],]+?)\s*,\s*([^\[\],]+?)\s*\]"
_MATRIX = r"W\s*([12₁₂])"
_WEIGHT = re.compile(rf"{_MATRIX}{_PLACE}", re.IGNORECASE)
_NORM = re.compile(rf"(?:norm\s+{_MATRIX}|‖\s*{_MATRIX})(?:{_PLACE}|{_AT})?\s*‖?", re.IGNORECASE)
_UNIT = re.compile(rf"(z1|z2|h|f|bias|delta1|delta2|δ1|δ2|δ₁|δ₂|z₁|z₂){_AT}", re.IGNORECASE)
_SAMPLE = re.compile(r"(.*\S)\s+(?:of|on)\s+sample\s+(\S+)", re.IGNORECASE)
_DIGITS = str.maketrans("₁₂", "12")
_ALL = (":", "·")


def watch_of(text: str) -> Watch:
    """Return the watch that a text describes, as ``str`` and `title` of one say it.

    Parameters
    ----------
    text : str
        Such as those in `EXAMPLES`; case and spaces do not matter, indices count from 0.

    Raises
    ------
    SettingsError
        If it is none; the message lists what there is.
    """
    try:
        found = read_watch(text) if isinstance(text, str) else None
    except SettingsError:
        raise
    except ValueError as error:
        raise SettingsError(
            Message.of(
                "The watch is {value}: {problem}. Use a form such as {examples}.",
                value=spelled(text),
                problem=str(error),
                examples=", ".join(EXAMPLES),
            )
        ) from None
    if found is None:
        raise SettingsError(
            Message.of(
                "The watch is {value}; it must be a number of the run such as {examples}.",
                value=spelled(text),
                examples=", ".join(EXAMPLES),
            )
        )
    return found


def read_watch(text: str) -> Watch | None:
    """Return the watch that a text describes; None where it has the form of none.

    Raises
    ------
    ValueError
        If an index in it is no whole number, a SettingsError if there is no such watch.
    """
    plain, sample = text.strip(), None
    on = _SAMPLE.fullmatch(plain)
    if on is not None:
        plain, sample = on[1], parse_count(on[2])
    if plain.lower() == "loss":
        return Watch(Quantity.LOSS, sample=sample)
    found = _UNIT.fullmatch(plain)
    if found is not None:
        name = found[1].lower().translate(_DIGITS).replace("δ", "delta")
        return Watch(Quantity(name), parse_count(found[2]), sample=sample)
    found = _WEIGHT.fullmatch(plain)
    if found is not None:
        name = f"W{found[1].translate(_DIGITS)}"
        return Watch(Quantity(name), parse_count(found[2]), parse_count(found[3]), sample)
    found = _NORM.fullmatch(plain)
    if found is not None and (found[1] is None) == plain.endswith("‖"):
        name = f"norm W{(found[1] or found[2]).translate(_DIGITS)}"
        row, column = found[3] or found[5] or ":", found[4] or ":"
        return Watch(Quantity(name), _index(row), _index(column), sample)
    return None


def _index(text: str) -> int | None:
    return None if text in _ALL else parse_count(text)


def made(watch: Watch | str) -> Watch:
    """Return a watch that may be given as it is typed.

    Raises
    ------
    SettingsError
        If it is none.
    """
    if isinstance(watch, str):
        return watch_of(watch)
    if not isinstance(watch, Watch):
        raise SettingsError(
            f"The watch is {spelled(watch)}; it must be a Watch, such as "
            'Watch.weight("W1", 3, 17), or a text such as "W1[3, 17]".'
        )
    return watch
