"""Records of a run made by hand: history, evaluations, a scan of all samples."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.datasets import Dataset
from bpviz.training.evaluation.results import Evaluations, Scan
from bpviz.training.events import Curve, HistoryView


def make_classes(m: int, n_classes: int = 10, *, seed: int = 0) -> Dataset:
    """`m` samples of three inputs in random classes."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, n_classes, m)
    return Dataset.from_arrays(
        "made",
        rng.random((m, 3)),
        np.eye(n_classes)[labels],
        labels=labels,
        class_names=tuple(str(c) for c in range(n_classes)),
    )


def make_curve(values: np.ndarray[Any, Any], width: int) -> Curve:
    """Minimum, mean and maximum of each bucket of `width` values."""
    starts = np.arange(0, len(values), width)
    sizes = np.diff(np.append(starts, len(values)))
    with np.errstate(all="ignore"):
        return Curve(
            np.minimum.reduceat(values, starts),
            np.add.reduceat(values, starts) / sizes,
            np.maximum.reduceat(values, starts),
        )


def make_quantiles(
    values: np.ndarray[Any, Any], width: int
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The 10 % and the 90 % quantile of each bucket of `width` values."""
    if width == 1:
        return values, values
    whole = len(values) // width * width
    parts = [values[:whole].reshape(-1, width)]
    if whole < len(values):
        parts.append(values[np.newaxis, whole:])
    found = [np.quantile(part, [0.1, 0.9], axis=1, method="lower") for part in parts]
    low, high = np.concatenate(found, axis=1)
    return low, high


def make_history(
    tip: int, width: int = 1, *, first: int = 0, loss: np.ndarray[Any, Any] | None = None
) -> HistoryView:
    """A noisy, decaying record of the steps ``first … tip − 1``, or the given losses."""
    rng = np.random.default_rng(0)
    steps = np.arange(first, tip)

    def noisy(start: float, end: float, spread: float) -> np.ndarray[Any, Any]:
        level = end + (start - end) * np.exp(-steps / max(tip / 8, 1))
        return level * rng.lognormal(-(spread**2) / 2, spread, len(steps))

    losses = noisy(0.9, 0.09, 1.3) if loss is None else loss
    return HistoryView(
        starts=np.arange(first, tip, width, dtype=np.int64),
        width=width,
        tip=tip,
        loss=make_curve(losses, width),
        gradient_W1=make_curve(noisy(0.6, 0.06, 1.0), width),
        gradient_W2=make_curve(noisy(2.0, 0.25, 1.0), width),
        loss_quantiles=make_quantiles(losses, width),
    )


def make_evaluations(tip: int, n: int, *, loss: float = 0.1) -> Evaluations:
    """`n` evaluations, evenly over the run."""
    steps = np.linspace(0, tip, n).round().astype(np.int64)
    decay = np.exp(-steps / max(tip / 8, 1))
    return Evaluations(steps, loss + 0.8 * decay, 0.94 - 0.84 * decay)


def make_scan(dataset: Dataset, step: int = 0) -> Scan:
    """Log-normal magnitudes whose middle depends on the class."""
    rng = np.random.default_rng(0)
    m = dataset.n_samples
    middle = np.zeros(m) if dataset.labels is None else (dataset.labels * 7 % 5) * 0.4
    first = rng.lognormal(middle - 5, 1.6)
    losses = first * rng.lognormal(0, 0.3, m)
    magnitudes = np.stack([first, first * rng.lognormal(0.7, 0.4, m)], axis=1)
    if dataset.labels is None:
        outputs = dataset.Y + rng.normal(0, 0.05, dataset.Y.shape)
        return Scan(step=step, losses=losses, magnitudes=magnitudes, outputs=outputs)
    correct = losses < np.quantile(losses, 0.93)
    n_classes = len(dataset.class_names)
    predicted = np.where(correct, dataset.labels, (dataset.labels + 1) % n_classes)
    return Scan(
        step=step, losses=losses, magnitudes=magnitudes, predicted=predicted, correct=correct
    )
