"""The readable text itself, against numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.network import Activation, GradientRule, reference


def test_that_a_network_of_one_unit_gives_what_pencil_and_paper_give() -> None:
    identity = Activation.IDENTITY
    W1, W2 = np.array([[2.0]]), np.array([[3.0]])
    t = reference.step(W1, W2, np.array([5.0]), np.array([28.0]), identity, identity)
    assert (t.z1[0], t.h[0], t.z2[0], t.f[0]) == (10, 10, 30, 30)
    assert t.loss == 4  # (30 − 28)²
    assert t.delta2[0] == 4  # 2 · 2
    assert t.grad_W2[0, 0] == 40
    assert t.delta1[0] == 12  # 4 · 3
    assert t.grad_W1[0, 0] == 60
    new1, new2 = reference.update(W1, W2, t, 0.01)
    assert new1[0, 0] == pytest.approx(1.4)
    assert new2[0, 0] == pytest.approx(2.6)
    printed = reference.step(
        W1, W2, np.array([5.0]), np.array([28.0]), identity, identity, GradientRule.AS_PRINTED
    )
    assert printed.delta1[0] == 4  # 4 · 1


def test_that_the_sigmoid_is_a_half_at_zero_with_a_quarter_for_its_slope() -> None:
    t = reference.step(np.zeros((2, 1)), np.zeros((1, 2)), np.array([1.0]), np.array([1.0]))
    np.testing.assert_array_equal(t.h, [0.5, 0.5])
    np.testing.assert_array_equal(t.sigma1_prime, [0.25, 0.25])
    assert t.loss == 0.25
    assert t.delta2[0] == -0.25  # 2 · (−½) · ¼


def test_that_the_loss_is_the_plain_sum_of_squares() -> None:
    identity = Activation.IDENTITY
    t = reference.step(
        np.zeros((1, 1)),
        np.zeros((3, 1)),
        np.ones(1),
        np.array([1.0, 2.0, 3.0]),
        identity,
        identity,
    )
    assert t.loss == 14.0


@pytest.mark.parametrize("kind", list(Activation))
def test_that_each_derivative_is_the_slope_of_its_function(kind: Activation) -> None:
    function, derivative = reference.SIGMA[kind]
    t = np.array([-3.0, -0.4, 0.7, 2.5])
    slope = (function(t + 1e-6) - function(t - 1e-6)) / 2e-6
    np.testing.assert_allclose(derivative(t), slope, atol=1e-8)


@pytest.mark.parametrize("kind", list(Activation))
def test_that_nothing_overflows_far_out(kind: Activation) -> None:
    function, derivative = reference.SIGMA[kind]
    far = np.array([-1e300, -800.0, 800.0, 1e300])
    assert np.isfinite(function(far)).all()
    assert np.isfinite(derivative(far)).all()
