"""The benchmarks run, and say in one line what they cannot do here."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]


def run(script: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, f"benchmarks/{script}", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("gcc") is None, reason="There is no gcc here.")
def test_that_the_c_loop_stands_at_the_same_weights_and_is_compared() -> None:
    lines = run("c_engine.py", "--quick", "--hidden", "7", "16").splitlines()
    assert lines[0].startswith("bpviz as a multiple of")
    for line, hidden in zip(lines[1:], (7, 16), strict=True):
        assert re.fullmatch(rf"l = {hidden}( +\d+\.\d\d){{4}}", line)


def test_that_without_a_c_compiler_one_line_says_so(tmp_path: Path) -> None:
    said = run("c_engine.py", "--quick", PATH=str(tmp_path))
    assert said == "There is no gcc here: the C loop is left out.\n"


def test_that_a_c_compiler_that_fails_is_told_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "gcc"
    broken.write_text("#!/bin/sh\necho 'no such option' >&2\nexit 1\n")
    broken.chmod(0o755)
    said = run("c_engine.py", "--quick", PATH=f"{tmp_path}{os.pathsep}/bin")
    assert said == "The C loop does not compile here, and is left out: no such option\n"


def test_that_every_way_through_inputs_of_any_density_is_compared() -> None:
    lines = run("density.py", "--quick", "--inputs", "5", "--hidden", "7").splitlines()
    assert lines[1].split() == ["0.20", "0.50", "0.60", "0.75", "0.90", "1.00"]
    for line, way in zip(lines[2:], ("in turn", "engine"), strict=True):
        assert re.fullmatch(rf"n = 5, l = 7, {way}( +\d+\.\d\d){{6}}", line)


def test_that_questions_at_the_past_are_compared_with_the_run() -> None:
    first, *lines = run("past.py", "--hidden", "10", "--steps", "300", "--rounds", "1").splitlines()
    assert re.fullmatch(r"MNIST, l = 10, 300 steps: training \d+\.\d\d µs a step", first)
    assert len(lines) > 20
    for line in lines:
        assert re.fullmatch(r".+ +\d+\.\d\d times that", line)


def test_that_a_new_run_of_any_size_is_waited_for() -> None:
    (line,) = run(
        "new_run.py", "--dataset", "iris", "--hidden", "5", "--rounds", "1", "--size", "800x600"
    ).splitlines()
    seconds = r"\d+\.\d\d s"
    assert re.fullmatch(
        rf"l = 5: shown after {seconds} \(at most {seconds}\), gaps up to \d+ ms, figures after "
        rf"{seconds}",
        line,
    )


def test_that_saving_and_opening_a_run_are_compared() -> None:
    lines = run("documents.py", "--quick", "--hidden", "7").splitlines()
    assert lines[0] == "iris, l = 7, 5,000 steps, and a branch of 3,000"
    assert [line[:17].strip() for line in lines[1:]] == [
        "size", "recipe", "copy", "saving", "data alone", "reading the file", "at its position",
        "opening",
    ]  # fmt: skip


def test_that_the_scaling_writes_its_page_and_its_figure(tmp_path: Path) -> None:
    run("scaling.py", "--quick", "--out", str(tmp_path))
    page = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert (tmp_path / "images" / "scaling.png").name in page
    rows = re.findall(r"^\| [\d ]+ \| [\d.e+-]+× \| \d+\.\d\d \|", page, flags=re.M)
    assert len(rows) == 8
    assert platform.node() not in page
    assert str(ROOT) not in page
    with Image.open(tmp_path / "images" / "scaling.png") as image:
        assert image.size == (1640, 1280)


def test_that_late_changes_are_compared_with_early_ones() -> None:
    lines = run("journal.py", "--quick").splitlines()
    assert [line.split()[0] for line in lines] == ["entry", "fork", "edit"]
    assert all(re.search(r": \d+\.\d\d$", line) for line in lines)


def test_that_files_of_every_step_are_compared_with_those_of_others() -> None:
    lines = run("exports.py", "--quick", "--hidden", "3").splitlines()
    assert len(lines) == 5
    words = ("csv module", "savetxt", "NPZ", "disk", "again")
    for line, word in zip(lines, words, strict=True):
        assert word in line
        assert re.fullmatch(r"50000 steps .*: \d+\.\d+ .*", line)


def test_that_switching_arrangements_is_told_in_multiples_of_the_second_round() -> None:
    lines = run("layouts.py", "--switches", "15").splitlines()
    assert re.fullmatch(r"second round: \d+ ms a switch, \d+ widgets", lines[0])
    assert re.fullmatch(r"switch 15: \d+\.\d\d times that, \d+ widgets", lines[1])
    assert len(lines) == 2
