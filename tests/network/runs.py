"""`kernels.run` with its many arguments, on weights of its own."""

from __future__ import annotations

import numpy as np

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, kernels
from bpviz.network.keyframe_copies import Copies
from bpviz.network.watchpoints import Watchpoints
from tests.network.pairs import labels_of

QUIET = np.zeros(1, np.uint8)


class Run:
    """Weights of their own, and `kernels.run` with its many arguments."""

    def __init__(self, data: Dataset, *, rule: int = 0, hidden: int = 5, **network: object) -> None:
        self.data = data
        net = Network.initial(
            n_inputs=data.n_inputs, n_hidden=hidden, n_outputs=data.n_outputs, **network
        )  # type: ignore[arg-type]
        self.W1T, self.W2 = net.W1T.copy(), net.W2.copy()
        self.codes = (net.sigma1.code, net.sigma2.code, bool(rule))
        self.kinds = net.sigma1, net.sigma2, list(GradientRule)[rule]
        self.ws = kernels.Workspace.empty(hidden, data.n_outputs)
        self.stop = np.array([0.0, 0.0, np.inf, 0.0, 0.0])
        self.step = 0

    @property
    def network(self) -> Network:
        return Network(self.W1T.T, self.W2, *self.kinds[:2])

    def __call__(
        self,
        samples: list[int],
        rate: float = 0.3,
        stopping: tuple[int, float, int] = (0, 0.0, 0),
        attention: np.ndarray = QUIET,
        watch: Watchpoints | None = None,
        unwatched: int = 0,
        copies: Copies | None = None,
        *,
        only_look: bool = False,
    ) -> tuple[int, int, np.ndarray]:
        rows = self.data.rows
        drawn = np.array(samples, dtype=np.int64)
        drawn.flags.writeable = False  # as the sampler gives them: another type compiles again
        record = np.full((3, len(samples)), np.nan)
        done, why = kernels.run(
            self.W1T, self.W2, rows.starts, rows.indices, rows.values, self.data.input_norms,
            self.data.Y, drawn, rate, *self.codes, self.ws,
            tuple(record), self.stop, *stopping, attention, self.step, labels_of(self.data),
            watch, unwatched, only_look, 0,
            Copies.none() if copies is None else copies,
        )  # fmt: skip
        self.step += done
        return done, why, record
