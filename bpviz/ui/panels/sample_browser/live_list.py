"""LiveList: the samples that are listed, and when they are filtered and sorted again."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.evaluation.results import Scan
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import SampleLister, SortKey, fitting, magnitudes, needs_scan

PAUSE_MS = 500
"""While a run trains, so long at least lies between two scans that are shown."""


class ScanThrottle(QObject):
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
        self.timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
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


class LiveList(QObject):
    """Numbers are always the newest; the order may be held while they change.

    Attributes
    ----------
    whole : Dataset or None
        The data set.
    shown : ShownSamples or None
        What is listed; None while there is nothing to list.
    wanted : SampleFilter
    key : SortKey
    pace : ScanThrottle
        Tells when a scan that had to wait is there; the list should be made anew then.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.whole: Dataset | None = None
        self.shown: ShownSamples | None = None
        self.wanted = SampleFilter()
        self.key = SortKey()
        self.lister = SampleLister()
        self.pace = ScanThrottle(self)
        self._order_scan: Scan | None = None

    @property
    def data(self) -> Dataset | None:
        """The part that is listed; None where there is none, or it is empty."""
        data = None if self.whole is None else self.whole.part(self.wanted.part)
        return data if data is not None and data.n_samples else None

    @property
    def scan(self) -> Scan | None:
        """The scan whose numbers are shown."""
        return self.pace.scan

    @property
    def uses_scan(self) -> bool:
        """Whether filter or order depend on a scan."""
        return needs_scan(self.wanted, self.key)

    @property
    def stale(self) -> bool:
        """Whether the order is that of an older scan than the numbers are."""
        return self.uses_scan and self._order_scan is not self.scan

    @property
    def order_step(self) -> int | None:
        """The step whose weights decide which samples are listed; None before they do."""
        scan = self._order_scan if self.stale else self.scan
        if self.key.by.gradient and magnitudes(scan, 0) is None:
            return None  # they are still being computed; until then the order is by index
        return None if scan is None else scan.step

    @property
    def computed(self) -> bool:
        """Whether it is known which samples pass the filter."""
        answers = self.wanted.wrong or self.wanted.predicted is not None
        return self._order_scan is not None or not answers

    def needs(self, *, pictures: bool, numbers: bool) -> Set[Need]:
        """Return what the list is made of, as `pictures` or rows, with or without `numbers`."""
        data = self.data
        marks = not pictures or (data is not None and data.labels is not None)
        uses = marks or numbers or self.uses_scan
        if self.whole is not None and (data is None or not uses):
            return set()
        if self.wanted.part is Part.TRAIN:
            return {Need.SCAN}
        gradients = not pictures or self.key.by.gradient
        return {Need.EVALUATION, Need.TEST_GRADIENTS} if gradients else {Need.EVALUATION}

    def offer(self, frame: Frame, *, at_once: bool) -> bool:
        """Look for another scan in `frame`; return whether it is to be shown now."""
        data = self.data
        if data is None:
            return False
        scan = frame.scan if self.wanted.part is Part.TRAIN else frame.test_scan
        return self.pace.offer(fitting(data, scan), at_once=at_once)

    def renew(self, *, held: bool = False) -> ShownSamples | None:
        """Return the list with the newest numbers; `held` keeps the order, if there is one."""
        self.shown = None
        if self.whole is not None and self.data is not None:
            if not held or self._order_scan is None:
                self._order_scan = self.scan
            indices = self.lister.listed(self.data, self._order_scan, self.wanted, self.key)
            self.shown = ShownSamples(self.whole, self.wanted.part, indices, self.scan)
        return self.shown
