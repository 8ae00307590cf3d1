"""``bpviz render`` and what it shares with ``bpviz train``."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from bpviz.network import GradientRule
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.rule_comparison.model import rule_colour


def bpviz(*argv: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which has no window before."""
    code = "import sys; from bpviz.app import main; raise SystemExit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *argv],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("size", "panel"),
    [("64x64", ()), ("640x400", ()), ("420x800", ("--panel", "setup_panel"))],
)
def test_that_a_picture_of_any_size_is_finished(
    size: str, panel: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "picture.png"
    run = ("render", "--dataset", "xor", "--steps", "50")
    done = bpviz(*run, "--size", size, *panel, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(out))
    assert f"{picture.width()}x{picture.height()}" == size


def test_that_a_trial_of_both_rules_is_on_the_picture(tmp_path: Path) -> None:
    pictures = []
    for trial in ((), ("--both-rules", "300")):
        out = tmp_path / f"picture{len(pictures)}.png"
        run = ("render", "--dataset", "xor", "--steps", "300", *trial)
        done = bpviz(*run, "--panel", "rule_panel", "--size", "800x600", "--out", str(out))
        assert (done.returncode, done.stderr) == (0, "")
        pictures.append(QImage(str(out)))
    printed = QColor(rule_colour(GradientRule.AS_PRINTED, LIGHT))
    places = list(itertools.product(range(800), range(600)))
    before, after = (
        sum(picture.pixelColor(*place) == printed for place in places) for picture in pictures
    )
    assert after > before + 200  # the loss of the printed rule, and its cosine


@pytest.mark.parametrize("how", [("--steps", "300"), ("--steps", "0", "--both-rules", "300")])
def test_that_a_run_whose_numbers_overflow_is_on_the_picture_with_a_word_of_it(
    how: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "picture.png"
    wild = ("--sigma1", "relu", "--sigma2", "identity", "--learning-rate", "50")
    run = ("render", "--dataset", "sine", *wild, *how)
    done = bpviz(*run, "--layout", "check", "--size", "800x600", "--out", str(out))
    assert done.returncode == 0
    assert done.stderr.startswith("bpviz render: ")
    assert done.stderr.count("\n") == 1
    assert "λ" in done.stderr
    assert QImage(str(out)).width() == 800


def test_that_a_trial_of_no_steps_is_refused(tmp_path: Path) -> None:
    done = bpviz("render", "--both-rules", "0", "--out", str(tmp_path / "picture.png"))
    assert done.returncode == 2
    assert "The number of steps with both rules is 0; it must be a whole number" in done.stderr


@pytest.mark.parametrize("command", ["train", "render"])
def test_that_an_empty_name_is_no_data_set(command: str, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "picture.png")) if command == "render" else ()
    done = bpviz(command, "--dataset", "", "--steps", "0", *out)
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "There is no data set ''" in done.stderr
