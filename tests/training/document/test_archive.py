"""The file of a run: written whole or not at all, and read without trusting it."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import io
import json
import os
import resource
import signal
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, whole_file
from bpviz.training.document import archive as module
from bpviz.training.document.archive import FORMAT, MIME_TYPE, read, write
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from scripts.session_interrupts import Interrupted, interrupted_at
from tests.training.document.runs import facts


@pytest.fixture
def run(sparse: Dataset) -> Session:
    made = Session(Settings(n_hidden=3), sparse)
    made.advance(80)
    made.seek(40)
    made.set_learning_rate(0.3)
    made.advance(20)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.bpviz"


LONG = bool(os.environ.get("BPVIZ_LONG"))


def refused(opened: Callable[[], object]) -> str:
    with pytest.raises(DocumentError) as told:
        opened()
    words = str(told.value)
    assert words.endswith(".")
    assert "\n" not in words
    return words


# ---- what is written -----------------------------------------------------------------------------


def test_that_it_is_a_zip_that_tells_what_it_is_by_its_first_bytes(
    run: Session, path: Path
) -> None:
    run.save(path)
    first = path.read_bytes()[:100]
    assert first[30:38] == b"mimetype"
    assert first[38:].startswith(MIME_TYPE.encode())
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        plain = json.loads(archive.read("run.json"))
        assert (plain["format"], plain["min_reader"]) == (1, 1)
        for info in archive.infolist():
            if info.filename.endswith(".npy"):
                np.lib.format.read_array(archive.open(info), allow_pickle=False)


def test_that_the_same_run_has_the_same_bytes(run: Session, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run.save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_that_each_array_in_it_is_as_numpy_writes_one(run: Session, path: Path) -> None:
    run.save(path)
    document = run.document()
    with zipfile.ZipFile(path) as archive:
        for name, array in document.arrays.items():
            numpys = io.BytesIO()
            np.save(numpys, array)
            assert archive.read(f"{name}.npy") == numpys.getvalue()


def test_that_what_others_want_to_find_again_is_in_it(run: Session, path: Path) -> None:
    extras = {"view": {"speed": 3, "layout": ["a", None, 0.5]}}
    write(run.document(extras), path)
    assert read(path).extras == extras


def test_that_a_document_is_a_copy_that_the_run_no_longer_changes(run: Session, path: Path) -> None:
    document, before = run.document(), facts(run)
    run.advance(500)
    run.edit_weight("W1", 0, 0, 7.0)
    write(document, path)
    assert facts(Session.load(path)) == before


def test_that_what_a_killed_program_left_of_a_file_goes_with_the_next_save(
    run: Session, path: Path
) -> None:
    old, new, other = (path.with_name(name) for name in (
        ".run.bpviz-0123456789abcdef.tmp", ".run.bpviz-aaaaaaaaaaaaaaaa.tmp", ".other-1.tmp",
    ))  # fmt: skip
    for each in (old, new, other):
        each.touch()
    for each in (old, other):
        os.utime(each, (1e9, 1e9))
    run.save(path)
    assert sorted(path.parent.iterdir()) == sorted([new, other, path])  # `new` may be written to


def test_that_a_link_stays_and_permissions_too(run: Session, tmp_path: Path) -> None:
    place, link = tmp_path / "there" / "run.bpviz", tmp_path / "link.bpviz"
    place.parent.mkdir()
    link.symlink_to(place)
    mask = os.umask(0o027)
    try:
        run.save(link)
        assert link.is_symlink()
        assert stat.S_IMODE(place.stat().st_mode) == 0o640
        place.chmod(0o600)
        run.save(link)
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    finally:
        os.umask(mask)


# ---- what cannot be written ----------------------------------------------------------------------


@contextlib.contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Let no file of this process become longer, as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 0.9999])
def test_that_a_file_that_does_not_fit_leaves_the_one_before(
    run: Session, path: Path, share: float
) -> None:
    run.save(path)
    before = path.read_bytes()
    run.advance(3000)
    run.save(path.with_name("other"))
    size = path.with_name("other").stat().st_size
    with full_disk(int(size * share)):
        said = refused(lambda: run.save(path))
    assert f"{path} cannot be saved" in said
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["other", path.name]
    run.advance(10)  # the run goes on


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space, or choose another folder."),
        (errno.EDQUOT, "the disk is full."),
        (errno.EROFS, "nothing may be written there. Choose another place."),
        (errno.EACCES, "nothing may be written there."),
        (errno.EIO, "(Input/output error). Choose another place."),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_that_what_the_system_refuses_is_said_in_one_sentence(
    run: Session, path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, call: str
) -> None:
    run.save(path)
    before = path.read_bytes()
    run.advance(5)

    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if call == "open":
            patch.setattr(whole_file, "open", fails, raising=False)
        else:
            patch.setattr(whole_file.os, call, fails)
        said = refused(lambda: run.save(path))
    assert words in said
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_that_places_where_no_file_can_be_are_refused(run: Session, tmp_path: Path) -> None:
    (tmp_path / "locked").write_bytes(b"x")
    (tmp_path / "locked").chmod(0o444)
    for place, words in (
        (tmp_path / "gone" / "run.bpviz", "no such folder. Choose another one."),
        (tmp_path / "locked" / "run.bpviz", "no such folder"),
        (tmp_path / "locked", "nothing may be written there"),
        (tmp_path, "no ordinary file"),
        (Path("/dev/null"), "no ordinary file"),
        (tmp_path / ("x" * 300), "cannot be saved"),
        (f"{tmp_path}/a\0b", "no such folder"),
        ("", "no ordinary file"),
    ):
        assert words in refused(lambda place=place: run.save(place))  # type: ignore[misc]
    assert [each.name for each in tmp_path.iterdir()] == ["locked"]
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_that_a_run_that_no_reader_would_take_is_not_written(
    run: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_JSON", 100)
    assert "Delete branches" in refused(lambda: run.save(path))
    assert list(path.parent.iterdir()) == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of a file just opened
def test_that_an_interrupt_anywhere_leaves_the_file_before_or_the_new_one(
    run: Session, path: Path
) -> None:
    """Between two bytecodes of `write`; with BPVIZ_LONG between any."""
    run.save(path)
    old, document = path.read_bytes(), run.document()
    later = dataclasses.replace(document, extras={"later": 1})
    write(later, path.with_name("new"))
    new = path.with_name("new").read_bytes()
    path.with_name("new").unlink()
    for _ in range(2):  # Python 3.13 tells of every bytecode from the second time on
        with interrupted_at(0) as count:
            write(later, path)
    found = set[bytes]()
    for moment in range(1, count[0] + 1, 1 if LONG else 17):
        path.write_bytes(old)
        with contextlib.suppress(Interrupted), interrupted_at(moment):
            write(later, path)
        assert list(path.parent.iterdir()) == [path], moment
        found.add(path.read_bytes())
    assert found == {old, new}


# ---- what is read --------------------------------------------------------------------------------


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def rewritten(path: Path, change: Callable[[dict[str, bytes]], object], packing: int = 0) -> None:
    """Write a file again with other members."""
    found = members(path)
    change(found)
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, contents in found.items():
            archive.writestr(name, contents)


def with_json(path: Path, **changes: Any) -> None:
    def change(found: dict[str, bytes]) -> None:
        plain = json.loads(found["run.json"])
        plain.update(changes)
        found["run.json"] = json.dumps(plain).encode()

    rewritten(path, change)


def array(value: object, **options: Any) -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.asarray(value, **options), allow_pickle=True)
    return stream.getvalue()


def test_that_what_is_no_document_says_so(run: Session, path: Path, tmp_path: Path) -> None:
    for contents in (b"", b"x", b"hello\n" * 99, b"\x89PNG\r\n", bytes(1000)):
        path.write_bytes(contents)
        assert "is no saved run. Choose a file that bpviz has saved" in refused(lambda: read(path))
    for bad in (b"PK", b"PK\x03\x04 nonsense", b"PK\x05\x06" + bytes(18), b"PK" * 10**5):
        path.write_bytes(bad)
        refused(lambda: read(path))
    assert "does not exist" in refused(lambda: read(tmp_path / "none.bpviz"))
    assert "is a folder" in refused(lambda: read(tmp_path))
    assert "is a device" in refused(lambda: read("/dev/zero"))
    assert "does not exist" in refused(lambda: read("a\0b"))


@pytest.mark.parametrize(
    ("damage", "reason"), [("cut", "its end is missing"), ("changed", "a checksum is wrong")]
)
def test_that_the_usual_damage_is_said_in_words_that_can_be_translated(
    run: Session, path: Path, damage: str, reason: str
) -> None:
    run.save(path)
    contents = bytearray(path.read_bytes())
    if damage == "cut":
        del contents[len(contents) // 2 :]
    else:
        contents[len(contents) // 2] ^= 1
    path.write_bytes(contents)
    with pytest.raises(DocumentError) as told:
        read(path)
    (words,) = told.value.args
    assert words == f"{path} is damaged ({reason}). Use an undamaged copy."
    assert words.values["reason"].template == reason


def test_that_another_archive_is_no_document(run: Session, path: Path) -> None:
    for change in (
        lambda found: found.pop("run.json"),
        lambda found: found.pop("mimetype"),
        lambda found: found.update({"mimetype": b"application/epub+zip"}),
        lambda found: found.clear(),
    ):
        run.save(path)
        rewritten(path, change)
        refused(lambda: read(path))
    run.save(path)
    rewritten(path, lambda found: found.update({"mimetype": b"application/epub+zip"}))
    assert "is no saved run" in refused(lambda: read(path))


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update({"/etc/passwd.npy": array([1.0])}),
        lambda found: found.update({"../../escape.npy": array([1.0])}),
        lambda found: found.update({"a/../b.npy": array([1.0])}),
        lambda found: found.update({"C:\\run.npy": array([1.0])}),
        lambda found: found.update({"evil.py": b"print(1)"}),
        lambda found: found.update({"data/\0.npy": array([1.0])}),
        lambda found: found.update({"some.npy": array([{"a": 1}], dtype=object)}),
        lambda found: found.update({"some.npy": array(["text"])}),
        lambda found: found.update({"some.npy": array([1j])}),
        lambda found: found.update({"some.npy": array([1.0])[:-1]}),
        lambda found: found.update({"some.npy": array([1.0]) + b"x"}),
        lambda found: found.update({"some.npy": b"\x93NUMPY" + bytes(100)}),
        lambda found: found.update({"some.npy": b""}),
        lambda found: found.update({"run.json": b"no json"}),
        lambda found: found.update({"run.json": b"[]"}),
        lambda found: found.update({"run.json": b"{}"}),
        lambda found: found.update({"run.json": b"[" * 10**6}),
        lambda found: found.update({"run.json": b"\xff\xfe\xfd"}),
        lambda found: found.pop("data/Y.npy"),
        lambda found: found.pop("data/starts.npy"),
        lambda found: found.pop("data/test/starts.npy"),
        lambda found: found.pop("keyframes/stop.npy"),
        lambda found: found.pop("branch/1/sketch1.npy"),
    ],
)
def test_that_parts_that_do_not_belong_there_are_refused(
    change: Callable[[dict[str, bytes]], object], run: Session, path: Path
) -> None:
    run.save(path)
    rewritten(path, change)
    before = sorted(path.parent.rglob("*"))
    refused(lambda: Session.load(path))
    assert sorted(path.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "1"}, {"format": 0}, {"format": None}, {"format": True}, {"min_reader": 0},
        {"min_reader": None}, {"run": None}, {"run": []}, {"hits": [1]}, {"hits": {"x": []}},
        {"hits": {"0": [[1]]}}, {"hits": {"0": [[-1, 1, "x"]]}}, {"hits": {"0": [[1, 1, 1]]}},
        {"extras": 1}, {"data": 1}, {"data": {}}, {"places": 7, "data": None}, {"data": None},
        {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_that_a_description_that_cannot_be_is_refused(
    changes: dict[str, object], run: Session, path: Path
) -> None:
    run.save(path)
    with_json(path, **changes)
    refused(lambda: Session.load(path))


def test_that_a_bomb_is_refused_before_it_takes_memory(
    run: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.save(path)
    zeros = array(np.zeros(10**7))
    rewritten(path, lambda found: found.update({"some.npy": zeros}), zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 200_000
    taken: list[int] = []
    empty = np.empty

    def noted(shape: Any, *more: Any, **named: Any) -> Any:
        taken.append(int(np.prod(shape)))
        return empty(shape, *more, **named)

    with monkeypatch.context() as patch:
        patch.setattr(module.np, "empty", noted)
        assert "unpacks to more than 20 times its size" in refused(lambda: read(path))
    assert max(taken, default=0) < 10**6


def test_that_two_parts_of_one_name_are_refused(run: Session, path: Path) -> None:
    run.save(path)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("run.json", members(path)["run.json"])
    assert "same name" in refused(lambda: read(path))


def test_that_a_file_that_was_packed_again_is_the_same_run(run: Session, path: Path) -> None:
    run.save(path)
    rewritten(path, lambda found: None, zipfile.ZIP_DEFLATED)
    assert facts(Session.load(path)) == facts(run)


def test_that_a_newer_format_opens_with_a_remark_where_it_may(run: Session, path: Path) -> None:
    run.save(path)
    plain = json.loads(members(path)["run.json"])
    with_json(
        path, format=FORMAT + 1, written_by="bpviz 99", mood="good",
        run={**plain["run"], "mood": "good", "settings": {"n_hidden": 3, "depth": 2}},
        data={**plain["data"], "colour": "red"},
    )  # fmt: skip
    rewritten(path, lambda found: found.update({"strange.bin": b"x", "more.npy": array([1.0])}))
    document = read(path)
    assert len(document.remarks) == 1
    assert "saved by a newer version, bpviz 99" in document.remarks[0]
    with pytest.warns(match="newer version, bpviz 99"):
        assert facts(Session.load(path)) == facts(run)


def test_that_a_format_that_is_too_new_names_what_is_needed(run: Session, path: Path) -> None:
    run.save(path)
    with_json(path, format=FORMAT + 1, min_reader=FORMAT + 1, written_by="bpviz 99", run="other")
    said = refused(lambda: read(path))
    assert "saved by bpviz 99" in said
    assert f"in format {FORMAT + 1}; this version reads files up to format {FORMAT}. " in said
    assert "damaged" not in said


def test_that_a_recipe_alone_in_a_file_is_a_run_too(run: Session, path: Path) -> None:
    """What is kept beside it only saves time; here its data is still needed."""
    write(Document(run.document().recipe), path)
    assert facts(Session.load(path, run.dataset)) == facts(run)
    assert "its data is missing" in refused(lambda: Session.load(path))
