"""Without a screen the program says so in one sentence, and Qt never gets to abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bpviz import display


def test_that_no_display_is_said_with_every_way_to_go_on() -> None:
    said = display.obstacle({}, "linux")
    for part in ("DISPLAY", "xvfb-run", "QT_QPA_PLATFORM=offscreen", "bpviz train"):
        assert part in said


def test_that_offscreen_and_other_systems_have_no_obstacle() -> None:
    assert display.obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    assert display.obstacle({"QT_QPA_PLATFORM": "offscreen:size=1x1"}, "linux") == ""
    assert display.obstacle({}, "darwin") == ""
    assert display.obstacle({}, "win32") == ""


def test_that_an_unknown_platform_is_named_with_the_known_ones() -> None:
    said = display.obstacle({"QT_QPA_PLATFORM": "nonsense"}, "linux")
    assert "nonsense" in said
    assert "offscreen" in said


def test_that_a_display_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_plugin_obstacle", lambda name: "")
    said = display.obstacle({"DISPLAY": ":4711"}, "linux")
    assert "DISPLAY=:4711" in said
    assert "bpviz train" in said


def test_that_a_missing_library_is_named_with_the_line_to_type(
    tmp_path: Path, monkeypatch: Any
) -> None:
    def missing(path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr(display.ctypes, "CDLL", missing)
    said = display.obstacle({"DISPLAY": ":0"}, "linux")
    assert "libxcb-cursor.so.0" in said
    assert "apt install" in said
    assert "libxcb-cursor0" in said


def test_that_a_wayland_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = display.obstacle(
        {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux"
    )
    assert "wayland-7" in said


def test_that_a_qt_that_cannot_be_imported_is_explained() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    said = display.import_obstacle(error)
    assert "libEGL.so.1" in said
    assert "libegl1" in said
    assert "PySide6" in display.import_obstacle(ImportError("No module named 'PySide6'"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.parametrize("given", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "nonsense"}])
def test_that_the_program_ends_with_one_sentence_and_code_2(given: dict[str, str]) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden} | given
    done = subprocess.run(
        [sys.executable, "-c", "import bpviz.app, sys; sys.exit(bpviz.app.main([]))"],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("bpviz: ")
