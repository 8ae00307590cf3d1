"""Start weights from a file: the right ones arrive to the bit, all others are one sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset, DatasetError
from bpviz.exchange.weights import tensors
from bpviz.exchange.weights.reading import holds_weights, kept_places, read_weights
from bpviz.training import Session, Settings

W1 = np.arange(12.0).reshape(4, 3) / 7
W2 = -np.arange(8.0).reshape(2, 4) / 3


def saved(folder: Path, name: str = "w.npz", **arrays: Any) -> str:
    np.savez(folder / name, **arrays)
    return str(folder / name)


@given(
    st.sampled_from([np.float64, np.float32, np.float16, np.int8, ">f8", "<i4"]),
    st.booleans(),
    st.booleans(),
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)),
)
def test_that_numbers_of_every_kind_arrive_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory,
    dtype: Any,
    fortran: bool,
    packed: bool,
    sizes: tuple[int, int, int],
) -> None:
    l, n, d = sizes  # noqa: E741
    rng = np.random.default_rng(sum(sizes))
    order = "F" if fortran else "C"
    one = np.asarray(9 * rng.normal(size=(l, n)), order=order).astype(dtype)
    two = np.asarray(9 * rng.normal(size=(d, l)), order=order).astype(dtype)
    path = tmp_path_factory.mktemp("w") / "w.npz"
    (np.savez_compressed if packed else np.savez)(path, W2=two, W1=one)
    found = read_weights(str(path))
    assert (found.name, found.source) == ("w.npz", str(path))
    assert (one.astype(np.float64) == found.network.W1).all()
    assert (two.astype(np.float64) == found.network.W2).all()
    assert found.network.W1T.dtype == np.float64


NAN = np.where(np.arange(12).reshape(4, 3) == 7, np.nan, W1)
WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "contains no arrays. Save the matrices"),
    ({"W1": W1}, "has no array W2, but W1. Save the matrices"),
    ({"V1": W1, "V2": W2}, "has no array W1, but V1, V2. Save"),
    ({"W1": W1, "W2": W2, "b1": np.ones(4)}, "has biases (b1), and a network here has none"),
    ({"W1": W1, "W2": W2, "W3": W2}, "also has W3, and a network here has W1 and W2 alone"),
    ({"W1": W1.ravel(), "W2": W2}, "has the shape (12,). Use a matrix"),
    ({"W1": W1, "W2": np.float64(3)}, "has the shape (). Use a matrix"),
    ({"W1": W1, "W2": np.zeros((0, 4))}, "has the shape (0, 4). Use a matrix"),
    (
        {"W1": W1.T, "W2": W2},
        "W1 has 3 rows and W2 4 columns; both must be the hidden size l. They fit if W1 is",
    ),
    ({"W1": W1.T, "W2": W2.T}, "They fit if both are transposed. Save W1.T and W2.T."),
    ({"W1": W1, "W2": W2.T}, "They fit if W2 is transposed. Save W1 and W2.T."),
    ({"W1": W1, "W2": np.ones((2, 5))}, "Save W1 as (l, n) and W2 as (d, l)."),
    ({"W1": np.zeros((5000, 2)), "W2": np.zeros((1, 5000))}, "is at most 4096"),
    ({"W1": W1 * 1j, "W2": W2}, "values of type complex128. Use real numbers"),
    ({"W1": W1.astype(str), "W2": W2}, "Use real numbers."),
    ({"W1": W1.astype(object), "W2": W2}, "They are never loaded, because they could run"),
    ({"W1": NAN, "W2": W2}, "W1[2, 1] of "),
    ({"W1": W1, "W2": np.full((2, 4), -np.inf)}, "is -inf. Use finite weights"),
]


def test_that_every_fault_of_a_file_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, cut, bomb = tmp_path / "plain.npz", tmp_path / "cut.npz", tmp_path / "bomb.npz"
    plain.write_bytes(b"W1,W2\n1,2\n")
    whole = Path(saved(tmp_path, W1=W1, W2=W2)).read_bytes()
    cut.write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        head = io.BytesIO()
        np.lib.format.write_array_header_1_0(
            head, {"descr": "<f8", "fortran_order": False, "shape": (4, 2**21 + 1)}
        )
        archive.writestr("W1.npy", head.getvalue() + bytes(32 * (2**21 + 1)))
        archive.writestr("W2.npy", head.getvalue())
    faults = [
        (str(plain), "cannot be read as an NPZ archive"),
        (str(cut), "cannot be read as an NPZ archive"),
        (str(bomb), "possible decompression bomb"),
        (str(tmp_path), "is not a file. Choose a file of weights"),
        (str(tmp_path / "gone.npz"), "does not exist"),
        ("x" * 5000, "does not exist"),
        ("a\0b", "does not exist"),
    ]
    faults += [
        (saved(tmp_path, f"{at}.npz", **arrays), words) for at, (arrays, words) in enumerate(WRONG)
    ]
    for path, words in faults:
        with pytest.raises(DatasetError) as told:
            read_weights(path)
        sentence = str(told.value)
        assert words in sentence
        assert "\n" not in sentence
        assert sentence.endswith(".")
        assert "X and y" not in sentence  # which is about data
    monkeypatch.setattr(tensors, "MAX_BYTES", 100)
    with pytest.raises(DatasetError, match=r"too large.*the limit is 100\. Use a smaller"):
        read_weights(saved(tmp_path, W1=W1, W2=W2))


def test_that_data_is_not_taken_for_weights(tmp_path: Path) -> None:
    X, y = np.ones((5, 3)), np.arange(5)
    assert holds_weights(Path(saved(tmp_path, W1=W1, W2=W2)))
    assert holds_weights(Path(saved(tmp_path, W1=W1, W2=W2, b1=y)))  # to be told what is wrong
    assert not holds_weights(Path(saved(tmp_path, W1=W1, W2=W2, X=X, y=y)))
    assert not holds_weights(Path(saved(tmp_path, X=X, y=y)))
    assert not holds_weights(tmp_path)


@given(st.integers(0, 2**20), st.integers(0, 255), st.booleans())
def test_that_a_flipped_byte_or_a_cut_gives_finite_weights_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("w")
    path = Path(saved(folder, W1=W1, W2=W2))
    contents = bytearray(path.read_bytes())
    at %= len(contents)
    contents[at] = byte
    path.write_bytes(contents[:at] if cut else contents)
    sentence, found = ".", None
    try:
        found = read_weights(str(path)).network
    except DatasetError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert found is None or (np.isfinite(found.W1).all() and np.isfinite(found.W2).all())


def test_that_a_saved_run_gives_the_weights_that_it_kept_last(
    sparse: Dataset, tmp_path: Path
) -> None:
    run = Session(Settings(n_hidden=3, seed=4), sparse)
    path = tmp_path / "run.bpviz"
    run.save(path)
    found = read_weights(str(path))
    assert found.source == str(path)
    for one, other in ((found.network.W1, run.network.W1), (found.network.W2, run.network.W2)):
        np.testing.assert_array_equal(one, other)
    (place,) = kept_places(str(path))
    assert (found.place, found.name) == (place, "run.bpviz @ 0")
    run.advance(40_000)
    run.save(path)
    earlier, *_, later = kept_places(str(path))
    assert read_weights(str(path), earlier).network.W1.tobytes() == found.network.W1.tobytes()
    there = run.network_at(later.branch, later.step)
    assert read_weights(str(path), later).network.W1.tobytes() == there.W1.tobytes()
    Session(Settings(n_hidden=3, seed=4), sparse).save(path)
    with pytest.raises(DatasetError, match=f"no weights of step {later.step} any more"):
        read_weights(str(path), later)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DatasetError, match=r"run\.bpviz"):
        read_weights(str(path))
    with pytest.raises(DatasetError, match="does not exist"):
        read_weights(str(tmp_path / "gone.bpviz"))
