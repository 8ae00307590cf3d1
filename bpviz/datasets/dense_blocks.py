"""Work on large arrays, block by block: rows compressed, different values found."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bpviz.datasets.memory import claim
from bpviz.datasets.progress import Meter
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats

BLOCK = 2**18
"""Numbers handled at once: a few milliseconds inside numpy, which leaves other threads alone."""


def blocks_of(n_rows: int, n_columns: int) -> list[slice]:
    """Return slices of rows that hold `BLOCK` numbers or so each."""
    step = max(BLOCK // max(n_columns, 1), 1)
    return [slice(first, min(first + step, n_rows)) for first in range(0, n_rows, step)]


def compress_blocks(
    n_rows: int, n_inputs: int, make: Callable[[slice], Floats], meter: Meter
) -> CompressedRows:
    """Return an (m, n) matrix as compressed rows.

    Parameters
    ----------
    n_rows, n_inputs : int
        m and n.
    make : callable
        Called twice with each slice of rows; returns that part, dense, float64.
    meter : Meter
        Told of every number twice.
    """
    blocks = blocks_of(n_rows, n_inputs)
    # Counted first, so that both arrays are made once, at their exact size.
    starts = np.zeros(n_rows + 1, dtype=np.int64)
    for block in blocks:
        part = make(block)
        starts[1:][block] = np.count_nonzero(part, axis=1)
        meter.add(part.size)
    np.cumsum(starts, out=starts)

    claim(int(starts[-1]) * 12)
    indices = np.empty(starts[-1], dtype=CompressedRows.index_type(n_inputs))
    values = np.empty(starts[-1])
    columns = np.arange(n_inputs, dtype=indices.dtype)
    for block in blocks:
        part = make(block)
        mask = part != 0
        entries = slice(starts[block.start], starts[block.stop])
        indices[entries] = np.broadcast_to(columns, part.shape)[mask]
        values[entries] = part[mask]
        meter.add(part.size)
    return CompressedRows(starts, indices, values, n_inputs)


def different(values: Floats, most: int | None = None) -> Floats:
    """Return the different values of (m,), sorted; no more are looked for once there are `most`."""
    found = np.empty(0)
    for first in range(0, len(values), BLOCK):
        found = np.union1d(found, values[first : first + BLOCK])
        if most is not None and len(found) > most:
            break
    return found
