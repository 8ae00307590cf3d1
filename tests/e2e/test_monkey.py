"""A monkey over the window, in short; `scripts/monkey.py` is the long form."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bpviz.datasets import load
from bpviz.network.digest import digest
from bpviz.training import Session, Settings
from bpviz.training.journal.entries import RateChange
from scripts.monkey import go_to, make

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", [0, 3])
def test_that_whatever_a_monkey_does_can_be_had_again_to_the_bit(seed: int) -> None:
    """In a process of its own: it leaves fonts and languages as it likes them."""
    done = subprocess.run(
        [sys.executable, "scripts/monkey.py", "--first", str(seed), "--seeds", "1",
         "--actions", "30"],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 went wrong" in done.stdout


def test_that_a_change_made_at_another_step_would_be_seen() -> None:
    def trained(at: int) -> str:
        session = Session(Settings(n_hidden=3), load("xor"))
        go_to(session, at)
        make(session, RateChange(at, 0.5))
        go_to(session, 40)
        return digest(session.network)

    assert trained(5) == trained(5)
    assert trained(5) != trained(6)
