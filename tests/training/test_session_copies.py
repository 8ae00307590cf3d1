"""Copies and pickles: the same to the last bit, and they go on to the same bits."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bpviz import Breakpoint, Dataset, Network, Session, Settings, StoppingRule, load
from bpviz.network.digest import digest

WAYS: list[Callable[[Any], Any]] = [
    copy.deepcopy,
    *(lambda thing, p=protocol: pickle.loads(pickle.dumps(thing, p))  # type: ignore[misc]
      for protocol in (2, pickle.HIGHEST_PROTOCOL)),
]  # fmt: skip


@pytest.fixture(scope="module")
def run(sparse: Dataset) -> Session:
    """A run with everything: branches, own choices, a breakpoint, a place inside a step."""
    run = Session(Settings(n_hidden=4, stopping=StoppingRule(window=1000)), sparse)
    run.advance(300)
    run.seek(120)
    run.set_learning_rate(0.02)
    run.train_next(5)
    run.advance(50)
    run.edit_weight("W1", 1, 2, 0.5)
    run.breakpoints.add(Breakpoint.every(100))
    run.advance_phase()
    run.advance_phase()
    return run


@pytest.mark.parametrize("way", WAYS)
def test_that_a_session_goes_on_to_the_same_bits_and_leaves_the_first_alone(
    run: Session, way: Callable[[Any], Any]
) -> None:
    before = run.step, run.phase, digest(run.network)
    twin, third = way(run), way(run)
    assert (twin.step, twin.phase, digest(twin.network)) == before
    assert twin.settings == run.settings
    assert twin.branch.journal == run.branch.journal
    for each in (twin, third):
        stop = each.advance(1000)
        assert stop.step == 199 or stop.breakpoint == Breakpoint.every(100)
        each.advance(60)
        each.undo()
        each.switch_branch(0)
        each.advance(40)
    assert digest(twin.network) == digest(third.network)
    assert twin.history.loss().tolist() == third.history.loss().tolist()
    assert (run.step, run.phase, digest(run.network)) == before
    assert len(run.branches) == 2


@pytest.mark.parametrize("way", WAYS)
def test_that_a_data_set_keeps_every_number_and_stays_read_only(way: Callable[[Any], Any]) -> None:
    for name in ("iris", "sine"):
        data = load(name)
        _ = data.X, data.input_norms
        again = way(data)
        assert again.digest == data.digest
        assert again.X.tolist() == data.X.tolist()
        assert (again.request, again.raw) == (data.request, data.raw)
        for part in (again, again.test):
            arrays = (part.Y, part.X, part.labels, part.source_rows, part.rows.values,
                      part.rows.starts, part.rows.indices, part.target_scale)  # fmt: skip
            assert not any(a.flags.writeable for a in arrays[:-1] if a is not None)


@pytest.mark.parametrize("way", WAYS)
def test_that_settings_and_networks_are_the_same(run: Session, way: Callable[[Any], Any]) -> None:
    assert way(run.settings) == run.settings
    net = way(run.network)
    assert digest(net) == digest(run.network)
    assert (net.sigma1, net.sigma2) == (run.network.sigma1, run.network.sigma2)
    with pytest.raises(ValueError, match="read-only"):
        net.W2[0, 0] = 1.0
    assert np.shares_memory(net.W1, net.W1T)
    assert isinstance(net, Network)


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, pickle.dumps])
def test_that_a_history_says_what_to_copy_in_its_place(
    run: Session, way: Callable[[Any], Any]
) -> None:
    with pytest.raises(TypeError, match=r"Copy or pickle the session, or what history.to_dict"):
        way(run.history)
    assert way(run.history.to_dict())


def test_that_a_deep_copy_shares_the_data_which_never_changes(run: Session) -> None:
    assert copy.deepcopy(run).dataset is run.dataset
