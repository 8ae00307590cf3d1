"""Hits: where breakpoints stopped a branch, in bounded memory."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bpviz.training.infos import HitInfo

_KEPT = 10_000
_SHOWN = 1_000


def _step(hit: HitInfo) -> int:
    return hit.step


@dataclass(frozen=True, eq=False)
class Hits:
    """Stops of one branch by rising step; the newest 10 000 of them.  Immutable."""

    all: tuple[HitInfo, ...] = ()

    def with_all(self, new: Iterable[HitInfo]) -> Hits:
        """Return them with some more; the same breakpoint at the same step counts once."""
        hits = self.all
        for hit in new:
            first, last = (
                bisect_left(hits, hit.step, key=_step),
                bisect_right(hits, hit.step, key=_step),
            )
            if all(known.number != hit.number for known in hits[first:last]):
                hits = (*hits[:last], hit, *hits[last:])[-_KEPT:]
        return self if hits is self.all else Hits(hits)

    def cut(self, end: int) -> Hits:
        """Return those before step `end`."""
        return Hits(self.all[: bisect_right(self.all, end - 1, key=_step)])

    @cached_property
    def shown(self) -> tuple[HitInfo, ...]:
        """The newest 1 000, always the same object."""
        return self.all[-_SHOWN:]
