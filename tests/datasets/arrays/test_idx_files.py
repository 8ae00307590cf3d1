"""MNIST-like sets: IDX files, packed or not, whose other parts lie beside them."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datasets.own_files import idx, load, outcome, refusal

RNG = np.random.default_rng(0)
TRAIN = RNG.integers(0, 256, (20, 5, 4), dtype=np.uint8), np.arange(20, dtype=np.uint8) % 3
TEST = RNG.integers(0, 256, (8, 5, 4), dtype=np.uint8), np.arange(8, dtype=np.uint8) % 3

STYLES = {
    "plain": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k"),
    "dots": ("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k"),
    "packed": ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k"),
    "emnist": ("emnist-letters-train-images-idx3-ubyte.gz",
               "emnist-letters-train-labels-idx1-ubyte", "test"),
    "short": ("train-images.idx", "train-labels.idx", "test"),
}  # fmt: skip


def save(path: Path, array: np.ndarray) -> Path:
    contents = idx(array)
    path.write_bytes(gzip.compress(contents) if path.suffix == ".gz" else contents)
    return path


def save_set(folder: Path, style: str) -> tuple[Path, Path]:
    images, labels, test = STYLES[style]
    save(folder / images.replace("train", test), TEST[0])
    save(folder / labels.replace("train", test), TEST[1])
    return save(folder / images, TRAIN[0]), save(folder / labels, TRAIN[1])


@pytest.mark.parametrize("style", STYLES)
def test_that_labels_and_the_test_pair_are_found_beside_the_pictures(
    tmp_path: Path, style: str
) -> None:
    for opened in save_set(tmp_path, style):
        data = load(opened)
        np.testing.assert_array_equal(data.X, TRAIN[0].reshape(20, -1) / 255)
        np.testing.assert_array_equal(data.labels, TRAIN[1])
        assert data.image_shape == (5, 4)
        assert data.class_names == ("0", "1", "2")
        assert data.test is not None
        np.testing.assert_array_equal(data.test.X, TEST[0].reshape(8, -1) / 255)
        np.testing.assert_array_equal(data.test.labels, TEST[1])
        assert opened.name in data.description


def test_that_a_fifth_is_held_back_where_there_is_no_test_pair(tmp_path: Path) -> None:
    opened, _ = save_set(tmp_path, "plain")
    for file in tmp_path.glob("t10k*"):
        file.unlink()
    data = load(opened)
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (16, 4)


def test_that_a_chosen_share_is_taken_instead_of_the_test_pair(tmp_path: Path) -> None:
    opened, _ = save_set(tmp_path, "plain")
    assert load(opened, test_share=0).test is None
    half = load(opened, test_share=0.5)
    assert half.test is not None
    assert (half.n_samples, half.test.n_samples) == (10, 10)


def test_that_a_constant_input_can_be_appended_to_pictures(tmp_path: Path) -> None:
    opened, _ = save_set(tmp_path, "plain")
    data = load(opened, constant=True)
    assert data.constant == 20
    np.testing.assert_array_equal(data.X[:, :20], TRAIN[0].reshape(20, -1) / 255)
    assert (data.X[:, 20] == 1).all()


def test_that_labels_may_be_wider_and_start_anywhere(tmp_path: Path) -> None:
    opened = save(tmp_path / "q-train-images-idx3-ubyte", TRAIN[0])
    wide = np.zeros((20, 8), dtype=np.int32)
    wide[:, 0] = TRAIN[1].astype(np.int32) * 100 - 7
    save(tmp_path / "q-train-labels-idx2-int", wide)
    data = load(opened, test_share=0)
    assert data.class_names == ("-7", "93", "193")
    np.testing.assert_array_equal(data.labels, TRAIN[1])


def damaged(tmp_path: Path, images: bytes | None, labels: bytes | None) -> str:
    one, two = save_set(tmp_path, "plain")
    for path, contents in ((one, images), (two, labels)):
        if contents is not None:
            path.write_bytes(contents)
    return refusal(two if images is None else one)


IMAGES, LABELS = idx(TRAIN[0]), idx(TRAIN[1])


@pytest.mark.parametrize(
    ("images", "labels", "words"),
    [
        (b"\0\0\x07\x03" + IMAGES[4:], None, "begins with 00 00 07 03"),
        (b"\x01" + IMAGES[1:], None, "begins with 01 00 08 03"),
        (b"\0\0\x08\x00" + IMAGES[4:], None, "begins with"),
        (b"\0\0\x08\x05" + IMAGES[4:], None, "begins with"),
        (b"\0\0\x08", None, "begins with 00 00 08"),
        (IMAGES[:9], None, "ends before"),
        (IMAGES[:-1], None, "its header announces 416 bytes"),
        (IMAGES + b"\0", None, "but it has 417"),
        (IMAGES[:4] + b"\xff" * 12 + IMAGES[16:], None, "is 4294967295. Use one label"),
        (IMAGES[:8] + b"\xff" * 8 + IMAGES[16:], None, "the limit is"),
        (IMAGES[:8] + bytes(8), None, "contains no pictures"),
        (LABELS, None, "contains no pictures"),
        (idx(TRAIN[0][:19]), None, "is 19. Use one label"),
        (None, idx(TRAIN[1][:19]), "is 20. Use one label"),
        (None, LABELS[:-1], "its header announces 28 bytes"),
        (None, idx(TRAIN[1].astype(np.float32)), "does not contain labels"),
        (None, b"", "is empty"),
    ],
)  # fmt: skip
def test_that_files_that_do_not_fit_are_refused(
    tmp_path: Path, images: bytes | None, labels: bytes | None, words: str
) -> None:
    assert words in damaged(tmp_path, images, labels)


def test_that_missing_labels_or_pictures_are_named(tmp_path: Path) -> None:
    images, labels = save_set(tmp_path, "plain")
    labels.unlink()
    assert "The labels that belong to" in refusal(images)
    save(labels, TRAIN[1])
    images.unlink()
    assert "The pictures that belong to" in refusal(labels)


def test_that_what_is_only_called_idx_is_told_so_first(tmp_path: Path) -> None:
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(b"a,b\n1,2\n")
    assert "begins with 61 2c 62 0a" in refusal(path)


def test_that_test_pictures_of_another_size_are_refused(tmp_path: Path) -> None:
    images, _ = save_set(tmp_path, "plain")
    save(tmp_path / "t10k-images-idx3-ubyte", TEST[0][:, :4])
    words = refusal(images)
    assert "train-images-idx3-ubyte has the shape 20 × " in words
    assert "t10k-images-idx3-ubyte has " in words


def test_that_the_file_with_a_bad_pixel_is_named_whichever_was_opened(tmp_path: Path) -> None:
    images, labels = save_set(tmp_path, "plain")
    bad = TEST[0].astype(np.float32)
    bad[3, 1, 2] = np.nan
    save(tmp_path / "t10k-images-idx3-ubyte", bad)
    for opened in (images, labels):
        words = refusal(images, opened)
        assert words.startswith("Picture 4 of t10k-images-idx3-ubyte in")
        assert f"{images} contains a pixel that is not finite" in words


@given(position=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), which=st.booleans(),
       style=st.sampled_from(["plain", "packed"]))  # fmt: skip
@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_that_a_flipped_byte_gives_data_or_one_sentence(
    tmp_path: Path, position: float, byte: int, which: bool, style: str
) -> None:
    path = save_set(tmp_path, style)[which]
    contents = bytearray(path.read_bytes())
    contents[int(position**2 * len(contents))] = byte  # headers more often
    path.write_bytes(contents)
    outcome(path)
