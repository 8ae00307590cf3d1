"""Runs: the run at hand, and those that gave way to it and can be returned to."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.datasets import DataRequest, Dataset
from bpviz.training.infos import Comparison
from bpviz.training.message import Message
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.training.settings import Settings, SettingsError

KEPT = 4
"""Runs kept beside the one at hand; each takes memory."""


@dataclass(eq=False)
class Run:
    """A session and what it was asked for as."""

    data_request: DataRequest
    dataset: Dataset
    session: Session

    def words(self) -> Message:
        """Return what sets it apart."""
        return Message.of(
            "{data}, l = {l}, seed {seed}",
            data=self.dataset.title,
            l=self.session.settings.n_hidden,
            seed=self.session.settings.seed,
        )


class Runs:
    """See the module.

    Attributes
    ----------
    current : Run or None
    old : list of Run
        Oldest first.
    number : int
        Identity of what is shown; goes up with every new run and every return to an old one.
    """

    def __init__(self) -> None:
        self.current: Run | None = None
        self.old: list[Run] = []
        self.number = 0

    def begin(self, request: DataRequest, dataset: Dataset, settings: Settings) -> Session:
        """Start a run; the one so far gives way but stays.

        Raises
        ------
        SettingsError
            If the settings do not fit the data; then nothing changes.
        """
        first = max((run.session.next_branch for run in self.all()), default=0)
        session = Session(settings, dataset, first)
        if self.current is not None:
            session.breakpoints.take_over(self.current.session.breakpoints)
        self._put(Run(request, dataset, session))
        return session

    def return_to(self, run: Run) -> Session:
        """Make an old run the one at hand again; it takes the breakpoints along."""
        assert self.current is not None
        self.old.remove(run)
        run.session.breakpoints.clear()
        run.session.breakpoints.take_over(self.current.session.breakpoints)
        run.session.wake()
        self._put(run)
        return run.session

    def _put(self, run: Run) -> None:
        if self.current is not None:
            self.current.session.rest()
            self.old.append(self.current)
            del self.old[:-KEPT]
        self.current = run
        self.number += 1

    def all(self) -> list[Run]:
        """Return every run, the one at hand last."""
        return self.old if self.current is None else [*self.old, self.current]

    def of_branch(self, number: int) -> Run:
        """Return the run that has branch `number`.

        Raises
        ------
        SettingsError
            If there is none.
        """
        for run in self.all():
            if run.session.has_branch(number):
                return run
        raise SettingsError(Message.of("There is no branch number {number}.", number=number))

    def have(self, *numbers: int) -> bool:
        """Whether there are branches of all these numbers."""
        return all(any(run.session.has_branch(n) for run in self.all()) for n in numbers)

    def compare(self, first: int, second: int, step: int | None) -> Comparison:
        """See `Branching.compare`.

        Raises
        ------
        SettingsError
            If there is no such branch or step, or the branches begin with different weights.
        """
        run = self.of_branch(first)
        if self.of_branch(second) is not run:
            raise SettingsError(
                Message.of(
                    "The two branches belong to different runs. Choose two branches of one run: "
                    "they begin with the same weights."
                )
            )
        return run.session.compare(first, second, step)

    def rename_branch(self, number: int, name: str) -> None:
        """See `Branching.rename_branch`."""
        self.of_branch(number).session.rename_branch(number, name)

    def delete_branch(self, number: int) -> None:
        """Delete a branch of an old run, and the run with its last.

        Raises
        ------
        SettingsError
            If there is no such branch.
        """
        run = self.of_branch(number)
        session = run.session
        if run in self.old and len(session.branches) == 1:
            self.old.remove(run)
            return
        if run in self.old and session.branch.number == number:
            other = next(branch for branch in session.branches if branch.number != number)
            session.switch_branch(other.number, 0)
        session.delete_branch(number)

    def branches_of_old(self) -> list[tuple[Run, Branch]]:
        """Return every branch of the runs that gave way."""
        return [(run, branch) for run in self.old for branch in run.session.branches]
