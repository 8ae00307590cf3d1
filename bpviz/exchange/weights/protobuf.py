"""Protocol buffers, as far as ONNX needs them: a message is fields one after the other.

A field begins with a whole number, 8 times its number plus its kind: 0, and a whole number follows;
1 and 5, and 8 or 4 bytes follow; 2, and a length and so many bytes follow, which are a text, a
message of its own, or numbers without gaps.  Whole numbers have 7 bits a byte, the lowest first,
and the eighth says that there is more.
"""

from __future__ import annotations

from collections.abc import Iterator

WHOLE, EIGHT, BYTES, FOUR = 0, 1, 2, 5
"""Kinds of fields."""


MOST_FIELDS = 10_000
"""Fields that a message may have, such as nodes of a graph; a network here has ten."""


class DamagedMessageError(ValueError):
    """Bytes are no message, or one of more fields than a network needs."""


def whole(number: int) -> bytes:
    """Return a whole number from 0 to 2⁶⁴ − 1 as it is written."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))


def field(number: int, value: int | str | bytes) -> bytes:
    """Return a field: a whole number, a text, or a message."""
    if isinstance(value, int):
        return whole(8 * number + WHOLE) + whole(value)
    contents = value.encode() if isinstance(value, str) else value
    return announced(number, len(contents)) + contents


def announced(number: int, length: int) -> bytes:
    """Return the beginning of a field of so many bytes."""
    return whole(8 * number + BYTES) + whole(length)


def fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Yield number and value of each field; bytes are views of `message`, never copies.

    Raises
    ------
    DamagedMessageError
        If one is cut off, or of a kind that there is not, or if there are too many.
    """
    at = count = 0
    while at < len(message):
        count += 1
        if count > MOST_FIELDS:
            raise DamagedMessageError
        key, at = _whole(message, at)
        number, kind = key >> 3, key & 7
        if kind == WHOLE:
            value, at = _whole(message, at)
            yield number, value
            continue
        if kind == BYTES:
            length, at = _whole(message, at)
        elif kind in (EIGHT, FOUR):
            length = 8 if kind == EIGHT else 4
        else:
            raise DamagedMessageError
        if length > len(message) - at:
            raise DamagedMessageError
        yield number, message[at : at + length]
        at += length


def _whole(message: memoryview, at: int) -> tuple[int, int]:
    number = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            raise DamagedMessageError
        byte = message[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number & (2**64 - 1), at
    raise DamagedMessageError
