"""AnimationJob: a copy of the run, rendered by a process of its own while the window goes on."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtWidgets import QWidget

import bpviz
from bpviz.training.commands import SaveRun
from bpviz.training.events import Frame
from bpviz.training.infos import ExportInfo
from bpviz.ui.core import formatting
from bpviz.ui.core.panel import Send
from bpviz.ui.window.export.progress import ExportProgress

_PATIENCE_MS = 3000
"""After which a process that was asked to end is ended."""


class AnimationJob(QObject):
    """Has an animation made of the run; the run itself is never moved.

    Parameters
    ----------
    window : QWidget
    send : callable
        Takes the command that saves a copy of the run.
    view : callable
        Returns what the window has in sight, as a saved run keeps it.

    Signals
    -------
    written(str)
        The path of the animation.
    refused(str)
        Why there is none, in a sentence.

    Attributes
    ----------
    fraction : float
        How much of it is done, 0 … 1.
    """

    written = Signal(str)
    refused = Signal(str)

    def __init__(self, window: QWidget, send: Send, view: Callable[[], str]) -> None:
        super().__init__(window)
        self._send, self._view = send, view
        self._progress = ExportProgress(window)
        self._progress.cancelled.connect(self.cancel)
        self._process: QProcess | None = None
        self._saving = 0
        self._folder = ""
        self._arguments: list[str] = []
        self._path = ""
        self._cancelled = False
        self.fraction = 0.0

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return bool(self._path)

    @property
    def path(self) -> str:
        """The file that is being written; empty where there is none."""
        return self._path

    def take_over(self, before: AnimationJob) -> None:
        """Go on with what a window began that gives way to this one."""
        for name in ("_process", "_saving", "_folder", "_arguments", "_path", "_cancelled"):
            setattr(self, name, getattr(before, name))
        before._process, before._folder = None, ""
        before._end()
        if self._process is not None:
            for signal, heard in before._heard(self._process):
                signal.disconnect(heard)
            self._process.setParent(self)
            self._listen(self._process)
        if self.busy:
            self._tell(before.fraction)

    def start(self, path: str, arguments: list[str]) -> None:
        """Write an animation to `path`; `arguments` are what ``bpviz render`` is told of it."""
        self._path, self._arguments, self._cancelled = path, arguments, False
        try:
            self._folder = tempfile.mkdtemp(prefix="bpviz-")
        except OSError as error:
            self._end()
            self._refuse(error.strerror or str(error))
            return
        self._saving = self._send(SaveRun(self._copy, self._view(), copy=True))
        self._tell(0.0)

    @property
    def _copy(self) -> str:
        return os.path.join(self._folder, "run.bpviz")

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Begin once the copy is on the disk."""
        waits = self.busy and self._process is None and self._folder
        if not waits or frame.acknowledged < self._saving or frame.document.saving:
            return
        if not os.path.exists(self._copy):  # why is said where it was tried
            self._end()
            return
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        source = str(Path(bpviz.__file__).resolve().parent.parent)
        paths = [source, environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(filter(None, paths)))
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        self._listen(process)
        run = ["-m", "bpviz", "render", self._copy, *self._arguments, "--tell", "--out", self._path]
        process.start(sys.executable, run)

    def _listen(self, process: QProcess) -> None:
        for signal, heard in self._heard(process):
            signal.connect(heard)

    def _heard(self, process: QProcess) -> list[tuple[SignalInstance, Callable[..., None]]]:
        return [
            (process.readyReadStandardOutput, self._read),
            (process.finished, self._finished),
            (process.errorOccurred, self._failed),
        ]

    @Slot()
    def _read(self) -> None:
        assert self._process is not None
        lines = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        for line in lines.splitlines():
            done, _, of = line.partition(" ")
            if done.isdecimal() and of.isdecimal():
                self._tell(int(done) / max(int(of), 1))

    def _tell(self, fraction: float) -> None:
        self.fraction = fraction
        self._progress.follow(ExportInfo(path=self._path, fraction=fraction))

    @Slot()
    def cancel(self) -> None:
        """Give it up; nothing of it is left."""
        self._cancelled = True
        process = self._process
        if process is None:
            self._end()
            return
        process.terminate()
        QTimer.singleShot(_PATIENCE_MS, process, process.kill)

    def end_at_once(self) -> None:
        """Give it up where the window goes."""
        if self._process is not None:
            self._cancelled = True
            self._process.terminate()
            if not self._process.waitForFinished(_PATIENCE_MS):
                self._process.kill()
                self._process.waitForFinished()
        self._end()

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, path = self._process, self._path
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        well = status is QProcess.ExitStatus.NormalExit and code == 0
        cancelled = self._cancelled
        self._end()
        if well and not cancelled:
            self.written.emit(path)
        elif not cancelled:
            self._refuse(said.strip().rpartition("\n")[2].removeprefix("bpviz render: "))

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._end()
            self._refuse(reason)

    def _refuse(self, reason: str) -> None:
        words = self.tr("The animation was not written. {reason}")
        self.refused.emit(words.format(reason=formatting.shortened(reason, 400)))

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._path = ""
        self._progress.follow(ExportInfo())
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""
