"""The samples of both sets, with what the network makes of each, as a table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bpviz.datasets.dataset import Dataset, Part
from bpviz.exchange.tables.names import (
    class_cell,
    in_original_units,
    input_titles,
    target_titles,
)
from bpviz.exchange.tables.writing import Cell, Tell, counted, go_on, nobody, write_rows
from bpviz.network.rules import GradientRule
from bpviz.network.types import Ints, Stop
from bpviz.network.weights import Network
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob


@dataclass(frozen=True, slots=True, eq=False)
class SampleTable:
    """Which samples are wanted, and the weights that look at them.

    Attributes
    ----------
    dataset : Dataset
    network : Network
    rule : GradientRule
        Of the gradient magnitudes.
    parts : sequence of (Part, (k,) int64 or None)
        The sets, and their samples in the order in which they are wanted; None for all by index.
    inputs : bool or None
        Whether the inputs are wanted too; None where they are no pictures.
    """

    dataset: Dataset
    network: Network
    rule: GradientRule
    parts: Sequence[tuple[Part, Ints | None]] = ((Part.TRAIN, None), (Part.TEST, None))
    inputs: bool | None = None


def write_samples(
    table: SampleTable,
    path: str | os.PathLike[str],
    *,
    count_from: int = 0,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each sample, as CSV.

    Columns: ``set``, training or test; ``sample_from_0`` in it; ``class``, ``predicted`` and
    ``correct`` (1 or 0), or of a regression ``target``, ``output`` and ``error`` (output minus
    target) of each output, in original units; ``loss``; ``gradient_W1``, ``gradient_W2``, the norms
    of the gradient of this sample; and the inputs, as the network sees them, of data that is no
    pictures.

    Parameters
    ----------
    table : SampleTable
        A set that there is not is left out.
    count_from : {0, 1}
        What the first sample is called, and the first of inputs, outputs and classes without names.

    Raises
    ------
    ExchangeError, ExportCancelled
        See `write_rows`.
    """
    whole = table.dataset
    inputs = whole.image_shape is None if table.inputs is None else table.inputs
    titles = ["set", counted("sample", count_from)]
    if whole.labels is not None:
        titles += ["class", "predicted", "correct"]
    else:
        titles += target_titles(whole, ("target", "output", "error"), count_from)
    titles += ["loss", "gradient_W1", "gradient_W2"]
    titles += input_titles(whole, count_from) if inputs else []
    wanted = [
        (part, data, np.arange(data.n_samples) if chosen is None else chosen)
        for part, chosen in table.parts
        if (data := whole.part(part)) is not None
    ]

    def rows() -> Iterator[list[Cell]]:
        for part, data, indices in wanted:
            scan = _looked(table, data, stop)
            name = "training" if part is Part.TRAIN else "test"
            losses, magnitudes = scan.losses.tolist(), scan.magnitudes.tolist()
            for i in indices.tolist():
                cells: list[Cell] = [name, i + count_from]
                cells += _judged(whole, data, scan, i, count_from)
                cells += [losses[i], *magnitudes[i]]
                if inputs:
                    cells += data.x(i).tolist()
                yield cells

    write_rows(path, titles, rows(), sum(len(each[2]) for each in wanted), tell=tell, stop=stop)


def _looked(table: SampleTable, data: Dataset, stop: Stop) -> Scan:
    job = ScanJob(table.network, 0, data, table.rule, gradients=True)
    job.advance(stop)
    go_on(stop)
    return job.result()


def _judged(whole: Dataset, data: Dataset, scan: Scan, i: int, start: int) -> list[Cell]:
    """Return both classes and whether they are the same; or what is known of each output."""
    if data.labels is not None and scan.predicted is not None:
        label, predicted = int(data.labels[i]), int(scan.predicted[i])
        names = [class_cell(whole, each, start) for each in (label, predicted)]
        return [*names, int(label == predicted)]
    assert scan.outputs is not None
    factor = 1.0 if whole.target_scale is None else whole.target_scale[:, 1]
    with np.errstate(all="ignore"):
        error = factor * (scan.outputs[i] - data.Y[i])
    three = in_original_units(whole, data.Y[i]), in_original_units(whole, scan.outputs[i]), error
    return [value for row in zip(*(each.tolist() for each in three), strict=True) for value in row]
