"""Look at every sample of a data set, on one snapshot of the weights."""

from __future__ import annotations

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network import kernels, scans
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats, Stop
from bpviz.network.weights import Network
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.results import Scan


class ScanJob:
    """The losses, and if wanted the gradient magnitudes, of all samples.

    Parameters
    ----------
    network : Network
        The snapshot.
    step : int
        Its position, for the result.
    dataset : Dataset
    rule : GradientRule
    gradients : bool
        Whether gradient magnitudes are wanted.
    """

    def __init__(
        self, network: Network, step: int, dataset: Dataset, rule: GradientRule, gradients: bool
    ) -> None:
        m = dataset.n_samples
        self.step = step
        self.gradients = gradients
        self._network = network
        self._dataset = dataset
        self._as_printed = rule is GradientRule.AS_PRINTED
        self._ws = kernels.Workspace.empty(network.n_hidden, network.n_outputs)
        self._next = 0
        self._losses = np.empty(m)
        with_classes = dataset.labels is not None
        self._predicted = np.empty(m if with_classes else 0, dtype=np.int64)
        self._outputs = np.empty((0 if with_classes else m, network.n_outputs))
        self._magnitudes = np.empty((m if gradients else 0, 2))

    @property
    def done(self) -> bool:
        """Whether every sample has been looked at."""
        return self._next >= self._dataset.n_samples

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Look at all that is left, see `Look`."""
        rows = self._dataset.rows
        self._next = scans.scan(
            self._network.W1T,
            self._network.W2,
            rows.starts,
            rows.indices,
            rows.values,
            self._dataset.input_norms,
            self._dataset.Y,
            self._next,
            self._dataset.n_samples,
            self._network.sigma1.code,
            self._network.sigma2.code,
            self._as_printed,
            self._ws,
            self.gradients,
            self._dataset.threshold,
            self._losses,
            self._predicted,
            self._outputs,
            self._magnitudes,
            stop,
        )

    def result(self) -> Scan:
        """Return what was found; the job must be done."""
        labels = self._dataset.labels
        correct = None if labels is None else self._predicted == labels
        for array in (self._losses, self._predicted, self._outputs, self._magnitudes):
            array.flags.writeable = False
        if correct is not None:
            correct.flags.writeable = False
        return Scan(
            step=self.step,
            magnitudes=self._magnitudes,
            losses=self._losses,
            predicted=None if labels is None else self._predicted,
            correct=correct,
            outputs=self._outputs if labels is None else None,
        )


def gradient_magnitudes(network: Network, dataset: Dataset, rule: GradientRule) -> Floats:
    """‖∂W1‖_F and ‖∂W2‖_F of every sample, (m, 2) float64."""
    job = ScanJob(network, 0, dataset, rule, gradients=True)
    job.advance()
    return job.result().magnitudes
