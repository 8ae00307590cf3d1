"""RunSaver: writes runs to their files, beside the trainer and not by it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bpviz.training.commands import SaveRun
from bpviz.training.document.archive import write
from bpviz.training.document.errors import DocumentError
from bpviz.training.infos import DataWanted, DocumentInfo
from bpviz.training.message import Message, sentence_of
from bpviz.worker.run_file import Mark

if TYPE_CHECKING:
    from bpviz.worker.runs import Run, Runs


@dataclass(frozen=True, slots=True)
class _Saving:
    """A file that is being written."""

    run: Run
    path: str
    mark: Mark
    copy: bool
    written: Future[None] = field(repr=False)


class RunSaver:
    """Saves runs; every method is for the trainer's thread.

    Parameters
    ----------
    wake : callable
        Called when a file is written, in another thread.
    report : callable
        Takes a sentence that is to be shown once.
    """

    def __init__(self, wake: Callable[[], None], report: Callable[[str], None]) -> None:
        self._wake, self._report = wake, report
        self._thread = ThreadPoolExecutor(1, "saving")
        self._under_way: list[_Saving] = []
        self._saved, self._recipe = 0, ""

    def prepare(self, run: Run | None) -> None:
        """Find the digest of a run's data, so that nobody waits for it when the run is saved."""
        if run is not None and "digest" not in vars(run.dataset):
            self._thread.submit(lambda: run.dataset.digest)

    def save(self, run: Run, command: SaveRun) -> None:
        """Begin to write a run as it stands."""
        view = json.loads(command.view) if command.view else {}
        seconds = {str(number): spent for number, spent in run.seconds.items()}
        path, session = os.path.abspath(command.path), run.session
        try:
            document = session.document({"view": view, "seconds": seconds})
        except MemoryError:
            self._report(Message.of("Not enough memory to save the run. Close other programs."))
            return
        written = self._thread.submit(write, document, path)
        self._under_way.append(_Saving(run, path, Mark.of(session), command.copy, written))
        written.add_done_callback(lambda _: self._wake())

    def copy_recipe(self, run: Run) -> None:
        """Have the recipe of a run in `info` from now on."""
        self._recipe = ""
        try:
            self._recipe = run.session.recipe()
        except DocumentError as error:
            self._report(sentence_of(error))

    def settle(self) -> bool:
        """Note what has been written since; return whether there is anything new."""
        done = [each for each in self._under_way if each.written.done()]
        for each in done:
            self._under_way.remove(each)
            try:
                each.written.result()
            except DocumentError as error:
                self._report(sentence_of(error))
                continue
            self._saved += 1
            if not each.copy:
                each.run.file.path, each.run.file.mark = each.path, each.mark
        return bool(done)

    def info(self, runs: Runs, wanted: DataWanted | None) -> DocumentInfo:
        """Return what a frame says of the file of the run at hand, and of the one whose data is
        `wanted`.
        """
        run = runs.current
        if run is None:
            return DocumentInfo(wanted=wanted)
        file = run.file
        saving = any(each.run is run for each in self._under_way)
        return DocumentInfo(
            file.path, run.changed, saving, file.opened, file.view, self._saved, self._recipe,
            wanted, runs.unsaved,
        )  # fmt: skip

    def close(self) -> None:
        """Wait until everything is written."""
        self._thread.shutdown()
