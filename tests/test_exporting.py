"""``bpviz export`` writes what was asked for, each file whole, or says in a sentence why not."""

from __future__ import annotations

import csv
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from bpviz import cli, ending
from bpviz.exchange import tables
from bpviz.start import SUBCOMMANDS
from bpviz.training import Session, whole_file
from bpviz.training.quantities import TRAIN_CURVE
from tests.test_cli_documents import Said


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of 240 steps on Iris, with a change of λ at step 120 and a place before its end."""
    path = tmp_path_factory.mktemp("run") / "run.bpviz"
    assert cli.main(["train", "--dataset", "iris", "--seed", "3", "--save", str(path)]) == 0
    session = Session.load(path)
    session.set_learning_rate(0.01)
    session.advance(120)
    session.back(40)
    session.save(path)
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(name: str) -> list[dict[str, str]]:
    with open(name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_that_every_file_has_what_the_run_has(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {
        "losses": "l.csv", "evaluations": "e.csv", "journal": "j.csv", "samples": "s.csv",
        "pairs": "p.csv", "weights": "w.npz", "script": "step.py",
    }  # fmt: skip
    flags = [part for name, file in names.items() for part in (f"--{name}", file)]
    said = Said(capsys, "export", str(saved), *flags, "--at", "60")
    assert (said.code, said.err) == (0, "")
    assert said.out.split() == list(names.values())
    assert sorted(each.name for each in here.iterdir()) == sorted(names.values())
    run = Session.load(saved)
    losses = [float(row["loss"]) for row in rows("l.csv")]
    assert losses == run.history.loss(0, 240).tolist()
    assert [row["learning_rate"] for row in rows("l.csv")] == ["0.3"] * 120 + ["0.01"] * 120
    assert [row["step"] for row in rows("j.csv")] == ["0", "120"]
    run.seek(60)
    with np.load("w.npz") as weights:
        assert weights["W1"].tobytes() == np.ascontiguousarray(run.network.W1).tobytes()
    first = rows("s.csv")[0]
    assert float(first["loss"]) == pytest.approx(run.trace_of(0).loss, rel=1e-12)
    assert len(rows("s.csv")) == 150
    evaluations = rows("e.csv")
    assert [row["step"] for row in evaluations] == [str(10 * i) for i in range(25)]
    shares = [row["correct"] for row in rows("s.csv") if row["set"] == "training"]
    accuracy = sum(map(int, shares)) / len(shares)
    assert float(evaluations[6]["training_accuracy"]) == pytest.approx(accuracy)
    assert rows("p.csv") == []
    done = subprocess.run([sys.executable, "step.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "60" in Path("step.py").read_text()


def test_that_panels_are_drawn_where_the_run_is_wanted(
    saved: Path, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = ["--figure", "loss_panel.svg", "--figure", "weights2_panel=w.pdf"]
    assert cli.main(["export", str(saved), *wanted, "--at", "60"]) == 0
    assert capfd.readouterr().out.split() == ["loss_panel.svg", "w.pdf"]
    assert sorted(each.name for each in here.iterdir()) == ["loss_panel.svg", "w.pdf"]
    words = "".join(ElementTree.parse("loss_panel.svg").getroot().itertext())
    assert "step 60" in words
    assert Path("w.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("nope.svg", "There is no panel 'nope'."), ("loss_panel.bmp", "must end in .svg"),
        ("gone/loss_panel.svg", "does not exist"),
    ],
)  # fmt: skip
def test_that_a_figure_that_cannot_be_is_one_sentence(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str], figure: str, words: str
) -> None:
    said = Said(capsys, "export", str(saved), "--figure", figure)
    assert said.code == ending.TYPED
    assert words in said.err
    assert list(here.iterdir()) == []


def test_that_what_was_evaluated_on_the_way_is_not_evaluated_anew(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Session.load(saved)
    run.branch.curves[TRAIN_CURVE].add(7, 0.5, 0.25)
    run.save("run.bpviz")
    assert Said(capsys, "export", "run.bpviz", "--evaluations", "e.csv").code == 0
    (row,) = rows("e.csv")
    assert (row["step"], row["training_loss"], row["test_loss"]) == ("7", "0.5", "")


def test_that_a_recipe_and_new_data_are_exported_as_well(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Session.load(saved).recipe()
    assert Said(capsys, "export", "--recipe", text, "--losses", "r.csv").code == 0
    assert Said(capsys, "export", str(saved), "--losses", "d.csv").code == 0
    assert Path("r.csv").read_bytes() == Path("d.csv").read_bytes()
    new = ("export", "--dataset", "moons", "--generate", "50", "--steps", "30", "--seed", "1")
    said = Said(capsys, *new, "--losses", "n.npz", "--samples", "n.csv", "--count-from", "1")
    assert (said.code, said.out) == (0, "n.npz\nn.csv\n")
    with np.load("n.npz") as arrays:
        assert len(arrays["loss"]) == 30
        assert arrays["sample_from_1"].min() >= 1
    assert len(rows("n.csv")) == 50
    assert rows("n.csv")[0]["sample_from_1"] == "1"


def test_that_watches_are_written_at_every_step(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ["W1[1, 2]", "loss of sample 41"]
    said = Said(
        capsys, "export", str(saved), "--watches", "w.csv", "--watch", named[0], "--watch", named[1]
    )
    assert (said.code, said.err, said.out) == (0, "", "w.csv\n")
    run = Session.load(saved)
    values = run.watched(named)
    assert [row["step"] for row in rows("w.csv")] == [str(step) for step in range(run.tip + 1)]
    for name, curve in zip(named, values.tolist(), strict=True):
        assert [float(row[name]) for row in rows("w.csv")] == curve
    run.watches.add("h[1]")
    run.save(here / "watching.bpviz")
    assert Said(capsys, "export", "watching.bpviz", "--watches", "h.csv").code == 0
    assert [float(row["h[1]"]) for row in rows("h.csv")] == run.watch("h[1]").values().tolist()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--watches", "w.csv"], "The run watches no number. Name one, such as --watch"),
        (["--watches", "w.csv", "--watch", "h[900]"], "The row or unit of h is 900; it must be a"),
        (["--watches", "w.csv", "--watch", "age"], "The watch is 'age'; it must be a number of"),
        (["--watches", "w.npz"], "The file of the watches is 'w.npz'; its name must end in .csv"),
        ([], "There is no file to write. Name one, such as --losses losses.csv; --help lists all."),
        (["--losses", "l.txt"], "The file of the losses is 'l.txt'; its name must end in .csv"),
        (["--journal", "no/j.csv"], "The folder of the journal 'no/j.csv' does not exist."),
        (["--losses", "x.csv", "--samples", "./x.csv"], "The file x.csv is named twice."),
        (["--losses", "old.csv"], "The file old.csv exists. Choose another name, or replace it by"),
        (["--losses", "l.csv", "--at", "241"],
         "--at is 241, and the run has 240 steps. Choose a step from 0 to 240, or train on with"),
        (["--losses", "l.csv", "--at", "-1"], "The step to write is -1; it must be a whole number"),
        (["--losses", "l.csv", "--steps", "3"], "A run that was saved is written as it is, and"),
        (["--losses", "l.csv", "--start-weights", "w.npz"],
         "--start-weights cannot be chosen for a run that was saved"),
        (["--losses", "l.csv", "--generate", "9"], "--generate cannot be chosen for a run that"),
        (["--losses", "l.csv", "--count-from", "2"], "The first number is 2; it must be a"),
    ],
)  # fmt: skip
def test_that_what_was_typed_wrong_is_one_sentence_and_writes_nothing(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    Path("old.csv").write_text("older")
    said = Said(capsys, "export", str(saved), *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"bpviz export: {words}")
    assert said.err.count("\n") == 1
    assert [each.name for each in here.iterdir()] == ["old.csv"]
    assert Path("old.csv").read_text() == "older"


def test_that_a_file_that_is_there_is_replaced_by_force_but_never_what_is_read(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("l.csv").write_text("x1,x2,y\n0,1,2\n1,0,3\n")
    read = Said(capsys, "export", "--dataset", "l.csv", "--losses", "l.csv", "--force")
    assert (read.code, "is read for this" in read.err) == (2, True)
    assert Said(capsys, "export", str(saved), "--losses", "l.csv", "--force").code == 0
    assert len(rows("l.csv")) == 240


def test_that_a_full_disk_is_said_and_the_files_before_it_stay(
    saved: Path, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def full(old: Path, new: Path) -> None:
        if Path(new).name == "s.csv":
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(old, new)

    monkeypatch.setattr(whole_file.os, "replace", full)
    said = Said(capsys, "export", str(saved), "--losses", "l.csv", "--samples", "s.csv")
    assert (said.code, said.out) == (1, "l.csv\n")
    assert "s.csv cannot be saved: the disk is full. Free some space" in said.err
    assert [each.name for each in here.iterdir()] == ["l.csv"]


def test_that_a_signal_gives_up_the_file_at_hand(
    saved: Path, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ended: list[int] = []

    class EndedError(BaseException):
        pass

    def leave(status: int) -> None:
        ended.append(status)
        raise EndedError

    monkeypatch.setattr(ending.os, "_exit", leave)
    real = tables.writing.go_on

    def interrupted(stop: object) -> None:
        signal.raise_signal(signal.SIGINT)
        real(stop)  # type: ignore[arg-type]

    monkeypatch.setattr(tables.writing, "go_on", interrupted)
    with ending.heard("bpviz export"), pytest.raises(EndedError):
        cli.main(["export", str(saved), "--losses", "l.csv", "--samples", "s.csv"])
    with ending.heard("bpviz"):  # forget the signal
        assert ended == [130]
    assert [each.name for each in here.iterdir()] == ["l.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the file that is being written")
def test_that_a_process_that_is_interrupted_while_it_writes_leaves_no_half_file(
    here: Path,
) -> None:
    command = [
        sys.executable, "-m", "bpviz", "export", "--dataset", "iris", "--steps", "2000000",
        "--losses", "l.csv",
    ]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + 120
    while not any(each.name.endswith(".tmp") for each in here.iterdir()):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert err == (
        "bpviz export: Interrupted while writing l.csv, of which nothing is left.\n"
        "Run the same command to start again.\n"
    )
    assert list(here.iterdir()) == []


def test_that_it_is_a_command_and_its_help_names_every_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "export" in SUBCOMMANDS
    said = Said(capsys, "export", "--help")
    assert said.code == 0
    for option in ("weights", "losses", "evaluations", "journal", "samples", "pairs", "script"):
        assert f"--{option} FILE" in said.out
    assert "(default: none)" in said.out
