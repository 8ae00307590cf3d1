"""What can be chosen about a data set of the catalogue, and what comes of it."""

import numpy as np
import pytest

from bpviz.datasets import DatasetError, catalog, load
from bpviz.datasets.request import DataRequest


def test_that_another_seed_holds_others_back_and_another_share_more_of_them() -> None:
    first, other, half = load("digits"), load("digits", seed=1), load("digits", test_share=0.5)
    assert first.test is not None
    assert other.test is not None
    assert half.test is not None
    assert other.test.n_samples == first.test.n_samples
    assert not np.array_equal(other.test.X, first.test.X)
    assert (half.n_samples, half.test.n_samples) == (898, 899)
    assert half.test.labels is not None
    assert half.labels is not None
    assert np.abs(np.bincount(half.labels) - np.bincount(half.test.labels)).max() <= 1


def test_that_nothing_is_held_back_where_that_is_chosen() -> None:
    data = load("iris", test_share=0)
    assert (data.n_samples, data.test) == (150, None)
    np.testing.assert_allclose(data.X.std(axis=0), 1, rtol=1e-12)


def test_that_iris_is_standardised_over_whatever_is_the_training_part() -> None:
    data = load("iris", test_share=0.6, seed=4, constant=True)
    assert data.n_samples == 60
    np.testing.assert_allclose(data.X[:, :4].mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(data.X[:, :4].std(axis=0), 1, rtol=1e-12)


@pytest.mark.parametrize("name", catalog.NAMES)
def test_that_a_constant_input_can_be_appended_or_left_out(name: str) -> None:
    bare, constant = load(name, constant=False), load(name, constant=True)
    n = bare.n_inputs
    assert (bare.constant, constant.constant, constant.n_inputs) == (None, n, n + 1)
    assert constant.image_shape == bare.image_shape
    pairs = [(bare, constant)]
    if bare.test is not None and constant.test is not None:
        pairs.append((bare.test, constant.test))
    for without, with_it in pairs:
        assert with_it.constant == n
        for i in (0, without.n_samples // 2, without.n_samples - 1):
            np.testing.assert_array_equal(with_it.x(i), [*without.x(i), 1.0])
        if bare.input_names:
            assert with_it.input_names == (*without.input_names, "1")
    plain = load(name)
    assert plain.constant == (n if catalog.entry(name).options.constant else None)


def test_that_a_constant_input_of_mnist_is_told_in_its_progress() -> None:
    fractions: list[float] = []
    load("mnist", constant=True, progress=lambda _, fraction: fractions.append(fraction or 0.0))
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert fractions[-2] > 0.999


def test_that_a_request_and_options_say_the_same() -> None:
    request = DataRequest("moons", n_samples=50, seed=2)
    np.testing.assert_array_equal(load(request).X, load("moons", n_samples=50, seed=2).X)
    np.testing.assert_array_equal(load(request, seed=3).X, load("moons", n_samples=50, seed=3).X)
    assert request.seed == 2


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("mnist", {"noise": 0.1}, "MNIST has no option noise. Its options are: constant.$"),
        ("mnist", {"test_share": 0.1}, "MNIST has no option test_share"),
        ("xor", {"n_samples": 10}, "XOR has no option n_samples. .*: constant.$"),
        (
            "iris",
            {"target": "species"},
            "Iris has no option target. .*: test_share, constant, seed",
        ),
        ("digits", {"size": (4, 4)}, "has no option size"),
        ("moons", {"scaling": "none"}, "has no option scaling. .*: n_samples, noise, test_share"),
        ("moons", {"n_samples": 9}, "n_samples of Two moons is 9; it must be from 10 to 100000"),
        ("moons", {"noise": 2.1}, "noise of Two moons is 2.1; it must be from 0.0 to 2.0"),
        ("moons", {"test_share": 0.95}, "test_share of Two moons is 0.95; .* from 0.0 to 0.9"),
        ("moons", {"constant": "no"}, "constant input is 'no'; it must be True or False"),
        ("moons", {"nosie": 0.1}, "no data option 'nosie'"),
        ("moons", {"seed": -1}, "The seed of the data is -1"),
    ],
)
def test_that_a_bad_option_is_refused_with_what_would_be_right(
    name: str, options: dict[str, object], message: str
) -> None:
    with pytest.raises(DatasetError, match=message) as caught:
        load(name, **options)
    assert str(caught.value) == caught.value.template.format(**caught.value.values)
    if "nosie" not in options:
        with pytest.raises(DatasetError, match=message):
            catalog.shape_of(DataRequest.of(name, **options))
