"""safetensors: 8 bytes with the length of a JSON header, the header, and then the numbers.

The tensors have the names and the orientation, (outputs, inputs), of ::

    torch.nn.Sequential(Linear(n, l, bias=False), σ₁, Linear(l, d, bias=False), σ₂)

so that its ``load_state_dict`` takes them as they are.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import short
from bpviz.exchange.weights.tensors import Tensor, chosen, named_activations, start_weights
from bpviz.network.weights import Network
from bpviz.training.message import Message
from bpviz.training.start_weights import StartWeights

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


_KINDS = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2",
    "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1",
}  # fmt: skip
"""How NumPy reads each type; numbers of 8 bits and less that are no whole ones are left out."""

_HEADER = 2**22
"""Bytes that a header may have: tens of thousands of tensors."""


def read_safetensors(path: Path, contents: memoryview) -> StartWeights:
    """Read the two matrices of such a file, by the names of PyTorch, Keras or bpviz.

    Raises
    ------
    DatasetError
        If it is no such file.
    """
    start, entries = _header(path, contents)
    about = entries.pop(ABOUT, None)
    numbers = contents[start:]
    _check_places(path, entries, len(numbers))
    if not entries:
        raise damaged(path, Message.of("it has no tensors"))
    choice = chosen(path, list(entries))
    first, second = (
        _tensor(path, name, entries[name], numbers) for name in (choice.first, choice.second)
    )
    return start_weights(path, (first, second), choice, named_activations(about))


def damaged(path: Path, reason: Message) -> DatasetError:
    """Return what to raise for a file that is no sound one."""
    return DatasetError(
        "{file} cannot be read as safetensors ({reason}). Save the weights again, with "
        "safetensors.torch.save_file or from bpviz.",
        file=path,
        reason=reason,
    )


def _header(path: Path, contents: memoryview) -> tuple[int, dict[str, Any]]:
    """Return where the numbers begin, and what the header says."""
    length = int.from_bytes(contents[:8], "little")
    if len(contents) < 8 or length > min(_HEADER, len(contents) - 8):
        raise damaged(path, Message.of("its header is cut off or too long"))
    try:
        found = json.loads(bytes(contents[8 : 8 + length]), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        raise damaged(path, Message.of("its header is no JSON")) from None
    if not isinstance(found, dict):
        raise damaged(path, Message.of("its header is no list of tensors"))
    return 8 + length, found


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _check_places(path: Path, entries: Mapping[str, Any], size: int) -> None:
    """Refuse tensors that overlap, leave gaps, or lie outside of the file."""
    places = []
    for name, entry in entries.items():
        known = entry if isinstance(entry, dict) else {}
        place: Any = known.get("data_offsets")
        shape: Any = known.get("shape")
        if not (_whole(place) and len(place) == 2 and _whole(shape) and len(shape) <= 64):
            raise damaged(path, Message.of("the entry of {name} is none", name=short(name)))
        places.append((place[0], place[1], name))
    at = 0
    for first, last, name in sorted(places):
        if first != at or not first <= last <= size:
            raise damaged(
                path,
                Message.of("the numbers of {name} are not where they should be", name=short(name)),
            )
        at = last
    if at != size:
        raise damaged(path, Message.of("it does not end behind its numbers"))


def _whole(values: Any) -> bool:
    return isinstance(values, list) and all(type(v) is int and 0 <= v < 2**62 for v in values)


def _tensor(path: Path, name: str, entry: Mapping[str, Any], numbers: memoryview) -> Tensor:
    word, shape = entry.get("dtype"), tuple(entry["shape"])
    if not isinstance(word, str) or word not in _KINDS:
        raise DatasetError(
            "{file} contains values of type {dtype}. Use real numbers.",
            file=f"{path} ({short(name)})",
            dtype=short(word),
        )
    dtype = np.dtype(_KINDS[word])
    first, last = entry["data_offsets"]
    if math.prod(shape) * dtype.itemsize != last - first:
        raise damaged(
            path,
            Message.of("the numbers of {name} are not where they should be", name=short(name)),
        )

    def read() -> NDArray[Any]:
        flat = np.frombuffer(numbers[first:last], dtype)
        return (widened(flat) if word == "BF16" else flat).reshape(shape)

    return Tensor(name, shape, "bfloat16" if word == "BF16" else dtype.name, read)


def widened(bfloat16: NDArray[np.uint16]) -> NDArray[np.float32]:
    """Return bfloat16 as float32, whose upper half it is."""
    return (bfloat16.astype(np.uint32) << 16).view(np.float32)
