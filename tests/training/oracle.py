"""The straight line: the same run by single kernel steps, with no keyframe, chunk or memory."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, kernels
from bpviz.training import Session, Settings
from bpviz.training.sampling import Sampler

QUIET = np.zeros(1, np.uint8)


def bits(network: Network) -> bytes:
    return network.W1.tobytes() + network.W2.tobytes()


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


@dataclass
class Line:
    """What a run must look like after every number of steps, from a journal {step: λ} alone."""

    settings: Settings
    data: Dataset
    journal: dict[int, float]
    networks: list[Network] = field(init=False)
    values: list[tuple[float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.networks = [initial(self.settings, self.data)]
        self._sampler = Sampler(self.settings.seed, self.settings.order, self.data.n_samples)

    def rate(self, step: int) -> float:
        return self.journal[max(at for at in self.journal if at <= step)]

    def network(self, step: int) -> Network:
        while len(self.networks) <= step:
            self._take()
        return self.networks[step]

    def series(self, step: int) -> np.ndarray:
        self.network(step)
        return np.array(self.values[:step], dtype=float).reshape(-1, 3).T

    def branch(self, step: int, rate: float) -> Line:
        """What the run is from `step` on, with another λ."""
        self.network(step)
        journal = {at: old for at, old in self.journal.items() if at < step} | {step: rate}
        line = Line(self.settings, self.data, journal)
        line.networks, line.values = self.networks[: step + 1], self.values[:step]
        return line

    def _take(self) -> None:
        step, old, rows = len(self.values), self.networks[-1], self.data.rows
        W1T, W2 = old.W1T.copy(), old.W2.copy()
        record = np.zeros((3, 1))
        ws = kernels.Workspace.empty(old.n_hidden, old.n_outputs)
        as_printed = self.settings.gradient_rule is GradientRule.AS_PRINTED
        done, _ = kernels.run(
            W1T, W2, rows.starts, rows.indices, rows.values, self.data.input_norms, self.data.Y,
            self._sampler.indices(step, 1), self.rate(step), old.sigma1.code, old.sigma2.code,
            as_printed, ws, tuple(record), np.zeros(4), 0, 0.0, 0, QUIET,
        )  # fmt: skip
        assert done == 1
        self.networks.append(Network.of_transposed(W1T, W2, old.sigma1, old.sigma2))
        self.values.append(tuple(record[:, 0].tolist()))


def line_of(session: Session) -> Line:
    """The straight line of a new session."""
    settings = session.settings
    return Line(settings, session.dataset, {0: settings.learning_rate})
