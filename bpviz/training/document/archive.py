"""The file of a document: a zip of JSON and of NumPy arrays, written whole or not at all.

`run.json` says what the run is (`recipe`), everything else lies beside it as ``.npy``; nothing is
pickled, and no name in the archive is ever used as a path.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz import __version__
from bpviz.datasets import DatasetError, RequestError, catalog
from bpviz.datasets.arrays import npy
from bpviz.datasets.source import open_regular
from bpviz.quoting import short, spelled
from bpviz.training.document import SUFFIX
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import ABOUT, Document
from bpviz.training.document.recipe import Plain, format_of, from_plain, known_in, to_plain
from bpviz.training.document.text import canonical
from bpviz.training.infos import HitInfo
from bpviz.training.message import Message, sentence_of
from bpviz.training.whole_file import not_written, written_whole

FORMAT = 2
"""Newest version of what is written; each of them is read for ever."""

MIN_READER = 1
"""Oldest version of a reader that understands what is written."""

MIME_TYPE = "application/x-bpviz"

_MOST_JSON = 2**26
_MOST_DIRECTORY = 2**26
"""Bytes of what is looked through as a whole: some million changes, and some ten thousand
branches."""
_RATIO, _SMALL = 20, 2**16
"""All arrays together have at most so many times the bytes of the file, which packs none, or those
of a small one."""
_CHUNK = 2**22
_KNOWN = {"format", "min_reader", "written_by", "run", "hits", "extras", "data", "places"}
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
    try:
        with written_whole(path) as (stream, place):
            _write(document, stream, place)
    except OSError as error:
        raise DocumentError(not_written(path, error)) from error


def _write(document: Document, stream: BinaryIO, place: Path) -> None:
    contents = canonical(_plain(document, place))
    if len(contents) > _MOST_JSON:
        raise DocumentError(
            Message.of(
                "The run has more changes and branches than a file can hold. Delete branches that "
                "you no longer need."
            )
        )
    archive = zipfile.ZipFile(stream, "w")
    try:
        archive.writestr(_member("mimetype"), MIME_TYPE)
        archive.writestr(_member("run.json", zipfile.ZIP_DEFLATED), contents)
        for name, array in document.arrays.items():
            archive.writestr(_member(f"{name}.npy"), _as_npy(np.ascontiguousarray(array)))
        archive.close()
    finally:
        archive.fp = None  # what is given up gets no end, not even when it is collected


def _as_npy(array: NDArray[Any]) -> memoryview:
    """Return the bytes of an ``.npy`` file, copied by NumPy: that leaves the interpreter to others.

    `numpy.lib.format.write_array` copies them under it, several times, and a run waits.
    """
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, np.lib.format.header_data_from_array_1_0(array))
    whole = np.empty(head.tell() + array.nbytes, dtype=np.uint8)
    whole[: head.tell()] = np.frombuffer(head.getvalue(), dtype=np.uint8)
    whole[head.tell() :] = array.reshape(-1).view(np.uint8)
    return whole.data


def _member(name: str, packing: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """Return a member that is the same whenever it is written."""
    info = zipfile.ZipInfo(name)
    info.compress_type = packing
    return info


def _plain(document: Document, place: Path) -> Plain:
    recipe = document.recipe
    run = to_plain(recipe)
    plain: Plain = {
        "format": format_of(run),
        "min_reader": MIN_READER,
        "written_by": f"bpviz {__version__}",
        "run": run,
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
        raise _unreadable(place, error) from None
    with opened as stream:
        try:
            if stream.read(2) != b"PK":
                raise _no_document(place)
            size = _checked_size(stream)
            with zipfile.ZipFile(stream) as archive:
                members = {info.filename: info for info in archive.infolist()}
                plain = _json(archive, members, place)
                if len(members) != len(archive.infolist()):
                    raise ValueError("two parts have the same name")
                names = members.keys() - {"mimetype", "run.json"}
                strange = min((name for name in names if not _NAME.fullmatch(name)), default=None)
                if strange is not None and not _is_newer(plain):
                    raise ValueError(f"it has a part {spelled(strange)}")
                return _document(plain, _arrays(archive, members, size), place)
        except DocumentError:
            raise
        except MemoryError:
            raise DocumentError(
                Message.of("{file} does not fit in memory. Close other programs.", file=place)
            ) from None
        except _DAMAGED as error:
            raise _damaged(place, error) from None


def _unreadable(place: Path, error: DatasetError) -> DocumentError:
    if isinstance(error, RequestError):
        words = Message.of("{file} does not exist. Choose a file that bpviz has saved.", file=place)
    elif "found" in error.values:
        words = Message.of(
            "{file} is {found}, not a file. Choose a file that bpviz has saved.",
            file=place,
            found=error.values["found"],
        )
    else:
        words = Message.of(
            "{file} cannot be read ({reason}). Choose a readable file.",
            file=place,
            reason=error.values.get("reason", error),
        )
    return DocumentError(words)


def _no_document(place: Path) -> DocumentError:
    return DocumentError(
        Message.of(
            "{file} is no saved run. Choose a file that bpviz has saved, with the ending {suffix}.",
            file=place,
            suffix=SUFFIX,
        )
    )


def _damaged(place: Path, error: BaseException) -> DocumentError:
    reason = sentence_of(error)
    if "Bad CRC-32" in reason:  # as `zipfile` says it, with the name of the part
        reason = Message.of("a checksum is wrong")
    elif not isinstance(reason, Message):
        reason = short(reason, 200) or Message.of("it cannot be read")
    return DocumentError(
        Message.of(
            "{file} is damaged ({reason}). Use an undamaged copy.", file=place, reason=reason
        )
    )


def _checked_size(stream: BinaryIO) -> int:
    """Return the bytes of an archive; one whose directory is too large to look through is none."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(size - 2**16 - 22, 0))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise ValueError(Message.of("its end is missing"))
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _MOST_DIRECTORY:
        raise ValueError("its directory is too large")
    stream.seek(0)
    return size


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
                "{file} was saved by {program} in format {written}; this version reads files up to "
                "format {known}. Use a newer version of bpviz.",
                file=place,
                program=short(plain.get("written_by", "another program")),
                known=FORMAT,
                written=written,
            )
        )
    return plain


def _is_newer(plain: Plain) -> bool:
    return bool(plain["format"] > FORMAT)


def _arrays(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], size: int
) -> dict[str, NDArray[Any]]:
    """Return every array; the sizes of all are judged before memory is taken for one."""
    chosen = {
        name.removesuffix(".npy"): info for name, info in members.items() if _NAME.fullmatch(name)
    }
    if sum(info.file_size for info in chosen.values()) > max(_RATIO * size, _SMALL):
        raise ValueError(f"it unpacks to more than {_RATIO} times its size")
    headers = {}
    for name, info in chosen.items():
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
    array = array.astype(array.dtype.newbyteorder("="), copy=False)
    array.flags.writeable = False
    return array


def _document(plain: Plain, arrays: dict[str, NDArray[Any]], place: Path) -> Document:
    newer = _is_newer(plain)
    plain = known_in(plain, _KNOWN, newer)
    recipe = from_plain(plain.get("run"), lenient=newer)
    about, extras = plain.get("data"), plain.get("extras", {})
    if not isinstance(extras, dict):
        raise ValueError("run.json")
    if about is not None:
        about = known_in(about, ABOUT, newer)
    if about is None and recipe.data is not None and recipe.data.source not in catalog.NAMES:
        places = [os.path.join(place.parent, str(each)) for each in plain.get("places", [])]
        usual = places[-1] if places else recipe.data.source
        name = PureWindowsPath(usual).name  # which knows both kinds of slashes
        beside = [os.path.join(place.parent, name)] if name else []
        there = next(filter(os.path.exists, [*places, *beside]), usual)
        recipe = replace(recipe, data=replace(recipe.data, source=there))
    hits = {int(number): _hits(found) for number, found in dict(plain.get("hits", {})).items()}
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


def _hits(found: Any) -> tuple[HitInfo, ...]:
    hits = tuple(HitInfo(*each) for each in found)
    for hit in hits:
        numbers = type(hit.step) is int and type(hit.number) is int
        if not numbers or min(hit.step, hit.number) < 0 or not isinstance(hit.text, str):
            raise ValueError("a hit")
    if any(later.step < hit.step for hit, later in itertools.pairwise(hits)):
        raise ValueError("the order of the hits")
    return hits
