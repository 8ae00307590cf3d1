"""What a file of weights holds, and which of it are W₁ and W₂: by their names and their shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import listed, short
from bpviz.network.activations import Activation
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.training.message import Index, Message
from bpviz.training.settings import MAX_HIDDEN
from bpviz.training.start_weights import MATRICES, StartWeights, first_not_finite

MAX_BYTES = 2**30
"""Bytes that both matrices may have in their file: 4096 hidden units on 32 000 inputs."""

_BIAS = re.compile(r"b\d*|.*bias.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tensor:
    """One array of a file, before its numbers are read.

    Attributes
    ----------
    name : str
    shape : tuple of int
    kind : str
        Type of its numbers, as NumPy calls it, or ``"bfloat16"``.
    read : callable
        Returns them in that shape; bfloat16 as float32, which holds all of them.
    """

    name: str
    shape: tuple[int, ...]
    kind: str
    read: Callable[[], NDArray[Any]]

    @property
    def turned(self) -> Tensor:
        """The transposed matrix."""
        return Tensor(self.name, self.shape[::-1], self.kind, lambda: self.read().T)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which arrays are the matrices.

    Attributes
    ----------
    first, second : str
        Names of W₁ and W₂.
    turned : bool
        Whether arrays of such names lie as (inputs, outputs).
    ordered : bool
        Whether their names say which comes first.
    """

    first: str
    second: str
    turned: bool = False
    ordered: bool = True


def may_be_matrices(names: Sequence[str]) -> bool:
    """Whether arrays that are called so are weights rather than data, though perhaps others."""
    plain = [name.casefold().removesuffix(":0") for name in names]
    return {"w1", "w2"} <= set(plain) or sum(
        name.endswith(("weight", "kernel")) for name in plain
    ) > 1


def chosen(path: Path, names: Sequence[str]) -> Choice:
    """Return which arrays of a file are the matrices.

    W1 and W2 are, or two that are called as PyTorch calls them, ``….weight``, (outputs, inputs),
    or as Keras and Flax do, ``…kernel``, (inputs, outputs).

    Raises
    ------
    DatasetError
        If there are no such two, or if there is more.
    """
    found = {name.casefold(): name for name in names}
    choice = None
    if {"w1", "w2"} <= set(found):
        choice = Choice(found["w1"], found["w2"])
    for ending, turned in (("weight", False), ("kernel", True)):
        pair = [n for n in names if n.casefold().removesuffix(":0").endswith(ending)]
        if choice is None and len(pair) == 2:
            first, second = sorted(pair, key=_by_number)
            alike = re.sub("[0-9]+", "#", first) == re.sub("[0-9]+", "#", second)
            choice = Choice(first, second, turned, ordered=alike)
        elif choice is None and len(pair) == 1:
            raise DatasetError(
                "{file} has a single matrix of weights ({name}); a network here has two. Use a "
                "network with one hidden layer.",
                file=path,
                name=short(pair[0]),
            )
        elif choice is None and pair:
            raise DatasetError(
                "{file} has {count} matrices of weights ({names}); a network here has two. Use a "
                "network with one hidden layer.",
                file=path,
                count=len(pair),
                names=listed(pair),
            )
    if choice is None:
        missing = [name for name in MATRICES if name.casefold() not in found]
        raise DatasetError(
            "{file} has no array {name}, but {names}. Save the matrices as W1 and W2, or as "
            "0.weight and 2.weight.",
            file=path,
            name=missing[0],
            names=listed(list(names)),
        )
    more = [name for name in names if name not in (choice.first, choice.second)]
    biases = [name for name in more if _BIAS.fullmatch(name)]
    if biases:
        raise with_biases(path, biases)
    if more:
        raise DatasetError(
            "{file} also has {names}, and a network here has W1 and W2 alone: no biases and no "
            "further layers. Save just W1 and W2.",
            file=path,
            names=listed(more),
        )
    return choice


def _by_number(name: str) -> list[tuple[int, str]]:
    """Sort fc2 before fc10."""
    return [(int(part or -1), "") if part.isdigit() else (-1, part) for part in _parts(name)]


def _parts(name: str) -> list[str]:
    return re.findall(r"[0-9]{1,18}|[^0-9]+|[0-9]+?", name)


def with_biases(path: Path, names: Sequence[str]) -> DatasetError:
    """Return what to raise for a network with biases."""
    return DatasetError(
        "{file} has biases ({names}), and a network here has none: a constant input does their "
        "work. Train it without biases (bias=False), with an input that is always 1.",
        file=path,
        names=listed(list(names)),
    )


def start_weights(
    path: Path,
    tensors: tuple[Tensor, Tensor],
    choice: Choice | None = None,
    activations: tuple[Activation, Activation] | None = None,
) -> StartWeights:
    """Return W1 and W2 of a file in doubles.

    Parameters
    ----------
    path : Path
    tensors : (Tensor, Tensor)
        Two matrices.
    choice : Choice, optional
        How they were chosen; W1 (l, n) and W2 (d, l) in this order unless given.
    activations : (Activation, Activation), optional
        What the file says of σ₁ and σ₂.

    Raises
    ------
    DatasetError
        If they do not fit each other, are too large, or hold what is no finite number.
    """
    for tensor in tensors:
        if len(tensor.shape) != 2 or min(tensor.shape) < 1:
            raise DatasetError(
                "{file} has the shape {shape}. Use a matrix: two dimensions, none of them empty.",
                file=f"{path} ({short(tensor.name)})",
                shape=short(tensor.shape),
            )
    size = sum(8 * math.prod(tensor.shape) for tensor in tensors)
    if size > MAX_BYTES:
        raise too_large(path, size)
    remarks: list[Message] = []
    one, two = tensors
    if choice is not None and choice.turned:
        one, two = one.turned, two.turned
        remarks.append(
            Message.of(
                "The matrices of {file} lie as (inputs, outputs), as Keras has them, and were "
                "transposed.",
                file=path.name,
            )
        )
    if choice is not None and not choice.ordered and one.shape[0] != two.shape[1]:
        one, two = (two, one) if two.shape[0] == one.shape[1] else (one, two)
    _check_shapes(path, one.shape, two.shape)
    W1, W2 = _matrix(path, one, remarks), _matrix(path, two, remarks)
    return StartWeights(str(path), Network(W1, W2), activations, tuple(dict.fromkeys(remarks)))


def named_activations(about: Any) -> tuple[Activation, Activation] | None:
    """Return σ₁ and σ₂ where the circumstances that bpviz wrote name them."""
    try:
        return Activation(about["sigma1"]), Activation(about["sigma2"])
    except (TypeError, KeyError, ValueError):
        return None


def too_large(path: Path, size: int) -> DatasetError:
    """Return what to raise for matrices of so many bytes."""
    return DatasetError(
        "The matrices of {file} are too large: they have {size} bytes; the limit is {limit}. Use a "
        "smaller hidden size l.",
        file=path,
        size=size,
        limit=MAX_BYTES,
    )


def _check_shapes(path: Path, W1: tuple[int, ...], W2: tuple[int, ...]) -> None:
    if W1[0] != W2[1]:
        fitting = Message.of("Save W1 as (l, n) and W2 as (d, l).")
        if W1[1] == W2[0]:
            fitting = Message.of("They fit if both are transposed. Save W1.T and W2.T.")
        elif W1[1] == W2[1]:
            fitting = Message.of("They fit if W1 is transposed. Save W1.T and W2.")
        elif W1[0] == W2[0]:
            fitting = Message.of("They fit if W2 is transposed. Save W1 and W2.T.")
        raise DatasetError(
            "In {file}, W1 has {rows} rows and W2 {columns} columns; both must be the hidden size "
            "l. {fitting}",
            file=path,
            rows=W1[0],
            columns=W2[1],
            fitting=fitting,
        )
    if W1[0] > MAX_HIDDEN:
        raise DatasetError(
            "In {file}, W1 has {rows} rows; the hidden size l is at most {most}. Save W1 as (l, n) "
            "and W2 as (d, l).",
            file=path,
            rows=W1[0],
            most=MAX_HIDDEN,
        )


def _matrix(path: Path, tensor: Tensor, remarks: list[Message]) -> Floats:
    found = tensor.read()
    with np.errstate(over="ignore", invalid="ignore"):  # what is wider than a double
        matrix: Floats = found.astype(np.float64)
        exact = bool((matrix.astype(found.dtype) == found).all())
    place = first_not_finite(matrix)
    if place is not None:
        raise DatasetError(
            "{matrix}[{row}, {column}] of {file} is {value}. Use finite weights.",
            matrix=short(tensor.name),
            row=Index(place[0]),
            column=Index(place[1]),
            file=path,
            value=str(matrix[place]),
        )
    if tensor.kind != "float64":
        words = (
            Message.of("The weights of {file} are {kind}; float64 holds each of them exactly.",
                       file=path.name, kind=tensor.kind)
            if exact
            else Message.of("The weights of {file} are {kind}; each was rounded to float64.",
                            file=path.name, kind=tensor.kind)
        )  # fmt: skip
        remarks.append(words)
    return matrix
