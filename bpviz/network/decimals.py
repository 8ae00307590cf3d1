"""Numbers as Python writes them, many at once and without the GIL.

``repr`` of a float is the shortest decimal that reads back as the same float, and of those the
nearest; Python takes a microsecond for one and holds everybody else up meanwhile.  Here it is found
by Schubfach (Raffaele Giulietti, "The Schubfach way to render doubles", 2020): the bounds of what
rounds to the float are multiplied by a power of ten, in 128 bits, which leaves two candidates.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Ints

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]

_LEAST, _MOST = -292, 324
"""Powers of ten that are needed."""

MOST_BYTES = 25
"""No float takes more, nor does an integer: "-2.2250738585072014e-308" has 24."""

SLACK = 64
"""Bytes behind what is written, which are written to as well."""


def _powers() -> Words:
    """Return ``10ᵏ`` for all needed k as 128 bits without leading zeros, rounded up: (p, 2)."""
    rows = []
    for k in range(_LEAST, _MOST + 1):
        if k >= 0:
            shift = (10**k).bit_length() - 128
            bits = -(-(10**k) >> shift) if shift > 0 else 10**k << -shift
        else:
            shift = 127 + (10**-k).bit_length()
            bits = -(-(1 << shift) // 10**-k)
        rows.append((bits >> 64, bits & (2**64 - 1)))
    return np.array(rows, dtype=np.uint64)


POWERS = _powers()


@strict_jit
def _high(a: np.uint64, b: np.uint64) -> np.uint64:
    """Return the upper 64 of the 128 bits of a · b."""
    half, low = np.uint64(32), np.uint64(0xFFFFFFFF)
    a1, a0, b1, b0 = a >> half, a & low, b >> half, b & low
    middle = a1 * b0 + ((a0 * b0) >> half)
    return a1 * b1 + (middle >> half) + (((middle & low) + a0 * b1) >> half)


@strict_jit
def _scaled(high: np.uint64, low: np.uint64, number: np.uint64) -> np.uint64:
    """Return the upper 64 bits of a 128-bit power times `number`, the last one set if inexact."""
    upper, lower = _high(high, number), high * number
    total = lower + _high(low, number)
    if total < lower:
        upper += np.uint64(1)
    return upper | np.uint64(total > np.uint64(1))


@strict_jit
def _shortest(fraction: np.uint64, exponent: int, powers: Words) -> tuple[np.uint64, int]:
    """Return m and k of the decimal m · 10ᵏ of a float above 0, by its bits."""
    one, two, four, ten = np.uint64(1), np.uint64(2), np.uint64(4), np.uint64(10)
    c, q = fraction, -1074
    if exponent != 0:
        c, q = fraction | (one << np.uint64(52)), exponent - 1075
        if -53 < q <= 0 and (c & ((one << np.uint64(-q)) - one)) == np.uint64(0):
            return c >> np.uint64(-q), 0  # a whole number
    odd = c & one
    nearer = fraction == np.uint64(0) and exponent > 1  # the neighbour below
    k = (q * 1262611 - (524031 if nearer else 0)) >> 22  # ⌊log₁₀⌋ of 2^q, or of ¾ of it
    shift = np.uint64(q + ((-k * 1741647) >> 19) + 1)
    high, low = powers[-k + 292, 0], powers[-k + 292, 1]
    middle = four * c
    below = _scaled(high, low, (middle - (one if nearer else two)) << shift) + odd
    here = _scaled(high, low, middle << shift)
    above = _scaled(high, low, (middle + two) << shift) - odd
    s = here // four
    if s >= ten:  # one digit less
        t = s // ten
        lower = below <= np.uint64(40) * t
        upper = np.uint64(40) * t + np.uint64(40) <= above
        if lower != upper:
            return t + np.uint64(upper), k + 1
    lower = below <= four * s
    upper = four * s + four <= above
    if lower != upper:
        return s + np.uint64(upper), k
    half = four * s + two
    up = here > half or (here == half and (s & one) != np.uint64(0))
    return s + np.uint64(up), k


@strict_jit(inline=False)
def _put_whole(number: np.uint64, out: Bytes, at: int) -> int:
    """Write the digits of a whole number from `at` on; return where they end."""
    ten, count, left = np.uint64(10), 1, number
    while left >= ten:
        left //= ten
        count += 1
    left = number
    for place in range(at + count - 1, at - 1, -1):
        out[place] = 48 + np.uint8(left % ten)
        left //= ten
    return at + count


@strict_jit
def _put_float(bits: int, powers: Words, out: Bytes, at: int) -> int:
    """Write a float, given by its bits, from `at` on; return where it ends."""
    exponent = (bits >> 52) & 0x7FF
    fraction = np.uint64(bits & 0xFFFFFFFFFFFFF)
    if exponent == 0x7FF and fraction != np.uint64(0):
        out[at], out[at + 1], out[at + 2] = 110, 97, 110  # nan
        return at + 3
    if bits < 0:
        out[at] = 45  # -
        at += 1
    if exponent == 0x7FF:
        out[at], out[at + 1], out[at + 2] = 105, 110, 102  # inf
        return at + 3
    if exponent == 0 and fraction == np.uint64(0):
        out[at], out[at + 1], out[at + 2] = 48, 46, 48  # 0.0
        return at + 3
    number, k = _shortest(fraction, exponent, powers)
    ten = np.uint64(10)
    while number % ten == np.uint64(0):
        number //= ten
        k += 1
    digits = at + 32  # where they are out of the way
    count = _put_whole(number, out, digits) - digits
    point = count + k  # digits before the decimal point
    if -4 < point <= 16:
        if point <= 0:
            out[at] = 48
            out[at + 1] = 46
            at += 2
            for _ in range(-point):
                out[at] = 48
                at += 1
        for i in range(max(count, point)):
            if i == point and point > 0:
                out[at] = 46
                at += 1
            out[at] = out[digits + i] if i < count else 48
            at += 1
        if count <= point:
            out[at], out[at + 1] = 46, 48
            at += 2
        return at
    out[at] = out[digits]
    at += 1
    if count > 1:
        out[at] = 46
        at += 1
    for i in range(1, count):
        out[at] = out[digits + i]
        at += 1
    out[at] = 101  # e
    power = point - 1
    out[at + 1] = 45 if power < 0 else 43
    at += 2
    power = abs(power)
    if power < 10:
        out[at] = 48
        at += 1
    return _put_whole(np.uint64(power), out, at)


@strict_jit
def write_steps(
    first: int, bits: Ints, rate: Bytes, samples: Ints, start: int, powers: Words, out: Bytes
) -> int:
    """Write a line of text for each of some steps; return how many bytes that takes.

    Parameters
    ----------
    first : int
        Number of the first step.
    bits : (3, k) int64
        Loss and both gradient magnitudes of each, bit by bit.
    rate : (r,) uint8
        λ, as it is to stand there.
    samples : (k,) int64
        The pair of each, counted from 0, none below.
    start : int
        What the first pair is called, 0 or more.
    powers : (p, 2) uint64
        `POWERS`.
    out : (k · (5 · `MOST_BYTES` + r + 7) + `SLACK`,) uint8, or longer
        Receives the text: step, the three, λ and the pair, with commas between and CR LF behind.
    """
    at = 0
    for i in range(samples.size):
        at = _put_whole(np.uint64(first + i), out, at)
        for row in range(3):
            out[at] = 44
            at = _put_float(bits[row, i], powers, out, at + 1)
        out[at] = 44
        at += 1
        for j in range(rate.size):
            out[at] = rate[j]
            at += 1
        out[at] = 44
        at = _put_whole(np.uint64(samples[i] + start), out, at + 1)
        out[at], out[at + 1] = 13, 10
        at += 2
    return at


def warm_up() -> None:
    """Compile it for arguments as they come."""
    rate, samples = np.frombuffer(b"0.1", np.uint8), np.zeros(1, dtype=np.int64)
    samples.flags.writeable = False
    out = np.empty(6 * MOST_BYTES + 10 + SLACK, dtype=np.uint8)
    write_steps(0, np.zeros((3, 1), dtype=np.int64), rate, samples, 0, POWERS, out)
