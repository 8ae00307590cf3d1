"""Folders of pictures: a subfolder for each class, all brought to one size, grey."""

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bpviz.datasets.request import DataRequest
from bpviz.datasets.user_files import load_file
from tests.datasets.own_files import load, outcome, refusal

RNG = np.random.default_rng(0)


def painted(grey: np.ndarray, mode: str = "L", form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.fromarray(grey).convert(mode).save(stream, form)
    return stream.getvalue()


def folder(path: Path, classes: tuple[str, ...] = ("cat", "dog", "eel"), each: int = 5) -> Path:
    for k, name in enumerate(classes):
        (path / name).mkdir(parents=True)
        for i in range(each):
            grey = np.full((6, 4), 60 * k + i, dtype=np.uint8)
            (path / name / f"{i}.png").write_bytes(painted(grey))
    return path


def test_that_each_subfolder_is_a_class(tmp_path: Path) -> None:
    data = load(folder(tmp_path / "f"))
    assert data.class_names == ("cat", "dog", "eel")
    assert data.image_shape == (6, 4)
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (12, 3)
    assert data.labels is not None
    np.testing.assert_array_equal(np.floor(data.X[:, 0] * 255 / 60 + 0.01), data.labels)
    assert data.X.max() <= 1
    for words in ("15 pictures", "6 × 4", "cat, dog, eel", "seed 0"):
        assert words in data.description


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        *(("PNG", mode) for mode in ("L", "RGB", "P", "1", "RGBA", "LA", "I;16")),
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
    ],
)
def test_that_every_kind_of_picture_is_read(tmp_path: Path, form: str, mode: str) -> None:
    grey = np.zeros((8, 8), dtype=np.uint8)
    grey[:, 4:] = 255
    if mode == "I;16":
        stream = io.BytesIO()
        Image.fromarray(grey.astype(np.uint16) * 257).save(stream, form)
        contents = stream.getvalue()
    else:
        contents = painted(grey, mode, form)
    path = folder(tmp_path / "f", each=1)
    for name in ("cat", "dog", "eel"):
        (path / name / "0.png").unlink()
        (path / name / f"a.{'jpg' if form == 'JPEG' else 'PNG'}").write_bytes(contents)
    data = load(path, test_share=0)
    np.testing.assert_allclose(data.X[0].reshape(8, 8), grey / 255, atol=0.03)


def test_that_what_lies_beside_the_classes_spoils_nothing(tmp_path: Path) -> None:
    path = folder(tmp_path / "f")
    (path / "circle").symlink_to("circle")
    (path / "nowhere").symlink_to("gone")
    (path / "upwards").symlink_to("..")
    (path / "notes.txt").write_text("…")
    assert load(path).class_names == ("cat", "dog", "eel")


@pytest.mark.parametrize(
    ("contents", "words"), [(b"GIF89a", "begins with 47 49 46 38"), (b"", "begins with nothing")]
)
def test_that_another_kind_of_picture_is_told_by_its_beginning(
    tmp_path: Path, contents: bytes, words: str
) -> None:
    path = folder(tmp_path / "f")
    (path / "dog" / "z.png").write_bytes(contents)
    assert words in refusal(path / "dog" / "z.png", within=path)


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_that_the_endless_notes_of_a_picture_are_not_read(tmp_path: Path, start: bytes) -> None:
    path = folder(tmp_path / "f")
    with (path / "dog" / "z.png").open("wb") as stream:
        stream.write(start)
        stream.truncate(2**30)
    assert f"{2**30} bytes" in refusal(path / "dog" / "z.png", within=path)


def test_that_what_is_transparent_is_white(tmp_path: Path) -> None:
    path = folder(tmp_path / "f", each=1)
    Image.new("RGBA", (4, 6), (0, 0, 0, 0)).save(path / "cat" / "0.png")
    assert (load(path, test_share=0).X[0] == 1).all()


def test_that_pictures_are_brought_to_the_chosen_size_or_a_small_one(tmp_path: Path) -> None:
    path = folder(tmp_path / "f")
    assert load(path, size=(3, 9)).image_shape == (3, 9)
    for file in path.rglob("*.png"):
        file.write_bytes(painted(np.zeros((300, 600), dtype=np.uint8)))
    assert load(path).image_shape == (32, 64)


def test_that_folders_for_training_and_testing_are_both(tmp_path: Path) -> None:
    folder(tmp_path / "f" / "train", each=4)
    folder(tmp_path / "f" / "test", each=2)
    data = load(tmp_path / "f")
    assert data.test is not None
    assert (data.n_samples, data.test.n_samples) == (12, 6)
    assert data.class_names == ("cat", "dog", "eel")
    whole = load(tmp_path / "f", test_share=0.5)
    assert whole.test is not None
    assert (whole.n_samples, whole.test.n_samples) == (6, 6)


def test_that_hidden_and_other_files_are_passed_over(tmp_path: Path) -> None:
    path = folder(tmp_path / "f")
    (path / ".git").mkdir()
    (path / "__MACOSX").mkdir()
    (path / "notes").mkdir()
    (path / "cat" / "notes.txt").touch()
    (path / "cat" / "._1.png").touch()
    (path / "readme.txt").touch()
    assert load(path, test_share=0).n_samples == 15


def test_that_a_constant_input_can_be_appended(tmp_path: Path) -> None:
    data = load(folder(tmp_path / "f"), constant=True)
    assert data.constant == 24
    assert (data.X[:, 24] == 1).all()


def test_that_a_folder_without_classes_is_refused(tmp_path: Path) -> None:
    assert "subfolders with pictures (PNG or JPEG): 0." in refusal(tmp_path)
    assert "subfolders with pictures (PNG or JPEG): 1." in refusal(folder(tmp_path / "f", ("cat",)))
    (tmp_path / "pictures.png").write_bytes(painted(np.zeros((2, 2), dtype=np.uint8)))
    assert "PNG picture" in refusal(tmp_path / "pictures.png")


def chunk(name: bytes, contents: bytes) -> bytes:
    return (
        struct.pack(">I", len(contents))
        + name
        + contents
        + struct.pack(">I", zlib.crc32(name + contents))
    )


def huge(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(2**20))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


GOOD = painted(RNG.integers(0, 256, (6, 4), dtype=np.uint8))
BROKEN = {
    "empty": b"",
    "text": b"hello",
    "cut": GOOD[: len(GOOD) // 2],
    "header": GOOD[:30],
    "huge": huge(50_000, 50_000),
    "endless": huge(2**31 - 1, 2**31 - 1),
    "wide": huge(2**31 - 1, 1),
    "flat": huge(0, 10),
    "short": huge(2000, 2000),
    "text bomb": GOOD[:33]
    + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(2**27)))
    + GOOD[33:],
    "gif": b"GIF89a" + bytes(100),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(100),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_that_a_broken_picture_is_named(tmp_path: Path, case: str, ending: str) -> None:
    path = folder(tmp_path / "f", each=1)
    (path / "dog" / f"b.{ending}").write_bytes(BROKEN[case])
    assert f"b.{ending}" in refusal(path)
    assert f"b.{ending}" in refusal(path, size=(4, 4))


def test_that_a_pipe_a_folder_and_a_dead_link_among_the_pictures_are_named(tmp_path: Path) -> None:
    path = folder(tmp_path / "f", each=1)
    for make in (os.mkfifo, os.mkdir, lambda p: os.symlink("/nowhere", p)):
        odd = path / "dog" / "b.png"
        make(odd)
        assert "b.png" in refusal(path)
        os.rename(odd, tmp_path / f"odd{len(os.listdir(tmp_path))}")


def test_that_too_many_pixels_are_refused(tmp_path: Path) -> None:
    path = folder(tmp_path / "f")
    assert "exceed the limit of" in refusal(path, max_bytes=100)
    assert "exceed the limit of" in refusal(path, size=(1024, 1024), max_bytes=10**7)


def test_that_a_cancelled_loading_passes_on_what_cancelled_it(tmp_path: Path) -> None:
    path = folder(tmp_path / "f")
    error = OSError("enough")
    left = 10

    def progress(what: str, fraction: float | None) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise error

    with pytest.raises(OSError, match="enough") as caught:
        load_file(DataRequest(str(path)), progress)
    assert caught.value is error


@given(position=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), jpeg=st.booleans())
@settings(
    deadline=None, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_that_a_flipped_byte_gives_data_or_one_sentence(
    tmp_path: Path, position: float, byte: int, jpeg: bool
) -> None:
    path = tmp_path / "f"
    if not path.exists():
        folder(path, each=1)
    grey = RNG.integers(0, 256, (16, 16), dtype=np.uint8)
    contents = bytearray(painted(grey, form="JPEG" if jpeg else "PNG"))
    contents[int(position * len(contents))] = byte
    (path / "cat" / "0.png").write_bytes(contents)
    outcome(path)
