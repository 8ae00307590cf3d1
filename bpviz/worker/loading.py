"""Loading a data set, and the kernels, while the mailbox may want something else."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from typing import Any, TypeVar

from bpviz.datasets import DataRequest, Dataset, catalog, keep, load
from bpviz.training.events import Progress
from bpviz.training.message import Message
from bpviz.training.quantities import Need
from bpviz.training.warmup import LOOKS, PARTS, STEPS, warm_up
from bpviz.worker import precompilation
from bpviz.worker.jobs import CancelledError, LongJob, Tell
from bpviz.worker.precompilation import Precompilation

R = TypeVar("R")

_WAIT = 0.02
"""Seconds between two looks at how far another process has come."""


class EarlyData:
    """Data of the first run, loaded while the trainer's modules are imported.

    Unpacking leaves the interpreter to others, which importing does not.

    Parameters
    ----------
    request : DataRequest
        What the first run will most likely ask for.  Only what is shipped is loaded: nobody has to
        wait for the end of that, whatever he chose meanwhile.
    """

    def __init__(self, request: DataRequest) -> None:
        self._request = request
        self._data: Future[Dataset] | None = None
        self._told: tuple[str, float | None] = "", None
        self._given_up = False
        if request.source in catalog.NAMES:
            thread = ThreadPoolExecutor(1, "early data")
            self._data = thread.submit(load, request, progress=self._note)
            thread.shutdown(wait=False)

    def _note(self, what: str, fraction: float | None) -> None:
        self._told = what, fraction
        if self._given_up:
            raise CancelledError

    def is_of(self, request: DataRequest) -> bool:
        """Whether what `request` asks for is on its way."""
        return self._data is not None and request == self._request

    def result(self, tell: Tell) -> Dataset:
        """Wait for it and return it.

        Raises
        ------
        DatasetError
            If it cannot be loaded.
        CancelledError
            If nobody waits for it any more.
        """
        assert self._data is not None
        while not self._data.done():
            tell(*self._told)
            wait([self._data], _WAIT)
        return self._data.result()

    def close(self) -> None:
        """Give up what is on its way; returns when nothing is any more."""
        self._given_up = True
        wait([] if self._data is None else [self._data])


class Loader:
    """Loads data and kernels in the trainer's thread.

    Parameters
    ----------
    is_void : callable
        Asked now and then whether nobody waits for it any more; that ends the loading.
    show : callable
        Is given the `Progress`, often.
    early : EarlyData, optional
        What is being loaded already.
    compiling : Precompilation, optional
        What is being compiled already.
    """

    def __init__(
        self,
        is_void: Callable[[], bool],
        show: Callable[[Progress], None],
        early: EarlyData | None = None,
        compiling: Precompilation | None = None,
    ) -> None:
        self._job = LongJob[Any](show, is_void)
        self._early = early
        self._loaded: Dataset | None = None  # what the next start may find decoded
        self._warm = False
        self._compiling = compiling

    def dataset(self, request: DataRequest) -> Dataset:
        """Load what `request` asks for.

        Raises
        ------
        DatasetError
            If it cannot be loaded.
        CancelledError
            If nobody waits for it any more.
        """
        self._loaded = self._load(request)
        return self._loaded

    def _load(self, request: DataRequest) -> Dataset:
        data: Dataset
        early, self._early = self._early, None
        if early is not None:
            with closing(early):
                if early.is_of(request):
                    self.kernels()  # while the data is on its way
                    data = self._job.run(early.result)
                    return data
        data = self._job.run(lambda tell: load(request, progress=tell))
        return data

    def keep(self) -> None:
        """Keep what was loaded last for the next start."""
        if self._loaded is not None:
            keep(self._loaded)

    def run(self, do: Callable[[Tell], R]) -> R:
        """Do something else that a person waits for; see `LongJob.run`."""
        result: R = self._job.run(do)
        return result

    def kernels(self) -> None:
        """Read the kernels from the cache; what is not there is compiled, once a machine.

        Returns when steps can be taken: the rest is compiled while the run goes on, see `rest`.

        Raises
        ------
        CancelledError
            If nobody waits for it any more.
        """
        if not self._warm:
            self._job.run(self._prepare)
            self._warm = True

    def _prepare(self, tell: Tell) -> None:
        if self._compiling is None:
            self._compiling = precompilation.begin()
        if self._compiling is not None:
            while (part := self._compiling.parts()) < STEPS:
                tell(_words(part, self._compiling.kept), self._compiling.share())
                time.sleep(_WAIT)
        ready = range(STEPS if self.rest() else len(PARTS))
        warm_up(lambda done, total: tell(Message.of("Loading the kernels"), done / total), ready)

    def rest(self) -> Progress | None:
        """Return how far the compiling of what steps do not need has come; None when it is over."""
        if self._compiling is None:
            return None
        ready = self._compiling.parts()
        if ready < len(PARTS):
            return Progress(_words(ready, self._compiling.kept), ready / len(PARTS))
        self._compiling = None
        return None

    def missing(self) -> frozenset[Need]:
        """Return what cannot be looked for yet: who does would compile what that takes himself."""
        if self._compiling is None:
            return frozenset()
        ready = self._compiling.parts()
        return frozenset(need for need, parts in LOOKS.items() if ready < parts)

    def close(self) -> None:
        """Give up what is being loaded and compiled."""
        if self._early is not None:
            self._early.close()
        if self._compiling is not None:
            self._compiling.stop()


def _words(part: int, kept: bool) -> Message:
    values = {"what": PARTS[part], "part": part + 1, "parts": len(PARTS)}
    if kept:
        return Message.of(
            "Compiling the kernels, once per machine: {what} ({part} of {parts})", **values
        )
    return Message.of(
        "Compiling the kernels, at every start as they cannot be kept: {what} ({part} of {parts})",
        **values,
    )
