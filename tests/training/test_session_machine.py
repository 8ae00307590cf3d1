"""Any walk through a run, by any moves and changes, against the naive model."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bpviz.network import GradientRule
from bpviz.training import Breakpoint, Phase, SettingsError
from bpviz.training.journal.entries import Hold, Pin, RuleChange, WeightEdit
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import NORMS, Watch
from tests.training.conditions import met
from tests.training.machine import OWN, DebuggedRun, M, own_pair
from tests.training.model import Armed
from tests.training.places import PHASES
from tests.training.watching import number

counts = st.one_of(st.integers(0, 3), st.integers(0, 25))
picks = st.integers(0, 10**6)

watches = st.sampled_from(
    [
        "W1[1, 2]", "W1[0, 1]", "W2[0, 1]", "norm W1", "norm W1[1, :]", "norm W1[:, 2]", "norm W2",
        "norm W2[0, :]", "norm W2[:, 1]", "z1[1]", "h[0]", "delta1[1]", "z2[0]", "f[0]",
        "delta2[0]", "loss", "f[0] of sample 3", "z2[0] of sample 0", "z1[1] of sample 5",
        "h[1] of sample 4", "loss of sample 3",
    ]
).map(watch_of)  # fmt: skip
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
    st.builds(Breakpoint.above, watches, st.sampled_from([-0.1, 0.0, 0.3, 1.0])),
    st.builds(Breakpoint.below, watches, st.sampled_from([-0.1, 0.0, 0.3, 1.0])),
    st.builds(Breakpoint.changes_sign, watches),
    st.builds(Breakpoint.moves, watches, st.sampled_from([1e-5, 1e-3, 0.03, 0.3])),
)


class DebuggerMachine(DebuggedRun):
    """Every move and every change."""

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

    def title(self, sample: int | None) -> str:
        return "" if sample is None or sample < M else f"own {sample - M}"

    @rule(sample=st.integers(0, M + OWN - 1))
    def train_next(self, sample: int) -> None:
        if sample >= M + self.model.own:
            with pytest.raises(SettingsError, match="sample to train on"):
                self.session.train_next(sample)
            return
        self.session.train_next(sample)
        if sample != self.model.line.sample(self.model.step):
            self.model.enter(Pin(self.model.step, sample, self.title(sample)))

    @rule(k=st.integers(0, OWN - 1))
    def train_own(self, k: int) -> None:
        k = min(k, self.model.own)  # they get their numbers in the order in which they are made
        self.model.own = max(self.model.own, k + 1)
        assert self.session.train_own(own_pair(self.model.data, k)) == M + k
        if self.model.line.sample(self.model.step) != M + k:
            self.model.enter(Pin(self.model.step, M + k, f"own {k}"))

    @rule(sample=st.one_of(st.none(), st.integers(0, M + OWN - 1)))
    def hold(self, sample: int | None) -> None:
        if sample is not None and sample >= M + self.model.own:
            sample = None
        self.session.hold(sample)
        if sample != self.model.line.held(self.model.step):
            self.model.enter(Hold(self.model.step, sample, self.title(sample)), drop=Pin)

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
            with pytest.raises(SettingsError, match="is the current branch"):
                self.session.delete_branch(way.number)
        else:
            self.session.delete_branch(way.number)
            self.model.delete(way)

    @rule()
    def restore_branches(self) -> None:
        self.session.restore_branches()
        self.model.restore()

    @rule(pick=picks, name=st.sampled_from(["a", "two words", "λ = 1"]))
    def rename_branch(self, pick: int, name: str) -> None:
        way = self.model.ways[pick % len(self.model.ways)]
        self.session.rename_branch(way.number, f"  {name} ")
        way.name = name

    # ---- questions at the past

    @rule(
        watch=watches,
        breakpoint=breakpoints,
        cut=st.tuples(st.integers(0, 40), st.integers(0, 40)),
        newest=st.booleans(),
        limit=st.sampled_from([None, 1, 3]),
    )
    def ask(
        self,
        watch: Watch,
        breakpoint: Breakpoint,
        cut: tuple[int, int],
        newest: bool,
        limit: int | None,
    ) -> None:
        line, tip = self.model.line, self.session.tip
        first, last = sorted((min(cut[0], tip), max(0, tip - cut[1])))
        values = self.session.watched([watch, watch], first, last)
        right = [number(line, step, watch) for step in range(first, last + 1)]
        if watch.quantity in NORMS:
            np.testing.assert_allclose(values, [right] * 2, rtol=1e-14)
        else:
            np.testing.assert_array_equal(values, [right] * 2)
        steps = [step for step in range(first, last + 1) if met(line, step, breakpoint)]
        kept = steps if limit is None else steps[-limit:] if newest else steps[:limit]
        asked = self.session.find(breakpoint, first, last + 1, limit, newest=newest)
        assert asked.tolist() == kept

    # ---- breakpoints

    @precondition(lambda self: len(self.model.armed) < 4)
    @rule(
        breakpoint=breakpoints,
        ignore=st.sampled_from([0, 0, 1, 4]),
        enabled=st.sampled_from([True, True, True, False]),
    )
    def add_breakpoint(self, breakpoint: Breakpoint, ignore: int, enabled: bool) -> None:
        number = self.session.breakpoints.add(breakpoint, ignore=ignore, enabled=enabled)
        same = [armed for armed in self.model.armed if armed.breakpoint == breakpoint]
        if same:  # the same one twice is one
            assert number == same[0].number
            same[0].enabled, same[0].ignore = enabled, ignore
        else:
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


TestDebuggerMachine = DebuggerMachine.TestCase
TestDebuggerMachine.settings = settings(
    report_multiple_bugs=False,
    max_examples=80,
    stateful_step_count=35,
)
