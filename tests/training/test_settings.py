"""Every hyperparameter: what is taken, and the sentence that refuses the rest."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import Activation, GradientRule, Initializer
from bpviz.training import Order, Settings, SettingsError, StoppingRule
from bpviz.training.settings import MAX_HIDDEN, MAX_SEED, check_count, check_learning_rate

NOT_A_RATE = [
    0, 0.0, -0.0, -1, -1e-300, math.nan, math.inf, -math.inf, "0.1", "", b"0.1", bytearray(b"1"),
    None, True, False, np.True_, [0.1], (0.1,), {}, np.array([0.1]), np.array(0.1), 1j, 10**400,
    Decimal("NaN"), Decimal("sNaN"), Decimal("1e-400"), float,
    pytest.param(object(), id="an object"),
]  # fmt: skip
NOT_A_COUNT = [2.5, 3.0, "3", b"3", None, True, [3], np.array([3]), np.array(3.0), np.True_, int,
               math.nan, math.inf, Decimal(3), 3j, np.float64(3)]  # fmt: skip


@pytest.mark.parametrize("value", NOT_A_RATE, ids=repr)
def test_that_a_rate_that_is_no_finite_number_above_zero_is_refused(value: object) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(learning_rate=value)  # type: ignore[arg-type]
    assert "The learning rate λ is" in str(caught.value)
    assert "must be a finite number above 0, such as 0.1" in str(caught.value)


@pytest.mark.parametrize(
    "value", [5e-324, 1e-3, 1, 1e9, 1e308, np.float32(0.5), np.int64(2), Fraction(1, 4),
              Decimal("0.3")], ids=repr
)  # fmt: skip
def test_that_any_finite_number_above_zero_is_a_rate(value: object) -> None:
    rate = Settings(learning_rate=value).learning_rate  # type: ignore[arg-type]
    assert type(rate) is float
    assert rate == float(value)  # type: ignore[arg-type]


@given(st.floats(min_value=0, exclude_min=True, allow_infinity=False))
def test_that_a_rate_comes_back_as_it_was(value: float) -> None:
    assert check_learning_rate(value) == value


@pytest.mark.parametrize("value", [0, -1, MAX_HIDDEN + 1, *NOT_A_COUNT], ids=repr)
def test_that_a_hidden_size_is_a_whole_number_from_1_to_4096(value: object) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(n_hidden=value)  # type: ignore[arg-type]
    assert str(caught.value) == (
        f"The hidden size l is {value!r}; it must be a whole number from 1 to 4096."
    )


@pytest.mark.parametrize("value", [1, 4096, np.int8(7), np.uint64(300)])
def test_that_whole_numbers_of_any_kind_are_taken(value: int) -> None:
    hidden = Settings(n_hidden=value).n_hidden
    assert type(hidden) is int
    assert hidden == value


@pytest.mark.parametrize("value", [-1, 2**63, 2**64, *NOT_A_COUNT], ids=repr)
def test_that_a_seed_is_a_whole_number_of_63_bits(value: object) -> None:
    with pytest.raises(SettingsError, match=f"The seed is .* from 0 to {MAX_SEED}"):
        Settings(seed=value)  # type: ignore[arg-type]


def test_that_the_largest_seed_is_taken() -> None:
    assert Settings(seed=2**63 - 1).seed == 2**63 - 1


@pytest.mark.parametrize("value", [-1, 2**63, *NOT_A_COUNT], ids=repr)
def test_that_a_keyframe_budget_is_a_count_of_bytes(value: object) -> None:
    with pytest.raises(SettingsError, match="The keyframe budget is"):
        Settings(keyframe_budget=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("order", "The sample order", Order),
        ("sigma1", "The hidden activation σ₁", Activation),
        ("sigma2", "The output activation σ₂", Activation),
        ("initializer", "The initializer", Initializer),
        ("gradient_rule", "The gradient rule", GradientRule),
    ],
)
def test_that_choices_are_taken_by_name_and_refused_by_naming_all(
    name: str, words: str, kind: type
) -> None:
    for member in kind:
        assert getattr(Settings(**{name: str(member)}), name) is member
    for wrong in ("", "SIGMOID", "other", None, 0, ["random"]):
        with pytest.raises(SettingsError) as caught:
            Settings(**{name: wrong})
        known = ", ".join(member.value for member in kind)
        assert str(caught.value) == f"{words} is {wrong!r}; it must be one of {known}."


@pytest.mark.parametrize("value", [-0.1, 1, 1.5, math.nan, math.inf, "0", None, True, [0.1]])
def test_that_a_tolerance_is_a_number_from_0_to_below_1(value: object) -> None:
    with pytest.raises(SettingsError, match=r"The tolerance is .* from 0 to below 1"):
        StoppingRule(tolerance=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0, -1, 2**63, 2.5, "3", True])
@pytest.mark.parametrize(("name", "words"), [("window", "window"), ("patience", "patience")])
def test_that_window_and_patience_are_counts_from_1(name: str, words: str, value: object) -> None:
    with pytest.raises(SettingsError, match=f"{words} is .* whole number from 1"):
        StoppingRule(**{name: value})  # type: ignore[arg-type]


def test_that_patience_must_be_given_and_a_window_need_not() -> None:
    with pytest.raises(SettingsError, match="The patience is None"):
        StoppingRule(patience=None)  # type: ignore[arg-type]
    assert StoppingRule().window_for(60_000) == 60_000
    assert StoppingRule().window_for(4) == 10_000
    assert StoppingRule(window=7).window_for(60_000) == 7


@pytest.mark.parametrize("value", [True, 3, "on", {}])
def test_that_a_stopping_rule_is_one_or_none(value: object) -> None:
    with pytest.raises(SettingsError, match="must be a StoppingRule or None"):
        Settings(stopping=value)  # type: ignore[arg-type]


def test_that_replacing_validates_again_and_leaves_the_original() -> None:
    old = Settings()
    assert old.replace(n_hidden=5).n_hidden == 5
    assert old.n_hidden == 32
    with pytest.raises(SettingsError):
        old.replace(n_hidden=0)
    with pytest.raises(FrozenInstanceError):
        old.n_hidden = 3  # type: ignore[misc]


def test_that_the_defaults_are_those_of_the_note_and_the_design() -> None:
    s = Settings()
    assert (s.n_hidden, s.learning_rate, s.seed, s.order) == (32, 0.1, 0, Order.RANDOM)
    assert (s.sigma1, s.sigma2) == (Activation.SIGMOID, Activation.SIGMOID)
    assert (s.gradient_rule, s.stopping) == (GradientRule.EXACT, None)
    assert s.keyframe_budget == 128 * 2**20


def test_that_a_count_is_checked_with_both_ends_included() -> None:
    assert check_count("It", 3, 3, 5) == 3
    assert check_count("It", 5, 3, 5) == 5
    for value in (2, 6):
        with pytest.raises(SettingsError, match=f"It is {value}; .* from 3 to 5"):
            check_count("It", value, 3, 5)


def test_that_the_numbers_of_a_stopping_rule_are_plain_ones() -> None:
    found = StoppingRule(tolerance=0, window=np.int8(3), patience=np.int64(2))  # type: ignore[arg-type]
    assert [type(x) for x in (found.tolerance, found.window, found.patience)] == [float, int, int]
    assert (found.tolerance, found.window, found.patience) == (0.0, 3, 2)


def test_that_a_rule_waits_for_three_windows_and_any_budget_from_0_on_is_a_number_of_bytes() -> (
    None
):
    assert StoppingRule() == StoppingRule(window=None, tolerance=1e-3, patience=3)
    assert Settings(keyframe_budget=0).keyframe_budget == 0
