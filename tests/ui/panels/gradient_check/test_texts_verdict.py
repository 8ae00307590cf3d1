"""What a gradient check means: agreement, a wrong derivative, or a step size that does not suit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, trace
from bpviz.network.central_differences import CheckJob
from bpviz.network.step_sizes import StepSizeSweep, usual_step_sizes
from bpviz.ui.panels.gradient_check.texts import Verdict, agrees_elsewhere, verdict_of
from tests.ui.frames import make_frame, make_table
from tests.ui.panels.gradient_check.checks import make_note, small


def sweep_of(errors: np.ndarray, kink: bool = False) -> StepSizeSweep:
    sizes = usual_step_sizes()
    return StepSizeSweep(sizes, 1.0, errors, errors, np.full(sizes.size, kink), 1.0)


def test_that_the_exact_rule_agrees_and_the_printed_one_differs() -> None:
    frame = small(step=3)
    assert verdict_of(make_note(frame)) is Verdict.AGREES
    assert verdict_of(make_note(frame, GradientRule.AS_PRINTED)) is Verdict.DIFFERS


def test_that_a_step_size_that_is_too_large_is_no_wrong_derivative() -> None:
    note = make_note(small(step=3), step_size=0.5)
    assert note.result is not None
    assert note.result.max_relative_error > 1e-5
    assert verdict_of(note) is Verdict.STEP_SIZE


def test_that_zeros_on_both_sides_are_told() -> None:
    net = Network(np.zeros((2, 3)), np.zeros((1, 2)), "identity", "identity")
    note = make_note(make_frame(make_table(), network=net))
    assert verdict_of(note) is Verdict.ZERO
    assert verdict_of(replace(note, result=None)) is Verdict.REFUSED


@pytest.mark.parametrize("error", [2e-5, 9e-5, 1e-3, 0.01, 0.3, 2.0])
def test_that_a_level_line_agrees_nowhere(error: float) -> None:
    assert not agrees_elsewhere(sweep_of(np.full(105, error)), error)


def test_that_passing_through_the_closed_form_once_is_no_agreement() -> None:
    sizes = usual_step_sizes()
    crossing = np.abs(0.02 - 0.1 * sizes)  # a wrong derivative whose truncation meets it at s = 0.2
    assert crossing.min() < 1e-2
    assert not agrees_elsewhere(sweep_of(crossing), 0.02)
    assert agrees_elsewhere(sweep_of(sizes**2 + 1e-16 / sizes), 0.02)


def test_that_what_lies_across_a_kink_does_not_count() -> None:
    assert not agrees_elsewhere(sweep_of(np.zeros(105), kink=True), 0.02)


def any_network(seed: int) -> tuple[Network, np.ndarray, np.ndarray]:
    """Return a network and a pair of any size, saturated or not, of any activations."""
    rng = np.random.default_rng(seed)
    n, l, d = rng.integers(1, 6, 3)  # noqa: E741 - the note's letter
    W1 = rng.normal(size=(l, n)) * 10.0 ** rng.uniform(-3, 3)
    W2 = rng.normal(size=(d, l)) * 10.0 ** rng.uniform(-3, 3)
    kinds = rng.choice(["sigmoid", "tanh", "relu", "identity"], 2)
    x = rng.normal(size=n) * 10.0 ** rng.uniform(-2, 2)
    return Network(W1, W2, str(kinds[0]), str(kinds[1])), x, rng.random(d)


def verdict_on(seed: int) -> Verdict:
    net, x, y = any_network(seed)
    data = Dataset.from_arrays("pair", x[np.newaxis], y[np.newaxis])
    trace_of = trace(net, x, y)
    frame = make_frame(data, network=net, preview=trace_of)
    return verdict_of(make_note(frame))


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=150)
@example(113)  # values of the sigmoid that are 0 once rounded
@example(531)  # a curvature for which the usual step size is too large
def test_that_a_right_derivative_is_never_called_wrong(seed: int) -> None:
    assert verdict_on(seed) not in (Verdict.DIFFERS, Verdict.DOUBTFUL)


@pytest.mark.parametrize("factor", [0.9, 1.02, 2.0, -1.0])
def test_that_a_wrong_derivative_is_not_taken_for_a_wrong_step_size(
    monkeypatch: pytest.MonkeyPatch, factor: float
) -> None:
    right = [seed for seed in range(120) if verdict_on(seed) is Verdict.AGREES]
    closed_form = CheckJob._closed_form
    monkeypatch.setattr(CheckJob, "_closed_form", lambda *given: factor * closed_form(*given))
    assert len(right) > 60
    assert {verdict_on(seed) for seed in right} <= {Verdict.DIFFERS, Verdict.NOTHING}
