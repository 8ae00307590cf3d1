"""What somebody gave, as it may stand in a sentence: printable, on one line, not long; no Qt."""

from __future__ import annotations

import dataclasses
from pathlib import PurePath
from typing import Any

import numpy as np

_LONGEST = 500
_LONGEST_PATH = 5000  # more than any that can be opened


def short(text: object, longest: int = 40) -> str:
    """Return a text from outside as it may stand in a message: printable, on one line, not long."""
    line = "".join(c if c.isprintable() else "�" for c in str(text)[: longest + 1])
    return line if len(line) <= longest else line[: longest - 1] + "…"


def spelled(value: object, longest: int = 60) -> str:
    """Return what a person gave, as Python spells it and as it may stand in a message.

    Nothing that is given makes this fail: neither a number of more digits than Python writes nor
    an object that cannot say what it is.
    """
    try:
        if isinstance(value, str):  # no more of a long text is looked at than is shown
            return short(repr(value[: longest + 1]), longest)
        return short(" ".join(repr(value).split()), longest)
    except Exception:  # whatever a foreign __repr__ does
        return f"a value of type {type(value).__name__} that cannot be written out"


def fitting(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is to stand in a sentence, texts and paths no longer than a sentence may be."""
    return {name: _fitting(value) for name, value in values.items()}


def _fitting(value: Any) -> Any:
    if type(value) is str:  # not a sentence, which is a kind of it
        return value if len(value) <= _LONGEST else short(value, _LONGEST)
    if isinstance(value, PurePath) and len(str(value)) > _LONGEST_PATH:
        return short(value, _LONGEST_PATH)
    return value


def cut(text: str, longest: int = 600) -> str:
    """Return a whole sentence without its middle, where something too long was put into it."""
    half = longest // 2
    if len(text) > longest:
        text = f"{text[:half]} … {text[-half:]}"
    return short(text, len(text))


def brief(self: object) -> str:
    """Return a dataclass in one line, arrays by their shape: to stand in it as ``__repr__``."""
    assert dataclasses.is_dataclass(self)
    fields = (
        f"{field.name}={_held(getattr(self, field.name))}"
        for field in dataclasses.fields(self)
        if field.repr
    )
    return f"{type(self).__name__}({', '.join(fields)})"


def _held(value: object) -> str:
    if isinstance(value, np.ndarray):
        return f"<{' × '.join(map(str, value.shape))} {value.dtype}>"
    if isinstance(value, tuple) and any(isinstance(each, np.ndarray) for each in value):
        return f"({', '.join(map(_held, value))})"
    return spelled(value)
