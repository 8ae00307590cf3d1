"""The file of a document: a zip of JSON and of NumPy arrays, written whole or not at all.

`run.json` says what the run is (`recipe`), everything else lies beside it as ``.npy``; nothing is
pickled, and no name in the archive is ever used as a path.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import tempfile
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz import __version__
from bpviz.datasets import DatasetError, catalog
from bpviz.datasets.arrays import npy
from bpviz.datasets.source import open_regular
from bpviz.quoting import short
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.recipe import Plain, from_plain, to_plain
from bpviz.training.document.text import canonical
from bpviz.training.infos import HitInfo
from bpviz.training.message import Message

FORMAT = 1
"""Version of what is written; a version that is read for ever."""

MIN_READER = 1
"""Oldest version of a reader that understands what is written."""

MIME_TYPE = "application/x-bpviz"
SUFFIX = ".bpviz"

_MOST = 2 * 2**30
"""Bytes of all arrays of a document."""
_MOST_JSON = 2**26
_MOST_DIRECTORY = 2**24
_RATIO = 100
_CHUNK = 2**22
_NAME = re.compile(r"[a-z0-9_]+(/[A-Za-z0-9_]+)*\.npy")
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, DatasetError,
    ValueError, TypeError, NotImplementedError, RuntimeError, LookupError, Warning, RecursionError,
)  # fmt: skip
"""What the library raises on bytes that are no archive, or a damaged one."""


# ---- writing -------------------------------------------------------------------------------------


def write(document: Document, path: str | os.PathLike[str]) -> None:
    """Write a document; another one at that place is replaced only by a whole one.

    Raises
    ------
    DocumentError
        If it cannot be written; what was there is untouched.
    """
    place = Path(os.path.realpath(path))
    temporary: str | None = None
    try:
        mode = _mode_for(place)
        handle, temporary = tempfile.mkstemp(".tmp", f".{place.name[:40]}-", place.parent)
        with os.fdopen(handle, "w+b") as stream:
            _write(document, stream, place)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, place)
        temporary = None
        _sync_folder(place.parent)
    except OSError as error:
        raise _not_written(Path(path), error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _mode_for(place: Path) -> int:
    """Return the permissions of the file that is there, or the usual ones of a new one."""
    try:
        return place.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Let the name of a new file survive a power cut, where the system can be told so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(path: Path, error: OSError) -> DocumentError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        template = (
            "{file} cannot be saved: the disk is full. Free some space, or choose another folder."
        )
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        template = "{file} cannot be saved: there is no such folder. Choose another one."
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        template = "{file} cannot be saved: nothing may be written there. Choose another folder."
    else:
        template = "{file} cannot be saved ({reason}). Choose another folder."
    return DocumentError(Message.of(template, file=path, reason=error.strerror or str(error)))


def _write(document: Document, stream: BinaryIO, place: Path) -> None:
    with zipfile.ZipFile(stream, "w", allowZip64=True) as archive:
        archive.writestr(_member("mimetype"), MIME_TYPE)
        contents = canonical(_plain(document, place))
        archive.writestr(_member("run.json", zipfile.ZIP_DEFLATED), contents)
        for name, array in document.arrays.items():
            with archive.open(
                _member(f"{name}.npy"), "w", force_zip64=array.nbytes >= 2**31
            ) as out:
                np.lib.format.write_array(out, np.ascontiguousarray(array), allow_pickle=False)


def _member(name: str, packing: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """Return a member that is the same whenever it is written."""
    info = zipfile.ZipInfo(name)
    info.compress_type = packing
    return info


def _plain(document: Document, place: Path) -> Plain:
    recipe = document.recipe
    plain: Plain = {
        "format": FORMAT,
        "min_reader": MIN_READER,
        "written_by": f"bpviz {__version__}",
        "run": to_plain(recipe),
        "hits": {
            str(number): [[hit.step, hit.number, str(hit.text)] for hit in hits]
            for number, hits in document.hits.items()
        },
        "extras": document.extras,
    }
    if document.about is not None:
        plain["data"] = document.about
    elif recipe.data is not None and recipe.data.source not in catalog.NAMES:
        source = os.path.abspath(recipe.data.source)
        plain["places"] = [source]
        with contextlib.suppress(ValueError):  # on another drive
            plain["places"].insert(0, os.path.relpath(source, place.parent))
    return plain


# ---- reading -------------------------------------------------------------------------------------


def read(path: str | os.PathLike[str]) -> Document:
    """Return the document in a file; nothing of it is trusted.

    Raises
    ------
    DocumentError
        If it is none, damaged, or needs a newer version of bpviz.
    SettingsError, RequestError
        If there are no such settings or options of data.
    """
    place = Path(path)
    try:
        opened = open_regular(place)
    except DatasetError as error:
        raise DocumentError(Message.of(error.template, **error.values)) from None
    with opened as stream:
        try:
            if stream.read(2) != b"PK":
                raise _no_document(place)
            _check_directory(stream)
            with zipfile.ZipFile(stream) as archive:
                members = {info.filename: info for info in archive.infolist()}
                plain = _json(archive, members, place)
                return _document(plain, _arrays(archive, members), place)
        except DocumentError:
            raise
        except MemoryError:
            raise DocumentError(
                Message.of("{file} does not fit in memory. Close other programs.", file=place)
            ) from None
        except _DAMAGED as error:
            raise _damaged(place, str(error)) from None


def _no_document(place: Path) -> DocumentError:
    return DocumentError(
        Message.of(
            "{file} is no saved run. Choose a file that bpviz has saved, with the ending {suffix}.",
            file=place,
            suffix=SUFFIX,
        )
    )


def _damaged(place: Path, reason: str) -> DocumentError:
    return DocumentError(
        Message.of(
            "{file} is damaged ({reason}). Use an undamaged copy.",
            file=place,
            reason=short(reason, 200) or "it cannot be read",
        )
    )


def _check_directory(stream: BinaryIO) -> None:
    """Refuse an archive whose directory is too large to be looked through."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(size - 2**16 - 22, 0))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise ValueError("its end is missing")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _MOST_DIRECTORY:
        raise ValueError("its directory is too large")
    stream.seek(0)


def _json(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], place: Path) -> Plain:
    kind, info = members.get("mimetype"), members.get("run.json")
    if kind is None or info is None:
        raise _no_document(place)
    if kind.file_size > 200 or info.file_size > _MOST_JSON:
        raise ValueError("run.json is too large")
    if archive.read(kind) != MIME_TYPE.encode():
        raise _no_document(place)
    plain = json.loads(archive.read(info))
    if not isinstance(plain, dict):
        raise ValueError("run.json")
    written, least = plain.get("format"), plain.get("min_reader")
    if type(written) is not int or type(least) is not int or min(written, least) < 1:
        raise ValueError("its version")
    if least > FORMAT:
        raise DocumentError(
            Message.of(
                "{file} was saved by {program}, of whose files this version reads format {known} "
                "at most, and it has format {written}. Use a newer version of bpviz.",
                file=place,
                program=short(plain.get("written_by", "another program")),
                known=FORMAT,
                written=written,
            )
        )
    return plain


def _arrays(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]
) -> dict[str, NDArray[Any]]:
    """Return every array; the sizes of all are judged before memory is taken for one."""
    chosen = {
        name.removesuffix(".npy"): info for name, info in members.items() if _NAME.fullmatch(name)
    }
    if sum(info.file_size for info in chosen.values()) > _MOST:
        raise ValueError(f"its arrays have more than {_MOST} bytes")
    headers = {}
    for name, info in chosen.items():
        if info.file_size > max(_RATIO * info.compress_size, 2**16):
            raise ValueError(f"{name} unpacks to more than {_RATIO} times its size")
        with archive.open(info) as member:
            header = npy.read_header(member.read(npy.HEAD), name)
        if header.size != info.file_size or header.dtype.kind not in "iuf":
            raise ValueError(name)
        headers[name] = header
    return {name: _array(archive, chosen[name], header) for name, header in headers.items()}


def _array(archive: zipfile.ZipFile, info: zipfile.ZipInfo, header: npy.Header) -> NDArray[Any]:
    contents, filled = np.empty(header.size, dtype=np.uint8), 0
    with archive.open(info) as member:
        # One byte more than there should be makes the checksum at the end be compared.
        while chunk := member.read(min(_CHUNK, header.size - filled) or 1):
            contents[filled : filled + len(chunk)] = np.frombuffer(chunk, dtype=np.uint8)
            filled += len(chunk)
    if filled != header.size:
        raise ValueError(info.filename)
    array = header.array(contents)
    array.flags.writeable = False
    return array


def _document(plain: Plain, arrays: dict[str, NDArray[Any]], place: Path) -> Document:
    newer = plain["format"] > FORMAT
    recipe = from_plain(plain.get("run"), lenient=newer)
    about, extras = plain.get("data"), plain.get("extras", {})
    if not isinstance(extras, dict) or not isinstance(about, dict | None):
        raise ValueError("run.json")
    if about is None and recipe.data is None:
        raise ValueError("its data is missing")
    if about is None and recipe.data is not None and recipe.data.source not in catalog.NAMES:
        places = [os.path.join(place.parent, str(each)) for each in plain.get("places", [])]
        there = next(filter(os.path.exists, places), places[-1] if places else recipe.data.source)
        recipe = replace(recipe, data=replace(recipe.data, source=there))
    hits = {
        int(number): tuple(_hit(*each) for each in found)
        for number, found in plain.get("hits", {}).items()
    }
    remarks: tuple[Message, ...] = ()
    if newer:
        remarks = (
            Message.of(
                "{file} was saved by a newer version, {program}. What this one does not know of it "
                "is left out.",
                file=place,
                program=short(plain.get("written_by", "")),
            ),
        )
    return Document(recipe, arrays, hits, about, extras, remarks)


def _hit(step: Any, number: Any, text: Any) -> HitInfo:
    right = type(step) is int and type(number) is int and min(step, number) >= 0
    if not right or not isinstance(text, str):
        raise ValueError("a hit")
    return HitInfo(step, number, text)
