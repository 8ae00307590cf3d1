"""ScanPace: takes over new scans of all samples, but no more than about twice a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bpviz.training.evaluation.results import Scan

PAUSE_MS = 500
"""While a run trains, so long at least lies between two scans that are shown."""


class ScanPace(QObject):
    """Holds the scan that is shown.

    Signals
    -------
    taken()
        Another scan is shown, one that had to wait.

    Attributes
    ----------
    scan : Scan or None
        The one that is shown.
    timer : QTimer
        Runs while the next one has to wait.
    """

    taken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scan: Scan | None = None
        self._waiting: Scan | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self._timeout)

    def offer(self, scan: Scan | None, *, at_once: bool) -> bool:
        """Take a scan over now or when it is its turn; return whether another one is shown now."""
        if scan is self.scan:
            self._waiting = None
            return False
        if scan is not None and self.scan is not None and not at_once and self.timer.isActive():
            self._waiting = scan
            return False
        self._take(scan)
        return True

    def _take(self, scan: Scan | None) -> None:
        self.scan, self._waiting = scan, None
        self.timer.start()

    @Slot()
    def _timeout(self) -> None:
        if self._waiting is not None:
            self._take(self._waiting)
            self.taken.emit()
