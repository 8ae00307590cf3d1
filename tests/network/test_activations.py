"""σ and σ′ against fifty decimal digits, as Python and as compiled."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal, getcontext, localcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.network import Activation, activations
from bpviz.network.activations import (
    exp_of_minus,
    log_of_one_and,
    softplus,
    tanh,
    tanh_prime,
)
from bpviz.network.classification import saturated_share
from bpviz.network.equations import activate

TINY = 5e-324
POINTS = (0.0, -0.0, TINY, -TINY, 1e-300, 1e-9, 0.5, 1.0, 7.3, 20.0, 36.9, 40.0, 350.0, 360.0)
FAR = (700.0, 708.0, 710.0, 744.0, 745.0, 746.0, 1e4, 1e308)
ALL = sorted({sign * t for t in (*POINTS, *FAR) for sign in (1, -1)})
ULPS = 6 * 2.0**-52
SMOOTH = [Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS]


def exact(kind: Activation, t: float) -> tuple[Decimal, Decimal]:
    """σ(t) and σ′(t) by the textbook's formulas; fifty digits need no clever form."""
    with localcontext() as context:
        context.prec = 60
        context.Emin, context.Emax = -(10**9), 10**9
        x = Decimal(t)
        if kind is Activation.SOFTPLUS:
            context.prec = 700  # beside a 1 the exponential of −746 is lost in fewer digits
            if abs(x) > 10**5:
                return max(x, Decimal(0)), Decimal(x > 0)
            return (1 + x.exp()).ln(), 1 / (1 + (-x).exp())
        if abs(x) > 10**5:
            limit = Decimal(1 if x > 0 else 0 if kind is Activation.SIGMOID else -1)
            return limit, Decimal(0)
        if kind is Activation.SIGMOID:
            return 1 / (1 + (-x).exp()), (-x).exp() / (1 + (-x).exp()) ** 2
        context.prec = 700  # tanh of a subnormal is a difference of two ones
        a, b = x.exp(), (-x).exp()
        return (a - b) / (a + b), 4 / (a + b) ** 2


def close(found: float, right: Decimal) -> bool:
    """Within a few units of the last place; below the normal range, of the smallest number."""
    room = Decimal(ULPS) * abs(right) + 4 * Decimal(TINY)
    return abs(Decimal(found) - right) <= room


def compiled(kind: Activation, ts: list[float]) -> tuple[list[float], list[float]]:
    z = np.array(ts)
    value, prime = np.empty_like(z), np.empty_like(z)
    activate(kind.code, z, value, prime)
    return value.tolist(), prime.tolist()


@pytest.mark.parametrize("kind", SMOOTH)
def test_that_smooth_activations_keep_all_digits_at_every_distance_from_zero(
    kind: Activation,
) -> None:
    values, primes = compiled(kind, ALL)
    for t, value, prime in zip(ALL, values, primes, strict=True):
        right, right_prime = exact(kind, t)
        assert close(value, right), (t, value, right)
        assert close(prime, right_prime), (t, prime, right_prime)
        assert close(kind.function(t), right)
        assert close(kind.derivative(t), right_prime)


@given(st.floats(-760, 760))
def test_that_the_sigmoid_is_right_anywhere(t: float) -> None:
    value, prime = exact(Activation.SIGMOID, t)
    assert close(Activation.SIGMOID.function(t), value)
    assert close(Activation.SIGMOID.derivative(t), prime)


@given(st.sampled_from(list(Activation)), st.floats(allow_nan=False, allow_infinity=False))
def test_that_no_activation_leaves_the_finite_numbers_by_itself(kind: Activation, t: float) -> None:
    values, primes = compiled(kind, [t])
    assert math.isfinite(values[0])
    assert math.isfinite(primes[0])
    assert primes[0] >= 0


@pytest.mark.parametrize("kind", list(Activation))
def test_that_not_a_number_is_never_hidden(kind: Activation) -> None:
    values, _ = compiled(kind, [math.nan])
    assert math.isnan(values[0])
    assert math.isnan(kind.function(math.nan))


@pytest.mark.parametrize("kind", list(Activation))
def test_that_compiled_and_plain_activations_are_the_same_functions(kind: Activation) -> None:
    points = [t for t in ALL if abs(t) < 700] + [-3.25, 1.75]
    values, primes = compiled(kind, points)
    np.testing.assert_allclose(values, [kind.function(t) for t in points], rtol=4e-16)
    np.testing.assert_allclose(primes, [kind.derivative(t) for t in points], rtol=2e-15)


@pytest.mark.parametrize("kind", SMOOTH)
@given(points=st.lists(st.floats(allow_nan=False), min_size=1, max_size=40))
def test_that_they_have_the_same_bits_compiled_abreast_and_as_plain_python(
    kind: Activation, points: list[float]
) -> None:
    values, primes = compiled(kind, points)
    assert [v.hex() for v in values] == [kind.function(t).hex() for t in points]
    assert primes == [kind.derivative(t) for t in points]


@given(st.floats(-400, 400))
def test_that_tanh_is_less_than_two_units_of_the_last_place_away(t: float) -> None:
    right, right_prime = exact(Activation.TANH, t)
    value, prime = tanh(t), tanh_prime(t)
    assert abs(Decimal(value) - right) <= Decimal("1.5") * Decimal(math.ulp(float(right)))
    assert abs(Decimal(prime) - right_prime) <= Decimal("4.5") * Decimal(
        math.ulp(float(right_prime))
    )


@given(st.floats(-760, 760))
@settings(deadline=None)
def test_that_softplus_is_less_than_two_units_of_the_last_place_away(t: float) -> None:
    right, slope = exact(Activation.SOFTPLUS, t)
    unit = Decimal(math.ulp(float(right)))
    assert abs(Decimal(softplus(t)) - right) <= 2 * unit
    assert close(Activation.SOFTPLUS.derivative(t), slope)


@given(st.floats(0, 1))
def test_that_the_logarithm_is_less_than_one_unit_of_the_last_place_away(e: float) -> None:
    with localcontext() as context:
        context.prec, context.Emin = 700, -(10**9)
        right = (1 + Decimal(e)).ln()
        assert abs(Decimal(log_of_one_and(e)) - right) <= Decimal(math.ulp(float(right)))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_softplus_lies_above_relu_and_its_two_sides_differ_by_t(t: float) -> None:
    """ln(1 + eᵗ) − ln(1 + e⁻ᵗ) = t."""
    assert softplus(t) >= max(t, 0.0)
    assert softplus(t) <= max(t, 0.0) + math.log(2) * (1 + 2.0**-51)
    room = 3 * math.ulp(max(softplus(t), softplus(-t)))
    assert abs((softplus(t) - softplus(-t)) - t) <= room


@given(st.floats(-700, 700), st.floats(-700, 700))
def test_that_softplus_rises_but_for_rounding(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert softplus(low) <= softplus(high) * (1 + 2.0**-50)


def test_that_softplus_ends_at_zero_and_at_the_identity() -> None:
    assert softplus(0.0) == softplus(-0.0) == math.log(2)
    for t in (40.0, 1e4, 1e308, math.inf):
        assert softplus(t) == t
    assert [softplus(t) for t in (-746.0, -1e308, -math.inf)] == [0.0] * 3
    assert softplus(-744.0) > 0.0


@given(st.floats(0, 400))
def test_that_tanh_is_odd_and_its_derivative_even(t: float) -> None:
    assert math.copysign(1.0, tanh(-t)) == -1.0
    assert (tanh(-t), tanh_prime(-t)) == (-tanh(t), tanh_prime(t))
    assert abs(tanh(t)) <= 1.0


@given(st.floats(0, 760))
def test_that_the_exponential_is_less_than_one_unit_of_the_last_place_away(a: float) -> None:
    with localcontext() as context:
        context.prec = 60
        right = (-Decimal(a)).exp()
        unit = Decimal(math.ulp(float(right)))
        room = unit if right > Decimal("2.3e-308") else Decimal(TINY)
        assert abs(Decimal(exp_of_minus(a)) - right) < room


def test_that_the_exponential_ends_at_one_and_at_zero() -> None:
    assert [exp_of_minus(a) for a in (0.0, TINY, 746.0, 1e308, math.inf)] == [1, 1, 0, 0, 0]
    assert exp_of_minus(745.1) == TINY
    assert math.isnan(exp_of_minus(math.nan))


@pytest.mark.parametrize(
    ("kind", "t", "value", "prime"),
    [
        (Activation.SIGMOID, -1.0, "0x1.136561454ba86p-2", "0x1.92a946fa34395p-3"),
        (Activation.SIGMOID, 0.3, "0x1.261d545e46a8bp-1", "0x1.f4a68f2f93b7ep-3"),
        (Activation.SIGMOID, -7.25, "0x1.7412593d98a3fp-11", "0x1.73cec093032e1p-11"),
        (Activation.TANH, -1.0, "-0x1.85efab514f395p-1", "0x1.ae0dc0f990c44p-2"),
        (Activation.TANH, 0.01, "0x1.47ab48ae4595ep-7", "0x1.fff2e4c7cdc4dp-1"),
        (Activation.TANH, 18.5, "0x1.ffffffffffffep-1", "0x1.898471fca6055p-52"),
        (Activation.SOFTPLUS, -1.0, "0x1.40c7abfbec125p-2", "0x1.136561454ba86p-2"),
        (Activation.SOFTPLUS, 0.3, "0x1.b56e0cf4511b0p-1", "0x1.261d545e46a8bp-1"),
        (Activation.SOFTPLUS, -7.25, "0x1.743429ab643fap-11", "0x1.7412593d98a3fp-11"),
    ],
)
def test_that_smooth_activations_have_these_bits_on_every_machine(
    kind: Activation, t: float, value: str, prime: str
) -> None:
    """They are made of basic operations only: no mathematical library has a say in them."""
    assert (kind.function(t).hex(), kind.derivative(t).hex()) == (value, prime)
    values, primes = compiled(kind, [t] * 9)
    assert {v.hex() for v in values} == {value}
    assert {v.hex() for v in primes} == {prime}


def test_that_relu_has_its_kink_at_zero_and_identity_none() -> None:
    points = [-1.0, -TINY, -0.0, 0.0, TINY, 1.0]
    assert compiled(Activation.RELU, points) == ([0, 0, 0, 0, TINY, 1], [0, 0, 0, 0, 1, 1])
    assert compiled(Activation.IDENTITY, points) == (points, [1.0] * 6)


def test_that_every_activation_has_a_code_of_its_own() -> None:
    assert [kind.code for kind in Activation] == list(range(len(Activation)))
    assert getcontext().prec == 28  # the tests above left it alone


@given(st.sampled_from(list(Activation)), st.floats(allow_nan=False))
def test_that_values_lie_in_the_range(kind: Activation, t: float) -> None:
    low, high = kind.range
    assert low <= kind.function(t) <= high
    assert kind.bounded == (math.isfinite(low) and math.isfinite(high))


@given(st.sampled_from(list(Activation)), st.floats(-800, 800))
def test_that_a_unit_is_saturated_where_it_hardly_learns(kind: Activation, t: float) -> None:
    low, high = kind.saturation
    value, slope = kind.function(t), kind.derivative(t)
    assert slope < 0.04 if value < low or value > high else slope > 0.009


@pytest.mark.parametrize("kind", list(Activation))
def test_that_the_slope_jumps_at_the_kink_and_nowhere_else(kind: Activation) -> None:
    places = np.linspace(-6, 6, 12_001)
    _, slopes = compiled(kind, places.tolist())
    jumps = places[1:][np.abs(np.diff(slopes)) > 0.01]
    if kind.kink is None:
        assert not jumps.size
    else:
        assert jumps == pytest.approx([kind.kink], abs=0.002)


@given(st.sampled_from(list(Activation)), st.floats(-9, 9))
def test_that_the_formulas_that_are_written_say_what_is_computed(
    kind: Activation, t: float
) -> None:
    def calculated(formula: str) -> float:
        code = re.sub(r"(\w+)²\((.*)\)$", r"\1(\2)²", formula.split(" = ")[-1])
        for written, meant in (("²", "**2"), ("−", "-"), (" for ", " if "), (", else", " else")):
            code = code.replace(written, meant)
        known = {"exp": math.exp, "tanh": math.tanh, "ln": math.log, "max": max, "t": t}
        return float(eval(code, known))

    value, slope = kind.function(t), kind.derivative(t)
    assert calculated(kind.formula) == pytest.approx(value, rel=1e-9, abs=1e-12)
    assert calculated(kind.with_number.format("t")) == pytest.approx(value, rel=1e-9, abs=1e-12)
    assert calculated(kind.slope) == pytest.approx(slope, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("code", [-1, len(Activation)])
def test_that_a_code_of_none_is_an_error_and_never_the_identity(code: int) -> None:
    z, value, prime = np.ones(3), np.full(3, 7.0), np.full(3, 7.0)
    with pytest.raises(ValueError, match="no activation has this code"):
        activate(code, z, value, prime)
    assert value.tolist() == prime.tolist() == [7.0] * 3
    with pytest.raises(IndexError):
        saturated_share(len(Activation), z)


CUBE = """
    CUBE = _Definition(
        "cube", lambda t: t * t * t, lambda t: 3.0 * t * t, range=(-math.inf, math.inf),
        saturation=(-1.0, 1.0), kink=None, formula="", slope="", with_number="", latex="",
        slope_latex="",
    )

    @property
    def bounded("""

ASKED = """
import numpy as np
from bpviz.network import Activation, differences, reference
from bpviz.network.classification import saturated_share
from bpviz.network.equations import activate

cube, value, prime = Activation("cube"), np.empty(1), np.empty(1)
activate(cube.code, np.full(1, 2.0), value, prime)
print(value, prime, saturated_share(cube.code, value))
for forgotten in (lambda: reference.SIGMA[cube], lambda: differences.sigma(cube, np.ones(1))):
    try:
        forgotten()
    except KeyError as error:
        print(error)
"""


def test_that_a_new_activation_is_computed_by_every_kernel_and_missed_where_it_is_forgotten(
    tmp_path: Path,
) -> None:
    """Written into a copy: `activate`, which all kernels call, knows it unasked; tables do not."""
    package = Path(activations.__file__).parents[1]
    shutil.copytree(package, tmp_path / "bpviz", ignore=shutil.ignore_patterns("ui", "*.pyc"))
    source = tmp_path / "bpviz" / "network" / "activations.py"
    head, tail = source.read_text("utf-8").split("\n    @property\n    def bounded(")
    source.write_text(head + CUBE + tail, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "BPVIZ_NO_KERNEL_CACHE": "1", "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    numbers, *errors = done.stdout.splitlines()
    assert numbers == "[8.] [12.] 1.0"
    assert errors == ["<Activation.CUBE: 'cube'>"] * 2


def test_that_no_fact_about_an_activation_can_be_left_out() -> None:
    whole = activations._Definition(**dict.fromkeys(activations._Definition._fields, ""))
    for name in whole._fields:
        facts = {key: fact for key, fact in whole._asdict().items() if key != name}
        with pytest.raises(TypeError, match=name):
            activations._Definition(**facts)
