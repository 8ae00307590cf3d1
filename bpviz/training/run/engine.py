"""Engine: the weights at one position, and the compiled calls that move them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bpviz.network import kernels, watches
from bpviz.network.keyframe_copies import Copies
from bpviz.network.memory import aligned, aligned_copy
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.traced import traced
from bpviz.network.types import Floats, Ints
from bpviz.network.watchpoints import Watchpoints
from bpviz.network.weights import Network
from bpviz.training.journal.entries import MatrixName
from bpviz.training.pairs.pairs import Pairs, first_not_finite
from bpviz.training.record.keyframes import STOP_STATE, KeyframePool
from bpviz.training.run.run_state import Spot
from bpviz.training.settings import Settings

QUANTITIES = (
    ("z1", "z1"), ("h", "h"), ("z2", "z2"), ("f", "f"), ("loss", "loss"),
    ("delta2", "δ2"), ("delta1", "δ1"), ("scaled2", "λ·δ2"), ("scaled1", "λ·δ1"),
    ("W1", "new W₁"), ("W2", "new W₂"),
)  # fmt: skip
"""Quantities of a step in the order in which they are computed, with their names in words."""

_OF_STEP = {
    watches.Z1: "z1", watches.H: "h", watches.DELTA1: "delta1", watches.Z2: "z2",
    watches.F: "f", watches.DELTA2: "delta2", watches.LOSS: "",
}  # fmt: skip

_QUIET = np.zeros(1, dtype=np.uint8)
_FRESH = (0.0, 0.0, np.inf, 0.0, 0.0)
NO_COPIES = Copies.none()
"""For a run that makes no keyframes."""


class Engine:
    """Mutable weights, the stopping rule's state, and room for the quantities of one step.

    Attributes
    ----------
    spot : Spot or None
        The place of a run at which it stands, entered by whoever brought it there.  Whatever moves
        it takes that out first: an interrupt may come at any time, and an engine of which nobody
        said where it stands is not used.
    step : int
        Updates done.
    W1T, W2 : (n, l), (d, l) float64
    stop : (5,) float64
        State of the stopping rule, see `stopping.levelled_off`, and the moving mean of the loss.
    ws : Workspace
        Quantities of the last step that ran.
    loss : float
        Loss of the last step that ran; NaN before the first.
    applied : int or None
        The step whose update `ws` belongs to; None if `ws` holds a step that was not applied.
    """

    def __init__(self, settings: Settings, pairs: Pairs) -> None:
        dataset = pairs.dataset
        n, hidden, d = dataset.n_inputs, settings.n_hidden, dataset.n_outputs
        self.settings = settings
        self.pairs = pairs
        self.spot: Spot | None = None
        self.step = 0
        self.W1T = aligned((n, hidden))
        self.W2 = aligned((d, hidden))
        self.stop = np.array(_FRESH)
        assert self.stop.size == STOP_STATE
        self.ws = kernels.Workspace.empty(hidden, d)
        self.loss = math.nan
        self.applied: int | None = None
        rule = settings.stopping
        self._rule = (
            (0, 0.0, 0)
            if rule is None
            else (rule.window_for(dataset.n_samples), rule.tolerance, rule.patience)
        )
        self._sigmas = (settings.sigma1.code, settings.sigma2.code)

    def load(self, network: Network) -> None:
        """Begin with the weights of `network`, at step 0."""
        self.spot = None
        self.step = 0
        self.W1T[:], self.W2[:] = network.W1T, network.W2
        self.stop[:] = _FRESH
        self.loss, self.applied = math.nan, None

    def load_copy(self, other: Engine) -> None:
        """Go where `other` stands."""
        self.spot = None
        self.step, self.loss, self.applied = other.step, other.loss, other.applied
        self.W1T[:], self.W2[:], self.stop[:] = other.W1T, other.W2, other.stop
        for mine, theirs in zip(self.ws, other.ws, strict=True):
            mine[:] = theirs

    def load_keyframe(self, pool: KeyframePool, branch: int, step: int) -> None:
        """Go to a keyframe."""
        self.spot = None
        pool.get(branch, step, self.W1T, self.W2, self.stop)
        self.step = step
        self.loss, self.applied = math.nan, None

    def run(
        self,
        samples: Ints,
        rate: float,
        rule: GradientRule,
        record: Floats,
        attention: NDArray[np.uint8] | None = None,
        watch: Watchpoints | None = None,
        unwatched: int = 0,
        copies: Copies = NO_COPIES,
    ) -> tuple[int, int]:
        """Take one step on each of `samples`, into the (3, s) `record`; see `kernels.run`.

        A person's own pair comes alone, or all of `samples` are that pair.
        """
        self.spot = None
        attention = _QUIET if attention is None else attention
        if watch is not None and not watch.is_looking:
            watch = None
        done, why = self._steps(
            samples, rate, rule, record, attention, watch, unwatched, False, copies, self.ws
        )
        self.step += done
        if done:
            self.loss = float(record[0, done - 1])
            self.applied = self.step - 1
        if why in (kernels.NOT_FINITE, kernels.BREAK):
            self.applied = None
        return done, why

    def half_updated(self, step: StepTrace, sample: int, rate: float, rows: int) -> Network:
        """Return the weights after the first `rows` rows of the update (N9 ii) of the step on
        `sample` that is at hand: those of W₂, then those of W₁.

        In the association of `equations.update`, and so with its bits.
        """
        W1T, W2 = self.W1T.copy(), self.W2.copy()
        indices, values = self.pairs.entries(sample)
        last2, last1 = min(rows, step.delta2.size), max(rows - step.delta2.size, 0)
        with np.errstate(over="ignore", invalid="ignore"):
            W2[:last2] -= np.outer(rate * step.delta2[:last2], step.h)
            W1T[indices, :last1] -= np.outer(values, rate * step.delta1[:last1])
        return Network.of_transposed(W1T, W2, self.settings.sigma1, self.settings.sigma2)

    def _steps(
        self,
        samples: Ints,
        rate: float,
        rule: GradientRule,
        record: Floats,
        attention: NDArray[np.uint8],
        watch: Watchpoints | None,
        unwatched: int,
        only_look: bool,
        copies: Copies,
        ws: kernels.Workspace,
    ) -> tuple[int, int]:
        pairs = self.pairs.arrays(int(samples[0])) if samples.size else self.pairs.arrays(0)
        window, tolerance, patience = self._rule
        done, why = kernels.run(
            self.W1T,
            self.W2,
            pairs.starts,
            pairs.indices,
            pairs.values,
            pairs.norms,
            pairs.Y,
            samples if pairs.first == 0 else _times_first(samples.size),
            rate,
            *self._sigmas,
            rule is GradientRule.AS_PRINTED,
            ws,
            (record[0], record[1], record[2]),
            self.stop,
            window,
            tolerance,
            patience,
            attention,
            self.step,
            pairs.labels,
            watch,
            unwatched,
            only_look,
            pairs.first,
            copies,
        )
        return int(done), int(why)

    def meets(self, watch: Watchpoints, sample: int, rate: float, rule: GradientRule) -> bool:
        """Whether a breakpoint stops the run at the step on `sample` that it would take; counts
        the hit.

        The numbers that `watch` looks at are in it.  Everything else stays as it is.
        """
        if not watch.is_looking:
            return False
        self.recall(watch)
        ws = kernels.Workspace.empty(self.settings.n_hidden, self.W2.shape[0])
        _, why = self._steps(
            _locked(sample), rate, rule, np.empty((3, 1)), _QUIET, watch, 0, True, NO_COPIES, ws
        )
        return why == kernels.BREAK

    @property
    def remembers(self) -> bool:
        """Whether it has the quantities of the step before, if there was one: see `recall`."""
        return self.step == 0 or self.applied == self.step - 1

    def recall(self, watch: Watchpoints) -> None:
        """Write what the step before was to the numbers of `watch`; NaN where it is not known."""
        numbers = watch.watches
        numbers.state[:, watches.NOW] = math.nan
        if self.applied is None or self.applied != self.step - 1:
            return
        for w, (kind, row, _, sample, _) in enumerate(numbers.table.tolist()):
            if sample == watches.OWN and kind in _OF_STEP:
                name = _OF_STEP[kind]
                before = getattr(self.ws, name)[row] if name else self.loss
                numbers.state[w, watches.NOW] = before

    def can_take(self, step: StepTrace, sample: int, rate: float) -> bool:
        """Whether all numbers of the step on `sample` that is at hand and of its update are
        finite."""
        indices, values = self.pairs.entries(sample)
        with np.errstate(over="ignore", invalid="ignore"):
            scaled1, scaled2 = rate * step.delta1, rate * step.delta2
            after1 = self.W1T[indices] - np.outer(values, scaled1)
            after2 = self.W2 - np.outer(scaled2, step.h)
        # h and f are finite where z1 and z2 are, and δ is where λδ is.
        numbers = (step.loss, step.z1, step.z2, scaled1, scaled2, after1, after2)
        return all(bool(np.isfinite(each).all()) for each in numbers)

    def edit(self, matrix: MatrixName, row: int, column: int, value: float) -> None:
        """Set one weight."""
        self.spot = None
        if matrix == "W1":
            self.W1T[column, row] = value
        else:
            self.W2[row, column] = value

    def weight(self, matrix: MatrixName, row: int, column: int) -> float:
        """Return one weight."""
        return float(self.W1T[column, row] if matrix == "W1" else self.W2[row, column])

    def first_not_finite(self, sample: int, rate: float, rule: GradientRule) -> tuple[str, str]:
        """Name the first quantity of the step on `sample` that is not finite, and its value."""
        here = Network.of_transposed(
            self.W1T[:], self.W2[:], self.settings.sigma1, self.settings.sigma2
        )
        x, y = self.pairs.x(sample), np.array(self.pairs.y(sample))
        step = traced(here, self.pairs.entries(sample), x, y, rule)
        with np.errstate(over="ignore", invalid="ignore"):
            values = {**vars(step), "loss": np.array(step.loss)}
            values["scaled2"] = rate * step.delta2
            values["scaled1"] = rate * step.delta1
            values["W1"] = self.W1T.T - np.outer(values["scaled1"], x)
            values["W2"] = self.W2 - np.outer(values["scaled2"], step.h)
        for key, name in QUANTITIES:
            bad = first_not_finite(name, values[key])
            if bad is not None:
                return bad
        raise AssertionError("every quantity of this step is finite")

    def network(self) -> Network:
        """Return a read-only copy of the weights."""
        return Network.of_transposed(
            aligned_copy(self.W1T),
            aligned_copy(self.W2),
            self.settings.sigma1,
            self.settings.sigma2,
        )


def _locked(*samples: int) -> Ints:
    """Return them as the sampler gives them: another type of array would be compiled again."""
    array: Ints = np.array(samples, dtype=np.int64)
    array.flags.writeable = False
    return array


def _times_first(count: int) -> Ints:
    """Return as many times the first pair of arrays that have no other."""
    return _locked(*[0] * count)
