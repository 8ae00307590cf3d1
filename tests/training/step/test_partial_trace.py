"""What is computed of a step at each of its places, and what is not."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.network import GradientRule, Network, trace
from bpviz.training import Phase
from bpviz.training.step.partial_trace import PartialTrace
from tests.training.places import check_masked

RNG = np.random.default_rng(1)
NET = Network(RNG.normal(size=(4, 5)), RNG.normal(size=(3, 4)))
T = trace(NET, RNG.normal(size=5), np.eye(3)[1], GradientRule.AS_PRINTED)
VALUES = ("x", "y", "z1", "h", "z2", "f", "loss", "sigma2_prime", "delta2", "grad_W2")
VALUES = (*VALUES, "grad_W2_norm", "sigma1_prime", "delta1", "grad_W1", "grad_W1_norm")


@pytest.mark.parametrize(
    ("phase", "row", "known"),
    [
        (Phase.DRAW, 0, 0),
        (Phase.Z1, 0, 2),
        (Phase.H, 0, 3),
        (Phase.Z2, 0, 4),
        (Phase.F, 0, 5),
        (Phase.LOSS, 0, 6),
        (Phase.GRAD_W2, 0, 7),
        (Phase.GRAD_W2, 1, 10),
        (Phase.GRAD_W2, 2, 10),
        (Phase.GRAD_W1, 0, 11),
        (Phase.GRAD_W1, 1, 14),
        (Phase.GRAD_W1, 3, 14),
        (Phase.UPDATE, 0, 15),
        (Phase.UPDATE, 5, 15),
    ],
)
def test_that_what_is_not_computed_is_none(phase: Phase, row: int, known: int) -> None:
    part = PartialTrace.at(T, phase, row)
    assert [name for name in VALUES if getattr(part, name) is not None] == list(VALUES[:known])
    assert part.gradient_rule is GradientRule.AS_PRINTED
    assert (part.whole is T) is (phase is Phase.UPDATE)


@pytest.mark.parametrize(
    ("phase", "rows", "names"),
    [
        (Phase.GRAD_W2, 3, ("sigma2_prime", "delta2", "grad_W2")),
        (Phase.GRAD_W1, 4, ("sigma1_prime", "delta1", "grad_W1")),
    ],
)
def test_that_the_rows_to_come_are_nan_and_the_others_those_of_the_trace(
    phase: Phase, rows: int, names: tuple[str, ...]
) -> None:
    for row in range(1, rows):
        part = PartialTrace.at(T, phase, row)
        assert (part.rows_W2, part.rows_W1) == ((row, 0) if rows == 3 else (3, row))
        for name in names:
            value = getattr(part, name)
            np.testing.assert_array_equal(value[:row], getattr(T, name)[:row])
            assert np.isnan(value[row:]).all()
            assert not value.flags.writeable
            assert getattr(part, name) is value


def test_that_nothing_is_known_of_a_step_that_is_not_there() -> None:
    nothing = PartialTrace()
    assert all(getattr(nothing, name) is None for name in VALUES)
    assert (nothing.rows_W2, nothing.rows_W1, nothing.whole) == (0, 0, None)


def test_that_a_phase_is_entered_at_its_first_row() -> None:
    for phase in Phase:
        check_masked(PartialTrace.at(T, phase), T, phase, 0)
    nothing = PartialTrace()
    assert (nothing.rows_W2, nothing.rows_W1, nothing.whole) == (0, 0, None)


def test_that_products_of_numbers_as_large_as_doubles_go_are_quiet() -> None:
    part = PartialTrace(
        h=np.array([0.0, 1e200, np.inf]), delta2=np.array([np.inf, 1e200, np.nan]), x=np.ones(1)
    )
    found = part.grad_W2
    assert found is not None
    inf, nan = np.inf, np.nan
    np.testing.assert_array_equal(found, [[nan, inf, inf], [0.0, inf, inf], [nan, nan, nan]])
    assert part.grad_W1 is None
