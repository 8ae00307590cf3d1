"""Signals of the operating system, told in the event loop, where a window can be closed."""

from __future__ import annotations

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from bpviz import interrupts


class SignalWatch(QObject):
    """Listens from when it is made until `end`; in the main thread, and one at a time.

    Python runs handlers between any two instructions, also in the midst of a paint event.  A byte
    in a socket waits for its turn, and wakes the event loop.
    """

    arrived = Signal(int)
    """The number of a signal that asks the program to end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out, self._in = socket.socketpair()
        for end in (self._out, self._in):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._out.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        # First the socket: until the handlers are changed, a signal is answered as before.
        self._before = signal.set_wakeup_fd(self._in.fileno(), warn_on_full_buffer=False)
        interrupts.answer(lambda *_: None)

    @Slot()
    def _read(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._out.recv(256):
                if number in interrupts.NUMBERS:
                    self.arrived.emit(number)

    def end(self) -> None:
        """Listen no more.  The handlers stay: what comes now, comes while the program ends."""
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._out.close()
        self._in.close()
