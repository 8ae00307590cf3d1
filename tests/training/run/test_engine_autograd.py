"""Traces and trainings against PyTorch's automatic differentiation, to 1e-10."""

from __future__ import annotations

import importlib.util
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from tests.training.run.autograd import CASES, STORED, Case, by_bpviz, by_torch

TOLERANCE = 1e-10


@pytest.fixture(scope="module")
def stored() -> dict[str, Any]:
    with np.load(STORED, allow_pickle=False) as arrays:
        return dict(arrays)


def check_equal(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert ours.keys() == theirs.keys()
    assert np.array_equal(ours["order"], theirs["order"])
    for name, array in theirs.items():
        # Relative to the largest entry: single entries of δ may nearly cancel.
        scale = max(float(np.abs(array).max(initial=0.0)), 1e-6)
        assert np.abs(ours[name] - array).max(initial=0.0) <= TOLERANCE * scale, name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_a_thousand_steps_equal_those_that_pytorch_took(
    case: Case, stored: dict[str, Any], mnist: Dataset
) -> None:
    prefix = f"{case.name}/"
    theirs = {k.removeprefix(prefix): v for k, v in stored.items() if k.startswith(prefix)}
    assert theirs["losses"].size == 1000
    moved = theirs["end/W1"] - theirs["begin/W1"]
    assert np.abs(moved).max() > 1e-3
    check_equal(by_bpviz(case, case.dataset(mnist)), theirs)


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_a_thousand_steps_equal_those_that_pytorch_takes_now(
    case: Case, mnist: Dataset
) -> None:
    data = case.dataset(mnist)
    check_equal(by_bpviz(case, data), by_torch(case, data))
