"""Whatever happens to a shipped file, loading answers with one clear sentence."""

import gzip
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpviz.datasets import DatasetError, load

Complaint = Callable[[str], str]

FILES = {
    "digits/digits.csv.gz": "digits",
    "iris/iris.csv": "iris",
    "mnist/t10k-images-idx3-ubyte.gz": "mnist",
    "mnist/t10k-labels-idx1-ubyte.gz": "mnist",
    "mnist/train-labels-idx1-ubyte.gz": "mnist",
}


INTACT = load("digits")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def flip_a_bit_in_the_middle(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    contents[len(contents) // 2] ^= 1
    path.write_bytes(contents)


def replace_by_text(path: Path) -> None:
    path.write_text("<html>Not found</html>")


def replace_by_other_contents(path: Path) -> None:
    path.write_bytes(packed(path, b"1,2,3\n"))


def replace_by_contents_of_the_same_length(path: Path) -> None:
    length = len(unpacked(path))
    path.write_bytes(packed(path, b"7" * length))


def replace_by_something_endless(path: Path) -> None:
    path.write_bytes(packed(path, bytes(2**26)))


def remove(path: Path) -> None:
    path.unlink()


def replace_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def remove_the_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def replace_the_folder_by_a_file(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("")


DAMAGES = [
    truncate,
    empty,
    append,
    flip_a_bit_in_the_middle,
    replace_by_text,
    replace_by_other_contents,
    replace_by_contents_of_the_same_length,
    replace_by_something_endless,
    remove,
    replace_by_a_folder,
    replace_by_a_pipe,
    replace_by_a_link_to_itself,
]


def packed(path: Path, contents: bytes) -> bytes:
    return gzip.compress(contents, 1) if path.suffix == ".gz" else contents


def unpacked(path: Path) -> bytes:
    contents = path.read_bytes()
    return gzip.decompress(contents) if path.suffix == ".gz" else contents


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("file", FILES)
def test_that_a_damaged_file_is_named_with_a_remedy(
    data_folder: Path, complaint: Complaint, file: str, damage: Callable[[Path], None]
) -> None:
    damage(data_folder / file)
    assert str(data_folder / file) in complaint(FILES[file])


@pytest.mark.parametrize("damage", [remove_the_folder, replace_the_folder_by_a_file])
@pytest.mark.parametrize("name", ["mnist", "digits", "iris"])
def test_that_a_missing_folder_is_named_with_a_remedy(
    data_folder: Path, complaint: Complaint, name: str, damage: Callable[[Path], None]
) -> None:
    damage(data_folder / name / "any file")
    assert f"{data_folder / name}{os.sep}" in complaint(name)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (truncate, "instead of 2734"),
        (append, "longer than the expected 2734 bytes"),
        (flip_a_bit_in_the_middle, "SHA-256"),
        (remove, "is missing"),
        (replace_by_a_folder, "is not a regular file"),
    ],
)
def test_that_the_sentence_says_what_is_wrong(
    data_folder: Path, complaint: Complaint, damage: Callable[[Path], None], words: str
) -> None:
    damage(data_folder / "iris" / "iris.csv")
    assert words in complaint("iris")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (truncate, "is truncated"),
        (empty, "is truncated"),
        (append, "extra bytes after"),
        (replace_by_text, "cannot be unpacked"),
        (replace_by_other_contents, "6 bytes long instead of 264712"),
        (replace_by_something_endless, "longer than the expected 264712 bytes"),
    ],
)
def test_that_the_sentence_says_what_is_wrong_with_a_packed_file(
    data_folder: Path, complaint: Complaint, damage: Callable[[Path], None], words: str
) -> None:
    damage(data_folder / "digits" / "digits.csv.gz")
    assert words in complaint("digits")


@given(position=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_that_no_flipped_bit_changes_the_numbers(
    data_folder: Path, position: float, bit: int
) -> None:
    path = data_folder / "digits" / "digits.csv.gz"
    intact = path.read_bytes()
    flipped = bytearray(intact)
    flipped[int(position * len(intact))] ^= 1 << bit
    path.write_bytes(flipped)
    complaints: list[str] = []
    try:
        data = load("digits")
    except DatasetError as error:
        complaints.append(str(error))
    finally:
        path.write_bytes(intact)
    if complaints:
        assert str(path) in complaints[0]
    else:  # the header of a gzip file holds bits that mean nothing, such as a date
        np.testing.assert_array_equal(data.X, INTACT.X)
        np.testing.assert_array_equal(data.Y, INTACT.Y)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"iris/iris.csv": 3}',
        '{"iris/iris.csv": {"bytes": 2734}}',
        '{"iris/iris.csv": {"bytes": "2734", "sha256": "00"}}',
        '{"iris/iris.csv": {"bytes": 1e300, "sha256": "00"}}',
        '{"iris/iris.csv": {"bytes": 100000000000000000000, "sha256": "00"}}',
        '{"iris/iris.csv": {"bytes": -1, "sha256": "00"}}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_that_a_damaged_list_of_checksums_is_named(
    data_folder: Path, complaint: Complaint, text: str
) -> None:
    (data_folder / "checksums.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    message = complaint("iris")
    assert str(data_folder / "checksums.json") in message
    assert "iris/iris.csv" in message


def test_that_a_missing_resources_folder_is_named(data_folder: Path, complaint: Complaint) -> None:
    shutil.rmtree(data_folder)
    assert f"{data_folder / 'checksums.json'} is missing" in complaint("mnist")
    assert load("xor").n_samples == 4  # which needs no file


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything, so the right to is given up for a while."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("file", ["iris/iris.csv", "checksums.json"])
def test_that_a_file_that_may_not_be_read_is_named(
    data_folder: Path, complaint: Complaint, file: str
) -> None:
    (data_folder / file).chmod(0)
    for folder in (data_folder, *data_folder.parents):
        if folder.owner() == data_folder.owner() and "pytest" in str(folder):
            folder.chmod(0o755)
    with as_nobody():
        message = complaint("iris")
    assert f"{data_folder / file} cannot be read (Permission denied)" in message


def test_that_the_intact_copy_loads(data_folder: Path) -> None:
    assert (data_folder / "iris").is_dir()
    assert load("iris").X.shape == (120, 4)
