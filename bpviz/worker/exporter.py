"""Exporter: writes what is known of a run for other programs, beside the trainer."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from bpviz.exchange.errors import ExchangeError
from bpviz.exchange.scripts.step_script import ScriptKind
from bpviz.exchange.tables import ExportCancelled
from bpviz.exchange.writers import Write, writer
from bpviz.network.types import Stop
from bpviz.training.commands import Export
from bpviz.training.infos import ExportInfo
from bpviz.training.message import Message, sentence_of
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError

_SPACING = 0.05  # seconds; nobody sees a bar move more often


class Report(Protocol):
    """Takes a sentence that is to be shown once, and what stands in the log beside it."""

    def __call__(self, message: str, details: str = "") -> None:
        """Show it."""


@dataclass(slots=True, eq=False)
class _UnderWay:
    """A file that is being written."""

    path: str
    written: Future[None] = field(repr=False)
    stop: Stop = field(repr=False)


class Exporter:
    """Writes one file at a time; every method is for the trainer's thread.

    Parameters
    ----------
    wake : callable
        Called now and then while a file is written, and at its end, in another thread.
    report : callable
        See `Report`.
    """

    def __init__(self, wake: Callable[[], None], report: Report) -> None:
        self._wake, self._report = wake, report
        self._thread = ThreadPoolExecutor(1, "exporting")  # somebody waits: not behind the others
        self._now: _UnderWay | None = None
        self._fraction = self._seen = 0.0
        self._told = 0.0
        self._written, self._last = 0, ""

    def begin(self, session: Session, command: Export) -> None:
        """Begin to write a file of a run as it stands.

        Raises
        ------
        SettingsError
            If another one is being written.
        """
        if self._now is not None:
            raise SettingsError(
                Message.of(
                    "{file} is still being written. Wait until that is done, or cancel it.",
                    file=os.path.basename(self._now.path),
                )
            )
        path = os.path.abspath(command.path)
        try:
            write = writer(
                session, command.what, count_from=command.count_from, listed=command.listed,
                script=ScriptKind(command.script or ScriptKind.NUMPY),
            )  # fmt: skip
        except MemoryError:
            file = os.path.basename(path)
            self._report(
                Message.of("Not enough memory to write {file}. Close other programs.", file=file)
            )
            return
        stop = np.zeros(1, dtype=np.uint8)
        self._fraction = self._seen = 0.0
        written = self._thread.submit(self._write, write, path, stop)
        self._now = _UnderWay(path, written, stop)
        written.add_done_callback(lambda _: self._wake())

    def _write(self, write: Write, path: str, stop: Stop) -> None:
        """Write a file, on the thread for that."""

        def tell(share: float) -> None:
            self._fraction = share
            now = time.perf_counter()
            if now - self._told > _SPACING:
                self._told = now
                self._wake()

        write(path, tell, stop)

    def cancel(self) -> None:
        """Give up the file that is being written, if any."""
        if self._now is not None:
            self._now.stop[0] = 1

    def settle(self) -> bool:
        """Note what has happened since; return whether there is anything new."""
        now, fraction = self._now, self._fraction
        if now is None:
            return False
        if not now.written.done():
            news = fraction != self._seen
            self._seen = fraction
            return news
        self._now, self._seen = None, 0.0
        try:
            now.written.result()
        except ExportCancelled:
            pass
        except ExchangeError as error:
            self._report(sentence_of(error))
        except Exception as error:
            words = Message.of(
                "Internal error while writing {file} ({error}). The run goes on.",
                file=os.path.basename(now.path),
                error=f"{type(error).__name__}: {error}",
            )
            self._report(words, "".join(traceback.format_exception(error)))
        else:
            self._written, self._last = self._written + 1, now.path
        return True

    def info(self) -> ExportInfo:
        """Return what a frame says of it."""
        path = "" if self._now is None else self._now.path
        return ExportInfo(path, self._seen, self._written, self._last)

    def close(self) -> None:
        """Give up what is being written, and wait until nothing of it is left."""
        self.cancel()
        self._thread.shutdown()
