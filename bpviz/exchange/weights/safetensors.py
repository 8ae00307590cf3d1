"""safetensors: 8 bytes with the length of a JSON header, the header, and then the numbers.

The tensors have the names and the orientation, (outputs, inputs), of ::

    torch.nn.Sequential(Linear(n, l, bias=False), σ₁, Linear(l, d, bias=False), σ₂)

so that its ``load_state_dict`` takes them as they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

import numpy as np

from bpviz.network.weights import Network

NAMES = ("0.weight", "2.weight")
"""W₁ and W₂ as parameters of that model; 1 and 3 are its activations."""

ABOUT = "__metadata__"
"""The entry of the header that is no tensor, but texts by name."""


def write_safetensors(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network in doubles."""
    header: dict[str, Any] = {ABOUT: {"format": "pt", **about}}
    at = 0
    for name, matrix in zip(NAMES, (network.W1, network.W2), strict=True):
        end = at + matrix.nbytes
        header[name] = {"dtype": "F64", "shape": list(matrix.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # so that the numbers begin at a multiple of 8
    stream.write(len(text).to_bytes(8, "little") + text)
    for matrix in (network.W1, network.W2):
        stream.write(np.ascontiguousarray(matrix, dtype="<f8").data)
