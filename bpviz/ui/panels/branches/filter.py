"""Which branches a line of text asks for: words that they must have, and numbers compared."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping

from bpviz.training.infos import BranchInfo
from bpviz.ui.core.formatting import translator

_tr = translator("BranchFilter")

_NUMBER = r"-?(?:\d+(?:[ \u202f]\d{3})*(?:[.,]\d+)?|[.,]\d+)(?:e-?\d+)?"
_COMPARED = re.compile(rf"([^\W\d]+)\s*(<=|>=|≤|≥|<|>|=)\s*({_NUMBER})\s*%?", re.IGNORECASE)


def _near(value: float, wanted: float) -> bool:
    """Whether a value is the one that was typed, which has as many digits as are shown."""
    whole = value.is_integer() and wanted.is_integer()
    return value == wanted or (not whole and math.isclose(value, wanted, rel_tol=5e-4))


_RELATIONS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, "≤": operator.le,
    ">": operator.gt, ">=": operator.ge, "≥": operator.ge, "=": _near,
}  # fmt: skip


def quantities(note: BranchInfo) -> dict[str, float | None]:
    """Return what can be compared of a branch, by each name that a person may use."""
    test = note.test
    accuracy = None if test is None else 100 * test.accuracy
    values = {
        ("λ", "lambda", "rate"): note.learning_rate,
        ("l",): None if note.run is None else float(note.run.settings.n_hidden),
        ("seed",): None if note.run is None else float(note.run.settings.seed),
        ("steps", _tr("steps")): float(note.tip),
        ("fork",): float(note.fork),
        ("accuracy", _tr("accuracy")): accuracy,
        ("loss", _tr("loss")): None if test is None else test.loss,
        ("time", _tr("time")): note.seconds,
    }
    return {name.casefold(): value for names, value in values.items() for name in names}


def matching(text: str) -> Callable[[BranchInfo, str], bool]:
    """Return whether a branch, and all words of its row, are what `text` asks for.

    Each comparison such as "λ < 0.5" must hold, and each other word must stand in the row.
    """
    compared: list[tuple[str, Callable[[float, float], bool], float]] = []

    def taken(found: re.Match[str]) -> str:
        name, relation, typed = found.groups()
        wanted = float(re.sub(r"\s", "", typed).replace(",", "."))
        compared.append((name.casefold(), _RELATIONS[relation], wanted))
        return " "

    words = _COMPARED.sub(taken, text).casefold().split()

    def fits(note: BranchInfo, row: str) -> bool:
        row = row.casefold()
        if not all(word in row for word in words):
            return False
        values = quantities(note) if compared else {}
        for name, relation, wanted in compared:
            value = values.get(name)
            if value is None or math.isnan(value) or not relation(value, wanted):
                return False
        return True

    return fits
