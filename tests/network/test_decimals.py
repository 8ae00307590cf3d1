"""Numbers in compiled text are those that Python writes."""

from __future__ import annotations

import math
import struct

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.network import decimals
from bpviz.network.types import Floats


def lines(
    values: Floats, *, first: int = 0, rate: str = "0.1", samples: list[int], start: int = 0
) -> list[str]:
    """Return the rows that are written of (3, k) values."""
    k = values.shape[1]
    size = k * (5 * decimals.MOST_BYTES + len(rate) + 7) + decimals.SLACK
    out = np.zeros(size + 8, dtype=np.uint8)
    chosen = np.array(samples, dtype=np.int64)
    chosen.flags.writeable = False
    count = decimals.write_steps(
        first,
        np.ascontiguousarray(values).view(np.int64),
        np.frombuffer(rate.encode(), np.uint8),
        chosen,
        start,
        decimals.POWERS,
        out,
    )
    assert not out[size:].any()  # nothing is written beyond the room that it asks for
    text = bytes(out[:count]).decode("ascii")
    assert text.endswith("\r\n") or not k
    return text.split("\r\n")[:-1]


EDGES = [
    *(2.0**k for k in range(-1074, 1024)),
    *(math.nextafter(2.0**k, 0.0) for k in range(-1073, 1024)),
    *(float(f"{digit}e{k}") for k in range(-323, 309) for digit in (1, 9)),
    *(k / 10 for k in range(2000)), *(float(k) for k in range(1000)),
    *(0.0, -0.0, math.inf, -math.inf, math.nan, 1.7976931348623157e308, 9007199254740993.0),
    *(9999999999999998.0, 1e16, 123456789012345680.0, 1.5e-5, 0.00012345, 5e-324, -2.5e-310),
]  # fmt: skip


def test_that_the_edges_of_the_format_are_written_as_python_does() -> None:
    row = np.array(EDGES)
    written = lines(np.stack([row, -row, row]), samples=[0] * len(row))
    for value, line in zip(EDGES, written, strict=True):
        assert line.split(",")[1:3] == [repr(value), repr(-value)]


def test_that_a_hundred_thousand_floats_of_every_size_are_written_as_python_does() -> None:
    rng = np.random.default_rng(3)
    whole = rng.integers(-(2**63), 2**63 - 1, 90_000, dtype=np.int64).view(np.float64)
    values = np.concatenate([whole, rng.random(30_000), 10 ** rng.normal(0, 4, 30_000)])
    written = lines(values.reshape(3, -1), samples=[0] * 50_000)
    found = np.array([line.split(",")[1:4] for line in written]).T.ravel()
    assert found.tolist() == list(map(repr, values.tolist()))


@settings(max_examples=300)
@example(struct.unpack("d", struct.pack("Q", 0x0010000000000000))[0], 0, 0, 0)
@given(
    st.floats(), st.integers(0, 2**63 - 1), st.integers(0, 2**32), st.integers(0, 1)
)  # fmt: skip
def test_that_a_line_has_step_numbers_rate_and_sample(
    value: float, step: int, sample: int, start: int
) -> None:
    (line,) = lines(np.full((3, 1), value), first=step, rate="1e-05", samples=[sample], start=start)
    three = ",".join([repr(value)] * 3)
    assert line == f"{step},{three},1e-05,{sample + start}"
