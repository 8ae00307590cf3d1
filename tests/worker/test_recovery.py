"""Recovery: what is offered, to whom, and that nothing is offered twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.training.document.errors import DocumentError
from bpviz.worker import autosave_files as files
from bpviz.worker.recovery import Recovery

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)


def left(parent: Path, data: Dataset, *steps: int) -> Path:
    """What a program left that had runs of so many steps."""
    folder = files.own_folder(parent)
    for number, count in enumerate(steps, start=1):
        session = Session(SETTINGS, data)
        session.advance(count)
        files.write_snapshot(folder.path / f"run-{number}", session.document(), 10 * number)
        recipe = session.document(whole=False).recipe
        files.append(folder.path / f"run-{number}", recipe, 10 * number, f"run {number}")
    folder.release()
    return folder.path


def looked(parent: Path) -> Recovery:
    recovery = Recovery(parent)
    recovery.look()
    return recovery


def paths(recovery: Recovery) -> list[str]:
    return [each.path for each in recovery.offered]


def test_that_what_is_left_is_offered_to_one_program_at_a_time_the_newest_first(
    tmp_path: Path, sparse: Dataset
) -> None:
    first, second = left(tmp_path, sparse, 5), left(tmp_path, sparse, 7, 9)
    for path, when in ((first, 1_000_000), (second, 2_000_000)):
        for each in path.glob("run-*"):
            os.utime(each, (when, when))
    one = looked(tmp_path)
    assert paths(one) == [str(second), str(first)]
    about = one.offered[0]
    assert (about.title, about.step, about.count, about.when) == ("run 2", 9, 2, 2_000_000)
    other = looked(tmp_path)
    assert other.offered == ()
    one.close()
    other.look()
    assert paths(other) == [str(second), str(first)]
    documents, fault = other.documents(str(second))
    assert fault is None
    assert [document.recipe.at[1] for document in documents] == [7, 9]
    other.done(str(second))
    assert paths(other) == [str(first)]
    other.decline(str(first))
    other.decline(str(first))
    other.close()
    assert list(tmp_path.iterdir()) == []


def test_that_a_recovery_is_tried_once_even_if_the_program_ends_over_it(
    tmp_path: Path, sparse: Dataset
) -> None:
    path = left(tmp_path, sparse, 5)
    recovery = looked(tmp_path)
    recovery.documents(str(path))
    recovery.close()
    assert looked(tmp_path).offered == ()
    assert (path / "run-1.bpviz").exists()  # it was set aside


def test_that_what_nobody_waited_for_is_offered_at_the_next_start(
    tmp_path: Path, sparse: Dataset
) -> None:
    path = left(tmp_path, sparse, 5)
    recovery = looked(tmp_path)
    recovery.documents(str(path))
    recovery.later(str(path))
    assert recovery.offered == ()
    assert paths(looked(tmp_path)) == [str(path)]


def test_that_damaged_runs_are_set_aside_and_whole_ones_beside_them_come_back(
    tmp_path: Path, sparse: Dataset
) -> None:
    path = left(tmp_path, sparse, 5, 7)
    for name in ("run-2.bpviz", "run-2.log"):
        (path / name).write_bytes(b"PK" + b"\0" * 100)
    recovery = looked(tmp_path)
    documents, fault = recovery.documents(str(path))
    assert [document.recipe.at[1] for document in documents] == [5]
    assert f"What is left of it stays in {path}." in str(fault)
    (path / "run-1.bpviz").unlink()
    (path / "run-1.log").unlink()
    with pytest.raises(DocumentError, match=r"cannot be brought back .*is damaged"):
        recovery.documents(str(path))
    recovery.close()
    assert looked(tmp_path).offered == ()
    with pytest.raises(DocumentError, match="no run is left"):
        recovery.documents(str(path))


def test_that_nothing_is_tried_where_that_cannot_be_noted(
    tmp_path: Path, sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = left(tmp_path, sparse, 5)

    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    recovery = looked(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(files, "_mark", refused)
        with pytest.raises(DocumentError, match="Read-only file system"):
            recovery.documents(str(path))
        recovery.decline(str(path))
    assert not path.exists()


def test_that_empty_folders_go_and_those_that_cannot_be_read_are_passed_over(
    tmp_path: Path, sparse: Dataset
) -> None:
    empty = left(tmp_path, sparse)
    (left(tmp_path, sparse) / ".run-1.bpviz-abc.tmp").write_bytes(b"half")
    declined = left(tmp_path, sparse, 5)
    (declined / "declined").touch()  # and then the program ended
    unreadable = tmp_path / "unreadable"
    (unreadable / "lock").mkdir(parents=True)  # for root, whom no permissions hold up
    (tmp_path / "a file").write_text("of somebody else")
    path = left(tmp_path, sparse, 5)
    recovery = looked(tmp_path)
    assert paths(recovery) == [str(path)]
    assert not empty.exists()
    assert sorted(tmp_path.iterdir()) == sorted([unreadable, tmp_path / "a file", path])
    assert looked(tmp_path / "not there").offered == ()
    assert looked(tmp_path / "a file").offered == ()
