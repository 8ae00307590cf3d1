"""Session: a training run, its whole time, and everything that can be asked of it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from typing import Literal

from bpviz import notebook
from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.quoting import short, spelled
from bpviz.training.document.archive import read, write
from bpviz.training.document.errors import DocumentWarning
from bpviz.training.document.kept import Document, document_of
from bpviz.training.document.recipe import Plain, recipe_of
from bpviz.training.document.restoring import Tell, check_fit, data_of, restore, start_of
from bpviz.training.document.text import recipe_of_text, recipe_text
from bpviz.training.epochs import EpochReport, Rates, Schedule, Training
from bpviz.training.journal.journal import NEVER
from bpviz.training.message import Message
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE
from bpviz.training.record.keyframes import keyframe_size
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.asking import Asking
from bpviz.training.run.branching import Branching
from bpviz.training.run.context import RunContext
from bpviz.training.run.contributing import Contributing
from bpviz.training.run.delegation import method_of, property_of
from bpviz.training.run.editing import Editing
from bpviz.training.run.navigation import Navigation
from bpviz.training.run.position import Position
from bpviz.training.run.run_state import RunState, Tick, exclusive, looking
from bpviz.training.run.watch_list import WatchList
from bpviz.training.settings import Settings, SettingsError, check_count
from bpviz.training.start_weights import fitting_start
from bpviz.training.step.phases import Phase
from bpviz.training.watch_text import made
from bpviz.training.watches import Watch

_PREPARED = 200_000  # weights in one go of `Session.prepare`
_RESTING_SHARE = 8


class Session:
    """A training run of one network on one data set, which can go anywhere in its own time.

    The same seed, settings and changes on the same machine give the same bits, whether a step is
    taken by rows, by phases, singly, in chunks, or reached by `seek`.

    Parameters
    ----------
    settings : Settings
    dataset : Dataset
        With at least one sample.
    first_branch : int
        Number of the first branch.
    network : Network, optional
        The weights at step 0, copied; drawn by the initializer from the seed unless given.  The
        seed then fixes the draws of the pairs alone.

    Raises
    ------
    SettingsError
        If an argument is of another kind, the data set has no sample, the keyframe budget is too
        small for two keyframes, or `network` has other sizes than data and settings, other
        activations than the settings, or weights that are not finite.
    """

    def __init__(
        self,
        settings: Settings,
        dataset: Dataset = None,  # type: ignore[assignment]  # left out, it gets a sentence too
        first_branch: int = 0,
        *,
        network: Network | None = None,
    ) -> None:
        _check_kinds(settings, dataset)
        if dataset.n_samples < 1:
            raise SettingsError(
                Message.of(
                    "The data set {name} is empty. Use one with at least one sample.",
                    name=dataset.name,
                )
            )
        least = 2 * keyframe_size(dataset.n_inputs, settings.n_hidden, dataset.n_outputs)
        if settings.keyframe_budget < least:
            raise SettingsError(
                Message.of(
                    "The keyframe budget is {budget} bytes; two keyframes of this network take "
                    "{least}. Allow at least that much, or choose a smaller hidden size l.",
                    budget=settings.keyframe_budget,
                    least=least,
                )
            )
        if network is not None:
            network = fitting_start(network, settings, dataset)
        self.settings = settings
        self.dataset = dataset
        self._run = run = RunContext(settings, dataset, first_branch, network)
        self._standing = run.standing
        self.breakpoints = Breakpoints(dataset, run.standing, run.replayer.numbers)
        self.watches = WatchList(run.standing, run.replayer.numbers)
        self._position = Position(run)
        self._navigation = Navigation(run, self.breakpoints, self._position)
        self._branching = Branching(run, self._navigation)
        self._editing = Editing(run, self._position, self._branching)
        self._asking = Asking(run, self.breakpoints, self._branching)
        self._contributing = Contributing(run)

    # ---- as a document

    @exclusive
    def save(self, path: str | os.PathLike[str]) -> None:
        """Write everything that the run is to a file, from which `load` brings it back.

        The file is either the one before or the new one, whatever happens meanwhile.

        Parameters
        ----------
        path : path
            Usually with the ending ``.bpviz``.

        Raises
        ------
        DocumentError
            If it cannot be written.
        """
        write(document_of(self._run), path)

    @exclusive
    def document(self, extras: Plain | None = None, *, whole: bool = True) -> Document:
        """Return a copy of everything that `save` writes, which takes milliseconds.

        Parameters
        ----------
        extras : dict, optional
            What is to be found again with it, as JSON has it.
        whole : bool
            Without, only the recipe, unchecked, which takes microseconds.
        """
        if not whole:
            return Document(recipe_of(self._run, checked=False), extras=extras or {})
        return document_of(self._run, extras)

    @property
    def state(self) -> RunState:
        """How it stands, as one value that is replaced whole whenever anything changes."""
        return self._standing.state

    @classmethod
    def load(cls, path: str | os.PathLike[str], data: Dataset | None = None) -> Session:
        """Return the run that `save` has written, where it stood, to the last bit.

        A `DocumentWarning` says where this machine computes other last digits.

        Parameters
        ----------
        path : path
        data : Dataset, optional
            What it was trained on, where that is not where it was.

        Raises
        ------
        DocumentError
            If the file is no such run, or its data has changed.
        DatasetError
            If its data is missing.
        """
        return cls._of(read(path), data)

    @exclusive
    def recipe(self) -> str:
        """Return the whole run as a text, from which `from_recipe` computes it again.

        Raises
        ------
        DocumentError
            If it has data or start weights that nobody could find by their names.
        """
        return recipe_text(recipe_of(self._run))

    @classmethod
    def from_recipe(cls, text: str, data: Dataset | None = None) -> Session:
        """Return the run of a recipe, computed anew; see `load`.

        Raises
        ------
        DocumentError
            If it is no recipe, or its data has changed.
        DatasetError
            If its data is missing.
        """
        return cls._of(Document(recipe_of_text(text)), data)

    @classmethod
    def _of(cls, document: Document, data: Dataset | None) -> Session:
        session, remarks = cls.restored(document, data_of(document) if data is None else data)
        for remark in remarks:
            warnings.warn(remark, DocumentWarning, stacklevel=3)
        return session

    @classmethod
    def restored(
        cls, document: Document, data: Dataset, tell: Tell = lambda share: None
    ) -> tuple[Session, tuple[Message, ...]]:
        """Return the run of a document, and what must be said of it; see `restore`."""
        recipe = document.recipe
        _check_kinds(recipe.settings, data)
        check_fit(document, data)
        first, start = recipe.branches[0].number, start_of(document)
        session = cls(recipe.settings, data, first, network=start)
        return session, restore(session._run, document, tell)

    @property
    def initial_network(self) -> Network:
        """The weights at step 0, drawn or a person's own, before what was set there by hand."""
        return self._run.replayer.initial()

    @property
    def own_network(self) -> Network | None:
        """The weights at step 0 that a person gave; None where they are drawn."""
        return self._run.network

    def __repr__(self) -> str:
        return (
            f"<Session on {short(self.dataset.name)}, {self.settings.n_hidden} hidden units, "
            f"at step {self.step} of {self.tip} of branch {self.branch.number}>"
        )

    def _repr_html_(self) -> str:
        settings, step = self.settings, self.step
        try:
            mean = self.history.mean_loss(step)
            loss = f"{self.loss:.4g}, {mean:.4g} in the mean of the last 1000 steps"
        except RuntimeError:  # another thread is in a call of it
            loss = "it is busy"
        facts = (
            ("data", short(self.dataset.title, 80)),
            ("hidden units", f"l = {settings.n_hidden}, {settings.sigma1} and {settings.sigma2}"),
            ("step", f"{step} of {self.tip}, epoch {step / self.dataset.n_samples:.2f}"),
            ("inside the step", None if self.phase is Phase.DRAW else f"before {self.phase}"),
            ("λ", f"{self.learning_rate:.4g}"),
            ("gradient rule", self.gradient_rule),
            ("loss", None if step == 0 else loss),
            ("branch", f"{self.branch.name}, one of {len(self.branches)}"),
            ("breakpoints", len(self.breakpoints.notes()) or None),
        )
        return notebook.block("Session", notebook.facts(facts))

    @exclusive
    def rest(self) -> None:
        """Give most of the memory back while another run is at hand; nothing is lost."""
        for branch in self.branches:
            branch.record.compact()
        pool = self._run.replayer.pool
        pool.resize(pool.capacity // _RESTING_SHARE)
        self._run.give_up_spare()
        self._position.forget()

    @exclusive
    def wake(self) -> None:
        """Be ready to train again after `rest`."""
        self._run.replayer.pool.resize(None)

    @exclusive
    def prepare(self) -> bool:
        """Do a few milliseconds of what the run would otherwise wait for later.

        Returns
        -------
        bool
            Whether there is more to do.
        """
        size = self.dataset.n_inputs * self.settings.n_hidden
        return self._run.replayer.pool.touch(max(1, _PREPARED // size))

    # ---- where it stands

    step = property_of("_position", Position.step)
    tip = property_of("_position", Position.tip)
    jumps = property_of("_position", Position.jumps)
    phase = property_of("_position", Position.phase)
    row = property_of("_position", Position.row)
    hit = property_of("_position", Position.hit)
    updating = property_of("_position", Position.updating)
    opened = property_of("_position", Position.opened, looking)
    step_at_hand = property_of("_position", Position.step_at_hand, looking)

    # ---- what is known there

    learning_rate = property_of("_position", Position.learning_rate)
    gradient_rule = property_of("_position", Position.gradient_rule)
    loss = property_of("_position", Position.loss, looking)
    network = property_of("_position", Position.network, looking)
    network_before = property_of("_position", Position.network_before, looking)
    trace = property_of("_position", Position.trace, looking)
    preview = property_of("_position", Position.preview, looking)
    trace_of = method_of("_position", Position.trace_of, looking)
    sample_index = method_of("_position", Position.sample_index, looking)
    own_pair = property_of("_position", Position.own_pair, looking)
    own_pairs = property_of("_position", Position.own_pairs, looking)
    held = property_of("_position", Position.held)
    chosen = property_of("_position", Position.chosen)
    last_change = property_of("_position", Position.last_change, looking)
    history = property_of("_position", Position.history)
    keyframes = property_of("_position", Position.keyframes, looking)
    gradient_magnitudes = method_of("_position", Position.gradient_magnitudes, looking)
    evaluate = method_of("_position", Position.evaluate, looking)
    predict_raw = method_of("_position", Position.predict_raw, looking)
    accuracy = method_of("_position", Position.accuracy, looking)

    # ---- moves through time

    advance = method_of("_navigation", Navigation.advance, exclusive)
    back = method_of("_navigation", Navigation.back, exclusive)
    seek = method_of("_navigation", Navigation.seek, exclusive)
    restart = method_of("_navigation", Navigation.restart, exclusive)
    advance_phase = method_of("_navigation", Navigation.advance_phase, exclusive)
    advance_row = method_of("_navigation", Navigation.advance_row, exclusive)
    advance_to = method_of("_navigation", Navigation.advance_to, exclusive)
    finish_step = method_of("_navigation", Navigation.finish_step, exclusive)
    back_phase = method_of("_navigation", Navigation.back_phase, exclusive)
    back_row = method_of("_navigation", Navigation.back_row, exclusive)
    back_to_hit = method_of("_navigation", Navigation.back_to_hit, exclusive)

    def train(
        self,
        epochs: int = 1,
        *,
        each_epoch: Callable[[EpochReport], object] | None = None,
        schedule: Schedule | None = None,
    ) -> Training:
        """Complete `epochs` epochs of m steps each, and evaluate both sets at the end of each.

        The first one is that in which it stands.  A breakpoint, the stopping rule or numbers that
        are not finite end it where `advance` would; called again it goes on from there.  What is
        measured is kept along the branch, where the window draws it, and saved with the run.

        Parameters
        ----------
        epochs : int
            At least 0.
        each_epoch : callable, optional
            Called with an `EpochReport` after each epoch, when the session is free for any call;
            True ends the training there.
        schedule : mapping of int to float, or callable, optional
            λ by the step from which it holds, as in ``{0: 0.1, 10_000: 0.05}``, or as a function of
            the epoch, which counts from 0.  When a step is reached from which λ is another, that
            becomes an entry of the journal like `set_learning_rate`, replayed, undone and saved as
            one; before the tip it forks as that does, unless λ was the same there.  What lies
            ahead of it is not kept in the run: whoever goes on after a breakpoint, an error or
            another day gives the same schedule again, whose steps and epochs are the run's.

        Returns
        -------
        Training
            Its `to_dict` is what ``pandas.DataFrame`` takes.

        Raises
        ------
        SettingsError
            If `epochs` or `schedule` is none such.
        """
        m = self.dataset.n_samples
        epochs = check_count("The number of epochs", epochs, 0, NEVER // m)
        rates = Rates(schedule, m)
        outcome, reports = Outcome(StopReason.COUNT, self.step), list[EpochReport]()
        for _ in range(epochs):
            outcome = self._train_to((self.step // m + 1) * m, rates)
            if outcome.reason is not StopReason.COUNT:
                break
            reports.append(self._report())
            if each_epoch is not None and each_epoch(reports[-1]) is True:
                break
        return Training(outcome, tuple(reports))

    def _train_to(self, end: int, rates: Rates) -> Outcome:
        outcome = Outcome(StopReason.COUNT, self.step)
        while outcome.reason is StopReason.COUNT and self.step < end:
            rate = rates.at(self.step)
            if rate is not None:
                self.set_learning_rate(rate)
            outcome = self.advance(min(end, rates.following(self.step)) - self.step)
        return outcome

    def _report(self) -> EpochReport:
        """Evaluate both sets here, and put what was found into the curves of the branch."""
        test = self.dataset.test
        report = EpochReport(
            epoch=self.step // self.dataset.n_samples,
            step=self.step,
            learning_rate=self.branch.journal.rate(self.step - 1),
            train=self.evaluate(),
            test=None if test is None or test.n_samples < 1 else self.evaluate(test),
        )
        for curve, found in ((TRAIN_CURVE, report.train), (TEST_CURVE, report.test)):
            if found is not None:
                self.branch.curves[curve].add(found.step, found.mean_loss, found.accuracy)
        return report

    # ---- branches

    branch = property_of("_branching", Branching.branch)
    branches = property_of("_branching", Branching.branches)
    next_branch = property_of("_branching", Branching.next_branch)
    number_from = method_of("_branching", Branching.number_from, exclusive)
    has_branch = method_of("_branching", Branching.has_branch)
    branch_of = method_of("_branching", Branching.branch_of)
    switch_branch = method_of("_branching", Branching.switch_branch, exclusive)
    rename_branch = method_of("_branching", Branching.rename_branch, exclusive)
    delete_branch = method_of("_branching", Branching.delete_branch, exclusive)
    restore_branches = method_of("_branching", Branching.restore_branches, exclusive)
    forget_deleted = method_of("_branching", Branching.forget_deleted, exclusive)
    untouched = property_of("_branching", Branching.untouched)
    clear_hits = method_of("_branching", Branching.clear_hits, exclusive)
    network_at = method_of("_branching", Branching.network_at, looking)
    mean_loss = method_of("_branching", Branching.mean_loss, looking)
    compare = method_of("_branching", Branching.compare, looking)
    follower = method_of("_branching", Branching.follower, looking)
    recorded_steps = method_of("_branching", Branching.recorded_steps, looking)

    # ---- questions at the past

    watched = method_of("_asking", Asking.watched, looking)
    watch_values = method_of("_asking", Asking.watch_values, looking)
    find = method_of("_asking", Asking.find, looking)
    largest = method_of("_asking", Asking.largest, looking)
    past = method_of("_asking", Asking.past, looking)
    seconds_per_step = method_of("_asking", Asking.seconds_per_step, looking)

    def watch(
        self,
        what: Watch | str,
        row: int | None = None,
        column: int | None = None,
        *,
        sample: int | None = None,
    ) -> WatchedNumber:
        """Return a number of the run, whose ``values(a, b)`` is its curve.

        Parameters
        ----------
        what : Watch or str
            A watch, its text such as ``"W1[3, 17]"``, or the quantity alone, such as ``"W1"``.
        row, column, sample : int, optional
            Where only the quantity is given: see `Watch`.

        Raises
        ------
        SettingsError
            If the run has no such number.
        """
        if (row, column, sample) != (None, None, None):
            what = Watch(what, row, column, sample)  # type: ignore[arg-type]  # judged there
        return WatchedNumber(self, made(what))

    contributions = method_of("_contributing", Contributing.contributions, looking)
    contributions_of_unit = method_of("_contributing", Contributing.contributions_of_unit, looking)
    steps_of = method_of("_contributing", Contributing.steps_of, looking)
    difference = method_of("_contributing", Contributing.difference, looking)
    contributions_job = method_of("_contributing", Contributing.contributions_job, looking)
    trail_job = method_of("_contributing", Contributing.trail_job, looking)
    way_to = method_of("_contributing", Contributing.way_to, looking)

    # ---- changes of the journal

    set_learning_rate = method_of("_editing", Editing.set_learning_rate, exclusive)
    set_gradient_rule = method_of("_editing", Editing.set_gradient_rule, exclusive)
    branch_off = method_of("_editing", Editing.branch_off, exclusive)
    train_next = method_of("_editing", Editing.train_next, exclusive)
    train_own = method_of("_editing", Editing.train_own, exclusive)
    hold = method_of("_editing", Editing.hold, exclusive)
    skip = method_of("_editing", Editing.skip, exclusive)
    edit_weight = method_of("_editing", Editing.edit_weight, exclusive)
    last_revision = property_of("_editing", Editing.last_revision)
    undo_words = property_of("_editing", Editing.undo_words)
    redo_words = property_of("_editing", Editing.redo_words)
    undo = method_of("_editing", Editing.undo, exclusive)
    redo = method_of("_editing", Editing.redo, exclusive)


class WatchedNumber:
    """A number of a run, see `Session.watch`.

    Attributes
    ----------
    watch : Watch
    """

    def __init__(self, session: Session, watch: Watch) -> None:
        self._session = session
        self.watch = watch
        session.watch_values([watch])

    def __repr__(self) -> str:
        return f"<{self.watch} of {self._session!r}>"

    @property
    def value(self) -> float:
        """What it is where the run stands."""
        return float(self._session.watch_values([self.watch])[0])

    def values(self, first: int = 0, last: int | None = None, tick: Tick | None = None) -> Floats:
        """Return what ``seek(t)`` shows of it for t = first … last, (last − first + 1,) float64.

        See `Session.watched`, also for what it raises.
        """
        values: Floats = self._session.watched([self.watch], first, last, tick)[0]
        return values

    def largest(
        self,
        count: int = 10,
        start: int = 0,
        stop: int | None = None,
        *,
        of: Literal["value", "size", "move"] = "value",
        tick: Tick | None = None,
    ) -> tuple[Ints, Floats]:
        """Return the steps with its largest values, and these: see `Session.largest`."""
        return self._session.largest(self.watch, count, start, stop, of=of, tick=tick)


def _check_kinds(settings: object, dataset: object) -> None:
    """Refuse anything but settings and a data set, and say how to come to these."""
    if isinstance(settings, Settings) and isinstance(dataset, Dataset):
        return
    if isinstance(settings, Dataset):
        raise SettingsError(
            "Settings and data are in the wrong order. Use Session(Settings(), data)."
        )
    if not isinstance(settings, Settings):
        raise SettingsError(
            Message.of(
                "The settings of the run are {value}; they must be Settings, such as "
                "Settings(n_hidden=32).",
                value=spelled(settings),
            )
        )
    raise SettingsError(
        Message.of(
            'The data of the run is {value}; it must be a Dataset. Use load, as in load("iris"), '
            "or Dataset.from_arrays.",
            value=spelled(dataset),
        )
    )
