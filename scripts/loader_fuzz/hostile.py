"""Files that nobody writes by mistake: each is as large as it must be to make a careless loader
slow, and is meant to be refused, or read, at once."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

import numpy as np

from .valid import Files

_COLUMNS = (300, 5_000, 32_000, 65_536, 65_537)


def wide(draw: random.Random) -> Files:
    """Return a table of very many columns, all alike."""
    columns, separator = draw.choice(_COLUMNS), draw.choice(",;\t| ")
    cell = draw.choice(("1", "a", "", "1.5", "1,5", '"a"', "1e5", "a b", "x1", "'1'", "\\", "?"))
    other = draw.choice((cell, cell, "1", "2.5", "b", "", "NA"))
    rows = draw.choice((1, 2, 3, 10, 40)) if columns < 40_000 else draw.choice((1, 2, 3, 9))
    lines = [separator.join([cell] * columns)]
    lines += [separator.join([other] * columns)] * rows
    if draw.random() < 0.3:
        lines.append(draw.choice(("", "1", "a" * 9, '"')))
    return {"t.csv": "\n".join(lines).encode()}


def one_line(draw: random.Random) -> Files:
    """Return a text whose only line, or whose last, has no end."""
    unit = draw.choice((
        "1", "9,", "a ", ",'x", "','", '","', '""', "1,5;", "1.", ",1", "\\,", "1e", "-", "  ", "İ",
        "'a',", ";'", "1,234", "a,b;c\t",
    ))  # fmt: skip
    length = draw.choice((1_000, 100_000, 2**21 - 50, 2**21 + 50, 2**22))
    text = draw.choice(("", "a,b\n1,2\n", "sep=;\n")) + (unit * (length // len(unit)))
    return {"t.csv": text.encode()}


def long_columns(draw: random.Random) -> Files:
    """Return a table of many rows: of kinds of text, of nothing, of numbers that end in text."""
    rows = draw.choice((1_000, 20_000, 60_000))
    cells: Callable[[int], str] = draw.choice((
        str, lambda i: f"k{i}", lambda i: "", lambda i: '"', lambda i: f"{i % 1500}a",
        lambda i: "1" if i < rows - 1 else "x", lambda i: f"{i}.5", lambda i: "nan",
        lambda i: '"a\n"' if i % 2 else "b", lambda i: "9" * 300, lambda i: "a" * 40 + str(i % 7),
    ))  # fmt: skip
    separator, columns = draw.choice(",;\t"), draw.choice((1, 2, 9))
    header = draw.choice(("", separator.join(f"c{j}" for j in range(columns)) + "\n"))
    body = "\n".join(separator.join([cells(i)] * columns) for i in range(rows))
    return {"t.csv": (header + body).encode()}


def packed(draw: random.Random) -> Files:
    """Return what is small and unpacks to much, or never ends."""
    unit = draw.choice((b"\0", b"1,2\n", b"a" * 100 + b"\n", b"\x93NUMPY", b",", b"\n"))
    size = draw.choice((2**20, 2**22, 2**27))
    contents = gzip.compress(unit * (size // len(unit)), 1)
    if draw.random() < 0.3:
        contents = gzip.compress(b"", 9) * draw.choice((100, 20_000))
    name = draw.choice(("t.csv.gz", "t-images-idx3-ubyte.gz", "X.npy.gz", "t.gz"))
    return {name: contents, "t-labels-idx1-ubyte": b"\0\0\x08\1\0\0\0\1\0", "y.npy": b""}


def many_members(draw: random.Random) -> Files:
    """Return an archive of very many, or very large, arrays."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for i in range(draw.choice((10, 1_000, 9_000))):
            zipped.writestr(f"{'n' * draw.choice((1, 40))}{i}.npy", b"")
        header = np.lib.format.header_data_from_array_1_0(np.zeros(1))
        header["shape"] = draw.choice(((2**40,), (2**27, 2), (1, 2**20), (3, 2**24)))
        head = io.BytesIO()
        np.lib.format.write_array_header_1_0(head, header)
        for name in ("X", "y"):
            zipped.writestr(f"{name}.npy", head.getvalue() + bytes(draw.choice((8, 2**24))))
    return {"t.npz": stream.getvalue()}


def large_header(draw: random.Random) -> Files:
    """Return an array whose header is long, deep, or announces what is not there."""
    literal = draw.choice((
        "(" * 5_000, "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1," * 5_000 + ")}",
        "{'descr': [" + "('a','<f8')," * 2_000 + "], 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "9" * 4_000 + ",)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1152921504606846976, 2)}",
        "-" * 9_000 + "1", "{'descr': '<U999999', 'fortran_order': True, 'shape': (3,)}",
    ))  # fmt: skip
    text = literal.encode() + b"\n"
    X = b"\x93NUMPY\1\0" + struct.pack("<H", len(text)) + text + bytes(draw.choice((0, 64)))
    return {"X.npy": X, "y.npy": X}


def _png(
    width: int, height: int, depth: int, colour: int, data: bytes, extra: bytes = b""
) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + extra
        + chunk(b"IDAT", data)
        + chunk(b"IEND", b"")
    )


def large_picture(draw: random.Random) -> Files:
    """Return pictures of few bytes and many pixels, or with much beside the pixels."""
    width, height = draw.choice(
        ((64, 64), (1, 100_000), (3_000, 2_000), (100_000, 3), (2**20, 2**20))
    )
    depth, colour = draw.choice(((8, 0), (8, 2), (8, 6), (1, 0), (16, 0), (16, 6), (8, 3), (8, 4)))
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = 1 + -(-width * depth * samples // 8)
    some = min(row * height, 2**25)
    data = zlib.compress(bytes(some), 1) if draw.random() < 0.8 else b""
    extra = b""
    if draw.random() < 0.3:
        body = b"c\0\0" + zlib.compress(bytes(2**24), 1)
        extra = (
            struct.pack(">I", len(body))
            + b"zTXt"
            + body
            + struct.pack(">I", zlib.crc32(b"zTXt" + body))
        )
        extra *= draw.choice((1, 20))
    picture = _png(width, height, depth, colour, data, extra)
    return {"folder/a/1.png": picture, "folder/b/1.png": picture}


def many_folders(draw: random.Random) -> Files:
    """Return a folder of many classes, or of classes that are no pictures."""
    count = draw.choice((1, 2, 300))
    contents = draw.choice((b"", b"\x89PNG", b"\xff\xd8", b"GIF89a", b"\x89PNG\r\n\x1a\n"))
    return {f"folder/c{i}/x.{draw.choice(('png', 'jpg'))}": contents for i in range(count)}


KINDS: tuple[Callable[[random.Random], Files], ...] = (
    wide, wide, one_line, one_line, long_columns, long_columns, packed, many_members, large_header,
    large_picture, many_folders,
)  # fmt: skip
