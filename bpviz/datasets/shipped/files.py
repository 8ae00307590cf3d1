"""Data files that come with the program: unpacked, and refused unless every byte is right."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz import paths
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter

_CHUNK = 2**18
"""Bytes read at once: some 5 ms of unpacking, during which zlib leaves other threads alone."""

_MAX_SIZE = 2**30
"""No file of ours is larger; a list of checksums that says otherwise is damaged."""


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """A data file of the program.

    Attributes
    ----------
    path : Path
        Where it lies.
    size : int
        Bytes that it has, unpacked.
    sha256 : str
        SHA-256 of those bytes, in lower-case hexadecimal digits.
    """

    path: Path
    size: int
    sha256: str

    @classmethod
    def find(cls, name: str) -> ShippedFile:
        """Look up `name`, such as ``"iris/iris.csv"``, in ``resources/datasets``.

        Raises
        ------
        DatasetError
            If the list of checksums is missing or damaged.
        """
        folder = paths.resources() / "datasets"
        sums = folder / "checksums.json"
        try:
            entry = json.loads(b"".join(_chunks(sums)))[name]
            size, sha256 = entry["bytes"], entry["sha256"]
        except (ValueError, KeyError, TypeError, RecursionError):
            size, sha256 = None, None
        if not (isinstance(size, int) and 0 < size <= _MAX_SIZE and isinstance(sha256, str)):
            raise DatasetError(
                "{file} is damaged: it lacks the size and the SHA-256 of {name}. Reinstall bpviz "
                "to restore the file.",
                file=sums,
                name=name,
            )
        return cls(folder / name, size, sha256)

    def read(self, meter: Meter) -> NDArray[np.uint8]:
        """Return the contents, unpacked where the name ends in ``.gz``; (size,) uint8.

        `meter` is told of every unpacked byte.

        Raises
        ------
        DatasetError
            If the file is missing, cannot be read, or is not byte for byte the one that was
            shipped.
        """
        # An array from np.empty, not a bytearray: that one is zeroed while it holds the GIL.
        contents = np.empty(self.size, dtype=np.uint8)
        digest = hashlib.sha256()
        filled = 0
        with closing(self._blocks()) as blocks:
            for block in blocks:
                if filled + len(block) > self.size:
                    raise DatasetError(
                        "{file} is damaged: its contents are longer than the expected {size} "
                        "bytes. Reinstall bpviz to restore the file.",
                        file=self.path,
                        size=self.size,
                    )
                contents[filled : filled + len(block)] = np.frombuffer(block, dtype=np.uint8)
                digest.update(block)
                filled += len(block)
                meter.add(len(block))
        if filled != self.size:
            raise DatasetError(
                "{file} is damaged: its contents are {found} bytes long instead of {size}. "
                "Reinstall bpviz to restore the file.",
                file=self.path,
                found=filled,
                size=self.size,
            )
        if digest.hexdigest() != self.sha256:
            raise DatasetError(
                "{file} is damaged: the SHA-256 of its contents is {found} instead of {sha256}. "
                "Reinstall bpviz to restore the file.",
                file=self.path,
                found=digest.hexdigest(),
                sha256=self.sha256,
            )
        return contents

    def _blocks(self) -> Generator[bytes, None, None]:
        """Yield the contents in blocks of at most 2 MB."""
        if self.path.suffix != ".gz":
            yield from _chunks(self.path)
            return
        unpacker = zlib.decompressobj(wbits=31)
        for chunk in _chunks(self.path):
            rest = chunk
            while rest and not unpacker.eof:
                try:
                    block = unpacker.decompress(rest, 8 * _CHUNK)
                except zlib.error:
                    raise DatasetError(
                        "{file} is damaged: it cannot be unpacked. Reinstall bpviz to restore the "
                        "file.",
                        file=self.path,
                    ) from None
                rest = unpacker.unconsumed_tail or unpacker.unused_data
                yield block
            if rest:
                raise DatasetError(
                    "{file} is damaged: there are extra bytes after its compressed contents. "
                    "Reinstall bpviz to restore the file.",
                    file=self.path,
                )
        if not unpacker.eof:
            raise DatasetError(
                "{file} is damaged: it is truncated. Reinstall bpviz to restore the file.",
                file=self.path,
            )


def _chunks(path: Path) -> Generator[bytes, None, None]:
    """Yield the bytes of a file; an error that its reader raises is never taken for its own."""
    with _open(path) as stream:
        while True:
            try:
                chunk = stream.read(_CHUNK)
            except OSError as error:
                raise _unreadable(path, error) from None
            if not chunk:
                return
            yield chunk


def _open(path: Path) -> BinaryIO:
    try:
        if path.is_file():  # looked at first: opening a pipe would wait for ever
            return path.open("rb")
        exists = path.exists()
    except OSError as error:
        raise _unreadable(path, error) from None
    if exists:
        raise DatasetError(
            "{file} is not a regular file. Remove it and reinstall bpviz.",
            file=path,
        )
    raise DatasetError("{file} is missing. Reinstall bpviz to restore the file.", file=path)


def _unreadable(path: Path, error: OSError) -> DatasetError:
    return DatasetError(
        "{file} cannot be read ({reason}). Check its permissions, or reinstall bpviz.",
        file=path,
        reason=error.strerror or error,
    )
