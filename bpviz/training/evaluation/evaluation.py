"""Evaluation: how well a network does on a whole data set, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz import notebook
from bpviz.datasets.dataset import Dataset
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.quoting import brief, spelled
from bpviz.training.evaluation.confusion import Confusion
from bpviz.training.evaluation.regression_fit import RegressionFit
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.message import Message
from bpviz.training.settings import SettingsError

_MOST_CLASSES = 40
"""Classes of which a notebook shows the confusion matrix."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Evaluation:
    """The figures of one data set, on one snapshot of the weights; all arrays read-only.

    Attributes
    ----------
    step : int
        The position whose weights were used.
    n_samples : int
        m.
    mean_loss : float
        Mean of ‖f(x) − y‖² over the samples, in the scale in which the network learns.
    accuracy : float or None
        Share of samples classified rightly, 0 … 1; None for regression.
    confusion : (c, c) int64, or None for regression
        Entry (i, j): samples of class i that the network takes for class j.
    class_names : tuple of str
        Of the rows and columns of `confusion`; empty where the classes have no names.
    r2 : (d,) float64, or None for classes
        R² = 1 − Σ(predicted − true)² / Σ(true − mean)² of each output; NaN where all true values
        are the same.
    rmse : (d,) float64, or None for classes
        Root of the mean of (predicted − true)², in the unit of each target.
    target_names : tuple of str
        Of the outputs of a regression.
    """

    step: int
    n_samples: int
    mean_loss: float
    accuracy: float | None = None
    confusion: Ints | None = None
    class_names: tuple[str, ...] = ()
    r2: Floats | None = None
    rmse: Floats | None = None
    target_names: tuple[str, ...] = ()

    __repr__ = brief

    def _repr_html_(self) -> str:
        figures: list[tuple[str, object]] = [
            ("step", self.step),
            ("samples", self.n_samples),
            ("mean loss", f"{self.mean_loss:.4g}"),
            ("accuracy", None if self.accuracy is None else f"{self.accuracy:.2%}"),
        ]
        for name, values in (("R²", self.r2), ("RMSE", self.rmse)):
            if values is not None:
                figures.append((name, ", ".join(f"{value:.4g}" for value in values[:8])))
        shown = [notebook.facts(figures)]
        if self.confusion is not None and len(self.confusion) <= _MOST_CLASSES:
            names = [*map(str, self.class_names)] or [str(k) for k in range(len(self.confusion))]
            rows = ([name, *row] for name, row in zip(names, self.confusion.tolist(), strict=False))
            shown.append(notebook.table(["class \\ predicted", *names], rows))
        return notebook.block("Evaluation", *shown)

    @classmethod
    def of(cls, data: Dataset, scan: Scan) -> Evaluation:
        """Return the figures of what a scan of `data` has found."""
        if data.labels is not None and scan.predicted is not None:
            n_classes = max(len(data.class_names), data.n_outputs, 2)
            return cls(
                step=scan.step,
                n_samples=data.n_samples,
                mean_loss=scan.mean_loss,
                accuracy=scan.accuracy,
                confusion=Confusion.of(data.labels, scan.predicted, n_classes).counts,
                class_names=data.class_names,
            )
        assert scan.outputs is not None
        fits = [RegressionFit.of(data, scan.outputs, j) for j in range(data.n_outputs)]
        return cls(
            step=scan.step,
            n_samples=data.n_samples,
            mean_loss=scan.mean_loss,
            r2=_figures([fit.r2 for fit in fits]),
            rmse=_figures([fit.rmse for fit in fits]),
            target_names=data.target_names,
        )


def _figures(values: list[float | None]) -> Floats:
    found = np.array([np.nan if value is None else value for value in values])
    found.flags.writeable = False
    return found


def to_evaluate(data: object, trained_on: Dataset) -> Dataset:
    """Return the data set to look at, its classes judged as in the one that was trained on.

    Parameters
    ----------
    data : Dataset or None
        None stands for `trained_on`.

    Raises
    ------
    SettingsError
        If it is no data set, has no sample, or other inputs, outputs or targets than `trained_on`.
    """
    if data is None or data is trained_on:
        return trained_on
    if not isinstance(data, Dataset):
        raise SettingsError(
            Message.of(
                "The data to evaluate is {value}; it must be a Dataset, such as session.dataset or "
                "session.dataset.test.",
                value=spelled(data),
            )
        )
    if data.n_samples < 1:
        raise SettingsError(
            Message.of(
                "The data set {name} is empty. Use one with at least one sample.", name=data.name
            )
        )
    shape, right = (data.n_inputs, data.n_outputs), (trained_on.n_inputs, trained_on.n_outputs)
    if shape != right:
        raise SettingsError(
            Message.of(
                "The data set {name} has {n} inputs and {d} outputs, the network {right_n} and "
                "{right_d}. Use data of the same shape.",
                name=data.name,
                n=shape[0],
                d=shape[1],
                right_n=right[0],
                right_d=right[1],
            )
        )
    if (data.labels is None) is not (trained_on.labels is None):
        raise SettingsError(
            Message.of(
                "The data set {name} has no labels, and the network was trained on classes. Use "
                "data with labels."
                if data.labels is None
                else "The data set {name} has labels, and the network was trained on a regression. "
                "Use data without labels.",
                name=data.name,
            )
        )
    return data.judged_as(trained_on)


def scanned(network: Network, step: int, data: Dataset) -> Scan:
    """Return the losses and predictions of all samples, without gradients."""
    job = ScanJob(network, step, data, GradientRule.EXACT, gradients=False)
    job.advance()
    return job.result()
