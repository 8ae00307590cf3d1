"""Watches at every step as a table, to the last bit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bpviz.exchange.tables.writing import Cell, Tell, nobody, write_rows
from bpviz.network.types import Stop
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.run.past import Past
from bpviz.training.watches import Watch


def write_watches(
    past: Past,
    watches: Sequence[Watch],
    path: str | os.PathLike[str],
    *,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each step, in rising order, as CSV.

    Columns are ``step``, and each watch by its text; as `Session.watched` has them.

    Parameters
    ----------
    past : Past
        Read to its end; of these watches, see `Session.past`.
    watches : sequence of Watch
    tell : callable
    stop : (1,) uint8
        Set from elsewhere, it ends this after the step at hand.

    Raises
    ------
    ExchangeError
        If the file cannot be written.
    ExportCancelled
        If `stop` was set on the way.
    """

    def rows() -> Iterator[Sequence[Cell]]:
        for block in past.slices(stop):
            steps = range(block.first, block.last)
            yield from zip(steps, *block.values.tolist(), strict=True)

    titles = ("step", *map(str, watches))
    write_rows(path, titles, rows(), past.last - past.first, tell=tell, stop=stop)
