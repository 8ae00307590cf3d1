"""Whatever a path leads to, the answer is one clear sentence, soon, and nothing else happens."""

import gzip
import os
import resource
import socket
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

import numpy as np
import pytest

from bpviz.datasets import source
from bpviz.datasets.request import MAX_BYTES, DataRequest
from bpviz.datasets.user_files import load_file
from tests.datasets.own_files import idx, load, refusal, write

NAMES = ["t.csv", "t.csv.gz", "t-images-idx3-ubyte", "t.npz", "X.npy", "t"]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    assert "does not exist" in refusal(tmp_path / name)
    assert "does not exist" in refusal(tmp_path / "no folder" / name)


@pytest.mark.parametrize("name", NAMES)
def test_that_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert "is empty" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert "pipe" in refusal(tmp_path / name)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/urandom", "/dev/tty"])
def test_that_a_device_is_refused(path: str) -> None:
    if Path(path).exists():
        assert "device" in refusal(path)


def test_that_a_socket_and_a_circle_of_links_are_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        folder = os.getcwd()
        os.chdir(tmp_path)  # the path of a socket must be short
        try:
            server.bind("s")
        finally:
            os.chdir(folder)
        assert "socket" in refusal(tmp_path / "s")
    (tmp_path / "l.csv").symlink_to(tmp_path / "l.csv")
    assert "cannot be read" in refusal(tmp_path / "l.csv")


def test_that_a_pipe_put_in_place_of_the_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "t.csv", "a,t\n1,0\n")
    look = Path.stat

    def look_and_swap(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = look(self, follow_symlinks=follow_symlinks)
        if self == path:
            monkeypatch.setattr(Path, "stat", look)
            path.unlink()
            os.mkfifo(path)
        return found

    monkeypatch.setattr(Path, "stat", look_and_swap)
    assert "pipe" in refusal(path)


def test_that_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()
    assert "subfolders with pictures" in refusal(tmp_path / "t.csv")


@pytest.mark.parametrize("path", ["a\0b", "\udcff.csv", "x" * 5000, "~nobody-such/x.csv"])
def test_that_an_impossible_path_is_refused(path: str) -> None:
    assert refusal(path)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_bytes(b"a,b\n1,2\n")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(source.os, "open", denied)
    assert "Permission denied" in refusal(tmp_path / name)


def test_that_a_folder_that_may_not_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", denied)
    assert "Permission denied" in refusal(tmp_path)


def test_that_an_error_while_reading_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "t.csv", "a,b\n1,2\n")

    class Broken:
        def __init__(self, stream: object) -> None:
            self._stream = stream

        def __getattr__(self, name: str) -> object:
            return getattr(self._stream, name)

        def __enter__(self) -> "Broken":
            return self

        def __exit__(self, *_: object) -> None:
            self._stream.close()  # type: ignore[attr-defined]

        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    right = source.open_regular
    monkeypatch.setattr(source, "open_regular", lambda path: Broken(right(path)))
    assert "Input/output error" in refusal(path)


def test_that_too_little_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "t.csv", "a,b\n1,2\n")

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(source.np, "empty", full)
    assert "Not enough memory to load" in refusal(path)


BINARY = {
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG picture"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG picture"),
    "workbook": (b"PK\x03\x04" + bytes(range(256)), "workbook"),
    "pdf": (b"%PDF-1.7\n", "PDF document"),
    "zeros": (bytes(1000), "the byte 00"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(40), "the byte"),
    "noise": (np.random.default_rng(0).bytes(100_000), "the byte"),
}


@pytest.mark.parametrize("kind", BINARY)
def test_that_what_is_no_text_is_refused_by_what_it_is(tmp_path: Path, kind: str) -> None:
    contents, words = BINARY[kind]
    (tmp_path / "t.csv").write_bytes(contents)
    assert words in refusal(tmp_path / "t.csv")


def test_that_a_binary_end_of_a_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"a,b\n" + b"1,2\n" * 100_000 + bytes(1000))
    assert "null byte" in refusal(tmp_path / "t.csv")


@pytest.mark.parametrize("name", NAMES)
def test_that_a_huge_hole_is_refused_at_once(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(2**40)
    assert str(MAX_BYTES) in refusal(tmp_path / name)
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(2**30)
    assert refusal(tmp_path / name)


def test_that_a_limit_can_be_set_and_raised(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "a,t\n" + "1,0\n2,1\n" * 100)
    assert "raise the size limit (max_bytes)" in refusal(path, max_bytes=100)
    assert load(path, max_bytes=10_000).n_outputs == 1
    assert "take 3232 bytes" in refusal(path, max_bytes=1000)  # 804 bytes of text, 3216 of numbers


def bomb(unpacked: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    block = b"0" * 2**22
    return b"".join(packer.compress(block) for _ in range(unpacked // len(block))) + packer.flush()


@pytest.fixture(scope="module")
def quarter() -> bytes:
    return bomb(2**28)


@pytest.mark.parametrize("members", [1, 16])
@pytest.mark.parametrize("start", [b"", b"a,t\n1,2\n"])
def test_that_a_gzip_bomb_is_refused_before_the_memory_is_taken(
    tmp_path: Path, quarter: bytes, members: int, start: bytes
) -> None:
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(start) + quarter * members)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "unpacks to more than" in refusal(tmp_path / "t.csv.gz")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kilobytes


def test_that_a_bomb_of_pictures_is_refused_by_its_header(tmp_path: Path) -> None:
    header = idx(np.empty((1, 0, 0), dtype=np.uint8))[:4]
    for shape in [(2**20, 32, 32), (2**31, 2**31, 2**31), (60_000, 28, 28)]:
        sizes = b"".join(n.to_bytes(4, "big") for n in shape)
        path = tmp_path / "a-images-idx3-ubyte.gz"
        path.write_bytes(gzip.compress(header + sizes + bytes(1000)))
        labels = b"\0\0\x08\x01" + shape[0].to_bytes(4, "big")
        (tmp_path / "a-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels))
        assert refusal(path)


@pytest.mark.parametrize("kept", [1, 2, 9, 15, 0.5, 0.99])
def test_that_a_cut_gzip_file_is_refused(tmp_path: Path, kept: float) -> None:
    text = "a,t\n" + "".join(f"{i},{i * i % 7}\n" for i in range(5000))
    packed = gzip.compress(text.encode())
    end = int(kept * len(packed)) if kept < 1 else int(kept)
    (tmp_path / "t.csv.gz").write_bytes(packed[:end])
    assert refusal(tmp_path / "t.csv.gz")


def test_that_a_wrong_checksum_of_gzip_is_refused(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b"a,t\n1,0\n2,1\n3,1\n"))
    packed[-8] ^= 1
    (tmp_path / "t.csv.gz").write_bytes(packed)
    assert "cannot be unpacked" in refusal(tmp_path / "t.csv.gz")


def test_that_a_cancelled_loading_passes_on_what_cancelled_it(tmp_path: Path) -> None:
    text = "a,t\n" + "".join(f"{i},{i % 2}\n" for i in range(30_000))
    path = write(tmp_path / "t.csv", text)
    np.savez_compressed(tmp_path / "t.npz", X=np.eye(300), y=np.arange(300) % 3)
    for file in (path, tmp_path / "t.npz"):
        total: list[float | None] = []
        load_file(DataRequest(str(file)), lambda _, f, t=total: t.append(f))  # type: ignore[misc]
        assert total[0] == 0
        assert total[-1] == 1
        assert total == sorted(total)
        for kind in (OSError, ValueError, MemoryError, zlib.error, RuntimeError, KeyboardInterrupt):
            for last in range(0, len(total), 3):
                assert cancelled(file, last, kind("enough"))


def test_that_reading_a_table_loads_neither_numba_nor_what_opens_pictures(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "a,t\n1,0\n2,1\n3,0\n")
    code = (
        "import sys, bpviz.datasets as d\n"
        "print([n for n in ('PIL', 'bpviz.datasets.user_files', 'zipfile') if n in sys.modules])\n"
        f"d.load({str(path)!r})\n"
        "print([n for n in ('PIL', 'numba', 'PySide6') if n in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(source.__file__).parents[2],
    )
    assert result.stdout == "[]\n[]\n", result.stdout + result.stderr


def test_that_other_threads_run_while_a_table_is_read(tmp_path: Path) -> None:
    row = ",".join(["0.25"] * 200)
    path = write(tmp_path / "t.csv", f"{row},0\n{row},1\n" * 3000)
    loading = threading.Thread(target=load, args=(path,))
    longest, last = 0.0, time.perf_counter()
    begun = last
    loading.start()
    while loading.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert longest < (last - begun) / 2  # a parser that holds the lock leaves one long gap


def cancelled(path: Path, last: int, error: BaseException) -> bool:
    left = last

    def progress(what: str, fraction: float | None) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise error

    files = len(os.listdir("/proc/self/fd"))
    with pytest.raises(type(error)) as caught:
        load_file(DataRequest(str(path)), progress)
    return caught.value is error and len(os.listdir("/proc/self/fd")) == files
