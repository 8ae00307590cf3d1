"""Loading a data set, and the kernels, while the mailbox may want something else."""

from __future__ import annotations

from collections.abc import Callable

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.training.events import Progress
from bpviz.training.message import Message
from bpviz.training.warmup import warm_up

Show = Callable[[Progress], None]


class LoadingGivenUp(Exception):
    """The window was closed, another run was asked for, or a person cancelled the loading."""


class Loader:
    """Loads data and kernels in the trainer's thread.

    Parameters
    ----------
    gives_up : callable
        Asked now and then whether nobody waits for it any more; that ends the loading.
    show : callable
        Is given the `Progress`, often.
    """

    def __init__(self, gives_up: Callable[[], bool], show: Show) -> None:
        self._gives_up = gives_up
        self._show = show
        self._warm = False

    def dataset(self, request: DataRequest) -> Dataset:
        """Load what `request` asks for.

        Raises
        ------
        DatasetError
            If it cannot be loaded.
        LoadingGivenUp
            If nobody waits for it any more.
        """

        def progress(what: str, fraction: float | None) -> None:
            self._check()
            self._show(Progress(what, fraction))

        self._check()
        return load(request, progress=progress)

    def kernels(self) -> None:
        """Compile the kernels, or read them from the cache, unless that is done.

        Raises
        ------
        LoadingGivenUp
            If nobody waits for it any more.
        """
        if self._warm:
            return

        def progress(ready: int, total: int) -> None:
            self._check()
            what = Message.of("Compiling the kernels (once per machine)")
            self._show(Progress(what, ready / total))

        warm_up(progress)
        self._warm = True

    def _check(self) -> None:
        if self._gives_up():
            raise LoadingGivenUp
