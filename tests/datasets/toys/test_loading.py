import hashlib

import numpy as np
import pytest

from bpviz.datasets import Dataset, catalog, load

DRAWN = [entry.name for entry in catalog.ENTRIES if entry.options.n_samples is not None]


def parts(data: Dataset) -> list[Dataset]:
    return [data] if data.test is None else [data, data.test]


def plane(name: str, n_samples: int = 2000) -> tuple[np.ndarray, np.ndarray]:
    """All points without noise, and their classes."""
    data = load(name, n_samples=n_samples, noise=0, test_share=0, constant=False)
    assert data.labels is not None
    return data.X, data.labels


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("xor", lambda *bits: bits[0] ^ bits[1]),
        ("and", lambda *bits: bits[0] & bits[1]),
        ("or", lambda *bits: bits[0] | bits[1]),
        ("parity", lambda *bits: bits[0] ^ bits[1] ^ bits[2]),
    ],
)
def test_that_a_truth_table_is_whole_and_right(name: str, output: object) -> None:
    data = load(name)
    rows = {tuple(int(bit) for bit in x[:-1]): y for x, y in zip(data.X, data.Y[:, 0], strict=True)}
    assert len(rows) == data.n_samples == 2 ** (data.n_inputs - 1)
    assert (data.X[:, -1] == 1).all()
    for bits, y in rows.items():
        assert y == output(*bits)  # type: ignore[operator]


def test_that_inputs_are_named_and_the_constant_one_is_called_1() -> None:
    assert load("parity").input_names == ("x₁", "x₂", "x₃", "1")
    assert load("moons", constant=False).input_names == ("x₁", "x₂")
    assert load("sine").input_names == ("x", "1")
    assert load("autoencoder").input_names[-1] == "x₈"


def test_that_the_autoencoder_gives_back_what_it_gets() -> None:
    data = load("autoencoder")
    np.testing.assert_array_equal(data.X, np.eye(8))
    np.testing.assert_array_equal(data.Y, data.X)
    assert data.constant is None


def test_that_the_gaussians_lie_about_their_centres() -> None:
    data = load("gaussians", n_samples=20_000, noise=0.5, test_share=0)
    for label, centre in ((0, -1), (1, 1)):
        cloud = data.X[data.labels == label, :2]
        np.testing.assert_allclose(cloud.mean(axis=0), centre, atol=0.02)
        np.testing.assert_allclose(np.cov(cloud.T), 0.25 * np.eye(2), atol=0.01)


def test_that_the_circles_have_their_radii() -> None:
    X, labels = plane("circles")
    np.testing.assert_allclose(np.hypot(*X.T), np.where(labels, 1, 2), atol=2e-6)
    for label in (0, 1):  # all around
        counts = np.histogram(np.arctan2(*X[labels == label].T), 8, (-np.pi, np.pi))[0]
        assert counts.min() > 80


def test_that_the_moons_are_half_circles() -> None:
    X, labels = plane("moons")
    upper, lower = X[labels == 0] + [0.5, 0.25], X[labels == 1] - [0.5, 0.25]
    np.testing.assert_allclose(np.hypot(*upper.T), 1, atol=2e-6)
    np.testing.assert_allclose(np.hypot(*lower.T), 1, atol=2e-6)
    assert upper[:, 1].min() >= -1e-6
    assert lower[:, 1].max() <= 1e-6


def test_that_the_spirals_are_the_same_turned_by_half_a_turn() -> None:
    X, labels = plane("spirals")
    radius = np.hypot(*X.T) / 2.5
    turn = np.arctan2(X[:, 1], X[:, 0]) / (2 * np.pi) - 1.25 * radius - labels / 2
    np.testing.assert_allclose(turn, np.rint(turn), atol=1e-5)
    assert 0.1 < radius.min() < 0.2
    assert 0.99 < radius.max() <= 1


def test_that_the_checkerboard_has_nine_squares_of_alternating_classes() -> None:
    X, labels = plane("checkerboard")
    squares = np.floor(X / 3 + 1.5).astype(int)
    assert (squares.min(), squares.max()) == (0, 2)
    np.testing.assert_array_equal(squares.sum(axis=1) % 2, labels)
    assert np.bincount(squares @ [3, 1]).min() > 150


def test_that_the_sine_is_told_in_its_own_units() -> None:
    for data in parts(load("sine", noise=0)):
        assert data.target_scale is not None
        offset, factor = data.target_scale[0]
        np.testing.assert_allclose(offset + factor * data.Y[:, 0], np.sin(data.X[:, 0]), atol=2e-6)
        assert np.abs(data.X[:, 0]).max() <= np.pi
        assert (data.labels, data.class_names, data.target_names) == (None, (), ("y",))


@pytest.mark.parametrize("noise", [0.0, 0.1, 1.0])
@pytest.mark.parametrize("seed", range(5))
def test_that_every_activation_reaches_the_targets_of_the_sine(noise: float, seed: int) -> None:
    data = load("sine", noise=noise, seed=seed, n_samples=1000)
    for part in parts(data):
        assert part.Y.min() >= 0.1
        assert part.Y.max() <= 0.9
    assert np.ptp(data.Y) > 0.5


def test_that_noise_is_added_to_the_sine_in_its_own_units() -> None:
    data = load("sine", noise=0.3, n_samples=20_000, test_share=0)
    assert data.target_scale is not None
    offset, factor = data.target_scale[0]
    rest = offset + factor * data.Y[:, 0] - np.sin(data.X[:, 0])
    assert abs(rest.mean()) < 0.01
    assert abs(rest.std() - 0.3) < 0.01


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "sine"])
def test_that_noise_moves_points_in_both_directions_by_its_deviation(name: str) -> None:
    still = load(name, n_samples=20_000, noise=0, test_share=0)
    moved = load(name, n_samples=20_000, noise=0.5, test_share=0)
    way = (moved.X - still.X)[:, :2]
    np.testing.assert_allclose(np.cov(way.T), 0.25 * np.eye(2), atol=0.01)
    np.testing.assert_array_equal(moved.labels, still.labels)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", DRAWN)
def test_that_the_same_request_gives_the_same_bits_and_another_seed_others(name: str) -> None:
    first, again, other = load(name, seed=7), load(name, seed=7), load(name, seed=8)
    for one, two in zip(parts(first), parts(again), strict=True):
        assert one.X.tobytes() == two.X.tobytes()
        assert one.Y.tobytes() == two.Y.tobytes()
    assert not np.array_equal(first.X, other.X)


@pytest.mark.parametrize("name", DRAWN)
def test_that_more_samples_begin_with_the_same_ones(name: str) -> None:
    few = load(name, n_samples=30, test_share=0)
    many = load(name, n_samples=3000, test_share=0)
    np.testing.assert_array_equal(many.X[:30], few.X)


@pytest.mark.parametrize("name", DRAWN)
def test_that_both_parts_have_both_classes_alike(name: str) -> None:
    for part in parts(load(name, n_samples=200, test_share=0.3)):
        if part.labels is not None:
            assert abs(np.diff(np.bincount(part.labels))[0]) <= 1


@pytest.mark.parametrize("name", DRAWN)
def test_that_the_test_part_and_the_training_part_share_no_sample(name: str) -> None:
    data = load(name, noise=0.2, test_share=0.5)
    assert data.test is not None
    both = np.concatenate([data.X, data.test.X])
    assert len(np.unique(both, axis=0)) == len(both)


def digest(name: str) -> str:
    arrays = [array.tobytes() for part in parts(load(name)) for array in (part.X, part.Y)]
    return hashlib.sha256(b"".join(arrays)).hexdigest()[:8]


def test_that_the_generated_numbers_never_change() -> None:
    assert {name: digest(name) for name in DRAWN} == {
        "gaussians": "4414a6bf",
        "circles": "2365d504",
        "moons": "b7b855f6",
        "spirals": "97cff4b8",
        "checkerboard": "73fb6efe",
        "sine": "d727519e",
    }


@pytest.mark.parametrize("function", ["sin", "cos", "log"])
@pytest.mark.parametrize("name", DRAWN)
def test_that_functions_of_numpy_that_differ_between_processors_have_no_say(
    name: str, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = digest(name)
    monkeypatch.setattr(np, function, None)
    assert digest(name) == expected
