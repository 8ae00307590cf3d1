"""A run that begins with weights of a person's own: whatever is done, it comes from these."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule, Network, reference
from bpviz.network.digest import digest
from bpviz.training import Order, Session, Settings, SettingsError
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.recipe import CHECKED
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.run.timeline import Branch
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, tight

SMALL = Settings(n_hidden=4, learning_rate=0.5)


def own_network(data: Dataset, settings: Settings = SMALL, seed: int = 1) -> Network:
    rng = np.random.default_rng(seed)
    l = settings.n_hidden  # noqa: E741
    W1, W2 = rng.normal(size=(l, data.n_inputs)), rng.normal(size=(data.n_outputs, l))
    return Network(W1, W2, settings.sigma1, settings.sigma2)


def replayed(start: Network, settings: Settings, data: Dataset, branch: Branch) -> Network:
    """The weights at the end of a branch, in plain NumPy: its journal alone decides the rest."""
    line = Line(settings, data, list(branch.journal))
    W1, W2 = start.W1, start.W2
    sampler = Sampler(settings.seed, settings.order, data.n_samples)
    for step in range(branch.tip + 1):
        W1, W2 = W1.copy(), W2.copy()
        for edit in branch.journal.edits(step):
            (W1 if edit.matrix == "W1" else W2)[edit.row, edit.column] = edit.value
        if step < branch.tip:
            i = sampler.index(step) if line.pinned(step) is None else line.sample(step)
            t = reference.step(
                W1, W2, data.x(i), data.Y[i], start.sigma1, start.sigma2, line.rule(step)
            )
            W1, W2 = reference.update(W1, W2, t, line.rate(step))
    return Network(W1, W2, start.sigma1, start.sigma2)


MOVES: tuple[Callable[[Session], object], ...] = (
    lambda run: run.advance(7),
    lambda run: run.advance(30),
    lambda run: run.back(5),
    lambda run: run.seek(0),
    lambda run: run.restart(),
    lambda run: run.seek(run.tip // 2),
    lambda run: run.set_learning_rate(0.125),
    lambda run: run.set_gradient_rule(GradientRule.AS_PRINTED),
    lambda run: run.edit_weight("W1", 1, 2, 0.75),
    lambda run: run.edit_weight("W2", 0, 3, -0.5),
    lambda run: run.train_next(5),
    lambda run: run.branch_off(GradientRule.EXACT, "again"),
    lambda run: run.switch_branch(run.branches[0].number),
    lambda run: run.undo() if run.undo_words else None,
    lambda run: run.redo() if run.redo_words else None,
    lambda run: (run.rest(), run.wake()),
)


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(MOVES), max_size=12),
    st.sampled_from([Activation.SIGMOID, Activation.TANH]),
    st.sampled_from(Order),
)
def test_that_every_branch_is_what_numpy_makes_of_these_weights(
    sparse: Dataset, moves: list[Callable[[Session], object]], sigma1: Activation, order: Order
) -> None:
    with small_world(8):  # keyframes are soon forgotten: much is computed from step 0 on
        wanted = tight(SMALL.replace(sigma1=sigma1, order=order), sparse)
        start = own_network(sparse, wanted)
        run = Session(wanted, sparse, network=start)
        for move in moves:
            move(run)
        run.advance(3)
        assert bits(run.initial_network) == bits(start)
        for branch in run.branches:
            right = replayed(start, wanted, sparse, branch)
            found = run.network_at(branch.number, branch.tip)
            np.testing.assert_allclose(found.W1, right.W1, rtol=1e-9, atol=1e-9)
            np.testing.assert_allclose(found.W2, right.W2, rtol=1e-9, atol=1e-9)
        follower = run.follower()
        follower.go_to(run.tip, run.branch.journal, GOES_ON)
        assert bits(follower.network()) == bits(run.network_at(run.branch.number, run.tip))
        for twin in (copy.deepcopy(run), pickle.loads(pickle.dumps(run))):
            assert bits(twin.initial_network) == bits(start)
            assert bits(twin.network) == bits(run.network)
            twin.seek(0)
            twin.seek(twin.tip)
            assert bits(twin.network) == bits(run.network_at(run.branch.number, run.tip))


def test_that_drawn_weights_given_back_are_the_same_run(sparse: Dataset) -> None:
    drawn = Session(SMALL, sparse)
    given_back = Session(SMALL, sparse, network=drawn.initial_network)
    other_draws = Session(SMALL.replace(seed=1), sparse, network=drawn.initial_network)
    for run in (drawn, given_back, other_draws):
        assert bits(run.network) == bits(drawn.initial_network)
        run.advance(100)
    assert bits(given_back.network) == bits(drawn.network)
    assert bits(other_draws.network) != bits(drawn.network)  # the seed still draws the pairs


def test_that_nobody_can_change_the_start_weights_of_a_run(sparse: Dataset) -> None:
    W1T, W2 = np.ones((sparse.n_inputs, 4)), np.ones((sparse.n_outputs, 4))
    run = Session(SMALL, sparse, network=Network.of_transposed(W1T[:], W2[:]))
    W1T[:], W2[:] = 7.0, 7.0
    run.restart()
    assert (run.network.W1 == 1).all()
    assert (run.initial_network.W2 == 1).all()
    assert not run.initial_network.W1T.flags.writeable


def test_that_what_does_not_fit_is_said_in_one_sentence(sparse: Dataset) -> None:
    n, d = sparse.n_inputs, sparse.n_outputs
    right = own_network(sparse)
    W1 = right.W1.copy()
    W1[2, 3] = np.inf
    for network, words in (
        ((right.W1, right.W2), "they must be a Network"),
        (Network(np.ones((5, n)), np.ones((d, 5))), "for l = 5, the hidden size of the settings"),
        (Network(np.ones((4, n + 1)), right.W2), f"has {n + 1} columns, the data n = {n} inputs"),
        (Network(right.W1, np.ones((d + 2, 4))), f"has {d + 2} rows, the data d = {d} outputs"),
        (Network(right.W1, right.W2, "tanh"), "are tanh and sigmoid, those of the settings sigm"),
        (Network(W1, right.W2), r"W1\[2, 3\] is inf. Use finite weights"),
    ):
        with pytest.raises(SettingsError, match=words) as told:
            Session(SMALL, sparse, network=network)  # type: ignore[arg-type]
        assert str(told.value).endswith(".")
        assert "\n" not in str(told.value)


def test_that_weights_which_fit_the_data_only_transposed_are_refused_with_these_words() -> None:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(5, 4))
    data = Dataset.from_arrays("same again", X, X)
    turned = Network(rng.normal(size=(4, 6)), rng.normal(size=(6, 4)))
    with pytest.raises(
        SettingsError, match=r"only transposed: W1 is \(4, 6\).*Use W1\.T and W2\.T"
    ):
        Session(SMALL, data, network=turned)
    right = Network(turned.W1.T, turned.W2.T)
    assert Session(SMALL.replace(n_hidden=6), data, network=right).step == 0


def test_that_a_saved_run_brings_its_start_weights_back_and_no_others(
    sparse: Dataset, tmp_path: Path
) -> None:
    start = own_network(sparse)
    run = Session(SMALL, sparse, network=start)
    run.advance(40)
    own = run.document()
    assert own.recipe.weights == digest(start)[:CHECKED]
    run.save(tmp_path / "run.bpviz")
    again = Session.load(tmp_path / "run.bpviz")
    with pytest.raises(DocumentError, match=r"start weights of this run.*Save the run as"):
        run.recipe()
    assert again.own_network is not None
    assert bits(again.own_network) == bits(start)
    assert bits(again.network) == bits(run.network)
    again.restart()
    assert bits(again.network) == bits(start)
    assert Session(SMALL, sparse).own_network is None
    wrong = own_network(sparse, seed=2)
    for arrays in (
        {"start/W1T": wrong.W1T, "start/W2": wrong.W2},
        {"start/W1T": start.W1T[0], "start/W2": start.W2},
        {"start/W1T": start.W1T * np.nan, "start/W2": start.W2},
        {},
    ):
        kept = {name: each for name, each in own.arrays.items() if not name.startswith("start")}
        with pytest.raises(DocumentError, match="damaged"):
            Session.restored(replace(own, arrays={**kept, **arrays}), sparse)
