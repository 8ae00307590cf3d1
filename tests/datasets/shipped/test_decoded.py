"""What was decoded is found at the next start with the same bits, or not at all."""

from __future__ import annotations

import errno
import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from bpviz import cache_files
from bpviz.datasets import Dataset, keep, load
from bpviz.datasets.pictures.pixels import compress
from bpviz.datasets.progress import Meter
from bpviz.datasets.sentence import Sentence
from bpviz.datasets.shipped import decoded, files, mnist
from bpviz.datasets.shipped.decoded import Pictures
from scripts.kernel_cache import WAYS


def pictures(pixels: np.ndarray) -> Pictures:
    meter = Meter(None, Sentence("Loading"), 1)
    return Pictures(compress(pixels, 255, meter), pixels[:, 0] % 10)


SMALL = [
    pictures(np.random.default_rng(seed).integers(0, 3, (m, 7), dtype=np.uint8))
    for seed, m in ((1, 5), (2, 9))
]


def assert_same_bits(found: list[Pictures] | None, parts: list[Pictures]) -> None:
    assert found is not None
    for part, right in zip(found, parts, strict=True):
        for name in ("starts", "indices", "values"):
            array, other = getattr(part.rows, name), getattr(right.rows, name)
            assert array.dtype == other.dtype
            assert array.tobytes() == other.tobytes()
        assert part.classes.tobytes() == right.classes.tobytes()


@given(
    parts=st.lists(
        arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=9)), min_size=1, max_size=3
    )
)
def test_that_what_is_kept_has_the_bits_that_were_decoded(
    parts: list[np.ndarray], tmp_path_factory: pytest.TempPathFactory
) -> None:
    n = min(part.shape[1] for part in parts)
    made = [pictures(np.ascontiguousarray(part[:, :n])) for part in parts]
    file = tmp_path_factory.getbasetemp() / "decoded"
    file.unlink(missing_ok=True)
    decoded.keep(file, made)
    assert_same_bits(decoded.kept(file, n), made)


def assert_same(data: Dataset | None, right: Dataset | None) -> None:
    assert data is not None
    assert right is not None
    assert_same_bits([Pictures(data.rows, data.labels)], [Pictures(right.rows, right.labels)])
    for name in ("Y", "labels", "input_norms"):
        assert getattr(data, name).dtype == getattr(right, name).dtype
        assert getattr(data, name).tobytes() == getattr(right, name).tobytes()
    same = {"test": None, "rows": right.rows, "Y": right.Y, "labels": right.labels}
    assert vars(replace(data, **same)) == vars(replace(right, **same))


@pytest.mark.parametrize("constant", [False, True])
def test_that_mnist_is_the_same_whether_it_is_decoded_or_was_kept(
    constant: bool, monkeypatch: pytest.MonkeyPatch, data_cache: Path
) -> None:
    right = load("mnist", constant=constant)
    keep(right)
    with monkeypatch.context() as patch:
        patch.delattr(files.ShippedFile, "read")
        data = load("mnist", constant=constant)
    assert_same(data, right)
    assert_same(data.test, right.test)
    assert data.digest == right.digest
    (file,) = data_cache.iterdir()
    assert 29e6 < file.stat().st_size < 34e6


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One of two that are kept."""
    for name in "ab":
        decoded.keep(tmp_path / f"{name}.kernel", SMALL[: 1 + (name == "a")])
    return tmp_path / "a.kernel"


@pytest.mark.parametrize("way", WAYS)
def test_that_what_was_damaged_is_thrown_away_and_kept_anew(
    way: Callable[[Path, random.Random], None], file: Path
) -> None:
    way(file, random.Random(1))
    assert decoded.kept(file, 7) is None
    assert not file.is_file()
    decoded.keep(file, SMALL)
    assert_same_bits(decoded.kept(file, 7), SMALL)


def test_that_no_content_that_is_cut_or_of_other_data_is_taken_for_pictures(file: Path) -> None:
    content = cache_files.read(file)
    assert content is not None
    whole = set(np.cumsum([0, *(len(decoded._packed([part])) for part in SMALL)]).tolist())
    for length in set(range(len(content))) - whole:
        cache_files.write(file, content[:length])
        assert decoded.kept(file, 7) is None
    cache_files.write(file, content)
    assert decoded.kept(file, 6) is None  # there is a column 6


@pytest.mark.parametrize("clash", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("where", ["open", "replace", "mkdir"])
def test_that_nothing_is_said_nor_left_where_nothing_can_be_written(
    clash: int, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(clash, os.strerror(clash))

    with monkeypatch.context() as patch:
        patch.setattr(os, where, fail)
        decoded.keep(tmp_path / "cache" / "a", SMALL)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert decoded.kept(tmp_path / "cache" / "a", 7) is None


def test_that_mnist_is_loaded_where_there_is_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(decoded, "user_cache", homeless)
    data = load("mnist")
    keep(data)
    assert data.n_samples == 60_000


def test_that_other_contents_and_another_number_of_inputs_have_another_place() -> None:
    found = mnist._files()
    forged = [replace(found[0], sha256="0" * 64), *found[1:]]
    places = {
        decoded.place("mnist", found, constant=False),
        decoded.place("mnist", found, constant=True),
        decoded.place("mnist", forged, constant=False),
    }
    assert len(places) == 3


def test_that_a_file_that_was_kept_is_not_written_again(file: Path) -> None:
    before = file.stat()
    decoded.keep(file, SMALL[:1])
    assert file.stat() == before


def test_that_files_unused_for_a_month_are_cleared_away(tmp_path: Path) -> None:
    now = time.time()
    ages = {"mnist-used": 31, "mnist-old": 31, "mnist-new": 29, "other-1": 31}
    for name in ages:
        decoded.keep(tmp_path / name, SMALL)
    for name, days in ages.items():
        os.utime(tmp_path / name, (now - 86_400 * days,) * 2)
    for name, age in (("left", 2 * 3600), ("being-written", 60)):
        (tmp_path / f"{name}.part").touch()
        os.utime(tmp_path / f"{name}.part", (now - age,) * 2)
    assert decoded.kept(tmp_path / "mnist-used", 7) is not None
    decoded.keep(tmp_path / "mnist-now", SMALL)
    assert {path.name for path in tmp_path.iterdir()} == {
        "mnist-used", "mnist-new", "mnist-now", "other-1", "being-written.part",
    }  # fmt: skip


def test_that_only_the_columns_and_values_stay_in_memory(file: Path) -> None:
    found = decoded.kept(file, 7)
    assert found is not None
    for part in found:
        for array in (part.rows.starts, part.rows.indices, part.rows.values, part.classes):
            assert array.base is None


def test_that_damaged_checksums_keep_nothing_and_say_nothing(
    data_folder: Path, data_cache: Path
) -> None:
    data = load("mnist")
    shutil.rmtree(data_folder)
    data_folder.mkdir()
    keep(data)
    assert not data_cache.exists()


def test_that_data_of_ones_own_is_not_kept(tmp_path: Path, data_cache: Path) -> None:
    (tmp_path / "mnist.csv").write_text("a,b\n1,2\n3,4\n5,6\n")
    for source in (tmp_path / "mnist.csv", "xor"):
        keep(load(source))
    assert not data_cache.exists()
