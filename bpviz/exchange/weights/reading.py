"""Start weights from a file of somebody: told by its contents, and read without trusting it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from bpviz.datasets.arrays import npy, npz
from bpviz.datasets.arrays.numpy_files import usual_pairs
from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.request import DataRequest
from bpviz.datasets.source import open_regular, unreadable
from bpviz.datasets.user_files import path_of
from bpviz.exchange.weights import tensors
from bpviz.exchange.weights.csv_weights import BOMS, read_csv, separator_of
from bpviz.exchange.weights.npz_weights import read_npz
from bpviz.exchange.weights.onnx_graph import read_onnx
from bpviz.exchange.weights.safetensors import read_safetensors
from bpviz.training.document import SUFFIX
from bpviz.training.start_weights import KeptPlace, StartWeights

_HEAD = 2**12
_MORE = 2**22
"""Bytes that a file may have besides its numbers."""


class _Kind(StrEnum):
    NPZ = ".npz"
    CSV = ".csv"
    SAFETENSORS = ".safetensors"
    ONNX = ".onnx"
    ARRAY = ".npy"
    HDF5 = ".h5"
    PICKLE = ".pt"


_ENDINGS = {
    **{kind.value: kind for kind in _Kind},
    ".pth": _Kind.PICKLE,
    ".ckpt": _Kind.PICKLE,
    ".pkl": _Kind.PICKLE,
    ".pickle": _Kind.PICKLE,
    ".joblib": _Kind.PICKLE,
    ".keras": _Kind.HDF5,
    ".hdf5": _Kind.HDF5,
}
"""What a file is whose contents do not tell."""


def holds_weights(path: Path) -> bool:
    """Whether a file is one of weights rather than of data.

    An NPZ archive of matrices without a data set is, a table that begins as that of weights, and
    what only models are saved as, so that a person is told what to do with it.  What cannot be
    read is none.
    """
    try:
        kind, head, _ = _looked_at(path)
        if kind is _Kind.NPZ:
            names = npz.Archive(path, tensors.MAX_BYTES, matrices=True).names
            return tensors.may_be_matrices(names) and not usual_pairs(names)
    except DatasetError:
        return False
    if kind is _Kind.CSV:
        return separator_of(head[:200].decode(_encoding(head), errors="replace")) is not None
    return kind in (_Kind.SAFETENSORS, _Kind.ONNX, _Kind.PICKLE)


def kept_places(source: str) -> tuple[KeptPlace, ...]:
    """Return where a saved run (``.bpviz``) keeps weights, which can be had without its data.

    Parameters
    ----------
    source : str
        Its path; ~ is the home folder.

    Returns
    -------
    tuple of KeptPlace
        By branch and step, at least one.

    Raises
    ------
    DatasetError
        If it is no saved run, or has none.
    """
    from bpviz.exchange.weights.run_weights import places_in  # brings numba with it

    return places_in(path_of(DataRequest(source)).absolute())


def read_weights(source: str, place: KeptPlace | None = None) -> StartWeights:
    """Read W1 (l, n) and W2 (d, l) from an NPZ, safetensors, ONNX or CSV file.

    Of a saved run (``.bpviz``) they are those that it kept last, up to where it stands, or those at
    `place`.

    Parameters
    ----------
    source : str
        Its path; ~ is the home folder.
    place : KeptPlace, optional
        One of the `kept_places` of a saved run; other files have none.

    Returns
    -------
    StartWeights
        In float64, with what should be known of how they were read.

    Raises
    ------
    DatasetError
        If it is no such file: the message says what is wrong, and what to do.
    """
    path = path_of(DataRequest(source))
    try:
        path = path.absolute()
        if path.suffix.lower() == SUFFIX:
            from bpviz.exchange.weights.run_weights import read_from_run  # brings numba with it

            return read_from_run(path, place)
        if os.path.exists(path) and not os.path.isfile(path):
            raise RequestError(
                "{file} is not a file. Choose a file of weights: NPZ, safetensors, ONNX or CSV.",
                file=path,
            )
        kind, _, size = _looked_at(path)
        _refuse(path, kind, size)
        if kind is _Kind.NPZ:
            return read_npz(path)
        with open_regular(path) as stream:
            try:
                contents = stream.read(size)
            except OSError as error:
                raise unreadable(path, error) from None
        if kind is _Kind.SAFETENSORS:
            return read_safetensors(path, memoryview(contents))
        if kind is _Kind.ONNX:
            return read_onnx(path, memoryview(contents))
        return read_csv(path, contents)
    except MemoryError:
        raise DatasetError(
            "There is not enough memory for the weights of {file}. Use a smaller hidden size l.",
            file=path,
        ) from None


def _looked_at(path: Path) -> tuple[_Kind, bytes, int]:
    """Return what a file is, how it begins, and its size in bytes."""
    with open_regular(path) as stream:
        try:
            head, size = stream.read(_HEAD), os.fstat(stream.fileno()).st_size
        except OSError as error:
            raise unreadable(path, error) from None
        kind = _kind(path, head)
        if kind is _Kind.NPZ and b".pkl" in head[:500]:  # as torch.save has it
            kind = _Kind.PICKLE
    return kind, head, size


def _kind(path: Path, head: bytes) -> _Kind:
    named = _ENDINGS.get(path.suffix.lower(), _Kind.CSV)
    if head.startswith(npz.MAGIC):
        return named if named in (_Kind.HDF5, _Kind.PICKLE) else _Kind.NPZ
    if head.startswith(npy.MAGIC):
        return _Kind.ARRAY
    if head.startswith(b"\x89HDF"):
        return _Kind.HDF5
    if head[:1] == b"\x80" and head[1:2] in (b"\2", b"\3", b"\4", b"\5"):
        return _Kind.PICKLE
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < 2**32:
        return _Kind.SAFETENSORS
    if head[:1] == b"\x08" and named is _Kind.CSV:  # no text begins with it
        return _Kind.ONNX
    return named


def _refuse(path: Path, kind: _Kind, size: int) -> None:
    """Refuse what is never read as weights."""
    if size == 0:
        raise DatasetError(
            "{file} is empty. Choose a file of weights: NPZ, safetensors, ONNX or CSV.", file=path
        )
    if kind is _Kind.PICKLE:
        raise DatasetError(
            "{file} is pickled, and such files are never opened, because they could run arbitrary "
            "code. Save the weights with safetensors.torch.save_file(model.state_dict(), "
            '"weights.safetensors").',
            file=path,
        )
    if kind is _Kind.HDF5:
        raise DatasetError(
            "{file} is a Keras or HDF5 file, which is not read here. Save the matrices with "
            "numpy.savez as W1 and W2, each kernel transposed.",
            file=path,
        )
    if kind is _Kind.ARRAY:
        raise DatasetError(
            "{file} is a single array. Save both matrices with numpy.savez as W1 and W2.",
            file=path,
        )
    if kind is not _Kind.NPZ and size > tensors.MAX_BYTES + _MORE:
        raise tensors.too_large(path, size)


def _encoding(head: bytes) -> str:
    return "utf-16" if head[:2] in BOMS else "utf-8-sig"
