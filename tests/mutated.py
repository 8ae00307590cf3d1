"""A little module for the script that puts mistakes into modules."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

LIMIT = 5


def _decorated(function: Callable[[float], float]) -> Callable[[float], float]:
    @wraps(function)
    def inner(x: float) -> float:
        return function(x)

    return inner


@_decorated
def twice(x: float) -> float:
    """2x."""
    return 2 * x


class Box:
    """Holds a number."""

    def __init__(self, x: float) -> None:
        self.x = x

    @property
    def doubled(self) -> float:
        """2x."""
        return twice(self.x)
