"""Small and large damages to the bytes of a file."""

from __future__ import annotations

import random
from collections.abc import Callable

_TOKENS = (
    b",", b";", b"\t", b'"', b"'", b"\\", b"\n", b"\r", b"\0", b" ", b"=", b"sep=;\n", b"NA", b"e",
    b"nan", b"inf", b"1e999", b"-", b"1_0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xff", b"\x1f\x8b",
    b"PK\x03\x04", b"PK\x05\x06", b"\x93NUMPY", b"\x89PNG", b"\xff\xd8",
    b"IHDR", b"IDAT", b"acTL",
    b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"'descr': '|O'", b"(1,)", b"<f8",
    b"<U9",
    "İ".encode(), "ß".encode(), b"9" * 40, b"#", b"%", b"a" * 200,
)  # fmt: skip

Damage = Callable[[random.Random, bytearray], None]


def _place(draw: random.Random, contents: bytearray) -> int:
    """Return a place, one in two near the beginning: headers are there."""
    most = len(contents) if draw.random() < 0.5 else min(len(contents), 64)
    return draw.randint(0, most)


def _flip(draw: random.Random, contents: bytearray) -> None:
    if contents:
        contents[min(_place(draw, contents), len(contents) - 1)] ^= 1 << draw.randrange(8)


def _set(draw: random.Random, contents: bytearray) -> None:
    if contents:
        at = min(_place(draw, contents), len(contents) - 1)
        contents[at] = draw.choice((0, 1, 0x7F, 0x80, 0xFF, draw.getrandbits(8)))


def _insert(draw: random.Random, contents: bytearray) -> None:
    at = _place(draw, contents)
    contents[at:at] = draw.choice(_TOKENS) * draw.choice((1, 1, 1, 2, 50))


def _overwrite(draw: random.Random, contents: bytearray) -> None:
    at, token = _place(draw, contents), draw.choice(_TOKENS)
    contents[at : at + len(token)] = token


def _delete(draw: random.Random, contents: bytearray) -> None:
    at = _place(draw, contents)
    del contents[at : at + draw.choice((1, 2, 4, 30, 500))]


def _truncate(draw: random.Random, contents: bytearray) -> None:
    del contents[_place(draw, contents) :]


def _repeat(draw: random.Random, contents: bytearray) -> None:
    at = _place(draw, contents)
    part = contents[at : at + draw.choice((1, 10, 100, 1000))]
    contents[at:at] = part * draw.choice((1, 3, 20))


def _swap(draw: random.Random, contents: bytearray) -> None:
    old, new = draw.choice(_TOKENS[:8]), draw.choice(_TOKENS[:12])
    contents[:] = contents.replace(old, new, draw.choice((1, -1)))


DAMAGES: tuple[Damage, ...] = (
    _flip, _flip, _set, _set, _insert, _insert, _overwrite, _delete, _truncate, _repeat, _swap,
)  # fmt: skip


def damaged(draw: random.Random, contents: bytes) -> bytes:
    """Return the contents with some damages, most often one or two."""
    changed = bytearray(contents)
    for _ in range(draw.choice((0, 0, 1, 1, 1, 2, 3, 8))):
        draw.choice(DAMAGES)(draw, changed)
    return bytes(changed)
