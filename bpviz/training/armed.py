"""Breakpoints: the conditions of a run, each with its switch and its counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bpviz.datasets.dataset import Dataset
from bpviz.network.watchpoints import OFF, SEARCH, STOP, Watchpoints
from bpviz.training.breakpoints import COUNTED, Breakpoint, Condition
from bpviz.training.message import Message, sentence_of
from bpviz.training.notes import BreakpointNote
from bpviz.training.settings import MAX_SEED, SettingsError, check_count


@dataclass
class _Entry:
    number: int
    breakpoint: Breakpoint
    enabled: bool
    ignore: int
    hits: int = 0
    problem: str = ""

    @property
    def armed(self) -> bool:
        return self.enabled and not self.problem


class Breakpoints:
    """All breakpoints of a session, in the order in which they were added.

    Parameters
    ----------
    dataset : Dataset
        Samples and classes must exist in it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._entries: dict[int, _Entry] = {}
        self._next = 1
        self._watch = Watchpoints.empty()
        self._armed: list[_Entry] = []
        self._notes: tuple[BreakpointNote, ...] | None = None

    def __iter__(self) -> Iterator[BreakpointNote]:
        """All of them as they stand."""
        return iter(self.notes())

    def __len__(self) -> int:
        return len(self._entries)

    def notes(self) -> tuple[BreakpointNote, ...]:
        """Return all of them as they stand; the same object until something changes."""
        self._collect()
        if self._notes is None:
            self._notes = tuple(
                BreakpointNote(e.number, e.breakpoint, e.enabled, e.ignore, e.hits, e.problem)
                for e in self._entries.values()
            )
        return self._notes

    def add(self, breakpoint: Breakpoint, *, ignore: int = 0, enabled: bool = True) -> int:
        """Arm `breakpoint`.

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
        self._check(breakpoint)
        self._collect()
        number = self._next
        self._next += 1
        why = self._never(breakpoint)
        self._entries[number] = _Entry(number, breakpoint, bool(enabled), ignore, problem=why)
        self._arm()
        return number

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
            If there is no breakpoint of that number, or what is new does not fit.
        """
        entry = self._entry(number)
        if breakpoint is not None:
            self._check(breakpoint)
        if ignore is not None:
            ignore = check_count("The ignore count", ignore, 0, MAX_SEED)
        self._collect()
        if breakpoint is not None and breakpoint != entry.breakpoint:
            entry.breakpoint, entry.hits = breakpoint, 0
            entry.problem = self._never(breakpoint)
        if enabled is not None:
            entry.enabled = bool(enabled)
        if ignore is not None:
            entry.ignore = ignore
        if reset_hits:
            entry.hits = 0
        self._arm()

    def remove(self, number: int) -> None:
        """Remove one.

        Raises
        ------
        SettingsError
            If there is no breakpoint of that number.
        """
        self._entry(number)
        self._collect()
        del self._entries[number]
        self._arm()

    def clear(self) -> None:
        """Remove all."""
        self._entries.clear()
        self._arm()

    def take_over(self, other: Breakpoints) -> None:
        """Take the breakpoints of another session; what does not fit this data says why."""
        self._collect()
        for note in other.notes():
            why = self._never(note.breakpoint)
            entry = _Entry(note.number, note.breakpoint, note.enabled, note.ignore, problem=why)
            try:
                self._check(note.breakpoint)
            except SettingsError as error:
                entry.problem = sentence_of(error)
            self._entries[note.number] = entry
        self._next = max(self._next, other._next)
        self._arm()

    # ---- for the session

    @property
    def any_armed(self) -> bool:
        """Whether one is enabled and can act."""
        return bool(self._armed)

    def watch(self, mode: int = STOP) -> Watchpoints:
        """Return what the kernels look at; see `Watchpoints.mode`."""
        self._watch.mode[0] = mode if self._armed else OFF
        self._watch.last[0] = -1
        return self._watch

    def fired(self) -> list[tuple[int, Breakpoint]]:
        """Return those that stopped the run just now, with their numbers."""
        self._collect()
        return [
            (entry.number, entry.breakpoint)
            for entry, fired in zip(self._armed, self._watch.fired, strict=True)
            if fired
        ]

    def last_met(self) -> int | None:
        """Return the last step at which one was met while searching."""
        assert self._watch.mode[0] in (SEARCH, OFF)
        return int(self._watch.last[0]) if self._watch.last[0] >= 0 else None

    def _entry(self, number: int) -> _Entry:
        try:
            return self._entries[number]
        except (KeyError, TypeError):
            raise SettingsError(
                Message.of("There is no breakpoint number {number}.", number=number)
            ) from None

    def _check(self, breakpoint: Breakpoint) -> None:
        if not isinstance(breakpoint, Breakpoint):
            raise SettingsError(
                f"The breakpoint is {breakpoint!r}; it must be a Breakpoint, such as "
                "Breakpoint.loss_above(0.5)."
            )
        data = self._dataset
        if breakpoint.condition is Condition.SAMPLE:
            check_count("The sample of the breakpoint", breakpoint.value, 0, data.n_samples - 1)
        if breakpoint.condition is Condition.LABEL:
            if data.labels is None:
                raise SettingsError(
                    Message.of(
                        "The data set {name} has no classes; a breakpoint on a class needs them.",
                        name=data.name,
                    )
                )
            most = max(len(data.class_names), int(data.labels.max()) + 1) - 1
            check_count("The class of the breakpoint", breakpoint.value, 0, most)

    def _never(self, breakpoint: Breakpoint) -> Message | str:
        """Return why a breakpoint, though it is right, cannot be met on this data; or nothing."""
        if breakpoint.condition is Condition.MISCLASSIFIED and self._dataset.labels is None:
            return Message.of(
                "The data set {name} has no classes, so nothing in it is wrongly classified.",
                name=self._dataset.name,
            )
        return ""

    def _collect(self) -> None:
        """Take over what the kernels counted."""
        for entry, hits in zip(self._armed, self._watch.hits.tolist(), strict=True):
            if hits != entry.hits:
                entry.hits = hits
                self._notes = None

    def _arm(self) -> None:
        """Write the kernels' arrays anew."""
        self._armed = [entry for entry in self._entries.values() if entry.armed]
        watch = self._watch = Watchpoints.empty(len(self._armed))
        for b, entry in enumerate(self._armed):
            condition, value = entry.breakpoint.condition, entry.breakpoint.value
            watch.codes[b] = condition
            watch.numbers[b] = value if condition in COUNTED else 0
            watch.limits[b] = 0.0 if condition in COUNTED else value
            watch.ignore[b], watch.hits[b] = entry.ignore, entry.hits
        self._notes = None
