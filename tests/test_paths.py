"""Where the user's state lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bpviz.paths import user_state


@pytest.mark.parametrize(
    ("platform", "name", "usual"),
    [
        ("linux", "XDG_STATE_HOME", ".local/state/bpviz"),
        ("darwin", "", "Library/Application Support/bpviz"),
        ("win32", "LOCALAPPDATA", "AppData/Local/bpviz"),
    ],
)
def test_that_state_lies_where_the_system_wants_it(
    platform: str, name: str, usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, "not/absolute")
    assert user_state() == tmp_path / usual
    if name:
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
        assert user_state() == tmp_path / "elsewhere" / "bpviz"
