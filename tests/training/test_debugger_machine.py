"""Any walk through a run, by any moves and changes, against the naive model."""

from __future__ import annotations

import math
from contextlib import ExitStack
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule, StepTrace
from bpviz.training import Breakpoint, Order, Outcome, Phase, Session, Settings, SettingsError
from bpviz.training.changes import Hold, Pin, RuleChange, WeightEdit
from tests.training.conftest import small_world
from tests.training.model import Armed, Ended, Model
from tests.training.oracle import bits, in_order, tight
from tests.training.places import FIELDS, PHASES, check_close, check_masked

M = 6
counts = st.one_of(st.integers(0, 3), st.integers(0, 25))
picks = st.integers(0, 10**6)

breakpoints = st.one_of(
    st.sampled_from([0.02, 0.2, 0.8, 2.0, math.inf]).map(Breakpoint.loss_above),
    st.sampled_from([1e-3, 0.02, 0.2]).map(Breakpoint.loss_below),
    st.builds(
        Breakpoint.gradient_above, st.sampled_from([0.05, 0.4, 2.0]), st.sampled_from(["W1", "W2"])
    ),
    st.integers(0, M - 1).map(Breakpoint.sample),
    st.just(Breakpoint.misclassified()),
    st.sampled_from([0.0, 0.3, 0.5, 1.0]).map(Breakpoint.saturated),
    st.just(Breakpoint.loss_jump(0.0)),
    st.sampled_from([1, 3, 7, 20]).map(Breakpoint.every),
    st.just(Breakpoint.not_finite()),
)


@lru_cache(maxsize=64)
def small_data(seed: int, n: int, d: int, labelled: bool) -> Dataset:
    """Six pairs, half of whose inputs are zero, and those of one of them all."""
    rng = np.random.default_rng(seed)
    X = 2 * rng.normal(size=(M, n)) * (rng.random((M, n)) < 0.5)
    X[0] = 0.0
    labels = rng.integers(0, max(d, 2), M)
    if not labelled:
        return Dataset.from_arrays("small", X, rng.normal(size=(M, d)))
    Y = labels[:, np.newaxis] * 1.0 if d == 1 else np.eye(d)[labels]
    return Dataset.from_arrays("small", X, Y, labels=labels)


class DebuggerMachine(RuleBasedStateMachine):
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
        self.session = Session(tight(chosen, data, room), data)
        self.model = Model(chosen, data)
        self.look_every, self.looks = look_every, 0

    def ends(self, found: Outcome, right: Ended) -> None:
        assert (found.reason, found.numbers) == right
        assert found.step == self.session.step

    # ---- moves

    @rule(count=counts, attention=st.sampled_from([False, False, False, True]))
    def advance(self, count: int, attention: bool) -> None:
        flag = np.array([attention], dtype=np.uint8)
        self.ends(self.session.advance(count, flag), self.model.advance(count, attention))

    @rule()
    def finish_step(self) -> None:
        self.ends(self.session.finish_step(), self.model.advance(1))

    @rule(count=counts)
    def back(self, count: int) -> None:
        self.ends(self.session.back(count), self.model.back(count))

    @rule(step=st.integers(0, 60))
    def seek(self, step: int) -> None:
        self.ends(self.session.seek(step), self.model.seek(step))

    @rule(pick=picks)
    def seek_within(self, pick: int) -> None:
        step = pick % (self.model.way.tip + 1)
        self.ends(self.session.seek(step), self.model.seek(step))

    @rule()
    def restart(self) -> None:
        self.ends(self.session.restart(), self.model.seek(0))

    @rule(times=st.integers(1, 9))
    def advance_phase(self, times: int) -> None:
        for _ in range(times):
            self.ends(self.session.advance_phase(), self.model.advance_phase())

    @rule(times=st.integers(1, 20))
    def advance_row(self, times: int) -> None:
        for _ in range(times):
            self.ends(self.session.advance_row(), self.model.advance_row())

    @rule(times=st.integers(1, 9))
    def back_phase(self, times: int) -> None:
        for _ in range(times):
            self.ends(self.session.back_phase(), self.model.back_phase())

    @rule(times=st.integers(1, 20))
    def back_row(self, times: int) -> None:
        for _ in range(times):
            self.ends(self.session.back_row(), self.model.back_row())

    @rule(phase=st.sampled_from(PHASES), pick=picks)
    def advance_to(self, phase: Phase, pick: int) -> None:
        row = pick % self.model.rows.get(phase, 1)
        self.ends(self.session.advance_to(phase, row), self.model.advance_to(phase, row))

    @rule(pick=picks)
    def into_the_update(self, pick: int) -> None:
        self.advance_to(Phase.UPDATE, pick)

    @rule()
    def back_to_hit(self) -> None:
        self.ends(self.session.back_to_hit(), self.model.back_to_hit())

    # ---- changes

    @rule(rate=st.sampled_from([0.01, 0.05, 0.1, 0.2]))
    def set_learning_rate(self, rate: float) -> None:
        self.session.set_learning_rate(rate)
        self.model.set_rate(rate)

    @rule(chosen=st.sampled_from(GradientRule))
    def set_gradient_rule(self, chosen: GradientRule) -> None:
        self.session.set_gradient_rule(chosen)
        if chosen is not self.model.line.rule(self.model.step):
            self.model.enter(RuleChange(self.model.step, chosen))

    @rule(sample=st.integers(0, M - 1))
    def train_next(self, sample: int) -> None:
        self.session.train_next(sample)
        if sample != self.model.line.sample(self.model.step):
            self.model.enter(Pin(self.model.step, sample))

    @rule(sample=st.one_of(st.none(), st.integers(0, M - 1)))
    def hold(self, sample: int | None) -> None:
        self.session.hold(sample)
        if sample != self.model.line.held(self.model.step):
            self.model.enter(Hold(self.model.step, sample), drop=Pin)

    @rule()
    def skip(self) -> None:
        if self.model.skip():
            self.session.skip()
        else:
            with pytest.raises(SettingsError, match="cannot be skipped"):
                self.session.skip()

    @rule(
        matrix=st.sampled_from(["W1", "W2"]),
        row=picks,
        column=picks,
        value=st.sampled_from([-1.5, 0.25, 3.0, 1e-300, 1e308]),
    )
    def edit_weight(self, matrix: str, row: int, column: int, value: float) -> None:
        net = self.model.line.network(self.model.step)
        W = net.W1 if matrix == "W1" else net.W2
        row, column = row % W.shape[0], column % W.shape[1]
        self.session.edit_weight(matrix, row, column, value)  # type: ignore[arg-type]
        if W[row, column] != value:
            edit = WeightEdit(self.model.step, matrix, row, column, value)  # type: ignore[arg-type]
            self.model.enter(edit)

    @precondition(lambda self: self.model.made)
    @rule()
    def undo(self) -> None:
        self.ends(self.session.undo(), self.model.undo())

    @precondition(lambda self: self.model.undone)
    @rule()
    def redo(self) -> None:
        self.ends(self.session.redo(), self.model.redo())

    # ---- branches

    @rule(pick=picks, to=st.one_of(st.none(), picks))
    def switch_branch(self, pick: int, to: int | None) -> None:
        way = self.model.ways[pick % len(self.model.ways)]
        step = min(self.model.step, way.tip) if to is None else to % (way.tip + 1)
        self.ends(
            self.session.switch_branch(way.number, None if to is None else step),
            self.model._go(way, step),
        )

    @rule(pick=picks)
    def delete_branch(self, pick: int) -> None:
        way = self.model.ways[pick % len(self.model.ways)]
        if way is self.model.way:
            with pytest.raises(SettingsError, match="The run stands on"):
                self.session.delete_branch(way.number)
        else:
            self.session.delete_branch(way.number)
            self.model.delete(way)

    @rule(pick=picks, name=st.sampled_from(["a", "two words", "λ = 1"]))
    def rename_branch(self, pick: int, name: str) -> None:
        way = self.model.ways[pick % len(self.model.ways)]
        self.session.rename_branch(way.number, f"  {name} ")
        way.name = name

    # ---- breakpoints

    @precondition(lambda self: len(self.model.armed) < 4)
    @rule(
        breakpoint=breakpoints,
        ignore=st.sampled_from([0, 0, 1, 4]),
        enabled=st.sampled_from([True, True, True, False]),
    )
    def add_breakpoint(self, breakpoint: Breakpoint, ignore: int, enabled: bool) -> None:
        number = self.session.breakpoints.add(breakpoint, ignore=ignore, enabled=enabled)
        self.model.armed.append(Armed(number, breakpoint, enabled, ignore))

    @precondition(lambda self: self.model.armed)
    @rule(pick=picks)
    def remove_breakpoint(self, pick: int) -> None:
        gone = self.model.armed.pop(pick % len(self.model.armed))
        self.session.breakpoints.remove(gone.number)

    @precondition(lambda self: self.model.armed)
    @rule(pick=picks, enabled=st.booleans(), ignore=st.integers(0, 3), reset=st.booleans())
    def change_breakpoint(self, pick: int, enabled: bool, ignore: int, reset: bool) -> None:
        armed = self.model.armed[pick % len(self.model.armed)]
        self.session.breakpoints.change(
            armed.number, enabled=enabled, ignore=ignore, reset_hits=reset
        )
        armed.enabled, armed.ignore = enabled, ignore
        armed.hits = 0 if reset else armed.hits

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
            assert {(hit.step, hit.number) for hit in branch.hits.notes()} == way.hits
            right = way.line.series(way.tip)
            np.testing.assert_array_equal(session._replayer.values(branch, 0, way.tip), right)
            for step in {0, way.tip // 2, way.tip}:
                network = session.network_at(branch.number, step)
                assert bits(network) == bits(way.line.network(step))


TestDebuggerMachine = DebuggerMachine.TestCase
TestDebuggerMachine.settings = settings(
    report_multiple_bugs=False,
    max_examples=250,
    stateful_step_count=35,
)
