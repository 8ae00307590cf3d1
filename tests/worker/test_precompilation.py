"""Another process, or a thread, compiles what is missing."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bpviz import cache_files
from bpviz.network import kernel_files
from bpviz.training import warmup
from bpviz.worker import precompilation
from bpviz.worker.precompilation import InProcess, InThread

ALL = len(warmup.PARTS)


def wait_for(condition: Callable[[], object], seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(kernel_files.NO_CACHE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "bpviz" / kernel_files.name()


def test_that_another_process_fills_the_cache_part_by_part_and_leaves_it_whole_when_stopped(
    cache: Path,
) -> None:
    compiling = InProcess()
    shares = [0.0]

    def first_is_ready() -> bool:
        shares.append(compiling.share())
        return compiling.parts() >= warmup.STEPS

    wait_for(first_is_ready)
    assert shares == sorted(shares)
    assert len(set(shares)) > 10
    assert compiling.parts() < ALL
    assert any(file.name.startswith("kernels.run-") for file in cache.glob("*.kernel"))
    compiling.stop()
    wait_for(lambda: compiling.parts() == ALL)  # whoever waits for it waits no longer
    assert not kernel_files.are_complete()
    assert all(cache_files.read(file) is not None for file in cache.glob("*.kernel"))


def test_that_where_all_is_there_the_process_is_over_at_once(cache: Path) -> None:
    kernel_files.set_complete(kernel_files.prepare(cache.name))
    compiling = InProcess()
    wait_for(lambda: compiling.parts() == ALL)
    assert compiling.share() == 0.0


def test_that_a_thread_compiles_as_well_and_whoever_waits_is_let_go_whatever_happens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiling = InThread()
    wait_for(lambda: compiling.parts() == ALL)
    compiling.stop()

    def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(warmup, "warm_up", broken)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    again = InThread()
    wait_for(lambda: again.parts() == ALL)
    for thread in threading.enumerate():
        if thread.name == "precompilation":
            thread.join()


def test_that_nothing_is_begun_where_all_is_compiled(cache: Path) -> None:
    kernel_files.set_complete(kernel_files.prepare(cache.name))
    code = (
        "import sys; from bpviz.worker import precompilation;"
        "assert precompilation.begin_beside() is precompilation.begin() is None;"
        "sys.exit('numba' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_a_folder_that_cannot_be_trusted_is_not_compiled_for(cache: Path) -> None:
    """The thread that compiles instead says why nothing is kept."""
    kernel_files.prepare(cache.name).chmod(0o777)
    assert precompilation.begin_beside() is None


@pytest.mark.parametrize("why", ["no folder", "locked", "no process"])
def test_that_without_a_cache_or_another_process_a_thread_compiles(
    why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(warmup, "is_done", lambda: False)
    monkeypatch.setattr(kernel_files, "folder", lambda: None if why == "no folder" else tmp_path)
    monkeypatch.setattr("os.access", lambda *_: why != "locked")
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert precompilation.begin_beside() is None
    compiling = precompilation.begin()
    assert isinstance(compiling, InThread)
    assert compiling.kept == (why == "no process")
    wait_for(lambda: compiling.parts() == ALL)


def test_that_the_process_finds_the_package_wherever_this_one_found_it(
    cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    begun: list[tuple[list[str], dict[str, str]]] = []

    class Noted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, command: list[str], *, env: dict[str, str], **options: object) -> None:
            begun.append((command, env))
            super().__init__([sys.executable, "-c", ""], env=env, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", Noted)
    compiling = InProcess()
    wait_for(lambda: compiling.parts() == ALL)
    ((command, env),) = begun
    assert command[1:] == ["-m", "bpviz.training.warmup", warmup.COUNT]
    assert (Path(env["PYTHONPATH"].split(":")[0]) / "bpviz" / "__init__.py").is_file()
