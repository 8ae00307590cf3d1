"""What a gradient check means: agreement, a wrong derivative, or a step size that does not suit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bpviz.network import GradientRule, Network
from bpviz.network.step_sizes import StepSizeSweep, usual_step_sizes
from bpviz.ui.widgets.check_verdict import Verdict, agrees_somewhere, verdict_of
from tests.ui.checks import make_note, small
from tests.ui.frames import make_frame, make_table


def sweep_of(errors: np.ndarray, kink: bool = False) -> StepSizeSweep:
    sizes = usual_step_sizes()
    return StepSizeSweep(sizes, 1.0, errors, errors, np.full(sizes.size, kink))


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


@pytest.mark.parametrize("error", [1e-3, 0.01, 0.3, 2.0])
def test_that_a_level_line_agrees_nowhere(error: float) -> None:
    assert not agrees_somewhere(sweep_of(np.full(105, error)))


def test_that_passing_through_the_closed_form_once_is_no_agreement() -> None:
    sizes = usual_step_sizes()
    crossing = np.abs(0.02 - 0.1 * sizes)  # a wrong derivative whose truncation meets it at s = 0.2
    assert crossing.min() < 1e-2
    assert not agrees_somewhere(sweep_of(crossing))
    assert agrees_somewhere(sweep_of(sizes**2 + 1e-16 / sizes))


def test_that_what_lies_across_a_kink_does_not_count() -> None:
    assert not agrees_somewhere(sweep_of(np.zeros(105), kink=True))
