"""Contributing: asks the past of a run what made a weight, and what differs between two places."""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from bpviz.training.contributions import Contributions, SampleSteps, Target, UnitContributions
from bpviz.training.difference import Difference, Place
from bpviz.training.journal.entries import MatrixName
from bpviz.training.message import Message
from bpviz.training.run.context import RunContext
from bpviz.training.run.questions import (
    ContributionsJob,
    DifferenceJob,
    Question,
    Shape,
    StepsJob,
    TrailJob,
)
from bpviz.training.run.replayed import ReplayCancelled, Replayed
from bpviz.training.run.run_state import Tick
from bpviz.training.run.timeline import Branch
from bpviz.training.settings import SettingsError, check_count

T = TypeVar("T")


class Contributing:
    """Questions about the past of a run; none of them moves it.

    Parameters
    ----------
    run : RunContext
    """

    def __init__(self, run: RunContext) -> None:
        self._run = run

    # ---- for a program that waits

    def contributions(
        self,
        matrix: MatrixName,
        row: int | None,
        column: int | None = None,
        *,
        start: int = 0,
        stop: int | None = None,
        tick: Tick | None = None,
    ) -> Contributions:
        """Return what each pair added to a weight, or to a row, in steps `start` … `stop` − 1.

        Of the present branch, its parents' past among it.  The steps are taken once more, beside
        the run, in about the time that they took; the answer takes 16 bytes a sample, of a row of
        W₂ as many for each of its weights.

        Parameters
        ----------
        matrix : "W1" or "W2"
        row : int
            None with a column of W2 is all of that column.
        column : int, optional
            All of the row unless given.
        start, stop : int
            0 ≤ start ≤ stop ≤ tip; from step 0 up to where it stands unless given.
        tick : callable, optional
            See `Tick`.

        Raises
        ------
        SettingsError
            If there is no such weight or step, if the answer would take more than 512 MB, or a
            sum in it is larger than a double can be.
        ReplayCancelled
            If `tick` gives it up.
        """
        target = Target(matrix, row, column)
        found = self._answer(self.contributions_job(target, start, stop), tick)
        assert isinstance(found, Contributions)
        return found

    def contributions_of_unit(
        self, unit: int, start: int = 0, stop: int | None = None, *, tick: Tick | None = None
    ) -> UnitContributions:
        """Return the same of all weights of a hidden unit, with one replay.

        See `contributions`.
        """
        job = self.contributions_job(Target("W1", unit, None), start, stop, unit=True)
        found = self._answer(job, tick)
        assert isinstance(found, UnitContributions)
        return found

    def steps_of(
        self,
        sample: int,
        matrix: MatrixName,
        row: int | None,
        column: int | None = None,
        *,
        start: int = 0,
        stop: int | None = None,
        tick: Tick | None = None,
    ) -> SampleSteps:
        """Return the steps of that stretch which trained on `sample`, and what each added.

        From m on it is one of a person's own pairs.  See `contributions`.
        """
        target = self._shape.check(Target(matrix, row, column))
        most = self._run.dataset.n_samples + self._run.state.own_pairs - 1
        sample = check_count("The sample", sample, 0, most)
        start, stop = self._stretch(start, stop)
        way = Replayed.before(self._run, self._run.branch, start)
        return self._answer(StepsJob(way, target, sample, start, stop), tick)

    def difference(
        self,
        first: int | tuple[int, int],
        second: int | tuple[int, int] | None = None,
        *,
        tick: Tick | None = None,
    ) -> Difference:
        """Return what differs between two places: ΔW1, ΔW2, and what is classified otherwise.

        Parameters
        ----------
        first, second : int or (int, int)
            A step of the present branch, or the number of a branch and a step of it.  The second is
            where the run stands unless given.
        tick : callable, optional
            See `Tick`.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        ReplayCancelled
            If `tick` gives it up.
        """
        places = self.place(first), self.place(self._run.state.step if second is None else second)
        one, other = (self.way_to(place) for place in places)
        return self._answer(DifferenceJob((one, other), places), tick)

    # ---- for who carries them out elsewhere

    def contributions_job(
        self, target: Target, start: int = 0, stop: int | None = None, *, unit: bool = False
    ) -> ContributionsJob:
        """Return the question itself, see `contributions`."""
        target = self._shape.check(target)
        start, stop = self._stretch(start, stop)
        branch = self._run.branch
        way = Replayed.before(self._run, branch, start)
        own = self._run.state.own_pairs
        return ContributionsJob(way, target, start, stop, branch.number, own, unit=unit)

    def trail_job(
        self, of: Contributions, sample: int | None = None, label: int | None = None
    ) -> TrailJob:
        """Return the question how what a pair or a class added in `of` grew.

        Raises
        ------
        SettingsError
            If its branch is no longer there, or not as it was.
        """
        branch = self._branch(of.branch)
        if of.stop > branch.tip or of.dataset is not self._run.dataset:
            raise SettingsError("The run is another one by now. Ask for the contributions again.")
        return TrailJob(Replayed.before(self._run, branch, of.start), of, sample, label)

    def place(self, place: int | tuple[int, int] | Place) -> Place:
        """Return a place as branch and step.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        if isinstance(place, Place):
            number, step = place.branch, place.step
        elif isinstance(place, tuple) and len(place) == 2:
            number, step = place
        else:
            number, step = self._run.branch.number, place
        branch = self._branch(number)
        return Place(branch.number, check_count("The step", step, 0, branch.tip))

    def way_to(self, place: Place) -> Replayed:
        """Return an engine on the way to a place."""
        return Replayed.before(self._run, self._branch(place.branch), place.step)

    # ----

    @property
    def _shape(self) -> Shape:
        data = self._run.dataset
        return Shape(data.n_inputs, self._run.settings.n_hidden, data.n_outputs)

    def _branch(self, number: int) -> Branch:
        try:
            return self._run.state.branches[number]
        except (KeyError, TypeError):
            raise SettingsError(
                Message.of("There is no branch number {number}.", number=number)
            ) from None

    def _stretch(self, start: int, stop: int | None) -> tuple[int, int]:
        state = self._run.state
        stop = state.step if stop is None else stop
        stop = check_count("The end of the stretch", stop, 0, state.tip)
        return check_count("The start of the stretch", start, 0, stop), stop

    def _answer(self, job: Question[T], tick: Tick | None) -> T:
        """Carry it out at once; `tick` may look at the run meanwhile."""
        stop, standing = np.zeros(1, dtype=np.uint8), self._run.standing

        def tell() -> None:
            if tick is None:
                return
            standing.lent = True
            try:
                goes_on = tick(job.taken, job.total)
            finally:
                standing.lent = False
            if not goes_on:
                stop[0] = 1

        job.carry_out(stop, tell)
        if not job.done or stop[0]:
            raise ReplayCancelled("The replay was given up.")
        return job.result()
