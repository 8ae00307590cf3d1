"""Files of an autosave: what of them counts, whatever became of them, and whose folder is whose."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Session, Settings
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.recipe import Recipe
from bpviz.worker import autosave_files as files

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory, sparse: Dataset) -> tuple[Path, list[Recipe]]:
    """A run with a snapshot and five changes since, and its recipe at each of them."""
    stem = tmp_path_factory.mktemp("kept") / "run-1"
    session = Session(SETTINGS, sparse)
    session.advance(30)
    files.write_snapshot(stem, session.document(), 10)
    recipes = [session.document().recipe]
    for number in range(11, 16):
        session.set_learning_rate(number / 100)
        session.advance(10)
        recipes.append(session.document(whole=False).recipe)
        files.append(stem, recipes[-1], number, "a title")
    return stem, recipes


def copied(log: tuple[Path, list[Recipe]], change: Callable[[bytes], bytes]) -> Path:
    stem, _ = log
    copy = stem.with_name("run-2")
    copy.with_suffix(".bpviz").write_bytes(stem.with_suffix(".bpviz").read_bytes())
    copy.with_suffix(".log").write_bytes(change(stem.with_suffix(".log").read_bytes()))
    return copy


def rates(recipe: Recipe) -> list[object]:
    return [change for branch in recipe.branches for change in branch.changes]


@given(cut=st.floats(0, 1))
def test_that_a_log_that_is_torn_anywhere_has_all_lines_before(
    log: tuple[Path, list[Recipe]], cut: float
) -> None:
    whole = log[0].with_suffix(".log").read_bytes()
    end = round(cut * len(whole))
    number, document = files.read_run(copied(log, lambda contents: contents[:end]))
    lines = whole[:end].split(b"\n")
    there = len(lines) - 1 - (lines[-1] != whole.split(b"\n")[len(lines) - 1])
    assert number == 10 + max(there, 0)
    assert rates(document.recipe) == rates(log[1][max(there, 0)])


@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_that_a_flipped_bit_costs_one_line_and_hides_no_other(
    log: tuple[Path, list[Recipe]], at: float, bit: int
) -> None:
    whole = log[0].with_suffix(".log").read_bytes()
    place = int(at * len(whole))

    def flip(contents: bytes) -> bytes:
        return contents[:place] + bytes([contents[place] ^ (1 << bit)]) + contents[place + 1 :]

    copy = copied(log, flip)
    assert len(files.entries(copy)) >= 3  # an end of a line is part of two
    number, document = files.read_run(copy)
    last = whole.rindex(b"\n")
    assert number == (15 if place < last else 14)
    assert rates(document.recipe) == rates(log[1][number - 10])


def test_that_a_line_that_the_snapshot_has_already_counts_for_nothing(
    log: tuple[Path, list[Recipe]],
) -> None:
    copy = copied(log, lambda contents: contents)
    files.append(copy, log[1][1], 9, "older")
    number, document = files.read_run(copy)
    assert (number, document.recipe.at) == (10, log[1][0].at)
    assert document.recipe.check  # of these very weights
    assert "autosave" not in document.extras


def test_that_a_torn_line_is_not_joined_by_the_next(log: tuple[Path, list[Recipe]]) -> None:
    copy = copied(log, lambda contents: contents[:-20])
    files.append(copy, log[1][5], 16, "a title")
    assert [entry.number for entry in files.entries(copy)] == [16, 14, 13, 12, 11]


def test_that_without_a_snapshot_a_recipe_is_enough_if_its_data_can_be_found(
    tmp_path: Path, digits: Dataset, sparse: Dataset
) -> None:
    session = Session(SETTINGS, digits)
    session.advance(5)
    recipe = session.document(whole=False).recipe
    assert recipe.data == DataRequest("digits")
    files.append(tmp_path / "run-1", recipe, 3, "Digits")
    (tmp_path / "run-1.bpviz").write_bytes(b"PK, but no document")
    number, document = files.read_run(tmp_path / "run-1")
    assert (number, document.recipe, dict(document.arrays)) == (3, recipe, {})
    own = Session(SETTINGS, sparse).document(whole=False).recipe
    files.append(tmp_path / "run-2", own, 3, "own")
    with pytest.raises(DocumentError, match=r"run-2\.log has nothing"):
        files.read_run(tmp_path / "run-2")
    (tmp_path / "run-2.bpviz").write_bytes(b"PK, but no document")
    with pytest.raises(DocumentError, match=r"run-2\.bpviz is damaged"):
        files.read_run(tmp_path / "run-2")


def test_that_a_file_of_data_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xor: Dataset
) -> None:
    from dataclasses import replace

    monkeypatch.chdir(tmp_path)
    session = Session(SETTINGS, replace(xor, request=DataRequest("table.csv")))
    files.append(tmp_path / "run-1", session.document(whole=False).recipe, 1, "")
    _, document = files.read_run(tmp_path / "run-1")
    assert document.recipe.data == DataRequest(str(tmp_path / "table.csv"))


# ---- folders -------------------------------------------------------------------------------------


def test_that_a_folder_is_held_until_its_program_ends_however_that_is(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bpviz.worker.autosave_files import own_folder\n"
        "print(own_folder(Path(sys.argv[1])).path, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        path = Path(other.stdout.readline().strip())
        assert files.held(path) is None
        other.kill()
        other.wait()
    folder = files.held(path)
    assert folder is not None
    assert files.held(path) is None  # nor do two hold it in one program
    folder.release()


def test_that_the_number_of_a_process_in_a_lock_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "of a program that ended"
    path.mkdir()
    for number in (os.getpid(), 1):  # which live, and are others
        (path / "lock").write_text(str(number))
        folder = files.held(path)
        assert folder is not None
        folder.release()


def test_that_a_folder_taken_before_it_is_locked_is_made_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, taken = files._lock, []

    def lock(handle: int) -> bool:
        if not taken:  # another start clears an empty folder away, in this very moment
            taken.append(1)
            (path,) = tmp_path.iterdir()
            (path / "lock").unlink()
            path.rmdir()
        return real(handle)

    monkeypatch.setattr(files, "_lock", lock)
    folder = files.own_folder(tmp_path)
    assert folder.stands()
    assert [folder.path] == list(tmp_path.iterdir())
    folder.remove()
    assert not folder.stands()
    assert list(tmp_path.iterdir()) == []


def test_that_a_disk_that_knows_no_locks_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(OSError, match="No locks"):
        files.own_folder(tmp_path)
