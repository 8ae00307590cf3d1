"""The QThread that owns the trainer."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot

from bpviz.datasets import DataRequest
from bpviz.training.events import Problem
from bpviz.training.message import Message
from bpviz.worker.loading import EarlyData
from bpviz.worker.mailbox import Mailbox
from bpviz.worker.precompilation import Precompilation


class TrainerThread(QThread):
    """Runs a `TrainerPort` on the mailbox until that is closed.

    `published` says that something in the mailbox must be looked at at once; connect it to slots
    of objects that live in the interface's thread only.

    Parameters
    ----------
    mailbox : Mailbox
    parent : QObject, optional
    patience : float, optional
        Seconds that `shutdown` waits at most; without, as long as it takes.
    data : DataRequest, optional
        What the first run will most likely ask for.
    autosaves : Path, optional
        Where what nobody has saved is kept, and what other programs left there is offered.
    compiling : Precompilation, optional
        The compiling of kernels that is under way already; it ends with the thread.
    """

    published = Signal()

    def __init__(
        self,
        mailbox: Mailbox,
        parent: QObject | None = None,
        patience: float | None = None,
        data: DataRequest | None = None,
        autosaves: Path | None = None,
        compiling: Precompilation | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainer")
        self._mailbox = mailbox
        self._patience = patience
        self._data = data
        self._autosaves = autosaves
        self._compiling = compiling

    def run(self) -> None:
        """Qt calls this in the new thread."""
        try:
            early = None if self._data is None else EarlyData(self._data)
            # numba loads here, and not in the interface's thread: the window is up before.
            from bpviz.worker.autosave import Autosave
            from bpviz.worker.trainer import Trainer

            autosave = None if self._autosaves is None else Autosave(self._autosaves)
            Trainer(
                self._mailbox,
                self.published.emit,
                early=early,
                autosave=autosave,
                compiling=self._compiling,
            ).loop()
        except Exception as error:  # nothing may end the program from here
            message = Message.of(
                "The trainer could not start ({error}).", error=f"{type(error).__name__}: {error}"
            )
            self._mailbox.report(Problem(message, traceback.format_exc()))
            self.published.emit()

    @Slot()
    def shutdown(self) -> None:
        """Close the mailbox and wait for the thread; interface's thread.  May be called again."""
        self._mailbox.close()
        if self._compiling is not None:
            self._compiling.stop()
        if self._patience is None:
            self.wait()
        else:
            self.wait(QDeadlineTimer(round(self._patience * 1000)))
