"""The folder of the kernels is this version's, its user's alone, and does not pile up."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bpviz.cache_files import read, write
from bpviz.network import kernel_files


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
        write(file, b"content")
    finally:
        os.umask(before)
    assert kernel_files.prepare("kernels-x") == file.parent
    assert read(file) == b"content"


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
