"""NPZ: the matrices W1 and W2 as NumPy saves them, with their circumstances as a text beside them.

``numpy.load(file)["W1"]`` is (l, n); ``json.loads(str(numpy.load(file)["about"]))`` tells the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import BinaryIO

import numpy as np

from bpviz.network.weights import Network


def write_npz(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network."""
    text = np.array(json.dumps(dict(about), ensure_ascii=False))
    np.savez(stream, W1=np.ascontiguousarray(network.W1), W2=network.W2, about=text)
