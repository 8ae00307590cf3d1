"""Files that agree with a forged list of checksums are still refused by what they hold."""

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bpviz.datasets import DatasetError, load


def list_as(folder: Path, file: str, contents: bytes) -> None:
    """Write the size and the checksum of `contents` into the list, as a forger would."""
    sums = json.loads((folder / "checksums.json").read_text())
    sums[file] = {"bytes": len(contents), "sha256": hashlib.sha256(contents).hexdigest()}
    (folder / "checksums.json").write_text(json.dumps(sums))


def forge(folder: Path, file: str, contents: bytes) -> None:
    packed = gzip.compress(contents, 1) if file.endswith(".gz") else contents
    (folder / file).write_bytes(packed)
    list_as(folder, file, contents)


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("images-idx3", lambda old: b"\0\0\x0d\x03" + old[4:], "begins with 00 00 0d 03"),
        ("images-idx3", lambda old: b"\0\0\x08\x09" + old[4:], "begins with 00 00 08 09"),
        ("images-idx3", lambda old: b"\0", "begins with 00. Expected"),
        ("images-idx3", lambda old: old[:9], "is truncated"),
        ("images-idx3", lambda old: old[:11] + b"\x1b" + old[12:], "10000 × 27 × 28"),
        ("images-idx3", lambda old: old[:7] + b"\x0f" + old[8 : 16 - 784], "bytes, but"),
        ("images-idx3", lambda old: old[:8] + b"\0\0\0\x0e\0\0\0\x38" + old[16:], "28 × 28"),
        ("labels-idx1", lambda old: old[:100] + b"\x0a" + old[101:], "the label 10"),
    ],
)
def test_that_a_forged_mnist_file_is_refused_by_its_contents(
    data_folder: Path, file: str, change: Callable[[bytes], bytes], words: str
) -> None:
    name = f"mnist/t10k-{file}-ubyte.gz"
    forge(data_folder, name, change(gzip.decompress((data_folder / name).read_bytes())))
    with pytest.raises(DatasetError) as caught:
        load("mnist")
    assert words in str(caught.value)
    assert str(data_folder / name) in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda old: old.replace(b"5.1", b"abc", 1),
        lambda old: old.replace(b"5.1", b"nan", 1),
        lambda old: old.replace(b"5.1,", b"", 1),
        lambda old: old.replace(b"5.1,", b"\xff\xfe,", 1),
        lambda old: old.replace(b"0.2,0", b"0.2,3", 1),
        lambda old: old.replace(b"0.2,0", b"0.2,0.5", 1),
        lambda old: old + b"\n",
        lambda old: old + b"5.1,3.5,1.4,0.2,0\n",
        lambda old: old[: old.index(b"\n") + 1],
        lambda old: b"\n",
    ],
)
def test_that_a_forged_table_is_refused_by_its_contents(
    data_folder: Path, complaint: Callable[[str], str], change: Callable[[bytes], bytes]
) -> None:
    forge(data_folder, "iris/iris.csv", change((data_folder / "iris" / "iris.csv").read_bytes()))
    assert "150 lines of 4 inputs and a class from 0 to 2" in complaint("iris")
