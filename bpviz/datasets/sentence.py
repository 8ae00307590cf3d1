"""What is told about data, in sentences that the interface can still translate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bpviz.quoting import fitting
from bpviz.quoting import short as short
from bpviz.quoting import spelled as spelled


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
        values = fitting(values)
        sentence = cls(template.format(**values))
        sentence.template = template
        sentence.values = values
        return sentence


def paragraph(sentences: Iterable[str], between: str = " ") -> Sentence:
    """Return sentences as one text, each of which can still be translated."""
    values = {f"s{i}": sentence for i, sentence in enumerate(sentences)}
    return Sentence.of(between.join(f"{{{name}}}" for name in values), **values)


def listed(names: Sequence[str], most: int = 8, longest: int = 40) -> Sentence:
    """Return the names as a list in one line, cut where there are too many or too long ones.

    Those that are sentences themselves can still be translated.
    """
    shown = [name if isinstance(name, Sentence) else short(name, longest) for name in names[:most]]
    return paragraph([*shown, "…"] if len(names) > most else shown, ", ")
