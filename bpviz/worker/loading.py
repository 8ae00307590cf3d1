"""Loading a data set, and the kernels, while the mailbox may want something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.training.events import Progress
from bpviz.training.message import Message
from bpviz.training.warmup import warm_up
from bpviz.worker.jobs import LongJob


class Loader:
    """Loads data and kernels in the trainer's thread.

    Parameters
    ----------
    is_void : callable
        Asked now and then whether nobody waits for it any more; that ends the loading.
    show : callable
        Is given the `Progress`, often.
    """

    def __init__(self, is_void: Callable[[], bool], show: Callable[[Progress], None]) -> None:
        self._job = LongJob[Any](show, is_void)
        self._warm = False

    def dataset(self, request: DataRequest) -> Dataset:
        """Load what `request` asks for.

        Raises
        ------
        DatasetError
            If it cannot be loaded.
        CancelledError
            If nobody waits for it any more.
        """
        data: Dataset = self._job.run(lambda tell: load(request, progress=tell))
        return data

    def kernels(self) -> None:
        """Compile the kernels, or read them from the cache, unless that is done.

        Raises
        ------
        CancelledError
            If nobody waits for it any more.
        """
        if not self._warm:
            what = Message.of("Compiling the kernels (once per machine)")
            self._job.run(lambda tell: warm_up(lambda ready, total: tell(what, ready / total)))
            self._warm = True
