"""What is kept on the disk is found whole or not at all, whatever happens there."""

from __future__ import annotations

import errno
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import kernel_files
from scripts.kernel_cache import WAYS, kill_writers

CONTENT = bytes(range(256)) * 20
CLASHES = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two entries of the same length."""
    for name in "ab":
        kernel_files.write(tmp_path / f"{name}.kernel", CONTENT + name.encode())
    return tmp_path


@given(content=st.binary(), start=st.integers(0, 99), stop=st.integers(0, 99), put=st.binary())
def test_that_content_is_read_exactly_where_it_is_what_was_written(
    content: bytes, start: int, stop: int, put: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "some.kernel"
    kernel_files.write(file, content)
    assert kernel_files.read(file) == content
    whole = file.read_bytes()
    damaged = whole[:start] + put + whole[stop:]
    file.write_bytes(damaged)
    assert kernel_files.read(file) == (content if damaged == whole else None)


def test_that_no_flipped_bit_goes_unnoticed(tmp_path: Path) -> None:
    file = tmp_path / "some.kernel"
    kernel_files.write(file, b"content")
    whole = file.read_bytes()
    for bit in range(8 * len(whole)):
        file.write_bytes((int.from_bytes(whole) ^ 1 << bit).to_bytes(len(whole)))
        assert kernel_files.read(file) is None


@pytest.mark.parametrize("way", WAYS)
def test_that_what_was_damaged_is_neither_read_nor_in_the_way(
    way: Callable[[Path, random.Random], None], folder: Path
) -> None:
    file = folder / "a.kernel"
    way(file, random.Random(1))
    assert kernel_files.read(file) is None
    kernel_files.write(file, CONTENT)
    assert kernel_files.read(file) == CONTENT
    assert kernel_files.read(folder / "b.kernel") == CONTENT + b"b"
    assert sorted(entry.name for entry in folder.iterdir()) == ["a.kernel", "b.kernel"]


def test_that_an_entry_of_another_folder_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    here, there = tmp_path / "here" / "a.kernel", tmp_path / "there" / "a.kernel"
    for file in (here, there):
        kernel_files.write(file, CONTENT)  # which makes the folders
    there.write_bytes(here.read_bytes())
    assert kernel_files.read(there) is None


@pytest.mark.parametrize("clash", CLASHES)
@pytest.mark.parametrize("where", ["open", "fdopen", "replace"])
def test_that_a_write_that_fails_leaves_everything_as_it_was(
    clash: int, where: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(clash, os.strerror(clash))

    if where == "fdopen":
        monkeypatch.setattr(kernel_files, "_checksum", fail)  # the file is open then
    else:
        monkeypatch.setattr(os, where, fail)
    with pytest.raises(OSError, match=os.strerror(clash)):
        kernel_files.write(folder / "a.kernel", b"new")
    monkeypatch.undo()
    assert kernel_files.read(folder / "a.kernel") == CONTENT + b"a"
    assert len(list(folder.iterdir())) == 2


def test_that_a_disk_that_fills_up_in_the_midst_of_a_file_leaves_the_old_one(folder: Path) -> None:
    code = (
        "import sys, pathlib, resource; from bpviz.network import kernel_files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try: kernel_files.write(pathlib.Path(sys.argv[1]), bytes(100_000))\n"
        "except OSError: print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder / "a.kernel"], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
    assert kernel_files.read(folder / "a.kernel") == CONTENT + b"a"
    assert len(list(folder.iterdir())) == 2
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY  # here it may


def test_that_a_killed_process_leaves_no_half_file(tmp_path: Path) -> None:
    """`python -m scripts.kernel_cache kill` does it some hundred times."""
    kill_writers(tmp_path, rounds=5)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "bpviz"


def test_that_the_twelve_folders_used_last_stay_and_foreign_ones_always(cache: Path) -> None:
    now = time.time()
    for i in range(20):
        (cache / f"kernels-{i:02}").mkdir(parents=True)
        (cache / f"kernels-{i:02}" / "file").touch()
        os.utime(cache / f"kernels-{i:02}", (now - 60 * i, now - 60 * i))
    (cache / "foreign").mkdir()
    os.utime(cache / "foreign", (0, 0))
    assert kernel_files.prepare("kernels-15") == cache / "kernels-15"  # which is in use now
    left = sorted(entry.name for entry in cache.iterdir())
    assert left == ["foreign", *(f"kernels-{i:02}" for i in range(12)), "kernels-15"]
    assert (cache / "kernels-15" / "file").exists()


def test_that_folders_unused_for_a_month_go_and_ones_that_cannot_go_are_left(cache: Path) -> None:
    for name, days in (("old", 31), ("recent", 29), ("file", 31)):
        cache.mkdir(exist_ok=True)
        entry = cache / f"kernels-{name}"
        entry.touch() if name == "file" else entry.mkdir()
        os.utime(entry, (time.time() - 86_400 * days,) * 2)
    (cache / "kernels-astray").symlink_to(cache / "nowhere")
    kernel_files.prepare("kernels-new")
    assert {entry.name for entry in cache.iterdir()} == {
        "kernels-recent", "kernels-file", "kernels-astray", "kernels-new",
    }  # fmt: skip


def test_that_parts_of_killed_processes_are_cleared_away_later(cache: Path) -> None:
    folder = kernel_files.prepare("kernels-x")
    for name, age in (("left", 2 * 3600), ("being-written", 60)):
        (folder / f"{name}.part").touch()
        os.utime(folder / f"{name}.part", (time.time() - age,) * 2)
    kernel_files.prepare("kernels-x")
    assert [entry.name for entry in folder.iterdir()] == ["being-written.part"]


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o757, 0o1777])
def test_that_a_folder_that_others_write_to_is_not_used(cache: Path, mode: int) -> None:
    kernel_files.prepare("kernels-x").chmod(mode)
    with pytest.raises(RuntimeError, match="others can write to"):
        kernel_files.prepare("kernels-x")


def test_that_a_folder_of_another_user_is_not_used_unless_it_is_roots(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = kernel_files.prepare("kernels-x").stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    if owner == 0:
        kernel_files.prepare("kernels-x")
        os.chown(cache / "kernels-x", 12_345, 12_345)
    with pytest.raises(RuntimeError, match="others can write to"):
        kernel_files.prepare("kernels-x")


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o022, 0o077])
def test_that_no_umask_lets_others_write(cache: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        file = kernel_files.prepare("kernels-x") / "a.kernel"
        kernel_files.write(file, CONTENT)
    finally:
        os.umask(before)
    assert kernel_files.prepare("kernels-x") == file.parent
    assert kernel_files.read(file) == CONTENT


def test_that_a_relative_path_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for relative in ("", "relative", "./relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", relative)
        assert kernel_files.user_cache() == tmp_path / ".cache"
    monkeypatch.setenv("HOME", "relative")
    with pytest.raises(RuntimeError, match="'relative' is not an absolute path"):
        kernel_files.user_cache()


def test_that_an_edited_source_changes_the_name(tmp_path: Path) -> None:
    for source in Path(kernel_files.__file__).parent.glob("*.py"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    assert kernel_files.fingerprint(tmp_path) == kernel_files.fingerprint()
    with (tmp_path / "activations.py").open("a") as file:
        file.write("# changed\n")
    assert kernel_files.fingerprint(tmp_path) != kernel_files.fingerprint()


@pytest.mark.parametrize("name", ["numba", "llvmlite", "numpy"])
def test_that_another_version_of_what_compiles_changes_the_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = kernel_files.fingerprint(), kernel_files.version
    monkeypatch.setattr(
        kernel_files, "version", lambda other: "0.0.0" if other == name else version(other)
    )
    assert kernel_files.fingerprint() != before


def test_that_kernels_are_complete_once_that_was_noted_and_not_where_it_was_damaged(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(kernel_files.NO_CACHE, raising=False)
    assert not kernel_files.are_complete()
    folder = kernel_files.prepare(kernel_files.name())
    assert not kernel_files.are_complete()
    kernel_files.set_complete(folder)
    assert kernel_files.are_complete()
    monkeypatch.setenv(kernel_files.NO_CACHE, "1")
    assert not kernel_files.are_complete()
    monkeypatch.delenv(kernel_files.NO_CACHE)
    (note,) = folder.iterdir()
    note.write_bytes(b"something else")
    assert not kernel_files.are_complete()
