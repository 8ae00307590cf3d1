"""What the panel of a weight matrix says in words and numbers: title, caption, and the readout."""

from __future__ import annotations

import numpy as np

from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import count, exact, number, ordinal, translated, translator
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.unit_names import entry_name
from bpviz.ui.panels.weights.shown_matrix import ShownMatrix, at_hand, rows_updated, weights

_tr = translator("WeightsPanel")


def title(matrix: MatrixName, quantity: str, shown: ShownMatrix) -> str:
    """Return symbol and shape, and the norm once every row is computed."""
    symbol = {"W": "", "G": "∂", "dW": "Δ"}[quantity] + MATRIX_SYMBOLS[matrix]
    rows, columns = shown.values.shape
    norm = shown.norm()
    size = "" if norm is None else f"   ‖{symbol}‖ = {number(norm)}"
    return f"{symbol}   {rows} × {columns}{size}"


def caption(frame: Frame, matrix: MatrixName, quantity: str, shown: ShownMatrix) -> str:
    """Return what the step does here, else whose numbers these are and how many rows there are."""
    if quantity == "W":
        doing = _doing(frame, matrix)
        if doing:
            return doing
    updated = rows_updated(frame, matrix)
    done, part = shown.known, ""
    if quantity == "W":
        words = _tr("at step {step}").format(step=count(frame.step))
        if updated is not None:
            done, words, part = updated, "", _tr("rows updated: {done} of {rows}")
    elif quantity == "G" and not shown.known:
        words = _tr("not yet computed")
    elif quantity == "G":
        words = _of_pair(frame)
        part = "" if shown.complete else _tr("rows computed: {done} of {rows}")
    elif updated is not None:
        words = _of_pair(frame)
        part = _tr("rows updated: {done} of {rows}")
    elif frame.last_change is None:
        words = _tr("no step has been done yet")
    else:
        last = frame.last_change
        words = _of_step(last.step, last.sample, last.title)
    if part:
        part = part.format(done=count(done), rows=count(len(shown.values)))
        words = f"{words} · {part}" if words else part
    return words


def _of_pair(frame: Frame) -> str:
    return _of_step(frame.step, frame.sample, "" if frame.own is None else frame.own.title)


def _of_step(step: int, sample: int, title: str) -> str:
    if title:
        words = _tr("of step {step}, custom pair: {title}")
        return words.format(step=count(step), title=translated(title))
    return _tr("of step {step}, sample {sample}").format(step=count(step), sample=ordinal(sample))


def _doing(frame: Frame, matrix: MatrixName) -> str:
    """Return what the step at hand reads of W or computes of ∂W next; empty elsewhere."""
    if at_hand(frame, matrix) is None:
        return ""
    phase, row = frame.phase, ordinal(frame.row)
    if phase in (Phase.Z1, Phase.Z2):
        return _tr("{vector} reads all of it").format(vector=phase.value)
    if phase is Phase.GRAD_W1 and matrix == "W2":
        return _tr("row {row} of ∂W₁ reads column {row}").format(row=row)
    if phase in (Phase.GRAD_W2, Phase.GRAD_W1):
        words = _tr("row {row} of ∂{symbol} comes next")
        return words.format(row=row, symbol=MATRIX_SYMBOLS[matrix])
    return ""


def reading(
    frame: Frame, matrix: MatrixName, quantity: str, shown: ShownMatrix, row: int, column: int
) -> str:
    """Return what the line below says about an entry."""
    place = counting.entry(MATRIX_SYMBOLS[matrix], row, column)
    name = entry_name(frame.dataset, matrix, row, column)
    called = f"{place} ({name})" if name else place
    unknown = _tr("not yet computed")
    parts = [f"{called} = {exact(weights(frame, matrix)[row, column])}"]
    if row < (rows_updated(frame, matrix) or 0):
        old = frame.old_network.W1 if matrix == "W1" else frame.old_network.W2
        parts.append(_tr("before the update {value}").format(value=exact(old[row, column])))
    value = _gradient_of(frame, matrix, row, column)
    if value is None:
        parts.append(f"∂{place} {unknown}")
    else:
        parts.append(f"∂{place} = {exact(value) if quantity == 'G' else number(value)}")
    if quantity == "dW":
        words = unknown
        if row < shown.known:
            last = frame.last_change if rows_updated(frame, matrix) is None else None
            of_step = _tr("of step {step}").format(step=count(last.step if last else frame.step))
            words = f"{of_step} = {exact(shown.values[row, column])}"
        parts.append(f"Δ{place} {words}")
    return "    ".join(parts)


def _gradient_of(frame: Frame, matrix: MatrixName, row: int, column: int) -> float | None:
    """Return an entry of ∂W without making the whole product; None if not yet computed."""
    trace = frame.shown
    if trace is None:
        return None
    first = matrix == "W1"
    delta, inputs = (trace.delta1, trace.x) if first else (trace.delta2, trace.h)
    known = trace.rows_W1 if first else trace.rows_W2
    if delta is None or inputs is None or row >= known:
        return None
    with np.errstate(all="ignore"):
        return float(delta[row] * inputs[column])
