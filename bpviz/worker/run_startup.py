"""RunStartup: how a new run comes about, and what happens while its data is on the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from bpviz.datasets import DataRequest, Dataset, DatasetError
from bpviz.datasets.plain_request import fitted
from bpviz.training import commands as c
from bpviz.training.document.archive import read
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.document.numbering import numbered_from
from bpviz.training.document.restoring import check_fit, data_of
from bpviz.training.document.text import recipe_of_text
from bpviz.training.events import Progress, State
from bpviz.training.infos import DataWanted
from bpviz.training.message import Message, sentence_of
from bpviz.training.quantities import Need
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError
from bpviz.training.start_weights import StartWeights
from bpviz.worker.autosave import Autosave
from bpviz.worker.inspection import Inspection
from bpviz.worker.jobs import CancelledError
from bpviz.worker.loading import EarlyData, Loader
from bpviz.worker.precompilation import Precompilation
from bpviz.worker.publisher import Publisher
from bpviz.worker.recovery import not_brought_back
from bpviz.worker.run_controller import RunController
from bpviz.worker.run_file import RunFile
from bpviz.worker.runs import Run, Runs


class RunStartup:
    """Loads the data of a new run and begins it; the run before stays where that fails.

    Parameters
    ----------
    runs : Runs
    sight : Sight
    drive : Drive
    out : Publisher
    is_void : callable
        Whether nobody waits any more for what is being loaded.
    report : callable
        Takes a sentence that is to be shown once, details, and whether it says why a run could not
        be begun.
    early : EarlyData, optional
        Data of the first run that is on its way already.
    autosave : Autosave, optional
        Has what is brought back of programs that ended.
    compiling : Precompilation, optional
        The compiling that is under way already.

    Attributes
    ----------
    request : NewRun or None
        The newest one.
    wanted : DataWanted or None
        The newest run that could not be opened since its data is missing.
    """

    def __init__(
        self,
        runs: Runs,
        sight: Inspection,
        drive: RunController,
        out: Publisher,
        is_void: Callable[[], bool],
        report: Callable[[str, str, bool], None],
        early: EarlyData | None = None,
        autosave: Autosave | None = None,
        compiling: Precompilation | None = None,
    ) -> None:
        self._autosave = autosave
        self.request: c.NewRun | None = None
        self.wanted: DataWanted | None = None
        self._runs, self._sight, self._drive, self._out = runs, sight, drive, out
        self._loader = Loader(is_void, drive.show_progress, early, compiling)
        self._report = report
        self._run_when_ready = False
        self._later: list[c.Command] = []  # what was asked for while the first data was on its way

    def compiling(self) -> Progress | None:
        """Return how far the kernels that no step needs have come; None when all are there."""
        return self._loader.rest()

    def missing(self) -> frozenset[Need]:
        """Return what cannot be looked for before more kernels are there."""
        return self._loader.missing()

    def keep_data(self) -> None:
        """Keep for the next start what this one took long for; at the end, when nobody waits."""
        self._loader.keep()

    def close(self) -> None:
        """Give up what is still compiled."""
        self._loader.close()

    def hear(self, command: c.Command) -> None:
        """Keep what is asked for while the first data is on its way."""
        match command:
            case c.Run() | c.Pause():
                self._run_when_ready = isinstance(command, c.Run)
            case _ if command.kept_for_data:
                self._later.append(command)

    def new_run(
        self, request: c.NewRun | c.OpenRun, handle: Callable[[Session, c.Command], None]
    ) -> None:
        """Begin a run as `request` has it, or bring one back.

        `handle` carries out what was asked for meanwhile.
        """
        drive, current = self._drive, self._runs.current
        running = drive.runs_on
        before = drive.state, drive.reason
        drive.state, drive.reason = State.LOADING, ""
        if isinstance(request, c.NewRun):
            self.request = request
        if current is None:
            self._out.fresh = True
            self._out.publish(urgent=True)
        try:
            if opened := isinstance(request, c.OpenRun):
                session = self._open(request)
            else:
                session = self._begin(request)
        except CancelledError:
            # What was asked for meanwhile, if anything, begins as this one would have.
            drive.state, drive.reason = before
            return
        except (DatasetError, DocumentError, SettingsError, MemoryError) as error:
            if current is None and isinstance(request, c.OpenRun) and request.otherwise:
                self._report(_why(error), "", False)  # and stays when that has begun
                self.new_run(request.otherwise, handle)
            else:
                self._keep_old(error, before)
            return
        finally:
            drive.progress = None
        self._sight.take(same_data=current is not None and current.dataset is session.dataset)
        drive.stand(State.PAUSED)
        later, self._later = self._later, []
        for command in later:
            handle(session, command)
        if self._run_when_ready or (running and not opened):  # which stands where it stood
            drive.go(session, None)
        self._run_when_ready = False

    def _begin(self, request: c.NewRun) -> Session:
        known = [] if request.reload else self._runs.all()
        data = next((run.dataset for run in known if _has_data_of(run, request)), None)
        if data is None:
            data = self._loader.dataset(fitted(request.data, request.settings.sigma2))
        self._loader.kernels()
        return self._runs.begin(request.data, data, request.settings, request.weights)

    def _open(self, request: c.OpenRun) -> Session:
        if request.recovered and self._autosave is not None:
            return self._bring_back(request, self._autosave)
        if request.path:
            return self._take(read(request.path), request)
        return self._take(Document(recipe_of_text(request.recipe)), request)

    def _bring_back(self, request: c.OpenRun, autosave: Autosave) -> Session:
        """Open all runs that a program left; what fails is set aside, and is said."""
        path, recovery = request.recovered, autosave.recovery
        documents, fault = recovery.documents(path)
        session: Session | None = None
        for document in documents:
            try:
                session = self._take(document, request)
            except CancelledError:
                recovery.later(path)
                if session is None:
                    raise
                return session
            except (DatasetError, DocumentError, SettingsError, MemoryError) as error:
                fault = not_brought_back(path, error)
        if fault is None:
            autosave.then(lambda: recovery.done(path))
        elif session is None:
            raise DocumentError(fault)
        else:
            self._report(fault, "", False)
        assert session is not None
        return session

    def _take(self, document: Document, request: c.OpenRun) -> Session:
        recipe = document.recipe
        asked = recipe.data or DataRequest(os.path.abspath(request.path or request.recovered))
        missing = asked.source
        if request.data:
            asked = replace(asked, source=request.data)
        if self._runs.current is None:
            self.request = c.NewRun(asked, recipe.settings)
        try:
            data = self._data_of(document, asked, anew=bool(request.data))
            check_fit(document, data)
        except (DatasetError, DocumentError):
            if document.about is None:
                number = 1 if self.wanted is None else self.wanted.number + 1
                self.wanted = DataWanted(number, request.path, request.recipe, missing)
            raise
        self._loader.kernels()
        numbered = numbered_from(document, self._runs.next_branch())
        words = Message.of("Computing the run")
        session, remarks = self._loader.run(
            lambda tell: Session.restored(numbered, data, lambda share: tell(words, share))
        )
        own = session.own_network
        weights = None if own is None else StartWeights(os.path.abspath(request.path), own)
        run = Run(asked, data, session, _seconds(document, numbered), weights=weights)
        run.file = RunFile.opened_from(request.path, document, session)
        self._runs.take(run)
        for remark in remarks:
            self._report(remark, "", False)
        return session

    def _data_of(self, document: Document, asked: DataRequest, *, anew: bool) -> Dataset:
        """Return the data of a document: of a run that is there, in it, or of its own place."""
        recipe = document.recipe
        known = (run.dataset for run in self._runs.all())
        found = next((data for data in known if data.digest.startswith(recipe.data_digest)), None)
        if found is not None:
            return found
        if anew or document.about is None:
            return self._loader.dataset(asked)
        return data_of(document)

    def cancelled(self) -> None:
        """Show that the run before stays, or, where there is none, that one must be chosen."""
        self._out.fresh = self._out.urgent = True
        if self._runs.current is None:
            self._run_when_ready = False
            message = Message.of("Loading was cancelled. Choose a data set.")
            self._drive.stand(State.FAILED, message)

    def _keep_old(self, error: Exception, before: tuple[State, str]) -> None:
        message = _why(error)
        self._report(message, "", True)
        if self._runs.current is None:
            self._drive.stand(State.FAILED, message)
        else:
            self._drive.state, self._drive.reason = before
            self._out.urgent = self._out.fresh = True


def _why(error: Exception) -> str:
    """Return why a run could not be begun."""
    if isinstance(error, MemoryError):
        return Message.of("Not enough memory for this network. Choose a smaller hidden size l.")
    return sentence_of(error)


def _seconds(document: Document, numbered: Document) -> dict[int, float]:
    """Return what training took on each branch, as it was saved under other numbers."""
    saved = document.extras.get("seconds")
    if not isinstance(saved, dict):
        return {}
    both = zip(document.recipe.branches, numbered.recipe.branches, strict=True)
    spent = {new.number: saved.get(str(old.number)) for old, new in both}
    return {n: seconds for n, seconds in spent.items() if isinstance(seconds, float)}


def _has_data_of(run: Run, request: c.NewRun) -> bool:
    """Whether a run has the data that another one is to have: σ₂ decides how targets are scaled."""
    before, now = (
        fitted(request.data, settings.sigma2)
        for settings in (run.session.settings, request.settings)
    )
    return run.data_request == request.data and (before == now or run.dataset.labels is not None)
