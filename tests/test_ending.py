"""How a command ends: exit status, signals, and output that cannot be written."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bpviz import cli
from bpviz.app import main
from bpviz.training.warmup import warm_up
from scripts.interrupts import COMPILES, TRAIN, faults, interrupt, start

ROOT = Path(__file__).resolve().parents[1]
TABLE = "x,t\n" + "1,0\n2,1\n" * 10
XOR = ("train", "--dataset", "xor", "--steps", "3")
WILD = ("--sigma1", "relu", "--sigma2", "identity", "--learning-rate", "50")


def bpviz(*argv: str, stdout: object = subprocess.PIPE, **environment: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command; without that it compiles."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *argv],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=stdout,  # type: ignore[call-overload]
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    said = [line for line in done.stderr.splitlines(True) if not line.startswith(COMPILES)]
    return done.returncode, done.stdout or "", "".join(said)


@pytest.fixture(scope="module", autouse=True)
def _kernels_are_there() -> None:
    warm_up(lambda ready, total: None)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    (folder / "t.csv").write_text(TABLE)
    (folder / "damaged.csv").write_text("x,t\n1,0\n2\n")
    (folder / "empty.csv").write_text("")
    (folder / "full.png").symlink_to("/dev/full")
    return folder


TYPED = [
    ("--no-such-option",),
    ("--hidden", "0"),
    ("--hidden", "x" * 100_000),
    ("--order", "sideways" * 10_000),
    ("--dataset", "nosuch"),
    ("--dataset", "nosuch.csv"),
    ("--dataset", "x" * 100_000 + ".csv"),
    ("--dataset", "t.csv/x.csv"),
    ("--dataset", "t.csv", "--target", "nosuch"),
    ("--dataset", "t.csv", "--target", "x", "--inputs", "x"),
    ("--dataset", "t.csv", "--noise", "0.1"),
    ("--dataset", "xor", "--target", "y"),
    ("--dataset", "moons", "--samples", "3"),
    ("--dataset", "mnist", "--hidden", "4096", "--keyframe-memory", "40"),
]
HAPPENED = [("--dataset", "damaged.csv"), ("--dataset", "empty.csv")]


IN_ALL = [(arguments, 2) for arguments in TYPED] + [(arguments, 1) for arguments in HAPPENED]


def shown(value: object) -> str:
    return " ".join(value)[:40] if isinstance(value, tuple) else str(value)[:30]


def is_one_sentence(complaint: str) -> bool:
    return (
        complaint.startswith("bpviz")
        and complaint.endswith(".\n")
        and complaint.count("\n") == 1
        and len(complaint) < 1000
    )


@pytest.mark.parametrize(("arguments", "status"), IN_ALL, ids=shown)
def test_that_the_same_mistake_ends_with_the_same_status_and_one_sentence(
    arguments: tuple[str, ...],
    status: int,
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(files)
    assert main(["train", "--steps", "1", *arguments]) == status
    said, complaint = capsys.readouterr()
    assert said == ""
    assert is_one_sentence(complaint), complaint


@pytest.mark.parametrize(
    ("arguments", "status"),
    [each for each in IN_ALL if {"--target", "damaged.csv", "4096"} & set(each[0])],
    ids=shown,
)
def test_that_what_is_found_in_the_trainer_ends_a_picture_with_that_status_too(
    arguments: tuple[str, ...],
    status: int,
    files: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(files)
    code, said, complaint = bpviz("render", "--out", str(tmp_path / "x.png"), *arguments)
    assert (code, said) == (status, "")
    assert is_one_sentence(complaint), complaint
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--row", "99999"), "no row 99999"),
        (("--phase", "update", "--row", "12"), "Choose a row from 0 to"),
        (("--panel", "x" * 100_000), "Choose one of setup_panel, "),
        (("--size", "1x1"), "from 64 to 8192"),
        (("--out", "x.bmp"), ".png, .jpg, .svg or .pdf"),
        (("--out", "no/such/folder/x.png"), "does not exist"),
        (("--language", "tlh"), "invalid choice"),
    ],
    ids=shown,
)
def test_that_a_picture_that_cannot_be_is_refused_before_anything_is_trained(
    arguments: tuple[str, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("bpviz.app.open_window", lambda *_: pytest.fail("it opens a window"))
    picture = ("--dataset", "xor", "--steps", "1", "--out", str(tmp_path / "x.png"))
    assert main(["render", *picture, *arguments]) == 2
    complaint = capsys.readouterr().err
    assert words in complaint
    assert is_one_sentence(complaint), complaint


def test_that_a_run_that_overflows_ends_with_1_and_no_word_of_buttons() -> None:
    run = ("train", "--dataset", "sine", "--steps", "300", *WILD)
    code, said, complaint = bpviz(*run)
    assert code == 1
    assert complaint.count("\n") == 1
    assert "no longer a finite number" in complaint
    assert "Go back" not in said + complaint
    assert complaint.endswith("Choose a smaller λ.\n")
    code, said, _ = bpviz(*run, "--json")
    assert code == 1
    assert json.loads(said)["stopped_because"] == "not_finite"
    assert f"Stopped at step {json.loads(said)['steps']}," in json.loads(said)["message"]


@pytest.mark.parametrize(
    ("arguments", "unbuffered"),
    [(XOR, ""), (XOR, "1"), (("--help",), ""), (("train", "--help"), "1")],
    ids=shown,
)
def test_that_a_full_disk_ends_with_one_sentence_and_a_closed_pipe_in_silence(
    arguments: tuple[str, ...], unbuffered: str
) -> None:
    with open("/dev/full", "w") as full:
        code, _, complaint = bpviz(*arguments, stdout=full, PYTHONUNBUFFERED=unbuffered)
    assert code == 1
    assert complaint.startswith("bpviz")
    assert "No space left on device" in complaint
    assert complaint.count("\n") == 1
    reading, writing = os.pipe()
    os.close(reading)
    try:
        code, _, complaint = bpviz(*arguments, stdout=writing, PYTHONUNBUFFERED=unbuffered)
    finally:
        os.close(writing)
    assert (code, complaint) == (141, "")


def test_that_a_full_disk_leaves_the_older_picture(files: Path, tmp_path: Path) -> None:
    code, _, complaint = bpviz("render", "--dataset", "xor", "--out", str(files / "full.png"))
    assert code == 1
    assert "No space left on device" in complaint
    assert complaint.count("\n") == 1
    (tmp_path / "old.png").write_bytes(b"old")
    (tmp_path / "old.png.part").symlink_to("/dev/full")
    code, _, complaint = bpviz("render", "--dataset", "xor", "--out", str(tmp_path / "old.png"))
    assert code == 1
    assert (tmp_path / "old.png").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.png"]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_that_every_output_can_be_read_in_ascii(environment: dict[str, str]) -> None:
    for arguments in (("render", "--help"), XOR, ("train", "--hidden", "λ")):
        code, said, complaint = bpviz(*arguments, **environment)
        assert code == (2 if "λ" in arguments else 0), complaint
        assert "Traceback" not in complaint
        assert (said + complaint).isascii() or environment.get("PYTHONIOENCODING") == "cp1252"
        assert ("learning rate lambda" in said) == ("--help" in arguments)
    code, said, _ = bpviz("train", "--dataset", "sine", "--json", *WILD, **environment)
    assert code == 1
    assert "λ" in json.loads(said)["message"]


@pytest.mark.parametrize("command", [(), ("train",), ("render",)])
def test_that_help_names_the_sub_commands_and_every_default(command: tuple[str, ...]) -> None:
    said = " ".join(bpviz(*command, "--help", COLUMNS="10000")[1].split("\n"))
    if not command:
        assert "bpviz train" in said
        assert "bpviz render" in said
    options = re.split(r"  (?=--[a-z])", said.partition("options:")[2])[1:]
    assert len(options) > 25
    flags = ("--version", "--stop ", "--json", "--digest", "--out")
    for option in options:
        assert "(default: " in option or option.startswith(flags), option


@pytest.mark.parametrize("arguments", [("train",), ("render", "--out", "x.png"), XOR])
def test_that_a_signal_at_the_very_beginning_ends_with_two_lines(
    arguments: tuple[str, ...],
) -> None:
    ended = interrupt(start(arguments))
    assert (ended.status, faults(ended)) == (130, [])
    assert ended.out == ""


def test_that_compiling_is_announced_and_interrupted_at_once() -> None:
    process = start(XOR, BPVIZ_NO_KERNEL_CACHE="1")
    assert process.stderr is not None
    assert process.stderr.readline().startswith(COMPILES)
    ended = interrupt(process)
    assert (ended.status, faults(ended), ended.out) == (130, [], "")
    assert "Interrupted while compiling the kernels" in ended.err


TRAINS = """
import os, sys
from bpviz.training.session import Session
whole = Session.advance

def advance(self, *arguments):
    done = whole(self, *arguments)
    if self.step > 2000:
        os.write(int(sys.argv[1]), b".")
    return done

Session.advance = advance
from bpviz.start import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize(("flags", "times"), [((), 1), (("--json",), 1), ((), 2)])
def test_that_an_interrupted_run_names_a_step_with_its_own_loss_and_digest(
    flags: tuple[str, ...], times: int
) -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", TRAINS, str(writing), *TRAIN, *flags],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, pass_fds=(writing,), cwd=ROOT,
    )  # fmt: skip
    os.close(writing)
    assert os.read(reading, 1) == b"."
    ended = interrupt(process, times=times)
    os.close(reading)
    assert (ended.status, faults(ended)) == (130, [])
    assert "bpviz train: Interrupted at step " in ended.err
    assert times == 2 or "the digest of the weights" in ended.err
    assert bool(ended.out) == bool(flags)


def test_that_an_interrupted_run_is_saved_at_the_step_that_it_names(tmp_path: Path) -> None:
    place = tmp_path / "run.bpviz"
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", TRAINS, str(writing), *TRAIN, "--save", str(place)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, pass_fds=(writing,), cwd=ROOT,
    )  # fmt: skip
    os.close(writing)
    assert os.read(reading, 1) == b"."
    ended = interrupt(process)
    os.close(reading)
    assert (ended.status, faults(ended, place)) == (130, [])
    assert f"; saved as {place}" in ended.err


def test_that_a_run_can_be_terminated_as_it_can_be_interrupted() -> None:
    ended = interrupt(start(TRAIN), signal.SIGTERM)
    assert (ended.status, faults(ended)) == (143, [])
    assert "bpviz train: Terminated " in ended.err


def test_that_what_a_shell_lets_ignore_signals_goes_on() -> None:
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    code += "import os; from bpviz import ending\n"
    code += "with ending.heard('bpviz'): os.kill(os.getpid(), signal.SIGINT); print('on')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "on\n", "")


def test_that_an_interrupt_of_a_caller_without_handlers_ends_in_two_lines_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bpviz.headless.load", interrupted)
    assert cli.main(list(XOR)) == 130
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 2


def test_that_a_library_that_cannot_be_loaded_is_said_in_one_line(tmp_path: Path) -> None:
    """As where memory is short: numba cannot begin without it."""
    broken = tmp_path / "llvmlite"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise OSError('Could not find/load libllvmlite.so')\n")
    code, said, complaint = bpviz("train", "--dataset", "xor", PYTHONPATH=str(tmp_path))
    assert (code, said) == (1, "")
    assert complaint.count("\n") == 1
    assert "A library cannot be loaded (Could not find/load libllvmlite.so)" in complaint
