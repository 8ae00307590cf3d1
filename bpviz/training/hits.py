"""Hits: where breakpoints stopped a branch, in bounded memory."""

from __future__ import annotations

from bisect import bisect_right, insort

from bpviz.training.notes import HitNote

_KEPT = 10_000
_SHOWN = 1_000


def _step(hit: HitNote) -> int:
    return hit.step


class Hits:
    """Stops of one branch by rising step; the newest 10 000 of them."""

    def __init__(self) -> None:
        self._hits: list[HitNote] = []
        self._known: set[tuple[int, int]] = set()
        self._notes: tuple[HitNote, ...] | None = None

    def add(self, hit: HitNote) -> None:
        """Enter a stop; the same breakpoint at the same step counts once."""
        if (hit.step, hit.number) in self._known:
            return
        self._known.add((hit.step, hit.number))
        insort(self._hits, hit, key=_step)
        if len(self._hits) > _KEPT:
            gone = self._hits.pop(0)
            self._known.discard((gone.step, gone.number))
        self._notes = None

    def cut(self, end: int) -> Hits:
        """Return a copy of those before step `end`."""
        copy = Hits()
        copy._hits = self._hits[: bisect_right(self._hits, end - 1, key=_step)]
        copy._known = {(hit.step, hit.number) for hit in copy._hits}
        return copy

    def clear(self) -> None:
        """Forget all of them."""
        self._hits.clear()
        self._known.clear()
        self._notes = None

    def notes(self) -> tuple[HitNote, ...]:
        """Return the newest 1 000; the same object until something changes."""
        if self._notes is None:
            self._notes = tuple(self._hits[-_SHOWN:])
        return self._notes
