"""NPZ: the matrices W1 and W2 as NumPy saves them, with their circumstances beside them.

``numpy.load(file)["W1"]`` is (l, n), and ``dict(numpy.load(file)["about"])`` tells the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from bpviz.datasets.arrays.npz import Archive
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter
from bpviz.exchange.weights.tensors import (
    MAX_BYTES,
    Tensor,
    chosen,
    named_activations,
    start_weights,
    too_large,
)
from bpviz.network.activations import Activation
from bpviz.network.weights import Network
from bpviz.training.start_weights import StartWeights

_MOST_ABOUT = 2**20

ABOUT = "about"
"""The array of texts, a row for each circumstance: its name, and what it is."""


def write_npz(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network."""
    texts = np.array(list(about.items()))
    np.savez(stream, W1=np.ascontiguousarray(network.W1), W2=network.W2, about=texts)


def read_npz(path: Path) -> StartWeights:
    """Read W1 and W2, by these names or by those of PyTorch and Keras.

    Raises
    ------
    DatasetError
        If it is no such file.
    """
    archive = Archive(path, MAX_BYTES, matrices=True)
    names = [name for name in archive.names if name != ABOUT]
    if not names:
        raise DatasetError(
            "{file} contains no arrays. Save the matrices with numpy.savez as W1 and W2.", file=path
        )
    choice = chosen(path, names)
    pair = choice.first, choice.second
    size = sum(archive.header(name).size for name in pair)
    if size > MAX_BYTES:
        raise too_large(path, size)
    first, second = (_tensor(archive, name) for name in pair)
    return start_weights(path, (first, second), choice, _activations(path, archive.names))


def _activations(path: Path, names: tuple[str, ...]) -> tuple[Activation, Activation] | None:
    """Return σ₁ and σ₂ where bpviz named them."""
    if ABOUT not in names:
        return None
    try:
        texts = Archive(path, _MOST_ABOUT).read(ABOUT, Meter(None, "", 1))
    except DatasetError:  # somebody's own
        return None
    known = dict(texts.tolist()) if texts.ndim == 2 and texts.shape[1] == 2 else {}
    return named_activations(known)


def _tensor(archive: Archive, name: str) -> Tensor:
    header = archive.header(name)
    kind = header.dtype.name
    return Tensor(name, header.shape, kind, lambda: archive.read(name, Meter(None, "", 1)))
