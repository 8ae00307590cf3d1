"""WatchList: the numbers of a run that somebody follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bpviz.training.infos import WatchInfo
from bpviz.training.message import Message
from bpviz.training.run.run_state import Standing, exclusive
from bpviz.training.run.watched_numbers import WatchedNumbers
from bpviz.training.settings import SettingsError
from bpviz.training.watch_text import made
from bpviz.training.watches import Watch


class WatchList:
    """All watches of a session, in the order in which they were added.

    They are saved with the run, and go over to the next one as breakpoints do; what that has not
    is kept and says why.  To look at them costs the run nothing.

    Parameters
    ----------
    standing : Standing
        Where they are kept.
    numbers : WatchedNumbers
        Of the run.
    """

    def __init__(self, standing: Standing, numbers: WatchedNumbers) -> None:
        self._standing = standing
        self._numbers = numbers
        self._notes: tuple[tuple[Watch, ...], int, tuple[WatchInfo, ...]] = (), 0, ()

    def __iter__(self) -> Iterator[WatchInfo]:
        """All of them as they stand."""
        return iter(self.notes())

    def __len__(self) -> int:
        return len(self._standing.state.watches)

    def notes(self) -> tuple[WatchInfo, ...]:
        """Return all of them as they stand; the same object until something changes."""
        state, known = self._standing.state, self._notes
        if known[0] is state.watches and known[1] == state.own_pairs:
            return known[2]
        notes = tuple(
            WatchInfo(watch, self._numbers.problem(watch, state.own_pairs))
            for watch in state.watches
        )
        self._notes = state.watches, state.own_pairs, notes
        return notes

    @exclusive
    def add(self, watch: Watch | str) -> Watch:
        """Follow a number, as a `Watch` or as it is typed; the same one twice is one.

        Raises
        ------
        SettingsError
            If it is none, or the run has no such number.
        """
        watch = made(watch)
        self._numbers.check(watch, self._standing.state.own_pairs)
        if watch not in self._standing.state.watches:
            self._keep((*self._standing.state.watches, watch))
        return watch

    @exclusive
    def remove(self, watch: Watch | str) -> None:
        """Follow it no more.

        Raises
        ------
        SettingsError
            If it is not followed.
        """
        watch = made(watch)
        if watch not in self._standing.state.watches:
            raise SettingsError(Message.of("{watch} is not watched.", watch=watch.title()))
        self._keep(each for each in self._standing.state.watches if each != watch)

    @exclusive
    def clear(self) -> None:
        """Remove all."""
        self._keep(())

    @exclusive
    def restore(self, watches: Iterable[Watch]) -> None:
        """Take these in place of all others, also those that this run has not."""
        self._keep(watches)

    def _keep(self, watches: Iterable[Watch]) -> None:
        kept = tuple(dict.fromkeys(watches))
        self._standing.state = replace(self._standing.state, watches=kept)
