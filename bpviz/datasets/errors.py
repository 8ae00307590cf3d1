"""The error that loading data can raise."""

from __future__ import annotations

from typing import Any

from bpviz.quoting import fitting


class DatasetError(Exception):
    """Data cannot be used; the message says which file, where in it, and what to do.

    ``DatasetError("{file} is missing.", file=path)`` reads as the filled-in English sentence and
    remembers how it was made, so that the interface can translate it.

    Attributes
    ----------
    template : str
        The sentence with named fields, the key for translation.
    values : dict
        What stands in the fields; empty where the sentence has none.
    """

    def __init__(self, template: str, **values: Any) -> None:
        values = fitting(values)
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values


class RequestError(DatasetError):
    """What was asked for is wrong, and not the data: a name, a path, a column, an option."""
