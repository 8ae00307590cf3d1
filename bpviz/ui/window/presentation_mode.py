"""Presentation mode: the whole screen, text that is read from the last row, and fewer panels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QMainWindow

from bpviz.ui.window.black_screen import BlackScreen
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.pointer_ring import PointerRing
from bpviz.ui.window.text_size import TextSize

FITTED = QSize(1280, 800)
"""Pixels of the screen that `POINTS` are for."""

POINTS: Mapping[str, int] = {
    "overview": 15,
    "debug": 14,
    "present": 15,
    "explore": 13,
    "check": 14,
}
"""The largest text at which a layout still shows what it is for, `scripts/presentation.py` measures
what that is.  Another screen has it in proportion, so that all looks alike from a distance."""

_DOTS = 96  # an inch; that of `POINTS`
_PATIENCE = 60  # milliseconds for a window manager to be done with the size of the window


def points_for(layout: str, size: QSize, dots: float = _DOTS) -> int:
    """Return the points in which a layout is presented in a window of that size.

    Parameters
    ----------
    layout : str
        One of `LAYOUTS`; any other has the size that suits most.
    size : QSize
        Of the window, in pixels that do not depend on the device.
    dots : float
        Such pixels an inch.
    """
    scale = min(size.width() / FITTED.width(), size.height() / FITTED.height())
    return max(int(POINTS.get(layout, min(POINTS.values())) * scale * _DOTS / dots + 1e-6), 1)


@dataclass(frozen=True)
class _Before:
    """What the mode gives back."""

    layout: QByteArray
    whole: str  # the panel that has the whole window
    whole_screen: bool
    menus: bool


class PresentationMode(QObject):
    """Switches the mode on and off; afterwards everything is where it was."""

    def __init__(self, window: QMainWindow, docks: Docks, text: TextSize) -> None:
        super().__init__(window)
        self._window, self._docks, self._text = window, docks, text
        self._before: _Before | None = None
        self.black = BlackScreen(window)
        self._ring = PointerRing(window)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._soon.timeout.connect(self._fit)
        docks.arranged.connect(self._fit_text)
        window.installEventFilter(self)

    def layout_state(self) -> QByteArray:
        """Return the layout of the window, the ordinary one while the mode is on."""
        before = self._before
        return before.layout if before is not None else self._docks.save()

    def keep(self, layout: QByteArray, whole: str) -> None:
        """Give back this layout when the mode ends, and the whole window to this panel, if any."""
        if self._before is not None:
            self._before = replace(self._before, layout=layout, whole=whole)

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Switch the mode on or off."""
        self._ring.set_on(on)
        window, docks, menus = self._window, self._docks, self._window.menuBar()
        if on and self._before is None:
            whole = docks.whole()
            self._before = _Before(docks.save(), whole, window.isFullScreen(), not menus.isHidden())
            docks.keep_shares()
            menus.hide()
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
            docks.set_brief(True)
            if docks.own:
                self._fit_text()
            else:
                # The overview is for whoever sets a run up; any other layout is to be shown.
                layout = docks.layout_name()
                docks.arrange("present" if layout == "overview" else layout)
                if whole:
                    docks.make_whole(whole)
        elif not on and self._before is not None:
            before, self._before = self._before, None
            self._soon.stop()
            self.black.end()
            menus.setVisible(before.menus)
            if not before.whole_screen:
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
            self._text.present(None)
            docks.set_brief(False)
            docks.restore(before.layout)
            if before.whole:
                docks.make_whole(before.whole, before.layout)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Fit the text to another screen, or to a screen that changes."""
        if self._before is not None and event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False

    @Slot()
    def _fit_text(self) -> None:
        if self._before is not None:
            window = self._window
            layout = "" if self._docks.own else self._docks.layout_name()
            self._text.present(points_for(layout, window.size(), window.logicalDpiY()))

    @Slot()
    def _fit(self) -> None:
        if self._before is not None:
            self._fit_text()
            self._docks.fit()
