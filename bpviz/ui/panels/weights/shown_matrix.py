"""What a frame has to show of W₁ or W₂: the numbers, how many rows of them are there, and where
the step is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.network.norms import frobenius
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from bpviz.ui.kit.charts.colour_range import peak
from bpviz.ui.kit.heatmap.marks import Part


@dataclass(frozen=True, slots=True, eq=False)
class ShownMatrix:
    """A quantity with the shape of a weight matrix.

    Attributes
    ----------
    values : (rows, columns) float64
        Rows that are not computed yet are NaN.
    known : int
        Rows that are computed: the first so many.
    whole_peak : float or None
        Where rows are missing, the largest magnitude once all of them are there, so that the
        colours of the first rows do not change when the others come.
    """

    values: Floats
    known: int
    whole_peak: float | None = None

    @property
    def complete(self) -> bool:
        """Whether all rows are computed."""
        return self.known == len(self.values)

    def norm(self) -> float | None:
        """Return ‖values‖_F, None while rows are missing."""
        return frobenius(self.values) if self.complete else None


def weights(frame: Frame, matrix: MatrixName) -> Floats:
    """Return the weights at this position, in the midst of an update some rows of them new."""
    return frame.network.W1 if matrix == "W1" else frame.network.W2


def kept(frame: Frame, matrix: MatrixName) -> ShownMatrix:
    """Return W, all of which is there."""
    values = weights(frame, matrix)
    return ShownMatrix(values, len(values))


def rows_updated(frame: Frame, matrix: MatrixName) -> int | None:
    """Return how many rows the update in progress has changed; None if there is none."""
    if frame.network_before is None or frame.phase is not Phase.UPDATE:
        return None
    d, rows = frame.network.n_outputs, len(weights(frame, matrix))
    return min(max(frame.row - (d if matrix == "W1" else 0), 0), rows)


def gradient(frame: Frame, matrix: MatrixName) -> ShownMatrix:
    """Return ∂W of the pair of the step at hand, as far as it is computed."""
    trace, shape = frame.shown, weights(frame, matrix).shape
    values = None
    known = 0
    if trace is not None:
        first = matrix == "W1"
        known = trace.rows_W1 if first else trace.rows_W2
        values = trace.grad_W1 if first else trace.grad_W2
    if values is None:
        return ShownMatrix(np.full(shape, np.nan), 0, _whole_peak(frame, matrix))
    return ShownMatrix(values, known, None if known == shape[0] else _whole_peak(frame, matrix))


def change(frame: Frame, matrix: MatrixName) -> ShownMatrix:
    """Return ΔW: of the update in progress its finished rows, else of the last completed step."""
    known, whole = rows_updated(frame, matrix), frame.preview
    shape = weights(frame, matrix).shape
    if known is not None and whole is not None:
        delta, row = (whole.delta1, whole.x) if matrix == "W1" else (whole.delta2, whole.h)
        values = np.full(shape, np.nan)
        with np.errstate(all="ignore"):
            values[:known] = -np.outer(frame.learning_rate * delta[:known], row)
        return ShownMatrix(values, known, _whole_peak(frame, matrix, frame.learning_rate))
    last = frame.last_change
    if last is None:
        return ShownMatrix(np.full(shape, np.nan), 0)
    with np.errstate(all="ignore"):
        return ShownMatrix(last.W1() if matrix == "W1" else last.W2(), shape[0])


def _whole_peak(frame: Frame, matrix: MatrixName, factor: float = 1.0) -> float | None:
    whole = frame.preview
    if whole is None:
        return None
    delta, row = (whole.delta1, whole.x) if matrix == "W1" else (whole.delta2, whole.h)
    return abs(factor) * peak(delta) * peak(row)


def at_hand(frame: Frame, matrix: MatrixName) -> Part | None:
    """Return the part of the matrix that the step is at: the row it computes next, or what it
    reads for that; None while this matrix has no share."""
    first, row = matrix == "W1", frame.row
    d, l = frame.network.n_outputs, frame.network.n_hidden  # noqa: E741 - the note's letter
    match frame.phase:
        case Phase.Z1:
            return (None, None) if first else None
        case Phase.Z2:
            return None if first else (None, None)
        case Phase.GRAD_W2:
            return None if first or row >= d else (row, None)
        case Phase.GRAD_W1 if row < l:
            if first:
                return row, None
            # N7 reads the column of W₂ that belongs to the unit; the printed rule does not.
            return (None, row) if frame.gradient_rule is GradientRule.EXACT else None
        case Phase.UPDATE:
            own = row - d if first else row
            return (own, None) if 0 <= own < (l if first else d) else None
    return None


def reads(frame: Frame, matrix: MatrixName) -> bool:
    """Whether the step only reads the part of the matrix that it is at."""
    return frame.phase in (Phase.Z1, Phase.Z2) or (frame.phase is Phase.GRAD_W1 and matrix == "W2")
