"""Grey values of one byte as compressed rows, without ever making a dense array of floats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.memory import claim
from bpviz.datasets.progress import Meter
from bpviz.network.rows import CompressedRows

_BLOCK = 2**21
"""Pixels handled at once: a few milliseconds inside numpy, which leaves other threads alone."""


def compress(pixels: NDArray[np.uint8], white: int, meter: Meter) -> CompressedRows:
    """Return ``pixels / white`` as compressed rows.

    Parameters
    ----------
    pixels : (m, n) uint8
    white : int
        The grey value that becomes 1, above 0.
    meter : Meter
        Told of every pixel twice: when it is counted, and when it is written.
    """
    n_samples, n_inputs = pixels.shape
    step = max(_BLOCK // max(n_inputs, 1), 1)
    blocks = [slice(first, first + step) for first in range(0, n_samples, step)]

    # Counted first, so that both arrays are made once, at their exact size.
    starts = np.zeros(n_samples + 1, dtype=np.int64)
    for block in blocks:
        starts[1:][block] = np.count_nonzero(pixels[block], axis=1)
        meter.add(pixels[block].size)
    np.cumsum(starts, out=starts)

    claim(int(starts[-1]) * 12)
    indices = np.empty(starts[-1], dtype=CompressedRows.index_type(n_inputs))
    values = np.empty(starts[-1])
    columns = np.broadcast_to(np.arange(n_inputs, dtype=indices.dtype), (step, n_inputs))
    fractions = np.arange(256) / white  # the same bits as dividing each pixel
    for block in blocks:
        part = pixels[block]
        mask = part != 0
        entries = slice(starts[:-1][block][0], starts[1:][block][-1])
        indices[entries] = columns[: len(part)][mask]
        values[entries] = fractions[part[mask]]
        meter.add(part.size)
    return CompressedRows(starts, indices, values, n_inputs)
