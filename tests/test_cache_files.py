"""What is kept in the user's cache is found whole or not at all, whatever happens there."""

from __future__ import annotations

import errno
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz import cache_files
from scripts.kernel_cache import WAYS, kill_writers

CONTENT = bytes(range(256)) * 20
CLASHES = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two entries of the same length."""
    for name in "ab":
        cache_files.write(tmp_path / f"{name}.kernel", CONTENT + name.encode())
    return tmp_path


@given(content=st.binary(), start=st.integers(0, 99), stop=st.integers(0, 99), put=st.binary())
def test_that_content_is_read_exactly_where_it_is_what_was_written(
    content: bytes, start: int, stop: int, put: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "some.kernel"
    cache_files.write(file, content)
    assert cache_files.read(file) == content
    whole = file.read_bytes()
    damaged = whole[:start] + put + whole[stop:]
    file.write_bytes(damaged)
    assert cache_files.read(file) == (content if damaged == whole else None)


def test_that_no_flipped_bit_goes_unnoticed(tmp_path: Path) -> None:
    file = tmp_path / "some.kernel"
    cache_files.write(file, b"content")
    whole = file.read_bytes()
    for bit in range(8 * len(whole)):
        file.write_bytes((int.from_bytes(whole) ^ 1 << bit).to_bytes(len(whole)))
        assert cache_files.read(file) is None


@pytest.mark.parametrize("way", WAYS)
def test_that_what_was_damaged_is_neither_read_nor_in_the_way(
    way: Callable[[Path, random.Random], None], folder: Path
) -> None:
    file = folder / "a.kernel"
    way(file, random.Random(1))
    assert cache_files.read(file) is None
    cache_files.write(file, CONTENT)
    assert cache_files.read(file) == CONTENT
    assert cache_files.read(folder / "b.kernel") == CONTENT + b"b"
    assert sorted(entry.name for entry in folder.iterdir()) == ["a.kernel", "b.kernel"]


def test_that_an_entry_of_another_folder_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    here, there = tmp_path / "here" / "a.kernel", tmp_path / "there" / "a.kernel"
    for file in (here, there):
        cache_files.write(file, CONTENT)  # which makes the folders
    there.write_bytes(here.read_bytes())
    assert cache_files.read(there) is None


@pytest.mark.parametrize("clash", CLASHES)
@pytest.mark.parametrize("where", ["open", "fdopen", "replace"])
def test_that_a_write_that_fails_leaves_everything_as_it_was(
    clash: int, where: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(clash, os.strerror(clash))

    if where == "fdopen":
        monkeypatch.setattr(cache_files, "_checksum", fail)  # the file is open then
    else:
        monkeypatch.setattr(os, where, fail)
    with pytest.raises(OSError, match=os.strerror(clash)):
        cache_files.write(folder / "a.kernel", b"new")
    monkeypatch.undo()
    assert cache_files.read(folder / "a.kernel") == CONTENT + b"a"
    assert len(list(folder.iterdir())) == 2


def test_that_a_disk_that_fills_up_in_the_midst_of_a_file_leaves_the_old_one(folder: Path) -> None:
    code = (
        "import sys, pathlib, resource; from bpviz import cache_files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try: cache_files.write(pathlib.Path(sys.argv[1]), bytes(100_000))\n"
        "except OSError: print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder / "a.kernel"], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
    assert cache_files.read(folder / "a.kernel") == CONTENT + b"a"
    assert len(list(folder.iterdir())) == 2
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY  # here it may


def test_that_a_killed_process_leaves_no_half_file(tmp_path: Path) -> None:
    """`python -m scripts.kernel_cache kill` does it some hundred times."""
    kill_writers(tmp_path, rounds=5)


def test_that_a_relative_path_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for relative in ("", "relative", "./relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", relative)
        assert cache_files.user_cache() == tmp_path / ".cache"
    monkeypatch.setenv("HOME", "relative")
    with pytest.raises(RuntimeError, match="'relative' is not an absolute path"):
        cache_files.user_cache()
