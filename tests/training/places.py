"""What is known of a step at a place inside it, told in a table."""

from __future__ import annotations

import numpy as np

from bpviz.network import StepTrace
from bpviz.training import Phase
from bpviz.training.step.partial_trace import PartialTrace
from tests.network.pairs import error

PHASES = list(Phase)
FIELDS = (
    "x", "y", "z1", "h", "z2", "f", "sigma2_prime", "delta2", "sigma1_prime", "delta1",
)  # fmt: skip


def check_close(found: np.ndarray, right: np.ndarray) -> None:
    """To 1e-12 of the largest entry, or of 1: where f is y but for rounding, δ is rounding too."""
    assert error(found, right) <= 1e-12 or np.abs(found - right).max() <= 1e-12


def check_masked(found: PartialTrace, right: StepTrace, phase: Phase, row: int) -> None:
    """Everything before the place is there, and nothing after it."""

    def done(of: Phase) -> bool:
        return PHASES.index(phase) > PHASES.index(of)

    for of, names in {
        Phase.DRAW: ("x", "y"),
        Phase.Z1: ("z1",),
        Phase.H: ("h",),
        Phase.Z2: ("z2",),
        Phase.F: ("f",),
    }.items():
        for name in names:
            value = getattr(found, name)
            if done(of):
                np.testing.assert_array_equal(value, getattr(right, name))
            else:
                assert value is None, name
    if done(Phase.LOSS):
        assert np.array_equal(found.loss, right.loss, equal_nan=True)
    else:
        assert found.loss is None
    rows_W2 = len(right.f) if done(Phase.GRAD_W2) else row if phase is Phase.GRAD_W2 else 0
    rows_W1 = len(right.h) if done(Phase.GRAD_W1) else row if phase is Phase.GRAD_W1 else 0
    assert (found.rows_W2, found.rows_W1) == (rows_W2, rows_W1)
    for names, rows in (
        (("sigma2_prime", "delta2", "grad_W2"), rows_W2),
        (("sigma1_prime", "delta1", "grad_W1"), rows_W1),
    ):
        for name in names:
            value, whole = getattr(found, name), getattr(right, name)
            if rows == 0:
                assert value is None, name
                continue
            np.testing.assert_array_equal(value[:rows], whole[:rows])
            assert np.isnan(value[rows:]).all()
            assert not value.flags.writeable
    for name, whole_norm in (("grad_W2_norm", rows_W2 == len(right.f)),
                             ("grad_W1_norm", rows_W1 == len(right.h))):  # fmt: skip
        value = getattr(found, name)
        assert (value is not None) == whole_norm
        if whole_norm:
            assert np.array_equal(value, getattr(right, name), equal_nan=True)
    assert found.gradient_rule is right.gradient_rule
