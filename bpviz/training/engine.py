"""Engine: the weights at one position, and the compiled calls that move them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network import kernels
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.training.keyframes import STOP_STATE, KeyframePool
from bpviz.training.settings import Settings

QUANTITIES = (
    ("z1", "z1"), ("h", "h"), ("z2", "z2"), ("f", "f"), ("loss", "loss"),
    ("delta2", "δ2"), ("delta1", "δ1"), ("scaled2", "λ·δ2"), ("scaled1", "λ·δ1"),
    ("W1", "new W₁"), ("W2", "new W₂"),
)  # fmt: skip
"""Quantities of a step in the order in which they are computed, with their names in words."""

_QUIET = np.zeros(1, dtype=np.uint8)


class Engine:
    """Mutable weights, the stopping rule's state, and room for the quantities of one step.

    Attributes
    ----------
    step : int
        Updates done.
    W1T, W2 : (n, l), (d, l) float64
    stop : (4,) float64
        State of the stopping rule, see `kernels.levelled_off`.
    ws : Workspace
        Quantities of the last step that ran.
    loss : float
        Loss of the last step that ran; NaN before the first.
    applied : int or None
        The step whose update `ws` belongs to; None if `ws` holds a step that was not applied.
    """

    def __init__(self, settings: Settings, dataset: Dataset) -> None:
        n, hidden, d = dataset.n_inputs, settings.n_hidden, dataset.n_outputs
        self.settings = settings
        self.dataset = dataset
        self.step = 0
        self.W1T = np.zeros((n, hidden))
        self.W2 = np.zeros((d, hidden))
        self.stop = np.array([0.0, 0.0, np.inf, 0.0])
        assert self.stop.size == STOP_STATE
        self.ws = kernels.Workspace.empty(hidden, d)
        self.loss = math.nan
        self.applied: int | None = None
        self._norms = dataset.input_norms
        rule = settings.stopping
        self._rule = (
            (0, 0.0, 0)
            if rule is None
            else (rule.window_for(dataset.n_samples), rule.tolerance, rule.patience)
        )
        self._codes = (
            settings.sigma1.code,
            settings.sigma2.code,
            settings.gradient_rule is GradientRule.AS_PRINTED,
        )

    def load(self, network: Network) -> None:
        """Begin with the weights of `network`, at step 0."""
        self.step = 0
        self.W1T[:], self.W2[:] = network.W1T, network.W2
        self.stop[:] = (0.0, 0.0, np.inf, 0.0)
        self.loss, self.applied = math.nan, None

    def load_copy(self, other: Engine) -> None:
        """Go where `other` stands."""
        self.step, self.loss, self.applied = other.step, other.loss, other.applied
        self.W1T[:], self.W2[:], self.stop[:] = other.W1T, other.W2, other.stop
        for mine, theirs in zip(self.ws, other.ws, strict=True):
            mine[:] = theirs

    def load_keyframe(self, pool: KeyframePool, branch: int, step: int) -> None:
        """Go to a keyframe."""
        pool.get(branch, step, self.W1T, self.W2, self.stop)
        self.step = step
        self.loss, self.applied = math.nan, None

    def run(
        self,
        samples: Ints,
        rate: float,
        record: Floats,
        attention: NDArray[np.uint8] | None = None,
    ) -> tuple[int, int]:
        """Take one step on each of `samples`, into the (3, s) `record`; see `kernels.run`."""
        rows = self.dataset.rows
        done, why = kernels.run(
            self.W1T,
            self.W2,
            rows.starts,
            rows.indices,
            rows.values,
            self._norms,
            self.dataset.Y,
            samples,
            rate,
            *self._codes,
            self.ws,
            (record[0], record[1], record[2]),
            self.stop,
            *self._rule,
            _QUIET if attention is None else attention,
        )
        self.step += done
        if done:
            self.loss = float(record[0, done - 1])
            self.applied = self.step - 1
        if why == kernels.NOT_FINITE:
            self.applied = None
        return int(done), int(why)

    def trace(self, sample: int) -> StepTrace:
        """Every quantity of a step on pair `sample` at these weights, in arrays of its own."""
        ws, loss = self._traced(sample)
        return StepTrace(
            x=self.dataset.x(sample),
            y=np.array(self.dataset.Y[sample]),
            z1=ws.z1,
            h=ws.h,
            z2=ws.z2,
            f=ws.f,
            loss=loss,
            sigma2_prime=ws.prime2,
            delta2=ws.delta2,
            sigma1_prime=ws.prime1,
            delta1=ws.delta1,
            gradient_rule=self.settings.gradient_rule,
        )

    def _traced(self, sample: int) -> tuple[kernels.Workspace, float]:
        rows = self.dataset.rows
        part = slice(rows.starts[sample], rows.starts[sample + 1])
        ws = kernels.Workspace.empty(self.settings.n_hidden, self.dataset.n_outputs)
        loss = kernels.trace_pair(
            self.W1T,
            self.W2,
            rows.indices[part],
            rows.values[part],
            self.dataset.Y[sample],
            *self._codes,
            ws,
        )
        return ws, float(loss)

    def first_not_finite(self, sample: int, rate: float) -> tuple[str, str]:
        """Name the first quantity of the step on `sample` that is not finite, and its value."""
        ws, loss = self._traced(sample)
        with np.errstate(over="ignore", invalid="ignore"):
            values = {**ws._asdict(), "loss": np.array([loss])}
            values["scaled2"] = rate * ws.delta2
            values["scaled1"] = rate * ws.delta1
            values["W1"] = self.W1T.T - np.outer(values["scaled1"], self.dataset.x(sample))
            values["W2"] = self.W2 - np.outer(values["scaled2"], ws.h)
        for key, name in QUANTITIES:
            bad = np.argwhere(~np.isfinite(values[key]))
            if len(bad):
                value = values[key][tuple(bad[0])]
                place = name if key == "loss" else f"{name}[{', '.join(map(str, bad[0]))}]"
                return place, "NaN" if math.isnan(value) else ("∞" if value > 0 else "−∞")
        raise AssertionError("every quantity of this step is finite")

    def network(self) -> Network:
        """Return a read-only copy of the weights."""
        return Network.of_transposed(
            self.W1T.copy(), self.W2.copy(), self.settings.sigma1, self.settings.sigma2
        )
