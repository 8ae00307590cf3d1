"""What the command line says, and what it returns, without a screen."""

from __future__ import annotations

import pytest

from bpviz import cli


def test_that_too_little_memory_for_keyframes_ends_with_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["train", "--dataset", "mnist", "--hidden", "4096", "--keyframe-memory", "40"]
    assert cli.main([*arguments, "--steps", "1"]) != 0
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    assert "two keyframes of this network take" in out.err
    assert "smaller hidden size l" in out.err


def test_that_a_picture_inside_a_step_needs_a_row_that_there_is(
    capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    arguments = ["render", "--dataset", "xor", "--steps", "3", "--out", f"{tmp_path}/x.png"]
    assert cli.main([*arguments, "--phase", "grad_W1", "--row", "99"]) != 0
    assert "row 99" in capsys.readouterr().err
