"""The real kernel cache on trial; `python -m scripts.kernel_cache` does the same at length."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from bpviz.network import compiler
from bpviz.training.warmup import warm_up
from scripts.kernel_cache import (
    ROOT,
    Start,
    command,
    complaints,
    cut,
    environment,
    files,
    flip,
    not_whole,
    put_a_folder_there,
    start,
)

pytestmark = pytest.mark.timeout(600)  # where nothing is compiled yet, everything is


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Start]:
    """A full cache, copied from the user's where there is one, and a start with it."""
    home = tmp_path_factory.mktemp("home")
    if compiler.CACHE_FOLDER is None:
        start(home)
    else:
        warm_up(lambda *_: None)
        copy = home / "bpviz" / compiler.CACHE_FOLDER.name
        shutil.copytree(compiler.CACHE_FOLDER, copy, ignore=shutil.ignore_patterns("*.part"))
    return home, start(home)


def small(warm: tuple[Path, Start], n: int) -> list[Path]:
    """Return files that a start reads and that are compiled soonest."""
    home, whole = warm
    read = [file for file in files(home) if file.name in whole.read]
    return sorted(read, key=lambda file: file.stat().st_size)[:n]


def test_that_a_warm_start_compiles_nothing(warm: tuple[Path, Start]) -> None:
    assert warm[1].compiled == 0
    assert warm[1].read


def test_that_damaged_kernels_are_compiled_anew_and_change_nothing(
    warm: tuple[Path, Start],
) -> None:
    home, whole = warm
    rng = random.Random(3)
    chosen = small(warm, 3)
    for file, way in zip(chosen, (flip, cut, put_a_folder_there), strict=True):
        way(file, rng)
    assert set(not_whole(home)) == {file.name for file in chosen}
    again = start(home)
    assert again.digest == whole.digest
    assert again.compiled >= len(chosen)
    assert not not_whole(home)
    assert start(home) == whole


def test_that_a_full_disk_is_said_once_and_changes_nothing(warm: tuple[Path, Start]) -> None:
    home, whole = warm
    for file in small(warm, 2):
        file.unlink()
    before = files(home)
    done = subprocess.run(
        ["prlimit", "--fsize=5000", *command()],
        cwd=ROOT, env=environment(home), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert whole.digest in done.stdout
    (said,) = complaints(done.stderr)
    assert f"{before[0].parent}: File too large" in said
    assert files(home) == before
    assert not not_whole(home)
