"""Typesetter: has formulas typeset beside the interface, one at a time."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bpviz.ui.core.figure_mode import painting_figure

SIZE = 20.0
"""Size of the letters in the units of the SVG."""


@cache
def typeset(latex: str) -> bytes:
    """Return a formula as SVG in black, its letters `SIZE` high; empty if it cannot be made.

    The first call imports the typesetter (0.2 s), every new formula takes 5–30 ms.
    """
    try:
        # The typesetter's fonts log to the root, which then, without a handler, gets one that
        # writes everything to stderr: also what this program shows in its window.
        root = logging.getLogger()
        if not root.handlers:
            root.addHandler(logging.NullHandler())
        # Imported late: the window does not wait for it.
        from ziamath.config import config
        from ziamath.zmath import Latex

        # What it makes otherwise is valid, and drawn by QSvgRenderer as an almost empty picture.
        config.svg2 = False
        svg: str = Latex(latex, size=SIZE).svg()
    except Exception:  # the text of the formula takes its place, whatever it was
        logging.getLogger(__name__).exception("The formula %s cannot be typeset", latex)
        return b""
    return svg.encode()


LOOK_MS = 15


@cache
def _worker() -> ThreadPoolExecutor:
    """Return the one thread that typesets.

    It is plain Python at work, so the interface gets its turn every fraction of a millisecond; and
    it touches nothing of Qt.
    """
    return ThreadPoolExecutor(1, thread_name_prefix="typesetter")


class Typesetter(QObject):
    """Gives out formulas as SVG as soon as they are there; lives in the interface's thread.

    Signals
    -------
    ready()
        One more formula is typeset.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: dict[str, bytes] = {}
        self._wanted: list[str] = []
        self._work: tuple[str, Future[bytes]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def svg(self, latex: str) -> bytes | None:
        """Return the SVG of a formula; None while it is being made, empty if it cannot be made."""
        found = self._done.get(latex)
        if found is None and painting_figure():
            found = self._done[latex] = typeset(latex)
        if found is None and latex not in self._wanted:
            self._wanted.append(latex)
            self._timer.start()
        return found

    @Slot()
    def _look(self) -> None:
        if self._work is not None:
            latex, future = self._work
            if not future.done():
                return
            self._work = None
            self._wanted.remove(latex)
            self._done[latex] = future.result()
            self.ready.emit()
        if self._wanted:
            # The last one asked for is the one on the screen.
            self._work = self._wanted[-1], _worker().submit(typeset, self._wanted[-1])
        else:
            self._timer.stop()
