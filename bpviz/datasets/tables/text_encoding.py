"""How the bytes of a text table stand for letters, found by looking."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import numpy as np

from bpviz.datasets.errors import DatasetError, RequestError
from bpviz.datasets.progress import Meter
from bpviz.datasets.sentence import Sentence, short
from bpviz.datasets.source import Bytes

_BLOCK = 2**20

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_PICTURES = Sentence.of("Use a folder with one subfolder of pictures for each class.")
_SHEET = Sentence.of("Save a sheet of it as CSV.")
_MAGIC = (
    (b"\x89PNG", Sentence.of("a PNG picture"), _PICTURES),
    (b"\xff\xd8\xff", Sentence.of("a JPEG picture"), _PICTURES),
    (b"PK\x03\x04", Sentence.of("a ZIP archive, perhaps a workbook"), _SHEET),
    (b"\xd0\xcf\x11\xe0", Sentence.of("an old Office document"), _SHEET),
    (b"%PDF", Sentence.of("a PDF document"), Sentence.of("Use a text table (CSV, TSV).")),
    (b"PAR1", Sentence.of("a Parquet file"), Sentence.of("Save the table as CSV.")),
    (b"\x89HDF", Sentence.of("an HDF5 file"),
     Sentence.of("Save a table as CSV, or arrays as NPZ.")),
)  # fmt: skip

_NOT_OF_FILES = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}

_CONTROLS = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f\x7f]")
"""No text holds them; a tab, line and page ends, and the end mark of old files it may hold."""


def refuse_binary(head: bytes, path: Path, encoding: str | None) -> None:
    """Refuse what by its first bytes is no text, in the encoding that the person chose, if any.

    Raises
    ------
    DatasetError
        With what it is, and what to use instead.
    """
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            raise DatasetError(
                "{file} is {what}, not a text table. {advice}", file=path, what=what, advice=advice
            )
    if encoding is not None:  # in which the same bytes may be letters
        return
    text = head.decode(encoding_by_start(head) or "latin-1", errors="replace")
    found = _CONTROLS.search(text)
    if found:
        raise DatasetError(
            "{file} is not a text table: it contains the byte {byte}, which does not occur in "
            "text. Use a table (CSV, TSV), an IDX, NPZ or NPY file, or a folder of pictures.",
            file=path,
            byte=f"{ord(found.group()):02x}",
        )


def find_encoding(contents: Bytes, path: Path, wanted: str | None, meter: Meter) -> str:
    """Return the name of the encoding of a whole file, and refuse what it cannot decode.

    UTF-8 and UTF-16 by their marks or their look; what is neither is taken as the Western
    European Windows code page or, where that has a gap, Latin-1, which knows every byte.

    Parameters
    ----------
    contents : (bytes,) uint8
    path : Path
        For the message.
    wanted : str or None
        The encoding that the person chose.
    meter : Meter
        Told of every byte.
    """
    if wanted is not None:
        try:
            known = codecs.lookup(wanted).name
            b"a".decode(known)  # refuses what is no encoding of text, such as zip
            codecs.getincrementaldecoder(known)
        except (LookupError, ValueError, TypeError):
            known = ""
        if not known or known in _NOT_OF_FILES:
            raise RequestError(
                "The encoding {name} is not known. Use one such as utf-8, utf-16, cp1252 or "
                "latin-1.",
                name=short(repr(wanted)),
            )
        candidates = ["utf-8-sig" if known == "utf-8" else known]
    else:
        certain = encoding_by_start(contents[:4096].tobytes())
        candidates = [certain] if certain else ["utf-8", "cp1252", "latin-1"]
    for name in candidates:
        place = _first_failure(contents, name, meter)
        if place is None:
            return name
    raise DatasetError(
        "{file} is not text in the encoding {name}: byte {place} cannot be decoded. Choose "
        "another encoding, or save the file as UTF-8.",
        file=path,
        name=candidates[-1],
        place=place,
    )


def whole_lines(head: bytes, wanted: str | None) -> bytes:
    """Return the beginning of a text file up to the last end of a line in it, or all of it."""
    name = (wanted or encoding_by_start(head) or "").lower().replace("_", "-")
    if "16" in name:
        big = head.startswith(b"\xfe\xff") or name.endswith("be")
        units = np.frombuffer(head[: len(head) // 2 * 2], dtype=">u2" if big else "<u2")
    else:
        units = np.frombuffer(head, dtype=np.uint8)
    ends = np.flatnonzero((units == 10) | (units == 13))
    return head[: (int(ends[-1]) + 1) * units.itemsize] if len(ends) else head


def encoding_by_start(head: bytes) -> str | None:
    """Return the encoding where the first bytes leave no doubt: a mark, or the look of UTF-16."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    # ASCII in UTF-16 has a zero in every other byte.
    even, odd = (np.frombuffer(head, dtype=np.uint8)[first::2] for first in (0, 1))
    if len(odd) >= 2:
        zeros = ((even == 0).mean(), (odd == 0).mean())
        if zeros[0] < 0.1 and zeros[1] > 0.6:
            return "utf-16-le"
        if zeros[1] < 0.1 and zeros[0] > 0.6:
            return "utf-16-be"
    return None


def _first_failure(contents: Bytes, name: str, meter: Meter) -> int | None:
    """Return where decoding fails, counted from 0, or None; tells the meter of all bytes once."""
    decoder = codecs.getincrementaldecoder(name)()
    for first in range(0, len(contents) + 1, _BLOCK):
        block = contents[first : first + _BLOCK]
        try:
            decoder.decode(block.tobytes(), final=first + _BLOCK > len(contents))
        except (UnicodeError, OverflowError) as error:
            start = error.start if isinstance(error, UnicodeDecodeError) else 0
            return min(first + start, len(contents) - 1)
        meter.add(0)
    meter.add(len(contents))
    return None
