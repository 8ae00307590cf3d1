"""Python's collector of cycles runs in the interface's thread, and in no other.

By itself it runs in whichever thread happens to allocate: the trainer, the typesetter, whoever
compiles.  There it meets Qt's objects while the interface, in the midst of deleting one, lets other
threads go on; PySide6 6.12 then walks through memory that is no longer there.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

LOOK_MS = 200
"""Full collections, the long ones, are at least 121 looks apart."""

FIRST_LOOK_MS = 3000
"""Behind the start: it goes through all that was imported, and frees hardly anything."""


def collect_here(app: QCoreApplication) -> None:
    """Collect while `app` serves its events, in its thread, and never else; a second call is none.

    A script that goes on without Qt's events, and leaves cycles behind, calls ``gc.enable()``.
    """
    if app.findChild(_Collector) is None:
        _Collector(app)


class _Collector(QObject):
    """Looks from time to time whether a collection is due by Python's own thresholds."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(FIRST_LOOK_MS)

    @Slot()
    def _look(self) -> None:
        self._timer.setInterval(LOOK_MS)
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > limits[generation] > 0]
        if 0 in due:
            gc.collect(due[-1])
