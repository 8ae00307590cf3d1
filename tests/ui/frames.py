"""Frames made by hand, so that a panel can be tested without a trainer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bpviz.datasets import DataRequest, Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Network, StepTrace
from bpviz.training import quantities
from bpviz.training.events import Frame, State
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.quantities import Results
from bpviz.training.settings import Settings
from bpviz.training.step.computed_step import ComputedStep
from bpviz.training.step.last_update import LastUpdate


def sigma(t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return 0.5 * (1.0 + np.tanh(0.5 * t))


def make_network(n_inputs: int, n_hidden: int, n_outputs: int, seed: int = 0) -> Network:
    return Network.initial(n_inputs=n_inputs, n_hidden=n_hidden, n_outputs=n_outputs, seed=seed)


def make_trace(network: Network, x: Any, y: Any) -> StepTrace:
    """N4–N7 for sigmoids, in plain NumPy."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    with np.errstate(all="ignore"):
        z1 = network.W1 @ x
        h = sigma(z1)
        z2 = network.W2 @ h
        f = sigma(z2)
        sigma1_prime, sigma2_prime = h * (1 - h), f * (1 - f)
        delta2 = 2 * (f - y) * sigma2_prime
        delta1 = (network.W2.T @ delta2) * sigma1_prime
    return StepTrace(
        x=x.copy(),
        y=y.copy(),
        z1=z1,
        h=h,
        z2=z2,
        f=f,
        loss=float(((f - y) ** 2).sum()),
        sigma2_prime=sigma2_prime,
        delta2=delta2,
        sigma1_prime=sigma1_prime,
        delta1=delta1,
    )


class KnownStep(ComputedStep):
    """A step of which everything is known already."""

    def __init__(self, trace: StepTrace) -> None:
        self._known = trace
        self._part = None

    @property
    def trace(self) -> StepTrace:
        return self._known


def make_images(
    m: int = 12,
    shape: tuple[int, int] = (28, 28),
    classes: int = 10,
    *,
    constant: bool = False,
    test: Dataset | None = None,
) -> Dataset:
    """Blobs whose place depends on the class: enough of a picture to look at.

    With `constant` a constant input 1 follows the pixels.
    """
    rng = np.random.default_rng(1)
    labels = np.arange(m) % classes
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    pictures = []
    for label in labels:
        angle = 2 * np.pi * label / classes
        y = shape[0] / 2 + shape[0] / 4 * np.sin(angle) + rng.normal(0, 0.5)
        x = shape[1] / 2 + shape[1] / 4 * np.cos(angle) + rng.normal(0, 0.5)
        spread = 2 * (shape[0] / 9) ** 2
        picture = np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / spread)
        pictures.append(np.where(picture < 0.05, 0.0, picture).ravel())
    X = np.array(pictures)
    if constant:
        X = np.column_stack([X, np.ones(m)])
    return Dataset.from_arrays(
        "blobs",
        X,
        np.eye(classes)[labels],
        labels=labels,
        class_names=tuple(str(c) for c in range(classes)),
        image_shape=shape,
        constant=X.shape[1] - 1 if constant else None,
        test=test,
    )


def make_table(m: int = 6, n: int = 3, d: int = 1, names: tuple[str, ...] = ()) -> Dataset:
    """A regression task: no picture, no label."""
    rng = np.random.default_rng(2)
    return Dataset.from_arrays(
        "table", rng.normal(size=(m, n)), rng.random((m, d)), input_names=names
    )


def make_regression(m: int = 6, d: int = 1, test: Dataset | None = None) -> Dataset:
    """Targets in their own units: 100 + 50 y degrees, −20 + 8 y millimetres, and a constant."""
    rng = np.random.default_rng(3)
    names = ("temperature", "length")[:d]
    return Dataset.from_arrays(
        "own units",
        np.column_stack([rng.normal(size=(m, 2)), np.ones(m)]),
        0.1 + 0.8 * rng.random((m, d)),
        input_names=("width", "height", "1"),
        constant=2,
        target_names=names,
        target_scale=np.array([[100.0, 50.0], [-20.0, 8.0]][:d]),
        test=test,
    )


def make_own(data: Dataset, label: int | None = 3, title: str = "a drawing as 3") -> CustomPair:
    """A pair that is in no data set: the inputs of samples 0 and 1 half and half."""
    y = data.Y[0] if label is None else np.eye(data.n_outputs)[label]
    return CustomPair((data.x(0) + data.x(1)) / 2, y, label, title)


def make_frame(
    dataset: Dataset | None = None,
    *,
    n_hidden: int = 8,
    sample: int = 0,
    own: CustomPair | None = None,
    selected: int | None = None,
    selected_part: Part = Part.TRAIN,
    **overrides: Any,
) -> Frame:
    """A frame of `dataset` (default: pictures of 28 × 28); anything can be overridden, and the
    trace of the step at hand by `preview`.

    ``dataset_loaded=False`` gives the frame of a data set that is still loading.  With `own` the
    step at hand trains on that pair, whose number is m or `sample`, whichever is larger.
    """
    data = dataset if dataset is not None else make_images()
    if own is not None:
        sample = max(sample, data.n_samples)
    loaded = overrides.pop("dataset_loaded", True)
    network = overrides.pop("network", None) or make_network(
        data.n_inputs, n_hidden, data.n_outputs
    )

    def trace(index: int | None, part: Part = Part.TRAIN) -> StepTrace | None:
        pairs = data.part(part)
        if index is None or not loaded or pairs is None:
            return None
        return make_trace(network, pairs.x(index), pairs.Y[index])

    whole = trace(sample) if own is None else make_trace(network, own.x, own.y)
    whole = overrides.pop("preview", whole)
    step = overrides.get("step", 0)
    change = None
    if whole is not None and step > 0:
        scaled = 0.1 * whole.delta1, 0.1 * whole.delta2
        change = LastUpdate(step - 1, *scaled, whole.x, whole.h, 4)
    values: dict[str, Any] = {
        "run": 1,
        "acknowledged": 2**62,  # whatever was asked for is done, unless a test says otherwise
        "state": State.PAUSED if loaded else State.LOADING,
        "step": step,
        "tip": step,
        "settings": Settings(n_hidden=network.n_hidden),
        "learning_rate": 0.1,
        "data_request": DataRequest(data.name),
        "dataset": data if loaded else None,
        "network": network,
        "sample": sample,
        "own": own,
        "opened": None if whole is None else KnownStep(whole),
        "selected": selected,
        "selected_part": selected_part,
        "selected_trace": trace(selected, selected_part),
        "last_change": change,
        "loss": whole.loss if whole is not None else float("nan"),
        "mean_loss": float("nan"),
        "history": None,
        "keyframes": np.zeros(1, np.int64),
    }
    return Frame(**(values | _with_results(Results(), overrides)))


def changed(frame: Frame, **changes: Any) -> Frame:
    """The same frame with other fields or results, each by its name."""
    return replace(frame, **_with_results(frame.results, changes))


def _with_results(results: Results, changes: dict[str, Any]) -> dict[str, Any]:
    """`changes`, with what is in `quantities` under a name put into the results."""
    found = dict(results.found)
    fields = {}
    for name, value in changes.items():
        quantity = getattr(quantities, name.upper(), None)
        if isinstance(quantity, quantities.Quantity):
            found[quantity] = value
        else:
            fields[name] = value
    return fields | {"results": Results(found)}
