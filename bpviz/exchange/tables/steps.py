"""Losses and gradient magnitudes of every step, exact, as CSV or as arrays."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.tables.writing import (
    Tell,
    counted,
    file_written,
    go_on,
    nobody,
)
from bpviz.network.decimals import MOST_BYTES, POWERS, SLACK
from bpviz.network.decimals import write_steps as write_lines
from bpviz.network.types import Stop
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.message import Message
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.recorded_steps import RecordedSteps

STEP_SUFFIXES = (".csv", ".npz")
"""Endings of the names of such files."""

_NUMBERS = ("loss", "gradient_W1", "gradient_W2")


def write_steps(
    steps: RecordedSteps,
    path: str | os.PathLike[str],
    *,
    count_from: int = 0,
    tell: Tell = nobody,
    stop: Stop = GOES_ON,
) -> None:
    """Write a row for each step, in rising order, as CSV or NPZ by the ending of the name.

    Columns, and names of arrays: ``step``, counted from 0 whatever the pairs are; ``loss``,
    ``gradient_W1`` and ``gradient_W2``, the norms ‖∂W1‖_F and ‖∂W2‖_F; ``learning_rate``; and
    ``sample_from_0`` or ``sample_from_1``, the pair.  Read back they equal `History.loss` and the
    others bit for bit.  NPZ is held in memory, 48 bytes a step; CSV is not.

    Parameters
    ----------
    steps : RecordedSteps
        Read to its end.
    count_from : {0, 1}
        What the first pair is called.
    tell : callable
    stop : (1,) uint8
        Set from elsewhere, it ends this after the step at hand.

    Raises
    ------
    ExchangeError
        If the name ends otherwise, or the file cannot be written.
    ExportCancelled
        If `stop` was set on the way.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in STEP_SUFFIXES:
        raise ExchangeError(
            Message.of(
                "{file} is to have the numbers of every step, which are written as CSV or NPZ. "
                "Choose a name that ends in .csv or .npz.",
                file=os.path.basename(path),
            )
        )
    write = _write_csv if suffix == ".csv" else _write_npz
    write(steps, path, count_from, _Share(steps, tell), stop)


class _Share:
    """Which part of the work is done; a step that is computed takes longer than one that is not."""

    _COSTS = 8

    def __init__(self, steps: RecordedSteps, tell: Tell) -> None:
        self._tell, self._exact_from = tell, steps.exact_from
        self._first = steps.exact_from - steps.to_compute
        self._total = max(self._at(steps.last), 1)

    def _at(self, step: int) -> int:
        computed = max(min(step, self._exact_from) - self._first, 0)
        return self._COSTS * computed + max(step - self._exact_from, 0)

    def tell(self, step: int) -> None:
        """All before `step` is done."""
        self._tell(self._at(step) / self._total)


def _write_csv(
    steps: RecordedSteps, path: str | os.PathLike[str], start: int, share: _Share, stop: Stop
) -> None:
    titles = ",".join(("step", *_NUMBERS, "learning_rate", counted("sample", start)))
    out = np.empty(MAX_SLOTS * (6 * MOST_BYTES + 7) + SLACK, dtype=np.uint8)
    with file_written(path) as stream:
        stream.write(f"{titles}\r\n".encode("ascii"))
        for part in steps.parts(stop):
            bits = np.ascontiguousarray(part.values).view(np.int64)
            rate = np.frombuffer(repr(float(part.learning_rate)).encode("ascii"), np.uint8)
            size = write_lines(part.first, bits, rate, part.samples, start, POWERS, out)
            stream.write(out[:size].data)
            share.tell(part.first + len(part.samples))
        go_on(stop)


def _write_npz(
    steps: RecordedSteps, path: str | os.PathLike[str], start: int, share: _Share, stop: Stop
) -> None:
    with file_written(path) as stream:
        values, rates = np.empty((3, len(steps))), np.empty(len(steps))
        samples = np.empty(len(steps), dtype=np.int64)
        for part in steps.parts(stop):
            at = slice(part.first - steps.first, part.first - steps.first + len(part.samples))
            values[:, at], rates[at] = part.values, part.learning_rate
            samples[at] = part.samples + start
            share.tell(part.first + len(part.samples))
        go_on(stop)
        columns: dict[str, Any] = {
            "step": np.arange(steps.first, steps.last),
            **dict(zip(_NUMBERS, values, strict=True)),
            "learning_rate": rates,
            counted("sample", start): samples,
        }
        np.savez(stream, **columns)
        go_on(stop)
