"""What the window does before there is a run: in its middle, with a bar and the time left."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from bpviz.training.events import Frame, State
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.labels import ElidedLabel, Note
from bpviz.ui.kit.controls.layouts import named, vbox

_KNOWN = 0.15
"""Share of the work from which on the time it takes is told: before, it is mostly start-up."""


class Preparation(QFrame):
    """Says what is loaded or compiled until the first run is there; then it is gone.

    Parameters
    ----------
    window : QWidget
        It stands in the middle of this, over everything else.
    clock : callable
        Seconds.
    room : callable
        Returns the part of the window in the middle of which it stands instead, None for all.
    """

    def __init__(
        self,
        window: QWidget,
        clock: Callable[[], float] = time.monotonic,
        *,
        room: Callable[[], QRect | None] = lambda: None,
    ) -> None:
        super().__init__(window)
        named(self, "preparation", self.tr("What is being prepared"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window, self._clock, self._room = window, clock, room
        self._share, self._since = 1.0, 0.0
        self.what = Note("preparation_what")
        self.what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        named(self.bar, "preparation_bar", self.tr("How much of it is done"))
        self.bar.setTextVisible(False)
        self.left = ElidedLabel(name="preparation_left", muted=True)
        self.left.setAlignment(Qt.AlignmentFlag.AlignCenter)
        vbox(self.what, self.bar, self.left, spacing=10, margins=(24, 20, 24, 20), into=self)
        self.hide()
        window.installEventFilter(self)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Show how far it has come, as long as there is no run."""
        progress = frame.progress
        if frame.state is not State.LOADING or frame.dataset is not None or progress is None:
            self.hide()
            return
        self.what.setText(formatting.translated(progress.what))
        share = progress.fraction
        if (share or 0.0) < self._share:  # something else has begun
            self._since = self._clock()
        self._share = share or 0.0
        self.bar.setRange(0, 0 if share is None else 1000)
        self.bar.setValue(round(1000 * (share or 0.0)))
        self.left.setText(self._time_left(share))
        self.show()
        self.raise_()
        self._place()  # a font, or a page, may have come since

    def _time_left(self, share: float | None) -> str:
        if share is None or not _KNOWN <= share < 1.0:
            return ""
        seconds = (self._clock() - self._since) * (1.0 / share - 1.0)
        return self.tr("about {n} s left").format(n=max(1, round(seconds)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        width = min(self.fontMetrics().averageCharWidth() * 60, self._window.width() - 40)
        layout = self.layout()
        assert layout is not None
        self.resize(width, max(layout.totalHeightForWidth(width), self.minimumSizeHint().height()))
        room = self._room() or self._window.rect()
        place = self.rect().translated(room.center() - self.rect().center())
        place.moveBottom(min(place.bottom(), room.bottom()))  # where the room is low
        self.move(place.topLeft())
