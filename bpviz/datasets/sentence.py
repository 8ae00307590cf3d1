"""What is told about data, in sentences that the interface can still translate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Sentence(str):
    """An English sentence that remembers how it was made, as a `DatasetError` does.

    Attributes
    ----------
    template : str
        The sentence with named fields, the key for translation.
    values : dict
        What stands in the fields.
    """

    template: str
    values: dict[str, Any]

    @classmethod
    def of(cls, template: str, **values: Any) -> Sentence:
        """Fill `values` into `template`."""
        sentence = cls(template.format(**values))
        sentence.template = template
        sentence.values = values
        return sentence


def paragraph(sentences: Iterable[str]) -> Sentence:
    """Return sentences as one text, each of which can still be translated."""
    values = {f"s{i}": sentence for i, sentence in enumerate(sentences)}
    return Sentence.of(" ".join(f"{{{name}}}" for name in values), **values)


def listed(names: list[str] | tuple[str, ...], most: int = 8, longest: int = 40) -> str:
    """Return the names as a list in one line, cut where there are too many or too long ones."""
    shown = ", ".join(short(name, longest) for name in names[:most])
    return f"{shown}, …" if len(names) > most else shown


def short(text: object, longest: int = 40) -> str:
    """Return a text from a file as it may stand in a message: printable, on one line, not long."""
    line = "".join(c if c.isprintable() else "�" for c in str(text)[: longest + 1])
    return line if len(line) <= longest else line[: longest - 1] + "…"


def spelled(value: object, longest: int = 60) -> str:
    """Return what a person gave, as Python spells it and as it may stand in a message.

    Nothing that is given makes this fail: neither a number of more digits than Python writes nor
    an object that cannot say what it is.
    """
    try:
        return short(repr(value), longest)
    except Exception:  # whatever a foreign __repr__ does
        return f"a value of type {type(value).__name__} that cannot be written out"
