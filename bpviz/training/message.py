"""Sentences that cross into the interface and can still be translated there."""

from __future__ import annotations

from typing import TypeAlias

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import Sentence

Message: TypeAlias = Sentence
"""Code without Qt cannot translate.  It says ``Message.of("Stopped at step {step}.", step=7)``; the
result is the English string, and the interface translates `template` and fills in `values`
again."""


class Index(int):
    """An index in a `Message`, counted from 0; the window may count from 1 and write it so."""


def sentence_of(error: BaseException) -> str:
    """Return what an error says, as the `Message` that it was made with where there is one."""
    if isinstance(error, DatasetError) and error.values:
        return Message.of(error.template, **error.values)
    first = error.args[0] if error.args else ""
    return first if isinstance(first, str) and first else str(error)
