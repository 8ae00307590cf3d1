import dataclasses

import numpy as np
import pytest

from bpviz.datasets import catalog, load
from bpviz.network import reference


def test_that_names_are_unique_and_can_be_typed_in_a_command() -> None:
    assert len(set(catalog.NAMES)) == len(catalog.ENTRIES)
    assert all(name.isidentifier() and name.islower() for name in catalog.NAMES)


def test_that_an_entry_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        catalog.entry("xor").n_hidden = 3  # type: ignore[misc]


def test_that_pictures_have_as_many_pixels_as_inputs() -> None:
    for entry in catalog.ENTRIES:
        if entry.image_shape is not None:
            assert entry.image_shape[0] * entry.image_shape[1] == entry.n_inputs


def trained(name: str, seed: int, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Train with the entry's l and λ by the reference; return the outputs and the targets."""
    entry, data = catalog.entry(name), load(name)
    draw = np.random.default_rng(seed)
    W1 = draw.normal(0, data.n_inputs**-0.5, (entry.n_hidden, data.n_inputs))
    W2 = draw.normal(0, entry.n_hidden**-0.5, (data.n_outputs, entry.n_hidden))
    for i in draw.integers(0, data.n_samples, steps):
        step = reference.step(W1, W2, data.x(i), data.Y[i])
        W1, W2 = reference.update(W1, W2, step, entry.learning_rate)
    judged = data.test or data
    outputs = reference.sigmoid(W2 @ reference.sigmoid(W1 @ judged.X.T)).T
    return outputs, judged.Y


@pytest.mark.parametrize("seed", range(5))
def test_that_the_suggested_settings_learn_exclusive_or(seed: int) -> None:
    outputs, targets = trained("xor", seed, 6000)
    assert np.abs(outputs - targets).max() < 0.2


@pytest.mark.parametrize(("name", "steps", "share"), [("iris", 6000, 0.9), ("digits", 8000, 0.93)])
def test_that_the_suggested_settings_learn_the_classes(name: str, steps: int, share: float) -> None:
    outputs, targets = trained(name, 0, steps)
    assert (outputs.argmax(axis=1) == targets.argmax(axis=1)).mean() >= share
