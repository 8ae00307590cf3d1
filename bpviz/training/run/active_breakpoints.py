"""Breakpoints: the conditions of a run, each with its switch and its counts."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats
from bpviz.network.watchpoints import OFF, SEARCH, STOP, Watchpoints
from bpviz.quoting import spelled
from bpviz.training.breakpoints import COUNTED, Breakpoint, Condition
from bpviz.training.infos import BreakpointInfo
from bpviz.training.message import Message, sentence_of
from bpviz.training.run.run_state import BreakpointList, Standing, exclusive
from bpviz.training.run.watched_numbers import Wanted, WatchedNumbers
from bpviz.training.settings import MAX_SEED, SettingsError, check_count


class Breakpoints:
    """All breakpoints of a session, in the order in which they were added.

    Parameters
    ----------
    dataset : Dataset
        Samples and classes must exist in it.
    standing : Standing
        Where they are kept.
    numbers : WatchedNumbers
        Of the run, for those that are about one.
    """

    def __init__(self, dataset: Dataset, standing: Standing, numbers: WatchedNumbers) -> None:
        self._dataset = dataset
        self._standing = standing
        self._numbers = numbers
        self._ahead: Floats | None = None

    def __iter__(self) -> Iterator[BreakpointInfo]:
        """All of them as they stand."""
        return iter(self.notes())

    def __len__(self) -> int:
        return len(self.notes())

    def notes(self) -> tuple[BreakpointInfo, ...]:
        """Return all of them as they stand; the same object until something changes."""
        return self._standing.state.breakpoints.notes

    @exclusive
    def add(self, breakpoint: Breakpoint, *, ignore: int = 0, enabled: bool = True) -> int:
        """Arm `breakpoint`; the same one twice is one, with the newer ignore count and switch.

        Parameters
        ----------
        breakpoint : Breakpoint
        ignore : int
            Hits that only count, 0 … 2⁶³ − 1.
        enabled : bool

        Returns
        -------
        int
            Its number, by which it can be changed and removed.

        Raises
        ------
        SettingsError
            If its sample or class does not exist, or an argument is wrong.
        """
        ignore = check_count("The ignore count", ignore, 0, MAX_SEED)
        self.check(breakpoint)
        same = self._same_as(breakpoint)
        if same is not None:
            newer = replace(same, ignore=ignore, enabled=bool(enabled))
            self._keep(newer if each is same else each for each in self.notes())
            return same.number
        number = self._standing.state.breakpoints.following
        why = self._never(breakpoint)
        note = BreakpointInfo(number, breakpoint, bool(enabled), ignore, problem=why)
        self._keep((*self.notes(), note), number + 1)
        return number

    @exclusive
    def change(
        self,
        number: int,
        *,
        breakpoint: Breakpoint | None = None,
        enabled: bool | None = None,
        ignore: int | None = None,
        reset_hits: bool = False,
    ) -> None:
        """Change what is not None; another condition begins to count anew.

        Raises
        ------
        SettingsError
            If there is no breakpoint of that number, what is new does not fit, or another one
            is just that.
        """
        note = self._note(number)
        if breakpoint is not None:
            self.check(breakpoint)
            if breakpoint != note.breakpoint:
                same = self._same_as(breakpoint)
                if same is not None:
                    raise SettingsError(
                        Message.of(
                            "Breakpoint number {number} is the same already. Use another value.",
                            number=same.number,
                        )
                    )
                why = self._never(breakpoint)
                note = replace(note, breakpoint=breakpoint, hits=0, problem=why)
        if ignore is not None:
            note = replace(note, ignore=check_count("The ignore count", ignore, 0, MAX_SEED))
        if enabled is not None:
            note = replace(note, enabled=bool(enabled))
        if reset_hits:
            note = replace(note, hits=0)
        self._keep(note if each.number == note.number else each for each in self.notes())

    @exclusive
    def remove(self, number: int) -> None:
        """Remove one.

        Raises
        ------
        SettingsError
            If there is no breakpoint of that number.
        """
        gone = self._note(number)
        self._keep(note for note in self.notes() if note is not gone)

    @exclusive
    def clear(self) -> None:
        """Remove all."""
        self._keep(())

    @exclusive
    def take_over(self, other: Breakpoints) -> None:
        """Take the breakpoints of another session; what does not fit this data says why."""
        kept = {note.number: note for note in self.notes()}
        kept.update((note.number, replace(self._judged(note), hits=0)) for note in other.notes())
        following = (each._standing.state.breakpoints.following for each in (self, other))
        self._keep(kept.values(), max(following))

    def _judged(self, note: BreakpointInfo) -> BreakpointInfo:
        """Return it with what says why it cannot act on this data, if anything."""
        why = self._never(note.breakpoint)
        try:
            self.check(note.breakpoint)
        except SettingsError as error:
            why = sentence_of(error)
        return replace(note, problem=why)

    @exclusive
    def restore(self, notes: Iterable[BreakpointInfo], following: int) -> None:
        """Take these in place of all others, counts included; `following` is the next number."""
        self._keep(map(self._judged, notes), following)

    # ---- for the session

    @property
    def any_armed(self) -> bool:
        """Whether one is enabled and can act."""
        return any(map(_is_armed, self.notes()))

    def watch(self, mode: int = STOP) -> Watchpoints:
        """Return arrays for the kernels; see `Watchpoints.mode`.  What they count in these counts
        when the session takes it from `counted`."""
        armed = list(filter(_is_armed, self.notes()))
        watch = self.watchpoints([note.breakpoint for note in armed], ahead=self._ahead)
        for b, note in enumerate(armed):
            watch.ignore[b], watch.hits[b] = note.ignore, note.hits
        watch.mode[0] = mode if armed else OFF
        if watch.watches.ahead.size:
            self._ahead = watch.watches.ahead
        return watch

    def watchpoints(
        self,
        conditions: Sequence[Breakpoint],
        also: Sequence[Wanted] = (),
        room: int = 0,
        ahead: Floats | None = None,
    ) -> Watchpoints:
        """Return arrays for the kernels, in the mode SEARCH, that nobody counts in.

        Parameters
        ----------
        conditions : sequence of Breakpoint
            That make sense in this run.
        also : sequence of Wanted
            Numbers to be looked at besides, the first of `Watchpoints.watches`.
        room : int
            For so many steps in the series, and for so many that are found.
        ahead : (n + d, l) float64, optional
            See `WatchedNumbers.arrays`.
        """
        wanted = list(also)
        numbers, limits = [], []
        for each in conditions:
            needs = Wanted.of(each)
            if needs is not None:
                wanted.append(needs)
            index = len(wanted) - 1 if needs is not None else 0
            numbers.append(each.value if each.condition in COUNTED else index)
            limits.append(0.0 if each.condition in COUNTED else each.value)
        watches = self._numbers.arrays(wanted, room if also else 0, ahead)
        watch = Watchpoints.empty(len(conditions), self._dataset.threshold, watches, room)
        watch.codes[:] = [each.condition for each in conditions]
        watch.numbers[:] = numbers
        watch.limits[:] = limits
        watch.mode[0] = SEARCH
        return watch

    @property
    def look_back(self) -> bool:
        """Whether one that is armed compares with the step before."""
        return any(_is_armed(note) and note.breakpoint.looks_back for note in self.notes())

    def counted(self, watch: Watchpoints) -> BreakpointList:
        """Return the breakpoints with what the kernels counted in `watch`."""
        kept, hits = self._standing.state.breakpoints, iter(watch.hits.tolist())
        notes = tuple(
            note if not _is_armed(note) or (count := next(hits)) == note.hits
            else replace(note, hits=count)
            for note in kept.notes
        )  # fmt: skip
        if all(map(operator.is_, notes, kept.notes)):
            return kept
        return BreakpointList(notes, kept.following)

    def fired(self, watch: Watchpoints) -> list[tuple[int, Breakpoint]]:
        """Return those that stopped a run that looked at `watch`, with their numbers."""
        armed = filter(_is_armed, self.notes())
        return [
            (note.number, note.breakpoint)
            for note, fired in zip(armed, watch.fired, strict=True)
            if fired
        ]

    def _keep(self, notes: Iterable[BreakpointInfo], following: int | None = None) -> None:
        state = self._standing.state
        if following is None:
            following = state.breakpoints.following
        kept = BreakpointList(tuple(notes), following)
        self._standing.state = replace(state, breakpoints=kept)

    def _same_as(self, breakpoint: Breakpoint) -> BreakpointInfo | None:
        return next((note for note in self.notes() if note.breakpoint == breakpoint), None)

    def _note(self, number: int) -> BreakpointInfo:
        for note in self.notes():
            if note.number == number:
                return note
        raise SettingsError(Message.of("There is no breakpoint number {number}.", number=number))

    def check(self, breakpoint: Breakpoint) -> None:
        """See that its sample, class or watch exists in this run.

        Raises
        ------
        SettingsError
            If not.
        """
        if not isinstance(breakpoint, Breakpoint):
            raise SettingsError(
                f"The breakpoint is {spelled(breakpoint)}; it must be a Breakpoint, such as "
                "Breakpoint.loss_above(0.5)."
            )
        data = self._dataset
        if breakpoint.condition is Condition.SAMPLE:
            check_count("The sample of the breakpoint", breakpoint.value, 0, data.n_samples - 1)
        if breakpoint.watch is not None:
            self._numbers.check(breakpoint.watch, self._standing.state.own_pairs)
        if breakpoint.condition is Condition.LABEL:
            if data.labels is None:
                raise SettingsError(
                    Message.of(
                        "The data set {name} has no classes. Use a breakpoint that needs none.",
                        name=data.name,
                    )
                )
            most = max(len(data.class_names), int(data.labels.max()) + 1) - 1
            check_count("The class of the breakpoint", breakpoint.value, 0, most)

    def _never(self, breakpoint: Breakpoint) -> Message | str:
        """Return why a breakpoint, though it is right, cannot be met on this data; or nothing."""
        if breakpoint.condition is Condition.MISCLASSIFIED and self._dataset.labels is None:
            return Message.of(
                "The data set {name} has no classes, so nothing in it can be misclassified. Use a "
                "breakpoint that needs no classes.",
                name=self._dataset.name,
            )
        return ""


def last_met(watch: Watchpoints) -> int | None:
    """Return the last step at which one was met while searching."""
    assert watch.mode[0] in (SEARCH, OFF)
    return int(watch.last[0]) if watch.last[0] >= 0 else None


def _is_armed(note: BreakpointInfo) -> bool:
    return note.enabled and not note.problem
