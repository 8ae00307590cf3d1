"""How much of a look fits into one slice of time."""

from __future__ import annotations


def next_slice(size: int, elapsed: float, seconds: float, *, least: int = 1) -> int:
    """Return how many samples the next slice should take.

    Parameters
    ----------
    size : int
        How many the one before took.
    elapsed : float
        Seconds that it took; 0 where the clock is too coarse for it.
    seconds : float
        What a slice should take.
    least : int
        Fewer are never taken.

    Returns
    -------
    int
        In proportion, but at most twice as many as before: one that was quick by chance must not
        make the next one long.
    """
    ideal = size * seconds / max(elapsed, 1e-9)
    return max(least, int(min(ideal, 2 * size)))
