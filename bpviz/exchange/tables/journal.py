"""What a person changed along a branch as a table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bpviz.exchange.tables.writing import Cell, Tell, counted, nobody, write_rows
from bpviz.network.types import Stop
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)


def write_journal(
    changes: Sequence[Change],
    path: str | os.PathLike[str],
    *,
    count_from: int = 0,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each change, beginning with λ at step 0, as CSV.

    Columns: ``step`` from which it acts; ``change``, one of learning_rate, gradient_rule, weight,
    train (on one pair once), hold (train on it from there on; without a pair: draw again) and skip;
    ``value`` of λ, the rule or the weight; ``matrix``, ``row_from_0`` and ``column_from_0`` of a
    weight; ``sample_from_0`` of a pair, and ``pair``, what it is called where a person made it.

    Parameters
    ----------
    changes : sequence of Change
        Such as a `Journal`.
    count_from : {0, 1}
        What the first row, column and pair are called, and what the titles say.

    Raises
    ------
    ExchangeError, ExportCancelled
        See `write_rows`.
    """
    of_index = [counted(word, count_from) for word in ("row", "column", "sample")]
    titles = ["step", "change", "value", "matrix", *of_index, "pair"]

    def rows() -> Iterator[list[Cell]]:
        for change in changes:
            kind, value, matrix, row, column, sample, pair = _parts(change)
            at = [None if each is None else each + count_from for each in (row, column, sample)]
            yield [change.step, kind, value, matrix, *at, pair]

    write_rows(path, titles, rows(), len(changes), tell=tell, stop=stop)


_Parts = tuple[str, Cell, str | None, int | None, int | None, int | None, str | None]


def _parts(change: Change) -> _Parts:
    match change:
        case RateChange(learning_rate=rate):
            return "learning_rate", rate, None, None, None, None, None
        case RuleChange(gradient_rule=rule):
            return "gradient_rule", str(rule), None, None, None, None, None
        case WeightEdit(matrix=matrix, row=row, column=column, value=value):
            return "weight", value, matrix, row, column, None, None
        case Pin(sample=sample, title=title):
            return "train", None, None, None, None, sample, title or None
        case Hold(sample=held, title=title):
            return "hold", None, None, None, None, held, title or None
        case Skip(sample=sample):
            return "skip", None, None, None, None, sample, None
