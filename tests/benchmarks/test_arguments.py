"""What a benchmark cannot use is refused in a sentence that says what it can."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.arguments import a_count, a_folder, a_positive, a_seed, a_share, a_size

Kind = Callable[[str], object]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (a_count, "1", 1), (a_count, "4096", 4096),
        (a_seed, "0", 0), (a_seed, str(2**63 - 1), 2**63 - 1),
        (a_positive, "0.4", 0.4), (a_positive, "1e-3", 1e-3),
        (a_share, "1", 1.0), (a_share, "0.2", 0.2),
        (a_size, "1600x1000", (1600, 1000)), (a_size, "3840X2160", (3840, 2160)),
    ],
)  # fmt: skip
def test_that_what_can_be_used_is_taken(kind: Kind, text: str, value: object) -> None:
    assert kind(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (a_count, "0", "whole number of 1 or more"), (a_count, "1.5", "whole number"),
        (a_count, "many", "whole number"), (a_seed, "-1", "whole number of 0 or more"),
        (a_seed, str(2**63), "too large"), (a_positive, "0", "finite number above 0"),
        (a_positive, "nan", "finite number"), (a_positive, "inf", "finite number"),
        (a_positive, "x", "finite number"), (a_share, "1.01", "at most 1"),
        (a_share, "0", "above 0"), (a_size, "5", "such as 1600x1000"),
        (a_size, "5x", "such as"), (a_size, "1x2x3", "such as"), (a_size, "0x9", "such as"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_used_is_refused(kind: Kind, text: str, words: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=words):
        kind(text)


def test_that_results_go_to_a_folder_that_is_there(tmp_path: Path) -> None:
    assert a_folder(str(tmp_path)) == tmp_path
    with pytest.raises(argparse.ArgumentTypeError, match="no folder"):
        a_folder(str(tmp_path / "nowhere"))
    assert list(tmp_path.iterdir()) == []
