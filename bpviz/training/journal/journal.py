"""Journal: what a person changed along a branch, and what that says of any one step.

A journal is a value: a change gives another one, and the old one is still there for whoever undoes
it.  Versions share what they have in common, so that an entry costs the same however long the
journal is: the entries of the newest step stand in a part of their own, since only these can give
way to others, and everything before them is only ever added to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, Generic, TypeVar, cast, overload

from bpviz.network.rules import GradientRule
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)

NEVER = 2**63 - 1
"""A step that no run reaches."""

C = TypeVar("C", RateChange, RuleChange, Hold, Pin, Skip, WeightEdit)


def _step(change: Change) -> int:
    return change.step


def _place_of(change: Change) -> tuple[Any, ...] | None:
    """What a later change of the same place, at the same step, leaves nothing of."""
    if isinstance(change, Skip):
        return None
    if isinstance(change, WeightEdit):
        return change.step, change.matrix, change.row, change.column
    return change.step, type(change)


class _Kind(Generic[C]):
    """The entries of one kind in an `_Entries`, with their steps and their places there."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.steps: list[int] = []
        self.entries: list[C] = []


class _Entries:
    """Entries by rising step, only ever added to; one that gives way to a later one stays.

    Several parts share them, each of which sees so many from the first on; so an addition that is
    given up halfway is one that nobody sees.
    """

    def __init__(self, entries: Iterable[Change]) -> None:
        self.all: list[Change] = []
        self.kinds: dict[type, _Kind[Any]] = {}
        self.at: dict[tuple[Any, ...], int] = {}
        # Which entry leaves nothing of which, both by their places, and the other way round.
        self.replaces: dict[int, int] = {}
        self.gives_way: dict[int, int] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Change) -> None:
        place = len(self.all)
        self.all.append(entry)
        kind = self.kinds.setdefault(type(entry), _Kind())
        kind.places.append(place)
        kind.steps.append(entry.step)
        kind.entries.append(entry)
        key = _place_of(entry)
        if key is not None:
            before = self.at.get(key)
            if before is not None:
                self.replaces[place], self.gives_way[before] = before, place
            self.at[key] = place


class _Part:
    """The first `seen` of some entries, of which some may have given way."""

    __slots__ = ("_shared", "count", "seen")

    def __init__(self, shared: _Entries, seen: int, count: int) -> None:
        self._shared = shared
        self.seen = seen
        self.count = count

    @classmethod
    def of(cls, entries: Sequence[Change]) -> _Part:
        return cls(_Entries(entries), len(entries), len(entries))

    def __iter__(self) -> Iterator[Change]:
        return iter(self.between(0, self.seen))

    def between(self, first: int, last: int) -> list[Change]:
        """The entries from one place to another, each where the first of its kind stood."""
        last = min(last, self.seen)
        if self.count == self.seen:
            return self._shared.all[first:last]
        return [self._now(at) for at in range(first, last) if at not in self._shared.replaces]

    def _now(self, place: int) -> Change:
        """What the entry at `place` has given way to."""
        shared = self._shared
        key = _place_of(shared.all[place])
        newest = place if key is None else shared.at[key]
        if newest < self.seen:
            return shared.all[newest]
        while shared.gives_way.get(place, self.seen) < self.seen:  # as an older version sees it
            place = shared.gives_way[place]
        return shared.all[place]

    def __getitem__(self, at: int) -> Change:
        return self._shared.all[at] if self.count == self.seen else list(self)[at]

    def first_from(self, step: int) -> int:
        """The place of the first entry at or after `step`."""
        return bisect_left(self._shared.all, step, 0, self.seen, key=_step)

    def first_step_from(self, step: int) -> int | None:
        """The step of that entry; None if there is none."""
        at = self.first_from(step)
        return self._shared.all[at].step if at < self.seen else None

    def last_step(self) -> int:
        return self._shared.all[self.seen - 1].step if self.seen else -1

    def until(self, seen: int) -> _Part:
        assert self.count == self.seen, "of what is past nothing gives way"
        return _Part(self._shared, seen, seen)

    def with_all(self, entries: Iterable[Change]) -> _Part:
        shared, seen, count = self._shared, self.seen, self.count
        for entry in entries:
            if seen < len(shared.all) and shared.all[seen] is not entry:
                shared = _Entries(_Part(shared, seen, count))  # another version went another way
                seen = len(shared.all)
            if seen == len(shared.all):
                shared.add(entry)
            seen, count = seen + 1, count + (seen not in shared.replaces)
        return _Part(shared, seen, count)

    def in_common(self, other: _Part) -> int:
        whole = self.count == self.seen and other.count == other.seen
        return min(self.seen, other.seen) if whole and self._shared is other._shared else 0

    def latest(self, kind: type[C], step: int) -> C | None:
        """The last entry of a kind at or before `step`."""
        found = self._shared.kinds.get(kind)
        if found is None:  # as mostly, and it is asked for with every step
            return None
        at = bisect_right(found.steps, step, 0, bisect_left(found.places, self.seen))
        return found.entries[at - 1] if at else None

    def how_many(self, kind: type[Skip], step: int) -> int:
        """The number of entries of a kind, none of which gives way, at or before `step`."""
        found = self._shared.kinds.get(kind)
        if found is None:
            return 0
        return bisect_right(found.steps, step, 0, bisect_left(found.places, self.seen))

    def at(self, kind: type[C], step: int) -> list[C]:
        """The entries of a kind at `step`."""
        found = self._shared.kinds.get(kind)
        if found is None:
            return []
        seen = bisect_left(found.places, self.seen)
        first = bisect_left(found.steps, step, 0, seen)
        last = bisect_right(found.steps, step, first, seen)
        if self.count == self.seen:
            return found.entries[first:last]
        places = (found.places[at] for at in range(first, last))
        entries = [self._now(place) for place in places if place not in self._shared.replaces]
        return cast("list[C]", entries)


class Journal(Sequence[Change]):
    """Changes by rising step, beginning with λ at step 0; immutable.

    Parameters
    ----------
    changes : sequence of Change
        The first is a `RateChange`.
    rule : GradientRule
        The settings' rule, which holds until another is chosen.
    """

    __slots__ = ("_newest", "_past", "_rule")

    def __init__(self, changes: Sequence[Change], rule: GradientRule = GradientRule.EXACT) -> None:
        assert isinstance(changes[0], RateChange), "a journal begins with λ at step 0"
        newest = bisect_left(changes, changes[-1].step, key=_step)
        self._past, self._newest = _Part.of(changes[:newest]), _Part.of(changes[newest:])
        self._rule = rule

    def _with(self, past: _Part, newest: _Part) -> Journal:
        journal = Journal.__new__(Journal)
        journal._past, journal._newest, journal._rule = past, newest, self._rule
        return journal

    # ---- as a sequence

    def __len__(self) -> int:
        return self._past.count + self._newest.count

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Change]: ...
    def __getitem__(self, at: int | slice) -> Change | Sequence[Change]:
        if isinstance(at, slice):
            return list(self)[at]
        place = range(len(self))[at]
        past = self._past.count
        return self._past[place] if place < past else self._newest[place - past]

    def __iter__(self) -> Iterator[Change]:
        yield from self._past
        yield from self._newest

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Journal, list, tuple)):
            return NotImplemented
        return self is other or (len(self) == len(other) and list(self) == list(other))

    def __repr__(self) -> str:
        return f"<Journal: {len(self)} entries, the last {self[-1]}>"

    # ---- other versions

    def noted(self, change: Change) -> Journal:
        """Return it with `change`, which takes the place of one of the same thing at its step.

        There is nothing beyond that step, see `until`.
        """
        assert self._newest.last_step() <= change.step
        if self._newest.last_step() == change.step:
            return self._with(self._past, self._newest.with_all([change]))
        return self._with(self._past.with_all(self._newest), _Part.of([change]))

    def until(self, step: int) -> Journal:
        """Return it without what comes after `step`; `step` is at least 0."""
        if self._newest.last_step() <= step:
            return self
        past = self._past
        kept = self._newest.between(0, self._newest.first_from(step + 1))
        if kept:
            return self._with(past, _Part.of(kept))
        end = past.first_from(step + 1)
        first = past.first_from(past.until(end).last_step())
        return self._with(past.until(first), _Part.of(past.between(first, end)))

    def unpinned(self, step: int) -> Journal:
        """Return it without a pair chosen for `step`, beyond which there is nothing."""
        if not self._newest.at(Pin, step):
            return self
        kept = [change for change in self._newest if not isinstance(change, Pin)]
        return self._with(self._past, _Part.of(kept)) if kept else self.until(step - 1)

    def in_common(self, other: Journal) -> int:
        """Return how many entries from the first on are surely the same, without a look at all."""
        same = self._past.in_common(other._past)
        if same < self._past.count or same < other._past.count:
            return same
        return same + self._newest.in_common(other._newest)

    def beyond(self, other: Journal) -> tuple[Change, ...]:
        """Return the entries that come after what both begin with; without the λ of the start."""
        same = self.in_common(other)
        if same < min(len(self), len(other)):
            pairs = zip(self, other, strict=False)
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return tuple(self)[max(same, 1) :]

    # ---- what it says of a step

    def _latest(self, kind: type[C], step: int) -> C | None:
        return self._newest.latest(kind, step) or self._past.latest(kind, step)

    def at(self, step: int) -> tuple[Change, ...]:
        """The entries at `step`, in order."""
        return tuple(
            change
            for part in (self._past, self._newest)
            for change in part.between(part.first_from(step), part.first_from(step + 1))
        )

    def rate(self, step: int) -> float:
        """λ of the update after `step` updates."""
        change = self._latest(RateChange, step)
        assert change is not None
        return change.learning_rate

    def rule(self, step: int) -> GradientRule:
        """The formula that δ1 of step `step` follows."""
        change = self._latest(RuleChange, step)
        return self._rule if change is None else change.gradient_rule

    def pinned(self, step: int) -> int | None:
        """The pair chosen for this one step."""
        change = self._latest(Pin, step)
        return None if change is None or change.step != step else change.sample

    def held(self, step: int) -> int | None:
        """The pair that every step trains on from before `step`."""
        change = self._latest(Hold, step)
        return None if change is None else change.sample

    def draw(self, step: int) -> int:
        """Which draw of the sampler step `step` takes: pairs left out move it up."""
        return step + self._past.how_many(Skip, step) + self._newest.how_many(Skip, step)

    def edits(self, step: int) -> Sequence[WeightEdit]:
        """The weights that were set before step `step`, in order."""
        return self._past.at(WeightEdit, step) + self._newest.at(WeightEdit, step)

    def end(self, step: int) -> int:
        """First step after `step` that anything may be different for."""
        if self.pinned(step) is not None:
            return step + 1
        following = self._past.first_step_from(step + 1) or self._newest.first_step_from(step + 1)
        return NEVER if following is None else following
