"""The compiled looks at many pairs that change no weight: a scan, and predictions.

Both go through the functions of ``equations.py``, see ``kernels.py``.
"""

from __future__ import annotations

from bpviz.network.classification import predicted_class
from bpviz.network.compiler import strict_jit
from bpviz.network.equations import Workspace, copy_into, deltas, forward, norm, squared_error
from bpviz.network.types import Floats, Indices, Ints, Stop


@strict_jit(unroll=True)
def scan(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    norms: Floats,
    Y: Floats,
    first: int,
    last: int,
    sigma1: int,
    sigma2: int,
    as_printed: bool,
    ws: Workspace,
    gradients: bool,
    threshold: float,
    losses: Floats,
    predicted: Ints,
    outputs: Floats,
    magnitudes: Floats,
    stop: Stop,
) -> int:
    """Look at samples ``first … last − 1`` without changing a weight.

    Writes `losses` (m,), `predicted` (m,) int64, see `predicted_class`, and f into `outputs`
    (m, d), each of these two where it is not empty; and, if `gradients`, `magnitudes` (m, 2):
    ‖∂W1‖_F = ‖δ1‖‖x‖ and ‖∂W2‖_F = ‖δ2‖‖h‖ of each.  Returns the sample before which it ended,
    `last` unless `stop` said so.
    """
    for i in range(first, last):
        if stop[0] != 0:
            return i
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        y = Y[i]
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        losses[i] = squared_error(ws.f, y)
        if predicted.size > 0:
            predicted[i] = predicted_class(ws.f, threshold)
        if outputs.size > 0:
            copy_into(outputs[i], ws.f)
        if gradients:
            deltas(indices, y, W2, as_printed, ws)
            magnitudes[i, 0] = norm(ws.delta1) * norms[i]
            magnitudes[i, 1] = norm(ws.delta2) * norm(ws.h)
    return last


@strict_jit
def predict(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    sigma1: int,
    sigma2: int,
    ws: Workspace,
    out: Floats,
) -> None:
    """N1: f of every row, into `out` (m, d)."""
    for i in range(starts.size - 1):
        forward(
            indices[starts[i] : starts[i + 1]],
            values[starts[i] : starts[i + 1]],
            W1T,
            W2,
            sigma1,
            sigma2,
            ws,
        )
        copy_into(out[i], ws.f)
