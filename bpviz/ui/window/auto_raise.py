"""DataOpening: the plane of the inputs comes forward where a data set has one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bpviz.datasets import Dataset
from bpviz.training.events import Frame
from bpviz.ui.panels.decision_boundary.plane_inputs import Kind, PlaneInputs
from bpviz.ui.panels.network_graph.items import MOST_UNITS
from bpviz.ui.window.docks import Docks


class DataOpening(QObject):
    """Looks at each new data set, once: whoever arranges panels afterwards has the say.

    With two inputs, or one, the plane or the curve is put before W₁, and behind it again when data
    follows that has none.  A panel that was closed stays closed.
    """

    def __init__(self, docks: Docks, parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self._seen: Dataset | None = None
        self._planar = False

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Look whether the data set is another one, and how large the network is."""
        data, network = frame.dataset, frame.network
        if data is None:
            return
        units = network.n_inputs + network.n_hidden + network.n_outputs
        other = data is not self._seen
        if other:
            self._seen = data
            was, self._planar = self._planar, PlaneInputs.of(data).kind is not Kind.NEITHER
        self._docks.set_variants(graph=units <= MOST_UNITS, plane=self._planar)
        if other and self._planar:
            self._docks.bring_forward("boundary_panel")
        elif other and was:
            self._docks.bring_forward("weights1_panel")
