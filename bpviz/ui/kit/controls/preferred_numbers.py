"""Round values to step through, above all ten a decade: 1, 1.3, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 7.9.

Every step multiplies by about 10^(1/10).  Values are counted by an index: notch 0 is 1, notch −10
is 0.1, notch 10 is 10.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

PER_DECADE = 10
_DIGITS = ("1.0", "1.3", "1.6", "2.0", "2.5", "3.2", "4.0", "5.0", "6.3", "7.9")
_FIRST, _LAST = -3000, 3080  # within the normal float64 numbers


def value_of(index: int) -> float:
    """Return the value of notch `index`; beyond 1e−300 and 1e308 it stays there."""
    decade, place = divmod(min(max(index, _FIRST), _LAST), PER_DECADE)
    return float(f"{_DIGITS[place]}e{decade}")


def nearest(value: float) -> int:
    """Return the index of the notch nearest to `value` > 0 on a logarithmic scale."""
    return min(max(round(PER_DECADE * math.log10(value)), _FIRST), _LAST)


def moved(value: float, notches: int) -> float:
    """Return the value `notches` notches above `value` > 0 (below, if negative).

    A value between two notches goes to the next one in that direction first.
    """
    if notches == 0:
        return value
    index = nearest(value)
    here = value_of(index)
    if not math.isclose(here, value, rel_tol=1e-9):
        if notches > 0 and here > value:
            notches -= 1
        elif notches < 0 and here < value:
            notches += 1
    return value_of(index + notches)


def through(places: Sequence[float]) -> Callable[[float, int], float]:
    """Return a function that goes from a value so many `places`, which rise, up or down.

    It never goes against its direction, not even from a value beyond the last place.
    """

    def step(value: float, steps: int) -> float:
        place = bisect_right(places, value) - 1 if steps > 0 else bisect_left(places, value)
        there = places[min(max(place + steps, 0), len(places) - 1)]
        return max(there, value) if steps > 0 else min(there, value)

    return step


one_two_five = through(tuple(digit * 10**power for power in range(19) for digit in (1, 2, 5)))
"""Goes through 1, 2, 5, 10, 20, 50 … up to 5·10¹⁸, all of them ints."""
