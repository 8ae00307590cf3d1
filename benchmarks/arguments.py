"""Types of command line options: what cannot be used is refused in a sentence."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

__all__ = ["a_count", "a_folder", "a_positive", "a_seed", "a_share", "a_size"]


def a_count(text: str) -> int:
    """Return a whole number from 1 on."""
    return _whole(text, 1)


def a_seed(text: str) -> int:
    """Return a whole number from 0 to 2⁶³ − 1."""
    number = _whole(text, 0)
    if number >= 2**63:
        raise argparse.ArgumentTypeError(f"{text} is too large: a seed is at most 2^63 - 1")
    return number


def _whole(text: str, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of {least} or more")
    return number


def a_positive(text: str) -> float:
    """Return a finite number above 0."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0.0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a finite number above 0")
    return number


def a_share(text: str) -> float:
    """Return a number above 0 and at most 1."""
    number = a_positive(text)
    if number > 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share: it is at most 1")
    return number


def a_size(text: str) -> tuple[int, int]:
    """Return width and height from a text like 1600x1000."""
    try:
        width, height = map(a_count, text.lower().split("x"))
    except (ValueError, argparse.ArgumentTypeError):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a size: width x height in pixels, such as 1600x1000"
        ) from None
    return width, height


def a_folder(text: str) -> Path:
    """Return a folder that is there."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is no folder that is there")
    return path
