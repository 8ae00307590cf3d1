"""Kills at random moments; `scripts/kill_loop.py` does five hundred."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed")
def test_that_no_kill_costs_an_acknowledged_change() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.kill_loop", "--kills", "3", "--seed", "20"],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "; 0 went wrong" in done.stdout
