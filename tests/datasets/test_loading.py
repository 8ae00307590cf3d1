import hashlib
import itertools
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from bpviz import datasets
from bpviz.datasets import Dataset, DatasetError, ProgressCallback, catalog, load


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def cancel_at(call: int, error: Exception) -> ProgressCallback:
    calls = itertools.count(1)

    def progress(what: str, fraction: float | None) -> None:
        if next(calls) == call:
            raise error

    return progress


@pytest.fixture(scope="module")
def mnist() -> Dataset:
    return load("mnist")


@pytest.fixture(scope="module", params=catalog.NAMES)
def data(request: pytest.FixtureRequest) -> Dataset:
    return load(request.param)


def test_that_a_data_set_is_what_the_catalogue_promises(data: Dataset) -> None:
    entry = catalog.entry(data.name)
    assert (data.title, data.description) == (entry.title, entry.description)
    assert (data.n_samples, data.n_inputs, data.n_outputs) == (
        entry.n_samples,
        entry.n_inputs,
        entry.n_outputs,
    )
    assert data.image_shape == entry.image_shape
    assert (data.test.n_samples if data.test else 0) == entry.n_test
    assert data.input_names == () or len(data.input_names) == data.n_inputs


def test_that_every_array_is_read_only_and_of_the_promised_type(data: Dataset) -> None:
    for part in filter(None, (data, data.test)):
        rows = part.rows
        assert (part.Y.dtype, rows.values.dtype) == (np.float64, np.float64)
        for array in (part.Y, rows.starts, rows.indices, rows.values):
            assert not array.flags.writeable
        if part.labels is not None:
            assert part.labels.dtype == np.int64
            assert not part.labels.flags.writeable


def test_that_targets_are_one_hot_or_the_class_itself(data: Dataset) -> None:
    for part in filter(None, (data, data.test)):
        if part.labels is None:
            assert (part.name, part.class_names) == ("sine", ())
        elif part.n_outputs == 1:
            np.testing.assert_array_equal(part.Y[:, 0], part.labels)
        else:
            np.testing.assert_array_equal(part.Y, np.eye(part.n_outputs)[part.labels])
        if part.labels is not None:
            assert len(part.class_names) == max(part.n_outputs, 2)


def test_that_the_test_part_is_the_same_kind_of_data(data: Dataset) -> None:
    if data.test is None:
        assert data.name in {"xor", "and", "or", "parity", "autoencoder"}
        return
    for name in (
        "n_inputs", "n_outputs", "class_names", "image_shape", "input_names", "constant",
        "target_names", "target_scale", "title", "description",
    ):  # fmt: skip
        assert getattr(data.test, name) is getattr(data, name) or (
            getattr(data.test, name) == getattr(data, name)
        )
    assert data.test.test is None


def test_that_mnist_holds_the_published_pixels_divided_by_255(mnist: Dataset) -> None:
    digest = hashlib.sha256()
    for i in range(mnist.n_samples):
        digest.update(np.rint(mnist.x(i) * 255).astype(np.uint8).tobytes())
    # Of the pixels alone, without the header of the published file.
    assert digest.hexdigest() == "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757"
    assert mnist.x(0).max() == 1.0
    np.testing.assert_array_equal(mnist.x(0), np.rint(mnist.x(0) * 255) / 255)


def test_that_mnist_keeps_its_order(mnist: Dataset) -> None:
    assert mnist.labels is not None
    assert mnist.test is not None
    assert mnist.test.labels is not None
    assert mnist.labels[:8].tolist() == [5, 0, 4, 1, 9, 2, 1, 3]
    assert mnist.test.labels[:8].tolist() == [7, 2, 1, 0, 4, 1, 4, 9]
    assert np.bincount(mnist.labels).tolist() == [
        5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949,
    ]  # fmt: skip
    assert mnist.rows.indices.dtype == np.uint16
    assert (np.diff(mnist.rows.starts) > 0).all()


def test_that_digits_have_sixteenths_as_inputs() -> None:
    data = load("digits")
    np.testing.assert_array_equal(data.X * 16, np.rint(data.X * 16))
    assert (data.X.min(), data.X.max()) == (0.0, 1.0)


def test_that_iris_is_standardised_over_the_training_part_alone() -> None:
    data = load("iris")
    assert data.test is not None
    np.testing.assert_allclose(data.X.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(data.X.std(axis=0), 1, rtol=1e-12)
    assert np.abs(data.test.X.mean(axis=0)).max() > 1e-3


def test_that_a_fifth_of_every_species_is_held_back() -> None:
    data = load("iris")
    assert data.test is not None
    assert data.labels is not None
    assert data.test.labels is not None
    assert np.bincount(data.labels).tolist() == [40, 40, 40]
    assert np.bincount(data.test.labels).tolist() == [10, 10, 10]


def test_that_the_held_back_part_never_changes() -> None:
    digits, iris = load("digits"), load("iris")
    assert digits.test is not None
    assert iris.test is not None
    sums = [hashlib.sha256(part.X.tobytes()).hexdigest()[:16] for part in (digits.test,)]
    sums.append(hashlib.sha256(np.round(iris.test.X, 9).tobytes()).hexdigest()[:16])
    assert sums == ["2b9b9a52bbc0cf58", "8ef83d073cb9ef10"]


def test_that_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DatasetError, match=r"'minst'.*mnist, digits, iris, xor"):
        load("minst")


@pytest.mark.parametrize("name", [None, 3, "", b"mnist", ["mnist"], "{name}"])
def test_that_anything_else_than_a_name_is_refused_too(name: object) -> None:
    known = "mnist, digits, iris, xor" if isinstance(name, str) else "catalog.NAMES"
    with pytest.raises(DatasetError, match=known):
        load(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", catalog.NAMES)
def test_that_progress_rises_from_0_to_1(name: str) -> None:
    calls: list[tuple[str, float | None]] = []
    load(name, progress=lambda what, fraction: calls.append((what, fraction)))
    fractions = [fraction for _, fraction in calls if fraction is not None]
    assert len(fractions) == len(calls)
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert {what for what, _ in calls} == {f"Loading {catalog.entry(name).title}"}


def test_that_progress_of_mnist_is_told_in_small_pieces() -> None:
    fractions: list[float] = []
    load("mnist", progress=lambda _, fraction: fractions.append(fraction or 0.0))
    assert np.diff(fractions).max() < 0.02


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("mnist", OSError),
        *itertools.product(
            ["digits", "iris", "xor", "sine"],
            [ValueError, OSError, KeyError, MemoryError, DatasetError],
        ),
    ],
)
def test_that_an_error_from_progress_cancels_and_passes_untouched(
    name: str, kind: type[Exception]
) -> None:
    total: list[int] = []
    load(name, progress=lambda *_: total.append(1))
    files = open_files()
    for last in {1, 2, len(total) // 2 + 1, len(total)}:
        error = kind("enough")
        with pytest.raises(kind) as caught:
            load(name, progress=cancel_at(last, error))
        assert caught.value is error
        assert open_files() == files


def test_that_other_threads_run_while_mnist_is_loaded() -> None:
    turns = 0
    loading = threading.Thread(target=load, args=("mnist",))
    loading.start()
    while loading.is_alive():
        time.sleep(0.001)
        turns += 1
    assert turns > 20


def test_that_importing_the_data_loads_neither_numba_nor_qt() -> None:
    code = (
        "import sys, bpviz.datasets as d; d.load('iris'); d.load('xor')\n"
        "print([name for name in ('numba', 'PySide6', 'pyqtgraph') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(datasets.__file__).parents[2],
    )
    assert result.stdout == "[]\n", result.stderr


def test_that_the_public_names_are_there() -> None:
    for name in datasets.__all__:
        assert hasattr(datasets, name)
