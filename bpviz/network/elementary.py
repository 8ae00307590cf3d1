"""log, sin 2πu, cos 2πu of arrays, of basic operations alone: the same bits on every processor.

NumPy's own differ in their last digits between processors and versions.  Here every addition,
multiplication, division and root is one call of NumPy, so that it is rounded once and nothing is
fused or put in another order.  Each function is less than one unit in the last place away from the
true value; ``scripts/ulps.py`` measures how far.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bpviz.network.types import Floats

_BLOCK = 2**13
"""Numbers computed at once: what an expression leaves behind stays in the fastest caches."""

_LN2_HIGH = float.fromhex("0x1.62e42feep-1")  # few digits, so that whole multiples are exact
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_HALF_ROOT = float.fromhex("0x1.6a09e667f3bcdp-1")  # √½
_TAU_HIGH = float.fromhex("0x1.921fb5p+2")  # 2π in two parts; times 26 digits the first is exact
_TAU_LOW = float.fromhex("0x1.110b4611a6263p-24")
_SPLIT = 2.0**27 + 1.0

_LOG = [2.0 / k for k in range(23, 1, -2)]
_SIN = [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800,
        -1 / 1307674368000, 1 / 355687428096000][::-1]  # fmt: skip
_COS = [1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600, -1 / 87178291200,
        1 / 20922789888000][::-1]  # fmt: skip


def log(u: Floats) -> Floats:
    """Return the natural logarithm of every entry.

    u = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2, and with s = f / (2 + f) the logarithm of 1 + f is
    2s + 2s³/3 + 2s⁵/5 + …, put together so that the largest part, f itself, is rounded last.

    Parameters
    ----------
    u : (c,) float64
        Above 0, finite.

    Returns
    -------
    (c,) float64
    """
    (found,) = _in_blocks(_log, 1, u)
    return found


def cos_sin_of_turns(u: Floats) -> tuple[Floats, Floats]:
    """Return cos 2πu and sin 2πu of every entry: the angle is u full turns.

    u is brought to −⅛ … ⅛ without any rounding, and 2π times the rest is known to twice the digits
    of a double.

    Parameters
    ----------
    u : (c,) float64
        −2³⁰ … 2³⁰.

    Returns
    -------
    cos, sin : (c,) float64
    """
    cos, sin = _in_blocks(_cos_sin, 2, u)
    return cos, sin


def normal_pairs(u: Floats, v: Floats) -> tuple[Floats, Floats]:
    """Return two normal numbers of mean 0 and variance 1 for each pair of uniform ones.

    The transform is that of Box and Muller.

    Parameters
    ----------
    u : (c,) float64
        Above 0, at most 1; gives the distance from the origin.
    v : (c,) float64
        0 … 1; gives the direction.

    Returns
    -------
    first, second : (c,) float64
    """
    first, second = _in_blocks(_normal_pairs, 2, u, v)
    return first, second


def _in_blocks(function: Callable[..., list[Floats]], results: int, *given: Floats) -> list[Floats]:
    """Apply `function` to some entries after the others; as many (c,) arrays as `results`."""
    found = [np.empty(given[0].size) for _ in range(results)]
    for first in range(0, given[0].size, _BLOCK):
        here = slice(first, first + _BLOCK)
        for row, values in zip(found, function(*(each[here] for each in given)), strict=True):
            row[here] = values
    return found


def _series(coefficients: list[float], z: Floats) -> Floats:
    """Return the polynomial in z, its highest coefficient first."""
    total = np.full_like(z, coefficients[0])
    for coefficient in coefficients[1:]:
        total *= z
        total += coefficient
    return total


def _log(u: Floats) -> list[Floats]:
    mantissa, exponent = np.frexp(u)
    low = mantissa < _HALF_ROOT
    f = np.where(low, 2.0 * mantissa, mantissa) - 1.0
    k = exponent - low.astype(np.float64)
    s = f / (2.0 + f)
    z = s * s
    half = 0.5 * f * f
    low_digits = s * (half + z * _series(_LOG, z)) + k * _LN2_LOW
    return [k * _LN2_HIGH - ((half - low_digits) - f)]


def _cos_sin(u: Floats) -> list[Floats]:
    quarters = np.rint(4.0 * u)
    r = u - 0.25 * quarters
    shifted = _SPLIT * r
    high = shifted - (shifted - r)  # the first 26 digits of r
    product = _TAU_HIGH * high
    rest = _TAU_HIGH * (r - high) + _TAU_LOW * r
    x = product + rest
    y = (product - x) + rest  # 2πr is x + y
    z = x * x
    half = 0.5 * z
    sin = x + (x * (z * _series(_SIN, z)) + y * (1.0 - half))
    whole = 1.0 - half
    cos = whole + (((1.0 - whole) - half) + (z * (z * _series(_COS, z)) - x * y))
    at = quarters.astype(np.int64)
    swapped = (at & 1) == 1
    return [
        np.where(swapped, sin, cos) * np.where(((at + 1) & 2) == 0, 1.0, -1.0),
        np.where(swapped, cos, sin) * np.where((at & 2) == 0, 1.0, -1.0),
    ]


def _normal_pairs(u: Floats, v: Floats) -> list[Floats]:
    radius = np.sqrt(-2.0 * _log(u)[0])
    return [radius * each for each in _cos_sin(v)]
