"""ONNX: the network as a graph x → Gemm → σ₁ → Gemm → σ₂ → f, in doubles, for any number of rows.

A model is a protocol buffer (`protobuf.py`); the numbers of its fields are those of ``onnx.proto``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

import numpy as np

from bpviz.exchange.weights.protobuf import announced, field
from bpviz.network.activations import Activation
from bpviz.network.types import Floats
from bpviz.network.weights import Network

IR_VERSION = 8
OPSET = 13
"""Of 2020: what everything that reads ONNX knows, and every operation below has doubles in it."""

DOUBLE = 11
"""``TensorProto.DOUBLE``."""

STEPS = {
    Activation.SIGMOID: (("Sigmoid", "t", "σ"),),
    Activation.TANH: (("Tanh", "t", "σ"),),
    Activation.RELU: (("Relu", "t", "σ"),),
    # max(t, 0) + ln(1 + exp(−|t|)): ONNX Runtime has its own Softplus in single precision alone.
    Activation.SOFTPLUS: (
        ("Abs", "t", "size"),
        ("Neg", "size", "minus"),
        ("Exp", "minus", "e"),
        ("Add", "e one", "more"),
        ("Log", "more", "rest"),
        ("Relu", "t", "above"),
        ("Add", "above rest", "σ"),
    ),
    Activation.IDENTITY: (("Identity", "t", "σ"),),
}
"""The operations that each activation is made of, with what goes into and comes out of them."""


def write_onnx(stream: BinaryIO, network: Network, about: Mapping[str, str]) -> None:
    """Write a network: input ``x`` (batch, n), output ``f`` (batch, d)."""
    nodes = (
        _gemm("x", "W1", "z1"),
        *_activation(network.sigma1, "z1", "h"),
        _gemm("h", "W2", "z2"),
        *_activation(network.sigma2, "z2", "f"),
    )
    before = b"".join(field(1, node) for node in nodes) + field(2, "bpviz")
    if Activation.SOFTPLUS in (network.sigma1, network.sigma2):
        before += field(5, field(2, DOUBLE) + field(8, "one") + field(10, np.float64(1).tobytes()))
    matrices = {"W1": network.W1, "W2": network.W2}
    heads = {name: _tensor_head(name, matrix) for name, matrix in matrices.items()}
    after = field(11, _value("x", network.n_inputs)) + field(12, _value("f", network.n_outputs))
    sizes = {name: len(heads[name]) + matrix.nbytes for name, matrix in matrices.items()}
    length = len(before) + len(after)
    length += sum(len(announced(5, size)) + size for size in sizes.values())
    texts = [field(14, field(1, name) + field(2, text)) for name, text in about.items()]
    stream.write(
        field(1, IR_VERSION) + field(2, "bpviz") + field(8, field(1, "") + field(2, OPSET))
    )
    stream.write(b"".join(texts) + announced(7, length) + before)
    for name, matrix in matrices.items():  # not put together in memory
        stream.write(announced(5, sizes[name]) + heads[name])
        stream.write(np.ascontiguousarray(matrix, dtype="<f8").data)
    stream.write(after)


def _node(operation: str, inputs: Iterable[str], output: str) -> bytes:
    given = b"".join(field(1, name) for name in inputs)
    return given + field(2, output) + field(3, output) + field(4, operation)


def _activation(sigma: Activation, before: str, after: str) -> list[bytes]:
    """Return the nodes that compute `after` = σ(`before`)."""
    names = {"t": before, "σ": after, "one": "one"}
    return [
        _node(
            operation,
            [names.get(each, f"{after}_{each}") for each in inputs.split()],
            names.get(output, f"{after}_{output}"),
        )
        for operation, inputs, output in STEPS[sigma]
    ]


def _gemm(rows: str, matrix: str, output: str) -> bytes:
    """Return rows · matrixᵀ: so the matrix keeps its orientation, a row for each unit."""
    transposed = field(1, "transB") + field(3, 1) + field(20, 2)  # a whole number
    return _node("Gemm", [rows, matrix], output) + field(5, transposed)


def _tensor_head(name: str, matrix: Floats) -> bytes:
    """Return a tensor up to its numbers, which are the rest."""
    sides = b"".join(field(1, side) for side in matrix.shape)
    return sides + field(2, DOUBLE) + field(8, name) + announced(9, matrix.nbytes)


def _value(name: str, columns: int) -> bytes:
    """Return the type of the input or the output: doubles, (batch, columns)."""
    shape = field(1, field(2, "batch")) + field(1, field(1, columns))
    return field(1, name) + field(2, field(1, field(1, DOUBLE) + field(2, shape)))
