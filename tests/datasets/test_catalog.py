import dataclasses
import itertools
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset, catalog, load
from bpviz.datasets.request import DataRequest
from bpviz.network import predict
from bpviz.network.types import Floats
from bpviz.training import Session, Settings


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


def trained(name: str, seed: int, steps: int, data_seed: int = 0) -> tuple[Floats, Dataset]:
    """Train with the entry's l and λ; return the outputs for the test part, or else for all."""
    entry, data = catalog.entry(name), load(name, seed=data_seed)
    settings = Settings(n_hidden=entry.n_hidden, learning_rate=entry.learning_rate, seed=seed)
    session = Session(settings, data)
    session.advance(steps)
    judged = data.test or data
    return predict(session.network, judged.X), judged


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("name", "steps"), [("xor", 6000), ("and", 3000), ("or", 1500), ("parity", 50_000)]
)
def test_that_the_suggested_settings_learn_a_truth_table(name: str, steps: int, seed: int) -> None:
    outputs, data = trained(name, seed, steps)
    assert np.abs(outputs - data.Y).max() < 0.2


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("name", "steps", "share"),
    [
        ("gaussians", 5000, 0.95),
        ("circles", 15_000, 0.97),
        ("moons", 30_000, 0.98),
        ("spirals", 60_000, 0.98),
        ("checkerboard", 200_000, 0.9),
    ],
)
def test_that_the_suggested_settings_part_the_points(
    name: str, steps: int, share: float, seed: int
) -> None:
    outputs, data = trained(name, seed, steps, data_seed=seed)
    assert ((outputs > 0.5) == (data.Y > 0.5)).mean() >= share


@pytest.mark.parametrize("seed", range(3))
def test_that_the_suggested_settings_learn_the_sine(seed: int) -> None:
    outputs, data = trained("sine", seed, 40_000, data_seed=seed)
    assert data.target_scale is not None
    error = (outputs - data.Y) * data.target_scale[0, 1]
    assert np.sqrt((error**2).mean()) < 0.2  # the noise that no network can know is 0.1


@pytest.mark.parametrize("seed", range(3))
def test_that_the_suggested_settings_find_a_code_for_eight_patterns(seed: int) -> None:
    outputs, data = trained("autoencoder", seed, 100_000)
    assert outputs.argmax(axis=1).tolist() == list(range(8))
    assert data.n_inputs == 8


@pytest.mark.parametrize(("name", "steps", "share"), [("iris", 6000, 0.9), ("digits", 8000, 0.93)])
def test_that_the_suggested_settings_learn_the_classes(name: str, steps: int, share: float) -> None:
    outputs, data = trained(name, 0, steps)
    assert (outputs.argmax(axis=1) == data.labels).mean() >= share


@pytest.mark.parametrize(
    ("name", "options"),
    [
        *((name, {}) for name in catalog.NAMES),
        *((name, {"constant": True}) for name in catalog.NAMES),
        ("xor", {"constant": False}),
        ("iris", {"test_share": 0.35}),
        ("iris", {"test_share": 0}),
        *itertools.product(
            ["circles", "sine"],
            [
                {"n_samples": 10, "test_share": 0.9},
                {"n_samples": 333, "test_share": 1 / 3, "constant": False},
                {"n_samples": 11, "test_share": 0.001},
                {"n_samples": 50, "test_share": 0.0},
            ],
        ),
    ],
)
def test_that_the_shape_is_known_before_the_data_is_loaded(
    name: str, options: dict[str, Any]
) -> None:
    data, shape = load(name, **options), catalog.shape_of(DataRequest.of(name, **options))
    assert shape == (
        data.n_inputs,
        catalog.entry(name).n_hidden,
        data.n_outputs,
        data.n_samples,
        data.test.n_samples if data.test else 0,
    )


def test_that_the_shape_of_a_file_is_not_known() -> None:
    assert catalog.shape_of("flowers.csv") is None


def test_that_the_options_of_an_entry_hold_their_defaults() -> None:
    for entry in catalog.ENTRIES:
        options = entry.options
        for each in (options.n_samples, options.noise, options.test_share):
            assert each is None or each.low <= each.default <= each.high
        if options.n_samples is not None:
            assert options.n_samples.default == entry.n_samples + entry.n_test
