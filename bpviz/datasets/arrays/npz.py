"""NPZ: a ZIP archive of NumPy arrays, of which only those that are asked for are unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.arrays import npy
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import MAX_BYTES
from bpviz.datasets.sentence import Sentence, short
from bpviz.datasets.source import BOMB_BYTES, BOMB_RATIO, open_regular

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_CHUNK = 2**20
_DIRECTORY = 2**20
"""Bytes that the directory of an archive may have: thousands of arrays."""
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError,
    ValueError, NotImplementedError, RuntimeError, LookupError, Warning,
)  # fmt: skip
"""What the library raises on bytes that are no archive, or a damaged one: found by fuzzing."""


class Archive:
    """The arrays of an NPZ file.

    Parameters
    ----------
    path : Path
    max_bytes : int
        Largest size of all arrays that are read, unpacked.
    matrices : bool
        Whether those that are read have to be the matrices of a network, and not data.

    Attributes
    ----------
    names : tuple of str
        Of the arrays, in the order of the archive.

    Raises
    ------
    DatasetError
        If it is no archive of arrays.
    """

    def __init__(self, path: Path, max_bytes: int, *, matrices: bool = False) -> None:
        self.path = path
        self._matrices = matrices
        self._left = max_bytes
        self._max_bytes = max_bytes
        with self._opened() as archive:
            self._members = {
                info.filename.removesuffix(".npy"): info
                for info in archive.infolist()
                if info.filename.endswith(".npy")
            }
        self.names = tuple(self._members)
        self._headers: dict[str, npy.Header] = {}

    def header(self, name: str) -> npy.Header:
        """Return what the header of an array says, checked against the archive's directory."""
        if name not in self._headers:
            with self._opened() as archive, archive.open(self._members[name]) as stream:
                head = stream.read(npy.HEAD)
            header = npy.read_header(head, self.called(name), matrix=self._matrices)
            self._check(name, header)
            self._headers[name] = header
        return self._headers[name]

    def called(self, name: str) -> str:
        """Return what messages call an array."""
        return f"{self.path} ({short(name)})"

    def read(self, name: str, meter: Meter) -> NDArray[Any]:
        """Return an array; `meter` is told of its bytes."""
        header = self.header(name)
        if header.size > self._left:
            raise DatasetError(
                "{file} is too large: unpacked, its arrays exceed the limit of {limit} bytes. Use "
                "less data, or raise the size limit (max_bytes).",
                file=self.path,
                limit=self._max_bytes,
            )
        self._left -= header.size
        contents = np.empty(header.size, dtype=np.uint8)
        filled = 0
        with self._opened() as archive, archive.open(self._members[name]) as stream:
            while chunk := self._read(stream, header.size - filled):
                contents[filled : filled + len(chunk)] = np.frombuffer(chunk, dtype=np.uint8)
                filled += len(chunk)
                meter.add(len(chunk))
        if filled != header.size:
            raise self._damaged(Sentence.of("{name} is truncated", name=short(name)))
        return header.array(contents)

    def _read(self, stream: Any, left: int) -> bytes:
        # One byte more than there should be makes the checksum at the end be compared.
        return bytes(stream.read(min(_CHUNK, left))) if left else bytes(stream.read(1))

    def _check(self, name: str, header: npy.Header) -> None:
        info = self._members[name]
        if header.size != info.file_size:
            raise DatasetError(
                "{file} is damaged: its header announces {right} bytes, unpacked, but it has "
                "{found}. Use an undamaged file.",
                file=self.called(name),
                right=header.size,
                found=info.file_size,
            )
        packed = BOMB_RATIO * max(info.compress_size, 1)
        if self._max_bytes <= MAX_BYTES and header.size > max(BOMB_BYTES, packed):
            if self._matrices:
                raise DatasetError(
                    "{file} unpacks to more than {ratio} times its size and was rejected as a "
                    "possible decompression bomb. If you trust it, save it without compression.",
                    file=self.called(name),
                    ratio=BOMB_RATIO,
                )
            raise DatasetError(
                "{file} unpacks to more than {ratio} times its size and was rejected as a "
                "possible decompression bomb. If you trust it, save it without compression, or "
                "raise the size limit (max_bytes) above {limit}.",
                file=self.called(name),
                ratio=BOMB_RATIO,
                limit=MAX_BYTES,
            )

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        with open_regular(self.path) as stream:
            try:
                self._check_directory(stream)
                with zipfile.ZipFile(stream) as archive:
                    unusual = [
                        info.filename
                        for info in archive.infolist()
                        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                        or info.flag_bits & 1
                    ]
                    if unusual:
                        raise self._damaged(
                            Sentence.of(
                                "{name} is encrypted, or its compression is not supported",
                                name=short(unusual[0]),
                            )
                        )
                    yield archive
            except _DAMAGED as error:
                raise self._damaged(error) from None

    def _check_directory(self, stream: BinaryIO) -> None:
        """Refuse an archive whose directory is too large to be looked through."""
        size = stream.seek(0, 2)
        stream.seek(max(size - 2**16 - 22, 0))
        tail = stream.read()
        at = tail.rfind(b"PK\x05\x06")
        directory = int.from_bytes(tail[at + 12 : at + 16], "little")
        if at < 0 or directory > _DIRECTORY:
            raise self._damaged(
                Sentence.of("its end is missing" if at < 0 else "its directory is too large")
            )
        stream.seek(0)

    def _damaged(self, reason: object) -> DatasetError:
        if not isinstance(reason, Sentence):
            reason = short(reason, 200) or type(reason).__name__
        if self._matrices:
            return DatasetError(
                "{file} cannot be read as an NPZ archive ({reason}). Use the matrices of a network "
                "saved with numpy.savez as W1 and W2.",
                file=self.path,
                reason=reason,
            )
        return DatasetError(
            "{file} cannot be read as an NPZ archive ({reason}). Use arrays saved with "
            "numpy.savez as X and y, or as x_train, y_train, x_test and y_test.",
            file=self.path,
            reason=reason,
        )
