"""``bpviz render`` and what it shares with ``bpviz train``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage


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


@pytest.mark.parametrize("command", ["train", "render"])
def test_that_an_empty_name_is_no_data_set(command: str, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "picture.png")) if command == "render" else ()
    done = bpviz(command, "--dataset", "", "--steps", "0", *out)
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "There is no data set called ''" in done.stderr
