"""The pairs that a person made as a table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bpviz.datasets.dataset import Dataset
from bpviz.exchange.tables.names import (
    class_cell,
    in_original_units,
    input_titles,
    target_titles,
)
from bpviz.exchange.tables.writing import Cell, Tell, counted, nobody, write_rows
from bpviz.network.types import Stop
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.pairs.custom_pair import CustomPair


def write_pairs(
    dataset: Dataset,
    pairs: Sequence[CustomPair],
    path: str | os.PathLike[str],
    *,
    count_from: int = 0,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each pair that a person made, in the order of their numbers, as CSV.

    Columns: ``sample_from_0``, the number m, m + 1, … by which steps call it; ``pair``, what it is
    called; ``class``, or of a regression the targets in original units; and the inputs, as the
    network sees them.

    Parameters
    ----------
    dataset : Dataset
        What the run trains on, m samples.
    pairs : sequence of CustomPair
    count_from : {0, 1}
        See `write_samples`.

    Raises
    ------
    ExchangeError, ExportCancelled
        See `write_rows`.
    """
    judged = ["class"]
    if dataset.labels is None:
        judged = target_titles(dataset, ("target",), count_from)
    titles = [counted("sample", count_from), "pair", *judged, *input_titles(dataset, count_from)]

    def rows() -> Iterator[list[Cell]]:
        for at, pair in enumerate(pairs):
            number = dataset.n_samples + at + count_from
            if pair.label is None:
                meant: list[Cell] = in_original_units(dataset, pair.y).tolist()
            else:
                meant = [class_cell(dataset, pair.label, count_from)]
            yield [number, pair.title, *meant, *pair.x.tolist()]

    write_rows(path, titles, rows(), len(pairs), tell=tell, stop=stop)
