"""Runs that a command saves, goes on with, and prints as a text."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from bpviz import cli
from bpviz.app import make_parser
from bpviz.network.digest import digest
from bpviz.options import OptionError, document_named, opened_by
from bpviz.training import Breakpoint, Session
from bpviz.training.commands import OpenRun
from bpviz.training.document import archive

TRAIN = ["train", "--dataset", "iris", "--seed", "3"]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "run.bpviz")


class Said:
    """What a command said, and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *argv: str) -> None:
        try:
            self.code: object = cli.main(argv)
        except SystemExit as end:
            self.code = end.code
        self.out, self.err = capsys.readouterr()

    @property
    def report(self) -> dict[str, Any]:
        assert self.code == 0, self.err
        found: dict[str, Any] = json.loads(self.out)
        return found


def test_that_a_run_goes_on_from_where_it_was_saved(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Said(capsys, *TRAIN, "--epochs", "2", "--save", path, "--json", "--digest").report
    assert (first["steps"], first["saved"]) == (240, path)
    before = Path(path).read_bytes()
    more = Said(capsys, "train", path, "--epochs", "3", "--json", "--digest").report
    assert (more["steps"], more["saved"], more["dataset"]) == (600, None, "iris")
    assert more["settings"]["seed"] == 3
    assert Path(path).read_bytes() == before  # only --save saves
    whole = Said(capsys, *TRAIN, "--epochs", "5", "--json", "--digest").report
    assert more["digest"] == whole["digest"]
    again = Said(capsys, "train", path, "--steps", "360", "--save", path, "--digest")
    assert (again.code, again.err) == (0, "")
    assert again.out.endswith(f"digest:   {whole['digest']}\nsaved as {path}\n")
    assert again.out.startswith("iris: 360 steps in ")
    assert " s, to step 600 (" in again.out
    assert Said(capsys, "train", path, "--steps", "0").out.startswith("iris: at step 600\n")
    found = Session.load(path)
    assert (found.step, digest(found.network)) == (600, whole["digest"])


def test_that_a_recipe_is_printed_and_is_the_run(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Said(capsys, *TRAIN, "--steps", "70", "--save", path, "--json", "--digest").report
    text = Said(capsys, "recipe", path)
    assert (text.code, text.err) == (0, "")
    assert text.out == Session.load(path).recipe() + "\n"
    stood = Said(capsys, "train", "--recipe", text.out, "--steps", "0", "--json", "--digest").report
    assert (stood["steps"], stood["digest"]) == (70, run["digest"])


def test_that_what_a_window_wants_to_find_again_stays_and_breakpoints_act(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Said(capsys, *TRAIN, "--steps", "10", "--save", path)
    session = Session.load(path)
    session.breakpoints.add(Breakpoint.every(50))
    archive.write(session.document({"view": {"speed": 3}}), path)
    said = Said(capsys, "train", path, "--epochs", "1", "--save", path)
    assert said.code == 0
    assert "Stopped before the update of step 50" in said.out
    assert archive.read(path).extras == {"view": {"speed": 3}}
    assert Said(capsys, "train", path, "--json").report["steps"] == 100  # on to the next one


def test_that_a_run_that_cannot_be_saved_is_reported_all_the_same(
    path: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    said = Said(capsys, *TRAIN, "--steps", "10", "--save", path)
    assert said.code == 1
    assert "iris: 10 steps" in said.out
    assert "saved" not in said.out
    assert said.err == (
        f"bpviz train: {path} cannot be saved: the disk is full. Free some space, or choose "
        "another folder.\n"
    )
    assert list(Path(path).parent.iterdir()) == []


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (["train", "RUN", "--hidden", "4"], 2, "--hidden cannot be chosen for a run that was"),
        (["train", "RUN", "--dataset", "iris"], 2, "--dataset cannot be chosen"),
        (["train", "RUN", "--keyframe-memory", "9"], 2, "--keyframe-memory cannot be chosen"),
        (["train", "RUN", "--no-constant"], 2, "--constant cannot be chosen"),
        (["train", "RUN", "--stop"], 2, "Leave it out, or begin a new run."),
        (["train", "RUN", "--recipe", "bpviz1:x"], 2, "Use one or the other."),
        (["train", "--recipe", "bpviz1:x"], 2, "cut or has a wrong character"),
        (["train", "--recipe", "keras"], 2, "no recipe in “keras”"),
        (["train", "--recipe", "bpviz2:x"], 2, "Use a newer version"),
        (["train", "none.bpviz"], 2, "none.bpviz does not exist. Choose a file that bpviz has"),
        (["train", "DAMAGED"], 1, "is damaged"),
        (["train", "OTHER"], 1, "is no saved run"),
        (["train", "FOLDER"], 2, "is a folder, not a file. Choose a file that bpviz has saved."),
        (
            ["train", "RUN", "--data", "none.csv"],
            2,
            "data 'none.csv' does not exist. Name the",
        ),
        (
            ["train", "RUN", "--data", "digits"],
            1,
            "not, or no longer, that which the run was trained",
        ),
        (["train", "--data", "iris", "--steps", "1"], 2, "Name that run, or use --dataset for a"),
        (["recipe"], 2, "required: RUN"),
        (["recipe", "none.bpviz"], 2, "does not exist"),
        (["recipe", "DAMAGED"], 1, "is damaged"),
        ([*TRAIN, "--save", "/no/such/folder/x.bpviz"], 2, "folder of the run '/no/such/folder/x."),
        ([*TRAIN, "--save", "FOLDER"], 2, "which is a folder. Choose a name in it."),
        ([*TRAIN, "--save", "a\0b"], 2, "Choose an existing folder."),
    ],
    ids=lambda each: " ".join(each).replace("\0", "0") if isinstance(each, list) else None,
)
def test_that_what_contradicts_or_is_not_there_gets_one_sentence(
    argv: list[str], code: int, words: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Said(capsys, *TRAIN, "--steps", "10", "--save", path)
    places = {"RUN": path, "DAMAGED": f"{path}.bad", "OTHER": f"{path}.txt"}
    places["FOLDER"] = str(Path(path).parent)
    Path(places["DAMAGED"]).write_bytes(Path(path).read_bytes()[:-50])
    Path(places["OTHER"]).write_text("hello")
    said = Said(capsys, *(places.get(each, each) for each in argv))
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("as_text", [False, True])
def test_that_a_run_goes_on_where_its_data_has_moved_and_finds_it_there_from_then_on(
    as_text: bool, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"{i % 7},{i % 3},{'ab'[i % 2]}\n" for i in range(40))
    here, there = tmp_path / "own.csv", tmp_path / "elsewhere.csv"
    here.write_text(f"x,y,kind\n{rows}")
    made = Said(capsys, "train", "--dataset", str(here), "--steps", "30", "--save", path)
    assert made.code == 0
    recipe = Said(capsys, "recipe", path).out.strip()
    straight = Said(capsys, "train", path, "--steps", "20", "--json", "--digest").report
    here.rename(there)
    named = ["--recipe", recipe] if as_text else [path]
    again = str(tmp_path / "again.bpviz")
    argv = ["train", *named, "--steps", "20", "--json", "--digest"]
    assert (Said(capsys, *argv).code == 0) is not as_text  # the file has what is small in it
    moved = Said(capsys, *argv, "--data", str(there), "--save", again).report
    assert moved["digest"] == straight["digest"]
    assert Said(capsys, "train", again, "--steps", "1").code == 0
    request = archive.read(again).recipe.data
    assert request is not None
    assert request.source == str(there)


def test_that_a_run_on_arrays_has_no_recipe(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    from bpviz.datasets import Dataset
    from bpviz.training import Settings

    data = Dataset.from_arrays("mine", [[0.0, 1.0], [1.0, 0.0]], [0.0, 1.0], description="Mine.")
    Session(Settings(n_hidden=2), data).save(path)
    said = Said(capsys, "recipe", path)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("which a recipe cannot hold. Save the run as a file.\n")
    more = Said(capsys, "train", path, "--steps", "5", "--json").report
    assert (more["dataset"], more["data"], more["steps"]) == ("mine", None, 5)


def test_that_the_window_is_told_which_run_to_open(capsys: pytest.CaptureFixture[str]) -> None:
    parser = make_parser()
    for argv, named in (
        ([], (None, None)), (["run.bpviz"], ("run.bpviz", None)),
        (["--recipe", "bpviz1:x", "--theme", "dark"], (None, "bpviz1:x")),
    ):  # fmt: skip
        options = parser.parse_args(argv)
        assert (options.run, options.recipe) == named
        assert document_named(options) == (named[0] or named[1])
        opened = opened_by(options)
        assert (opened and (opened.path or opened.recipe)) == (named[0] or named[1])
    moved = opened_by(parser.parse_args(["run.bpviz", "--data", __file__]))
    assert moved == OpenRun("run.bpviz", data=__file__)
    for argv in (["a.bpviz", "--seed", "1"], ["a.bpviz", "--recipe", "x"], ["--recipe", "x",
                 "--samples", "9"]):  # fmt: skip
        with pytest.raises(OptionError):
            document_named(parser.parse_args(argv))
