"""How much of a file is written, and a way to give it up."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from bpviz.training.infos import ExportInfo
from bpviz.ui.core import formatting

PATIENCE_MS = 400
"""What takes no longer shows no bar."""

_PARTS = 1000

_OBSERVED_S = 2.0
"""After so many seconds the time that is left can be told."""


class ExportProgress(QObject):
    """Shows a bar beside the window while a file is written; it takes no focus.

    Parameters
    ----------
    window : QWidget

    Signals
    -------
    cancelled()
        Nobody waits for the file any more.
    """

    cancelled = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bar: QProgressDialog | None = None
        self._words = ""
        self._since: tuple[float, float] | None = None  # when the first part was done, and how much

    def follow(self, exporting: ExportInfo) -> None:
        """Show how far it has come, or nothing."""
        if not exporting.path:
            self._end()
            return
        if self._bar is None:
            self._bar = self._made(exporting.path)
        self._bar.setValue(round(_PARTS * exporting.fraction))
        self._tell_time(exporting.fraction)

    def _tell_time(self, fraction: float) -> None:
        """Say how long the rest takes, should it go on as from the first part to here."""
        now = time.monotonic()
        if self._since is None and fraction > 0:
            self._since = now, fraction
        if self._bar is None or self._since is None:
            return
        begun, first = self._since
        if now - begun < _OBSERVED_S or fraction <= first:
            return
        left = max(round((now - begun) * (1 - fraction) / (fraction - first)), 1)
        words = self.tr("{words}, {seconds} s left")
        self._bar.setLabelText(words.format(words=self._words, seconds=formatting.count(left)))

    def _made(self, path: str) -> QProgressDialog:
        name = formatting.shortened(os.path.basename(path), 60)
        self._since, self._words = None, self.tr("Writing {name}").format(name=name)
        words = self._words
        bar = QProgressDialog(words, self.tr("Cancel"), 0, _PARTS, self._window)
        bar.setObjectName("export_progress")
        bar.setWindowTitle(self.tr("Export"))
        bar.setAccessibleName(words)
        bar.setWindowModality(Qt.WindowModality.NonModal)
        bar.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.setMinimumDuration(PATIENCE_MS)
        bar.canceled.connect(self._cancel)
        return bar

    @Slot()
    def _cancel(self) -> None:
        self.cancelled.emit()

    def _end(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.canceled.disconnect(self._cancel)
            bar.cancel()
            bar.deleteLater()
