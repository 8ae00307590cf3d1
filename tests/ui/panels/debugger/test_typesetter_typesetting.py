"""Formulas as pictures, and nothing beside."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = r"""
import logging
from bpviz.ui.panels.debugger.typesetter import typeset
log = logging.getLogger("bpviz")
log.addHandler(logging.NullHandler())
assert b"<svg" in typeset(r"\mathbf{z}_1 = W_1 \mathbf{x}")
log.error("A sentence that the window shows.")
"""


def test_that_typesetting_does_not_bring_the_log_to_the_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
