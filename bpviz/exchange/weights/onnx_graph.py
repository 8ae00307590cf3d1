"""Weights from ONNX models: what a graph computes is followed from its input to its output.

Two products with constant matrices are W₁ and W₂, whichever way they are written.  What stands
behind each is tried on some numbers, and is the activation that gives the same; so it does not
matter of which operations an exporter made it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import short
from bpviz.exchange.weights.protobuf import DamagedMessageError, fields
from bpviz.exchange.weights.safetensors import widened
from bpviz.exchange.weights.tensors import Tensor, start_weights, with_biases
from bpviz.network.activations import Activation
from bpviz.network.types import Floats
from bpviz.training.message import Message
from bpviz.training.start_weights import StartWeights

_POINTS = np.linspace(-12.0, 12.0, 97)
"""Pre-activations on which activations are told from one another; 0 is among them."""

_KINDS = {1: "<f4", 10: "<f2", 11: "<f8", 16: "<u2"}
"""Types of numbers that weights may have; the last is bfloat16."""

_BFLOAT16 = 16

_SAME = ("Identity", "Flatten", "Reshape", "Dropout")
"""Operations that leave numbers as they are."""

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Sigmoid": lambda t: 1 / (1 + np.exp(-t)),
    "Tanh": np.tanh,
    "Relu": lambda t: np.maximum(t, 0),
    "Softplus": lambda t: np.logaddexp(0, t),
    "Abs": np.abs,
    "Neg": np.negative,
    "Exp": np.exp,
    "Log": np.log,
    "Add": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "Div": np.divide,
    "Max": np.maximum,
    "Min": np.minimum,
    "Greater": np.greater,
    "Less": np.less,
    "Where": lambda where, a, b: np.where(where != 0, a, b),
}
"""Operations on each number for itself."""


@functools.cache
def _values() -> dict[Activation, Floats]:
    """Return every activation on `_POINTS`."""
    return {sigma: np.array([sigma.function(t) for t in _POINTS.tolist()]) for sigma in Activation}


@dataclass(frozen=True, slots=True)
class _Flow:
    """What depends on the input: behind so many matrices, as a function of the last z."""

    depth: int
    values: Floats


@dataclass(slots=True)
class _Node:
    operation: str = ""
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)


def read_onnx(path: Path, contents: memoryview) -> StartWeights:
    """Read a model of the shape σ₂(W₂ σ₁(W₁ x)), and which activations it has.

    Raises
    ------
    DatasetError
        If it is no such model.
    """
    try:
        model = _parsed(contents)
        matrices, sigmas = _Follower(path, model).followed()
    except (DamagedMessageError, UnicodeDecodeError):
        raise DatasetError(
            "{file} cannot be read as an ONNX model: it is damaged or cut off. Export it again.",
            file=path,
        ) from None
    return start_weights(path, matrices, activations=sigmas)


# ---- what the file says --------------------------------------------------------------------------


@dataclass(slots=True)
class _Model:
    nodes: list[_Node] = field(default_factory=list)
    constants: dict[str, memoryview] = field(default_factory=dict)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)


def _parsed(contents: memoryview) -> _Model:
    model = _Model()
    graphs = [value for number, value in fields(contents) if number == 7]
    if len(graphs) != 1 or isinstance(graphs[0], int):
        raise DamagedMessageError
    for number, value in fields(graphs[0]):
        if isinstance(value, int):
            continue
        if number == 1:
            model.nodes.append(_node(value))
        elif number == 5:
            model.constants[_text_in(value, 8)] = value
        elif number in (11, 12):
            (model.inputs if number == 11 else model.outputs).append(_text_in(value, 1))
    return model


def _node(message: memoryview) -> _Node:
    node = _Node()
    for number, value in fields(message):
        if isinstance(value, int):
            continue
        if number in (1, 2):
            (node.inputs if number == 1 else node.outputs).append(_text(value))
        elif number == 4:
            node.operation = _text(value)
        elif number == 7 and _text(value) not in ("", "ai.onnx"):  # somebody's own operations
            node.operation = f"{_text(value)}.{node.operation}"
        elif number == 5:
            name = ""
            option: Any = None
            for part, content in fields(value):
                if part == 1 and not isinstance(content, int):
                    name = _text(content)
                elif part == 2 and not isinstance(content, int):
                    option = float(np.frombuffer(content[:4], "<f4")[0]) if len(content) == 4 else 0
                elif part in (3, 5):
                    option = content
            node.options[name] = option
    return node


def _text(message: memoryview) -> str:
    return str(bytes(message), "utf-8")


def _text_in(message: memoryview, wanted: int) -> str:
    for number, value in fields(message):
        if number == wanted and not isinstance(value, int):
            return _text(value)
    return ""


def _tensor(path: Path, name: str, message: memoryview) -> Tensor:
    """Return a constant, refused where its numbers are of another kind or elsewhere."""
    shape: list[int] = []
    kind, numbers = 0, bytearray()
    elsewhere = False
    for number, value in fields(message):
        if number == 1:
            shape += [value] if isinstance(value, int) else list(_wholes(value))
        elif number == 2 and isinstance(value, int):
            kind = value
        elif number in (4, 9, 10) and not isinstance(value, int):
            numbers += value
        elif number in (13, 14) and value:
            elsewhere = True
        if len(shape) > 64:
            raise DamagedMessageError
    if elsewhere:
        raise DatasetError(
            "{file} keeps its weights in a file of their own. Export the model as a single file "
            "(external_data=False).",
            file=path,
        )
    if kind not in _KINDS:
        raise DatasetError(
            "{file} contains values of type {dtype}. Use real numbers.",
            file=f"{path} ({short(name)})",
            dtype=f"ONNX {kind}",
        )
    dtype = np.dtype(_KINDS[kind])
    count = 1
    for side in shape:
        count = min(count * side, 2**62)
    if count * dtype.itemsize != len(numbers):
        raise DamagedMessageError
    flat = np.frombuffer(numbers, dtype)
    array: NDArray[Any] = (widened(flat) if kind == _BFLOAT16 else flat).reshape(shape)
    word = "bfloat16" if kind == _BFLOAT16 else dtype.name
    return Tensor(name, tuple(shape), word, lambda: array)


def _wholes(packed: memoryview) -> list[int]:
    """Return whole numbers without gaps, as the values of fields of number 0 would be."""
    found: list[int] = []
    while len(packed):
        end = next((k + 1 for k, byte in enumerate(packed[:10]) if byte < 0x80), 0)
        if not end or len(found) > 64:
            raise DamagedMessageError
        found.append(sum((byte & 0x7F) << 7 * k for k, byte in enumerate(packed[:end])))
        packed = packed[end:]
    return found


# ---- what it computes ----------------------------------------------------------------------------


class _Follower:
    """Follows a graph from its input to its output."""

    def __init__(self, path: Path, model: _Model) -> None:
        self._path = path
        self._model = model
        self._constants: dict[str, Tensor | memoryview] = dict(model.constants)
        self._flows: dict[str, _Flow] = {}
        self._matrices: list[Tensor] = []
        self._sigmas: list[Activation] = []

    def followed(self) -> tuple[tuple[Tensor, Tensor], tuple[Activation, Activation]]:
        """Return W₁, W₂, σ₁ and σ₂."""
        inputs = [name for name in self._model.inputs if name not in self._model.constants]
        if len(inputs) != 1 or len(self._model.outputs) != 1:
            raise self._other(Message.of("it has not one input and one output"))
        self._flows[inputs[0]] = _Flow(0, _POINTS)
        with np.errstate(all="ignore"):
            for node in self._model.nodes:
                self._follow(node)
        end = self._flows.get(self._model.outputs[0])
        if end is None or end.depth != 2:
            raise self._other(Message.of("it has not two layers"))
        self._sigmas.append(self._activation(end))
        (one, two), (first, second) = self._matrices, self._sigmas
        return (one, two), (first, second)

    def _follow(self, node: _Node) -> None:
        flows = [self._flows[name] for name in node.inputs if name in self._flows]
        if len(node.outputs) < 1:
            raise DamagedMessageError
        out = node.outputs[0]
        if not flows:
            self._constant(node, out)
        elif node.operation in ("MatMul", "Gemm") and len(flows) == 1:
            self._flows[out] = self._product(node, flows[0])
        elif node.operation in _SAME:
            self._flows[out] = flows[0]
        elif node.operation in _FUNCTIONS and flows[0].depth:
            self._flows[out] = self._function(node, flows)
        else:
            raise self._unknown(node.operation)

    def _constant(self, node: _Node, out: str) -> None:
        if node.operation == "Constant" and isinstance(node.options.get("value"), memoryview):
            self._constants[out] = node.options["value"]
        elif node.operation == "Transpose" and len(node.inputs) == 1:
            self._constants[out] = self._tensor(node.inputs[0]).turned
        elif node.operation in ("Identity", "Cast") and node.inputs[0] in self._constants:
            self._constants[out] = self._constants[node.inputs[0]]
        # Anything else, such as the numbers of a shape, is refused where it is used.

    def _tensor(self, name: str) -> Tensor:
        found = self._constants.get(name)
        if found is None:
            raise self._other(Message.of("{name} is no constant", name=short(name)))
        return found if isinstance(found, Tensor) else _tensor(self._path, name, found)

    def _product(self, node: _Node, flow: _Flow) -> _Flow:
        """Return z of the next layer, and keep its matrix as (outputs, inputs)."""
        if flow.depth == 2:
            raise self._other(Message.of("it has more than two layers"))
        if flow.depth == 1:
            self._sigmas.append(self._activation(flow))
        first, second, *more = node.inputs if len(node.inputs) > 1 else ("", "")
        if any(more):
            raise with_biases(self._path, [name for name in more if name])
        options = node.options
        ahead = second in self._flows  # W x, with a column for each sample
        turns = (
            options.get("transA" if ahead else "transB"),
            options.get("transB" if ahead else "transA"),
        )
        if turns[1] or options.get("alpha") not in (None, 1.0):
            raise self._unknown(node.operation)
        matrix = self._tensor(first if ahead else second)
        # x W has a column of W for each output, x Wᵀ and W x a row.
        self._matrices.append(matrix if bool(turns[0]) != ahead else matrix.turned)
        return _Flow(flow.depth + 1, _POINTS)

    def _function(self, node: _Node, flows: list[_Flow]) -> _Flow:
        given = []
        for name in node.inputs:
            if name in self._flows:
                given.append(self._flows[name].values)
                continue
            constant = self._tensor(name)
            if constant.shape not in ((), (1,)):
                if node.operation in ("Add", "Sub"):
                    raise with_biases(self._path, [name])
                raise self._unknown(node.operation)
            given.append(constant.read().astype(np.float64).reshape(()))
        if len({flow.depth for flow in flows}) > 1 or not 1 <= len(given) <= 3:
            raise self._unknown(node.operation)
        try:
            values = _FUNCTIONS[node.operation](*given)
        except (TypeError, ValueError):  # another number of inputs than it takes
            raise self._unknown(node.operation) from None
        return _Flow(flows[0].depth, np.asarray(values, dtype=np.float64))

    def _activation(self, flow: _Flow) -> Activation:
        for sigma, right in _values().items():
            if np.allclose(flow.values, right, rtol=1e-6, atol=1e-6):
                return sigma
        raise self._other(
            Message.of("layer {number} has another activation", number=len(self._sigmas) + 1)
        )

    def _unknown(self, operation: str) -> DatasetError:
        return self._other(Message.of("it has the operation {name}", name=short(operation)))

    def _other(self, reason: Message) -> DatasetError:
        return DatasetError(
            "{file} is no network σ₂(W₂ σ₁(W₁ x)) with one of {activations} ({reason}). Export "
            "one with a single hidden layer.",
            file=self._path,
            activations=", ".join(Activation),
            reason=reason,
        )
