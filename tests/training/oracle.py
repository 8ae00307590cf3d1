"""The straight line: the same run by single kernel steps, with no keyframe, chunk or memory.

What a person changes is a plain list, looked through anew at every step.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, StepTrace, kernels, reference, trace
from bpviz.network.keyframe_copies import Copies
from bpviz.network.types import Floats
from bpviz.training import Session, Settings
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.keyframes import keyframe_size
from tests.network.pairs import labels_of

QUIET = np.zeros(1, np.uint8)


def bits(network: Network) -> bytes:
    return network.W1.tobytes() + network.W2.tobytes()


def tight(settings: Settings, data: Dataset, copies: int = 2) -> Settings:
    """The same with room for so few keyframes; two is the smallest budget that is accepted."""
    size = keyframe_size(data.n_inputs, settings.n_hidden, data.n_outputs)
    return settings.replace(keyframe_budget=copies * size)


def initial(settings: Settings, data: Dataset) -> Network:
    return Network.initial(
        n_inputs=data.n_inputs,
        n_hidden=settings.n_hidden,
        n_outputs=data.n_outputs,
        seed=settings.seed,
        sigma1=settings.sigma1,
        sigma2=settings.sigma2,
        initializer=settings.initializer,
    )


def in_order(journal: list[Change]) -> list[Change]:
    """By step; within one step in an order that means nothing."""
    return sorted(journal, key=lambda change: (change.step, repr(change)))


def same_thing(one: Change, other: Change) -> bool:
    """Whether two changes before the same step cannot both hold."""
    if isinstance(one, Skip) or isinstance(other, Skip) or one.step != other.step:
        return False
    if isinstance(one, WeightEdit) and isinstance(other, WeightEdit):
        return (one.matrix, one.row, one.column) == (other.matrix, other.row, other.column)
    return type(one) is type(other)


@dataclass
class Line:
    """What a run must look like after every number of steps, from its journal alone."""

    settings: Settings
    data: Dataset
    """The pairs that are drawn, and behind them those that a person made."""
    journal: list[Change]
    drawn: int | None = None
    """Pairs that are drawn; all of them unless given."""
    plain: list[Network] = field(init=False)
    """The weights after so many updates, before anything is edited there."""
    values: list[tuple[float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = [initial(self.settings, self.data)]
        m = self.data.n_samples if self.drawn is None else self.drawn
        self._sampler = Sampler(self.settings.seed, self.settings.order, m)

    # ---- what the journal says

    def _last(self, kind: type[Change], step: int) -> Change | None:
        found = None
        for change in self.journal:
            if isinstance(change, kind) and change.step <= step:
                found = change
        return found

    def rate(self, step: int) -> float:
        found = self._last(RateChange, step)
        assert isinstance(found, RateChange)
        return found.learning_rate

    def rule(self, step: int) -> GradientRule:
        found = self._last(RuleChange, step)
        return found.gradient_rule if isinstance(found, RuleChange) else self.settings.gradient_rule

    def held(self, step: int) -> int | None:
        found = self._last(Hold, step)
        return found.sample if isinstance(found, Hold) else None

    def pinned(self, step: int) -> int | None:
        pins = [c.sample for c in self.journal if isinstance(c, Pin) and c.step == step]
        assert len(pins) < 2
        return pins[0] if pins else None

    def sample(self, step: int) -> int:
        pinned, held = self.pinned(step), self.held(step)
        if pinned is not None:
            return pinned
        if held is not None:
            return held
        skipped = sum(isinstance(c, Skip) and c.step <= step for c in self.journal)
        return self._sampler.index(step + skipped)

    # ---- another journal

    def changed(self, change: Change, drop: type[Change] | None = None) -> Line:
        """The run until `change`, and with it from there on."""
        step = change.step
        journal = [
            old
            for old in self.journal
            if old.step <= step
            and not same_thing(change, old)
            and not (drop is not None and old.step == step and isinstance(old, drop))
        ]
        return self.rewritten(step, in_order([*journal, change]))

    def rewritten(self, step: int, journal: list[Change]) -> Line:
        """The same run up to `step`, and another journal from there on."""
        self.network(step) if self.can_reach(step) else None
        line = Line(self.settings, self.data, journal, self.drawn)
        line.plain, line.values = self.plain[: step + 1], self.values[:step]
        return line

    def branch(self, step: int, rate: float) -> Line:
        """What the run is from `step` on, with another λ."""
        return self.changed(RateChange(step, rate))

    # ---- what the run is

    def can_reach(self, step: int) -> bool:
        """Whether every step before it has numbers that are finite."""
        while len(self.plain) <= step:
            if not self._take():
                return False
        return True

    def network(self, step: int) -> Network:
        """The weights that step `step` computes with."""
        assert self.can_reach(step)
        plain = self.plain[step]
        edits = [c for c in self.journal if isinstance(c, WeightEdit) and c.step == step]
        if not edits:
            return plain
        W1, W2 = plain.W1.copy(), plain.W2.copy()
        for edit in edits:
            (W1 if edit.matrix == "W1" else W2)[edit.row, edit.column] = edit.value
        return Network(W1, W2, plain.sigma1, plain.sigma2)

    def series(self, step: int) -> np.ndarray:
        assert self.can_reach(step)
        return np.array(self.values[:step], dtype=float).reshape(-1, 3).T

    def half_updated(self, step: int, rows: int) -> Network:
        """W − (λδ)·x for the first `rows` rows of W₂ and then W₁, the others as they were."""
        old, d = self.network(step), self.data.n_outputs
        t, rate = self.trace(step), self.rate(step)
        with np.errstate(all="ignore"):
            W2 = old.W2 - np.outer(rate * t.delta2, t.h)
            W1 = old.W1 - np.outer(rate * t.delta1, t.x)
        W2[rows:] = old.W2[rows:]
        W1[max(0, rows - d) :] = old.W1[max(0, rows - d) :]
        return Network(W1, W2, old.sigma1, old.sigma2)

    def trace(self, step: int) -> StepTrace:
        """The kernels' quantities of step `step`."""
        i = self.sample(step)
        return trace(self.network(step), self.data.x(i), self.data.Y[i], self.rule(step))

    def reference(self, step: int) -> StepTrace:
        """The same in plain NumPy."""
        i, net = self.sample(step), self.network(step)
        with np.errstate(all="ignore"):
            return reference.step(
                net.W1, net.W2, self.data.x(i), self.data.Y[i], net.sigma1, net.sigma2,
                self.rule(step),
            )  # fmt: skip

    def _take(self) -> bool:
        step, rows = len(self.values), self.data.rows
        old = self.network(step)
        W1T, W2 = old.W1T.copy(), old.W2.copy()
        record: Floats = np.zeros((3, 1))
        ws = kernels.Workspace.empty(old.n_hidden, old.n_outputs)
        sample = np.array([self.sample(step)])
        sample.flags.writeable = False
        done, _ = kernels.run(
            W1T, W2, rows.starts, rows.indices, rows.values, self.data.input_norms, self.data.Y,
            sample, self.rate(step), old.sigma1.code, old.sigma2.code,
            self.rule(step) is GradientRule.AS_PRINTED, ws, tuple(record), np.zeros(5), 0, 0.0, 0,
            QUIET, step, labels_of(self.data), None, 0, False, 0,
            Copies.none(),
        )  # fmt: skip
        if done:
            self.plain.append(Network.of_transposed(W1T, W2, old.sigma1, old.sigma2))
            self.values.append(tuple(record[:, 0].tolist()))
        return bool(done)


def line_of(session: Session) -> Line:
    """The straight line of a new session."""
    settings = session.settings
    return Line(settings, session.dataset, [RateChange(0, settings.learning_rate)])
