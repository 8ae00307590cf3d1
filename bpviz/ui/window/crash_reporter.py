"""What happens with an exception that nobody caught."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QObject, Signal, Slot

from bpviz.ui.window.main_window import MainWindow


class CrashReporter(QObject):
    """Hands an error over to the interface's thread, where it is logged and shown once."""

    _caught = Signal(str, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._seen: set[str] = set()
        self._caught.connect(self._show)

    def report(self, error: BaseException) -> None:
        """Tell of `error`; any thread."""
        details = "".join(traceback.format_exception(error))
        self._caught.emit(type(error).__name__, details)

    @Slot(str, str)
    def _show(self, kind: str, details: str) -> None:
        if details in self._seen:
            return
        self._seen.add(details)
        sentence = self.tr("Internal error in bpviz ({kind}). See the log for details.")
        self._window.report(sentence.format(kind=kind), details)
