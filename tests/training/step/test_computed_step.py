"""A step that is computed when somebody looks at it, once, and by whoever that is."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from unittest.mock import Mock, patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, kernels, trace
from bpviz.training import Phase, Session, Settings
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.step.computed_step import ComputedStep


@pytest.fixture
def traced() -> Iterator[Mock]:
    with patch.object(kernels, "trace_pair", Mock(wraps=kernels.trace_pair)) as counted:
        yield counted


def test_that_nothing_is_computed_before_somebody_looks(sparse: Dataset, traced: Mock) -> None:
    session = Session(Settings(n_hidden=5), sparse)
    session.advance(7)
    opened = session.opened
    assert traced.call_count == 0
    assert opened.trace is session.preview
    assert opened.so_far(Phase.Z2, 0) is opened.so_far(Phase.Z2, 0)
    assert opened.whole is opened.whole
    assert opened.whole.grad_W1 is session.preview.grad_W1
    assert traced.call_count == 1


def test_that_all_who_look_at_once_see_the_same(sparse: Dataset, traced: Mock) -> None:
    opened = Session(Settings(n_hidden=5), sparse).opened
    begin = Barrier(4)

    def look() -> object:
        begin.wait()
        return opened.trace

    with ThreadPoolExecutor(4) as pool:
        seen = [each.result() for each in [pool.submit(look) for _ in range(4)]]
    assert all(each is opened.trace for each in seen)
    count = traced.call_count  # those who were first at the same time may each have computed it
    assert opened.trace is seen[0]
    assert traced.call_count == count <= 4


@pytest.mark.parametrize("rule", list(GradientRule))
def test_that_it_stays_what_it_was_when_the_run_goes_on(
    sparse: Dataset, rule: GradientRule
) -> None:
    session = Session(Settings(n_hidden=5, gradient_rule=rule), sparse)
    session.advance(3)
    opened, network = session.opened, session.network
    session.advance(50)
    i = opened.sample
    expected = trace(network, sparse.x(i), sparse.Y[i], rule)
    for name in ("z1", "h", "z2", "f", "delta2", "delta1", "grad_W1", "grad_W2"):
        np.testing.assert_array_equal(getattr(opened.trace, name), getattr(expected, name))
    assert opened.trace.loss == session.history.loss(3, 4)[0]


def test_that_a_pair_that_a_person_made_is_opened_as_well(sparse: Dataset) -> None:
    pairs = Pairs(sparse)
    own = CustomPair(sparse.x(1) * 2, sparse.Y[0], 0, "")
    network = Session(Settings(n_hidden=5), sparse).network
    opened = ComputedStep(network, pairs, pairs.add(own), GradientRule.EXACT)
    np.testing.assert_array_equal(opened.trace.x, own.x)
    assert opened.trace.loss == trace(network, own.x, own.y).loss
