"""PointQueries: what the network of a scene answers at a point, in lines of text and in menus."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bpviz.datasets.dataset import Part
from bpviz.network import NetworkError, StepTrace
from bpviz.network.types import Floats
from bpviz.ui.kit.controls.export_menu import put_first
from bpviz.ui.panels.decision_boundary import texts
from bpviz.ui.panels.decision_boundary.curve_view import CurveView
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot, Values
from bpviz.ui.panels.decision_boundary.plane_view import PlaneView
from bpviz.ui.panels.decision_boundary.scene import PlotInputs


class PointQueries(QObject):
    """Answers what a plot asks about a place under the mouse.

    Signals
    -------
    train_wanted(object, object)
        `Part` and index of a sample that the run should train on next.

    Attributes
    ----------
    scene : Scene or None
        Whose network is asked.
    """

    train_wanted = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scene: PlotInputs | None = None

    def serve(self, view: InputPlot) -> None:
        """Answer the questions of a plot."""
        view.describe_point = self.point
        view.describe_sample = self.sample
        view.describe_unit = self.unit
        view.add_actions = self.add_actions
        if isinstance(view, PlaneView):
            view.table = lambda: self.plane_table(view)
        elif isinstance(view, CurveView):
            view.table = lambda: self.curve_table(view)

    def trace(self, x: Floats) -> StepTrace | None:
        """Return z1, h, z2 and f at inputs (n,); what it says of targets means nothing."""
        from bpviz.network import trace  # numba loads only when it is needed

        scene = self.scene
        if scene is None:
            return None
        with suppress(NetworkError), np.errstate(all="ignore"):
            return trace(scene.net, x, np.zeros(scene.net.n_outputs))
        return None

    def trace_at(self, values: Values) -> StepTrace | None:
        """Return the same where the inputs that vary have these values."""
        scene = self.scene
        if scene is None or len(values) != len(scene.inputs.axes):
            return None
        return self.trace(scene.inputs.at(*values))

    def point(self, values: Values) -> list[str]:
        """Describe a place between the samples."""
        trace = self.trace_at(values)
        if self.scene is None or trace is None:
            return []
        return [*texts.point_lines(self.scene, trace), self.tr("click: probe this point")]

    def sample(self, part: Part, index: int) -> list[str]:
        """Describe a sample."""
        scene = self.scene
        data = None if scene is None else scene.data.part(part)
        if scene is None or data is None or not 0 <= index < data.n_samples:
            return []
        trace = self.trace(data.x(index))
        return [] if trace is None else texts.sample_lines(scene, part, index, trace)

    def unit(self, unit: int) -> list[str]:
        """Describe a hidden unit."""
        return [] if self.scene is None else texts.unit_lines(self.scene, unit)

    def add_actions(self, menu: QMenu, part: Part, index: int) -> None:
        """Put what can be done with a sample in front of what the menu has already."""
        train = QAction(self.tr("Train on this sample next"), menu)
        train.setObjectName("boundary_train_next")
        train.setData((part, index))
        train.triggered.connect(self._train)
        put_first(menu, train)

    @Slot()
    def _train(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.train_wanted.emit(*action.data())

    def plane_table(self, view: PlaneView) -> str:
        """Return what a plane shows as a table, a line a point."""
        picture, scene = view.current(), self.scene
        if picture is None or scene is None:
            return ""
        grid = picture.grid
        return texts.grid_table(scene, grid.across, grid.up, picture.f, picture.h)

    def curve_table(self, view: CurveView) -> str:
        """Return the curves as a table, a line a value of the input, in their own units."""
        curves, scene = view.current(), self.scene
        if curves is None or scene is None:
            return ""
        return texts.curve_table(scene, curves.x, curves.f, curves.parts)
