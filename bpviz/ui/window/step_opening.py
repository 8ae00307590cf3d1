"""StepOpening: the debugger comes forward when a step is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from bpviz.ui.window.docks import Docks


class StepOpening(QObject):
    """Shows the debugger the first time that the run stands inside a step.

    It does so once in each arrangement: whoever puts another panel before it afterwards wants
    to see that one.  A debugger that was closed stays closed, and the focus stays where it is.
    """

    def __init__(self, docks: Docks, parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self._opened = False
        docks.arranged.connect(self._forget)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Look whether the run stands inside a step."""
        if frame.phase is not Phase.DRAW and not self._opened:
            self._opened = True
            self._docks.bring_forward("debugger_panel")

    @Slot()
    def _forget(self) -> None:
        self._opened = False
