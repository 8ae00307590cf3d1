"""AutoRaise: which panels come forward by themselves, and when."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bpviz.datasets import Dataset
from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.panel_set import suits


class AutoRaise(QObject):
    """Raises the debugger where a step is opened, and the plane where a data set has one.

    The debugger comes forward the first time in each layout that the run stands inside a step; the
    plane, or the curve, comes before W₁ with each new data set that has one, and goes behind it
    again with data that has none.  Whoever arranges panels afterwards has the say; a panel that was
    closed stays closed, and the focus stays where it is.
    """

    def __init__(self, docks: Docks, parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self._opened = False
        self._seen: Dataset | None = None
        self._planar = False
        docks.arranged.connect(self._forget)

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Look whether the run stands inside a step, and whether the data set is another one."""
        if frame.phase is not Phase.DRAW and not self._opened:
            self._opened = True
            self._docks.bring_forward("debugger_panel")
        if frame.dataset is None:
            return
        was, other = self._planar, frame.dataset is not self._seen
        if other:
            self._seen = frame.dataset
            self._planar = suits("boundary_panel", frame)
        self._docks.set_variants(graph=suits("graph_panel", frame), plane=self._planar)
        if other and self._planar:
            self._docks.bring_forward("boundary_panel")
        elif other and was:
            self._docks.bring_forward("weights1_panel")

    @Slot()
    def _forget(self) -> None:
        self._opened = False
