"""A person's file: opened without waiting, read without trusting it, unpacked within a limit."""

from __future__ import annotations

import errno
import os
import stat
import zlib
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.progress import Meter
from bpviz.datasets.request import MAX_BYTES
from bpviz.datasets.sentence import Sentence

Bytes = NDArray[np.uint8]

_NO_PATH = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)

_CHUNK = 2**18
"""Bytes read at once: some 5 ms of unpacking, during which zlib leaves other threads alone."""

BOMB_BYTES = 2**26
BOMB_RATIO = 100
"""What unpacks to more than so many bytes, and to so many times its length, is refused."""

_MOST = 1100
"""No deflated byte unpacks to more than 1032; with room for headers."""


class Source:
    """A regular file of somebody, plain or packed by gzip.

    Parameters
    ----------
    path : Path
    max_bytes : int
        Largest size, unpacked.

    Attributes
    ----------
    path : Path
    size : int
        Bytes on the disk, above 0.
    packed : bool
        Whether it is packed by gzip, told by its first bytes and not by its name.

    Raises
    ------
    DatasetError
        If there is no such file, it is not a regular file, may not be read, is empty or too large.
    """

    def __init__(self, path: Path, max_bytes: int) -> None:
        self.path = path
        self.max_bytes = max_bytes
        self._read = 0
        with open_regular(path) as stream:
            try:
                self.size = os.fstat(stream.fileno()).st_size
                start = stream.read(2)
            except OSError as error:
                raise unreadable(path, error) from None
        if not start:
            raise DatasetError(
                "{file} is empty. Use a table, an IDX, NPZ or NPY file, or a folder with a "
                "subfolder of pictures for each class.",
                file=path,
            )
        self.packed = start == b"\x1f\x8b"
        self.check_size(self.size)

    def check_size(self, size: int) -> None:
        """Refuse a size in bytes, unpacked, beyond the limit."""
        if size > self.max_bytes:
            raise DatasetError(
                "{file} is too large: it has {size} bytes, unpacked; the limit is {limit}. Use "
                "less data, or raise the size limit (max_bytes).",
                file=self.path,
                size=size,
                limit=self.max_bytes,
            )

    def head(self, count: int) -> bytes:
        """Return the first `count` bytes, unpacked, or all where there are fewer."""
        start = b""
        with closing(self._blocks(count)) as blocks:
            for block in blocks:
                start += block
                if len(start) >= count:
                    break
        return start[:count]

    def read(self, meter: Meter, exactly: int | None = None) -> Bytes:
        """Return the whole contents, unpacked.

        Parameters
        ----------
        meter : Meter
            Told of every byte of the disk.
        exactly : int, optional
            How many there are, where the header has told: a file that cannot hold them is refused
            before the memory is taken.
        """
        if exactly is not None:
            self.check_size(exactly)
            found = self.size * _MOST if self.packed else self.size
            if exactly > found or (not self.packed and exactly != found):
                raise self.misfit(exactly, found)
            self._check_unpacked(exactly, self.size, exactly)
        expected = exactly or (self._announced() if self.packed else self.size)
        contents = np.empty(min(expected, self.max_bytes), dtype=np.uint8)
        filled = 0
        with closing(self._blocks(_CHUNK, meter)) as blocks:
            for block in blocks:
                end = filled + len(block)
                self._check_unpacked(end, self._read, exactly)
                if end > len(contents):
                    larger = np.empty(min(2 * end, self.max_bytes), dtype=np.uint8)
                    larger[:filled] = contents[:filled]
                    contents = larger
                contents[filled:end] = np.frombuffer(block, dtype=np.uint8)
                filled = end
        if exactly is not None and filled != exactly:
            raise self.misfit(exactly, filled)
        return contents[:filled]

    def misfit(self, right: int, found: int) -> DatasetError:
        """Return what to raise where the header announces other than what follows."""
        return DatasetError(
            "{file} is damaged: its header announces {right} bytes, unpacked, but it has {found}. "
            "Use an undamaged file.",
            file=self.path,
            right=right,
            found=found,
        )

    def _announced(self) -> int:
        """Return the size that the end of a packed file tells, where that may be; else a guess.

        Only the last of several parts is told there, and only up to 4 GiB.
        """
        with open_regular(self.path) as stream:
            try:
                stream.seek(max(self.size - 4, 0))
                told = int.from_bytes(stream.read(4), "little")
            except OSError as error:
                raise unreadable(self.path, error) from None
        if told > self.size * _MOST:
            return 4 * self.size
        self.check_size(told)
        return max(told, self.size)

    def _check_unpacked(self, size: int, read: int, exactly: int | None) -> None:
        """Refuse so many bytes, unpacked from `read` ones."""
        if exactly is not None and size > exactly:
            raise self.misfit(exactly, size)
        self.check_size(size)
        bomb = self.packed and size > max(BOMB_BYTES, BOMB_RATIO * read)
        if bomb and self.max_bytes <= MAX_BYTES:
            raise DatasetError(
                "{file} unpacks to more than {ratio} times its size and was rejected as a "
                "possible decompression bomb. If you trust it, unpack it first, or raise the "
                "size limit (max_bytes) above {limit}.",
                file=self.path,
                ratio=BOMB_RATIO,
                limit=MAX_BYTES,
            )

    def _blocks(self, at_once: int, meter: Meter | None = None) -> Generator[bytes, None, None]:
        """Yield the contents, unpacked, in blocks of at most a few times `at_once` bytes."""
        with open_regular(self.path) as stream:
            self._read = 0
            unpacker: zlib._Decompress | None = zlib.decompressobj(wbits=31)
            left = self.size  # it may grow while it is read
            while left > 0:
                try:
                    chunk = stream.read(min(_CHUNK, max(at_once, 64), left))
                except OSError as error:
                    raise unreadable(self.path, error) from None
                if not chunk:
                    break
                left -= len(chunk)
                self._read += len(chunk)
                if not self.packed:
                    yield chunk
                else:
                    rest = chunk
                    while rest:
                        if unpacker is None:
                            if not rest.strip(b"\0"):  # padding, as tapes and some tools leave it
                                break
                            unpacker = zlib.decompressobj(wbits=31)  # one more member
                        block, rest = self._unpack(unpacker, rest)
                        if unpacker.eof:
                            unpacker = None
                        yield block
                        if meter is not None:
                            meter.add(0)  # a place to cancel, however much one chunk unpacks to
                if meter is not None:
                    meter.add(len(chunk))
            if self.packed and unpacker is not None:
                raise DatasetError(
                    "{file} is damaged: its compressed contents are truncated. Use the complete "
                    "file.",
                    file=self.path,
                )

    def _unpack(self, unpacker: zlib._Decompress, packed: bytes) -> tuple[bytes, bytes]:
        try:
            block = unpacker.decompress(packed, 8 * _CHUNK)
        except zlib.error as error:
            raise DatasetError(
                "{file} is damaged: it cannot be unpacked ({reason}). Use an undamaged gzip file.",
                file=self.path,
                reason=error,
            ) from None
        return block, unpacker.unconsumed_tail or unpacker.unused_data


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file to read; whatever else stands there is refused, never waited for.

    Raises
    ------
    DatasetError
        If there is none, it may not be read, or it is something else.
    """
    try:
        if stat.S_ISREG(path.stat().st_mode):  # looked at first: opening a device may act on it
            # Not blocking, and looked at again: it may have become a pipe in between.
            flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
            stream = open(os.open(path, flags | getattr(os, "O_CLOEXEC", 0)), "rb")  # noqa: SIM115
            if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return stream
            stream.close()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    raise DatasetError(
        "{file} is {found}, not a file. Use a table, an IDX, NPZ or NPY file, or a folder with a "
        "subfolder of pictures for each class.",
        file=path,
        found=_kind(path),
    )


def unreadable(path: Path, error: OSError | ValueError) -> DatasetError:
    """Return what to raise where the system refuses to read."""
    no_path = not isinstance(error, OSError) or error.errno in _NO_PATH
    if no_path:
        return RequestError(
            "{file} does not exist. Choose an existing file or folder.",
            file=path,
        )
    reason = error.strerror if isinstance(error, OSError) else error
    return DatasetError(
        "{file} cannot be read ({reason}). Choose a readable file.",
        file=path,
        reason=reason or error,
    )


def _kind(path: Path) -> str:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        mode = 0
    kinds = {
        stat.S_IFDIR: Sentence.of("a folder"),
        stat.S_IFCHR: Sentence.of("a device"),
        stat.S_IFBLK: Sentence.of("a device"),
        stat.S_IFIFO: Sentence.of("a pipe"),
        stat.S_IFSOCK: Sentence.of("a socket"),
    }
    return kinds.get(stat.S_IFMT(mode), Sentence.of("a special file"))
