"""Each activation: σ beside its derivative σ′, and everything else that is asked about it.

Both are scalar functions of one real number t in plain Python, so that they can be read and called
anywhere; ``equations.py`` compiles these very functions, and nothing else in the program computes
an activation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

Scalar = Callable[[float], float]


_LOG2_E = 1.4426950408889634
_LN2_HIGH = float.fromhex("0x1.62e42feep-1")  # few digits, so that whole multiples are exact
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_WHOLE = 6755399441055744.0  # 1.5 · 2⁵²: adding it rounds to a whole number
_LAST = 746.0  # e^−746 is 0 in double precision


def halved(times: float) -> float:
    """2^−times, for a whole number from 0 to 1022."""
    return math.ldexp(1.0, -int(times))


def power_of_minus(a: float) -> tuple[float, float, float, float]:
    """k, r, w and what r lacks, with e^−a = 2^−k e^r and e^r = 1 + r + w, for a ≥ 0.

    −a = r − k ln 2 with |r| ≤ ½ ln 2; w is the series of e^r from r² to r¹³.
    """
    inside = a if a < _LAST else _LAST
    k = (inside * _LOG2_E + _WHOLE) - _WHOLE
    near = k * _LN2_HIGH - inside
    r = near + k * _LN2_LOW
    r2 = r * r
    r4 = r2 * r2
    low = (0.5 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120))
    middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880))
    high = (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800))
    return k, r, r2 * (low + r4 * (middle + r4 * high)), (near - r) + k * _LN2_LOW


def exp_of_minus(a: float) -> float:
    """e^−a for a ≥ 0, of additions and multiplications alone, each rounded once.

    So it has the same bits on every processor, which no mathematical library promises, and the
    compiler computes several of them abreast.  The error is less than one unit in the last place.
    """
    k, r, w, _ = power_of_minus(a)
    first = k if k < 1000.0 else 1000.0  # in two steps, so that the last may leave the normal range
    value = (1.0 + (r + w)) * halved(first) * halved(k - first)
    return value if a == a else a


def sigmoid(t: float) -> float:
    """N2: σ(t) = 1 / (1 + e^−t), in a form that overflows for neither sign."""
    e = exp_of_minus(abs(t))
    return (1.0 if t >= 0.0 else e) / (1.0 + e)


def sigmoid_prime(t: float) -> float:
    """N2: σ′(t) = e / (1 + e)² with e = exp(−|t|).

    e^−t σ(t)² overflows below t ≈ −709 and σ(1 − σ) loses all digits above t = 37; this does
    neither.
    """
    e = exp_of_minus(abs(t))
    return e / ((1.0 + e) * (1.0 + e))


def tanh(t: float) -> float:
    """tanh t = m / (2 − m) with m = 1 − exp(−2|t|), less than two units in the last place away.

    1 − e^−2|t| would have lost its digits near 0: m is put together from r and w, and what
    rounding takes from m and from 2 − m is given back to the quotient q, where 1 / (2 − m) is
    (1 + q) / 2.
    """
    k, r, w, rest = power_of_minus(2.0 * abs(t))
    scale = halved(k if k < 1000.0 else 1000.0)
    whole = 1.0 - scale
    near = whole - scale * r
    far = scale * (w + rest) - ((whole - near) - scale * r)
    m = near - far
    lost = (near - m) - far
    below = 2.0 - m
    q = m / below
    value = q + (lost - q * (((2.0 - below) - m) - lost)) * (0.5 + 0.5 * q)
    return math.copysign(value, t) if t == t else t


def tanh_prime(t: float) -> float:
    """tanh′(t) = 4e / (1 + e)² with e = exp(−2|t|): 1 − tanh² would lose its digits."""
    e = exp_of_minus(2.0 * abs(t))
    return 4.0 * e / ((1.0 + e) * (1.0 + e))


def relu(t: float) -> float:
    """max(t, 0); not-a-number stays not-a-number, so that it is noticed."""
    return 0.0 if t <= 0.0 else t


def relu_prime(t: float) -> float:
    """1 above 0, else 0; at the kink itself 0, as usual."""
    return 0.0 if t <= 0.0 else 1.0


def log_of_one_and(e: float) -> float:
    """ln(1 + e) for 0 ≤ e ≤ 1, less than one unit in the last place away, of basic operations.

    1 + e = 2ᵏ(1 + f), k being 0 or 1 and f exact, and with s = f / (2 + f) the logarithm of 1 + f
    is 2s + 2s³/3 + 2s⁵/5 + …, put together so that the largest part, f itself, is rounded last.
    """
    k = 1.0 if e >= 0.5 else 0.0
    f = 0.5 * (e - 1.0) if e >= 0.5 else e
    half = 0.5 * f * f
    s = f / (2.0 + f)
    z = s * s
    z2 = z * z
    z4 = z2 * z2
    low = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9))
    middle = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17))
    high = (2.0 / 19 + z * (2.0 / 21)) + z2 * (2.0 / 23)
    low_digits = s * (half + z * (low + z4 * (middle + z4 * high))) + k * _LN2_LOW
    return k * _LN2_HIGH - ((half - low_digits) - f)


def softplus(t: float) -> float:
    """ln(1 + eᵗ) = max(t, 0) + ln(1 + e^−|t|): no exponential overflows, no digit is lost."""
    return (t if t > 0.0 else 0.0) + log_of_one_and(exp_of_minus(abs(t)))


def identity(t: float) -> float:
    """t."""
    return t


def identity_prime(t: float) -> float:
    """1."""
    return 1.0


class _Definition(NamedTuple):
    """What `Activation` says of each: none can be left out."""

    word: str
    function: Scalar
    derivative: Scalar
    range: tuple[float, float]
    saturation: tuple[float, float]
    kink: float | None
    formula: str
    slope: str
    with_number: str
    latex: str
    slope_latex: str


class Activation(StrEnum):
    """The activations that either layer can have.

    Attributes
    ----------
    function, derivative : callable
        σ and σ′.
    range : (low, high)
        What σ lies between.
    saturation : (low, high)
        A unit is saturated, σ′ being almost 0, where its value is below `low` or above `high`.
    kink : float or None
        Where σ bends, so that a difference of two of its values is no slope.
    formula, slope : str
        σ(t) and σ′(t) in plain characters.
    with_number : str
        σ(t) with {} for t, as short as can be.
    latex, slope_latex : str
        `formula` and `slope` to be typeset.
    """

    function: Scalar
    derivative: Scalar
    range: tuple[float, float]
    saturation: tuple[float, float]
    kink: float | None
    formula: str
    slope: str
    with_number: str
    latex: str
    slope_latex: str

    def __new__(cls, *definition: object) -> Activation:
        """Make a member of a `_Definition`, whose fields become its attributes."""
        given = _Definition._make(definition)
        member = str.__new__(cls, given.word)
        member._value_ = given.word
        for name, fact in given._asdict().items():
            setattr(member, name, fact)
        return member

    SIGMOID = _Definition(
        "sigmoid",
        sigmoid,
        sigmoid_prime,
        range=(0.0, 1.0),
        saturation=(0.01, 0.99),
        kink=None,
        formula="1 / (1 + exp(−t))",
        slope="exp(−t) / (1 + exp(−t))²",
        with_number="1 / (1 + exp(−{}))",
        latex=r"\frac{1}{1+e^{-t}}",
        slope_latex=r"\frac{e^{-t}}{(1+e^{-t})^2}",
    )
    TANH = _Definition(
        "tanh",
        tanh,
        tanh_prime,
        range=(-1.0, 1.0),
        saturation=(-0.98, 0.98),
        kink=None,
        formula="tanh(t) = (exp(t) − exp(−t)) / (exp(t) + exp(−t))",
        slope="1 − tanh²(t)",
        with_number="tanh({})",
        latex=r"\tanh(t)=\frac{e^t-e^{-t}}{e^t+e^{-t}}",
        slope_latex=r"1-\tanh^2(t)",
    )
    RELU = _Definition(
        "relu",
        relu,
        relu_prime,
        range=(0.0, math.inf),
        saturation=(math.ulp(0.0), math.inf),  # only 0 itself is below the smallest number
        kink=0.0,
        formula="max(t, 0)",
        slope="1 for t > 0, else 0",
        with_number="max({}, 0)",
        latex=r"\max(t,0)",
        slope_latex=r"\begin{cases}1&t>0\\0&t\le 0\end{cases}",
    )
    SOFTPLUS = _Definition(
        "softplus",
        softplus,
        sigmoid,
        range=(0.0, math.inf),
        saturation=(0.01, math.inf),
        kink=None,
        formula="ln(1 + exp(t))",
        slope="1 / (1 + exp(−t))",
        with_number="ln(1 + exp({}))",
        latex=r"\ln(1+e^t)",
        slope_latex=r"\frac{1}{1+e^{-t}}",
    )
    IDENTITY = _Definition(
        "identity",
        identity,
        identity_prime,
        range=(-math.inf, math.inf),
        saturation=(-math.inf, math.inf),
        kink=None,
        formula="t",
        slope="1",
        with_number="{}",
        latex="t",
        slope_latex="1",
    )

    @property
    def bounded(self) -> bool:
        """Whether σ stays between two finite numbers."""
        return all(map(math.isfinite, self.range))

    @property
    def code(self) -> int:
        """Number of this activation in the compiled kernels."""
        return list(Activation).index(self)
