"""Breakpoints and the numbers of every step, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bpviz import Breakpoint, Session, cli, headless, load
from bpviz.cli import base_settings
from bpviz.datasets import DataRequest
from bpviz.training.warmup import BREAKPOINTS, STEPS

DIGITS = ["train", "--dataset", "digits"]


def run_of(steps: int) -> Session:
    run = Session(base_settings(DataRequest("digits")), load("digits"))
    run.breakpoints.add(Breakpoint.loss_above(2.5))
    run.breakpoints.add(Breakpoint.label(3))
    run.advance(steps)
    return run


def test_that_a_run_stops_where_a_condition_is_first_met_and_says_where(
    capsys: pytest.CaptureFixture[str],
) -> None:
    there = run_of(500)
    stops = ["--break", "loss > 2.5", "--break", "class 3"]
    assert cli.main([*DIGITS, "--steps", "500", *stops]) == 0
    said = capsys.readouterr().out
    assert f"digits: {there.step} steps" in said
    assert f"Stopped before the update of step {there.step}: " in said
    assert cli.main([*DIGITS, "--steps", "500", *stops, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["steps"], report["stopped_because"]) == (there.step, "breakpoint")


@pytest.mark.parametrize("stops", [[], ["--break", "loss > 1e9"]])
def test_that_what_the_run_needs_is_compiled_before_its_first_step(
    stops: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is compiled in the middle of the run would hold it up without a word."""

    class Begun(Exception):
        pass

    def begin(*_: object, **__: object) -> None:
        raise Begun

    compiled: list[int] = []
    monkeypatch.setattr(headless, "warm_up", lambda _, parts: compiled.extend(parts))
    monkeypatch.setattr(headless, "advanced", begin)
    with pytest.raises(Begun):
        cli.main([*DIGITS, "--steps", "10", *stops])
    assert compiled == [*range(STEPS), *([BREAKPOINTS] if stops else [])]


@pytest.mark.parametrize("ending", ["csv", "npz"])
def test_that_the_history_file_has_the_numbers_of_every_step_bit_for_bit(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"h.{ending}"
    path.write_text("old")
    assert cli.main([*DIGITS, "--steps", "300", "--history", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["history"] == str(path)
    run = Session(base_settings(DataRequest("digits")), load("digits"))
    run.advance(300)
    right = run.history.to_dict()
    right["sample_from_0"] = right.pop("sample")
    if ending == "csv":
        table = np.genfromtxt(path, delimiter=",", names=True)
        assert sorted(table.dtype.names or ()) == sorted(right)
        found = {name: table[name] for name in right}
    else:
        with np.load(path) as arrays:
            found = dict(arrays)
    assert {name: each.tolist() for name, each in found.items()} == {
        name: each.tolist() for name, each in right.items()
    }


def test_that_a_history_that_cannot_be_written_ends_with_one_sentence_and_keeps_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "h.csv"
    path.write_text("old")
    path.chmod(0o444)
    saved = tmp_path / "run.bpviz"
    arguments = [*DIGITS, "--steps", "30", "--history", str(path), "--save", str(saved), "--json"]
    assert cli.main(arguments) == 1
    out = capsys.readouterr()
    assert out.err.count("\n") == 1
    assert "h.csv cannot be saved" in out.err
    report = json.loads(out.out)
    assert (report["history"], report["saved"]) == (None, str(saved))
    assert path.read_text() == "old"
    assert Session.load(saved).step == 30


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--break", "lss > 3"], "The breakpoint is 'lss > 3'; it must be a condition such as"),
        (["--break", "class tulip"], "There is no class 'tulip'. Use one of 0, 1, 2, 3"),
        (["--break", "sample 99999999"], "it must be a whole number from 0 to"),
        (["--history", "h.txt"], "The file of the history is 'h.txt'; its name must end in .csv"),
    ],
)
def test_that_what_was_typed_wrong_is_said_in_one_line(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = cli.main([*DIGITS, "--steps", "1", *options])
    except SystemExit as end:
        status = int(str(end.code))
    assert status == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
