"""Sentences that cross into the interface and can still be translated there."""

from __future__ import annotations

from typing import Any


class Message(str):
    """An English sentence that remembers how it was made.

    Code without Qt cannot translate.  It says ``Message.of("Stopped at step {step}.", step=7)``;
    the result is the English string, and the interface translates `template` and fills in
    `values` again.

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
    def of(cls, template: str, **values: Any) -> Message:
        """Fill `values` into `template`."""
        message = cls(template.format(**values))
        message.template = template
        message.values = values
        return message


def sentence_of(error: BaseException) -> str:
    """Return what an error says, as the `Message` that it was made with where there is one."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, str) and first else str(error)
