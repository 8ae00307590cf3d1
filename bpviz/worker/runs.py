"""Runs: the run at hand, and those that gave way to it and can be returned to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from bpviz.datasets import DataRequest, Dataset, catalog
from bpviz.datasets.request import TargetKind
from bpviz.training.infos import Comparison, RunInfo
from bpviz.training.journal.undo import Revision
from bpviz.training.message import Message
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.training.settings import Settings, SettingsError
from bpviz.training.start_weights import StartWeights
from bpviz.worker.run_file import RunFile

KEPT = 4
"""Runs kept beside the one at hand; each takes memory."""

WORTH = 10.0
"""Seconds of training from which on it is said that a run goes."""


@dataclass(eq=False)
class Run:
    """A session and what it was asked for as.

    Attributes
    ----------
    data_request : DataRequest
    dataset : Dataset
    session : Session
    seconds : dict of int to float
        What training took on each branch, by its number; without what it shares with its parent.
    file : RunFile
        Where it is saved, and what of it.
    weights : StartWeights or None
        A person's own that it begins with; None where they are drawn.
    info : RunInfo
        The same object as long as the run lasts.
    """

    data_request: DataRequest
    dataset: Dataset
    session: Session
    seconds: dict[int, float] = field(default_factory=dict)
    file: RunFile = field(default_factory=RunFile)
    weights: StartWeights | None = None
    info: RunInfo = field(init=False)

    def __post_init__(self) -> None:
        data = self.dataset
        self.info = RunInfo(
            title=data.title,
            settings=self.session.settings,
            data=_filled_in(self.data_request, data),
            n_samples=data.n_samples,
            n_test=0 if data.test is None else data.test.n_samples,
            n_inputs=data.n_inputs,
            n_outputs=data.n_outputs,
            classes=data.labels is not None,
            weights="" if self.weights is None else self.weights.name,
        )

    @property
    def changed(self) -> bool:
        """Whether something was trained or changed that no file has."""
        mark = self.file.mark
        return not (self.session.untouched if mark is None else mark.is_of(self.session))

    def took(self, branch: int, seconds: float) -> None:
        """Note that training took some time on a branch."""
        self.seconds[branch] = self.seconds.get(branch, 0.0) + seconds


class Runs:
    """See the module.

    Parameters
    ----------
    tell : callable, optional
        Is given what a person must know: that a run goes that no file has.

    Attributes
    ----------
    current : Run or None
    old : list of Run
        Oldest first.
    number : int
        Identity of what is shown; goes up with every new run and every return to an old one.
    """

    def __init__(self, tell: Callable[[Message], None] = lambda message: None) -> None:
        self._tell = tell
        self.current: Run | None = None
        self.old: list[Run] = []
        self.number = 0
        # Runs of which branches were deleted last; with its place, one that went with its last.
        self._deleted: list[tuple[Run, int | None]] = []
        self._deletion = ""
        self._deleted_at: tuple[Run | None, Revision | None] = None, None

    def begin(
        self,
        request: DataRequest,
        dataset: Dataset,
        settings: Settings,
        weights: StartWeights | None = None,
    ) -> Session:
        """Start a run; the one so far gives way, and stays unless it was only looked at.

        Raises
        ------
        SettingsError
            If the settings or the start weights do not fit the data; then nothing changes.
        """
        network = None if weights is None else weights.network_for(settings)
        session = Session(settings, dataset, self.next_branch(), network=network)
        if self.current is not None:
            session.breakpoints.take_over(self.current.session.breakpoints)
            session.watches.restore(self.current.session.state.watches)
        self._forget_deleted()
        self._put(Run(request, dataset, session, weights=weights))
        return session

    def take(self, run: Run) -> None:
        """Have a run that was saved, with its own breakpoints, in place of the one so far.

        Its branches are numbered from `next_branch` on.
        """
        self._forget_deleted()
        self._put(run)

    def return_to(self, run: Run) -> Session:
        """Make an old run the one at hand again; it takes the breakpoints along."""
        assert self.current is not None
        run.session.number_from(self.next_branch())
        self.old.remove(run)
        run.session.breakpoints.clear()
        run.session.breakpoints.take_over(self.current.session.breakpoints)
        run.session.watches.restore(self.current.session.state.watches)
        run.session.wake()
        self._put(run)
        return run.session

    def next_branch(self) -> int:
        """Return a number that no branch has of a run that stays, or can be brought back."""
        stays = self.current is not None and not self.current.session.untouched
        staying = [*(self.all() if stays else self.old), *(run for run, _ in self._deleted)]
        return max((run.session.next_branch for run in staying), default=0)

    def _put(self, run: Run) -> None:
        if self.current is not None and not self.current.session.untouched:
            self.current.session.rest()
            self.old.append(self.current)
            if len(self.old) > KEPT:
                self._let_one_go()
        self.current = run
        self.number += 1

    def _let_one_go(self) -> None:
        """Give up the oldest run that a file has, or else the oldest, and say so."""
        saved = next((run for run in self.old[:-1] if not run.changed), None)
        gone = self.old[0] if saved is None else saved
        self.old.remove(gone)
        if saved is None and sum(gone.seconds.values()) >= WORTH:
            self._tell(
                Message.of(
                    "The oldest run, {title} with l = {l}, is gone without having been saved: "
                    "{count} are kept beside the newest. Save runs that you need before you "
                    "begin others.",
                    title=gone.dataset.title,
                    l=gone.session.settings.n_hidden,
                    count=KEPT,
                )
            )

    def all(self) -> list[Run]:
        """Return every run, the one at hand last."""
        return self.old if self.current is None else [*self.old, self.current]

    @property
    def unsaved(self) -> int:
        """How many runs that gave way have something that no file has."""
        return sum(run.changed for run in self.old)

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
        """Compare two branches of any runs; see `Branching.compare` and `Comparison`.

        Raises
        ------
        SettingsError
            If there is no such branch or step.
        """
        run, other = self.of_branch(first), self.of_branch(second)
        there = None if other is run else other.session
        found = run.session.compare(first, second, step, there)
        alike = _names(run.dataset) == _names(other.dataset)
        return replace(found, dataset=run.dataset if alike else None)

    def rename_branch(self, number: int, name: str) -> None:
        """See `Branching.rename_branch`."""
        self.of_branch(number).session.rename_branch(number, name)

    def delete_branches(self, numbers: Iterable[int]) -> None:
        """Delete branches, and an old run with its last; until the next run they can be restored.

        Raises
        ------
        SettingsError
            If there is no such branch, or the run at hand stands on one of them; then none is
            deleted.
        """
        gone: dict[Run, list[int]] = {}
        for number in dict.fromkeys(numbers):
            gone.setdefault(self.of_branch(number), []).append(number)
        names = [run.session.branch_of(each).name for run, all_ in gone.items() for each in all_]
        words = Message.of("deletion of {n} branches", n=len(names))
        if len(names) == 1:
            words = Message.of("deletion of “{name}”", name=names[0])
        if self.current in gone:  # first, since it alone can refuse
            self.current.session.delete_branch(*gone[self.current])
        self._forget_deleted(gone)
        for run, branches in gone.items():
            self._deleted.append((run, self._delete_of_old(run, branches)))
        self._deletion, self._deleted_at = words, self._now()

    def _delete_of_old(self, run: Run, numbers: list[int]) -> int | None:
        """Delete branches of an old run; return its place if it went with them."""
        if run is self.current:
            return None
        session = run.session
        left = [branch for branch in session.branches if branch.number not in numbers]
        if not left:
            session.forget_deleted()  # earlier than these
            place = self.old.index(run)
            del self.old[place]
            return place
        if session.branch.number in numbers:
            session.switch_branch(left[0].number, 0)
        session.delete_branch(*numbers)
        return None

    def restore_branches(self) -> None:
        """Bring back what was deleted last, if anything."""
        for run, place in reversed(self._deleted):
            if place is None:
                run.session.restore_branches()
            else:
                self.old.insert(place, run)
        self._deleted = []

    @property
    def deleted(self) -> bool:
        """Whether there is anything that `restore_branches` brings back."""
        return bool(self._deleted)

    @property
    def deletion_last(self) -> bool:
        """Whether that was deleted after the last change of the run at hand."""
        return self.deleted and self._deleted_at == self._now()

    @property
    def undo_words(self) -> str:
        """The deletion or change that is undone next, in words; empty if there is none."""
        assert self.current is not None
        return self._deletion if self.deletion_last else self.current.session.undo_words

    def _now(self) -> tuple[Run | None, Revision | None]:
        """Return the run at hand and its last change."""
        return self.current, None if self.current is None else self.current.session.last_revision

    def _forget_deleted(self, but: Iterable[Run] = ()) -> None:
        """Give up what could be restored, but for `but`, of which something else was deleted."""
        for run, place in self._deleted:
            if place is None and run not in but:
                run.session.forget_deleted()
        self._deleted = []

    def branches_of_old(self) -> list[tuple[Run, Branch]]:
        """Return every branch of the runs that gave way."""
        return [(run, branch) for run in self.old for branch in run.session.branches]


def _names(data: Dataset) -> tuple[object, ...]:
    """Return what rows and columns of the weights are called."""
    inputs = data.n_inputs, data.image_shape, data.input_names, data.constant
    return (*inputs, data.n_outputs, data.class_names, data.target_names)


def _filled_in(request: DataRequest, data: Dataset) -> DataRequest:
    """Return what was asked for, with nothing left open that `data` or the catalogue answers."""
    kind = TargetKind.REGRESSION if data.labels is None else TargetKind.CLASSES
    request = replace(request, constant=data.constant is not None, kind=kind)
    if request.source not in catalog.NAMES:
        return request
    options = catalog.entry(request.source).options
    open_ones = {
        name: getattr(options, name).default
        for name in ("n_samples", "noise", "test_share")
        if getattr(options, name) is not None and getattr(request, name) is None
    }
    return replace(request, seed=request.seed if options.seeded else 0, **open_ones)
