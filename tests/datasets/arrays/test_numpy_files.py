"""NPZ and NPY: arrays by their usual names; nothing in them is executed."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datasets.own_files import load, outcome, refusal

RNG = np.random.default_rng(0)
X, Y = RNG.normal(3, 2, (30, 4)), np.arange(30) % 3
PICTURES = RNG.integers(0, 256, (30, 6, 5), dtype=np.uint8)


def saved(path: Path, **arrays: Any) -> Path:
    np.savez(path, **arrays)
    return path


@pytest.mark.parametrize(("x", "y"), [("X", "y"), ("X", "Y"), ("x", "y"), ("data", "target"),
                                      ("images", "labels"), ("x_train", "y_train")])  # fmt: skip
@pytest.mark.parametrize("pack", [np.savez, np.savez_compressed])
def test_that_arrays_are_found_by_their_usual_names(
    tmp_path: Path, x: str, y: str, pack: Any
) -> None:
    pack(tmp_path / "a.npz", **{x: X, y: Y, "other": np.zeros(3)})
    data = load(tmp_path / "a.npz", scaling="none", test_share=0)
    np.testing.assert_array_equal(data.X, X)
    np.testing.assert_array_equal(data.labels, Y)
    assert data.input_names == tuple(f"{x}[{j}]" for j in range(4))


def test_that_a_test_pair_is_the_test_part(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.npz", x_train=X, y_train=Y, x_test=X[:9] + 1, y_test=Y[:9])
    data = load(path)
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (30, 9)
    np.testing.assert_allclose(data.X.mean(axis=0), 0, atol=1e-12)  # over the training part alone
    np.testing.assert_allclose(data.test.X - data.X[:9], 1 / X.std(axis=0) * np.ones((9, 1)))
    assert "from a separate test set" in data.description


@pytest.mark.parametrize(
    ("shape", "image_shape"),
    [((6, 5), (6, 5)), ((6, 5, 1), (6, 5)), ((1, 6, 5), (6, 5)), ((6, 5, 3), (6, 5)),
     ((3, 6, 5), (6, 5)), ((6, 5, 4), (6, 5)), ((64,), (8, 8))],
)  # fmt: skip
def test_that_bytes_are_pictures_from_0_to_1(
    tmp_path: Path, shape: tuple[int, ...], image_shape: tuple[int, int]
) -> None:
    grey = RNG.integers(0, 256, (30, *image_shape), dtype=np.uint8)
    if len(shape) == 1:
        array = grey.reshape(30, *shape)
    elif len(shape) == 2:
        array = grey
    else:
        axis = 1 if shape[-1] > 4 else 3
        array = np.repeat(np.expand_dims(grey, axis), shape[axis - 1], axis=axis)
    data = load(saved(tmp_path / "a.npz", X=array, y=Y), test_share=0)
    assert data.image_shape == image_shape
    np.testing.assert_allclose(data.X, grey.reshape(30, -1) / 255, atol=1e-12)


def test_that_colours_become_grey_in_an_order_that_no_library_chooses(tmp_path: Path) -> None:
    colours = RNG.integers(0, 256, (30, 6, 5, 3), dtype=np.uint8)
    data = load(saved(tmp_path / "a.npz", X=colours, y=Y), test_share=0)
    right = [
        [(0.299 * r + 0.587 * g + 0.114 * b) / 255 for r, g, b in picture.reshape(-1, 3).tolist()]
        for picture in colours
    ]
    np.testing.assert_array_equal(data.X, right)


def test_that_other_pictures_keep_their_values_up_to_the_largest(tmp_path: Path) -> None:
    small, large = RNG.random((30, 3, 3)), RNG.random((30, 3, 3)) * 200 + 5
    data = load(saved(tmp_path / "a.npz", X=small, y=Y), test_share=0)
    np.testing.assert_array_equal(data.X, small.reshape(30, -1))
    data = load(saved(tmp_path / "b.npz", X=large, y=Y), test_share=0)
    np.testing.assert_allclose(data.X, large.reshape(30, -1) / large.max())


@pytest.mark.parametrize(
    ("y", "d", "names"),
    [
        (np.eye(3)[Y], 3, ("0", "1", "2")),
        (Y[:, np.newaxis], 3, ("0", "1", "2")),
        (np.array(["b", "a", "c"])[Y], 3, ("a", "b", "c")),
        (np.array([b"no", b"yes"])[Y % 2], 1, ("no", "yes")),
        (Y % 2 == 1, 1, ("0", "1")),
        (X[:, 0], 1, ()),
        (X[:, :2].astype(np.float32), 2, ()),
    ],
)
def test_that_targets_are_classes_or_numbers(
    tmp_path: Path, y: np.ndarray, d: int, names: tuple[str, ...]
) -> None:
    for inputs in (X, PICTURES):
        data = load(saved(tmp_path / "a.npz", X=inputs, y=y), test_share=0)
        assert data.n_outputs == d
        assert data.class_names == names
        if not names:
            assert data.target_scale is not None
            offset, factor = data.target_scale.T
            np.testing.assert_allclose(offset + factor * data.Y, y.reshape(30, -1), rtol=1e-6)


@pytest.mark.parametrize("kind", [np.int8, np.int64, np.uint16, np.float16, ">f8", "<i4", bool])
@pytest.mark.parametrize("order", ["C", "F"])
def test_that_every_type_of_numbers_is_read(tmp_path: Path, kind: Any, order: Any) -> None:
    array = np.asarray(X.astype(kind), order=order)
    data = load(saved(tmp_path / "a.npz", X=array, y=Y), scaling="none", test_share=0)
    np.testing.assert_array_equal(data.X, array.astype(np.float64))


def test_that_npy_files_are_found_beside_each_other(tmp_path: Path) -> None:
    for name, array in {"x_train": X, "y_train": Y, "x_test": X[:5], "y_test": Y[:5]}.items():
        np.save(tmp_path / f"{name}.npy", array)
    for name in ("x_train", "y_train"):
        data = load(tmp_path / f"{name}.npy", scaling="none")
        np.testing.assert_array_equal(data.X, X)
        assert data.test is not None
        np.testing.assert_array_equal(data.test.X, X[:5])
    np.save(tmp_path / "X.npy", X)
    assert "were not found" in refusal(tmp_path / "X.npy")


def test_that_arrays_can_be_chosen(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.npz", pixels=X, what=Y)
    assert "pixels, what" in refusal(path)
    assert load(path, inputs="pixels", target="what").n_outputs == 3
    assert "no array 'zz'" in refusal(path, inputs="pixels", target="zz")


class Trap:
    """Unpickling it would leave a mark."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (os.environ["TRAP"],)


@pytest.mark.parametrize("name", ["X", "y"])
def test_that_pickled_objects_are_refused_and_not_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TRAP", str(tmp_path / "sprung"))
    arrays = {"X": X, "y": Y, name: np.array([Trap()] * 30, dtype=object)}
    assert "never loaded" in refusal(saved(tmp_path / "a.npz", **arrays))
    for key, array in arrays.items():
        np.save(tmp_path / f"{key}.npy", array)
    assert "never loaded" in refusal(tmp_path / f"{name}.npy")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (X, Y[:29], "do not match"),
        (X * 1j, Y, "type complex128"),
        (X.astype(str), Y, "are text"),
        (np.zeros(30, dtype=[("a", "f8")]), Y, "type [('a', '<f8')]"),
        (np.zeros(30, dtype="M8[s]"), Y, "type datetime64"),
        (np.zeros((30, 0)), Y, "shape (30, 0)"),
        (np.float64(3.0), Y, "shape ()"),
        (np.zeros((0, 3)), Y[:0], "shape (0, 3)"),
        (X, np.zeros((30, 2, 2)), "have the shape"),
        (X, np.array([["a", "b"]] * 30), "text in 2 columns"),
        (X, np.full(30, 2**30, ">u4").view(">U1"), "an invalid Unicode character"),
        (X, np.full(30, 2**30, "<u4").view("<U1"), "an invalid Unicode character"),
        (np.where(X > 4, np.nan, X), Y, "no value in row"),
        (np.where(X > 4, np.inf, X), Y, "the value inf in row"),
        (np.where(PICTURES > 250, np.nan, PICTURES), Y, "pixel that is not finite"),
        (X, np.where(Y > 1, np.nan, Y), "no value in row 3"),
        (PICTURES, np.array([f"n{i}" for i in range(30)])[[0] * 30], "is 1. Use 2 to 1000."),
    ],
)
def test_that_arrays_that_cannot_be_used_are_refused(
    tmp_path: Path, x: np.ndarray, y: np.ndarray, words: str
) -> None:
    assert words in refusal(saved(tmp_path / "a.npz", X=x, y=y))


def header(shape: str, descr: str = "'<f8'") -> bytes:
    text = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode()
    text += b" " * (-(len(text) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\0" + len(text).to_bytes(2, "little") + text


@pytest.mark.parametrize(
    "contents",
    [
        b"\x93NUMPY",
        b"\x93NUMPY\x09\0" + bytes(100),
        b"\x93NUMPY\x01\0\xff\xff" + b"(" * 70_000,
        header("(" * 200 + ")" * 200),
        header("(10, 4)"),
        header("(99999999999999999999, 99999999)"),
        header("(-1, 4)") + bytes(100),
        header("(True, 4)") + bytes(32),
        header("(3, 4)", "'|O'") + bytes(96),
        header("(3, 4)", "'V8'") + bytes(96),
        header("(3, 4)", "'U99999999'"),
        header("(3, 4)", "(1,)") + bytes(96),
        header("__import__('os').getpid()"),
    ],
)
def test_that_a_false_header_is_refused(tmp_path: Path, contents: bytes) -> None:
    (tmp_path / "X.npy").write_bytes(contents)
    np.save(tmp_path / "y.npy", Y)
    assert refusal(tmp_path / "X.npy")
    with zipfile.ZipFile(tmp_path / "a.npz", "w") as archive:
        archive.writestr("X.npy", contents)
        archive.write(tmp_path / "y.npy", "y.npy")
    assert refusal(tmp_path / "a.npz")


def packed_zeros(path: Path, copies: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("X.npy", "w") as stream:
            stream.write(header(f"({2**20 * copies}, 16)"))
            for _ in range(copies):
                stream.write(bytes(2**27))
        buffer = io.BytesIO()
        np.save(buffer, np.zeros(2**20 * copies, dtype=np.uint8))
        archive.writestr("y.npy", buffer.getvalue())
    return path


def test_that_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = packed_zeros(tmp_path / "a.npz", 1)
    assert "unpacks to more than" in refusal(path)
    contents = path.read_bytes()
    for name, size in (("many", 2**40), ("more", 2**31)):  # a directory that lies
        lying = contents.replace(
            (2**27 + 128).to_bytes(4, "little"), (size % 2**32).to_bytes(4, "little")
        )
        (tmp_path / f"{name}.npz").write_bytes(lying)
        assert refusal(tmp_path / f"{name}.npz")


def test_that_too_many_numbers_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.npz", X=X, y=Y)
    assert "the limit is 1000" in refusal(path, max_bytes=1000)
    assert load(path, max_bytes=3000).n_inputs == 4


@pytest.mark.parametrize("kept", [4, 30, 0.5, 0.9, 0.99])
def test_that_a_cut_archive_is_refused(tmp_path: Path, kept: float) -> None:
    path = saved(tmp_path / "a.npz", X=X, y=Y)
    contents = path.read_bytes()
    path.write_bytes(contents[: int(kept * len(contents)) if kept < 1 else int(kept)])
    assert refusal(path)


def test_that_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.npz", "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "contains no arrays" in refusal(tmp_path / "a.npz")
    (tmp_path / "b.npz").write_text("a,t\n1,2\n")
    assert "cannot be read as an NPZ archive" in refusal(tmp_path / "b.npz")
    (tmp_path / "X.npy").write_text("a,t\n1,2\n")
    np.save(tmp_path / "y.npy", Y)
    assert "cannot be read as a NumPy array" in refusal(tmp_path / "X.npy")


@given(position=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255),
       name=st.sampled_from(["a.npz", "b.npz", "X.npy", "y.npy"]))  # fmt: skip
@settings(
    deadline=None, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_that_a_flipped_byte_gives_data_or_one_sentence(
    tmp_path: Path, position: float, byte: int, name: str
) -> None:
    np.savez(tmp_path / "a.npz", X=X, y=Y)
    np.savez_compressed(tmp_path / "b.npz", x_train=PICTURES, y_train=np.array(["a", "b", "c"])[Y])
    np.save(tmp_path / "X.npy", X)
    np.save(tmp_path / "y.npy", Y)
    contents = bytearray((tmp_path / name).read_bytes())
    contents[int(position * len(contents))] = byte
    (tmp_path / name).write_bytes(contents)
    outcome(tmp_path / name)


@pytest.mark.parametrize("name", ["a.npy", "X.npy"])
def test_that_what_is_only_called_an_array_is_told_so_first(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n3,4\n")
    assert "cannot be read as a NumPy array" in refusal(tmp_path / name)


def test_that_the_contents_of_a_damaged_archive_are_not_poured_into_the_message(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path / "a.npz", X=X, y=Y)
    contents = path.read_bytes()
    at = contents.index(b"X.npy") - 4  # the length of the name, in the header of the member
    path.write_bytes(contents[:at] + b"\xff\x01" + contents[at + 2 :])
    message = refusal(path)
    assert "cannot be read as an NPZ archive" in message
    assert len(message) < len(str(path)) + 400
    assert message.isprintable()
