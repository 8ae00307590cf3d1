"""Messages, as the documentation of protocol buffers has them, and bytes that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.exchange.weights.protobuf import MOST_FIELDS, DamagedMessageError, field, fields, whole


def read(message: bytes) -> list[tuple[int, object]]:
    return [
        (number, value if isinstance(value, int) else bytes(value))
        for number, value in fields(memoryview(message))
    ]


def test_that_a_message_is_as_the_documentation_has_it() -> None:
    assert field(1, 150) == b"\x08\x96\x01"
    assert field(2, "testing") == b"\x12\x07testing"
    assert field(3, field(1, 150)) == b"\x1a\x03\x08\x96\x01"
    assert read(b"\x08\x96\x01\x12\x07testing") == [(1, 150), (2, b"testing")]
    assert read(b"\x0d1234\x1112345678") == [(1, b"1234"), (2, b"12345678")]


@given(st.lists(st.tuples(st.integers(1, 2**29 - 1), st.integers(0, 2**64 - 1) | st.binary())))
def test_that_fields_of_every_size_are_read_as_they_were_written(
    given_fields: list[tuple[int, int | bytes]],
) -> None:
    assert read(b"".join(field(*each) for each in given_fields)) == given_fields


@pytest.mark.parametrize(
    "message",
    [
        b"\x0a\x05abcd",  # cut off
        b"\x0d123",
        b"\x08\x96",
        b"\x08",
        b"\x08" + b"\xff" * 10 + b"\x01",  # more than 64 bits
        b"\x0a" + whole(2**63) + b"a",
        b"\x0b",  # groups, which are no longer used
        b"\x0f",
        field(1, 1) * (MOST_FIELDS + 1),
    ],
)
def test_that_what_is_no_message_is_damaged(message: bytes) -> None:
    with pytest.raises(DamagedMessageError):
        read(message)
    assert len(read(field(1, 1) * MOST_FIELDS)) == MOST_FIELDS
