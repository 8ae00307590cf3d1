"""The numbers of a step against the trace that the kernels made."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.network import Activation
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.panels.debugger.formulas.expansion import Expansion
from bpviz.ui.panels.debugger.formulas.step_numbers import AXES, StepNumbers
from tests.ui.frames import make_frame
from tests.ui.panels.debugger.formulas.steps import (
    kernel_frame,
    make_data,
    scaled,
    some_network,
    updated,
    whole,
)

SHAPES = [(1, 1, 1), (3, 4, 2), (5, 1, 3), (784, 32, 10), (7, 40, 1)]
KINDS = list(Activation)


def total(expansion: Expansion | None) -> Fraction:
    """Shown terms and rest, exactly."""
    assert expansion is not None
    assert expansion.rest is not None
    return sum((Fraction(term.value) for term in expansion.terms), expansion.rest)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(SHAPES),
    st.integers(0, 50),
    st.sampled_from(KINDS),
    st.sampled_from(KINDS),
    st.sampled_from(["exact", "as_printed"]),
    st.sampled_from([0.1, 1e-300, 3.0]),
    st.data(),
)
def test_that_every_number_is_the_kernels_own(
    shape: tuple[int, int, int],
    seed: int,
    sigma1: Activation,
    sigma2: Activation,
    rule: str,
    rate: float,
    data: Any,
) -> None:
    n, l, d = shape  # noqa: E741 - the note's letters
    network = some_network(n, l, d, seed, sigma1=sigma1, sigma2=sigma2)
    frame = kernel_frame(make_data(n, d, seed), network, rule=rule, rate=rate)
    t, numbers = whole(frame), StepNumbers(frame)
    k, j = data.draw(st.integers(0, l - 1)), data.draw(st.integers(0, d - 1))
    i = data.draw(st.integers(0, n - 1))
    assert total(numbers.z1(k)) == Fraction(t.z1[k])
    assert total(numbers.z2(j)) == Fraction(t.z2[j])
    assert total(numbers.loss()) == Fraction(t.loss)
    back = numbers.back(k)
    assert back is not None
    assert back.total is not None
    assert total(back) == Fraction(back.total)
    assert back.total * t.sigma1_prime[k] == t.delta1[k]  # so it is the kernel's sum
    after = updated(network, t, rate, d + l)
    for matrix, row, column, weights, gradient in (
        ("W1", k, i, after.W1, t.grad_W1),
        ("W2", j, k, after.W2, t.grad_W2),
    ):
        assert numbers.gradient(matrix, row, column) == gradient[row, column]  # type: ignore[arg-type]
        assert numbers.new_weight(matrix, row, column) == weights[row, column]  # type: ignore[arg-type]
        assert total(numbers.update(matrix, row, column)) == Fraction(weights[row, column])  # type: ignore[arg-type]
    for name, axis in AXES.items():
        index = {"input": i, "hidden": k, "output": j}[axis]
        assert numbers.entry(name, index) == getattr(t, name)[index]


def test_that_zero_inputs_are_no_terms() -> None:
    data = make_data(784, 10, zeros=0.8)
    numbers = StepNumbers(kernel_frame(data, some_network(784, 8, 10)))
    expansion = numbers.z1(3)
    assert expansion is not None
    used = np.flatnonzero(data.x(1))
    assert len(expansion.terms) + expansion.more == len(used)
    assert all(term.index in used for term in expansion.terms)


def test_that_a_picture_without_ink_has_no_term() -> None:
    data = make_data(4, 2, zeros=1.1)
    expansion = StepNumbers(kernel_frame(data, some_network(4, 3, 2))).z1(0)
    assert expansion == Expansion((), 0, 0.0)


def test_that_a_weight_of_a_zero_input_stays_as_it_is() -> None:
    data = make_data(6, 2, zeros=0.5)
    network = scaled(some_network(6, 3, 2), math.inf)  # so that everything is NaN
    frame = kernel_frame(data, network)
    i = int(np.flatnonzero(data.x(1) == 0)[0])
    numbers = StepNumbers(frame)
    assert numbers.new_weight("W1", 1, i) == network.W1[1, i]


def at(phase: Phase, row: int) -> StepNumbers:
    return StepNumbers(kernel_frame(make_data(5, 3), some_network(5, 4, 3), phase, row))


@pytest.mark.parametrize("phase", PHASES[1:])
def test_that_nothing_is_known_before_its_phase_is_done(phase: Phase) -> None:
    order = phase.order
    for row in range(rows_in(phase, 4, 3)):
        numbers = at(phase, row)
        for name, done_in in (
            ("z1", Phase.Z1),
            ("h", Phase.H),
            ("z2", Phase.Z2),
            ("f", Phase.F),
        ):
            known = numbers.entry(name, 0) is not None  # type: ignore[arg-type]
            assert known == (order > done_in.order), name
        assert (numbers.trace.loss is not None) == (order > Phase.LOSS.order)
        for j in range(3):
            known = order > Phase.GRAD_W2.order or (phase is Phase.GRAD_W2 and j < row)
            assert (numbers.entry("delta2", j) is not None) == known
            assert (numbers.gradient("W2", j, 1) is not None) == known
            new = numbers.new_weight("W2", j, 1)
            assert (new is not None) == (phase is Phase.UPDATE and j < row)
        for k in range(4):
            known = order > Phase.GRAD_W1.order or (phase is Phase.GRAD_W1 and k < row)
            assert (numbers.entry("delta1", k) is not None) == known
            back = numbers.back(k)
            assert (back is not None and back.total is not None) == known
            assert (numbers.new_weight("W1", k, 1) is not None) == (
                phase is Phase.UPDATE and k < row - 3
            )


def test_that_a_sum_whose_value_is_to_come_has_its_terms_already() -> None:
    expansion = at(Phase.Z1, 0).z1(2)
    assert expansion is not None
    assert expansion.terms
    assert expansion.total is None
    assert expansion.rest is None
    assert at(Phase.Z1, 0).z2(0) is None


def test_that_within_the_update_old_weights_are_those_from_before_it() -> None:
    network = some_network(5, 4, 3)
    frame = kernel_frame(make_data(5, 3), network, Phase.UPDATE, 5, rate=0.7)
    numbers = StepNumbers(frame)
    assert frame.network.W2[1, 2] != network.W2[1, 2]
    assert numbers.weight("W2", 1, 2) == network.W2[1, 2]
    assert numbers.new_weight("W2", 1, 2) == frame.network.W2[1, 2]
    assert numbers.new_weight("W1", 1, 2) == frame.network.W1[1, 2]
    assert numbers.new_weight("W1", 2, 2) is None


def test_that_as_printed_the_column_of_W2_is_ones() -> None:
    frame = kernel_frame(make_data(5, 3), some_network(5, 4, 3), rule="as_printed")
    numbers = StepNumbers(frame)
    expansion = numbers.back(2)
    assert expansion is not None
    assert [term.factors for term in expansion.terms] == [
        (delta, 1.0) for delta in whole(frame).delta2
    ]


@pytest.mark.parametrize("factor", [1e200, 1e308, math.inf])
def test_that_steps_that_overflow_can_be_read(factor: float) -> None:
    network = scaled(some_network(5, 4, 3, sigma1="identity", sigma2="identity"), factor)
    frame = kernel_frame(make_data(5, 3), network)
    t, numbers = whole(frame), StepNumbers(frame)
    for k in range(4):
        expansion = numbers.z1(k)
        assert expansion is not None
        assert np.array_equal(expansion.total, t.z1[k], equal_nan=True)
        numbers.update("W1", k, 1)
        numbers.back(k)
    assert not math.isfinite(t.loss)
    loss = numbers.loss()
    assert loss is not None
    assert loss.rest is None


def test_that_a_wide_layer_is_written_out_in_a_moment() -> None:
    frame = kernel_frame(make_data(784, 10), some_network(784, 4096, 10))
    numbers = StepNumbers(frame)
    expansion = numbers.z2(4)
    assert expansion is not None
    assert len(expansion.terms) == 5
    assert expansion.more == 4091
    assert total(expansion) == Fraction(whole(frame).z2[4])


def test_that_a_data_set_that_is_loading_has_no_numbers() -> None:
    numbers = StepNumbers(make_frame(dataset_loaded=False))
    assert numbers.z1(0) is None
    assert numbers.entry("x", 0) is None
    assert numbers.new_weight("W1", 0, 0) is None
