"""A run beside its naive model, and what must hold of the two after every move."""

from __future__ import annotations

import math
from contextlib import ExitStack
from functools import lru_cache

import numpy as np
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule, StepTrace
from bpviz.training import Order, Outcome, Session, Settings
from bpviz.training.pairs.custom_pair import CustomPair
from tests.training.conftest import small_world
from tests.training.model import Ended, Model
from tests.training.oracle import bits, in_order, tight
from tests.training.places import FIELDS, check_close, check_masked

M = 6
"""Pairs in each data set."""

OWN = 2
"""Pairs that a person may make."""


@lru_cache(maxsize=64)
def small_data(seed: int, n: int, d: int, labelled: bool) -> Dataset:
    """Six pairs and two more, half of whose inputs are zero, and those of one of them all."""
    rng = np.random.default_rng(seed)
    X = 2 * rng.normal(size=(M + OWN, n)) * (rng.random((M + OWN, n)) < 0.5)
    X[0] = 0.0
    labels = rng.integers(0, max(d, 2), M + OWN)
    if not labelled:
        return Dataset.from_arrays("small", X, rng.normal(size=(M + OWN, d)))
    Y = labels[:, np.newaxis] * 1.0 if d == 1 else np.eye(d)[labels]
    return Dataset.from_arrays("small", X, Y, labels=labels)


def first_of(data: Dataset) -> Dataset:
    """The pairs that are drawn, without those that a person may make."""
    labels = None if data.labels is None else data.labels[:M]
    return Dataset.from_arrays("small", data.X[:M], data.Y[:M], labels=labels)


@lru_cache(maxsize=64)
def own_pair(data: Dataset, k: int) -> CustomPair:
    """The pair that a person makes as number M + k."""
    label = None if data.labels is None else int(data.labels[M + k])
    return CustomPair(data.X[M + k], data.Y[M + k], label, f"own {k}")


class DebuggedRun(RuleBasedStateMachine):
    """Keyframes every few steps, and room for two of them."""

    def __init__(self) -> None:
        super().__init__()
        self.world = ExitStack()
        self.sound = False

    def teardown(self) -> None:
        if self.sound:
            self.check_all()
        self.world.close()

    @initialize(
        seed=st.integers(0, 7),
        shape=st.tuples(st.integers(3, 5), st.integers(2, 4), st.integers(1, 3)),
        labelled=st.booleans(),
        sigmas=st.tuples(st.sampled_from(Activation), st.sampled_from(Activation)),
        order=st.sampled_from(Order),
        as_printed=st.booleans(),
        spacing=st.integers(3, 8),
        room=st.sampled_from([2, 2, 3, 6]),
        look_every=st.sampled_from([1, 1, 4]),
    )
    def begin(
        self,
        seed: int,
        shape: tuple[int, int, int],
        labelled: bool,
        sigmas: tuple[Activation, Activation],
        order: Order,
        as_printed: bool,
        spacing: int,
        room: int,
        look_every: int,
    ) -> None:
        n, hidden, d = shape
        data = small_data(seed, n, d, labelled)
        chosen = Settings(
            n_hidden=hidden,
            learning_rate=0.05,
            seed=seed,
            order=order,
            sigma1=sigmas[0],
            sigma2=sigmas[1],
            gradient_rule=list(GradientRule)[as_printed],
        )
        self.world.enter_context(small_world(spacing))
        self.session = Session(tight(chosen, data, room), first_of(data))
        self.model = Model(chosen, data, M)
        self.look_every, self.looks = look_every, 0

    def ends(self, found: Outcome, right: Ended) -> None:
        assert (found.reason, found.numbers) == right
        assert found.step == self.session.step

    # ---- what must hold

    @invariant()
    def check(self) -> None:
        if not hasattr(self, "session"):
            return
        self.sound = False  # nothing more is looked at after the first difference
        session, model = self.session, self.model
        assert (session.step, session.phase, session.row, session.hit) == (
            model.step, model.phase, model.row, model.hit,
        )  # fmt: skip
        assert (session.branch.number, session.tip) == (model.way.number, model.way.tip)
        self.looks += 1
        if self.looks % self.look_every == 0:
            self.check_place()
        self.sound = True

    def check_place(self) -> None:
        session, model, line, step = self.session, self.model, self.model.line, self.model.step
        assert in_order(session.branch.journal) == in_order(line.journal)
        assert session.learning_rate == line.rate(step)
        assert session.gradient_rule is line.rule(step)
        assert session.held == line.held(step)
        assert session.chosen == (line.pinned(step) is not None or line.held(step) is not None)
        for ahead in (0, 1, 7):
            assert session.sample_index(step + ahead) == line.sample(step + ahead)
        assert bits(session.network_before) == bits(line.network(step))
        rows = model.row if model.updating else 0
        assert bits(session.network) == bits(line.half_updated(step, rows))
        self.check_trace(line.trace(step), line.reference(step))
        self.check_last_step()

    def check_trace(self, right: StepTrace, plain: StepTrace) -> None:
        session, model = self.session, self.model
        net = session.network_before
        # NumPy sums in an order of its own, which shows where huge terms cancel.
        ordinary = max(np.abs(net.W1).max(), np.abs(net.W2).max()) < 1e6
        for name in FIELDS:
            np.testing.assert_array_equal(getattr(session.preview, name), getattr(right, name))
            if ordinary:
                check_close(getattr(right, name), getattr(plain, name))
        assert np.array_equal(session.preview.loss, right.loss, equal_nan=True)
        if ordinary:
            check_close(np.array([right.loss]), np.array([plain.loss]))
        check_masked(session.trace, right, model.phase, model.row)

    def check_last_step(self) -> None:
        session, line, step = self.session, self.model.line, self.model.step
        change = session.last_change
        if step == 0:
            assert change is None
            assert math.isnan(session.loss)
            return
        assert session.loss == line.values[step - 1][0]
        assert change is not None
        assert change.step == step - 1
        old, new = line.network(step - 1), line.plain[step]
        np.testing.assert_array_equal(old.W1 + change.W1(), new.W1)
        np.testing.assert_array_equal(old.W2 + change.W2(), new.W2)

    def check_all(self) -> None:
        """What is costly to look at, once at the end."""
        self.check_place()
        session, model = self.session, self.model
        found = [(b.number, b.name, b.tip) for b in session.branches]
        assert found == [(w.number, w.name, w.tip) for w in model.ways]
        assert [(n.number, n.enabled, n.ignore, n.hits) for n in session.breakpoints] == [
            (a.number, a.enabled, a.ignore, a.hits) for a in model.armed
        ]
        assert (session.undo_words != "", session.redo_words != "") == (
            bool(model.made), bool(model.undone),
        )  # fmt: skip
        for branch, way in zip(session.branches, model.ways, strict=True):
            assert in_order(branch.journal) == in_order(way.line.journal)
            assert {(hit.step, hit.number) for hit in branch.hits.shown} == way.hits
            right = way.line.series(way.tip)
            np.testing.assert_array_equal(session._run.replayer.values(branch, 0, way.tip), right)
            for step in {0, way.tip // 2, way.tip}:
                network = session.network_at(branch.number, step)
                assert bits(network) == bits(way.line.network(step))
